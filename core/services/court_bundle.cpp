#include "core/services/court_bundle.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/filings/read_filing.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/apply.h"
#include "core/services/contact_service.h"
#include "core/services/entry_content.h"
#include "core/services/filing_views.h"
#include "core/services/presenter.h"

namespace tutela::services {

namespace {

using documents::BundleFile;
using documents::BundleItem;
using documents::DocumentTemplate;
using interfaces::Card;

/// Texts longer than this are handed over as files.
constexpr std::int64_t kLongestPrinted = 200'000;

const Catalogue& textsOf(const DocumentTemplate& form)
{
    return Catalogue::embedded(form.language());
}

std::string bundleValue(const interfaces::FieldView& field, const DocumentTemplate& form)
{
    if (field.day)
        return form.dayText(*field.day);
    std::string value = field.value;
    for (const Message& line : field.lines)
        value += (value.empty() ? "" : "\n") + textsOf(form).text(line);
    return value;
}

/// A filing that a form reads, section by section; other text as it stands.
std::vector<documents::Block> printedText(const std::string& bytes)
{
    std::vector<documents::Block> blocks;
    if (const auto filing = filings::readFiling(bytes); filing && !filing.value().form.empty()) {
        for (const auto& section : viewOf(filing.value()).sections) {
            blocks.emplace_back(documents::Heading{3, section.heading});
            documents::FieldGroup group;
            for (const auto& [label, text] : section.items)
                group.fields.push_back({label, text});
            if (!group.fields.empty())
                blocks.emplace_back(std::move(group));
        }
        return blocks;
    }
    blocks.emplace_back(documents::Paragraph{bytes});
    return blocks;
}

/// `now`: the file as it stands, for the bundle is older than a quarantine.
BundleFile bundleFile(Register& source, const CaseFile& now, const interfaces::DocumentView& document,
    const DocumentTemplate& form)
{
    BundleFile file{document.name, document.mediaType, document.size, document.sha256, {}, {}, {}};
    if (quarantineOf(now, document.id) != nullptr)
        file.apart = form.word("quarantined");
    else if (document.flag)
        file.apart = form.word("flagged");
    else if (document.mediaType == "application/pdf")
        file.pdf = source.vault.documentBytes(document.id);
    else if (document.size > kLongestPrinted)
        file.apart = form.word("too-long");
    else
        file.blocks = printedText(source.vault.documentBytes(document.id));
    if (file.pdf.empty() && file.blocks.empty() && file.apart.empty())
        file.apart = form.word("unreadable"); // erased since
    return file;
}

BundleItem bundleItem(Register& source, const CaseFile& now, const Card& card, const DocumentTemplate& form)
{
    BundleItem item{textsOf(form).text(card.title), source.zone().dayOf(card.at), card.by, {}, {}};
    if (!card.id.empty())
        item.title += fmt::format(" ({})", card.id);
    for (const interfaces::FieldView& field : card.fields)
        item.fields.push_back({textsOf(form).text(field.label), bundleValue(field, form)});
    for (const interfaces::DocumentView& document : card.documents)
        item.files.push_back(bundleFile(source, now, document, form));
    return item;
}

/// The word that says why the entry is not in the bundle.
const char* whyLeftOut(const CaseFile& file, const Entry& entry)
{
    using enum procedure::Effect;
    const auto moved = std::ranges::find_if(file.filings,
        [&](const ReceivedFiling& filing) { return filing.entry == entry.seq && filing.movedTo; });
    if (moved != file.filings.end())
        return "left-out-moved";
    const auto effect = procedure::effectFromText(entry.effect);
    if (effect == SetDisclosure)
        return "left-out-disclosure";
    if (effect == RecordLetterIn || effect == RecordLetterOut)
        return "left-out-correspondence";
    if (effect == RecordPlan || effect == SubmitForApproval || effect == Approve || effect == FileRequest)
        return "left-out-replaced";
    return "left-out-internal";
}

std::string withGround(std::string phrase, const std::string& ground)
{
    constexpr std::string_view kPlace = "{ground}";
    const std::size_t at = phrase.find(kPlace);
    return at == std::string::npos ? phrase : phrase.replace(at, kPlace.size(), ground);
}

/// What the provider was not given, or not in full, of the documents of the bundle.
void addWithheld(Register& source, const CaseFile& file, const Card& card, const DocumentTemplate& form,
    documents::BundleFacts& facts)
{
    for (const interfaces::DocumentView& document : card.documents) {
        const auto filed = std::ranges::find(file.documents, document.id, &CaseDocument::id);
        const Disclosure* made = disclosureOf(file, document.id, Party::Provider);
        if (filed == file.documents.end() || made == nullptr)
            continue;
        const DisclosureState state = disclosureState(file, *filed, Party::Provider);
        const bool inPart = state == DisclosureState::NonConfidentialVersion;
        if (inPart || state == DisclosureState::Withheld)
            facts.withheld.push_back({document.name, made->on,
                withGround(form.word(inPart ? "in-part" : "withheld"),
                    std::string(contentOf(source, made->entry).text("ground")))});
    }
}

/// The file as it stood when the request was filed.
Register::LoadedCase frozenOf(const Register::LoadedCase& loaded)
{
    Register::LoadedCase frozen = loaded;
    const EntrySeq filing = *loaded.file.request->filing;
    std::erase_if(frozen.entries, [&](const Entry& entry) { return entry.seq > filing; });
    frozen.file = procedure::fold(loaded.file.id, frozen.entries);
    return frozen;
}

} // namespace

documents::BundleFacts courtBundleOf(Register& source, const Register::LoadedCase& loaded,
    const PersonId& reader, const DocumentTemplate& form)
{
    const Register::LoadedCase frozen = frozenOf(loaded);
    const CaseFile& file = frozen.file;
    const OrderRequest& request = *file.request;
    const Actor authority{reader, {Role::Coordinator}};
    const interfaces::CaseView view =
        Presenter(source, frozen, authority, request.filedOn.value_or(Day{}), textsOf(form)).view();
    documents::BundleFacts facts;
    facts.authority = source.identity().authority;
    facts.court = contactsOf(source, *request.filing).court;
    facts.provider = view.provider;
    for (const std::string& service : view.services)
        facts.service += (facts.service.empty() ? "" : ", ") + service;
    facts.reference = file.id.text();
    facts.filedOn = request.filedOn.value_or(Day{});
    facts.hash = request.bundleHash;
    facts.created = frozen.entries.back().at;
    if (source.rulebook().inForce())
        facts.legalBasis = source.rulebook().source();
    const auto inBundle = [&](EntrySeq entry) {
        return std::ranges::find(request.bundle, entry) != request.bundle.end();
    };
    for (const bool theRequest : {true, false}) {
        for (const Card& card : view.cards) {
            if (!inBundle(card.entry) || (card.entry == request.entry) != theRequest)
                continue;
            facts.items.push_back(bundleItem(source, loaded.file, card, form));
            addWithheld(source, file, card, form, facts);
        }
    }
    for (const Entry& entry : frozen.entries) {
        if (!inBundle(entry.seq) && entry.seq != request.filing)
            facts.leftOut.push_back({textsOf(form).term("card." + entry.act), source.zone().dayOf(entry.at),
                form.word(whyLeftOut(file, entry))});
    }
    return facts;
}

} // namespace tutela::services

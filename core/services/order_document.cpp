#include "core/services/order_document.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/documents/document_template.h"
#include "core/journal/tree.h"
#include "core/services/contact_service.h"
#include "core/services/entry_content.h"

namespace tutela::services {

namespace {

documents::DetectionKind kindOf(DetectionKind kind)
{
    switch (kind) {
    case DetectionKind::Known:
        return documents::DetectionKind::KnownMaterial;
    case DetectionKind::New:
        return documents::DetectionKind::NewMaterial;
    case DetectionKind::Solicitation:
        return documents::DetectionKind::Solicitation;
    }
    return documents::DetectionKind::KnownMaterial;
}

documents::IndicatorDatabase databaseOf(DetectionKind kind)
{
    switch (kind) {
    case DetectionKind::Known:
        return documents::IndicatorDatabase::KnownMaterial;
    case DetectionKind::New:
        return documents::IndicatorDatabase::NewMaterial;
    case DetectionKind::Solicitation:
        return documents::IndicatorDatabase::Solicitation;
    }
    return documents::IndicatorDatabase::KnownMaterial;
}

/// The root of the log before the decision and the SHA-256 of the order as it was recorded.
std::string fingerprintOf(Register& source, const Entry& entry, const Json& content)
{
    const Digest root = journal::rootAt(static_cast<std::uint64_t>(entry.seq), source.journal.nodeReader());
    const Json value = Json::object({{"facts", entry.facts}, {"content", content}});
    return fmt::format("{}:{}", toHex(root), toHex(sha256(canonicalJson(value))));
}

/// Establishment and contact point as the order kept them.
void addParties(
    Register& source, const CaseFile& file, const Json& content, documents::OrderDocumentFacts& facts)
{
    if (const auto provider = source.directory.provider(file.provider))
        facts.provider = provider->name;
    facts.providerSeat = content.text("establishment");
    facts.contactPoint = content.text("contact_point");
    facts.legalRepresentative = content.text("representative");
    facts.targeting = content.text("targeting");
    if (file.order->addressee == Addressee::LegalRepresentative)
        facts.addressee = documents::Addressee::LegalRepresentative;
    const auto service =
        file.services.empty() ? std::nullopt : source.directory.service(file.services.front());
    if (service)
        facts.service = service->name;
    for (const std::string& part : file.order->scope.parts)
        facts.part += (facts.part.empty() ? "" : ", ") + part;
}

/// The words of the order as they stand now: a version that states measures, safeguards or targeting replaces
/// those before it.
Json contentInForce(Register& source, const DetectionOrder& order)
{
    Json content = contentOf(source, order.entry);
    for (const OrderVersion& version : order.versions) {
        if (version.change != OrderChange::Rectified && version.change != OrderChange::Modified)
            continue;
        const Json changed = contentOf(source, version.entry);
        for (const char* name : {"targeting", "measures", "safeguards", "redress_court", "redress_period"}) {
            if (const std::string_view text = changed.text(name); !text.empty())
                content.set(name, text);
        }
    }
    return content;
}

documents::OrderAmendment amendmentOf(OrderChange change)
{
    switch (change) {
    case OrderChange::Issued:
    case OrderChange::Rectified:
        return documents::OrderAmendment::Rectified;
    case OrderChange::Modified:
        return documents::OrderAmendment::Modified;
    case OrderChange::AnnulledInPart:
        return documents::OrderAmendment::AnnulledInPart;
    case OrderChange::EndMoved:
        return documents::OrderAmendment::EndMoved;
    }
    return documents::OrderAmendment::Rectified;
}

/// What changed the order, with the reasons that the issuing authority gave for it.
void addAmendments(Register& source, const DetectionOrder& order, documents::OrderDocumentFacts& facts)
{
    for (const OrderVersion& version : order.versions) {
        if (version.change == OrderChange::Issued)
            continue;
        facts.amendments.push_back({amendmentOf(version.change), version.madeOn});
        const Json changed = contentOf(source, version.entry);
        for (const char* name : {"correction_made", "reasons"}) {
            if (const std::string_view text = changed.text(name); !text.empty())
                facts.reasons.push_back({std::string(text)});
        }
    }
    if (order.ended)
        facts.amendments.push_back(
            {order.ended->how == OrderEnding::Revoked ? documents::OrderAmendment::Revoked
                                                      : documents::OrderAmendment::Annulled,
                order.ended->from});
}

/// The decision that made the text what it is: the issuing authority's last one.
EntrySeq lastDecision(const DetectionOrder& order)
{
    EntrySeq last = order.entry;
    for (const OrderVersion& version : order.versions) {
        if (version.change == OrderChange::Rectified || version.change == OrderChange::Modified)
            last = version.entry;
    }
    return last;
}

/// Who decided: the bench as it was then, or the one judge who signed.
std::vector<PersonId> judgesOf(const CaseFile& file)
{
    const Bench* bench = benchOf(file);
    return bench == nullptr ? std::vector<PersonId>{file.order->judge} : bench->judges;
}

void addReasons(
    const Json& content, const documents::DocumentTemplate& form, documents::OrderDocumentFacts& facts)
{
    for (const char* name : {"significant_risk", "court_evidence", "court_kind_condition", "court_for",
             "court_against", "balance", "refused_part"}) {
        if (const std::string_view text = content.text(name); !text.empty())
            facts.reasons.push_back({std::string(text)});
    }
    facts.measures = {std::string(content.text("measures"))};
    facts.safeguards = {std::string(content.text("safeguards"))};
    facts.redress = {{form.word("provider-and-users"), std::string(content.text("redress_court")),
        std::string(content.text("redress_period")), ""}};
}

} // namespace

std::string orderLanguage(Register& source, const Register::LoadedCase& loaded)
{
    const auto entry = std::ranges::find(loaded.entries, loaded.file.order->entry, &Entry::seq);
    const auto provider = source.directory.provider(loaded.file.provider);
    for (const std::string& language :
        {std::string(entry->facts.text("language")), provider ? provider->language : std::string()}) {
        if (documents::DocumentTemplate::exists("detection-order", language))
            return language;
    }
    return "en";
}

documents::Document orderDocumentOf(Register& source, const Register::LoadedCase& loaded,
    const interfaces::OrderView& order, std::string_view language)
{
    const CaseFile& file = loaded.file;
    const DetectionOrder& decided = *file.order;
    const auto entry = std::ranges::find(loaded.entries, lastDecision(decided), &Entry::seq);
    const Json content = contentInForce(source, decided);
    const auto& form = documents::DocumentTemplate::embedded("detection-order", language);
    const OfficeContacts contacts = contactsOf(source, lastDecision(decided));
    documents::OrderDocumentFacts facts;
    facts.textLanguage =
        std::ranges::find(loaded.entries, decided.entry, &Entry::seq)->facts.text("language");
    facts.requestingAuthority = source.identity().authority;
    facts.requestReference = file.id.text();
    if (file.request)
        facts.requestedOn = file.request->filedOn;
    facts.issuingAuthority = fmt::format("{} ({})", contacts.court, source.identity().memberState);
    facts.issuingAuthorityAddress = contacts.courtAddress;
    facts.centreContact = contacts.euCentre;
    if (const auto judge = source.directory.person(decided.judge))
        facts.signatory = judge->name;
    for (const PersonId& judge : judgesOf(file)) {
        if (const auto person = source.directory.person(judge))
            facts.bench.push_back(person->name);
    }
    facts.reference = order.reference;
    addParties(source, file, content, facts);
    facts.kinds = {kindOf(order.kind)};
    facts.databases = {databaseOf(order.kind)};
    addReasons(content, form, facts);
    addAmendments(source, decided, facts);
    facts.start = decided.scope.start;
    facts.end = decided.scope.end;
    for (const interfaces::OrderEvent& event : order.timeline) {
        if (event.id == "order.event.halfway-report" && event.day)
            facts.reportsDue.push_back(*event.day);
    }
    facts.clarificationContact = source.identity().authority;
    if (!contacts.authority.empty())
        facts.clarificationContact += "\n" + contacts.authority;
    facts.issuedOn = decided.decidedOn;
    facts.timeStamp = entry->at;
    if (!entry->signature.empty() && !entry->recordedFromDocument && !decided.signedFile) {
        facts.signature = documents::SignatureState::Electronic;
        facts.signatureValue = toHex(asBytes(fromBase64(entry->signature).value_or("")));
    }
    facts.fingerprint = fingerprintOf(source, *entry, contentOf(source, entry->seq));
    if (source.rulebook().inForce())
        facts.legalBasis = source.rulebook().source();
    return documents::orderDocument(facts, form);
}

} // namespace tutela::services

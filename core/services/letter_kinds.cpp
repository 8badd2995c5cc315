#include "core/services/letter_kinds.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/procedure/apply.h"
#include "core/procedure/clocks.h"
#include "core/services/contact_service.h"
#include "core/services/entry_content.h"
#include "core/services/weighing_views.h"

namespace tutela::services {

namespace {

using documents::DocumentTemplate;
using documents::TemplateValues;
using procedure::Effect;

constexpr const char* kProvider = "party.provider";
constexpr const char* kProviderActs = "waiting.provider";
constexpr const char* kCentre = "institution.eu-centre";
constexpr const char* kAuthority = "institution.authority";
constexpr const char* kCourt = "institution.court";
constexpr const char* kDpa = "institution.dpa";
constexpr const char* kCommission = "party.commission";
constexpr const char* kBodyAsked = "party.body-asked";
constexpr const char* kOtherAuthorities = "party.coordinating-authorities";
constexpr const char* kDeviates = "deviates_from_opinion";
constexpr const char* kSeatMoved = "seat_moved_on";

std::vector<std::string> textsOf(const Json* list)
{
    std::vector<std::string> texts;
    if (list != nullptr && list->isArray()) {
        for (const Json& item : list->asArray())
            texts.emplace_back(item.isString() ? item.asString() : std::string());
    }
    return texts;
}

/// Puts the fields of an act into the places of a template.
class FieldPlaces final {
public:
    FieldPlaces(Register& source, const DocumentTemplate& words, TemplateValues& values)
        : m_source(source)
        , m_words(words)
        , m_values(values)
    {
    }

    void add(const FieldDefinition& field, const Json* value)
    {
        m_values.texts[field.name] = std::string();
        if (field.type == FieldType::Points)
            m_values.lists[field.name] = textsOf(value);
        if (value == nullptr)
            return;
        if (field.type == FieldType::Flag && value->isBool() && value->asBool())
            m_values.flags.insert(field.name);
        const std::string text = shown(field, *value);
        m_values.texts[field.name] = text;
        if (!text.empty())
            m_values.flags.insert("has-" + field.name);
        if (field.type == FieldType::Choice)
            m_values.flags.insert(fmt::format("{}-{}", field.name, text));
    }

private:
    [[nodiscard]] std::string shown(const FieldDefinition& field, const Json& value) const
    {
        if (field.type == FieldType::Codes)
            return fmt::format("{}", fmt::join(textsOf(&value), ", "));
        if (!value.isString())
            return {};
        const std::string text(value.asString());
        if (const auto day = parseDay(text); day && field.type == FieldType::Date)
            return m_words.dayText(*day);
        if (const auto length = parseLength(text); length && field.type == FieldType::Duration)
            return m_words.lengthText(*length);
        if (field.type == FieldType::Service) {
            const auto service = m_source.directory.service(ServiceId(text));
            return service ? service->name : text;
        }
        return text;
    }

    Register& m_source;
    const DocumentTemplate& m_words;
    TemplateValues& m_values;
};

/// The case as it stood once this entry was made, or the one before it.
CaseFile fileUntil(const Register::LoadedCase& loaded, EntrySeq last)
{
    std::vector<Entry> until = loaded.entries;
    std::erase_if(until, [&](const Entry& one) { return one.seq > last; });
    return procedure::fold(loaded.file.id, until);
}

/// How the points stood then, and what was filed or decided.
void addPoints(Register& source, const Register::LoadedCase& loaded, const Entry& entry,
    const LetterKind& kind, TemplateValues& values)
{
    if (kind.points == LetterPoints::None)
        return;
    const CaseFile then = fileUntil(loaded, entry.seq);
    const bool opinion = kind.points == LetterPoints::OfTheOpinion;
    addPointTables(source, then, opinion ? PointSource::Opinion : PointSource::Advice, values);
    for (const auto& [name, rows] : values.tables) {
        if (!rows.empty())
            values.flags.insert("points");
    }
    if (kind.effect == Effect::FileRequest)
        values.flags.insert("filed");
    else if (then.order)
        values.flags.insert(fmt::format("decision-{}", toText(then.order->decision)));
}

/// The clock that the act started for the addressee, or that it names, as it stood after the act.
void addClock(Register& source, const Register::LoadedCase& loaded, const Entry& entry,
    const LetterKind& kind, const DocumentTemplate& words, TemplateValues& values)
{
    values.texts["lastDay"] = std::string();
    values.texts["clockLaw"] = std::string();
    const CaseFile then = fileUntil(loaded, entry.seq);
    const std::string_view named = entry.facts.text("clock");
    for (const procedure::CaseClock& clock : procedure::clocksOf(then, source.rulebook())) {
        const bool started = clock.trigger == entry.seq && clock.actor == kind.waiting;
        if (!started && (named.empty() || clock.id != named))
            continue;
        values.texts["clockLaw"] = clock.definition->law;
        const auto last = procedure::lastDayOf(then, clock.id, source.rulebook(), source.calendars());
        if (!last)
            continue;
        values.texts["lastDay"] = words.dayText(*last);
        values.flags.insert("last-day");
    }
}

void addFields(Register& source, const Entry& entry, const DocumentTemplate& words, TemplateValues& values)
{
    const procedure::ActDefinition* act = source.acts().find(entry.act);
    if (act == nullptr)
        return;
    const Json content = contentOf(source, entry.seq);
    FieldPlaces places(source, words, values);
    for (const FieldDefinition& field : act->fields) {
        const Json* value = content.find(field.name);
        places.add(field, value != nullptr ? value : entry.facts.find(field.name));
    }
}

/// What the act made of the order: its days and parts as they are now beside those until then.
void addOrderChange(const Register::LoadedCase& loaded, const Entry& entry, const DocumentTemplate& words,
    TemplateValues& values)
{
    using enum Effect;
    const auto effect = procedure::effectFromText(entry.effect);
    if (effect != RectifyOrder && effect != ModifyOrder && effect != RevokeOrder)
        return;
    const auto order = fileUntil(loaded, entry.seq - 1).order;
    const auto changed = fileUntil(loaded, entry.seq).order;
    if (!order || !changed)
        return;
    const OrderScope& was = order->scope;
    const OrderScope& becomes = changed->scope;
    values.texts["issuedOn"] = words.dayText(order->decidedOn);
    values.texts["wasStart"] = words.dayText(was.start);
    values.texts["wasEnd"] = words.dayText(was.end);
    values.texts["wasParts"] = fmt::format("{}", fmt::join(was.parts, ", "));
    values.texts["nowParts"] = fmt::format("{}", fmt::join(becomes.parts, ", "));
    for (const auto& [flag, holds] :
        {std::pair("start-moved", was.start != becomes.start), std::pair("end-moved", was.end != becomes.end),
            std::pair("parts-changed", was.parts != becomes.parts),
            std::pair("parts-listed", !becomes.parts.empty()),
            std::pair("parts-were-listed", !was.parts.empty())}) {
        if (holds)
            values.flags.insert(flag);
    }
}

/// What was submitted last before it was filed, and the documents that went with it.
void addRequest(Register& source, const Register::LoadedCase& loaded, const Entry& filing,
    const DocumentTemplate& words, TemplateValues& values)
{
    const Entry* submitted = nullptr;
    for (const Entry& entry : loaded.entries) {
        if (entry.seq < filing.seq && procedure::effectFromText(entry.effect) == Effect::SubmitForApproval)
            submitted = &entry;
    }
    if (submitted != nullptr)
        addFields(source, *submitted, words, values);
    auto& attachments = values.lists["attachments"];
    for (const Json& item : filing.facts.items("bundle")) {
        for (const store::StoredDocument& document : source.vault.documentsOf(item.asInteger()))
            attachments.push_back(fmt::format("{} (SHA-256 {})", document.name, toHex(document.sha256)));
    }
}

} // namespace

namespace {

/// Art 7(2): the provider, the EU Centre, another authority or an expert is asked, each in a letter of its
/// own.
LetterKind demandTo(const char* party, const char* waiting, AskedBody body)
{
    LetterKind kind{Effect::DemandInformation, party, waiting, "letter-information-demand"};
    kind.asked = body;
    return kind;
}

} // namespace

const std::vector<LetterKind>& letterKinds()
{
    static const std::vector<LetterKind> kKinds{
        // (3) information needed for the review; Art 7(2) for the investigation
        {Effect::AskInformation, kProvider, kProviderActs, "letter-information-request"},
        demandTo(kProvider, kProviderActs, AskedBody::Provider),
        demandTo(kCentre, "waiting.eu-centre", AskedBody::EuCentre),
        demandTo(kDpa, "waiting.dpa", AskedBody::DataProtectionAuthority),
        demandTo(kBodyAsked, kBodyAsked, AskedBody::PublicAuthority),
        demandTo(kBodyAsked, kBodyAsked, AskedBody::Expert),
        {Effect::InviteToHearing, kProvider, kProviderActs, "letter-hearing-invitation"},
        {Effect::Determine, kProvider, kProviderActs, "letter-determination"},
        // Art 3(4)(b)
        {Effect::RequireEarlyUpdate, kProvider, kProviderActs, "letter-early-update"},
        {Effect::DecideExtension, kProvider, kProviderActs, "letter-extension-decision"},
        {Effect::SendDraft, kProvider, kProviderActs, "letter-draft-request"},
        {Effect::SendDraft, kCentre, "waiting.eu-centre", "letter-opinion-invitation"},
        {Effect::ReSendDraft, kProvider, kProviderActs, "letter-adjusted-draft"},
        {Effect::DemandPlan, kProvider, kProviderActs, "letter-plan-demand"},
        {Effect::ReferToDpa, kDpa, "waiting.dpa", "letter-dpa-referral"},
        // Art 7(4), last subparagraph
        {Effect::SubmitForApproval, kCentre, "", "letter-deviation-notice", kDeviates,
            LetterSender::Authority, LetterPoints::OfTheOpinion},
        {Effect::SubmitForApproval, kCommission, "", "letter-deviation-notice", kDeviates,
            LetterSender::Authority, LetterPoints::OfTheOpinion},
        {Effect::End, kCentre, "", "letter-not-pursued-notice", kDeviates},
        {Effect::End, kCommission, "", "letter-not-pursued-notice", kDeviates},
        {Effect::RemindOpinion, kCentre, "", "letter-opinion-reminder"},
        // What became of the advice that the provider had asked for (GDPR Art 36)
        {Effect::FileRequest, kDpa, "", "letter-outcome-notice", "", LetterSender::Authority,
            LetterPoints::OfTheAdvice},
        {Effect::Issue, kDpa, "", "letter-outcome-notice", "", LetterSender::Authority,
            LetterPoints::OfTheAdvice},
        {Effect::Refuse, kDpa, "", "letter-outcome-notice", "", LetterSender::Authority,
            LetterPoints::OfTheAdvice},
        {Effect::AmendRequest, kProvider, kProviderActs, "letter-request-amended"},
        {Effect::AmendRequest, kCentre, "", "letter-deviation-notice", kDeviates, LetterSender::Authority,
            LetterPoints::OfTheOpinion},
        {Effect::AmendRequest, kCommission, "", "letter-deviation-notice", kDeviates, LetterSender::Authority,
            LetterPoints::OfTheOpinion},
        {Effect::RecordFinality, kOtherAuthorities, "", "letter-finality-notice"},
        // Art 5(5): the report that the provider has to send there as well
        {Effect::FileReport, kCentre, "", "letter-report-copy"},
        {Effect::FileRequest, kCourt, "", "letter-court-request"},
        // Art 8(2), with the form of Annex II for the provider
        {Effect::Issue, kProvider, "", "letter-order-delivery", "", LetterSender::Court},
        {Effect::Issue, kAuthority, "", "letter-order-delivery", "", LetterSender::Court},
        {Effect::Issue, kCentre, "", "letter-order-delivery", "", LetterSender::Court},
        {Effect::Refuse, kAuthority, "", "letter-refusal", "", LetterSender::Court},
        {Effect::Refuse, kProvider, "", "letter-refusal", "", LetterSender::Court},
        // Art 9(4), 8(2): whoever got the order gets what becomes of it
        {Effect::RectifyOrder, kProvider, "", "letter-rectification", "", LetterSender::Court},
        {Effect::RectifyOrder, kAuthority, "", "letter-rectification", "", LetterSender::Court},
        {Effect::RectifyOrder, kCentre, "", "letter-rectification", "", LetterSender::Court},
        {Effect::ModifyOrder, kProvider, "", "letter-modification", "", LetterSender::Court},
        {Effect::ModifyOrder, kAuthority, "", "letter-modification", "", LetterSender::Court},
        {Effect::ModifyOrder, kCentre, "", "letter-modification", "", LetterSender::Court},
        {Effect::RevokeOrder, kProvider, "", "letter-revocation", "", LetterSender::Court},
        {Effect::RevokeOrder, kAuthority, "", "letter-revocation", "", LetterSender::Court},
        {Effect::RevokeOrder, kCentre, "", "letter-revocation", "", LetterSender::Court},
        // Art 8(3): the answer to a notice of Annex II
        {Effect::AnswerClarification, kProvider, "", "letter-clarification"},
        // Art 33: the seat moved; or there is nobody in the Union to answer for the provider
        {Effect::Close, "party.new-authority", "", "letter-transfer", kSeatMoved},
        {Effect::Close, kProvider, "", "letter-transfer", kSeatMoved},
        {Effect::InformStates, kOtherAuthorities, "", "letter-other-states"},
        // Art 9(2)
        {Effect::RecordFinality, kAuthority, "", "letter-final-order", "", LetterSender::Court},
    };
    return kKinds;
}

documents::TemplateValues letterValues(Register& source, const Register::LoadedCase& loaded,
    const Entry& entry, const LetterKind& kind, const documents::DocumentTemplate& words)
{
    TemplateValues values;
    addFields(source, entry, words, values);
    if (kind.effect == Effect::FileRequest)
        addRequest(source, loaded, entry, words, values);
    addClock(source, loaded, entry, kind, words, values);
    addPoints(source, loaded, entry, kind, values);
    addOrderChange(loaded, entry, words, values);
    values.texts["version"] = std::to_string(entry.facts.integer("version"));
    const auto provider = source.directory.provider(loaded.file.provider);
    values.flags.insert(
        fmt::format("to-{}", std::string(kind.party).substr(std::string(kind.party).find('.') + 1)));
    values.texts["authority"] = source.identity().authority;
    values.texts["court"] = contactsOf(source).court;
    values.texts["order"] =
        fmt::format("{}/O{}", loaded.file.id.text(), fileUntil(loaded, entry.seq).earlierOrders.size() + 1);
    values.texts["case"] = loaded.file.id.text();
    values.texts["law"] = entry.law;
    values.texts["provider"] = provider ? provider->name : loaded.file.provider.text();
    values.texts["actedOn"] = words.dayText(source.zone().dayOf(entry.at));
    std::vector<ServiceId> about = loaded.file.services;
    if (const std::string_view one = entry.facts.text("service"); !one.empty())
        about = {ServiceId(std::string(one))};
    std::vector<std::string> services;
    for (const ServiceId& id : about) {
        const auto service = source.directory.service(id);
        services.push_back(service ? service->name : id.text());
    }
    values.texts["services"] = fmt::format("{}", fmt::join(services, ", "));
    return values;
}

} // namespace tutela::services

#include "core/services/presenter.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/law/period_checks.h"
#include "core/procedure/clocks.h"
#include "core/procedure/facts.h"
#include "core/procedure/visibility.h"
#include "core/services/case_warnings.h"
#include "core/services/clock_views.h"
#include "core/services/consultation_views.h"
#include "core/services/correction_views.h"
#include "core/services/court_views.h"
#include "core/services/entry_content.h"
#include "core/services/field_text.h"
#include "core/services/order_sections.h"
#include "core/services/performer.h"
#include "core/services/period_fields.h"
#include "core/services/renewal_views.h"
#include "core/services/standing_in.h"
#include "core/services/weighing_views.h"

namespace tutela::services {

namespace {

using interfaces::Card;
using interfaces::FieldView;

Term term(std::string_view prefix, std::string_view value)
{
    return {fmt::format("{}.{}", prefix, value)};
}

Term lateStatus(Consideration consideration)
{
    switch (consideration) {
    case Consideration::Undecided:
        return {"status.late"};
    case Consideration::Considered:
        return {"status.late-considered"};
    case Consideration::NotConsidered:
        return {"status.late-not-considered"};
    }
    return {"status.late"};
}

/// What `naming` makes of one id or of each of a list, with commas between.
template <class Naming> std::string eachOf(const Json& value, const Naming& naming)
{
    std::string names;
    for (const Json& id : value.isArray() ? value.asArray() : Json::Array{value})
        names += (names.empty() ? "" : ", ") + naming(id.isString() ? id.asString() : std::string());
    return names;
}

template <class Records> const auto* recordOf(const Records& records, EntrySeq entry)
{
    const auto found =
        std::ranges::find_if(records, [&](const auto& record) { return record.entry == entry; });
    return found == records.end() ? nullptr : &*found;
}

} // namespace

Presenter::Presenter(Register& source, const Register::LoadedCase& loaded, const Actor& actor, Day today,
    const Catalogue& texts)
    : m_source(source)
    , m_loaded(loaded)
    , m_actor(actor)
    , m_today(today)
    , m_texts(texts)
{
    const auto institution = procedure::readsFor(m_loaded.file, m_actor);
    if (!institution || procedure::mustDeclareFirst(m_loaded.file, m_actor))
        return;
    for (const Entry& entry : m_loaded.entries) {
        if (procedure::isOfTheBench(entry) && !procedure::sitsOnBench(m_loaded.file, m_actor))
            continue;
        const std::vector<Institution> readers = procedure::readersOf(m_loaded.file, entry);
        if (std::ranges::find(readers, *institution) != readers.end())
            m_readable.insert(entry.seq);
    }
}

bool Presenter::mayRead(EntrySeq entry) const
{
    return m_readable.contains(entry);
}

std::string Presenter::nameOf(const PersonId& person) const
{
    const auto found = m_source.directory.person(person);
    return found && !found->name.empty() ? found->name : person.text();
}

void Presenter::addCorrection(const Entry& entry, Card& card) const
{
    if (const auto* filing = recordOf(m_loaded.file.filings, entry.seq)) {
        if (filing->movedTo)
            card.fields.push_back({{"field.moved-to", {}}, {}, {}, {},
                {{"correction.moved-to", {{"case", filing->movedTo->text()}}}}});
        if (filing->movedFrom)
            card.fields.push_back({{"field.moved-from", {}}, {}, {}, {},
                {{"correction.moved-from", {{"case", filing->movedFrom->text()}}}}});
    }
    for (const Correction& correction : m_loaded.file.corrections) {
        if (correction.corrected == entry.seq && correction.state == CorrectionState::Confirmed
            && !correction.movesTo)
            card.fields.push_back({{"field.corrected", {}}, {}, {}, {},
                {{"correction.corrected",
                    {{"was", correction.was}, {"becomes", correction.becomes},
                        {"proposer", nameOf(correction.proposedBy)},
                        {"confirmer", nameOf(correction.decidedBy.value_or(correction.proposedBy))},
                        {"proof", proofOf(m_source, correction)}}}}});
        if (correction.entry != entry.seq || correction.state == CorrectionState::Rejected)
            continue;
        if (procedure::readsFor(m_loaded.file, m_actor) != Institution::Authority)
            continue;
        card.fields.push_back(
            {{"field.moved-dates", {}}, {}, {}, {}, movedLines(m_source, m_loaded, correction, m_today)});
        auto acts = actLines(actsUnderOldDateOf(m_source, m_loaded, correction));
        if (!acts.empty())
            card.fields.push_back({{"field.acts-under-old-date", {}}, {}, {}, {}, std::move(acts)});
    }
}

std::string Presenter::personText(const Entry& entry) const
{
    const auto person = m_source.directory.person(entry.actor);
    const std::string name = person && !person->name.empty() ? person->name : entry.actor.text();
    return m_texts.text({"person.with-role", {{"name", name}, {"role", term("role", toText(entry.role))}}});
}

void Presenter::addName(const FieldDefinition& field, const Json& value, std::string& shown) const
{
    const auto named = [](const std::string& name, const std::string& id) {
        return name.empty() ? id : fmt::format("{} ({})", name, id);
    };
    if (field.type == FieldType::Provider) {
        if (const auto provider = m_source.directory.provider(ProviderId(shown)))
            shown = named(provider->name, shown);
    } else if (field.type == FieldType::Person || field.type == FieldType::Persons) {
        shown = eachOf(value, [&](const std::string& id) {
            const auto person = m_source.directory.person(PersonId(id));
            return person ? named(person->name, id) : id;
        });
    } else if (field.type == FieldType::Period) {
        const auto slash = shown.find('/');
        const std::string name = m_texts.term("clock." + shown.substr(0, slash));
        const std::string service = serviceOfClock(m_source, shown);
        if (!service.empty())
            shown = fmt::format("{} · {}", name, service);
        else
            shown = slash == std::string::npos ? name : fmt::format("{} ({})", name, shown.substr(slash + 1));
    } else if (field.type == FieldType::Service || field.name == "services") {
        shown = eachOf(value, [&](const std::string& id) {
            const auto service = m_source.directory.service(ServiceId(id));
            return service ? named(service->name, id) : id;
        });
    } else if (field.type == FieldType::Receipt) {
        const auto entry = std::ranges::find(m_loaded.entries, value.asInteger(), &Entry::seq);
        if (entry != m_loaded.entries.end())
            shown = fmt::format("{} · {}", entry->streamSeq, m_texts.term("act." + entry->act));
    } else if (field.type == FieldType::FiledDocument || field.type == FieldType::FiledDocuments) {
        shown = eachOf(value, [&](const std::string& id) {
            const auto document = m_source.vault.document(DocumentId(id));
            return document && mayRead(document->seq) ? named(document->name, id) : id;
        });
    }
}

std::vector<FieldView> Presenter::fieldsOf(const Entry& entry) const
{
    std::vector<FieldView> fields;
    const procedure::ActDefinition* act = m_source.acts().find(entry.act);
    if (act == nullptr)
        return fields;
    const Json content = contentOf(m_source, entry.seq);
    const auto institution = procedure::readsFor(m_loaded.file, m_actor).value_or(Institution::Authority);
    for (const FieldDefinition& field : act->fields) {
        if (!procedure::mayReadField(institution, entry, field.name))
            continue;
        const Json* value = entry.facts.find(field.name);
        if (value == nullptr)
            value = content.find(field.name);
        if (value == nullptr || field.type == FieldType::Document)
            continue;
        FieldView shown{{"field." + field.name, {}}, valueText(field, *value, m_texts)};
        if (field.type == FieldType::Date)
            shown.day = parseDay(shown.value);
        else if (field.type == FieldType::Moment)
            shown.instant = parseInstant(shown.value);
        else
            addName(field, *value, shown.value);
        fields.push_back(std::move(shown));
    }
    if (std::string readings = readingsText(entry.facts, m_texts); !readings.empty())
        fields.push_back({{"field.readings", {}}, std::move(readings)});
    if (const Json* source = content.find("recorded_from")) {
        fields.push_back({{"field.author", {}}, std::string(source->text("author"))});
        fields.push_back({{"field.authenticity", {}}, std::string(source->text("authenticity"))});
    }
    return fields;
}

std::optional<Term> Presenter::statusOf(const Entry& entry) const
{
    const CaseFile& file = m_loaded.file;
    if (const auto* letter = recordOf(file.letters, entry.seq))
        return Term{
            letter->direction == LetterDirection::Received ? "status.letter-in" : "status.letter-out"};
    if (procedure::effectFromText(entry.effect) == procedure::Effect::AddNote)
        return Term{"status.internal-note"};
    if (const auto* correction = recordOf(file.corrections, entry.seq))
        return term("correction-state", toText(correction->state));
    if (const auto* filing = recordOf(file.filings, entry.seq);
        filing != nullptr && file.kind == CaseKind::Assessment && filing->kind != FilingKind::RiskReport)
        return Term{file.step == Step::Received ? "status.to-place" : "status.placed"};
    if (const auto* late = recordOf(file.lateAnswers, entry.seq))
        return lateStatus(late->consideration);
    if (const auto* extension = recordOf(file.extensions, entry.seq))
        return term("decision", toText(extension->decision));
    if (const auto* request = recordOf(file.requests, entry.seq)) {
        if (request->answeredOn)
            return Term{"status.answered"};
        if (request->closedUnansweredOn)
            return Term{"status.closed-unanswered"};
        return Term{request->partialAnswers.empty() ? "status.awaited" : "status.answered-in-part"};
    }
    if (const auto* hearing = recordOf(file.hearings, entry.seq))
        return Term{hearing->repliedOn ? "status.answered" : "status.awaited"};
    if (const auto* consultation = recordOf(file.consultations, entry.seq))
        return consultation->outcome ? term("outcome", toText(*consultation->outcome))
                                     : Term{"status.awaited"};
    if (const auto* opinion = recordOf(file.opinions, entry.seq)) {
        if (opinion->entry != file.opinions.back().entry)
            return Term{"status.superseded"};
        const bool moved = !file.drafts.empty() && file.drafts.back().version != opinion->draftVersion;
        return moved ? Term{"status.on-earlier-version"} : term("outcome", toText(opinion->outcome));
    }
    if (auto status = courtStatus(file, entry.seq))
        return status;
    if (const auto* question = recordOf(file.questions, entry.seq))
        return Term{question->answer ? "status.answered" : "status.awaited"};
    if (file.request && file.request->entry == entry.seq)
        return Term{file.request->filedOn  ? "status.filed"
                : file.request->approvedBy ? "status.approved"
                                           : "status.for-approval"};
    if (auto status = orderLifeStatus(file, entry.seq))
        return status;
    if (file.order && file.order->entry == entry.seq && file.order->decision != CourtDecision::Refused)
        return term("order-status", toText(orderStatus(*file.order, m_today)));
    return std::nullopt;
}

interfaces::ConsultationView Presenter::consultationOf(const Consultation& consultation) const
{
    return consultationView(
        m_source, m_loaded, consultation, [this](const Entry& entry) { return mayRead(entry.seq); });
}

Card Presenter::cardOf(const Entry& entry) const
{
    Card card;
    const procedure::ActDefinition* act = m_source.acts().find(entry.act);
    card.tab = act == nullptr ? "history" : act->tab;
    card.entry = entry.seq;
    card.id = procedure::Facts(entry.facts).text("id");
    card.title = {"card." + entry.act, {}};
    if (const auto* filing = recordOf(m_loaded.file.filings, entry.seq);
        filing != nullptr && filing->kind != FilingKind::RiskReport)
        card.title = {fmt::format("card.filing.{}", toText(filing->kind)), {{"version", filing->version}}};
    card.status = statusOf(entry);
    card.at = entry.at;
    card.by = personText(entry);
    card.fields = fieldsOf(entry);
    if (const auto* consultation = recordOf(m_loaded.file.consultations, entry.seq)) {
        for (FieldView& field : consultationFields(*consultation, consultationOf(*consultation)))
            card.fields.push_back(std::move(field));
    }
    addVersions(m_loaded.file, card);
    addCorrection(entry, card);
    std::ranges::move(courtFields(m_source, m_loaded, entry, m_actor), std::back_inserter(card.fields));
    if (card.entry == m_loaded.entries.front().seq) {
        if (auto renewal = renewalView(m_source, m_loaded.file, m_actor))
            card.fields.push_back({{"field.renewal", {}}, {}, {}, {}, std::move(renewal->lines)});
    }
    for (const store::StoredDocument& document : m_source.vault.documentsOf(entry.seq))
        card.documents.push_back(documentView(m_loaded.file, entry, document));
    if (const auto* recorded = recordOf(m_loaded.file.recorded, entry.seq)) {
        card.recordedFromDocument = true;
        card.confirmed = recorded->confirmedBy.has_value();
    }
    return card;
}

std::vector<Role> Presenter::mayClose() const
{
    const CaseFile& file = m_loaded.file;
    const auto isFrom = [](const procedure::ActDefinition& act, std::optional<Step> step) {
        return step && std::ranges::find(act.from, *step) != act.from.end();
    };
    for (const procedure::ActDefinition& act : m_source.acts().all()) {
        if (act.kind != file.kind || act.to != Step::Closed || !isFrom(act, file.step))
            continue;
        // What a file can be broken off by from its beginning on (it moves to another State) closes nothing
        // that is over.
        const bool breaksOff =
            std::ranges::any_of(m_source.acts().all(), [&](const procedure::ActDefinition& opener) {
                return opener.opensCase && isFrom(act, opener.to);
            });
        if (breaksOff)
            continue;
        const Actor anyOfThem{m_actor.person, act.roles};
        const auto circumstances = Performer(m_source).circumstancesFor(anyOfThem, &file, nullptr);
        if (procedure::judge(act, &file, nullptr, procedure::ActSource::Own, circumstances).refusals.empty())
            return act.roles;
    }
    return {};
}

Message Presenter::nextOf() const
{
    const CaseFile& file = m_loaded.file;
    const WaitingFor waiting = procedure::waitingFor(file, m_source.rulebook());
    if (file.step == Step::Closed)
        return {"banner.closed", {}};
    const bool expired = file.order && file.order->decision != CourtDecision::Refused
        && orderStatus(*file.order, m_today) == OrderStatus::Expired;
    const bool othersAct = !expired && waiting != WaitingFor::Nobody && waiting != WaitingFor::Authority;
    if (const std::vector<Role> closers = othersAct ? std::vector<Role>() : mayClose(); !closers.empty()) {
        if (std::ranges::any_of(closers, [&](Role role) { return m_actor.has(role); }))
            return {"banner.you-may-close", {}};
        std::string who;
        for (const Role role : closers)
            who += (who.empty() ? "" : ", ") + m_texts.term(term("role", toText(role)).id);
        return {"banner.may-close", {{"who", who}}};
    }
    if (waiting == WaitingFor::Nobody)
        return {"banner.nobody", {}};
    return {"banner.waiting", {{"who", term("waiting", toText(waiting))}}};
}

interfaces::Banner Presenter::banner(const std::vector<interfaces::ClockView>& clocks) const
{
    const CaseFile& file = m_loaded.file;
    interfaces::Banner banner;
    banner.state = {"banner.state", {{"step", term("step", toText(file.step))}}};
    if (file.order && file.order->decision != CourtDecision::Refused && file.step != Step::Closed) {
        banner.state = {"banner.order",
            {{"status", term("order-status", toText(orderStatus(*file.order, m_today)))},
                {"start", file.order->scope.start}, {"end", file.order->scope.end}}};
    }
    banner.next = nextOf();
    if (file.step == Step::Closed)
        return banner;
    if (procedure::readsFor(file, m_actor) == Institution::Authority)
        banner.missing = missingFor(m_source, file, m_today);
    for (const interfaces::ClockView& clock : clocks) {
        const bool counts = clock.state == ClockState::Running || clock.state == ClockState::Overdue
            || clock.state == ClockState::Unconfirmed;
        if (counts && clock.end && (!banner.due || *clock.end < *banner.due))
            banner.due = clock.end;
    }
    return banner;
}

CaseFile Presenter::visibleFile() const
{
    CaseFile file = m_loaded.file;
    const auto cut = [&](auto& records) {
        std::erase_if(records, [&](const auto& record) { return !mayRead(record.entry); });
    };
    const auto cutOne = [&](auto& record) {
        if (record && !mayRead(record->entry))
            record.reset();
    };
    cut(file.filings);
    cut(file.requests);
    cut(file.hearings);
    cut(file.determinations);
    cut(file.evidence);
    cut(file.drafts);
    cut(file.comments);
    cut(file.opinions);
    cut(file.consultations);
    cut(file.declarations);
    cut(file.benches);
    cut(file.decisionDrafts);
    cut(file.questions);
    cut(file.recorded);
    cut(file.documents);
    cut(file.disclosures);
    cut(file.extensions);
    cut(file.lateAnswers);
    cut(file.treatments);
    cut(file.adjustments);
    cut(file.reminders);
    cut(file.cells);
    cut(file.receipts);
    cut(file.corrections);
    cut(file.earlierOrders);
    cut(file.letters);
    cut(file.translations);
    cutOne(file.planDemand);
    cutOne(file.plan);
    cut(file.earlierRequests);
    cutOne(file.request);
    cutOne(file.amendment);
    cutOne(file.order);
    if (file.order)
        cutOrder(*file.order, [&](const auto& record) { return !mayRead(record.entry); });
    file.participants.clear();
    return file;
}

std::vector<interfaces::AccessRow> Presenter::access() const
{
    std::vector<interfaces::AccessRow> rows;
    const auto institution = procedure::readsFor(m_loaded.file, m_actor);
    if (institution != Institution::Authority)
        return rows;
    for (const CaseDocument& document : m_loaded.file.documents) {
        const auto stored = m_source.vault.document(document.id);
        const auto entry = std::ranges::find(m_loaded.entries, document.entry, &Entry::seq);
        if (!stored || entry == m_loaded.entries.end())
            continue;
        interfaces::AccessRow row{
            documentView(m_loaded.file, *entry, *stored), {"card." + entry->act, {}}, {}};
        for (const Party party : {Party::Provider, Party::OtherParty}) {
            interfaces::AccessState state{party, disclosureState(m_loaded.file, document, party), {}, {}};
            if (const Disclosure* made = disclosureOf(m_loaded.file, document.id, party)) {
                state.on = made->on;
                state.ground = contentOf(m_source, made->entry).text("ground");
            }
            row.parties.push_back(std::move(state));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

interfaces::CaseView Presenter::view() const
{
    const CaseFile& file = m_loaded.file;
    interfaces::CaseView view{.file = visibleFile()};
    if (const auto provider = m_source.directory.provider(file.provider))
        view.provider = provider->name;
    for (const ServiceId& id : file.services) {
        const auto service = m_source.directory.service(id);
        view.services.push_back(service ? service->name : id.text());
    }
    if (file.responsible) {
        if (const auto person = m_source.directory.person(*file.responsible))
            view.responsible = person->name;
    }
    view.waitingFor = procedure::waitingFor(file, m_source.rulebook());
    view.mustDeclareFirst = procedure::mustDeclareFirst(file, m_actor);
    for (const Consultation& consultation : view.file.consultations)
        view.consultations.push_back(consultationOf(consultation));
    if (!view.mustDeclareFirst)
        addWeighing(m_source, file, procedure::readsFor(file, m_actor), m_readable, view);
    view.clocks = clockViews(m_source, view.file, m_today, ClockTexts::Shown);
    view.warnings = caseWarnings(m_source, view.file, m_actor, m_today);
    view.banner = banner(view.clocks);
    for (const Institution audience : procedure::audiencesOf(file))
        view.audiences.push_back(fmt::format("institution.{}", toText(audience)));
    view.access = access();
    view.court = courtPeople(m_source, file, procedure::readsFor(file, m_actor));
    for (const Entry& entry : m_loaded.entries) {
        if (!mayRead(entry.seq))
            continue;
        view.cards.push_back(cardOf(entry));
        view.history.push_back({entry.seq, entry.streamSeq, entry.at, personText(entry), entry.act,
            entry.from, entry.to, entry.recordedFromDocument});
    }
    addPeriodFields(m_source, view.file, view.cards, m_texts);
    return view;
}

} // namespace tutela::services

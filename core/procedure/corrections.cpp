#include "core/procedure/corrections.h"

#include <algorithm>

#include "core/domain/find_by_id.h"
#include "core/law/clock_ledger.h"
#include "core/procedure/apply.h"
#include "core/procedure/clocks.h"
#include "core/procedure/decide.h"

namespace tutela::procedure {

namespace {

struct ReceiptField {
    Effect effect;
    ReceiptKind kind;
    const char* day; ///< fact that holds it; empty: the day of the act
    const char* of;
};

constexpr ReceiptField kReceiptFields[] = {
    {Effect::FileReport, ReceiptKind::Filing, "received_on", ""},
    {Effect::RecordImpactAssessment, ReceiptKind::ImpactAssessment, "received_on", ""},
    {Effect::RecordPlan, ReceiptKind::Plan, "received_on", ""},
    {Effect::RecordFurtherReport, ReceiptKind::Filing, "received_on", ""},
    {Effect::RecordAnswer, ReceiptKind::Answer, "received_on", "request"},
    {Effect::RecordHearing, ReceiptKind::HearingStatement, "received_on", "hearing"},
    {Effect::RecordComments, ReceiptKind::Comments, "received_on", ""},
    {Effect::GiveOpinion, ReceiptKind::Opinion, "", ""},
    {Effect::SendDraft, ReceiptKind::DraftAtCentre, "centre_received_on", ""},
    {Effect::ReSendDraft, ReceiptKind::DraftAtCentre, "centre_received_on", ""},
    {Effect::ReferToDpa, ReceiptKind::ConsultationRequest, "requested_on", "id"},
    {Effect::RecordReceipt, ReceiptKind::Order, "received_on", ""},
    {Effect::RecordDeliveryAttempt, ReceiptKind::Order, "received_on", ""},
};

template <class Records> auto* recordOf(Records& records, EntrySeq entry)
{
    const auto found =
        std::ranges::find_if(records, [&](const auto& record) { return record.entry == entry; });
    return found == records.end() ? nullptr : &*found;
}

const DraftRequest* draftOf(const CaseFile& file, std::int64_t version)
{
    const auto found = std::ranges::find(file.drafts, version, &DraftRequest::version);
    return found == file.drafts.end() ? nullptr : &*found;
}

void earlier(std::optional<Day>& bound, std::optional<Day> day)
{
    if (day && (!bound || *day < *bound))
        bound = day;
}

ReceiptBounds consultationBounds(const Consultation& consultation)
{
    ReceiptBounds bounds;
    earlier(bounds.notAfter, consultation.outcomeOn);
    earlier(bounds.notAfter, consultation.extensionAnnouncedOn);
    for (const ConsultationPause& pause : consultation.pauses)
        earlier(bounds.notAfter, pause.stoppedOn);
    return bounds;
}

/// The EU Centre gives its opinion on a draft that it has.
ReceiptBounds draftBounds(const CaseFile& file, const DraftRequest& draft)
{
    ReceiptBounds bounds{draft.sentOn, {}};
    for (const CentreOpinion& opinion : file.opinions) {
        if (opinion.draftVersion == draft.version)
            earlier(bounds.notAfter, opinion.givenOn);
    }
    return bounds;
}

void correctConsultation(Consultation& consultation, const Correction& correction)
{
    auto& stated = consultation.requested.dpa == correction.was ? consultation.requested.dpa
                                                                : consultation.requested.provider;
    if (stated == correction.was)
        stated = correction.becomes;
    consultation.requestedOn = correction.becomes;
}

/// A receipt stands in the attempt that brought it, in the version that was delivered, and in the order.
void correctOrder(DetectionOrder& order, const Correction& correction)
{
    auto* attempt = recordOf(order.attempts, correction.corrected);
    if (attempt != nullptr) {
        attempt->receivedOn = correction.becomes;
        for (OrderVersion& version : order.versions) {
            if (version.number == attempt->version)
                version.receivedOn = correction.becomes;
        }
    }
    if (attempt != nullptr && order.receipt != correction.corrected)
        return;
    order.receivedAt = correction.becomesAt;
    order.receivedOn = correction.becomes;
}

/// The filing stays in the file and does not count there any more; an earlier plan counts again.
void moveAway(CaseFile& file, const Correction& correction)
{
    const EntrySeq entry = correction.corrected;
    for (ReceivedFiling& filing : file.filings) {
        if (filing.entry == entry)
            filing.movedTo = correction.movesTo;
    }
    std::erase_if(file.earlierPlans, [&](const ImplementationPlan& plan) { return plan.entry == entry; });
    std::erase_if(file.receipts, [&](const RecordedReceipt& receipt) { return receipt.entry == entry; });
    if (!file.plan || file.plan->entry != entry)
        return;
    file.plan.reset();
    if (file.earlierPlans.empty())
        return;
    file.plan = file.earlierPlans.back();
    file.earlierPlans.pop_back();
}

/// What the guards say to a later act as the case stood before it.
Verdict verdictOf(
    const ActDefinition& act, const CaseFile& file, const Entry& entry, const CorrectionRules& rules)
{
    const Circumstances then{.actor = {entry.actor, {entry.role}},
        .now = entry.at,
        .today = rules.zone.dayOf(entry.at),
        .rulebook = rules.rulebook,
        .calendars = rules.calendars,
        .zone = rules.zone};
    const ActSource source = entry.recordedFromDocument ? ActSource::RecordedFromDocument : ActSource::Own;
    return judge(act, &file, &entry.facts, source, then);
}

/// Texts of `now` that `was` did not give; an id counts once whatever day it names.
template <class Items, class TextOf>
std::vector<Message> onlyNow(const Items& was, const Items& now, const TextOf& textOf)
{
    std::vector<Message> texts;
    for (const auto& item : now) {
        const Message& text = textOf(item);
        const bool known =
            std::ranges::any_of(was, [&](const auto& other) { return textOf(other).id == text.id; });
        if (!known)
            texts.push_back(text);
    }
    return texts;
}

/// From after the earlier up to the later of two ends of one clock.
struct MovedEnd {
    std::string clock; ///< of the definition
    Day from;
    Day to;
};

std::vector<MovedEnd> movedEnds(const BothFiles& files, const CorrectionRules& rules)
{
    const auto endOf = [&](const CaseClock& clock) {
        return law::lastDayToAct(
            law::countLedger(*clock.definition, clock.facts, calendarOf(clock, files.now, rules.calendars)));
    };
    std::vector<MovedEnd> moved;
    const auto before = clocksOf(files.was, rules.rulebook);
    for (const CaseClock& clock : clocksOf(files.now, rules.rulebook)) {
        const auto* same = findById(before, clock.id);
        const auto old = same != nullptr ? endOf(*same) : std::nullopt;
        const auto end = endOf(clock);
        if (old && end && *old != *end)
            moved.push_back({clock.definition->id, std::min(*old, *end), std::max(*old, *end)});
    }
    return moved;
}

bool isAboutCorrections(Effect effect)
{
    return effect == Effect::ProposeCorrection || effect == Effect::ProposeMove
        || effect == Effect::ConfirmCorrection || effect == Effect::RejectCorrection;
}

bool decides(const Entry& entry, const Correction& correction)
{
    return correction.decision == entry.seq;
}

/// Follows the stream under both days at once.
class Replay final {
public:
    Replay(const CaseId& id, const Correction& correction)
        : m_correction(correction)
        , m_files{CaseFile{.id = id}, CaseFile{.id = id}}
    {
    }

    /// Whether the entry was done under the old day.
    [[nodiscard]] bool isUnderOldDay(const Entry& entry) const
    {
        return m_reached && entry.seq != m_correction.corrected && !decides(entry, m_correction);
    }

    void take(const Entry& entry)
    {
        apply(m_files.was, entry);
        apply(m_files.now, entry);
        if (entry.seq != m_correction.corrected)
            return;
        m_reached = true;
        applyCorrection(m_files.now, m_correction);
    }

    [[nodiscard]] const BothFiles& files() const { return m_files; }

private:
    const Correction& m_correction;
    BothFiles m_files;
    bool m_reached = false;
};

} // namespace

std::optional<RecordedReceipt> receiptRecordedBy(
    const Entry& entry, Effect effect, const Facts& facts, Day on)
{
    const auto* field = std::ranges::find(kReceiptFields, effect, &ReceiptField::effect);
    if (field == std::end(kReceiptFields))
        return std::nullopt;
    const std::string_view name(field->day);
    // The draft may have gone to the EU Centre without its receipt being known yet.
    if (field->kind == ReceiptKind::DraftAtCentre && !facts.day(name))
        return std::nullopt;
    // Not every attempt to deliver an order is a receipt.
    if (effect == Effect::RecordDeliveryAttempt && !facts.flag("counts_as_receipt"))
        return std::nullopt;
    return RecordedReceipt{entry.seq, field->kind, facts.day(name).value_or(on), facts.instant("received_at"),
        facts.text(field->of), on, entry.actor};
}

const RecordedReceipt* receiptOf(const CaseFile& file, EntrySeq entry)
{
    return recordOf(file.receipts, entry);
}

const Correction* correctionOf(const CaseFile& file, std::string_view id)
{
    return findById(file.corrections, std::string(id));
}

ReceiptBounds boundsOf(const CaseFile& file, const RecordedReceipt& receipt)
{
    switch (receipt.kind) {
    case ReceiptKind::Filing:
    case ReceiptKind::ImpactAssessment:
        return {};
    case ReceiptKind::Plan:
        return {file.planDemand ? std::optional(file.planDemand->demandedOn) : std::nullopt, {}};
    case ReceiptKind::Answer: {
        const auto* request = findById(file.requests, receipt.of);
        return {request != nullptr ? std::optional(request->askedOn) : std::nullopt, {}};
    }
    case ReceiptKind::HearingStatement: {
        const auto* hearing = findById(file.hearings, receipt.of);
        return {hearing != nullptr ? std::optional(hearing->invitedOn) : std::nullopt, {}};
    }
    case ReceiptKind::Comments: {
        const auto* comments = recordOf(file.comments, receipt.entry);
        const auto* draft = comments != nullptr ? draftOf(file, comments->draftVersion) : nullptr;
        return {draft != nullptr ? std::optional(draft->sentOn) : std::nullopt, {}};
    }
    case ReceiptKind::Opinion: {
        const auto* opinion = recordOf(file.opinions, receipt.entry);
        const auto* draft = opinion != nullptr ? draftOf(file, opinion->draftVersion) : nullptr;
        return {draft != nullptr ? std::optional(draft->euCentreReceivedOn.value_or(draft->sentOn))
                                 : std::nullopt,
            {}};
    }
    case ReceiptKind::DraftAtCentre: {
        const auto* draft = recordOf(file.drafts, receipt.entry);
        return draft != nullptr ? draftBounds(file, *draft) : ReceiptBounds{};
    }
    case ReceiptKind::ConsultationRequest: {
        const auto* consultation = recordOf(file.consultations, receipt.entry);
        return consultation != nullptr ? consultationBounds(*consultation) : ReceiptBounds{};
    }
    case ReceiptKind::Order:
        return {file.order ? file.order->transmittedOn : std::nullopt, {}};
    }
    return {};
}

void applyCorrection(CaseFile& file, const Correction& correction)
{
    if (correction.movesTo)
        return moveAway(file, correction);
    const EntrySeq entry = correction.corrected;
    for (RecordedReceipt& receipt : file.receipts) {
        if (receipt.entry == entry) {
            receipt.day = correction.becomes;
            receipt.at = correction.becomesAt;
        }
    }
    for (ReceivedFiling& filing : file.filings) {
        if (filing.entry == entry)
            filing.receivedOn = correction.becomes;
    }
    if (file.plan && file.plan->entry == entry)
        file.plan->receivedOn = correction.becomes;
    for (InformationRequest& request : file.requests) {
        if (request.answer == entry)
            request.answeredOn = correction.becomes;
        if (auto* partial = recordOf(request.partialAnswers, entry))
            partial->receivedOn = correction.becomes;
    }
    if (auto* late = recordOf(file.lateAnswers, entry))
        late->receivedOn = correction.becomes;
    for (Hearing& hearing : file.hearings) {
        if (hearing.reply == entry)
            hearing.repliedOn = correction.becomes;
    }
    if (auto* comments = recordOf(file.comments, entry))
        comments->receivedOn = correction.becomes;
    if (auto* opinion = recordOf(file.opinions, entry))
        opinion->givenOn = correction.becomes;
    if (auto* draft = recordOf(file.drafts, entry))
        draft->euCentreReceivedOn = correction.becomes;
    if (auto* consultation = recordOf(file.consultations, entry))
        correctConsultation(*consultation, correction);
    if (correction.kind == ReceiptKind::Order && file.order)
        correctOrder(*file.order, correction);
}

BothFiles underBothDays(const CaseId& id, const std::vector<Entry>& entries, const Correction& correction)
{
    Replay replay(id, correction);
    for (const Entry& entry : entries) {
        if (decides(entry, correction))
            break;
        replay.take(entry);
    }
    return replay.files();
}

std::vector<ActUnderOldDate> actsUnderOldDate(const CaseId& id, const std::vector<Entry>& entries,
    const Correction& correction, const CorrectionRules& rules)
{
    const auto moved = movedEnds(underBothDays(id, entries, correction), rules);
    std::vector<ActUnderOldDate> found;
    Replay replay(id, correction);
    for (const Entry& entry : entries) {
        if (decides(entry, correction))
            break;
        const ActDefinition* act = rules.acts.find(entry.act);
        if (act != nullptr && replay.isUnderOldDay(entry) && !isAboutCorrections(act->effect)) {
            const Day on = Facts(entry.facts).day("on").value_or(rules.zone.dayOf(entry.at));
            ActUnderOldDate one{entry.seq, entry.streamSeq, entry.act, on, {}, {}, {}};
            const Verdict was = verdictOf(*act, replay.files().was, entry, rules);
            const Verdict now = verdictOf(*act, replay.files().now, entry, rules);
            one.refused = onlyNow(was.refusals, now.refusals,
                [](const Refusal& refusal) -> const Message& { return refusal.text; });
            one.warned = onlyNow(
                was.warnings, now.warnings, [](const Message& warning) -> const Message& { return warning; });
            for (const MovedEnd& end : moved) {
                if (end.from < on && on <= end.to)
                    one.between.push_back({"correction.between",
                        {{"clock", Term{"clock." + end.clock}}, {"from", end.from}, {"to", end.to}}});
            }
            if (!one.refused.empty() || !one.warned.empty() || !one.between.empty())
                found.push_back(std::move(one));
        }
        replay.take(entry);
    }
    return found;
}

} // namespace tutela::procedure

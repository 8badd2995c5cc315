#include "app/cli/case_json.h"

#include <algorithm>
#include <set>

#include "app/cli/technology_text.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::Card;
using interfaces::CaseView;

template <class Enum> Json enumJson(const std::optional<Enum>& value)
{
    return value ? Json(toText(*value)) : Json();
}

Json lengthJson(const std::optional<Length>& length)
{
    return length ? Json(formatLength(*length)) : Json();
}

template <class Id> Json idJson(const std::optional<Id>& id)
{
    return id ? Json(id->text()) : Json();
}

Json textArray(const std::vector<std::string>& texts)
{
    Json::Array out;
    for (const std::string& text : texts)
        out.emplace_back(text);
    return out;
}

Json documentJson(const interfaces::DocumentView& document)
{
    return Json::object({{"document", document.id.text()}, {"name", document.name},
        {"media_type", document.mediaType}, {"size", document.size}, {"sha256", document.sha256},
        {"flag", document.flag ? Json(toText(*document.flag)) : Json()}});
}

Json documentsJson(const std::vector<interfaces::DocumentView>& documents)
{
    Json::Array out;
    for (const auto& document : documents)
        out.push_back(documentJson(document));
    return out;
}

Json cardJson(const Card& card, const Context& context)
{
    Json::Array fields;
    for (const auto& field : card.fields)
        fields.push_back(Json::object({{"label", context.texts().text(field.label)}, {"value", field.value},
            {"lines", textsJson(field.lines, context)}}));
    return Json::object({
        {"tab", card.tab},
        {"entry", card.entry},
        {"id", card.id},
        {"title", context.texts().text(card.title)},
        {"status", card.status ? Json(card.status->id) : Json()},
        {"at", formatInstant(card.at)},
        {"by", card.by},
        {"fields", std::move(fields)},
        {"documents", documentsJson(card.documents)},
        {"recorded_from_document", card.recordedFromDocument},
        {"confirmed", card.confirmed},
    });
}

/// The facts of the fold joined with the card of the same entry, then the cards of the tab that have none.
class Items final {
public:
    Items(const CaseView& view, const Context& context)
        : m_view(view)
        , m_context(context)
    {
    }

    /// Adds the card's members that the facts do not have themselves.
    Json joined(EntrySeq entry, Json item)
    {
        item.set("entry", entry);
        const auto card = std::ranges::find(m_view.cards, entry, &Card::entry);
        if (card == m_view.cards.end())
            return item;
        const Json shown = cardJson(*card, m_context);
        for (const auto& [key, value] : shown.asObject()) {
            if (item.find(key) == nullptr)
                item.set(key, value);
        }
        return item;
    }

    void add(EntrySeq entry, Json item)
    {
        m_used.insert(entry);
        m_items.push_back(joined(entry, std::move(item)));
    }

    Json all() { return std::move(m_items); }

    Json finish(std::string_view tab)
    {
        for (const Card& card : m_view.cards) {
            if (card.tab == tab && !m_used.contains(card.entry))
                m_items.push_back(cardJson(card, m_context));
        }
        return m_items;
    }

private:
    const CaseView& m_view;
    const Context& m_context;
    std::set<EntrySeq> m_used;
    Json::Array m_items;
};

Json filingsJson(const CaseView& view, const std::vector<CaseFiling>& read, const Context& context)
{
    Items items(view, context);
    for (const ReceivedFiling& filing : view.file.filings) {
        Json item = Json::object({{"received_on", formatDay(filing.receivedOn)},
            {"filing", filing.original.text()}, {"findings", filing.findings}, {"kind", toText(filing.kind)},
            {"version", filing.version}, {"form", filing.form.empty() ? Json() : Json(filing.form)},
            {"moved_to", idJson(filing.movedTo)}, {"moved_from", idJson(filing.movedFrom)}});
        const auto found = std::ranges::find(read, filing.original, &CaseFiling::original);
        if (found != read.end()) {
            item.set("sha256", found->view.sha256);
            item.set("points_to_check", findingsJson(found->view.findings, context));
            item.set("content", contentJson(found->view));
            if (!found->view.technologies.empty())
                item.set("technologies", technologiesJson(found->view.technologies, context));
        }
        items.add(filing.entry, std::move(item));
    }
    return items.finish("risk-report");
}

Json opinionsJson(const CaseView& view, const Context& context)
{
    Items items(view, context);
    for (const CentreOpinion& opinion : view.file.opinions)
        items.add(opinion.entry,
            Json::object({{"from", toText(Institution::EuCentre)}, {"draft_version", opinion.draftVersion},
                {"outcome", toText(opinion.outcome)}, {"given_on", formatDay(opinion.givenOn)},
                {"points", opinion.points}}));
    return items.finish("opinions");
}

Json bySourceJson(const DayBySource& days)
{
    return Json::object(
        {{"provider", dayJson(days.provider)}, {"dpa", dayJson(days.dpa)}, {"differs", days.differs()}});
}

Json adviceCopyJson(const interfaces::ConsultationView& view)
{
    const auto one = [](const std::optional<interfaces::DocumentView>& document) {
        return document ? documentJson(*document) : Json();
    };
    return Json::object({{"match", toText(view.match)}, {"lodged", one(view.lodged)},
        {"providers_copy", one(view.providersCopy)}, {"copy_received_on", dayJson(view.copyReceivedOn)}});
}

/// One object for each consultation, with everything that happened in it.
Json consultationsJson(const CaseView& view, const Context& context)
{
    Items items(view, context);
    for (std::size_t i = 0; i < view.file.consultations.size(); ++i) {
        const Consultation& consultation = view.file.consultations[i];
        Json item =
            Json::object({{"id", consultation.id}, {"requested_on", formatDay(consultation.requestedOn)},
                {"requested", bySourceJson(consultation.requested)},
                {"extension", lengthJson(consultation.extension)},
                {"extension_announced_on", dayJson(consultation.extensionAnnouncedOn)},
                {"outcome", enumJson(consultation.outcome)}, {"outcome_on", dayJson(consultation.outcomeOn)},
                {"ended", bySourceJson(consultation.ended)}, {"points", consultation.points}});
        Json::Array pauses;
        for (const ConsultationPause& pause : consultation.pauses)
            pauses.push_back(items.joined(pause.entry,
                Json::object(
                    {{"stopped_on", formatDay(pause.stoppedOn)}, {"resumed_on", dayJson(pause.resumedOn)}})));
        item.set("pauses", Json(std::move(pauses)));
        item.set("extended",
            consultation.extended ? items.joined(*consultation.extended, Json::object()) : Json());
        item.set("advice", consultation.advice ? items.joined(*consultation.advice, Json::object()) : Json());
        if (i < view.consultations.size())
            item.set("advice_copy", adviceCopyJson(view.consultations[i]));
        items.add(consultation.entry, std::move(item));
    }
    return items.all();
}

Json decisionJson(const CaseView& view, const Context& context)
{
    if (!view.file.order)
        return {};
    const DetectionOrder& order = *view.file.order;
    return Items(view, context)
        .joined(order.entry,
            Json::object({{"decision", toText(order.decision)}, {"decided_on", formatDay(order.decidedOn)},
                {"judge", order.judge.text()}}));
}

Json orderJson(const CaseView& view, Day today)
{
    if (!view.file.order || view.file.order->decision == CourtDecision::Refused)
        return {};
    const DetectionOrder& order = *view.file.order;
    return Json::object({
        {"kind", enumJson(view.file.detectionKind)},
        {"status", toText(orderStatus(order, today))},
        {"start", formatDay(order.scope.start)},
        {"end", formatDay(order.scope.end)},
        {"parts", textArray(order.scope.parts)},
        {"transmitted_on", dayJson(order.transmittedOn)},
        {"received_on", dayJson(order.receivedOn)},
        {"final_on", dayJson(order.finalOn)},
        {"final", order.finalOn.has_value()},
        {"challenged", isChallenged(order)},
        {"version", std::max<std::int64_t>(1, std::ssize(order.versions))},
    });
}

Json entriesJson(const CaseView& view)
{
    Json::Array out;
    for (const auto& row : view.history)
        out.push_back(Json::object({{"seq", row.entry}, {"stream_seq", row.streamSeq},
            {"at", formatInstant(row.at)}, {"by", row.by}, {"act", row.act}, {"from", enumJson(row.from)},
            {"to", enumJson(row.to)}, {"recorded_from_document", row.recordedFromDocument}}));
    return out;
}

/// The days of receipt that can be corrected.
Json receiptsJson(const CaseFile& file)
{
    Json::Array out;
    for (const RecordedReceipt& receipt : file.receipts)
        out.push_back(Json::object({{"entry", receipt.entry}, {"kind", toText(receipt.kind)},
            {"of", receipt.of}, {"day", formatDay(receipt.day)},
            {"at", receipt.at ? Json(formatInstant(*receipt.at)) : Json()}}));
    return Json(std::move(out));
}

Json correctionsJson(const CaseFile& file)
{
    Json::Array out;
    for (const Correction& correction : file.corrections)
        out.push_back(Json::object(
            {{"correction", correction.id}, {"seq", correction.entry}, {"corrected", correction.corrected},
                {"kind", toText(correction.kind)}, {"moves_to", idJson(correction.movesTo)},
                {"was", formatDay(correction.was)}, {"becomes", formatDay(correction.becomes)},
                {"becomes_at", correction.becomesAt ? Json(formatInstant(*correction.becomesAt)) : Json()},
                {"state", toText(correction.state)}, {"proposed_by", correction.proposedBy.text()},
                {"decided_by", correction.decidedBy ? Json(correction.decidedBy->text()) : Json()},
                {"decided_on", dayJson(correction.decidedOn)}}));
    return Json(std::move(out));
}

Json servicesJson(const CaseView& view)
{
    Json::Array out;
    for (std::size_t i = 0; i < view.file.services.size(); ++i)
        out.push_back(Json::object({{"service", view.file.services[i].text()},
            {"name", i < view.services.size() ? view.services[i] : std::string()}}));
    return out;
}

Json pointsJson(const CaseView& view)
{
    Json::Array out;
    for (const interfaces::PointRow& row : view.points)
        out.push_back(Json::object({{"point", row.id}, {"source", toText(row.source)}, {"text", row.text},
            {"draft_version", row.draftVersion}, {"superseded", row.superseded}, {"left_out", row.leftOut},
            {"adjustment", enumJson(row.adjustment)}, {"place_in_plan", row.placeInPlan},
            {"explanation", row.explanation}, {"authority_view", enumJson(row.view)}, {"reason", row.reason},
            {"place", row.place}, {"on", dayJson(row.on)}, {"earlier_views", row.earlier}}));
    return Json(std::move(out));
}

Json conditionsJson(const CaseView& view)
{
    Json::Array out;
    for (const interfaces::ConditionRow& row : view.conditions) {
        Json::Array grounds;
        for (const interfaces::GroundView& ground : row.grounds)
            grounds.push_back(Json::object({{"ground", ground.id}, {"side", toText(ground.side)},
                {"text", ground.text}, {"rests_on", textArray(ground.restsOn)}}));
        out.push_back(Json::object(
            {{"condition", row.condition}, {"law", row.law}, {"grounds", Json(std::move(grounds))}}));
    }
    return Json(std::move(out));
}

Json accessJson(const CaseView& view, const Context& context)
{
    Json::Array out;
    for (const interfaces::AccessRow& row : view.access) {
        Json::Array parties;
        for (const interfaces::AccessState& state : row.parties)
            parties.push_back(Json::object({{"party", toText(state.party)}, {"state", toText(state.state)},
                {"on", dayJson(state.on)}, {"ground", state.ground}}));
        Json item = documentJson(row.document);
        item.set("came_with", context.texts().text(row.cameWith));
        item.set("parties", Json(std::move(parties)));
        out.push_back(std::move(item));
    }
    return out;
}

/// To whom the court may allocate the file.
Json courtJson(const CaseView& view)
{
    Json::Array out;
    for (const interfaces::CourtPerson& person : view.court)
        out.push_back(Json::object(
            {{"person", person.id.text()}, {"name", person.name}, {"role", toText(person.role)}}));
    return Json(std::move(out));
}

Json cardsJson(const CaseView& view, const Context& context)
{
    Json::Array out;
    for (const Card& card : view.cards)
        out.push_back(cardJson(card, context));
    return out;
}

} // namespace

Json caseJson(const CaseView& view, const std::vector<CaseFiling>& filings, Day today, const Context& context)
{
    const CaseFile& file = view.file;
    return Json::object({
        {"case", file.id.text()},
        {"kind", toText(file.kind)},
        {"step", toText(file.step)},
        {"rulebook", file.rulebook},
        {"stream_seq", file.streamSeq},
        {"opened_at", formatInstant(file.openedAt)},
        {"ended_on", dayJson(file.endedOn)},
        {"provider", Json::object({{"provider", file.provider.text()}, {"name", view.provider}})},
        {"services", servicesJson(view)},
        {"linked_case", idJson(file.linkedCase)},
        {"responsible", view.responsible},
        {"waiting_for", toText(view.waitingFor)},
        {"state", context.texts().text(view.banner.state)},
        {"next", context.texts().text(view.banner.next)},
        {"due", dayJson(view.banner.due)},
        {"clocks", clocksJson(view.clocks, context)},
        {"warnings", warningsJson(view.warnings, context)},
        {"filings", filingsJson(view, filings, context)},
        {"opinions", opinionsJson(view, context)},
        {"consultations", consultationsJson(view, context)},
        {"points", pointsJson(view)},
        {"conditions", conditionsJson(view)},
        {"decision", decisionJson(view, context)},
        {"order", orderJson(view, today)},
        {"receipts", receiptsJson(file)},
        {"corrections", correctionsJson(file)},
        {"cards", cardsJson(view, context)},
        {"access", accessJson(view, context)},
        {"entries", entriesJson(view)},
        {"audiences", textArray(view.audiences)},
        {"court", courtJson(view)},
    });
}

} // namespace tutela::cli

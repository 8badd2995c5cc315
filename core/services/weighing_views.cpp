#include "core/services/weighing_views.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/catalogue.h"
#include "core/domain/numbered_points.h"
#include "core/services/entry_content.h"

namespace tutela::services {

namespace {

using interfaces::ConditionRow;
using interfaces::GroundView;
using interfaces::PointRow;

/// The words of a point: one of the list, or the whole of the comments.
std::string wordsOf(Register& source, const NumberedPoint& point)
{
    const Json content = contentOf(source, point.entry);
    if (point.number == 0)
        return std::string(content.text("comments"));
    const Json::Array& points = content.items("points");
    const auto at = static_cast<std::size_t>(point.number - 1);
    return at < points.size() && points[at].isString() ? points[at].asString() : std::string();
}

std::int64_t draftVersionOf(const CaseFile& file, const NumberedPoint& point)
{
    const auto versionIn = [&](const auto& records) -> std::int64_t {
        const auto found =
            std::ranges::find_if(records, [&](const auto& record) { return record.entry == point.entry; });
        return found == records.end() ? 0 : found->draftVersion;
    };
    return point.source == PointSource::Opinion ? versionIn(file.opinions) : versionIn(file.comments);
}

PointRow pointRow(Register& source, const CaseFile& file, const NumberedPoint& point, const MayRead& mayRead)
{
    PointRow row{point.id, point.source, wordsOf(source, point), draftVersionOf(file, point),
        point.superseded, point.leftOut, {}, {}, {}, {}, {}, {}, {}};
    if (const auto* made = adjustmentOf(file, point.id); made != nullptr && mayRead(made->entry)) {
        const Json content = contentOf(source, made->entry);
        row.adjustment = made->adjustment;
        row.placeInPlan = content.text("place_in_plan");
        row.explanation = content.text("explanation");
        row.adjustedIn = made->entry;
    }
    if (const auto* made = treatmentOf(file, point.id); made != nullptr && mayRead(made->entry)) {
        const Json content = contentOf(source, made->entry);
        row.view = made->view;
        row.reason = content.text("reason");
        row.place = content.text("place");
        row.on = made->on;
        row.viewedIn = made->entry;
        row.earlier = std::ranges::count(file.treatments, point.id, &PointTreatment::point) - 1;
    }
    return row;
}

GroundView groundView(Register& source, const ConditionCell& cell, const MayRead& mayRead)
{
    GroundView view{
        cell.id, cell.side, std::string(contentOf(source, cell.entry).text("ground_text")), {}, cell.entry};
    for (const DocumentId& id : cell.documents) {
        const auto document = source.vault.document(id);
        view.restsOn.push_back(document && mayRead(document->seq) ? document->name : id.text());
    }
    view.restsOn.insert(view.restsOn.end(), cell.evidence.begin(), cell.evidence.end());
    view.restsOn.insert(view.restsOn.end(), cell.points.begin(), cell.points.end());
    return view;
}

const char* tableOf(const PointRow& row)
{
    if (!row.view)
        return "points-open";
    switch (*row.view) {
    case PointView::Followed:
        return "points-followed";
    case PointView::FollowedInPart:
        return "points-in-part";
    case PointView::NotFollowed:
        return "points-not-followed";
    case PointView::NotRelevant:
        return "points-not-relevant";
    }
    return "points-open";
}

std::string orDash(const std::string& text)
{
    return text.empty() ? "–" : text;
}

/// "Targeting: Direct messages only. [E1, O1.2]"
std::string groundText(const ConditionRow& row, const GroundView& ground)
{
    const Catalogue& texts = Catalogue::embedded("en");
    const bool against = ground.side == GroundSide::Against;
    std::string text = texts.text({against ? "compose.against" : "compose.for",
        {{"condition", Term{"condition." + row.condition}}, {"ground", ground.text}}});
    if (!ground.restsOn.empty())
        text += fmt::format(" [{}]", fmt::join(ground.restsOn, ", "));
    return text;
}

/// The field of the request in which a ground is set out. What speaks for the order in spite of a right is
/// balanced against it.
std::string fieldOf(const law::Condition& condition, GroundSide side)
{
    const bool outweighs = condition.field == "consequences" && side == GroundSide::For;
    return outweighs ? std::string("balance") : condition.field;
}

void addGrounds(Register& source, const CaseFile& file, Json& data)
{
    const std::vector<ConditionRow> rows = conditionRows(source, file, [](EntrySeq) { return true; });
    for (const ConditionRow& row : rows) {
        const auto condition =
            std::ranges::find(source.rulebook().conditions(), row.condition, &law::Condition::id);
        for (const GroundView& ground : row.grounds) {
            const std::string field = fieldOf(*condition, ground.side);
            std::string text(data.text(field));
            text += (text.empty() ? "" : "\n\n") + groundText(row, ground);
            data.set(field, std::move(text));
        }
    }
}

bool deviates(const CaseFile& file)
{
    return std::ranges::any_of(deviatingPoints(file), [&](const NumberedPoint& point) {
        return treatmentOf(file, point.id)->view == PointView::NotFollowed;
    });
}

} // namespace

std::vector<PointRow> pointRows(Register& source, const CaseFile& file, const MayRead& mayRead)
{
    std::vector<PointRow> rows;
    for (const NumberedPoint& point : numberedPoints(file)) {
        if (mayRead(point.entry))
            rows.push_back(pointRow(source, file, point, mayRead));
    }
    return rows;
}

std::vector<ConditionRow> conditionRows(Register& source, const CaseFile& file, const MayRead& mayRead)
{
    std::vector<ConditionRow> rows;
    if (!file.detectionKind)
        return rows;
    for (const law::Condition& condition : source.rulebook().conditions()) {
        if (!condition.isOf(toText(*file.detectionKind)))
            continue;
        ConditionRow row{condition.id, condition.law, {}};
        for (const ConditionCell& cell : file.cells) {
            if (cell.condition == condition.id && !cell.replacedBy && mayRead(cell.entry))
                row.grounds.push_back(groundView(source, cell, mayRead));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void addWeighing(Register& source, const CaseFile& file, std::optional<Institution> reader,
    const std::set<EntrySeq>& readable, interfaces::CaseView& view)
{
    const MayRead mayRead = [&](EntrySeq entry) { return readable.contains(entry); };
    view.points = pointRows(source, file, mayRead);
    if (reader == Institution::Authority || reader == Institution::Court)
        view.conditions = conditionRows(source, file, mayRead);
}

void addPointTables(Register& source, const CaseFile& then, PointSource of, documents::TemplateValues& values)
{
    for (const char* name :
        {"points-followed", "points-in-part", "points-not-followed", "points-not-relevant", "points-open"})
        values.tables[name] = {};
    for (const PointRow& row : pointRows(source, then, [](EntrySeq) { return true; })) {
        if (row.source != of || row.superseded || row.leftOut)
            continue;
        const char* name = tableOf(row);
        std::string reason = row.reason;
        if (!row.place.empty())
            reason += fmt::format(" ({})", row.place);
        if (of == PointSource::Opinion)
            values.tables[name].push_back({row.id, row.text, orDash(reason)});
        else
            values.tables[name].push_back({row.id, row.text, orDash(row.placeInPlan), orDash(reason)});
        values.flags.insert(name);
    }
}

Json composedRequest(Register& source, const CaseFile& file)
{
    Json data = Json::object();
    if (!file.drafts.empty()) {
        const OrderScope& scope = file.drafts.back().scope;
        Json::Array parts;
        for (const std::string& part : scope.parts)
            parts.emplace_back(part);
        if (!parts.empty())
            data.set("parts", Json(std::move(parts)));
        data.set("start", formatDay(scope.start));
        data.set("end", formatDay(scope.end));
    }
    addGrounds(source, file, data);
    if (deviates(file))
        data.set("deviates_from_opinion", true);
    std::vector<std::string> cited;
    for (const ConditionCell& cell : file.cells) {
        for (const DocumentId& document : cell.documents) {
            if (!cell.replacedBy && std::ranges::find(cited, document.text()) == cited.end())
                cited.push_back(document.text());
        }
    }
    Json::Array documents;
    for (const std::string& document : cited)
        documents.emplace_back(document);
    if (!documents.empty())
        data.set("cited_documents", Json(std::move(documents)));
    return data;
}

} // namespace tutela::services

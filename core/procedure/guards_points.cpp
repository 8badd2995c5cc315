#include "core/procedure/guard_run.h"

#include <algorithm>

#include "core/domain/numbered_points.h"

namespace tutela::procedure {

namespace {

/// A treatment is of a point that somebody made.
void pointKnown(const GuardRun& run)
{
    const std::vector<NumberedPoint> points = numberedPoints(*run.file);
    if (points.empty())
        return run.refuse({}, "none");
    if (run.data == nullptr)
        return;
    const auto* point = findById(points, run.facts().text("point"));
    if (point == nullptr)
        run.refuse({{"point", run.facts().text("point")}});
    else if (point->superseded)
        run.warn("point-superseded", {{"point", point->id}});
}

/// Art 7(3), second subparagraph: the plan says how it was adjusted to the advice.
void adjustmentFits(const GuardRun& run)
{
    std::vector<NumberedPoint> points = numberedPoints(*run.file);
    std::erase_if(points, [](const NumberedPoint& point) { return point.source != PointSource::Advice; });
    if (points.empty())
        return run.refuse({}, "no-advice");
    if (!run.file->plan || !run.file->plan->submitted)
        return run.refuse({}, "no-plan");
    if (run.data == nullptr)
        return;
    if (findById(points, run.facts().text("point")) == nullptr)
        run.refuse({{"point", run.facts().text("point")}});
    const auto adjustment = run.facts().choice<Adjustment>("adjustment");
    if (adjustment == Adjustment::Adjusted && !run.facts().has("place_in_plan"))
        run.warn("adjustment-without-place");
}

/// Art 7(4)(d): opinions and advice are taken into account. No text asks for an answer to each point, so that
/// a point without one is refused only as far as the office says so, and a reason is always enough.
void pointsTreated(const GuardRun& run)
{
    std::vector<NumberedPoint> open = unansweredPoints(*run.file);
    std::vector<NumberedPoint> comments = open;
    std::erase_if(comments, [](const NumberedPoint& point) { return point.source != PointSource::Comments; });
    std::erase_if(open, [](const NumberedPoint& point) { return point.source == PointSource::Comments; });
    if (!comments.empty())
        run.warn("comments-unanswered", {{"points", idsOf(comments)}});
    if (open.empty())
        return;
    run.warn("points-unanswered", {{"points", idsOf(open)}});
    const law::Parameter* rule = run.now.rulebook.parameter("art7_4.points");
    const bool asked = rule == nullptr || rule->value == "reason";
    if (!asked || run.data == nullptr || run.act.effect != Effect::SubmitForApproval)
        return;
    // Lists of answers were filed before points had acts of their own.
    const Facts facts = run.facts();
    if (!facts.has("treatment_of_points") && !facts.has("points_unanswered_reason"))
        run.refuse({{"points", idsOf(open)}});
}

bool everyPointOfTheOpinionTreated(const CaseFile& file)
{
    const auto points = numberedPoints(file);
    const auto counts = [](const NumberedPoint& point) {
        return point.source == PointSource::Opinion && !point.superseded;
    };
    return std::ranges::any_of(points, counts) && std::ranges::all_of(points, [&](const auto& point) {
        return !counts(point) || treatmentOf(file, point.id) != nullptr;
    });
}

/// Art 7(4), last subparagraph: what the request says of a deviation is what the points say. Whether a
/// deviation is substantial is the authority's to judge, with its reason.
void deviationAgrees(const GuardRun& run)
{
    const bool stated = run.facts().flag("deviates_from_opinion");
    const std::vector<NumberedPoint> points = deviatingPoints(*run.file);
    const bool notFollowed = std::ranges::any_of(points, [&](const NumberedPoint& point) {
        return treatmentOf(*run.file, point.id)->view == PointView::NotFollowed;
    });
    if (!stated && notFollowed && !run.facts().has("not_substantial_reason"))
        return run.refuse({{"points", idsOf(points)}}, "not-stated");
    if (!stated && !points.empty())
        return run.warn("deviation-not-stated", {{"points", idsOf(points)}});
    const bool unfavourable =
        !run.file->opinions.empty() && run.file->opinions.back().outcome == OpinionOutcome::Unfavourable;
    if (stated && points.empty() && !unfavourable && everyPointOfTheOpinionTreated(*run.file))
        run.refuse({}, "no-point");
}

/// Art 7(3)(d): the EU Centre is asked for an opinion on the draft as it stands now.
void opinionAwaited(const GuardRun& run)
{
    if (run.file->drafts.empty())
        return run.refuse({}, "no-draft");
    const std::int64_t version = run.file->drafts.back().version;
    const bool given = std::ranges::any_of(
        run.file->opinions, [&](const CentreOpinion& opinion) { return opinion.draftVersion == version; });
    if (given)
        return run.refuse({{"version", version}});
    if (!run.file->opinions.empty())
        run.warn("opinion-on-earlier-version",
            {{"given", run.file->opinions.back().draftVersion}, {"now", version}});
}

constexpr GuardRow kRows[] = {
    {Guard::PointKnown, LooksAt::State, pointKnown},
    {Guard::AdjustmentFits, LooksAt::State, adjustmentFits},
    {Guard::PointsTreated, LooksAt::State, pointsTreated},
    {Guard::DeviationAgrees, LooksAt::Data, deviationAgrees},
    {Guard::OpinionAwaited, LooksAt::State, opinionAwaited},
};

} // namespace

std::span<const GuardRow> pointGuards()
{
    return kRows;
}

} // namespace tutela::procedure

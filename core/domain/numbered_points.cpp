#include "core/domain/numbered_points.h"

#include <algorithm>

#include <fmt/format.h>

namespace tutela {

namespace {

/// As many as an act takes in; an entry could state any number.
constexpr std::int64_t kMostPoints = 200;

bool isLeftOut(const CaseFile& file, EntrySeq entry)
{
    const auto late = std::ranges::find(file.lateAnswers, entry, &LateAnswer::entry);
    return late != file.lateAnswers.end() && late->consideration == Consideration::NotConsidered;
}

template <class Records> const auto* lastOfPoint(const Records& records, const std::string& point)
{
    const auto last = std::find_if(
        records.rbegin(), records.rend(), [&](const auto& record) { return record.point == point; });
    return last == records.rend() ? nullptr : &*last;
}

} // namespace

std::vector<NumberedPoint> numberedPoints(const CaseFile& file)
{
    std::vector<NumberedPoint> points;
    const auto add = [&](const std::string& of, PointSource source, EntrySeq entry, std::int64_t count,
                         bool superseded) {
        for (std::int64_t number = 1; number <= std::min(count, kMostPoints); ++number)
            points.push_back({fmt::format("{}.{}", of, number), source, entry, number, superseded,
                isLeftOut(file, entry)});
    };
    for (const CentreOpinion& opinion : file.opinions)
        add(opinion.id, PointSource::Opinion, opinion.entry, opinion.points,
            opinion.entry != file.opinions.back().entry);
    for (const Consultation& consultation : file.consultations) {
        if (consultation.advice)
            add(consultation.id, PointSource::Advice, *consultation.advice, consultation.points, false);
    }
    for (std::size_t at = 0; at < file.comments.size(); ++at)
        points.push_back({fmt::format("V{}", at + 1), PointSource::Comments, file.comments[at].entry, 0,
            false, isLeftOut(file, file.comments[at].entry)});
    return points;
}

const PointTreatment* treatmentOf(const CaseFile& file, const std::string& point)
{
    return lastOfPoint(file.treatments, point);
}

const PointAdjustment* adjustmentOf(const CaseFile& file, const std::string& point)
{
    return lastOfPoint(file.adjustments, point);
}

std::vector<NumberedPoint> unansweredPoints(const CaseFile& file)
{
    std::vector<NumberedPoint> points = numberedPoints(file);
    std::erase_if(points, [&](const NumberedPoint& point) {
        return point.superseded || point.leftOut || treatmentOf(file, point.id) != nullptr;
    });
    return points;
}

std::vector<NumberedPoint> deviatingPoints(const CaseFile& file)
{
    std::vector<NumberedPoint> points = numberedPoints(file);
    std::erase_if(points, [&](const NumberedPoint& point) {
        const PointTreatment* made = treatmentOf(file, point.id);
        return point.source != PointSource::Opinion || point.superseded || made == nullptr
            || (made->view != PointView::NotFollowed && made->view != PointView::FollowedInPart);
    });
    return points;
}

bool consultedHere(const CaseFile& file)
{
    return std::ranges::any_of(file.consultations,
        [](const Consultation& consultation) { return consultation.competence != DpaCompetence::Abroad; });
}

std::string idsOf(const std::vector<NumberedPoint>& points)
{
    std::string ids;
    for (const NumberedPoint& point : points)
        ids += (ids.empty() ? "" : ", ") + point.id;
    return ids;
}

} // namespace tutela

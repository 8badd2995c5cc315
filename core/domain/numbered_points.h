#pragma once

#include <string>
#include <vector>

#include "core/domain/case_file.h"

namespace tutela {

/// A point that somebody made and that can be answered by its number.
struct NumberedPoint {
    std::string id; ///< "O1.2" of an opinion, "C1.3" of advice, "V1" for comments as a whole
    PointSource source = PointSource::Opinion;
    EntrySeq entry = 0;
    std::int64_t number = 0; ///< among the points of that entry, from 1; 0: the whole text
    bool superseded = false; ///< a later opinion took its place
    bool leftOut = false; ///< it came late and the authority recorded that it does not consider it
};

/// Every point in the file: of the EU Centre's opinions, of written advice, and the comments.
[[nodiscard]] std::vector<NumberedPoint> numberedPoints(const CaseFile& file);

/// What counts of what was recorded about a point, or null.
[[nodiscard]] const PointTreatment* treatmentOf(const CaseFile& file, const std::string& point);
[[nodiscard]] const PointAdjustment* adjustmentOf(const CaseFile& file, const std::string& point);

/// The points that count and that nobody has dealt with.
[[nodiscard]] std::vector<NumberedPoint> unansweredPoints(const CaseFile& file);

/// The points of the EU Centre's last opinion that the authority did not follow, or only in part.
/// Law: Art 7(4), last subparagraph.
[[nodiscard]] std::vector<NumberedPoint> deviatingPoints(const CaseFile& file);

/// Whether a data-protection authority of this Member State was consulted, so that its officers read what was
/// referred (GDPR Art 55, 56).
[[nodiscard]] bool consultedHere(const CaseFile& file);

/// "O1.1, O1.2"
[[nodiscard]] std::string idsOf(const std::vector<NumberedPoint>& points);

} // namespace tutela

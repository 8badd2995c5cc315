#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/domain/case_file.h"

namespace tutela::interfaces {

/// How one point of an opinion, of written advice or of the comments was dealt with. What the provider made
/// of it in its plan and what the authority thinks of it stand apart.
struct PointRow {
    std::string id; ///< "O1.2"
    PointSource source = PointSource::Opinion;
    std::string text; ///< as it was made; foreign text
    std::int64_t draftVersion = 0; ///< of the draft that the opinion or the comments are on; 0: on none
    bool superseded = false; ///< a later opinion took its place
    bool leftOut = false; ///< it came late and was not considered
    std::optional<Adjustment> adjustment; ///< according to the provider
    std::string placeInPlan;
    std::string explanation;
    std::optional<PointView> view; ///< of the authority; none: not dealt with yet
    std::string reason;
    std::string place; ///< in the request
    std::optional<Day> on; ///< when the authority recorded its view
    std::int64_t earlier = 0; ///< views recorded before, which stay in the history
    EntrySeq adjustedIn = 0; ///< entry with what the provider made of it; 0: none
    EntrySeq viewedIn = 0; ///< entry with the authority's view; 0: none
};

/// A ground under a condition.
struct GroundView {
    std::string id; ///< "B1"
    GroundSide side = GroundSide::For;
    std::string text; ///< foreign text
    std::vector<std::string> restsOn; ///< names of documents, ids of evidence and points
    EntrySeq entry = 0;
};

/// A condition of Art 7(4) to (8) with the grounds that stand. Text: "condition.<id>".
struct ConditionRow {
    std::string condition;
    std::string law;
    std::vector<GroundView> grounds;
};

} // namespace tutela::interfaces

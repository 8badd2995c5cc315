#pragma once

#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "core/documents/document_template.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// Whether a person may read an entry.
using MayRead = std::function<bool(EntrySeq)>;

/// Every point that may be read, with what may be read of how it was dealt with.
[[nodiscard]] std::vector<interfaces::PointRow> pointRows(
    Register& source, const CaseFile& file, const MayRead& mayRead);

/// The conditions of this kind of order with the grounds that may be read.
[[nodiscard]] std::vector<interfaces::ConditionRow> conditionRows(
    Register& source, const CaseFile& file, const MayRead& mayRead);

/// Puts the points, and for the authority and the court the conditions, into the view of a person who reads
/// for that institution.
void addWeighing(Register& source, const CaseFile& file, std::optional<Institution> reader,
    const std::set<EntrySeq>& readable, interfaces::CaseView& view);

/// Fills the tables and flags "points-followed", "points-in-part", "points-not-followed",
/// "points-not-relevant" and "points-open" of a letter with the points of that source, as they stood in
/// `then`. Columns: number, point, adjusted in plan at (of advice only), reason.
void addPointTables(
    Register& source, const CaseFile& then, PointSource of, documents::TemplateValues& values);

/// What the request says as far as it follows from the file: what the last draft covers, the grounds recorded
/// under the conditions, the documents they rest on, and whether points were not followed. An object for the
/// act submit-for-approval; empty members are left out.
[[nodiscard]] Json composedRequest(Register& source, const CaseFile& file);

} // namespace tutela::services

#pragma once

#include <optional>
#include <vector>

#include "core/domain/case_file.h"
#include "core/domain/entry.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/circumstances.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

/// The day of receipt that an entry of that effect records, if it records one. `on` is the day of the act.
[[nodiscard]] std::optional<RecordedReceipt> receiptRecordedBy(
    const Entry& entry, Effect effect, const Facts& facts, Day on);

/// The day of receipt that the entry recorded, as it counts now; null when it recorded none.
[[nodiscard]] const RecordedReceipt* receiptOf(const CaseFile& file, EntrySeq entry);

/// The correction of that id, or null.
[[nodiscard]] const Correction* correctionOf(const CaseFile& file, std::string_view id);

/// Between which days a receipt can lie: not before what it answers, not after what answered it.
struct ReceiptBounds {
    std::optional<Day> notBefore = {};
    std::optional<Day> notAfter = {};
};

[[nodiscard]] ReceiptBounds boundsOf(const CaseFile& file, const RecordedReceipt& receipt);

/// Puts the right day in the place of the wrong one in everything that the entry recorded, or takes the
/// filing that is moved to another file out of what counts in this one.
void applyCorrection(CaseFile& file, const Correction& correction);

/// What a correction is counted with beside the stream.
struct CorrectionRules {
    const ActTable& acts;
    const law::Rulebook& rulebook;
    const Calendars& calendars;
    const law::Zone& zone;
};

/// The case as it stood under the old day and as it would have stood under the right one, both as of the
/// decision on the correction, or as of now while it waits.
struct BothFiles {
    CaseFile was;
    CaseFile now;
};

[[nodiscard]] BothFiles underBothDays(
    const CaseId& id, const std::vector<Entry>& entries, const Correction& correction);

/// The acts after the corrected entry that the rules would have refused or warned of under the right day, or
/// whose day lies between the old and the new end of a clock. Nothing is changed about them.
[[nodiscard]] std::vector<ActUnderOldDate> actsUnderOldDate(const CaseId& id,
    const std::vector<Entry>& entries, const Correction& correction, const CorrectionRules& rules);

} // namespace tutela::procedure

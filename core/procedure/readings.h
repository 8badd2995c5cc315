#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/law/clock_ledger.h"
#include "core/law/period.h"
#include "core/law/period_checks.h"
#include "core/law/rulebook.h"

namespace tutela::procedure {

/// The reading on which an act rests that another reading forbids.
struct ReadingChoice {
    std::string reading; ///< key of the reading in the legal text
    std::string option; ///< the option on which the act rests

    friend bool operator==(const ReadingChoice&, const ReadingChoice&) = default;
};

/// "art7_9.start.minimum=last-day", as an entry keeps it.
[[nodiscard]] std::string toText(const ReadingChoice& choice);
[[nodiscard]] std::optional<ReadingChoice> readingChoiceFromText(std::string_view text);

/// The readings of Regulation 1182/71 that the legal text follows.
[[nodiscard]] law::PeriodReadings periodReadings(const law::Rulebook& rulebook);

/// From when a clock runs again after a request was closed without an answer.
[[nodiscard]] law::ResumptionReading resumptionReading(const law::Rulebook& rulebook);

/// How a minimum period is read (Art 7(9)).
[[nodiscard]] law::MinimumReading minimumReading(const law::Rulebook& rulebook);

} // namespace tutela::procedure

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/day.h"

namespace tutela::documents {

/// Whether a date stands (RFC 5545 section 3.8.1.11).
enum class EventStatus { Confirmed, Tentative, Cancelled };

/// A date that lasts one whole day in no particular zone.
struct CalendarEvent {
    std::string uid; ///< the same in every export
    std::int64_t sequence = 0; ///< grows with each change
    Instant changedAt{};
    Day day{};
    EventStatus status = EventStatus::Confirmed;
    std::string summary;
    std::string description;
    std::vector<std::int64_t> remindDaysBefore; ///< each at nine in the morning, wherever the reader is
};

struct CalendarFile {
    std::string name;
    Instant madeAt{};
    std::vector<CalendarEvent> events;
};

/// The calendar as bytes of RFC 5545: lines end in CRLF and hold at most 75 octets, never cut inside a
/// character; texts are escaped; control characters are left out.
[[nodiscard]] std::string writeCalendar(const CalendarFile& file);

} // namespace tutela::documents

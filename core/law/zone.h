#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/day.h"
#include "core/base/result.h"

namespace date {
class time_zone;
}

namespace tutela::law {

/// A civil time as a clock on the wall shows it, to the second, without a zone.
using LocalTime = std::chrono::local_time<std::chrono::seconds>;

/// Whether a written local time carries its offset from UTC.
enum class OffsetText { Shown, Hidden };

/// Whether the IANA time zone data of the machine know this name ("Europe/Brussels").
[[nodiscard]] bool zoneExists(std::string_view name);

/// A civil time zone: an IANA zone, or a fixed offset taken from a written instant. A cheap value.
class Zone final {
public:
    /// The IANA zone of that name. Error BadInput `zone.unknown`.
    [[nodiscard]] static Result<Zone> named(std::string_view name);

    /// The zone that always stands this far ahead of UTC.
    [[nodiscard]] static Zone fixed(std::chrono::minutes offset);

    /// The fixed offset written at the end of an RFC 3339 instant (`…+02:00`, `…Z`); nothing when there is
    /// none.
    [[nodiscard]] static std::optional<Zone> ofInstantText(std::string_view text);

    /// "Europe/Brussels", or "+02:00" for a fixed offset.
    [[nodiscard]] std::string name() const;

    /// How far local time is ahead of UTC at that instant.
    [[nodiscard]] std::chrono::seconds offsetAt(Instant instant) const;

    /// The civil day of an instant.
    [[nodiscard]] Day dayOf(Instant instant) const;

    /// The time on the wall at an instant, cut to the second.
    [[nodiscard]] LocalTime localTime(Instant instant) const;

    /// The one instant of a local time. Errors BadInput: `zone.gap` when the clocks skip that time,
    /// `zone.overlap` when it comes twice; it is never guessed which was meant.
    [[nodiscard]] Result<Instant> instantOf(LocalTime local) const;

    /// The first instant of a civil day, also where the clocks change at midnight.
    [[nodiscard]] Instant startOfDay(Day day) const;

    friend bool operator==(const Zone&, const Zone&) = default;

private:
    Zone() = default;

    const date::time_zone* m_zone = nullptr; ///< owned by the time zone data, lives as long as the program
    std::chrono::minutes m_offset{0};
};

/// Reads `2026-06-10T14:18:30` (seconds optional) without offset; nothing for any other text.
[[nodiscard]] std::optional<LocalTime> parseLocalTime(std::string_view text);

/// Writes `2026-06-11T14:59:59`, with `+02:00` behind it when the offset is shown.
[[nodiscard]] std::string localText(Instant instant, const Zone& zone, OffsetText offset = OffsetText::Shown);

} // namespace tutela::law

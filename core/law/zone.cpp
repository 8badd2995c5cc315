#include "core/law/zone.h"

#include <stdexcept>

#include <date/tz.h>
#include <fmt/format.h>

namespace tutela::law {

namespace {

using namespace std::chrono;

const date::time_zone* findZone(std::string_view name)
{
    try {
        return date::locate_zone(std::string(name));
    } catch (const std::runtime_error&) {
        return nullptr; // the library's only way to say that the name is unknown
    }
}

date::local_seconds asLibraryTime(LocalTime local)
{
    return date::local_seconds{local.time_since_epoch()};
}

std::string offsetText(seconds offset)
{
    const auto magnitude = offset < seconds{0} ? -offset : offset;
    return fmt::format("{}{:02}:{:02}", offset < seconds{0} ? '-' : '+', magnitude.count() / 3600,
        magnitude.count() / 60 % 60);
}

Error zoneError(std::string id, std::string zone, std::string time)
{
    return Error{
        ErrorCode::BadInput, Message{std::move(id), {{"time", std::move(time)}, {"zone", std::move(zone)}}}};
}

std::string wallText(LocalTime local)
{
    const auto dayPart = floor<days>(local);
    const auto second = (local - dayPart).count();
    return fmt::format("{}T{:02}:{:02}:{:02}", formatDay(Day{dayPart.time_since_epoch()}), second / 3600,
        second / 60 % 60, second % 60);
}

} // namespace

bool zoneExists(std::string_view name)
{
    return findZone(name) != nullptr;
}

Result<Zone> Zone::named(std::string_view name)
{
    Zone zone;
    zone.m_zone = findZone(name);
    if (zone.m_zone == nullptr)
        return Error{ErrorCode::BadInput, Message{"zone.unknown", {{"zone", std::string(name)}}}};
    return zone;
}

Zone Zone::fixed(minutes offset)
{
    Zone zone;
    zone.m_offset = offset;
    return zone;
}

std::optional<Zone> Zone::ofInstantText(std::string_view text)
{
    if (!parseInstant(text))
        return std::nullopt;
    if (text.back() == 'Z' || text.back() == 'z')
        return fixed(minutes{0});
    const auto digit = [&text](std::size_t fromEnd) { return text[text.size() - fromEnd] - '0'; };
    const minutes offset{(digit(5) * 10 + digit(4)) * 60 + digit(2) * 10 + digit(1)};
    return fixed(text[text.size() - 6] == '-' ? -offset : offset);
}

std::string Zone::name() const
{
    return m_zone == nullptr ? offsetText(m_offset) : m_zone->name();
}

seconds Zone::offsetAt(Instant instant) const
{
    if (m_zone == nullptr)
        return m_offset;
    return m_zone->get_info(floor<seconds>(instant)).offset;
}

Day Zone::dayOf(Instant instant) const
{
    return floor<days>(instant + offsetAt(instant));
}

LocalTime Zone::localTime(Instant instant) const
{
    return LocalTime{floor<seconds>(instant + offsetAt(instant)).time_since_epoch()};
}

Result<Instant> Zone::instantOf(LocalTime local) const
{
    const sys_seconds asIfUtc{local.time_since_epoch()};
    if (m_zone == nullptr)
        return Instant{asIfUtc - m_offset};
    const date::local_info info = m_zone->get_info(asLibraryTime(local));
    if (info.result == date::local_info::nonexistent)
        return zoneError("zone.gap", name(), wallText(local));
    if (info.result == date::local_info::ambiguous)
        return zoneError("zone.overlap", name(), wallText(local));
    return Instant{asIfUtc - info.first.offset};
}

Instant Zone::startOfDay(Day day) const
{
    const LocalTime midnight{day.time_since_epoch()};
    if (m_zone == nullptr)
        return Instant{day} - m_offset;
    const date::local_info info = m_zone->get_info(asLibraryTime(midnight));
    if (info.result == date::local_info::nonexistent)
        return Instant{info.second.begin};
    return Instant{day} - info.first.offset;
}

std::optional<LocalTime> parseLocalTime(std::string_view text)
{
    if (text.size() != 16 && text.size() != 19)
        return std::nullopt;
    const auto instant = parseInstant(std::string(text) + (text.size() == 16 ? ":00Z" : "Z"));
    if (!instant)
        return std::nullopt;
    return LocalTime{floor<seconds>(*instant).time_since_epoch()};
}

std::string localText(Instant instant, const Zone& zone, OffsetText offset)
{
    std::string text = wallText(zone.localTime(instant));
    if (offset == OffsetText::Shown)
        text += offsetText(zone.offsetAt(instant));
    return text;
}

} // namespace tutela::law

#include "core/base/day.h"

#include <charconv>

#include <fmt/format.h>

namespace tutela {

namespace {

using namespace std::chrono;

/// Reads exactly `width` decimal digits at the front of `text` and removes them.
std::optional<int> takeDigits(std::string_view& text, std::size_t width)
{
    if (text.size() < width)
        return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, width)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool takeChar(std::string_view& text, char wanted)
{
    if (text.empty() || text.front() != wanted)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Day> takeDay(std::string_view& text)
{
    const auto y = takeDigits(text, 4);
    if (!y || !takeChar(text, '-'))
        return std::nullopt;
    const auto m = takeDigits(text, 2);
    if (!m || !takeChar(text, '-'))
        return std::nullopt;
    const auto d = takeDigits(text, 2);
    if (!d)
        return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok())
        return std::nullopt;
    return sys_days{date};
}

std::optional<microseconds> takeFraction(std::string_view& text)
{
    if (!takeChar(text, '.'))
        return microseconds{0};
    long long value = 0;
    int digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9' && digits < 6) {
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
        ++digits;
    }
    if (digits == 0)
        return std::nullopt;
    for (; digits < 6; ++digits)
        value *= 10;
    return microseconds{value};
}

std::optional<minutes> takeOffset(std::string_view& text)
{
    if (takeChar(text, 'Z') || takeChar(text, 'z'))
        return minutes{0};
    const bool minus = !text.empty() && text.front() == '-';
    if (!takeChar(text, minus ? '-' : '+'))
        return std::nullopt;
    const auto h = takeDigits(text, 2);
    if (!h || !takeChar(text, ':'))
        return std::nullopt;
    const auto m = takeDigits(text, 2);
    if (!m || *h > 23 || *m > 59)
        return std::nullopt;
    const minutes offset = hours{*h} + minutes{*m};
    return minus ? -offset : offset;
}

} // namespace

std::optional<Day> parseDay(std::string_view text)
{
    const auto day = takeDay(text);
    return text.empty() ? day : std::nullopt;
}

std::string formatDay(Day day)
{
    const year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Instant> parseInstant(std::string_view text)
{
    const auto day = takeDay(text);
    if (!day || !(takeChar(text, 'T') || takeChar(text, 't')))
        return std::nullopt;
    const auto h = takeDigits(text, 2);
    if (!h || !takeChar(text, ':'))
        return std::nullopt;
    const auto m = takeDigits(text, 2);
    if (!m || !takeChar(text, ':'))
        return std::nullopt;
    const auto s = takeDigits(text, 2);
    if (!s || *h > 23 || *m > 59 || *s > 59)
        return std::nullopt;
    const auto fraction = takeFraction(text);
    if (!fraction)
        return std::nullopt;
    const auto offset = takeOffset(text);
    if (!offset || !text.empty())
        return std::nullopt;
    return Instant{*day} + hours{*h} + minutes{*m} + seconds{*s} + *fraction - *offset;
}

std::string formatInstant(Instant instant)
{
    const Day day = floor<days>(instant);
    const auto micros = (instant - day).count();
    const auto whole = micros / 1'000'000;
    std::string text =
        fmt::format("{}T{:02}:{:02}:{:02}", formatDay(day), whole / 3600, whole / 60 % 60, whole % 60);
    if (micros % 1'000'000 != 0)
        text += fmt::format(".{:06}", micros % 1'000'000);
    return text + "Z";
}

} // namespace tutela

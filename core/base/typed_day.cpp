#include "core/base/typed_day.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace tutela {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december"};

std::string lowered(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    std::string out(text.substr(first, text.find_last_not_of(" \t") - first + 1));
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

/// Reads a number of at most `digits` digits from the front and takes it away.
std::optional<int> takeNumber(std::string_view& text, std::size_t digits)
{
    std::size_t length = 0;
    while (length < text.size() && length < digits && text[length] >= '0' && text[length] <= '9')
        ++length;
    int number = 0;
    if (length == 0 || std::from_chars(text.data(), text.data() + length, number).ec != std::errc())
        return std::nullopt;
    text.remove_prefix(length);
    return number;
}

bool take(std::string_view& text, std::string_view any)
{
    if (text.empty() || any.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Day> existing(int year, int month, int day)
{
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
        std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() && year >= 1 && year <= 9999 ? std::optional(Day(date)) : std::nullopt;
}

/// The day of the month, or the last one of a shorter month.
Day inMonth(year_month_day date)
{
    return date.ok() ? Day(date) : Day(date.year() / date.month() / std::chrono::last);
}

/// "+14d"
std::optional<Day> relative(std::string_view text, Day today)
{
    if (!take(text, "+"))
        return std::nullopt;
    const auto amount = takeNumber(text, 4);
    while (take(text, " ")) { }
    if (!amount || text.size() != 1)
        return std::nullopt;
    const year_month_day date{today};
    switch (text.front()) {
    case 'd':
        return today + days{*amount};
    case 'w':
        return today + days{7 * *amount};
    case 'm':
        return inMonth(date + months{*amount});
    case 'y':
        return inMonth(date + years{*amount});
    }
    return std::nullopt;
}

/// "31.3.2027", "31.3.", "31/3"
std::optional<Day> dotted(std::string_view text, Day today)
{
    const auto day = takeNumber(text, 2);
    if (!day || !take(text, "./"))
        return std::nullopt;
    const auto month = takeNumber(text, 2);
    if (!month)
        return std::nullopt;
    const bool goesOn = take(text, "./");
    if (!text.empty()) {
        const bool fourDigits = goesOn && text.size() == 4;
        const auto year = takeNumber(text, 4);
        return fourDigits && year && text.empty() ? existing(*year, *month, *day) : std::nullopt;
    }
    // 29 February may be years away.
    const int from = static_cast<int>(year_month_day{today}.year());
    for (int year = from; year <= from + 8; ++year) {
        const auto found = existing(year, *month, *day);
        if (found && *found >= today)
            return found;
    }
    return std::nullopt;
}

/// "31 march 2027", "31 mar 2027"
std::optional<Day> worded(std::string_view text)
{
    const auto day = takeNumber(text, 2);
    if (!day || !take(text, " "))
        return std::nullopt;
    const auto space = text.find(' ');
    const std::string_view name = text.substr(0, space);
    const auto month = std::ranges::find_if(
        kMonths, [name](std::string_view one) { return name == one || name == one.substr(0, 3); });
    if (space == std::string_view::npos || month == kMonths.end())
        return std::nullopt;
    text.remove_prefix(space + 1);
    const bool fourDigits = text.size() == 4;
    const auto year = takeNumber(text, 4);
    if (!fourDigits || !year || !text.empty())
        return std::nullopt;
    return existing(*year, static_cast<int>(month - kMonths.begin()) + 1, *day);
}

} // namespace

std::optional<Day> parseTypedDay(std::string_view typed, Day today)
{
    const std::string text = lowered(typed);
    if (text == "today")
        return today;
    if (text == "tomorrow")
        return today + days{1};
    if (const auto day = parseDay(text))
        return day;
    if (const auto day = relative(text, today))
        return day;
    if (const auto day = dotted(text, today))
        return day;
    return worded(text);
}

} // namespace tutela

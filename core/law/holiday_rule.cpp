#include "core/law/holiday_rule.h"

#include <algorithm>
#include <array>

#include "core/law/fields.h"

namespace tutela::law {

namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 7> kWeekdays = {
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

std::optional<weekday> parseWeekday(std::string_view text)
{
    const auto found = std::find(kWeekdays.begin(), kWeekdays.end(), text);
    if (found == kWeekdays.end())
        return std::nullopt;
    return weekday{static_cast<unsigned>(found - kWeekdays.begin())};
}

std::optional<month_day> parseMonthDay(std::string_view text)
{
    // 2000 is a leap year, so that 29 February can be named.
    const auto day = parseDay("2000-" + std::string(text));
    if (!day)
        return std::nullopt;
    const year_month_day date{*day};
    return date.month() / date.day();
}

month_day readMonthDay(Fields& fields, std::string_view key)
{
    const auto date = parseMonthDay(fields.text(key));
    if (!date)
        fields.refuse(key);
    return date.value_or(January / 1);
}

weekday readWeekday(Fields& fields, std::string_view key)
{
    const auto found = parseWeekday(fields.text(key));
    if (!found)
        fields.refuse(key);
    return found.value_or(Monday);
}

void readNthWeekday(HolidayRule& rule, Fields& fields)
{
    rule.month = month{static_cast<unsigned>(fields.integer("month", 1, 12))};
    rule.weekday = readWeekday(fields, "weekday");
    rule.nth = static_cast<int>(fields.integer("nth", -1, 4));
    if (rule.nth == 0)
        fields.refuse("nth");
}

void readInstead(HolidayRule& rule, const Json& json, Fields& fields)
{
    const Json* instead = json.find("instead");
    if (instead == nullptr)
        return;
    if (rule.kind != HolidayKind::FixedDate && rule.kind != HolidayKind::NthWeekday)
        return fields.refuse("instead");
    Fields inner(*instead, fields.path("instead"), {"day", "weekday"});
    rule.insteadDate = readMonthDay(inner, "day");
    rule.insteadWeekday = readWeekday(inner, "weekday");
    if (inner.error())
        fields.refuse("instead");
}

void readDays(HolidayRule& rule, Fields& fields)
{
    for (const std::string& text : fields.texts("days")) {
        const auto day = parseDay(text);
        if (!day)
            fields.refuse("days");
        else
            rule.days.push_back(*day);
    }
    if (rule.days.empty())
        fields.refuse("days", "law.pack.missing");
    std::sort(rule.days.begin(), rule.days.end());
}

void readKind(HolidayRule& rule, const Json& json, Fields& fields)
{
    const std::string kind = fields.text("kind");
    if (kind == "fixed") {
        rule.kind = HolidayKind::FixedDate;
        rule.date = readMonthDay(fields, "day");
    } else if (kind == "weekday-from") {
        rule.kind = HolidayKind::WeekdayFrom;
        rule.date = readMonthDay(fields, "day");
        rule.weekday = readWeekday(fields, "weekday");
    } else if (kind == "easter" || kind == "orthodox-easter") {
        rule.kind = kind == "easter" ? HolidayKind::EasterOffset : HolidayKind::OrthodoxEasterOffset;
        rule.easterOffset = static_cast<int>(fields.integer("offset", -70, 70));
    } else if (kind == "nth-weekday") {
        rule.kind = HolidayKind::NthWeekday;
        readNthWeekday(rule, fields);
    } else if (kind == "list") {
        rule.kind = HolidayKind::DayList;
        readDays(rule, fields);
    } else {
        fields.refuse("kind");
    }
    readInstead(rule, json, fields);
}

void readCircumstances(HolidayRule& rule, Fields& fields)
{
    if (fields.has("from"))
        rule.fromYear = static_cast<int>(fields.integer("from", 1, 9999));
    if (fields.has("to"))
        rule.toYear = static_cast<int>(fields.integer("to", rule.fromYear, 9999));
    const std::string substitute = fields.optionalText("substitute");
    if (substitute == "next-working-day")
        rule.substitute = Substitute::NextWorkingDay;
    else if (substitute == "monday-after-sunday")
        rule.substitute = Substitute::MondayAfterSunday;
    else if (!substitute.empty())
        fields.refuse("substitute");
    const std::string basis = fields.text("basis");
    if (basis == "checked")
        rule.basis = HolidayBasis::Checked;
    else if (basis == "disputed")
        rule.basis = HolidayBasis::Disputed;
    else if (basis != "memory")
        fields.refuse("basis");
    rule.source = fields.text("source");
}

/// The date that takes the rule's place in that year.
std::optional<Day> insteadIn(const HolidayRule& rule, year inYear)
{
    if (!rule.insteadDate)
        return std::nullopt;
    const Day instead{inYear / *rule.insteadDate};
    return weekday{instead} == rule.insteadWeekday ? std::optional(instead) : std::nullopt;
}

Day nthWeekday(const HolidayRule& rule, year inYear)
{
    if (rule.nth < 0)
        return sys_days{inYear / rule.month / rule.weekday[last]};
    return sys_days{inYear / rule.month / rule.weekday[static_cast<unsigned>(rule.nth)]};
}

} // namespace

Day easterSunday(int year)
{
    // The Gregorian computus in the form of Meeus, Jones and Butcher.
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - b / 4 - g + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int monthDay = h + l - 7 * m + 114;
    return sys_days{std::chrono::year{year} / month{static_cast<unsigned>(monthDay / 31)}
        / day{static_cast<unsigned>(monthDay % 31 + 1)}};
}

Day orthodoxEasterSunday(int year)
{
    // The Julian computus in the form of Meeus; the Julian calendar is 13 days behind from 1900 to 2099.
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int monthDay = d + e + 114;
    return sys_days{std::chrono::year{year} / month{static_cast<unsigned>(monthDay / 31)}
               / day{static_cast<unsigned>(monthDay % 31 + 1)}}
    + days{13};
}

std::vector<Day> daysOf(const HolidayRule& rule, int year)
{
    if (year < rule.fromYear || year > rule.toYear)
        return {};
    const std::chrono::year inYear{year};
    if (const auto instead = insteadIn(rule, inYear))
        return {*instead};
    switch (rule.kind) {
    case HolidayKind::FixedDate: {
        const year_month_day date = inYear / rule.date;
        return date.ok() ? std::vector<Day>{sys_days{date}} : std::vector<Day>{};
    }
    case HolidayKind::EasterOffset:
        return {easterSunday(year) + days{rule.easterOffset}};
    case HolidayKind::OrthodoxEasterOffset:
        return {orthodoxEasterSunday(year) + days{rule.easterOffset}};
    case HolidayKind::WeekdayFrom: {
        const Day from{inYear / rule.date};
        return {from + (rule.weekday - weekday{from})};
    }
    case HolidayKind::NthWeekday:
        return {nthWeekday(rule, inYear)};
    case HolidayKind::DayList: {
        std::vector<Day> listed;
        std::copy_if(rule.days.begin(), rule.days.end(), std::back_inserter(listed),
            [inYear](Day day) { return year_month_day{day}.year() == inYear; });
        return listed;
    }
    }
    return {};
}

Result<HolidayRule> parseHolidayRule(const Json& json, const std::string& where)
{
    Fields fields(json, where,
        {"name", "kind", "day", "offset", "month", "weekday", "nth", "instead", "days", "from", "to",
            "substitute", "basis", "source"});
    if (fields.error())
        return *fields.error();
    HolidayRule rule;
    rule.name = fields.text("name");
    readKind(rule, json, fields);
    readCircumstances(rule, fields);
    if (fields.error())
        return *fields.error();
    return rule;
}

} // namespace tutela::law

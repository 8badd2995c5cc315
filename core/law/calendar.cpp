#include "core/law/calendar.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <stdexcept>

#include <fmt/format.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/law/fields.h"

namespace tutela::law {

namespace {

using namespace std::chrono;

/// The years for which rules are computed, covered or not.
constexpr int kFirstTabulatedYear = 2000;
constexpr int kLastTabulatedYear = 2100;

int yearOf(Day day)
{
    return static_cast<int>(year_month_day{day}.year());
}

bool isSaturdayOrSunday(Day day)
{
    const weekday which{day};
    return which == Saturday || which == Sunday;
}

bool contains(const std::vector<Holiday>& holidays, Day day)
{
    return std::any_of(
        holidays.begin(), holidays.end(), [day](const Holiday& holiday) { return holiday.day == day; });
}

void addOnce(std::vector<Holiday>& holidays, Holiday holiday)
{
    if (!contains(holidays, holiday.day))
        holidays.push_back(std::move(holiday));
}

bool needsSubstitute(const HolidayRule& rule, Day day)
{
    switch (rule.substitute) {
    case Substitute::None:
        return false;
    case Substitute::NextWorkingDay:
        return isSaturdayOrSunday(day);
    case Substitute::MondayAfterSunday:
        return weekday{day} == Sunday;
    }
    return false;
}

/// Which of a calendar's rules are meant.
enum class Which { Certain, Disputed };

bool isOf(const HolidayRule& rule, Which which)
{
    return (rule.basis == HolidayBasis::Disputed) == (which == Which::Disputed);
}

void addDays(std::vector<Holiday>& holidays, const std::vector<HolidayRule>& rules, int year, Which which)
{
    for (const HolidayRule& rule : rules) {
        if (!isOf(rule, which))
            continue;
        for (const Day day : daysOf(rule, year))
            addOnce(holidays, {day, rule.name});
    }
}

void addSubstitutes(
    std::vector<Holiday>& holidays, const std::vector<HolidayRule>& rules, int year, Which which)
{
    for (const HolidayRule& rule : rules) {
        if (!isOf(rule, which))
            continue;
        for (Day day : daysOf(rule, year)) {
            if (!needsSubstitute(rule, day))
                continue;
            while (isSaturdayOrSunday(day) || contains(holidays, day))
                day += days{1};
            holidays.push_back({day, rule.name});
        }
    }
}

bool byDay(const Holiday& left, const Holiday& right)
{
    return left.day < right.day;
}

/// The packs that come with the program, by id.
const std::map<std::string, Json, std::less<>>& embeddedPacks()
{
    static const std::map<std::string, Json, std::less<>> packs = [] {
        std::map<std::string, Json, std::less<>> loaded;
        for (const EmbeddedFile& file : embeddedFiles()) {
            if (!file.path.starts_with("core/law/calendars/"))
                continue;
            const auto json = parseJson(file.text, JsonLimits::forOwnData());
            if (!json)
                throw std::logic_error(fmt::format("{} is no JSON", file.path));
            loaded.emplace(json.value().text("id"), json.value());
        }
        return loaded;
    }();
    return packs;
}

Result<Holiday> parseHoliday(const Json& json, const std::string& where)
{
    Fields fields(json, where, {"day", "name"});
    if (fields.error())
        return *fields.error();
    const auto day = parseDay(fields.text("day"));
    if (!day)
        fields.refuse("day");
    Holiday holiday{day.value_or(Day{}), fields.text("name")};
    if (fields.error())
        return *fields.error();
    return holiday;
}

} // namespace

const Calendar* Calendar::shared(std::string_view id)
{
    static std::mutex mutex;
    static std::map<std::string, Calendar, std::less<>> used; // few of them are ever asked for
    const std::lock_guard lock(mutex);
    if (const auto found = used.find(id); found != used.end())
        return &found->second;
    const auto pack = embeddedPacks().find(id);
    if (pack == embeddedPacks().end())
        return nullptr;
    auto calendar = parse(pack->second);
    if (!calendar)
        throw std::logic_error(
            fmt::format("calendar {}: {} at {}", id, calendar.error().what.id, calendar.error().where));
    return &used.emplace(std::string(id), std::move(calendar).value()).first->second;
}

Result<Calendar> Calendar::embedded(std::string_view id)
{
    if (const Calendar* found = shared(id))
        return *found;
    return Error{ErrorCode::BadInput, Message{"calendar.unknown", {{"calendar", std::string(id)}}}};
}

std::vector<std::string> Calendar::embeddedIds()
{
    std::vector<std::string> ids;
    for (const auto& [id, pack] : embeddedPacks())
        ids.push_back(id);
    return ids;
}

Result<Calendar> Calendar::parse(const Json& pack)
{
    Fields fields(pack, "$", {"id", "name", "note", "covers", "rules"});
    if (fields.error())
        return *fields.error();
    Calendar calendar;
    calendar.m_id = fields.text("id");
    calendar.m_name = fields.text("name");
    const Json* covers = pack.find("covers");
    if (covers == nullptr) {
        fields.refuse("covers", "law.pack.missing");
        return *fields.error();
    }
    Fields years(*covers, "$.covers", {"from", "to"});
    calendar.m_firstYear = static_cast<int>(years.integer("from", kFirstTabulatedYear, kLastTabulatedYear));
    calendar.m_lastYear = static_cast<int>(years.integer("to", calendar.m_firstYear, kLastTabulatedYear));
    if (pack.items("rules").empty())
        fields.refuse("rules", "law.pack.missing");
    for (std::size_t index = 0; index < pack.items("rules").size(); ++index) {
        auto rule = parseHolidayRule(pack.items("rules")[index], fmt::format("$.rules[{}]", index));
        if (!rule)
            return rule.error();
        calendar.m_rules.push_back(std::move(rule).value());
    }
    for (const Fields* part : {&fields, &years}) {
        if (part->error())
            return *part->error();
    }
    calendar.tabulate();
    return calendar;
}

Calendar Calendar::fromHolidays(const std::vector<Day>& days)
{
    Calendar calendar;
    calendar.m_id = "list";
    calendar.m_firstYear = 1;
    calendar.m_lastYear = 9999;
    for (const Day day : days)
        addOnce(calendar.m_listed, {day, {}});
    std::sort(calendar.m_listed.begin(), calendar.m_listed.end(), byDay);
    calendar.tabulate();
    return calendar;
}

Calendar Calendar::weekendsOnly()
{
    Calendar calendar;
    calendar.m_id = "none";
    calendar.tabulate();
    return calendar;
}

Calendar Calendar::withAdditions(const CalendarAdditions& additions) const
{
    Calendar calendar = *this;
    for (const Holiday& holiday : additions.holidays)
        addOnce(calendar.m_listed, holiday);
    std::sort(calendar.m_listed.begin(), calendar.m_listed.end(), byDay);
    auto& working = calendar.m_workingDays;
    working.insert(working.end(), additions.workingDays.begin(), additions.workingDays.end());
    std::sort(working.begin(), working.end());
    calendar.tabulate();
    return calendar;
}

Result<CalendarAdditions> Calendar::parseAdditions(const Json& json)
{
    Fields fields(json, "$", {"holidays", "workingDays"});
    const Json* holidays = json.find("holidays");
    if (holidays != nullptr && !holidays->isArray())
        fields.refuse("holidays");
    if (fields.error())
        return *fields.error();
    CalendarAdditions additions;
    for (const Json& item : json.items("holidays")) {
        auto holiday = parseHoliday(item, fmt::format("$.holidays[{}]", additions.holidays.size()));
        if (!holiday)
            return holiday.error();
        additions.holidays.push_back(std::move(holiday).value());
    }
    for (const std::string& text : fields.texts("workingDays")) {
        const auto day = parseDay(text);
        if (!day)
            fields.refuse("workingDays");
        additions.workingDays.push_back(day.value_or(Day{}));
    }
    if (fields.error())
        return *fields.error();
    return additions;
}

std::vector<Holiday> Calendar::holidays(int year) const
{
    std::vector<Holiday> found;
    addDays(found, m_rules, year, Which::Certain);
    for (const Holiday& listed : m_listed) {
        if (yearOf(listed.day) == year)
            addOnce(found, listed);
    }
    addSubstitutes(found, m_rules, year, Which::Certain);
    std::erase_if(found, [this](const Holiday& holiday) {
        return std::binary_search(m_workingDays.begin(), m_workingDays.end(), holiday.day);
    });
    std::sort(found.begin(), found.end(), byDay);
    return found;
}

std::vector<Holiday> Calendar::disputedDays(int year) const
{
    const std::vector<Holiday> certain = holidays(year);
    std::vector<Holiday> found = certain;
    addDays(found, m_rules, year, Which::Disputed);
    addSubstitutes(found, m_rules, year, Which::Disputed);
    std::erase_if(found, [&](const Holiday& holiday) {
        return isSaturdayOrSunday(holiday.day) || contains(certain, holiday.day)
            || std::binary_search(m_workingDays.begin(), m_workingDays.end(), holiday.day);
    });
    std::sort(found.begin(), found.end(), byDay);
    return found;
}

std::string Calendar::holidayName(Day day) const
{
    if (!isHoliday(day))
        return {};
    for (const int year : {yearOf(day), yearOf(day) - 1}) { // a substitute may fall into the next year
        for (const Holiday& holiday : holidays(year)) {
            if (holiday.day == day)
                return holiday.name;
        }
    }
    return {};
}

void Calendar::tabulate()
{
    m_table.clear();
    if (m_rules.empty())
        return; // a list of days is searched; a table would cost more than it saves
    m_tableStart = sys_days{year{kFirstTabulatedYear} / January / 1};
    const Day end{year{kLastTabulatedYear + 1} / January / 1};
    std::vector<std::uint8_t> table(static_cast<std::size_t>((end - m_tableStart).count()));
    for (Day day = m_tableStart; day < end; day += days{1})
        table[static_cast<std::size_t>((day - m_tableStart).count())] = factsOutsideTable(day);
    const auto mark = [&](const std::vector<Holiday>& found, std::uint8_t fact) {
        for (const Holiday& holiday : found) {
            if (holiday.day >= m_tableStart && holiday.day < end)
                table[static_cast<std::size_t>((holiday.day - m_tableStart).count())] |= fact;
        }
    };
    for (int year = kFirstTabulatedYear; year <= kLastTabulatedYear; ++year) {
        mark(holidays(year), kHoliday);
        mark(disputedDays(year), kDisputed);
    }
    m_table = std::move(table);
}

std::uint8_t Calendar::factsOutsideTable(Day day) const
{
    std::uint8_t facts = covers(yearOf(day)) ? 0 : kUncovered;
    if (isSaturdayOrSunday(day))
        facts |= kWeekend;
    if (std::binary_search(m_listed.begin(), m_listed.end(), Holiday{day, {}}, byDay)
        && !std::binary_search(m_workingDays.begin(), m_workingDays.end(), day))
        facts |= kHoliday;
    return facts;
}

} // namespace tutela::law

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/domain/calendar_addition.h"
#include "core/domain/ids.h"

namespace tutela::interfaces {

/// A statutory date of a case that this person may see.
struct CalendarDate {
    Day day{};
    CaseId caseId;
    std::string clockId; ///< "DL06", "DL07/R2"
    std::string provider; ///< name
    std::string responsible; ///< name, or empty
    bool mine = false; ///< responsible is this person or somebody whom this person stands in for
    bool confirmed = true;
    std::int64_t daysLeft = 0; ///< negative when overdue
    std::string service = {}; ///< name of the one service of the case that the clock runs for, or empty
};

struct DatesQuery {
    Day from{};
    Day to{}; ///< included
    bool onlyMine = false;
    std::int64_t limit = 1000; ///< at most 5,000
};

/// A day off in the authority's calendar, or in that of the EU institutions; a disputed one counts as a
/// working day, and dates that rest on it are unconfirmed.
struct NamedDay {
    Day day{};
    std::string name;
    CalendarChoice calendar = CalendarChoice::Authority;
    bool disputed = false;
};

/// How full a week of a desk is.
struct WeekLoad {
    Day monday{};
    std::int64_t dates = 0; ///< clocks that end in this week
    std::int64_t workingDays = 0; ///< without holidays and recorded absences

    friend bool operator==(const WeekLoad&, const WeekLoad&) = default;
};

struct DeskLoad {
    std::optional<PersonId> person; ///< none: files for which nobody is responsible
    std::string name;
    std::vector<WeekLoad> weeks;
};

struct LoadQuery {
    std::optional<PersonId> person; ///< none: every desk that has a date or is asked about itself
    std::optional<Day> from; ///< none: this week
    std::int64_t weeks = 8; ///< at most 104
};

/// What the register added to a calendar.
struct AdditionView {
    std::int64_t id = 0; ///< the entry of the register log
    CalendarAddition addition;
    Instant at{};
    std::string by; ///< name
    bool withdrawn = false;
};

/// A date that a changed calendar would move.
struct MovedDate {
    CaseId caseId;
    std::string clockId;
    std::optional<Day> before;
    std::optional<Day> after;
    std::string service = {}; ///< as in a CalendarDate
};

/// What a changed calendar does to the open files, before it is saved.
struct CalendarPreview {
    std::int64_t cases = 0; ///< whose dates move
    std::int64_t dates = 0;
    std::vector<MovedDate> first; ///< at most twenty, by case number
};

/// Statutory dates by day: what falls when, how full the weeks are, which days do not count, and all of it as
/// a file for a calendar program.
class CalendarDesk {
public:
    virtual ~CalendarDesk() = default;

    /// The dates of open cases in a range, ascending. The authority sees every running clock, another
    /// institution what falls due next in each case on its list.
    [[nodiscard]] virtual Result<std::vector<CalendarDate>> dates(const DatesQuery& query) = 0;

    /// Holidays and disputed days of both calendars in a range of at most ten years.
    [[nodiscard]] virtual Result<std::vector<NamedDay>> daysOff(Day from, Day to) = 0;

    /// Whether a year is covered by the authority's calendar.
    [[nodiscard]] virtual bool isCovered(Day day) = 0;

    /// RFC 5545 bytes: of a case, or of everything this person is or was responsible for and what waits for
    /// them. What has ended or moved away since is there as cancelled.
    [[nodiscard]] virtual Result<std::string> exportCalendar(const std::optional<CaseId>& caseId) = 0;

    /// For the authority. Errors: NotAllowed.
    [[nodiscard]] virtual Result<std::vector<DeskLoad>> load(const LoadQuery& query) = 0;

    /// The week around a day at the desk of a person, without anything that is being set right now; none is
    /// the person signed in.
    [[nodiscard]] virtual Result<WeekLoad> loadAround(const std::optional<PersonId>& person, Day day) = 0;

    [[nodiscard]] virtual Result<std::vector<AdditionView>> additions() = 0;

    /// Errors as for add and withdraw; nothing is kept.
    [[nodiscard]] virtual Result<CalendarPreview> previewAddition(const CalendarAddition& addition) = 0;
    [[nodiscard]] virtual Result<CalendarPreview> previewWithdrawal(std::int64_t id) = 0;

    /// By the head of authority; gives the id of the addition. All running clocks are counted anew.
    /// Errors: NotAllowed, BadInput (no day, no name, no reason, no source), Refused (changes nothing).
    [[nodiscard]] virtual Result<std::int64_t> addToCalendar(const CalendarAddition& addition) = 0;
    [[nodiscard]] virtual Result<Done> withdrawAddition(std::int64_t id, const std::string& reason) = 0;
};

} // namespace tutela::interfaces

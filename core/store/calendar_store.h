#pragma once

#include <optional>
#include <vector>

#include "core/domain/calendar_addition.h"
#include "core/domain/case_file.h"
#include "core/store/engine.h"

namespace tutela::store {

/// A running clock's last day to act, as it is projected.
struct DateRow {
    Day day{};
    CaseId caseId;
    std::string clockId;
    bool confirmed = true;
    std::optional<PersonId> responsible;
    std::string responsibleName;
    std::string providerName;
    bool nobodyActs = false; ///< an order that runs: once its time is over, nobody was late
};

/// Which dates are wanted: both days included.
struct DateFilter {
    Day from{};
    Day to{};
    std::vector<PersonId> responsible; ///< empty: of everybody
    std::int64_t limit = 1000;
};

/// One day of an addition.
struct AdditionRow {
    EntrySeq seq = 0;
    Day day{};
    CalendarChoice calendar = CalendarChoice::Authority;
    DayEffect effect = DayEffect::Holiday;
    std::string name;
    std::optional<EntrySeq> withdrawnBy = std::nullopt;
};

/// Projections of the dates of all running clocks and of what the register adds to its calendars.
class CalendarStore final {
public:
    explicit CalendarStore(Engine& engine)
        : m_engine(engine)
    {
    }

    /// The dates of the authority's open files in a range, ascending.
    [[nodiscard]] std::vector<DateRow> dates(const DateFilter& filter);

    /// As the authority's dates, from the list of another institution: only what falls due next in each case.
    [[nodiscard]] std::vector<DateRow> nextDates(Institution audience, const DateFilter& filter);

    /// The dates of one case under which the lists show it.
    [[nodiscard]] std::vector<DateRow> datesOf(const CaseId& caseId);

    /// How many dates each person has on each day of a range; files without a responsible person count under
    /// an empty id.
    struct DayCount {
        std::string responsible;
        Day day{};
        std::int64_t dates = 0;
    };

    [[nodiscard]] std::vector<DayCount> counts(Day from, Day to, const std::optional<PersonId>& person);

    /// Whether the dates of an older register have not been projected yet.
    [[nodiscard]] bool lacksDates();

    void project(const AdditionRow& addition);
    void withdraw(EntrySeq addition, EntrySeq by);
    [[nodiscard]] std::vector<AdditionRow> additions();

    /// Grows with each addition and each withdrawal.
    [[nodiscard]] EntrySeq lastChange();

    /// Every open file that the authority's lists show.
    [[nodiscard]] std::vector<CaseId> openCases();

    /// The files that a person is or was responsible for, closed ones too.
    [[nodiscard]] std::vector<CaseId> casesOf(const PersonId& person);

    /// The files on the authority's list at that stage.
    [[nodiscard]] std::vector<CaseId> casesAt(Step step);

    /// The files on the list of another institution, the most pressing first, closed ones too.
    [[nodiscard]] std::vector<CaseId> casesSeenBy(Institution audience, std::int64_t limit);

private:
    Engine& m_engine;
};

} // namespace tutela::store

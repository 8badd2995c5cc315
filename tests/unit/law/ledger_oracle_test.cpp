#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <random>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/law/clock_ledger.h"
#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

/// A second implementation of the ledger that shares nothing with the first: days are plain numbers from
/// Monday 1 January 2024, months come from a table, the holidays from the second list, and a period is lived
/// through day by day.
class Almanac {
public:
    explicit Almanac(const std::string& country)
    {
        static constexpr std::array<int, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        for (int year = kFirstYear; year <= kLastYear; ++year) {
            for (int month = 1; month <= 12; ++month) {
                const bool leap = year % 4 == 0 && month == 2;
                m_lengths.push_back(kLengths.at(static_cast<std::size_t>(month - 1)) + (leap ? 1 : 0));
                m_firsts.push_back(
                    m_firsts.empty() ? 0 : m_firsts.back() + m_lengths.at(m_firsts.size() - 1));
            }
        }
        m_holiday.assign(static_cast<std::size_t>(m_firsts.back() + 31), false);
        std::ifstream file(TUTELA_SOURCE_DIR "/tests/golden/calendars/second_list.csv");
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with(country + ","))
                m_holiday.at(static_cast<std::size_t>(numberOf(line.substr(country.size() + 1, 10)))) = true;
        }
    }

    [[nodiscard]] int numberOf(const std::string& text) const
    {
        const int month = (std::stoi(text.substr(0, 4)) - kFirstYear) * 12 + std::stoi(text.substr(5, 2)) - 1;
        return m_firsts.at(static_cast<std::size_t>(month)) + std::stoi(text.substr(8, 2)) - 1;
    }

    [[nodiscard]] std::string text(int number) const
    {
        const auto month = monthOf(number);
        return fmt::format("{:04}-{:02}-{:02}", kFirstYear + month / 12, month % 12 + 1,
            number - m_firsts.at(static_cast<std::size_t>(month)) + 1);
    }

    [[nodiscard]] int monthsLater(int number, int months) const
    {
        const int month = monthOf(number);
        const int date = number - m_firsts.at(static_cast<std::size_t>(month));
        const auto there = static_cast<std::size_t>(month + months);
        return m_firsts.at(there) + std::min(date, m_lengths.at(there) - 1);
    }

    [[nodiscard]] bool works(int number) const
    {
        return number % 7 < 5 && !m_holiday.at(static_cast<std::size_t>(number));
    }

private:
    static constexpr int kFirstYear = 2024;
    static constexpr int kLastYear = 2034;

    [[nodiscard]] int monthOf(int number) const
    {
        const auto after = std::upper_bound(m_firsts.begin(), m_firsts.end(), number);
        return static_cast<int>(after - m_firsts.begin()) - 1;
    }

    std::vector<int> m_lengths;
    std::vector<int> m_firsts;
    std::vector<bool> m_holiday;
};

struct OraclePause {
    int from = 0;
    int to = 0; ///< −1: open
    bool foreseen = true;
    bool unanswered = false;
};

struct OracleExtension {
    int days = 0;
    int months = 0;
    bool refused = false;
};

struct OracleCase {
    int trigger = 0;
    int days = 0; ///< the length: days, months or working days, the others zero
    int months = 0;
    int workingDays = 0;
    bool mayExtend = false;
    bool sameDay = false; ///< the reading for requests closed as unanswered
    int capDays = 0; ///< 0: none
    std::vector<OraclePause> pauses;
    std::vector<OracleExtension> extensions;
};

struct OracleAnswer {
    int end = -1; ///< −1: open
    int used = 0; ///< while open
    bool aboveCap = false;
};

/// The day reached by all lengths: those of the period's own kind first.
int nominalOf(const OracleCase& example, const Almanac& almanac)
{
    int days = example.days;
    int months = example.months;
    for (const OracleExtension& extension : example.extensions) {
        const bool counts = example.mayExtend && !extension.refused;
        days += counts ? extension.days : 0;
        months += counts ? extension.months : 0;
    }
    if (example.days > 0)
        return almanac.monthsLater(example.trigger + days, months);
    return almanac.monthsLater(example.trigger, months) + days;
}

/// Lives through the period. A request made on a day on which the period still runs stops it from the next
/// day on; a day that does not count can neither be used nor be the last one.
OracleAnswer live(const OracleCase& example, const Almanac& almanac)
{
    OracleAnswer answer;
    int left = example.workingDays > 0 ? example.workingDays : nominalOf(example, almanac) - example.trigger;
    const bool twoDays = example.workingDays == 0 && left >= 2;
    answer.aboveCap = example.capDays > 0 && left > example.capDays;
    int stoppedUntil = example.trigger;
    int working = 0;
    for (int day = example.trigger + 1;; ++day) {
        for (const OraclePause& pause : example.pauses) {
            const bool asked = pause.from == day - 1 || (day == example.trigger + 1 && pause.from < day);
            if (!asked || !pause.foreseen || (pause.to >= 0 && pause.to < pause.from))
                continue;
            if (pause.to < 0)
                return answer;
            const bool dayCounts = pause.unanswered && example.sameDay && pause.to > pause.from;
            stoppedUntil = std::max(stoppedUntil, pause.to - (dayCounts ? 1 : 0));
        }
        if (day <= stoppedUntil)
            continue;
        const bool works = almanac.works(day);
        working += works ? 1 : 0;
        ++answer.used;
        if (left > 0 && (example.workingDays == 0 || works))
            --left;
        if (left > 0 || !works)
            continue;
        answer.end = day;
        break;
    }
    while (twoDays && working < 2)
        working += almanac.works(++answer.end) ? 1 : 0;
    return answer;
}

class AnyLedger {
public:
    explicit AnyLedger(unsigned seed)
        : m_random(seed)
    {
    }

    OracleCase next()
    {
        OracleCase example;
        example.trigger = between(366, 1800);
        const int kind = between(0, 4);
        example.days = kind <= 1 ? between(1, 45) : 0;
        example.months = kind == 2 || kind == 3 ? between(1, 7) : 0;
        example.workingDays = kind == 4 ? between(1, 20) : 0;
        example.mayExtend = between(0, 1) == 1 && example.workingDays == 0;
        example.sameDay = between(0, 1) == 1;
        example.capDays = example.days > 0 && between(0, 1) == 1 ? between(1, 60) : 0;
        for (int count = between(0, 4); count > 0; --count)
            example.pauses.push_back(pause(example.trigger));
        for (int count = between(0, 2); count > 0 && example.workingDays == 0; --count) {
            OracleExtension extension;
            extension.refused = between(0, 2) == 0;
            const bool inDays = example.capDays > 0 || between(0, 1) == 1;
            (inDays ? extension.days : extension.months) = between(1, inDays ? 20 : 3);
            example.extensions.push_back(extension);
        }
        return example;
    }

private:
    int between(int least, int most)
    {
        return least + static_cast<int>(m_random() % static_cast<unsigned>(most - least + 1));
    }

    OraclePause pause(int trigger)
    {
        OraclePause pause;
        pause.from = trigger + between(-2, 90);
        pause.to = between(0, 7) == 0 ? -1 : pause.from + between(-1, 25);
        pause.foreseen = between(0, 5) != 0;
        pause.unanswered = pause.to >= 0 && between(0, 2) == 0;
        return pause;
    }

    std::mt19937 m_random;
};

Day dayOf(int number)
{
    return onDay("2024-01-01") + std::chrono::days{number};
}

ClockDefinition definitionFor(const OracleCase& example)
{
    ClockDefinition definition;
    definition.id = "c";
    definition.source = example.mayExtend ? LengthSource::SetByAuthority : LengthSource::Fixed;
    const Length length = example.days > 0 ? Length{example.days, LengthUnit::Days}
        : example.months > 0               ? Length{example.months, LengthUnit::Months}
                                           : Length{example.workingDays, LengthUnit::WorkingDays};
    definition.length = length;
    if (example.capDays > 0)
        definition.cap = Length{example.capDays, LengthUnit::Days};
    definition.suspends = {"foreseen"};
    return definition;
}

ClockFacts factsFor(const OracleCase& example, const ClockDefinition& definition)
{
    ClockFacts facts{"c-1", "c"};
    facts.trigger = dayOf(example.trigger);
    facts.setLength = definition.length;
    facts.resumption = example.sameDay ? ResumptionReading::SameDay : ResumptionReading::NextDay;
    for (const OraclePause& pause : example.pauses) {
        const auto to = pause.to < 0 ? std::nullopt : std::optional(dayOf(pause.to));
        const auto closing = pause.unanswered ? PauseClosing::Unanswered : PauseClosing::Answered;
        facts.pauses.push_back(
            {"R", dayOf(pause.from), to, pause.foreseen ? "foreseen" : "other", closing, {}});
    }
    for (const OracleExtension& extension : example.extensions) {
        const Length by = extension.days > 0 ? Length{extension.days, LengthUnit::Days}
                                             : Length{extension.months, LengthUnit::Months};
        const auto decision = extension.refused ? ExtensionDecision::Refused : ExtensionDecision::Granted;
        facts.extensions.push_back({by, dayOf(example.trigger), decision, std::nullopt, "reason"});
    }
    return facts;
}

std::string describe(const OracleCase& example, const Almanac& almanac)
{
    std::string text = fmt::format("{} +{}d +{}m +{}wd extend={} sameDay={}", almanac.text(example.trigger),
        example.days, example.months, example.workingDays, example.mayExtend, example.sameDay);
    for (const OraclePause& pause : example.pauses)
        text += fmt::format("; pause {}/{}{}{}", almanac.text(pause.from),
            pause.to < 0 ? "open" : almanac.text(pause.to), pause.foreseen ? "" : " not foreseen",
            pause.unanswered ? " unanswered" : "");
    for (const OracleExtension& extension : example.extensions)
        text += fmt::format(
            "; extension {}d {}m{}", extension.days, extension.months, extension.refused ? " refused" : "");
    return text;
}

TEST(LedgerOracle, AgreesWithLivingThroughHundredThousandPeriods)
{
    for (const std::string country : {"BE", "FI", "PT", "EE"}) {
        const Almanac almanac(country);
        const Calendar calendar = calendarOf(country);
        AnyLedger any(20261122);
        for (int index = 0; index < 25'000; ++index) {
            const OracleCase example = any.next();
            const OracleAnswer expected = live(example, almanac);
            const ClockDefinition definition = definitionFor(example);
            const LedgerDates dates = countLedger(definition, factsFor(example, definition), calendar);
            ASSERT_EQ(dates.end ? formatDay(dates.end->day) : "open",
                expected.end < 0 ? "open" : almanac.text(expected.end))
                << country << " " << index << ": " << describe(example, almanac);
            ASSERT_EQ(dates.open, expected.end < 0) << describe(example, almanac);
            ASSERT_EQ(dates.open ? dates.count.usedDays : 0, dates.open ? expected.used : 0)
                << describe(example, almanac);
            ASSERT_EQ(dates.has(LedgerFlag::AboveCap), expected.aboveCap) << describe(example, almanac);
        }
    }
}

} // namespace

} // namespace tutela::law

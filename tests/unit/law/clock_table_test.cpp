#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "core/base/catalogue.h"
#include "core/law/clock_ledger.h"
#include "core/law/period_checks.h"
#include "core/law/rulebook.h"
#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

/// A clock of the Commission's text with a date worked by hand. `start` is the event, or for a fixed date
/// that date; `calendar` is empty for Saturdays and Sundays only.
struct Row {
    const char* clock;
    const char* sentence;
    const char* start;
    const char* calendar;
    const char* set; ///< what the authority set
    const char* pause; ///< from/to
    const char* extension; ///< length/announced
    const char* end; ///< empty: none
};

constexpr Row kRows[] = {
    {"DL01", "within three months of application or of offering the service", "2027-01-15", "", "", "", "",
        "2027-04-15T23:59:59"},
    {"DL02", "at least once every three years; Saturday 15 September rolls", "2026-09-15", "", "", "", "",
        "2029-09-17T23:59:59"},
    {"DL03", "at the latest two months before the order ends; no 30 February", "2027-04-30", "", "", "", "",
        "2027-02-28T00:00:00"},
    {"DL04", "measures within three months of the date in Art 3(4)", "2027-04-15", "", "", "", "",
        "2027-07-15T23:59:59"},
    {"DL05", "report within three months of the date in Art 3(4)", "2027-04-30", "", "", "", "",
        "2027-07-30T23:59:59"},
    {"DL06", "assess within three months; 14 days stopped", "2026-03-02", "", "", "2026-04-10/2026-04-24", "",
        "2026-06-16T23:59:59"},
    {"DL07", "a reasonable period of no more than two weeks", "2026-01-13", "", "P2W", "", "",
        "2026-01-27T23:59:59"},
    {"DL08", "within one month at most; 28 February is a Saturday", "2026-01-31", "", "P1M", "", "",
        "2026-03-02T23:59:59"},
    {"DL09", "within a reasonable period; Saturday rolls", "2026-01-07", "", "P10D", "", "",
        "2026-01-19T23:59:59"},
    {"DL10", "comments within a reasonable period", "2026-05-04", "", "P3W", "", "", "2026-05-25T23:59:59"},
    {"DL11", "opinion within four weeks; the institutions are closed", "2026-11-27", "EU-INSTITUTIONS", "",
        "", "", "2027-01-04T23:59:59"},
    {"DL12", "plan within a reasonable period", "2026-05-29", "", "P1M", "", "", "2026-06-29T23:59:59"},
    {"DL13", "advice within eight weeks", "2026-10-30", "DE", "", "", "", "2026-12-28T23:59:59"},
    {"DL13", "six weeks more, in one run", "2026-10-30", "DE", "", "", "P6W/2026-11-20",
        "2027-02-05T23:59:59"},
    {"DL14", "the latest receipt for which the start is lawful", "2026-12-01", "", "", "", "",
        "2026-12-01T23:59:59"},
    {"DL15", "the end that the order states, a Sunday", "2028-12-31", "", "", "", "", "2028-12-31T23:59:59"},
    {"DL16", "at the latest one month before the start; a Saturday", "2026-09-01", "", "", "", "",
        "2026-08-01T00:00:00"},
    {"DL17", "halfway through 731 days", "2028-01-01", "", "", "", "", "2028-01-01T23:59:59"},
    {"DL18", "after each report, no period", "2026-03-02", "", "", "", "", ""},
    {"DL19", "without undue delay once final", "2026-03-02", "", "", "", "", ""},
    {"DL19-authority", "without undue delay once the copy came", "2026-03-02", "", "", "", "", ""},
    {"DL21", "not above six weeks, the first day included, a Sunday", "2026-06-01", "", "P6W", "", "",
        "2026-07-12T23:59:59"},
    {"DL21", "six weeks more", "2026-06-01", "", "P6W", "", "P6W/2026-07-01", "2026-08-23T23:59:59"},
    {"DL22", "review at least every year", "2026-03-16", "", "", "", "", "2027-03-16T23:59:59"},
    {"DL23", "not above five years", "2027-01-01", "", "P5Y", "", "", "2031-12-31T23:59:59"},
    {"DL24", "halfway through 1,826 days", "2029-07-02", "", "", "", "", "2029-07-02T23:59:59"},
    {"DL25", "three months after the report; no 30 February, a Sunday", "2026-11-30", "", "", "", "",
        "2027-03-01T23:59:59"},
    {"DL26", "not above twelve months, a Sunday", "2027-01-31", "", "", "", "", "2028-01-30T23:59:59"},
    {"DL27", "within one week; Ascension Day rolls", "2026-05-07", "DE", "", "", "", "2026-05-15T23:59:59"},
    {"DL28", "within two weeks; the institutions are closed", "2026-12-11", "EU-INSTITUTIONS", "", "", "",
        "2027-01-04T23:59:59"},
    {"DL29", "not below two weeks", "2026-04-03", "DE", "P2W", "", "", "2026-04-17T23:59:59"},
    {"DL30", "four weeks, the first day included, a Sunday", "2026-06-01", "", "", "", "",
        "2026-06-28T23:59:59"},
    {"DL30", "four weeks more", "2026-06-01", "", "", "", "P4W/2026-06-20", "2026-07-26T23:59:59"},
    {"DL31", "within one month", "2026-07-31", "", "", "", "", "2026-08-31T23:59:59"},
    {"DL31", "two months when complex; no 31 September", "2026-07-31", "", "", "", "P1M/2026-08-10",
        "2026-09-30T23:59:59"},
    {"DL32", "within two months, 8 days stopped; a Sunday", "2026-03-02", "", "", "2026-03-12/2026-03-20", "",
        "2026-05-11T23:59:59"},
    {"DL33-provider", "by 31 January, a Sunday", "2027-01-31", "", "", "", "", "2027-01-31T23:59:59"},
    {"DL33-authority", "by 31 March", "2027-03-31", "", "", "", "", "2027-03-31T23:59:59"},
    {"DL33-eu-centre", "by 30 June", "2027-06-30", "", "", "", "", "2027-06-30T23:59:59"},
    {"DL34", "within eight weeks; the institutions are closed", "2026-10-30", "EU-INSTITUTIONS", "", "", "",
        "2027-01-04T23:59:59"},
    {"DL34", "six weeks more, in one run", "2026-10-30", "EU-INSTITUTIONS", "", "", "P6W/2026-11-20",
        "2027-02-05T23:59:59"},
    {"HEAR", "a reasonable period", "2026-08-03", "", "P2W", "", "", "2026-08-17T23:59:59"},
    {"UPDATE", "a reasonable earlier date", "2026-08-03", "", "P2M", "", "", "2026-10-05T23:59:59"},
};

const Rulebook& theText()
{
    static const Rulebook rulebook = Rulebook::embedded("com-2022-209").value();
    return rulebook;
}

const ClockDefinition& definitionOf(std::string_view id)
{
    const auto& clocks = theText().clocks();
    return std::ranges::find_if(clocks, [id](const RulebookClock& clock) {
        return clock.definition.id == id;
    })->definition;
}

std::pair<std::string_view, std::string_view> halves(std::string_view text)
{
    return {text.substr(0, text.find('/')), text.substr(text.find('/') + 1)};
}

Ledger ledgerOf(const Row& row)
{
    ClockFacts facts{row.clock, row.clock};
    facts.trigger = onDay(row.start);
    if (*row.set != '\0')
        facts.setLength = ofLength(row.set);
    if (*row.pause != '\0') {
        const auto [from, to] = halves(row.pause);
        facts.pauses = {{"R1", onDay(from), onDay(to), "information-request"}};
    }
    if (*row.extension != '\0') {
        const auto [by, announced] = halves(row.extension);
        facts.extensions = {{ofLength(by), onDay(announced)}};
    }
    const Calendar calendar = *row.calendar == '\0' ? Calendar::fromHolidays({}) : calendarOf(row.calendar);
    return computeLedger(definitionOf(row.clock), facts, calendar);
}

class ClockOfTheText : public testing::TestWithParam<Row> { };

TEST_P(ClockOfTheText, EndsOnTheDayWorkedByHand)
{
    const Row& row = GetParam();
    const Ledger ledger = ledgerOf(row);
    EXPECT_EQ(ledger.end ? endText(*ledger.end) : "", row.end) << row.sentence;
    EXPECT_EQ(ledger.confirmed, ledger.end.has_value());
    for (const Message& warning : ledger.warnings)
        EXPECT_TRUE(warning.id.starts_with("period.warning.backward")) << warning.id;
    const bool never = stateOn(ledger, onDay("2040-01-01")) == ClockState::Running;
    EXPECT_EQ(never, !ledger.end) << "without a figure a clock is never overdue";
}

INSTANTIATE_TEST_SUITE_P(Clocks, ClockOfTheText, testing::ValuesIn(kRows));

TEST(ClocksOfTheText, AreAllOfTheDeadlineRegister)
{
    std::set<std::string> known;
    std::set<std::string> tested = {"DL20"};
    for (const RulebookClock& clock : theText().clocks())
        EXPECT_TRUE(known.insert(clock.definition.id).second) << clock.definition.id;
    for (const Row& row : kRows)
        tested.insert(row.clock);
    EXPECT_EQ(known, tested) << "every clock has a worked date";
    for (int number = 1; number <= 34; ++number) {
        const std::string id = (number < 10 ? "DL0" : "DL") + std::to_string(number);
        EXPECT_TRUE(std::ranges::any_of(known, [&id](const std::string& of) { return of.starts_with(id); }))
            << id;
    }
}

TEST(ClocksOfTheText, SayWhichAreNotYetUsed)
{
    for (const RulebookClock& clock : theText().clocks()) {
        EXPECT_EQ(clock.trigger || clock.serviceTrigger, clock.definition.use == ClockUse::Used)
            << clock.definition.id;
        EXPECT_FALSE(clock.definition.verification.empty()) << clock.definition.id;
    }
    EXPECT_EQ(definitionOf("DL06").use, ClockUse::Used);
    for (const char* ofService : {"DL01", "DL02", "DL03", "DL04", "DL05"})
        EXPECT_EQ(definitionOf(ofService).use, ClockUse::Used);
    EXPECT_EQ(definitionOf("DL20").use, ClockUse::NotYetUsed);
}

TEST(ClocksOfTheText, HaveATextForWhoActsAndWhatMeetsThem)
{
    for (const RulebookClock& clock : theText().clocks()) {
        const ClockDefinition& definition = clock.definition;
        EXPECT_TRUE(Catalogue::embedded("en").has(definition.actor)) << definition.id;
        for (const std::string& meets : definition.meets)
            EXPECT_TRUE(Catalogue::embedded("en").has("met." + meets)) << definition.id << " " << meets;
    }
}

TEST(RemovalClock, StartsAnewWhenForceMajeureEnds)
{
    ClockFacts facts{"DL20", "DL20"};
    facts.zone = brussels();
    facts.triggerInstant = *parseInstant("2026-06-10T14:18:30+02:00");
    const auto end = [&] {
        return endText(
            *computeLedger(definitionOf("DL20"), facts, Calendar::fromHolidays({})).end, brussels());
    };
    EXPECT_EQ(end(), "2026-06-11T14:59:59+02:00");
    facts.triggerInstant = *parseInstant("2026-06-12T23:40:00+02:00"); // the restart: a new trigger
    EXPECT_EQ(end(), "2026-06-13T23:59:59+02:00") << "a Saturday: hours never roll";
}

TEST(HalfwayClock, TakesTheHalfOfTheDaysRoundedDown)
{
    EXPECT_EQ(halfwayDay(onDay("2027-01-01"), onDay("2028-12-31")), onDay("2028-01-01"));
    EXPECT_EQ(halfwayDay(onDay("2027-01-01"), onDay("2031-12-31")), onDay("2029-07-02"));
}

TEST(NonDisclosureClock, ComparesTheFirstPeriodAndItsExtensionEachWithItsOwnLimit)
{
    ClockFacts facts{"DL21", "DL21"};
    facts.trigger = onDay("2026-06-01");
    facts.setLength = ofLength("P7W");
    EXPECT_TRUE(
        countLedger(definitionOf("DL21"), facts, Calendar::fromHolidays({})).has(LedgerFlag::AboveCap));
    facts.setLength = ofLength("P6W");
    facts.extensions = {{ofLength("P7W"), onDay("2026-07-01")}};
    const LedgerDates dates = countLedger(definitionOf("DL21"), facts, Calendar::fromHolidays({}));
    EXPECT_FALSE(dates.has(LedgerFlag::AboveCap));
    EXPECT_TRUE(dates.has(LedgerFlag::ExtensionTooLong));
}

TEST(RulebookLoad, RefusesAClockWithAnUnknownName)
{
    const auto packWith = [](std::string_view members) {
        return R"json({"id":"x","title":"t","source":"s","status":"proposal","parameters":[],"clocks":[
            {"id":"c","law":"Art 1","actor":"waiting.provider","mode":"forward","calendar":"provider",)json"
            + std::string(members) + "}]}";
    };
    EXPECT_TRUE(Rulebook::parse(packWith(R"("length":"P1M","trigger":"filing-received")")).ok());
    EXPECT_TRUE(Rulebook::parse(packWith(R"("length":"P1M","trigger":"order-final","use":"not-yet")")).ok());
    for (const auto& [members, where] : std::vector<std::pair<std::string_view, std::string_view>>{
             {R"("length":"P1M","trigger":"blocking-starts")", "$.clocks[0].trigger"},
             {R"("length":"P1M","trigger":"filing-received","use":"not-yet")", "$.clocks[0].trigger"},
             {R"("length":"P1M","trigger":"filing-received","use":"never")", "$.clocks[0].use"},
             {R"("length":"P1M","trigger":"filing-received","suspends":["strike"])", "$.clocks[0].suspends"},
             {R"("length":"P1M","trigger":"filing-received","restarts":["strike"])",
                 "$.clocks[0].restarts"}}) {
        const auto refused = Rulebook::parse(packWith(members));
        ASSERT_FALSE(refused.ok()) << members;
        EXPECT_EQ(refused.error().where, where);
    }
}

} // namespace

} // namespace tutela::law

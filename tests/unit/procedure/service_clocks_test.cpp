#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "core/base/catalogue.h"
#include "core/law/clock_ledger.h"
#include "core/law/rulebook_pack.h"
#include "core/procedure/service_clocks.h"
#include "tests/support/rules.h"
#include "tests/unit/law/support.h"

namespace tutela::procedure {
namespace {

using law::onDay;

/// A service, what is known of it, and one of its duties. Reports are "assessed/received[/measures]", orders
/// "decided/end"; without an assessed day the report was not read.
struct Row {
    const char* name;
    const char* application;
    const char* offered;
    std::vector<const char*> reports;
    std::vector<const char*> orders;
    std::vector<const char*> statements;
    const char* clock;
    const char* today;
    const char* end; ///< empty: no date
    ClockState state;
    const char* reason; ///< id of one of the reasons or warnings
};

std::vector<std::string> parts(std::string_view text)
{
    std::vector<std::string> found(1);
    for (const char letter : text) {
        if (letter == '/')
            found.emplace_back();
        else
            found.back() += letter;
    }
    return found;
}

std::optional<Day> maybe(std::string_view text)
{
    return parseDay(text);
}

ServiceRecord recordOf(const Row& row)
{
    ServiceRecord record{.service = ServiceId("S-0001"), .offeredFrom = maybe(row.offered)};
    EntrySeq entry = 10;
    for (const char* report : row.reports) {
        const auto fields = parts(report);
        record.assessments.push_back({CaseId("A-2027-0001"), ++entry, maybe(fields[0]), onDay(fields[1]),
            fields.size() > 2 ? *fromText<MeasuresStated>(fields[2]) : MeasuresStated::InPlace});
    }
    for (const char* order : row.orders) {
        const auto fields = parts(order);
        record.orders.push_back({CaseId("D-2027-0002"), onDay(fields[0]), onDay(fields[1])});
    }
    for (const char* statement : row.statements)
        record.statements.push_back({++entry, onDay(statement)});
    return record;
}

const law::Rulebook& textOf(const char* id)
{
    static std::map<std::string, law::Rulebook> texts;
    return texts.try_emplace(id, law::Rulebook::embedded(id).value()).first->second;
}

const ServiceClock* find(const std::vector<ServiceClock>& clocks, std::string_view id)
{
    const auto found = std::ranges::find(clocks, id, &ServiceClock::id);
    return found == clocks.end() ? nullptr : &*found;
}

void expectRow(const Row& row, const law::Rulebook& text, ServiceRecord record)
{
    const law::Calendar calendar = law::Calendar::fromHolidays({});
    const auto clocks = serviceClocks(record, maybe(row.application), text, calendar);
    const ServiceClock* clock = find(clocks, row.clock);
    ASSERT_NE(clock, nullptr) << row.name;
    const law::Ledger ledger = law::computeLedger(*clock->definition, clock->facts, calendar);
    const auto end = law::lastDayToAct(ledger);
    EXPECT_EQ(end ? formatDay(*end) : "", row.end) << row.name;
    EXPECT_EQ(law::stateOn(ledger, onDay(row.today)), row.state) << row.name;
    std::vector<std::string> said;
    for (const auto* messages : {&clock->reasons, &clock->warnings}) {
        for (const Message& message : *messages) {
            said.push_back(message.id);
            EXPECT_TRUE(Catalogue::embedded("en").has(message.id)) << message.id;
        }
    }
    EXPECT_NE(std::ranges::find(said, row.reason), said.end()) << row.name << ": " << row.reason;
}

const std::vector<Row> kRows = {
    // Art 3(4), first sentence
    {"(1) by three months after the date of application, for a service that was there before", "2027-01-15",
        "2020-05-01", {}, {}, {}, "DL01", "2027-04-15", "2027-04-15", ClockState::Running,
        "duty.from-application"},
    {"(1) the day after, it is overdue", "2027-01-15", "2020-05-01", {}, {}, {}, "DL01", "2027-04-16",
        "2027-04-15", ClockState::Overdue, "duty.from-application"},
    {"(1) within three months of offering the service, for one that came later", "2027-01-15", "2027-06-01",
        {}, {}, {}, "DL01", "2027-06-02", "2027-09-01", ClockState::Running, "duty.from-start"},
    {"(1) a service that is to come has no duty yet", "2027-01-15", "2027-06-01", {}, {}, {}, "DL01",
        "2027-05-02", "2027-09-01", ClockState::NotStarted, "duty.from-start"},
    {"(1) offered on the very day of application", "2027-01-15", "2027-01-15", {}, {}, {}, "DL01",
        "2027-02-01", "2027-04-15", ClockState::Running, "duty.from-application"},
    {"(1) start not recorded: the stricter date, with a warning", "2027-01-15", "", {}, {}, {}, "DL01",
        "2027-02-01", "2027-04-15", ClockState::Running, "duty.start-not-recorded"},
    {"(1) no day of application: not started, and why", "", "2020-05-01", {}, {}, {}, "DL01", "2030-01-01",
        "", ClockState::NotStarted, "duty.no-application"},
    {"(1) a proposal is not in force", "2027-01-15", "2020-05-01", {}, {}, {}, "DL01", "2027-02-01",
        "2027-04-15", ClockState::Running, "duty.not-in-force"},
    {"(1) met by the first assessment, on the day the report states", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20"}, {}, {}, "DL01", "2027-06-01", "2027-04-15", ClockState::Met,
        "duty.assessed-stated"},
    {"(1) without that day the day of receipt counts", "2027-01-15", "2020-05-01", {"-/2027-05-20"}, {}, {},
        "DL01", "2027-06-01", "2027-04-15", ClockState::MetLate, "duty.assessed-by-receipt"},
    // Art 3(4), second sentence
    {"(2) updated at least once every three years; 10 April 2030 is a Wednesday", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20"}, {}, {}, "DL02/1", "2028-01-01", "2030-04-10", ClockState::Running,
        "duty.assessed-stated"},
    {"(2) met by the update", "2027-01-15", "2020-05-01", {"2027-04-10/2027-05-20", "2029-11-05/2029-12-01"},
        {}, {}, "DL02/1", "2030-01-01", "2030-04-10", ClockState::Met, "duty.assessed-stated"},
    {"(2) and runs anew from it", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20", "2029-11-05/2029-12-01"}, {}, {}, "DL02/2", "2032-11-06", "2032-11-05",
        ClockState::Overdue, "duty.assessed-stated"},
    {"(2) two reports on one assessment start one cycle", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-06-20", "2027-04-10/2027-05-20"}, {}, {}, "DL05/1", "2027-07-01", "2027-07-12",
        ClockState::Met, "duty.report"},
    {"(2) runs without a day of application too", "", "", {"2027-04-10/2027-05-20"}, {}, {}, "DL02/1",
        "2030-04-11", "2030-04-10", ClockState::Overdue, "duty.assessed-stated"},
    // Art 3(4)(a)
    {"(a) at the latest two months before the order expires: before 28 February", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20"}, {"2027-09-01/2028-04-30"}, {}, "DL03/D-2027-0002", "2028-02-28",
        "2028-02-28", ClockState::Running, "duty.order"},
    {"(a) overdue while the order still runs", "2027-01-15", "2020-05-01", {"2027-04-10/2027-05-20"},
        {"2027-09-01/2028-04-30"}, {}, "DL03/D-2027-0002", "2028-03-01", "2028-02-28", ClockState::Overdue,
        "duty.order"},
    {"(a) met by an update since the order", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20", "2028-02-10/2028-02-20"}, {"2027-09-01/2028-04-30"}, {}, "DL03/D-2027-0002",
        "2028-03-01", "2028-02-28", ClockState::Met, "duty.assessed-stated"},
    {"(a) not by the assessment that was there before", "2027-01-15", "2020-05-01", {"2027-04-10/2027-05-20"},
        {"2027-09-01/2028-04-30"}, {}, "DL03/D-2027-0002", "2028-05-01", "2028-02-28",
        ClockState::EndedWithoutAnswer, "duty.order-over"},
    {"(a) an update after the order is none under it", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20", "2028-05-10/2028-05-20"}, {"2027-09-01/2028-04-30"}, {}, "DL03/D-2027-0002",
        "2028-06-01", "2028-02-28", ClockState::EndedWithoutAnswer, "duty.order-over"},
    // Art 4(2)(d)
    {"(4) measures within three months of that date; 10 July 2027 is a Saturday", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20"}, {}, {}, "DL04/1", "2027-07-01", "2027-07-12", ClockState::Met,
        "duty.measures-reported"},
    {"(4) planned measures are not in place", "2027-01-15", "2020-05-01", {"2027-04-10/2027-05-20/planned"},
        {}, {}, "DL04/1", "2027-07-13", "2027-07-12", ClockState::Overdue, "duty.measures.planned"},
    {"(4) until the authority records that they are", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20/planned"}, {}, {"2027-07-05"}, "DL04/1", "2027-07-13", "2027-07-12",
        ClockState::Met, "duty.measures-recorded"},
    {"(4) the earlier of report and record counts", "2027-01-15", "2020-05-01", {"2027-04-10/2027-08-20"}, {},
        {"2027-06-01"}, "DL04/1", "2027-09-01", "2027-07-12", ClockState::Met, "duty.measures-recorded"},
    {"(4) a record belongs to the assessment before it", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20/planned", "2029-11-05/2029-12-01/planned"}, {}, {"2029-12-10"}, "DL04/1",
        "2030-01-01", "2027-07-12", ClockState::Overdue, "duty.measures.planned"},
    {"(4) a report without measures meets nothing", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20/none"}, {}, {}, "DL04/1", "2027-07-01", "2027-07-12", ClockState::Running,
        "duty.measures.none"},
    {"(4) nor does one that nobody read", "2027-01-15", "2020-05-01", {"-/2027-04-10/not-read"}, {}, {},
        "DL04/1", "2027-07-01", "2027-07-12", ClockState::Running, "duty.measures.not-read"},
    // Art 5(1)
    {"(5) report within three months of the day it was carried out, when that was before the last day",
        "2027-01-15", "2020-05-01", {"2027-03-10/2027-06-11"}, {}, {}, "DL05/1", "2027-07-01", "2027-06-10",
        ClockState::MetLate, "duty.date-actual"},
    {"(5) of the last day, when it was carried out later", "2027-01-15", "2020-05-01",
        {"2027-06-10/2027-07-14"}, {}, {}, "DL05/1", "2027-08-01", "2027-07-15", ClockState::Met,
        "duty.date-deadline"},
    {"(5) of the last day, when none was carried out", "2027-01-15", "2020-05-01", {}, {}, {}, "DL05/1",
        "2027-07-16", "2027-07-15", ClockState::Overdue, "duty.date-deadline"},
    {"(5) not started before that last day", "2027-01-15", "2020-05-01", {}, {}, {}, "DL05/1", "2027-04-14",
        "2027-07-15", ClockState::NotStarted, "duty.date-deadline"},
    {"(5) the report on the next update", "2027-01-15", "2020-05-01", {"2027-04-10/2027-05-20"}, {}, {},
        "DL05/2", "2030-07-11", "2030-07-10", ClockState::Overdue, "duty.date-deadline"},
    {"(5) an order brings the next update forward, and its report", "2027-01-15", "2020-05-01",
        {"2027-04-10/2027-05-20"}, {"2027-09-01/2028-04-30"}, {}, "DL05/2", "2028-05-01", "2028-05-29",
        ClockState::Running, "duty.date-deadline"},
    {"(5) but not the first assessment", "2027-01-15", "2020-05-01", {}, {"2026-09-01/2027-04-30"}, {},
        "DL05/1", "2027-07-01", "2027-07-15", ClockState::Running, "duty.date-deadline"},
    {"(5) the reading is said", "2027-01-15", "2020-05-01", {}, {}, {}, "DL05/1", "2027-04-14", "2027-07-15",
        ClockState::NotStarted, "duty.reading.earlier"},
};

TEST(ServiceClocks, FollowTheSentencesOfTheArticles)
{
    for (const Row& row : kRows)
        expectRow(row, textOf("com-2022-209"), recordOf(row));
}

TEST(ServiceClocks, TakeTheCycleOfTheRecordedClassAndInventNone)
{
    Row row{"", "2027-01-15", "2020-05-01", {"2027-04-12/2027-05-20"}, {}, {}, "DL02-low/1", "2028-01-03",
        "2030-04-12", ClockState::Running, "duty.class-not-assigned"};
    const auto record = recordOf(row);
    expectRow(row, textOf("council-2025-10"), record);
    auto classified = record;
    classified.riskClass = RiskClass::High;
    row.clock = "DL02-high/1";
    row.end = "2028-04-12";
    row.reason = "duty.class";
    expectRow(row, textOf("council-2025-10"), classified);
    expectRow(row, textOf("council-2025-11"), classified);
    classified.riskClass = RiskClass::Medium;
    row.clock = "DL02-medium/1";
    row.end = "2029-04-12";
    expectRow(row, textOf("council-2025-11"), classified);
}

TEST(ServiceClocks, TakeFourMonthsBeforeAnOrderEndsWhereTheTextSaysSo)
{
    const Row row{"", "2027-01-15", "2020-05-01", {}, {"2027-09-01/2028-04-30"}, {}, "DL03/D-2027-0002",
        "2027-12-31", "2027-12-29", ClockState::Overdue, "duty.order"};
    expectRow(row, textOf("council-2025-10"), recordOf(row));
    EXPECT_EQ(find(serviceClocks(recordOf(row), onDay("2027-01-15"), textOf("council-2025-11"),
                       law::Calendar::fromHolidays({})),
                  row.clock),
        nullptr)
        << "that text has no detection orders";
}

TEST(ServiceClocks, RunFromTheDayThatTheChosenReadingMeans)
{
    Row row{"the last day although it was carried out before", "2027-01-15", "2020-05-01",
        {"2027-03-10/2027-06-11"}, {}, {}, "DL05/1", "2027-07-01", "2027-07-15", ClockState::Met,
        "duty.reading.deadline"};
    expectRow(row, tutela::testing::following("art3_4.date", "deadline"), recordOf(row));
    row = {"the day it was carried out although that was late", "2027-01-15", "2020-05-01",
        {"2027-06-10/2027-07-14"}, {}, {}, "DL05/1", "2027-08-01", "2027-09-10", ClockState::Met,
        "duty.reading.actual"};
    expectRow(row, tutela::testing::following("art3_4.date", "actual"), recordOf(row));
    row.reports.clear();
    const auto clocks = serviceClocks(recordOf(row), onDay("2027-01-15"),
        tutela::testing::following("art3_4.date", "actual"), law::Calendar::fromHolidays({}));
    EXPECT_EQ(find(clocks, "DL05/1"), nullptr) << "nothing was carried out, so nothing runs from it";
}

TEST(ServiceClocks, EndWithTheService)
{
    Row row{"", "2027-01-15", "2020-05-01", {"2027-04-10/2027-05-20"}, {}, {}, "DL02/1", "2030-06-01",
        "2030-04-10", ClockState::EndedWithoutAnswer, "duty.service-ended"};
    auto record = recordOf(row);
    record.offeredUntil = onDay("2029-12-31");
    expectRow(row, textOf("com-2022-209"), record);
}

TEST(ServiceClocks, RollToTheNextWorkingDayOfTheProvidersState)
{
    const ServiceRecord record{.service = ServiceId("S-0001"), .offeredFrom = onDay("2020-05-01")};
    const law::Calendar easter = law::Calendar::fromHolidays({onDay("2027-03-26"), onDay("2027-03-29")});
    const auto clocks = serviceClocks(record, onDay("2026-12-26"), textOf("com-2022-209"), easter);
    const auto end = law::lastDayToAct(law::countLedger(*clocks[0].definition, clocks[0].facts, easter));
    EXPECT_EQ(end, onDay("2027-03-30")) << "Good Friday, the weekend, Easter Monday";
    const auto duties = openDuties(record, onDay("2026-12-26"), textOf("com-2022-209"));
    ASSERT_FALSE(duties.empty());
    EXPECT_EQ(duties[0].clock, "DL01");
    EXPECT_LE(duties[0].earliest, *end) << "a list finds it in time whatever the holidays";
}

TEST(ServiceClocks, KeepOnlyOpenDutiesForTheList)
{
    Row row{"", "2027-01-15", "2020-05-01", {"2027-04-10/2027-05-20"}, {"2027-09-01/2028-04-30"}, {}, "", "",
        "", ClockState::Running, ""};
    std::vector<std::string> open;
    for (const OpenDuty& duty : openDuties(recordOf(row), onDay("2027-01-15"), textOf("com-2022-209"))) {
        open.push_back(duty.clock);
        EXPECT_EQ(duty.endsOn.has_value(), duty.clock.starts_with("DL03"));
    }
    EXPECT_EQ(open, (std::vector<std::string>{"DL02/1", "DL03/D-2027-0002", "DL04/2", "DL05/2"}));
}

} // namespace
} // namespace tutela::procedure

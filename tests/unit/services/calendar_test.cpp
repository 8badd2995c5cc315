#include <algorithm>

#include <gmock/gmock.h>

#include "core/store/engine.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using Calendars = SampleRegister;

Day day(const char* text)
{
    return parseDay(text).value();
}

CalendarAddition mourning(const char* on)
{
    return {CalendarChoice::Authority, DayEffect::Holiday, {day(on)}, "Day of mourning", "Decree 7",
        "Gazette of Arcadia 12/2026"};
}

/// All dates of the authority, as "case clock day".
std::vector<std::string> datesOf(interfaces::Office& office)
{
    std::vector<std::string> texts;
    const auto dates = office.calendar().dates(
        {.from = day("2020-01-01"), .to = day("2040-12-31"), .onlyMine = false, .limit = 5000});
    for (const auto& date : dates.value())
        texts.push_back(date.caseId.text() + " " + date.clockId + " " + formatDay(date.day));
    return texts;
}

/// A working day on which a clock of an open case ends.
Day aDueDay(interfaces::Office& office)
{
    const Day today = office.clock().today();
    for (const auto& date :
        office.calendar().dates({.from = today, .to = today + std::chrono::days{400}}).value()) {
        if (date.clockId.starts_with("DL06") || date.clockId.starts_with("DL07"))
            return date.day;
    }
    throw std::runtime_error("nothing is due");
}

TEST_F(Calendars, AnAdditionMovesTheDatesThatItsPreviewSaid)
{
    const auto office = openAs(file, "head");
    const Day due = aDueDay(*office);
    const auto before = datesOf(*office);
    const CalendarAddition addition = mourning(formatDay(due).c_str());
    const auto preview = office->calendar().previewAddition(addition);
    ASSERT_TRUE(preview.ok());
    EXPECT_GE(preview.value().dates, 1);
    EXPECT_GE(preview.value().cases, 1);
    ASSERT_FALSE(preview.value().first.empty());
    EXPECT_EQ(datesOf(*office), before) << "a preview keeps nothing";
    const auto id = office->calendar().addToCalendar(addition);
    ASSERT_TRUE(id.ok());
    const auto after = datesOf(*office);
    std::vector<std::string> moved;
    for (const auto& text : before) {
        if (std::ranges::find(after, text) == after.end())
            moved.push_back(text);
    }
    EXPECT_EQ(static_cast<std::int64_t>(moved.size()), preview.value().dates);
    const auto& first = preview.value().first.front();
    const auto clocks = office->cases().open(first.caseId, {}).value().clocks;
    const auto clock = std::ranges::find(clocks, first.clockId, &interfaces::ClockView::id);
    ASSERT_NE(clock, clocks.end());
    EXPECT_EQ(clock->end, first.after);
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(Calendars, AWithdrawnAdditionLeavesEveryDateAsItWas)
{
    const auto office = openAs(file, "head");
    const auto before = datesOf(*office);
    const auto id = office->calendar().addToCalendar(mourning(formatDay(aDueDay(*office)).c_str()));
    ASSERT_TRUE(id.ok());
    ASSERT_NE(datesOf(*office), before);
    EXPECT_EQ(office->calendar().withdrawAddition(id.value(), " ").error().code, ErrorCode::BadInput);
    ASSERT_TRUE(office->calendar().withdrawAddition(id.value(), "The decree was repealed.").ok());
    EXPECT_EQ(datesOf(*office), before);
    EXPECT_FALSE(office->calendar().withdrawAddition(id.value(), "Again.").ok());
    ASSERT_EQ(office->calendar().additions().value().size(), 1U);
    EXPECT_TRUE(office->calendar().additions().value().front().withdrawn);
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(Calendars, OtherProgramsAndLaterOnesCountWithAnAddition)
{
    const auto head = openAs(file, "head");
    const auto open = openAs(file, "coordinator");
    static_cast<void>(datesOf(*open));
    const Day due = aDueDay(*head);
    ASSERT_TRUE(head->calendar().addToCalendar(mourning(formatDay(due).c_str())).ok());
    const auto later = openAs(file, "coordinator-2");
    for (const auto& office : {open.get(), later.get()}) {
        EXPECT_EQ(datesOf(*office), datesOf(*head));
        const auto off = office->calendar().daysOff(due, due).value();
        EXPECT_TRUE(std::ranges::any_of(off, [](const auto& one) { return one.name == "Day of mourning"; }));
    }
}

TEST_F(Calendars, AreAddedToByTheHeadWithReasonAndSourceOnly)
{
    const auto head = openAs(file, "head");

    struct Row {
        const char* why;
        CalendarAddition addition;
        ErrorCode code;
    };

    CalendarAddition noReason = mourning("2026-07-03");
    noReason.reason = "";
    CalendarAddition noSource = mourning("2026-07-03");
    noSource.source = " ";
    CalendarAddition noName = mourning("2026-07-03");
    noName.name = "";
    CalendarAddition noDay = mourning("2026-07-03");
    noDay.days.clear();
    CalendarAddition working = mourning("2026-07-03");
    working.effect = DayEffect::WorkingDay;
    const Row rows[] = {
        {"no reason", noReason, ErrorCode::BadInput},
        {"no source", noSource, ErrorCode::BadInput},
        {"no name", noName, ErrorCode::BadInput},
        {"no day", noDay, ErrorCode::BadInput},
        {"a holiday already", mourning("2027-01-01"), ErrorCode::Refused},
        {"a working day already", working, ErrorCode::Refused},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(head->calendar().previewAddition(row.addition).error().code, row.code) << row.why;
        EXPECT_EQ(head->calendar().addToCalendar(row.addition).error().code, row.code) << row.why;
    }
    for (const char* other : {"coordinator", "registrar", "admin", "judge", "dpa-officer", "auditor"}) {
        const auto office = openAs(file, other);
        EXPECT_EQ(
            office->calendar().addToCalendar(mourning("2026-07-03")).error().code, ErrorCode::NotAllowed)
            << other;
    }
}

TEST_F(Calendars, ShowTheCourtOnlyWhatIsOnItsList)
{
    const auto judge = openAs(file, "judge");
    const auto listed = judge->worklist().page({.limit = 500}).value().rows;
    const auto dates = judge->calendar().dates({.from = day("2020-01-01"), .to = day("2040-12-31")}).value();
    for (const auto& date : dates)
        EXPECT_TRUE(std::ranges::any_of(
            listed, [&](const auto& row) { return row.caseId == date.caseId && row.due == date.day; }))
            << date.caseId.text() << " " << date.clockId;
    EXPECT_EQ(judge->calendar().load({}).error().code, ErrorCode::NotAllowed);
    const auto admin = openAs(file, "admin");
    EXPECT_TRUE(
        admin->calendar().dates({.from = day("2020-01-01"), .to = day("2040-12-31")}).value().empty());
}

TEST_F(Calendars, HoldADateForEachClockThatRuns)
{
    const auto office = openAs(file, "coordinator");
    std::vector<std::string> expected;
    for (const auto& row : office->worklist().page({.limit = 500}).value().rows) {
        for (const auto& clock : office->cases().open(row.caseId, {}).value().clocks) {
            const bool over = clock.state == ClockState::Met || clock.state == ClockState::MetLate
                || clock.state == ClockState::EndedWithoutAnswer;
            if (!over && clock.end)
                expected.push_back(row.caseId.text() + " " + clock.id + " " + formatDay(*clock.end));
        }
    }
    const auto dates = datesOf(*office);
    for (const auto& text : expected)
        EXPECT_THAT(dates, ::testing::Contains(text));
}

TEST_F(Calendars, CountTheLoadOfADeskByWeekWithAbsences)
{
    const auto office = openAs(file, "coordinator");
    const PersonId me = office->signIn().signedIn()->person;
    const Day today = office->clock().today();
    const auto all = office->calendar().load({.person = me, .weeks = 60}).value();
    ASSERT_EQ(all.size(), 1U);
    ASSERT_EQ(all.front().weeks.size(), 60U);
    std::int64_t dates = 0;
    for (const auto& week : all.front().weeks)
        dates += week.dates;
    const Day monday = all.front().weeks.front().monday;
    const auto mine =
        office->calendar().dates({.from = monday, .to = monday + std::chrono::days{419}, .onlyMine = true});
    EXPECT_EQ(dates, static_cast<std::int64_t>(mine.value().size()));
    ASSERT_TRUE(office->appointments()
                    .appoint({.kind = AppointmentKind::Absence,
                        .person = me,
                        .firstDay = today,
                        .lastDay = today + std::chrono::days{13}})
                    .ok());
    const auto away = office->calendar().loadAround(std::nullopt, today + std::chrono::days{7}).value();
    EXPECT_EQ(away.workingDays, 0) << "away the whole of next week";
    EXPECT_EQ(office->calendar().load({.weeks = 0}).error().code, ErrorCode::BadInput);
}

TEST_F(Calendars, AreFilledForARegisterThatHasNoDatesYet)
{
    const auto before = datesOf(*openAs(file, "coordinator"));
    ASSERT_FALSE(before.empty());
    {
        store::Engine engine(file, store::OpenMode::Existing);
        store::Transaction transaction(engine);
        engine.run("DELETE FROM case_date");
        engine.run("DELETE FROM case_desk");
        transaction.commit();
    }
    const auto office = openAs(file, "coordinator");
    EXPECT_EQ(datesOf(*office), before);
    EXPECT_EQ(diagnosis(*office), "ok");
}

} // namespace

} // namespace tutela::services

#include "core/procedure/warnings.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/base/catalogue.h"
#include "core/procedure/renewal.h"
#include "tests/support/rules.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

/// What is pointed out about a file on a day: "late:overdue@2026-06-02".
struct WarningRow {
    const char* sentence;
    CaseFile (*file)();
    const char* today;
    const char* warnings;
};

void PrintTo(const WarningRow& row, std::ostream* out)
{
    *out << row.sentence << ", on " << row.today;
}

CaseFile asked()
{
    CaseFile file = assessment();
    file.requests.push_back({"R1", 11, day("2026-04-10"), length("P2W"), true, {}, {}, {}, {}});
    return file;
}

CaseFile consulted()
{
    CaseFile file = detection();
    file.step = Step::AwaitingPlan;
    file.evidence.front().observedOn = day("2026-08-01");
    Consultation consultation{.id = "C1", .entry = 30, .requestedOn = day("2026-09-01")};
    file.consultations.push_back(consultation);
    return file;
}

CaseFile extended()
{
    CaseFile file = consulted();
    file.consultations.front().extension = length("P6W");
    file.consultations.front().extensionAnnouncedOn = day("2026-09-20");
    return file;
}

CaseFile twoEvidences()
{
    CaseFile file = detection();
    file.evidence.push_back({"E2", 22, day("2026-06-01")});
    return file;
}

CaseFile shortOrder()
{
    CaseFile file = withOrder();
    file.order->scope = {{}, day("2027-01-01"), day("2027-12-31")};
    file.order->receivedOn.reset();
    DraftRequest again = file.drafts.front();
    again.version = 2;
    file.drafts.push_back(again);
    return file;
}

CaseFile receivedLate()
{
    CaseFile file = shortOrder();
    file.order->receivedOn = day("2026-10-05");
    return file;
}

CaseFile receivedInTime()
{
    CaseFile file = shortOrder();
    file.order->receivedOn = day("2026-09-20");
    return file;
}

CaseFile closed()
{
    CaseFile file = asked();
    file.step = Step::Closed;
    return file;
}

const WarningRow kRows[] = {
    {"A review far from its end warns of nothing", assessment, "2026-04-01", ""},
    {"Five working days before its last day a review is near", assessment, "2026-05-26",
        "near:due-soon@2026-06-02"},
    {"and not six", assessment, "2026-05-22", ""},
    {"On its last day it is not overdue", assessment, "2026-06-02", "near:due-soon@2026-06-02"},
    {"On the day after it is", assessment, "2026-06-03", "late:overdue@2026-06-02"},
    {"A period for an answer that ended is overdue; the stopped review is not yet stopped for long", asked,
        "2026-04-25", "late:overdue@2026-04-24"},
    {"A month after the request the review has been stopped for long", asked, "2026-05-10",
        "late:overdue@2026-04-24 near:stopped-long@2026-04-10"},
    {"A closed file warns of nothing", closed, "2027-01-01", ""},
    {"An extension may be announced within a month", consulted, "2026-09-10",
        "note:extension-window@2026-10-01"},
    {"and not later", consulted, "2026-10-02", ""},
    {"One that was announced closes the window", extended, "2026-09-25", ""},
    {"Evidence is pointed out two months before it leaves the twelve months", detection, "2027-03-02",
        "near:evidence-leaves@2027-05-02"},
    {"and not earlier", detection, "2027-03-01", ""},
    {"The last of several is the pressing one", twoEvidences, "2027-04-15",
        "near:evidence-leaves@2027-06-02 note:evidence-leaves@2027-05-02"},
    {"When all has left, the request needs new evidence", detection, "2027-05-02",
        "late:evidence-gone@2027-05-02"},
    {"An order must be received so early that its start stays lawful", shortOrder, "2026-09-10",
        "near:receipt-window@2026-09-30"},
    {"After that day the start cannot be lawful any more", shortOrder, "2026-10-01",
        "late:start-unlawful@2026-09-30"},
    {"A late receipt stays pointed out", receivedLate, "2026-10-20", "late:start-unlawful@2026-09-30"},
    {"A receipt in time is not", receivedInTime, "2026-10-20", ""},
    {"Work on a renewal is pointed out two months before it should start", receivedInTime, "2027-02-01",
        "note:renewal-start@2027-03-25"},
    {"and is pressing afterwards", receivedInTime, "2027-03-26", "near:renewal-start@2027-03-25"},
    {"The report on the update falls due after the end of the order", receivedInTime, "2027-09-15",
        "near:renewal-start@2027-03-25 note:report-after-order@2027-10-31"},
    {"After the last receipt without a gap the gap is said", receivedInTime, "2027-10-01",
        "near:renewal-start@2027-09-30 note:report-after-order@2027-10-31"},
    {"An order that ended has no renewal without a gap", receivedInTime, "2028-02-01", ""},
};

class WarningOfCase : public ::testing::TestWithParam<WarningRow> { };

/// Only what this module adds: clocks of the order's life have rows of their own in the clock tests.
std::string shownFor(const std::vector<CaseWarning>& warnings)
{
    std::string text;
    for (const CaseWarning& warning : warnings) {
        if (warning.clock.starts_with("DL16") || warning.clock.starts_with("DL17"))
            continue;
        text += fmt::format("{}{}:{}@{}", text.empty() ? "" : " ", toText(warning.level),
            toText(warning.kind), warning.day ? formatDay(*warning.day) : "-");
    }
    return text;
}

TEST_P(WarningOfCase, isPointedOut)
{
    const WarningRow& row = GetParam();
    EXPECT_EQ(shownFor(warningsOf(row.file(), rulebook(), calendars(), day(row.today))), row.warnings);
}

INSTANTIATE_TEST_SUITE_P(Rows, WarningOfCase, ::testing::ValuesIn(kRows));

TEST(Renewal, isCountedBackFromTheLastReceiptWithoutAGap)
{
    const auto plan = renewalPlan(receivedInTime(), rulebook());
    ASSERT_TRUE(plan);
    EXPECT_EQ(formatDay(plan->firstDay), "2028-01-01");
    EXPECT_EQ(formatDay(plan->receipt), "2027-09-30");
    EXPECT_EQ(formatDay(plan->request), "2027-07-30");
    EXPECT_EQ(formatDay(plan->plan), "2027-05-30");
    EXPECT_EQ(formatDay(plan->draft), "2027-04-25");
    EXPECT_EQ(formatDay(plan->begin), "2027-03-25");
}

TEST(Renewal, ofAnOrderOnSolicitationLeavesTimeForTheConsultation)
{
    CaseFile file = receivedInTime();
    const auto without = renewalPlan(file, rulebook());
    file.detectionKind = DetectionKind::Solicitation;
    const auto with = renewalPlan(file, rulebook());
    EXPECT_EQ((without->plan - with->plan).count(), 98);
}

TEST(Lapses, arePointedOutHalfAYearBeforeAndStayPointedOut)
{
    EXPECT_TRUE(lapsesOf(rulebook(), day("2027-10-02")).empty());
    EXPECT_EQ(shownFor(lapsesOf(rulebook(), day("2027-10-03"))), "near:basis-lapses@2028-04-03");
    EXPECT_EQ(shownFor(lapsesOf(rulebook(), day("2028-04-03"))), "near:basis-lapses@2028-04-03");
    EXPECT_EQ(shownFor(lapsesOf(rulebook(), day("2028-04-04"))), "late:basis-lapses@2028-04-03");
}

TEST(Warnings, haveWords)
{
    const Catalogue& texts = Catalogue::embedded("en");
    for (const auto& [kind, name] : Vocabulary<WarningKind>::kTexts) {
        EXPECT_TRUE(texts.has("case-warning." + std::string(name)));
        EXPECT_TRUE(texts.has("warning-kind." + std::string(name)));
    }
    for (const auto& [level, name] : Vocabulary<WarningLevel>::kTexts)
        EXPECT_TRUE(texts.has("warning-level." + std::string(name)));
}

} // namespace

} // namespace tutela::procedure

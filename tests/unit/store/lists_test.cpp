#include <set>
#include <tuple>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "core/store/case_store.h"
#include "core/store/directory_store.h"
#include "core/store/migrations.h"
#include "core/store/search_store.h"
#include "core/store/work_list.h"
#include "tests/support/scratch_folder.h"

namespace tutela::store {

namespace {

struct Lists : ::testing::Test {
    Lists() { migrate(engine, OpenMode::Create); }

    tutela::testing::ScratchFolder folder;
    Engine engine{folder.file("r"), OpenMode::Create};
    CaseStore cases{engine};
    WorkList list{engine};
    DirectoryStore directory{engine};
    SearchStore search{engine};
};

CaseSummary summary(int number)
{
    CaseSummary row{.id = CaseId(fmt::format("A-2026-{:04}", number)),
        .kind = CaseKind::Assessment,
        .step = number % 3 == 0 ? Step::Received : Step::UnderReview,
        .provider = ProviderId(fmt::format("P-{:04}", number % 4)),
        .services = {ServiceId("S-0001")}};
    row.audiences = {Institution::Authority};
    if (number % 5 == 0)
        row.audiences.push_back(Institution::Dpa);
    if (number % 4 != 0)
        row.due = parseDay(fmt::format("2026-06-{:02}", 1 + number % 7));
    row.closed = number % 6 == 0;
    return row;
}

TEST_F(Lists, ShowEachCaseOnceInEveryOrderWhateverThePage)
{
    for (int provider = 0; provider < 4; ++provider)
        directory.project(
            ProviderRow{ProviderId(fmt::format("P-{:04}", provider)), "Same", "", "", "en", "", 0});
    constexpr int kCases = 60;
    for (int number = 1; number <= kCases; ++number)
        cases.project(summary(number));
    for (const WorkOrder order :
        {WorkOrder::Due, WorkOrder::CaseNumber, WorkOrder::Step, WorkOrder::Provider}) {
        for (const std::int64_t limit : {1, 7, 60, 100}) {
            WorkFilter filter;
            filter.withClosed = true;
            std::set<CaseId> seen;
            std::string cursor;
            std::size_t rows = 0;
            for (;;) {
                const auto page = list.page(filter, order, cursor, limit);
                for (const WorkRow& row : page) {
                    seen.insert(row.summary.id);
                    ++rows;
                }
                if (page.empty() || rows > 1000)
                    break;
                cursor = WorkList::cursorOf(page.back(), filter, order);
            }
            EXPECT_EQ(rows, static_cast<std::size_t>(kCases)) << static_cast<int>(order) << " " << limit;
            EXPECT_EQ(seen.size(), rows) << static_cast<int>(order) << " " << limit;
        }
    }
}

/// How many lines of a plan say so.
std::size_t saying(const std::vector<std::string>& plan, std::string_view words)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        plan, [&](const std::string& line) { return line.find(words) != std::string::npos; }));
}

TEST_F(Lists, WalkAnIndexInEveryOrderAndUnderEveryFilter)
{
    WorkFilter all;
    WorkFilter step;
    step.step = Step::BeforeTheCourt;
    WorkFilter waiting;
    waiting.waitingFor = WaitingFor::Dpa;
    WorkFilter mine;
    mine.responsible = PersonId("coordinator");
    for (const auto& [filter, order, index] :
        std::initializer_list<std::tuple<WorkFilter, WorkOrder, const char*>>{
            {all, WorkOrder::Due, "SEARCH w USING PRIMARY KEY (audience=? AND rank<?)"},
            {all, WorkOrder::CaseNumber, "work_by_number"}, {all, WorkOrder::Step, "work_by_step"},
            {all, WorkOrder::Provider, "work_by_provider"}, {step, WorkOrder::Due, "work_by_step"},
            {waiting, WorkOrder::Due, "work_by_waiting"}, {mine, WorkOrder::Due, "work_by_responsible"}}) {
        const auto plan = list.planOf(filter, order);
        // One sort: of the rows of the page.
        EXPECT_EQ(saying(plan, "TEMP B-TREE"), 1u) << fmt::format("{}", fmt::join(plan, "\n"));
        EXPECT_EQ(saying(plan, index), 1u) << fmt::format("{}", fmt::join(plan, "\n"));
    }
}

TEST_F(Lists, GiveAFileTheNameThatItsProviderHasNow)
{
    cases.project(summary(1));
    directory.project(ProviderRow{ProviderId("P-0001"), "Example Chat", "", "", "en", "", 0});
    EXPECT_EQ(list.page({}, WorkOrder::Provider, {}, 1).at(0).providerName, "Example Chat");
    directory.project(ProviderRow{ProviderId("P-0001"), "Example Talk", "", "", "en", "", 0});
    EXPECT_EQ(list.page({}, WorkOrder::Due, {}, 1).at(0).providerName, "Example Talk");
    cases.project(summary(1));
    EXPECT_EQ(list.page({}, WorkOrder::Provider, {}, 1).at(0).providerName, "Example Talk");
}

TEST_F(Lists, TakeNoCursorOfAnotherList)
{
    directory.project(ProviderRow{ProviderId("P-0001"), "# 1 Chat", "", "", "en", "", 0});
    cases.project(summary(1));
    const WorkFilter filter;
    const auto row = list.page(filter, WorkOrder::Provider, {}, 1).at(0);
    const std::string cursor = WorkList::cursorOf(row, filter, WorkOrder::Provider);
    EXPECT_TRUE(WorkList::isCursor(cursor, filter, WorkOrder::Provider));
    EXPECT_TRUE(list.page(filter, WorkOrder::Provider, cursor, 1).empty());
    EXPECT_FALSE(WorkList::isCursor(cursor, filter, WorkOrder::Due));
    EXPECT_FALSE(WorkList::isCursor("x", filter, WorkOrder::Provider));
}

TEST_F(Lists, ShowMostPressingFirstAndWithoutDateLast)
{
    for (int number = 1; number <= 12; ++number)
        cases.project(summary(number));
    const auto page = list.page({}, WorkOrder::Due, {}, 100);
    ASSERT_EQ(page.size(), 10u); // two are closed
    for (std::size_t at = 1; at < page.size(); ++at) {
        const Day last = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};
        EXPECT_LE(page[at - 1].summary.due.value_or(last), page[at].summary.due.value_or(last));
    }
    WorkFilter dpa;
    dpa.audience = Institution::Dpa;
    EXPECT_EQ(list.page(dpa, WorkOrder::Due, {}, 100).size(), 2u); // 5 and 10
    EXPECT_EQ(list.nextDue(Institution::Authority, *parseDay("2026-06-01")), parseDay("2026-06-02"));
}

TEST_F(Lists, TakePercentAndUnderscoreOfAProviderAsTheyStand)
{
    directory.project(ProviderRow{ProviderId("P-0001"), "100% Chat", "", "", "en", "", 0});
    cases.project(summary(1));
    for (const auto& [part, found] : std::initializer_list<std::pair<const char*, std::size_t>>{
             {"100% c", 1}, {"%", 1}, {"_", 0}, {"100_ c", 0}, {"\\", 0}, {"'", 0}}) {
        WorkFilter filter;
        filter.providerPart = part;
        EXPECT_EQ(list.page(filter, WorkOrder::Due, {}, 10).size(), found) << part;
    }
}

TEST_F(Lists, NumbersAreGivenOnce)
{
    EXPECT_EQ(cases.nextNumber("A-2026"), 1);
    EXPECT_EQ(cases.nextNumber("A-2026"), 2);
    EXPECT_EQ(cases.nextNumber("A-2027"), 1);
}

TEST_F(Lists, SearchNeverFindsAnotherAudiencesText)
{
    const CaseId id("D-2026-0001");
    search.add(
        id, 1, "send-draft", {Institution::Authority, Institution::EuCentre}, "The lantern draft xaudcourt");
    search.add(id, 2, "refer-to-dpa", {Institution::Authority, Institution::Dpa}, "The lantern consultation");
    search.add(id, 3, "record-comments", {Institution::Authority}, "The lantern secret");
    const auto found = [&](std::string_view words, Institution audience) {
        std::string seqs;
        for (const SearchRow& row : search.find(words, audience, 50))
            seqs += std::to_string(row.seq);
        std::ranges::sort(seqs);
        return seqs;
    };
    EXPECT_EQ(found("lantern", Institution::Authority), "123");
    EXPECT_EQ(found("LANT", Institution::Dpa), "2");
    EXPECT_EQ(found("lantern", Institution::EuCentre), "1");
    EXPECT_EQ(found("lantern", Institution::Court), "");
    EXPECT_EQ(found("lantern secret", Institution::Authority), "3");
    EXPECT_EQ(found("secret", Institution::Dpa), "");
    EXPECT_EQ(found("xaudcourt", Institution::EuCentre), "1"); // a word of the text, no audience
    EXPECT_EQ(found("xaudauthority", Institution::Authority), "");
    for (const std::string_view words :
        {"\"", "\"\"", "lantern\" OR audience : \"xaudauthority", "lantern OR secret", "secret* OR *",
            "audience:xaudauthority", "{audience text} : lantern", "secret)", "(secret",
            "NEAR(lantern secret)", "lantern AND secret", "NOT draft", "- secret", "^secret",
            "secret + lantern", "text : secret", "*", ":", "^", "'; DROP TABLE search; --", ",", "  ", ""}) {
        EXPECT_EQ(found(words, Institution::Court), "") << words;
        EXPECT_EQ(found(words, Institution::Dpa).find('3'), std::string::npos) << words;
        EXPECT_EQ(found(words, Institution::Dpa).find('1'), std::string::npos) << words;
    }
    EXPECT_EQ(found(std::string_view("secret\0lantern", 14), Institution::Dpa), "");
    search.setAudiences(1, {Institution::Authority, Institution::Court});
    EXPECT_EQ(found("lantern", Institution::Court), "1");
    EXPECT_EQ(found("lantern", Institution::EuCentre), "");
}

} // namespace

} // namespace tutela::store

#include <algorithm>

#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using Warnings = SampleRegister;

using interfaces::WarningScope;

TEST_F(Warnings, ofAllCasesAreThoseOfEachCase)
{
    const auto office = openAs(file, "coordinator");
    const auto report = office->worklist().warnings(WarningScope::AllVisible).value();
    ASSERT_FALSE(report.rows.empty());
    EXPECT_FALSE(report.cut);
    std::size_t inCases = 0;
    for (const auto& row : office->worklist().page({.limit = 500}).value().rows)
        inCases += office->cases().open(row.caseId, std::nullopt).value().warnings.size();
    EXPECT_EQ(report.rows.size(), inCases);
    EXPECT_TRUE(std::ranges::is_sorted(
        report.rows, {}, [](const interfaces::WarningRow& row) { return row.warning.level; }));
}

TEST_F(Warnings, ofMyOwnCasesAreAmongThem)
{
    const auto office = openAs(file, "coordinator");
    const auto all = office->worklist().warnings(WarningScope::AllVisible).value();
    const auto mine = office->worklist().warnings(WarningScope::OnlyMine).value();
    EXPECT_LT(mine.cases, all.cases);
    for (const auto& row : mine.rows)
        EXPECT_NE(std::ranges::find(all.rows, row), all.rows.end());
}

TEST_F(Warnings, ofEvidenceAreNotForTheDataProtectionAuthority)
{
    const auto office = openAs(file, "dpa-officer");
    for (const auto& row : office->worklist().warnings(WarningScope::AllVisible).value().rows) {
        EXPECT_NE(row.warning.kind, WarningKind::EvidenceLeaves);
        EXPECT_NE(row.warning.kind, WarningKind::EvidenceGone);
    }
}

TEST_F(Warnings, areNotToldBeforeSignIn)
{
    const auto office = open(file);
    EXPECT_EQ(office->worklist().warnings(WarningScope::AllVisible).error().code, ErrorCode::SignIn);
}

TEST_F(Warnings, comeWithASheetThatSaysWhyADateIsWhatItIs)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    const auto sheet = office->cases().dateSheet(id, "DL06");
    ASSERT_TRUE(sheet.ok());
    EXPECT_TRUE(sheet.value().starts_with("%PDF"));
    EXPECT_EQ(office->cases().dateSheet(id, "DL99").error().code, ErrorCode::BadInput);
    EXPECT_EQ(office->cases().dateSheet(CaseId("A-1999-0001"), "DL06").error().code, ErrorCode::NotAllowed);
}

TEST_F(Warnings, doNotHideTheReadingsThatADateFollows)
{
    const auto office = openAs(file, "coordinator");
    const auto view = office->cases().open(underReview(*office), std::nullopt).value();
    const auto review = std::ranges::find(view.clocks, "DL06", &interfaces::ClockView::id);
    ASSERT_NE(review, view.clocks.end());
    ASSERT_EQ(review->readings.size(), 2u);
    EXPECT_EQ(review->readings.front().followed, "art5_2");
    EXPECT_EQ(review->readings.front().others, std::vector<std::string>{"art5_3"});
}

TEST_F(Warnings, standBesideTheLegalTextsOfTheRegister)
{
    const auto office = open(file);
    const auto texts = office->legalTexts().list();
    EXPECT_EQ(std::ranges::count(texts, true, &interfaces::LegalTextRow::applied), 1);
    const auto mandate = office->legalTexts().show("council-2025-11").value();
    ASSERT_EQ(mandate.leftOut.size(), 1u);
    EXPECT_EQ(mandate.leftOut.front().caseKind, "detection");
    EXPECT_TRUE(std::ranges::none_of(mandate.clocks, [](const auto& item) { return item.checked.verified; }))
        << "its articles were not read";
    EXPECT_FALSE(office->legalTexts().compare("com-2022-209", "council-2025-11").value().empty());
    EXPECT_TRUE(office->legalTexts().compare("com-2022-209", "com-2022-209").value().empty());
    EXPECT_EQ(office->legalTexts().show("nothing").error().code, ErrorCode::BadInput);
}

} // namespace

} // namespace tutela::services

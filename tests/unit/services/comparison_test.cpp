#include <algorithm>

#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

/// The file whose report was sent again, changed.
class Comparisons : public SampleRegister {
protected:
    Comparisons()
        : office(openAs(file, "coordinator"))
        , again(caseWithTwoReports())
    {
        const auto filings = office->cases().open(again, {}).value().file.filings;
        earlier = filings.at(0).original;
        later = filings.at(1).original;
    }

    CaseId caseWithTwoReports()
    {
        for (const auto& row : office->worklist().page({.kind = CaseKind::Assessment}).value().rows) {
            if (office->cases().open(row.caseId, {}).value().file.filings.size() > 1)
                return row.caseId;
        }
        throw std::runtime_error("no case with a further report");
    }

    std::string changeOf(const interfaces::ComparisonView& view, std::string_view before)
    {
        const auto found = std::ranges::find(view.fields, before, &domain::ComparedField::before);
        return found == view.fields.end() ? "none" : std::string(toText(found->change)) + ": " + found->after;
    }

    std::unique_ptr<interfaces::Office> office;
    CaseId again;
    DocumentId earlier{""};
    DocumentId later{""};
};

TEST_F(Comparisons, OfferTheEarlierFilingsOfTheSameService)
{
    const auto offered = office->comparisons().earlierFilings(later).value();
    ASSERT_EQ(offered.size(), 1u);
    EXPECT_EQ(offered[0].original, earlier);
    EXPECT_EQ(offered[0].caseId, again);
    EXPECT_EQ(offered[0].version, 1);
    EXPECT_TRUE(office->comparisons().earlierFilings(earlier).value().empty()) << "nothing came before";
}

TEST_F(Comparisons, PutTheFieldsSideBySideAndFlagWhatSpeaksAgainst)
{
    const auto view = office->comparisons().compare(earlier, later).value();
    EXPECT_EQ(changeOf(view, "Low but not negligible: first contacts inside groups remain."),
        "changed: Negligible.");
    EXPECT_EQ(changeOf(view, "A written policy, reviewed each year."),
        "same: A written policy, reviewed each year.");
    ASSERT_FALSE(view.findings.empty());
    EXPECT_EQ(view.findings[0].code, "filing.risk-without-measure");
    EXPECT_EQ(view.findings[0].severity, "to-check");
    const auto self = office->comparisons().compare(later, later).value();
    EXPECT_TRUE(self.findings.empty());
}

TEST_F(Comparisons, RefuseWhatCannotStandSideBySide)
{
    auto& desk = office->comparisons();
    EXPECT_EQ(desk.compare(later, earlier).error().what.id, "compare.order");
    EXPECT_EQ(desk.compare(earlier, DocumentId("DOC-999999")).error().code, ErrorCode::NotAllowed);
    std::optional<DocumentId> plan;
    std::optional<DocumentId> other;
    for (const auto& row : office->worklist().page({}).value().rows) {
        for (const auto& filing : office->cases().open(row.caseId, {}).value().file.filings) {
            if (filing.kind == FilingKind::ImplementationPlan)
                plan = filing.original;
            else if (filing.kind == FilingKind::RiskReport && row.caseId != again)
                other = filing.original;
        }
    }
    const auto unlike = desk.compare(earlier, plan.value());
    EXPECT_EQ(unlike.error().code, ErrorCode::BadInput);
    EXPECT_EQ(unlike.error().what.id, "compare.other-form");
    EXPECT_EQ(desk.compare(earlier, other.value()).error().what.id, "compare.other-provider");
}

TEST_F(Comparisons, ShowTheRisksOverTimeInTheProvidersTerms)
{
    const auto rows = office->comparisons().risks(again).value();
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[0].stated.risk, "");
    EXPECT_EQ(rows[0].stated.after, "Low but not negligible: first contacts inside groups remain.");
    EXPECT_EQ(rows[1].stated.after, "Negligible.");
    EXPECT_EQ(rows[0].filing.original, earlier);
    EXPECT_EQ(rows[1].filing.original, later);
    EXPECT_LT(rows[0].filing.receivedOn, rows[1].filing.receivedOn);
    EXPECT_EQ(rows[2].stated.risk, "Contact by strangers");
    EXPECT_NE(rows[2].stated.before, rows[2].stated.after);
    EXPECT_EQ(rows[2].stated.before, rows[3].stated.before);
    EXPECT_NE(rows[2].stated.after, rows[3].stated.after);
}

TEST_F(Comparisons, ShowNothingOfAFileThatThePersonMayNotSee)
{
    for (const char* person : {"judge", "dpa-officer", "eu-centre", "admin"}) {
        const auto outsider = openAs(file, person);
        auto& desk = outsider->comparisons();
        EXPECT_EQ(desk.earlierFilings(later).error().code, ErrorCode::NotAllowed) << person;
        EXPECT_EQ(desk.compare(earlier, later).error().code, ErrorCode::NotAllowed) << person;
        EXPECT_EQ(desk.risks(again).error().code, ErrorCode::NotAllowed) << person;
    }
    EXPECT_EQ(open(file)->comparisons().risks(again).error().code, ErrorCode::SignIn);
}

} // namespace

} // namespace tutela::services

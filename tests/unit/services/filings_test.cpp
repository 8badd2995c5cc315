#include <algorithm>

#include "core/services/sample_stories.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

/// A file that waits for the plan, with its provider and service.
class Filings : public SampleRegister {
protected:
    Filings()
        : office(openAs(file, "registrar"))
        , coordinator(openAs(file, "coordinator"))
        , detection(caseAt(Step::AwaitingPlan))
    {
        const auto view = coordinator->cases().open(detection, {}).value();
        provider.id = view.file.provider;
        provider.name = view.provider;
        provider.services = {{view.file.services.front(), view.services.front()}};
    }

    CaseId caseAt(Step step)
    {
        for (const auto& row : coordinator->worklist().page({.kind = CaseKind::Detection}).value().rows) {
            if (row.step == step)
                return row.caseId;
        }
        throw std::runtime_error("no case at that stage");
    }

    std::string plan(const std::string& fileNumber)
    {
        return sampleImplementationPlan(provider,
            {fileNumber, DetectionKind::Solicitation, coordinator->clock().today(),
                coordinator->clock().today()});
    }

    interfaces::IntakeReceipt submit(const std::string& bytes, std::optional<CaseId> named = {})
    {
        return office->intake()
            .receive({.fileName = "filing.json", .bytes = bytes, .caseId = std::move(named)})
            .value();
    }

    CaseFile fileOf(const CaseId& id) { return coordinator->cases().open(id, {}).value().file; }

    static bool has(const interfaces::FilingView& view, std::string_view code)
    {
        return std::ranges::find(view.findings, code, &interfaces::FindingView::code) != view.findings.end();
    }

    std::unique_ptr<interfaces::Office> office;
    std::unique_ptr<interfaces::Office> coordinator;
    CaseId detection;
    SampleProvider provider;
};

TEST_F(Filings, GoToTheCaseWhoseNumberThePlanStates)
{
    const auto receipt = submit(plan(detection.text()));
    ASSERT_EQ(receipt.cases, std::vector<CaseId>{detection});
    const CaseFile after = fileOf(detection);
    ASSERT_TRUE(after.plan.has_value());
    EXPECT_EQ(after.plan->draftVersion, 2);
    ASSERT_EQ(after.filings.size(), 1u);
    EXPECT_EQ(after.filings.front().kind, FilingKind::ImplementationPlan);
    EXPECT_EQ(after.filings.front().form, "implementation-plan-2022-209");
    EXPECT_EQ(after.filings.front().original.text(), receipt.filing);
    const auto read = coordinator->intake().filing(after.filings.front().original).value();
    EXPECT_FALSE(read.sections.empty());
    EXPECT_TRUE(std::ranges::any_of(read.sections, [](const auto& section) {
        return std::ranges::any_of(
            section.items, [](const auto& item) { return item.second == "Imaginary talk classifier 2"; });
    }));
    EXPECT_EQ(diagnosis(*coordinator), "ok");
}

TEST_F(Filings, WithDefectsAreReceivedWithTheirPoints)
{
    std::string poor = plan("EX-1");
    poor.replace(poor.find("\"technologies\""), 14, "\"technology\"");
    const auto receipt = submit(poor, detection);
    ASSERT_EQ(receipt.cases, std::vector<CaseId>{detection});
    EXPECT_TRUE(has(receipt.view, "filing.missing"));
    EXPECT_TRUE(has(receipt.view, "filing.other-file-number"));
    const CaseFile after = fileOf(detection);
    EXPECT_GT(after.filings.front().findings, 0);
    EXPECT_TRUE(has(
        coordinator->intake().filing(after.filings.front().original).value(), "filing.other-file-number"));
    submit(plan(detection.text()), detection);
    EXPECT_EQ(fileOf(detection).filings.back().version, 2);
}

TEST_F(Filings, OnPaperAreKeptAsDocuments)
{
    interfaces::ActRequest request{.act = "record-plan", .caseId = detection};
    request.data =
        Json::object({{"received_on", formatDay(coordinator->clock().today())}, {"document", "plan.pdf"}});
    request.attachments = {{"plan.pdf", "%PDF-1.7 an invented plan"}};
    EXPECT_EQ(coordinator->cases().perform(request).error().what.id, "guard.form-fits.summary");
    request.data.set("summary", "Hash matching.");
    ASSERT_TRUE(coordinator->cases().perform(request).ok());
    const CaseFile after = fileOf(detection);
    EXPECT_TRUE(after.plan->submitted);
    EXPECT_EQ(after.filings.front().form, "");
}

TEST_F(Filings, ThatNobodyCanPlaceWaitUntilTheCoordinatorPlacesThem)
{
    const std::string bytes = sampleImpactAssessment(provider);
    const auto receipt = submit(bytes);
    ASSERT_EQ(receipt.cases.size(), 1u);
    const CaseId waiting = receipt.cases.front();
    ASSERT_NE(waiting, detection);
    EXPECT_TRUE(has(receipt.view, "intake.to-place"));
    const auto view = coordinator->cases().open(waiting, {}).value();
    EXPECT_TRUE(view.clocks.empty()) << "an impact assessment starts no review";
    EXPECT_EQ(view.waitingFor, WaitingFor::Authority);
    EXPECT_EQ(coordinator->cases().perform(asking(waiting)).error().what.id, "guard.about-risk-report");

    interfaces::ActRequest place{.act = "place-filing", .caseId = waiting};
    place.data = Json::object({{"case", detection.text()}, {"reason", "The letter names it."}});
    ASSERT_TRUE(coordinator->cases().perform(place).ok());
    EXPECT_EQ(fileOf(waiting).step, Step::Closed);
    const CaseFile after = fileOf(detection);
    ASSERT_EQ(after.filings.size(), 1u);
    EXPECT_EQ(after.filings.front().kind, FilingKind::ImpactAssessment);
    EXPECT_EQ(coordinator->cases().document(after.filings.front().original).value(), bytes);
    EXPECT_EQ(diagnosis(*coordinator), "ok");
}

TEST_F(Filings, ThatAFileDoesNotTakeAtItsStageAreNotLost)
{
    const CaseId early = caseAt(Step::Investigation);
    const auto receipt = submit(plan(early.text()), early);
    ASSERT_NE(receipt.cases.front(), early);
    EXPECT_TRUE(has(receipt.view, "intake.not-placed"));
    interfaces::ActRequest place{.act = "place-filing", .caseId = receipt.cases.front()};
    place.data = Json::object({{"case", early.text()}, {"reason", "Too early."}});
    EXPECT_EQ(coordinator->cases().perform(place).error().what.id, "refusal.step");
    EXPECT_EQ(fileOf(receipt.cases.front()).step, Step::Received) << "half a placing was kept";
    place.act = "set-filing-aside";
    place.data = Json::object({{"reason", "Sent back to the provider."}});
    EXPECT_TRUE(coordinator->cases().perform(place).ok());
}

TEST_F(Filings, OfRiskTakeNoCase)
{
    const auto refused = office->intake().receive({.fileName = "report.json",
        .bytes = sampleRiskReport(provider, 1, coordinator->clock().today()),
        .caseId = detection});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().what.id, "intake.case-of-report");
}

} // namespace

} // namespace tutela::services

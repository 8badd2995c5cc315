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

    /// Two files whose reports are still under review.
    std::pair<CaseId, CaseId> twoAssessments()
    {
        std::vector<CaseId> found;
        for (const auto& row : coordinator->worklist().page({.kind = CaseKind::Assessment}).value().rows) {
            if (row.step == Step::Received || row.step == Step::UnderReview)
                found.push_back(row.caseId);
        }
        return {found.at(0), found.at(1)};
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
    const CaseId early = caseAt(Step::OutForComments);
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

TEST_F(Filings, InTheWrongFileAreMovedByTwoPersonsAndBothFilesShowIt)
{
    const auto [wrong, right] = twoAssessments();
    const ReceivedFiling before = fileOf(wrong).filings.front();
    const std::string bytes = coordinator->cases().document(before.original).value();

    interfaces::ActRequest move{.act = "move-filing", .caseId = wrong};
    move.data = Json::object({{"receipt", before.entry}, {"case", right.text()}, {"reason", "Wrong file."}});
    EXPECT_NE(coordinator->cases().preview(move).value().clocks.size(), 0U);
    const auto proposed = coordinator->cases().perform(move);
    ASSERT_TRUE(proposed.ok()) << proposed.error().what.id;
    EXPECT_FALSE(fileOf(wrong).filings.front().movedTo) << "one person moved it";
    interfaces::ActRequest confirm{.act = "confirm-correction", .caseId = wrong};
    confirm.data = Json::object({{"correction", "K1"}, {"check", "Compared."}});
    EXPECT_EQ(coordinator->cases().perform(confirm).error().what.id, "guard.proposed-by-another");
    const auto second = openAs(file, "registrar");
    const auto receipt = second->cases().perform(confirm);
    ASSERT_TRUE(receipt.ok()) << receipt.error().what.id;
    EXPECT_EQ(receipt.value().alsoChanged, std::vector{right});

    EXPECT_EQ(fileOf(wrong).filings.front().movedTo, right);
    for (const auto& clock : coordinator->cases().open(wrong, {}).value().clocks)
        EXPECT_NE(clock.id, "DL06") << "the review of a report that is not there runs on";
    const ReceivedFiling after = fileOf(right).filings.back();
    EXPECT_EQ(after.movedFrom, wrong);
    EXPECT_EQ(after.receivedOn, before.receivedOn);
    EXPECT_EQ(coordinator->cases().document(after.original).value(), bytes);
    EXPECT_EQ(diagnosis(*coordinator), "ok");
    interfaces::ActRequest aside{.act = "set-filing-aside", .caseId = wrong};
    aside.data = Json::object({{"reason", "Nothing is left in it."}});
    EXPECT_TRUE(coordinator->cases().perform(aside).ok());
}

TEST_F(Filings, AreNotMovedToAFileThatDoesNotTakeThem)
{
    const CaseId wrong = twoAssessments().first;
    const std::int64_t before = fileOf(wrong).streamSeq;
    interfaces::ActRequest move{.act = "move-filing", .caseId = wrong};
    for (const std::string& target : {detection.text(), std::string("A-2026-9999")}) {
        move.data = Json::object(
            {{"receipt", fileOf(wrong).filings.front().entry}, {"case", target}, {"reason", "Wrong file."}});
        EXPECT_FALSE(coordinator->cases().perform(move).ok()) << target;
        EXPECT_EQ(fileOf(wrong).streamSeq, before);
    }
}

TEST_F(Filings, InQuarantineAreNotMoved)
{
    const auto [wrong, right] = twoAssessments();
    const ReceivedFiling before = fileOf(wrong).filings.front();
    const std::string today = formatDay(coordinator->clock().today());
    ASSERT_TRUE(coordinator->cases()
                    .perform({.act = "quarantine-document",
                        .caseId = wrong,
                        .data = Json::object({{"document", before.original.text()},
                            {"reason", "It may be what we never hold."},
                            {"referred_to", "Police of Arcadia (fictitious)"}, {"referred_on", today}})})
                    .ok());
    interfaces::ActRequest move{.act = "move-filing", .caseId = wrong};
    move.data = Json::object({{"receipt", before.entry}, {"case", right.text()}, {"reason", "Wrong file."}});
    EXPECT_EQ(coordinator->cases().perform(move).error().what.id, "refusal.quarantined");
    EXPECT_FALSE(fileOf(wrong).filings.front().movedTo);
}

TEST_F(Filings, OfRiskTakeNoCase)
{
    const auto refused = office->intake().receive({.fileName = "report.json",
        .bytes = sampleRiskReport(provider, 1, coordinator->clock().today()),
        .caseId = detection});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().what.id, "intake.case-of-report");
}

TEST_F(Filings, AreInTheIndexOfTheFileWithWhatThePartiesHave)
{
    submit(plan(detection.text()));
    interfaces::ActRequest request{.act = "record-evidence", .caseId = detection};
    request.data = Json::object(
        {{"observed_on", formatDay(coordinator->clock().today())}, {"description", "An invented summary."},
            {"source", "Invented hotline"}, {"document", "summary.txt"}});
    request.attachments = {{"summary.txt", "An invented summary.\n"}};
    ASSERT_TRUE(coordinator->cases().perform(request).ok());
    const auto stateOf = [&](const std::string& name) {
        for (const auto& row : coordinator->cases().open(detection, {}).value().access) {
            if (row.document.name == name)
                return row.parties.at(0).state;
        }
        throw std::runtime_error("not in the index: " + name);
    };
    EXPECT_EQ(stateOf("filing.json"), DisclosureState::OwnDocument);
    EXPECT_EQ(stateOf("summary.txt"), DisclosureState::NotDecided);
    const CaseFile before = fileOf(detection);
    interfaces::ActRequest withhold{.act = "set-disclosure", .caseId = detection};
    withhold.data = Json::object(
        {{"document", before.documents.back().id.text()}, {"party", "provider"}, {"disclosure", "withheld"},
            {"ground", "It names a witness."}, {"given_on", formatDay(coordinator->clock().today())}});
    ASSERT_TRUE(coordinator->cases().perform(withhold).ok());
    EXPECT_EQ(stateOf("summary.txt"), DisclosureState::Withheld);
    EXPECT_TRUE(openAs(file, "dpa-officer")->cases().open(detection, {}).value().access.empty());
    EXPECT_EQ(diagnosis(*coordinator), "ok");
}

/// The advice in one consultation: lodged by the data-protection authority, attached by the provider.
class Advice : public Filings {
protected:
    void lodge(const std::string& bytes)
    {
        interfaces::ActRequest request{.act = "lodge-advice", .caseId = detection};
        request.data = Json::object({{"consultation", "C1"}, {"outcome", "advice"}, {"advice", "Possible."},
            {"document", "advice.txt"}});
        request.attachments = {{"advice.txt", bytes}};
        ASSERT_TRUE(openAs(file, "dpa-officer")->cases().perform(request).ok());
    }

    void attach(const std::string& bytes)
    {
        interfaces::ActRequest request{.act = "record-plan", .caseId = detection};
        request.data = Json::object({{"received_on", formatDay(office->clock().today())},
            {"document", "plan.json"}, {"advice_copy", "copy.txt"}});
        request.attachments = {{"plan.json", plan(detection.text())}, {"copy.txt", bytes}};
        ASSERT_TRUE(office->cases().perform(request).ok());
    }

    interfaces::CaseView view() { return coordinator->cases().open(detection, {}).value(); }

    AdviceMatch match() { return view().consultations.at(0).match; }
};

TEST_F(Advice, LodgedAndAttachedWithTheSameBytesMatches)
{
    EXPECT_EQ(match(), AdviceMatch::NoDocument);
    lodge("The same advice.");
    EXPECT_EQ(match(), AdviceMatch::OnlyDpa);
    attach("The same advice.");
    EXPECT_EQ(match(), AdviceMatch::Matched);
    const auto consultation = view().consultations.at(0);
    EXPECT_EQ(consultation.lodged->sha256, consultation.providersCopy->sha256);
    EXPECT_NE(consultation.lodged->id, consultation.providersCopy->id);
}

TEST_F(Advice, AttachedFirstMatchesOnceItIsLodged)
{
    attach("The same advice.");
    EXPECT_EQ(match(), AdviceMatch::OnlyProvider);
    EXPECT_FALSE(fileOf(detection).consultations.at(0).outcome.has_value());
    lodge("The same advice.");
    EXPECT_EQ(match(), AdviceMatch::Matched);
}

TEST_F(Advice, OfOtherBytesIsShownAsDifferentWithBothDates)
{
    lodge("The advice.");
    attach("The advice, shortened.");
    EXPECT_EQ(match(), AdviceMatch::Different);
    const Consultation consultation = fileOf(detection).consultations.at(0);
    EXPECT_TRUE(consultation.requested.provider.has_value());
    EXPECT_TRUE(consultation.ended.provider && consultation.ended.dpa);
    const auto cards = view().cards;
    const auto card = std::ranges::find(cards, std::string("C1"), &interfaces::Card::id);
    ASSERT_NE(card, cards.end());
    EXPECT_TRUE(std::ranges::any_of(card->fields, [](const auto& field) {
        return field.label.id == "consultation.copy"
            && field.lines == std::vector<Message>{{"advice-match.different", {}}};
    }));
}

TEST_F(Advice, ThatCouldNotBeCheckedSaysSoInTheConsultationToo)
{
    lodge("%PDF-1.7 and nothing more");
    attach("%PDF-1.7 and nothing more");
    const auto consultation = view().consultations.at(0);
    EXPECT_EQ(consultation.lodged->flag, DocumentFlag::NotChecked);
    EXPECT_EQ(consultation.providersCopy->flag, DocumentFlag::NotChecked);
}

TEST_F(Advice, NotNamedAsSuchIsKnownByItsBytes)
{
    lodge("The same advice.");
    const auto receipt = office->intake().receive({.fileName = "plan.json",
        .bytes = plan(detection.text()),
        .attachments = {{"letter.txt", "The same advice."}}});
    ASSERT_TRUE(receipt.ok());
    EXPECT_EQ(match(), AdviceMatch::Matched);
}

TEST_F(Advice, WaitsWhileTheConsultationIsStopped)
{
    const auto clockOf = [&] {
        for (const auto& clock : view().clocks) {
            if (clock.id == "DL13/C1")
                return clock;
        }
        return interfaces::ClockView{};
    };
    const auto before = clockOf();
    const Day asked = fileOf(detection).consultations.at(0).requestedOn;
    interfaces::ActRequest request{.act = "pause-consultation", .caseId = detection};
    request.data = Json::object({{"consultation", "C1"}, {"reasons", "Error rates are missing."},
        {"stopped_on", formatDay(asked + std::chrono::days{2})}});
    const auto dpa = openAs(file, "dpa-officer");
    ASSERT_TRUE(dpa->cases().perform(request).ok());
    EXPECT_EQ(clockOf().state, ClockState::Stopped);
    request.act = "resume-consultation";
    request.data =
        Json::object({{"consultation", "C1"}, {"resumed_on", formatDay(asked + std::chrono::days{9})}});
    ASSERT_TRUE(dpa->cases().perform(request).ok());
    EXPECT_EQ(clockOf().state, before.state);
    EXPECT_EQ(*clockOf().end, *before.end + std::chrono::days{7});
}

} // namespace

} // namespace tutela::services

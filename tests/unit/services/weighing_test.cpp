#include <gmock/gmock.h>

#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using interfaces::CaseView;
using interfaces::ConditionRow;
using interfaces::LetterView;
using interfaces::PointRow;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// How points and conditions of the sample are shown to each institution.
class WeighingViews : public SampleRegister {
protected:
    /// A larger sample, with a solicitation file at each stage; made once.
    WeighingViews()
        : larger(folder.file("larger"))
    {
        static const tutela::testing::ScratchFolder kFolder;
        static const bool kMade = createSample({.file = kFolder.file("sample"),
                                                   .cases = 24,
                                                   .seed = 7,
                                                   .anchor = parseDay("2026-06-15").value()})
                                      .ok();
        EXPECT_TRUE(kMade);
        std::filesystem::copy_file(kFolder.file("sample"), larger);
        std::filesystem::copy_file(store::headPath(kFolder.file("sample")), store::headPath(larger));
    }

    /// The detection files at that stage as this person sees them.
    static std::vector<CaseView> at(interfaces::Office& office, Step step)
    {
        std::vector<CaseView> views;
        for (const auto& row : office.worklist().page({.kind = CaseKind::Detection}).value().rows) {
            if (row.step == step)
                views.push_back(office.cases().open(row.caseId, {}).value());
        }
        return views;
    }

    static CaseView solicitation(interfaces::Office& office, Step step)
    {
        for (CaseView& view : at(office, step)) {
            if (view.file.detectionKind == DetectionKind::Solicitation)
                return std::move(view);
        }
        throw std::runtime_error("no such file in the sample");
    }

    static std::vector<std::string> idsOf(const CaseView& view)
    {
        std::vector<std::string> ids;
        for (const PointRow& row : view.points)
            ids.push_back(row.id);
        return ids;
    }

    static const PointRow& point(const CaseView& view, const std::string& id)
    {
        const auto found = std::ranges::find(view.points, id, &PointRow::id);
        if (found == view.points.end())
            throw std::runtime_error("no point " + id);
        return *found;
    }

    static interfaces::ActRequest treating(const CaseView& view, const char* of, const char* made)
    {
        interfaces::ActRequest request{.act = "treat-point", .caseId = view.file.id};
        request.data =
            Json::object({{"point", of}, {"authority_view", made}, {"reason", "An invented lantern."}});
        return request;
    }

    std::filesystem::path larger;
};

TEST_F(WeighingViews, ShowTheAuthorityEveryPointWithBothSides)
{
    const auto office = openAs(larger, "coordinator");
    const CaseView view = solicitation(*office, Step::ForApproval);
    EXPECT_THAT(idsOf(view), ElementsAre("O1.1", "O1.2", "C1.1", "C1.2", "V1"));
    const PointRow& advised = point(view, "C1.2");
    EXPECT_EQ(advised.text, "Tell users in plain words.");
    EXPECT_EQ(advised.adjustment, Adjustment::AdjustedInPart);
    EXPECT_EQ(advised.placeInPlan, "Annex 1");
    EXPECT_EQ(advised.view, PointView::NotFollowed);
    EXPECT_EQ(advised.reason, "The wording is for the provider to find.");
    EXPECT_EQ(point(view, "O1.1").draftVersion, 1);
    EXPECT_FALSE(point(view, "O1.1").adjustment);
}

TEST_F(WeighingViews, GiveTheDpaWhatBecameOfItsPointsOnceTheRequestIsFiled)
{
    const auto officer = openAs(larger, "dpa-officer");
    const CaseView before = solicitation(*officer, Step::ForApproval);
    EXPECT_THAT(idsOf(before), ElementsAre("C1.1", "C1.2"));
    EXPECT_FALSE(point(before, "C1.1").view);
    EXPECT_FALSE(point(before, "C1.1").adjustment);
    EXPECT_THAT(before.conditions, IsEmpty());
    const auto filed = at(*officer, Step::OrderIssued);
    ASSERT_FALSE(filed.empty());
    EXPECT_THAT(idsOf(filed.front()), ElementsAre("C1.1", "C1.2"));
    EXPECT_EQ(point(filed.front(), "C1.1").view, PointView::Followed);
    EXPECT_EQ(point(filed.front(), "C1.1").placeInPlan, "Section 4.2");
    const auto letters = officer->letters().drafted(filed.front().file.id).value();
    EXPECT_TRUE(std::ranges::any_of(
        letters, [](const LetterView& one) { return one.subject.id == "letter.outcome-notice"; }));
}

TEST_F(WeighingViews, GiveTheEuCentreItsOwnPointsOnly)
{
    const auto centre = openAs(larger, "eu-centre");
    const auto filed = at(*centre, Step::BeforeTheCourt);
    ASSERT_FALSE(filed.empty());
    EXPECT_THAT(idsOf(filed.front()), ElementsAre("O1.1", "O1.2"));
    EXPECT_EQ(point(filed.front(), "O1.2").view, PointView::FollowedInPart);
    EXPECT_THAT(filed.front().conditions, IsEmpty());
}

TEST_F(WeighingViews, KeepAnEarlierAnswerBehindTheLast)
{
    const auto office = openAs(larger, "coordinator");
    const CaseView view = at(*office, Step::BeforeTheCourt).front();
    ASSERT_TRUE(office->cases().perform(treating(view, "O1.2", "not-followed")).ok());
    const CaseView after = office->cases().open(view.file.id, {}).value();
    EXPECT_EQ(point(after, "O1.2").view, PointView::NotFollowed);
    EXPECT_EQ(point(after, "O1.2").reason, "An invented lantern.");
    EXPECT_EQ(point(after, "O1.2").earlier, 1);
    const auto unknown = office->cases().perform(treating(view, "O7.1", "followed"));
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().what.id, "guard.point-known");
}

TEST_F(WeighingViews, SetGroundsUnderTheConditionsOfTheKind)
{
    const auto office = openAs(larger, "coordinator");
    const CaseView view = solicitation(*office, Step::ForApproval);
    const auto row = [&](const char* condition) -> const ConditionRow& {
        return *std::ranges::find(view.conditions, condition, &ConditionRow::condition);
    };
    ASSERT_EQ(row("right-confidentiality").grounds.size(), 1U);
    EXPECT_EQ(row("right-confidentiality").grounds.front().side, GroundSide::Against);
    EXPECT_THAT(row("right-confidentiality").grounds.front().restsOn, ElementsAre("V1"));
    EXPECT_THAT(row("child-user").grounds, IsEmpty());
    for (const ConditionRow& one : view.conditions)
        EXPECT_NE(one.condition, "earlier-order");
}

TEST_F(WeighingViews, DraftTheRequestFromTheGroundsAndThePoints)
{
    const auto office = openAs(larger, "coordinator");
    const CaseView view = at(*office, Step::AwaitingPlan).front();
    const auto suggested = [&] {
        for (const auto& offer : office->cases().acts(view.file.id).value()) {
            if (offer.act == "submit-for-approval")
                return offer.suggested;
        }
        return Json();
    };
    EXPECT_EQ(suggested().text("significant_risk"), "");
    interfaces::ActRequest weighed{.act = "record-condition", .caseId = view.file.id};
    for (const auto& [condition, side, text] : {std::tuple("likely-use", "for", "Lanterns still circulate."),
             std::tuple("right-privacy", "against", "Rooms are lit."),
             std::tuple("right-child", "for", "Children sleep better.")}) {
        weighed.data = Json::object({{"condition", condition}, {"side", side}, {"ground_text", text},
            {"rests_on_evidence", Json::array({"E1"})}});
        ASSERT_TRUE(office->cases().perform(weighed).ok()) << condition;
    }
    ASSERT_TRUE(office->cases().perform(treating(view, "O1.1", "not-followed")).ok());
    const Json data = suggested();
    EXPECT_EQ(data.text("significant_risk"),
        "Likely use to an appreciable extent, despite the measures: Lanterns still circulate. [E1]");
    EXPECT_EQ(
        data.text("consequences"), "Private life and personal data – against the order: Rooms are lit. [E1]");
    EXPECT_EQ(data.text("balance"),
        "Rights of the child: protection, and its own privacy: Children sleep better. [E1]");
    EXPECT_TRUE(data.flag("deviates_from_opinion"));
    EXPECT_EQ(data.text("start"), formatDay(view.file.drafts.back().scope.start));
}

TEST_F(WeighingViews, NameThePointsInTheNoticeOfTheDeviation)
{
    const auto office = openAs(larger, "coordinator");
    const CaseView view = at(*office, Step::AwaitingPlan).back();
    for (const char* of : {"O1.1", "O1.2"})
        ASSERT_TRUE(office->cases().perform(treating(view, of, "not-followed")).ok());
    const auto request = [&](bool deviates) {
        interfaces::ActRequest made{.act = "submit-for-approval", .caseId = view.file.id};
        made.data = Json::object({{"parts", Json::array({"direct-messages"})},
            {"start", formatDay(view.file.drafts.back().scope.start)},
            {"end", formatDay(view.file.drafts.back().scope.end)}, {"significant_risk", "x"},
            {"consequences", "x"}, {"balance", "x"}, {"targeting", "x"}, {"safeguards", "x"},
            {"addressee", "main-establishment"}, {"plan_missing_reason", "x"}, {"advice_missing_reason", "x"},
            {"points_unanswered_reason", "x"}});
        if (deviates)
            made.data.set("deviates_from_opinion", true);
        return office->cases().perform(made);
    };
    EXPECT_EQ(request(false).error().what.id, "guard.deviation-agrees.not-stated");
    const auto done = request(true);
    ASSERT_TRUE(done.ok()) << done.error().what.id;
    std::set<std::string> to;
    for (const LetterView& letter : office->letters().drafted(view.file.id).value()) {
        if (letter.subject.id != "letter.deviation-notice")
            continue;
        to.insert(letter.party.id);
        EXPECT_TRUE(office->letters().pdf(view.file.id, letter.id, "fr").ok());
    }
    EXPECT_THAT(to, ElementsAre("institution.eu-centre", "party.commission"));
}

} // namespace

} // namespace tutela::services

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journey/training_office.h"

namespace tutela::journey {
namespace {

Json pointOf(const Json& file, std::string_view id)
{
    for (const Json& point : file.items("points")) {
        if (point.text("point") == id)
            return point;
    }
    return Json::object();
}

/// The letters of that kind with their addressees, as this person sees them.
std::set<std::string> partiesOf(
    TrainingOffice& office, const std::string& person, const std::string& caseId, std::string_view subject)
{
    std::set<std::string> parties;
    const Json letters = office.as(person, {"letters", caseId}).json();
    if (!letters.isArray())
        return parties;
    for (const Json& letter : letters.asArray()) {
        if (letter.text("subject").find(subject) != std::string_view::npos)
            parties.emplace(letter.text("party"));
    }
    return parties;
}

Json treatment(const char* point, const char* view)
{
    return Json::object({{"point", point}, {"authority_view", view}, {"reason", "Weighed in section 3."}});
}

TEST(PointByPoint, TheDpaLearnsWhatBecameOfItsAdviceAfterTheFilingAndTheDecision)
{
    TrainingOffice office = TrainingOffice::withSample();
    const std::string caseId = office.caseAt("for-approval");
    ASSERT_FALSE(caseId.empty());
    EXPECT_EQ(pointOf(office.caseFile(caseId), "C1.2").text("authority_view"), "not-followed");
    EXPECT_TRUE(pointOf(office.caseFile(caseId, "dpa-officer"), "C1.2").find("authority_view")->isNull());
    EXPECT_TRUE(partiesOf(office, "dpa-officer", caseId, "What became").empty());
    office.done("head", "approve", caseId, Json::object());
    office.done("registrar", "file-request", caseId, Json::object({{"channel", "electronic"}}));
    const Json filed = office.caseFile(caseId, "dpa-officer");
    EXPECT_EQ(pointOf(filed, "C1.2").text("authority_view"), "not-followed");
    EXPECT_EQ(pointOf(filed, "C1.2").text("place_in_plan"), "Annex 1");
    EXPECT_TRUE(filed.items("conditions").empty());
    EXPECT_EQ(
        partiesOf(office, "dpa-officer", caseId, "What became"), std::set<std::string>{"institution.dpa"});
    office.done("judge", "declare-no-conflict", caseId, Json::object({{"declaration", "None."}}));
    const Json before = office.as("dpa-officer", {"letters", caseId}).json();
    office.done("judge", "refuse", caseId,
        Json::object({{"significant_risk", "Not shown."}, {"balance", "Not fair."},
            {"redress_court", "Court of Arcadia"}, {"redress_period", "One month"}}));
    const Json after = office.as("dpa-officer", {"letters", caseId}).json();
    ASSERT_EQ(after.asArray().size(), before.asArray().size() + 1);
    const std::string letter(after.asArray().back().text("letter"));
    for (const char* language : {"en", "fr", "de", "nl"}) {
        const auto pdf = office / (std::string(language) + ".pdf");
        EXPECT_EQ(
            office
                .as("dpa-officer", {"letters", caseId, letter, "--pdf", pdf.string(), "--language", language})
                .exit,
            0);
        EXPECT_EQ(readBytes(pdf).substr(0, 5), "%PDF-");
    }
    office.expectClean();
}

TEST(PointByPoint, TheRequestIsDraftedFromWhatWasWeighedAndAgreesWithThePoints)
{
    TrainingOffice office = TrainingOffice::withSample();
    const std::string caseId = office.caseAt("awaiting-plan");
    office.done("coordinator", "record-condition", caseId,
        Json::object({{"condition", "likely-use"}, {"side", "for"}, {"ground_text", "Reports go on."},
            {"rests_on_evidence", Json::array({"E1"})}, {"rests_on_points", Json::array({"O1.2"})}}));
    EXPECT_EQ(office
                  .act("coordinator", "record-condition", caseId,
                      Json::object({{"condition", "earlier-order"}, {"side", "for"}, {"ground_text", "x"}}))
                  .errorCode(),
        "E_GUARD_CONDITION_OF_KIND");
    Json offer;
    const Json acts = office.as("coordinator", {"acts", "--case", caseId}).json();
    for (const Json& act : acts.asArray()) {
        if (act.text("act") == "submit-for-approval")
            offer = act;
    }
    EXPECT_THAT(std::string(offer.find("suggested")->text("significant_risk")),
        testing::HasSubstr("Reports go on. [E1, O1.2]"));
    std::set<std::string> toCheck;
    for (const Json& point : offer.items("points"))
        toCheck.emplace(point.text("code"));
    EXPECT_TRUE(toCheck.contains("warning.points-unanswered"));
    EXPECT_TRUE(toCheck.contains("warning.condition-without-ground"));
    const Json submission = with(*offer.find("suggested"),
        Json::object({{"consequences", "x"}, {"balance", "x"}, {"targeting", "x"}, {"safeguards", "x"},
            {"addressee", "main-establishment"}, {"plan_missing_reason", "x"},
            {"advice_missing_reason", "x"}}));
    EXPECT_EQ(office.act("coordinator", "submit-for-approval", caseId, submission).errorCode(),
        "E_GUARD_POINTS_TREATED");
    office.done("coordinator", "treat-point", caseId, treatment("O1.1", "followed"));
    office.done("coordinator", "treat-point", caseId, treatment("O1.2", "not-followed"));
    const Json open = with(submission, Json::object({{"points_unanswered_reason", "Comments only."}}));
    EXPECT_EQ(office.act("coordinator", "submit-for-approval", caseId, open).errorCode(),
        "E_GUARD_DEVIATION_AGREES_NOT_STATED");
    office.done("coordinator", "submit-for-approval", caseId,
        with(open, Json::object({{"deviates_from_opinion", true}})));
    EXPECT_EQ(partiesOf(office, "coordinator", caseId, "deviation"),
        (std::set<std::string>{"institution.eu-centre", "party.commission"}));
}

TEST(PointByPoint, AnOpinionIsRemindedOfSupersededAndDeviatedFromByNotPursuing)
{
    TrainingOffice office = TrainingOffice::withSample();
    const std::string caseId = office.caseAt("draft-re-sent");
    office.done("coordinator", "remind-opinion", caseId, Json::object({{"sent_on", "2026-06-15"}}));
    EXPECT_EQ(
        partiesOf(office, "eu-centre", caseId, "Reminder"), std::set<std::string>{"institution.eu-centre"});
    office.done("eu-centre", "give-opinion", caseId,
        Json::object({{"outcome", "favourable"}, {"opinion", "Now favourable."},
            {"confidential_parts", "An invented source."}}));
    EXPECT_TRUE(pointOf(office.caseFile(caseId), "O1.1").flag("superseded"));
    EXPECT_EQ(office.act("coordinator", "remind-opinion", caseId, Json::object({{"sent_on", "2026-06-15"}}))
                  .errorCode(),
        "E_GUARD_OPINION_AWAITED");
    office.done(
        "head", "not-pursued", caseId, Json::object({{"reason", "The provider closes the service."}}));
    EXPECT_EQ(partiesOf(office, "coordinator", caseId, "not pursued"),
        (std::set<std::string>{"institution.eu-centre", "party.commission"}));
    office.expectClean();
}

} // namespace
} // namespace tutela::journey

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journey/story.h"

namespace tutela::journey {
namespace {

using testing::HasSubstr;

/// Corrects a wrong day of receipt with the program alone.
class CorrectionsByCommand : public testing::Test {
protected:
    /// The clock of that id among the changes of a preview or a receipt.
    static Json changeOf(const Json& answer, std::string_view list, std::string_view id)
    {
        for (const Json& change : answer.items(list)) {
            if (change.text("id") == id)
                return change;
        }
        ADD_FAILURE() << "no " << id << " in " << canonicalJson(answer);
        return Json::object();
    }

    TrainingOffice office = TrainingOffice::withSample();
};

TEST_F(CorrectionsByCommand, OfAReportMovesTheReviewAndDraftsTheNotice)
{
    const std::string id = office.caseAt("received");
    const Json file = office.caseFile(id);
    const Json was = office.clock(id, "DL06");
    const std::string right = "2026-01-05";
    writeBytes(office / "receipt.txt", "An invented receipt.\n");
    const std::vector<std::string> proof{"--attach", office / "receipt.txt"};
    const Json& entry = file.items("receipts").front();
    const Json data = Json::object({{"receipt", entry.integer("entry")}, {"received_on", right},
        {"reason", "The post office names another day."}, {"proof_document", "receipt.txt"}});

    std::vector<std::string> preview = proof;
    preview.emplace_back("--preview");
    const std::int64_t size = office.size();
    const Json seen = office.act("registrar", "propose-correction", id, data, preview).json();
    EXPECT_TRUE(seen.flag("preview"));
    EXPECT_TRUE(seen.flag("on_confirmation"));
    const Json review = changeOf(seen, "clocks", "DL06");
    EXPECT_TRUE(review.flag("changed")) << canonicalJson(seen);
    EXPECT_EQ(review.find("before")->text("end"), was.text("end"));
    EXPECT_EQ(office.size(), size) << "a preview was recorded";

    office.done("registrar", "propose-correction", id, data, proof);
    EXPECT_EQ(office.clock(id, "DL06").text("end"), was.text("end")) << "a proposal moved a date";
    const Json decision = Json::object({{"correction", "K1"}, {"check", "Compared."}});
    const Outcome alone = office.act("registrar", "confirm-correction", id, decision);
    EXPECT_EQ(alone.exit, 3);
    EXPECT_EQ(alone.errorCode(), "E_GUARD_PROPOSED_BY_ANOTHER");
    const Json done = office.done("coordinator", "confirm-correction", id, decision);
    EXPECT_EQ(changeOf(done, "moved", "DL06").find("after")->text("end"), review.find("after")->text("end"));
    EXPECT_EQ(office.clock(id, "DL06").text("end"), review.find("after")->text("end"));

    const Json letters = office.as("coordinator", {"letters", id}).json();
    ASSERT_EQ(letters.asArray().size(), 2U) << "the notice and the copy of the report";
    EXPECT_EQ(letters.asArray().back().text("letter"), "K1-provider");
    EXPECT_EQ(letters.asArray().back().text("status"), "draft");
    const std::string pdf = office / "notice.pdf";
    EXPECT_EQ(office.as("coordinator", {"letters", id, "K1-provider", "--pdf", pdf}).exit, 0);
    EXPECT_GT(std::filesystem::file_size(pdf), 1000U);
    EXPECT_EQ(office.as("coordinator", {"letters", id, "K9-provider", "--pdf", pdf}).exit, 3);
    EXPECT_EQ(office.as("coordinator", {"letters", id, "K1-provider"}).exit, 2);
    EXPECT_EQ(
        office.as("coordinator", {"letters", id, "K1-provider", "--pdf", pdf, "--language", "xx"}).exit, 10);
    EXPECT_EQ(office.plain({"doctor", "--deep"}).exit, 0);
}

/// What the register drafts to the outside, with the program alone.
class LettersByCommand : public CorrectionsByCommand { };

TEST_F(LettersByCommand, AreWrittenInFrench)
{
    const std::string id = office.caseAt("received");
    office.done("coordinator", "ask-information", id,
        Json::object({{"questions", Json::array({"Who moderates at night?"})}, {"period", "P1W"}}));
    const Json letters = office.as("coordinator", {"letters", id}).json();
    ASSERT_EQ(letters.asArray().size(), 2U) << "the request and the copy of the report";
    const Json& letter = letters.asArray().back();
    EXPECT_EQ(letter.text("letter"), "E2-provider");
    EXPECT_EQ(letter.text("language"), "en");
    const std::string french = office / "demande.pdf";
    const std::string english = office / "request.pdf";
    ASSERT_EQ(
        office.as("coordinator", {"letters", id, "E2-provider", "--pdf", french, "--language", "fr"}).exit,
        0);
    ASSERT_EQ(office.as("coordinator", {"letters", id, "E2-provider", "--pdf", english}).exit, 0);
    EXPECT_GT(std::filesystem::file_size(french), 1000U);
    EXPECT_NE(readBytes(french), readBytes(english));
    EXPECT_EQ(office.as("dpa-officer", {"letters", id}).exit, 4) << "the case is not theirs";
}

TEST_F(CorrectionsByCommand, ThatCannotBeAreRefusedByName)
{
    const std::string id = office.caseAt("received");
    const std::int64_t seq = office.caseFile(id).items("receipts").front().integer("entry");
    writeBytes(office / "receipt.txt", "An invented receipt.\n");
    const std::vector<std::string> proof{"--attach", office / "receipt.txt"};
    const auto refused = [&](std::int64_t entry, const char* day) {
        return office
            .act("registrar", "propose-correction", id,
                Json::object({{"receipt", entry}, {"received_on", day}, {"reason", "Wrong."},
                    {"proof_document", "receipt.txt"}}),
                proof)
            .errorCode();
    };
    EXPECT_EQ(refused(seq, "2030-01-01"), "E_GUARD_NOT_IN_FUTURE");
    EXPECT_EQ(refused(0, "2026-01-05"), "E_GUARD_RECEIPT_RECORDED");
}

} // namespace
} // namespace tutela::journey

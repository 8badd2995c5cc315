#include <fstream>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/digest.h"
#include "tests/journey/story.h"
#include "tests/support/pdf_bytes.h"

namespace tutela::journey {
namespace {

constexpr long kMostKiB = 256 * 1024;
constexpr double kMostSeconds = 10;
constexpr std::size_t kMegabyte = 1U << 20;

std::string repeated(const std::string& text, std::size_t times)
{
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

const std::filesystem::path kGolden =
    std::filesystem::path(TUTELA_SOURCE_DIR) / "tests/golden/filings/risk-report";

/// Hands in what providers should not send, on one register.
class BadFilings : public ::testing::Test {
protected:
    Outcome submit(std::vector<std::string> more = {})
    {
        std::vector<std::string> verb{"submit", file};
        verb.insert(verb.end(), more.begin(), more.end());
        const Outcome outcome = office.as("registrar", verb);
        EXPECT_LT(outcome.peakKiB, kMostKiB);
        EXPECT_LT(outcome.seconds, kMostSeconds);
        return outcome;
    }

    /// What is no filing at all: exit 10, one refusal in the log and nothing else, and the register is whole.
    void expectNoFiling(const std::string& what)
    {
        SCOPED_TRACE(what);
        const std::vector<std::string> before = office.log();
        const Outcome outcome = submit({"--service", "S-0001"});
        EXPECT_EQ(outcome.exit, 10) << outcome.out.substr(0, 300) << outcome.err.substr(0, 300);
        EXPECT_FALSE(outcome.errorWhere().empty());
        const std::vector<std::string> after = office.log();
        ASSERT_EQ(after.size(), before.size() + 1);
        EXPECT_EQ(after.back(), "refuse-filing");
    }

    void expectNoFiling(const std::string& what, const std::string& bytes)
    {
        writeBytes(file, bytes);
        expectNoFiling(what);
    }

    /// A filing with defects: received, its bytes unchanged, with points to check.
    void expectReceivedWithFindings(const std::string& what)
    {
        SCOPED_TRACE(what);
        const Outcome outcome = submit({"--service", "S-0001"});
        ASSERT_EQ(outcome.exit, 0) << outcome.out.substr(0, 300);
        const Json receipt = outcome.json();
        EXPECT_EQ(receipt.text("status"), "received");
        EXPECT_FALSE(receipt.items("findings").empty());
        EXPECT_EQ(receipt.text("sha256"), toHex(sha256(readBytes(file))));
        ASSERT_EQ(receipt.items("cases").size(), 1U);
        const Json kept = office.caseFile(receipt.items("cases").front().asString());
        ASSERT_EQ(kept.items("filings").size(), 1U);
        EXPECT_EQ(kept.items("filings").front().integer("findings"),
            static_cast<std::int64_t>(receipt.items("findings").size()));
    }

    TrainingOffice office = TrainingOffice::withSample();
    std::filesystem::path file = office / "filing.json";
};

TEST_F(BadFilings, AFileThatIsNoFilingIsRefusedAndTheRefusalKept)
{
    const std::string good = riskReport("Parley Chat Ltd (fictitious)", "Parley Chat Messages");
    expectNoFiling("empty", "");
    expectNoFiling("blank", " \n\t ");
    expectNoFiling("cut off", good.substr(0, good.size() / 2));
    expectNoFiling("cut off at the last byte", good.substr(0, good.rfind('}')));
    expectNoFiling("two values", good + good);
    expectNoFiling("no JSON", "Dear Authority,\nplease find our report attached.\n");
    expectNoFiling("a PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    expectNoFiling("not UTF-8", "{\"form\":\"risk-report-2022-209\",\"process\":\"\xff\xfe\"}");
    expectNoFiling("UTF-16", std::string("\xff\xfe{\0\"\0f\0", 8));
    expectNoFiling("half a surrogate", R"({"form":"risk-report-2022-209","process":"\ud800"})");
    expectNoFiling("U+0000", R"({"form":"risk-report-2022-209","process":"\u0000"})");
    expectNoFiling("duplicate key", R"({"form":"risk-report-2022-209","form":"risk-report-2022-209"})");
    expectNoFiling("array root", "[" + good + "]");
    expectNoFiling("text root", "\"risk-report-2022-209\"");
    expectNoFiling("no form", "{}");
    expectNoFiling("unknown form", R"({"form":"letter-of-complaint"})");
    expectNoFiling("form of a wrong type", R"({"form":7})");
    office.expectClean();
}

TEST_F(BadFilings, AHostileFileCostsLittle)
{
    expectNoFiling("brackets without end", repeated("[", kMegabyte));
    expectNoFiling("objects in objects",
        R"({"form":"risk-report-2022-209","a":)" + repeated("{\"a\":", 100'000) + "1"
            + repeated("}", 100'001));
    expectNoFiling("two million values",
        R"({"form":"risk-report-2022-209","services":[)" + repeated("0,", 2'000'000) + "0]}");
    expectNoFiling("a hundred thousand keys and more", [] {
        std::string text = R"({"form":"risk-report-2022-209")";
        for (int i = 0; i < 150'000; ++i)
            text += ",\"k" + std::to_string(i) + "\":1";
        return text + "}";
    }());
    expectNoFiling(
        "a number without end", R"({"form":"risk-report-2022-209","n":)" + repeated("9", kMegabyte) + "}");
    expectNoFiling("a key without end", "{\"" + repeated("k", kMegabyte) + "\":1}");
    office.expectClean();
}

TEST_F(BadFilings, FiftyMegabytesAreRefusedInLittleMemory)
{
    // Written piece by piece: a large parent would count as the peak of its child.
    for (const bool json : {true, false}) {
        {
            std::ofstream stream(file, std::ios::binary);
            stream << (json ? R"({"form":"risk-report-2022-209","process":")" : "");
            const std::string piece(kMegabyte, json ? 'x' : '[');
            for (int i = 0; i < 50; ++i)
                stream << piece;
            stream << (json ? "\"}" : "");
        }
        expectNoFiling(json ? "50 MB of text" : "50 MB of brackets");
    }
    office.expectClean();
}

TEST_F(BadFilings, AFilingWithDefectsIsReceivedWithItsPointsToCheck)
{
    for (const char* name : {"wrong-types.in.json", "bare.in.json", "defects.in.json"}) {
        writeBytes(file, readBytes(kGolden / name));
        expectReceivedWithFindings(name);
    }
    writeBytes(file, R"({"form":"risk-report-2022-209"})");
    expectReceivedWithFindings("nothing but the form");
    writeBytes(file, R"({"form":"risk-report-2022-209","surprise":[1,2,{"deep":null}]})");
    expectReceivedWithFindings("unknown members");
    office.expectClean();
}

TEST_F(BadFilings, APdfIsFlaggedBeforeAnybodyOpensItAndAHostileOneCostsLittle)
{
    using namespace tutela::testing;
    const std::string bomb =
        streamOf("/Filter [/RunLengthDecode /RunLengthDecode /RunLengthDecode]", std::string(16'384, '\x81'));
    const std::map<std::string, std::pair<std::string, std::string>> sent{
        {"plain.pdf", {plainPdf(), ""}},
        {"picture.pdf", {pdfWithImage(), "contains-images"}},
        {"bomb.pdf", {pageWith(bomb), "not-checked"}},
        {"cut-off.pdf", {plainPdf().substr(0, 200), "not-checked"}},
        {"brackets.pdf", {pageWith(repeated("[", kMegabyte)), "not-checked"}},
        {"many.pdf", {pageWith(streamOf("", "S"), std::vector<std::string>(250'000, "null")), "not-checked"}},
    };
    writeBytes(file, riskReport("Parley Chat Ltd (fictitious)", "Parley Chat Messages"));
    std::vector<std::string> attach;
    for (const auto& [name, pdf] : sent) {
        writeBytes(office / name, pdf.first);
        attach.insert(attach.end(), {"--attach", office / name});
    }
    const Outcome outcome = submit(attach);
    ASSERT_EQ(outcome.exit, 0) << outcome.out;
    const Json kept = office.caseFile(outcome.json().items("cases").front().asString());
    std::map<std::string, std::string> flags;
    for (const Json& card : kept.items("cards")) {
        for (const Json& document : card.items("documents"))
            flags[std::string(document.text("name"))] = document.text("flag");
    }
    for (const auto& [name, pdf] : sent)
        EXPECT_EQ(flags[name], pdf.second) << name;
    office.expectClean();
}

TEST_F(BadFilings, ASoundFilingLeavesNoPoints)
{
    writeBytes(file, riskReport("Parley Chat Ltd (fictitious)", "Parley Chat Messages"));
    const Outcome outcome = submit();
    ASSERT_EQ(outcome.exit, 0) << outcome.out;
    EXPECT_TRUE(outcome.json().items("findings").empty()) << outcome.out;
    EXPECT_EQ(outcome.json().text("sha256"), toHex(sha256(readBytes(file))));
}

TEST_F(BadFilings, AFilingOfAnUnknownProviderIsReceivedAndSaysSo)
{
    writeBytes(file, riskReport("Nobody Ltd (fictitious)", "Nothing Messenger"));
    const Outcome outcome = submit();
    ASSERT_EQ(outcome.exit, 0) << outcome.out;
    const Json receipt = outcome.json();
    std::vector<std::string> codes;
    for (const Json& finding : receipt.items("findings"))
        codes.emplace_back(finding.text("code"));
    EXPECT_THAT(codes, ::testing::IsSupersetOf({"intake.provider-added", "intake.service-added"}));
    office.expectClean();
}

TEST_F(BadFilings, OnlyTheAuthorityTakesInFilingsAndOnlyForServicesThatExist)
{
    writeBytes(file, riskReport("Parley Chat Ltd (fictitious)", "Parley Chat Messages"));
    const std::vector<std::string> before = office.log();
    const Outcome unknown = submit({"--service", "S-9999"});
    EXPECT_EQ(unknown.exit, 3) << unknown.out;
    EXPECT_EQ(office.log().size(), before.size() + 1) << "the refusal is not in the log";
    for (const char* person : {"judge", "dpa-officer", "eu-centre", "auditor", "admin"}) {
        const std::size_t entries = office.log().size();
        EXPECT_EQ(office.as(person, {"submit", file}).exit, 4) << person;
        EXPECT_EQ(office.log().size(), entries + 1) << "the refusal is not in the log";
    }
    EXPECT_EQ(office.as("registrar", {"submit", office / "no-such-file.json"}).exit, 10);
}

} // namespace
} // namespace tutela::journey

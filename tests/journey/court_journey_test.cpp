#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/day.h"
#include "tests/journey/story.h"

namespace tutela::journey {
namespace {

using std::chrono::days;
using testing::HasSubstr;
using testing::Not;

/// A bench of two decides in part and signs on paper; all of it by the program.
class CourtJourney : public testing::Test {
protected:
    std::string personCalled(const std::string& name)
    {
        const Json file = office.as("court-clerk", {"case", caseId}).json();
        for (const Json& person : file.items("court")) {
            if (person.text("name") == name)
                return std::string(person.text("person"));
        }
        return {};
    }

    /// What the card of that act says under that label.
    static std::string field(const Json& file, const std::string& title, const std::string& label)
    {
        std::string text;
        for (const Json& card : file.items("cards")) {
            for (const Json& shown : card.items("fields")) {
                if (card.text("title") != title || shown.text("label") != label)
                    continue;
                text += shown.text("value");
                for (const Json& line : shown.items("lines"))
                    text += line.isString() ? line.asString() : std::string();
            }
        }
        return text;
    }

    void allocate()
    {
        office.done("court-clerk", "allocate", caseId,
            Json::object({{"allocation_rule", "The next file goes to the second chamber."},
                {"presiding", personCalled("Justa Bench")}, {"rapporteur", personCalled("Julius Gavel")},
                {"clerk", personCalled("Clark Docket")}}));
        for (const char* judge : {"judge", "judge-2"})
            static_cast<void>(office.act(judge, "declare-no-conflict", caseId,
                Json::object({{"declaration", "I know none of the parties."}})));
    }

    TrainingOffice office = TrainingOffice::withSample();
    std::string caseId = office.caseAt("before-the-court");
};

TEST_F(CourtJourney, ABenchDecidesInPartAndSignsOutside)
{
    allocate();
    office.done("judge-2", "add-court-note", caseId, Json::object({{"court_note", "A quokka asks."}}));
    EXPECT_THAT(office.as("judge", {"case", caseId}).out, HasSubstr("quokka"));
    EXPECT_THAT(office.as("coordinator", {"case", caseId}).out, Not(HasSubstr("quokka")));
    EXPECT_THAT(office.as("auditor", {"case", caseId}).out, Not(HasSubstr("quokka")));

    const Day opened = parseDay(office.caseFile(caseId).text("opened_at").substr(0, 10)).value();
    const Json shorter = with(data::decision(formatDay(opened + days{230}), formatDay(opened + days{500})),
        Json::object({{"refused_part", "The last weeks."}}));
    const Outcome notTheirs = office.act("judge-2", "issue-in-part", caseId, shorter);
    EXPECT_EQ(notTheirs.errorCode(), "E_GUARD_SIGNATORY_FITS");
    const Outcome preview = office.act("judge", "issue-in-part", caseId, shorter, {"--preview"});
    EXPECT_THAT(preview.out, HasSubstr("less than requested"));
    office.done("judge", "issue-in-part", caseId, shorter);
    EXPECT_THAT(field(office.caseFile(caseId), "Detection order (in part)", "Differences from the request"),
        HasSubstr("less than requested"));

    ASSERT_EQ(office.as("judge", {"order", caseId, "--pdf", office / "order.pdf"}).exit, 0);
    const Json signing = Json::object({{"signed_file", "order.pdf"}, {"signed_by", "J. Bench"}});
    const Outcome bare =
        office.act("court-clerk", "attach-signed-order", caseId, signing, {"--attach", office / "order.pdf"});
    EXPECT_EQ(bare.errorCode(), "E_GUARD_SIGNED_ORDER_FITS_UNSIGNED");
    writeBytes(office / "order.pdf", readBytes(office / "order.pdf") + "% an invented signature\n");
    office.done("court-clerk", "attach-signed-order", caseId, signing, {"--attach", office / "order.pdf"});
    const Outcome order = office.as("coordinator", {"order", caseId});
    EXPECT_TRUE(order.json().find("signed_file")->flag("preserved")) << order.out;
    office.expectClean();
}

} // namespace
} // namespace tutela::journey

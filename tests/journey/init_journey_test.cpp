#include <array>
#include <utility>

#include <gtest/gtest.h>

#include "tests/journey/story.h"

namespace tutela::journey {
namespace {

constexpr const char* kFirst = "correct horse battery nine";
constexpr const char* kNext = "quiet marble lantern forty";

/// A person with one role; both administrators took part, and the first password was changed.
void addPerson(TrainingOffice& office, const std::string& signIn, const std::string& role)
{
    const std::string secrets = std::string(kNext) + "\n" + kFirst;
    office.password("ada", secrets);
    const Outcome added = office.as("ada", {"person", "add", signIn, "Test " + signIn});
    EXPECT_EQ(added.exit, 0) << added.out;
    office.password("ada", kNext);
    EXPECT_EQ(office.as("ada", {"person", "grant", signIn, role}).exit, 0);
    office.password(signIn, kFirst);
    const Outcome alone = office.as("ada", {"person", "confirm", signIn, role});
    EXPECT_EQ(alone.exit, 3) << alone.out;
    EXPECT_EQ(alone.errorCode(), "E_PEOPLE_SECOND_ADMINISTRATOR");
    EXPECT_EQ(office.as("bob", {"person", "confirm", signIn, role}).exit, 0);
    const Outcome act = office.act(signIn, "close", "A-2099-0001", Json::object({{"reason", "None."}}));
    EXPECT_EQ(act.exit, 11) << "a first password performs acts: " << act.out;
    EXPECT_EQ(act.errorCode(), "E_SIGN_IN_CHANGE_FIRST");
    for (const std::vector<std::string>& verb :
        {std::vector<std::string>{"worklist"}, {"case", "A-2099-0001"}, {"clocks", "A-2099-0001"},
            {"search", "lantern"}, {"acts"}, {"order", "D-2099-0001"}, {"provider", "list"},
            {"person", "list"}, {"submit", office / "nothing.json"}}) {
        writeBytes(office / "nothing.json", "{}");
        const Outcome refused = office.as(signIn, verb);
        EXPECT_EQ(refused.exit, 11) << "a first password opens " << verb.front() << ": " << refused.out;
        EXPECT_EQ(refused.errorCode(), "E_SIGN_IN_CHANGE_FIRST");
        EXPECT_NE(refused.out.find("person password"), std::string::npos) << "no hint";
    }
    office.password(signIn, std::string(kFirst) + "\n" + kNext);
    const Outcome changed = office.as(signIn, {"person", "password"});
    EXPECT_EQ(changed.exit, 0) << changed.out;
    office.password(signIn, kNext);
}

TEST(InitJourney, BringsANewTrainingRegisterToItsFirstReport)
{
    TrainingOffice office;
    const Outcome made =
        office.plain({"init", "--authority", "Office of Freedonia (fictitious)", "--member-state", "BE",
                         "--zone", "Europe/Brussels", "--admin", "ada", "--admin", "bob", "--training"},
            std::string(kFirst) + "\n" + kFirst + "\n");
    ASSERT_EQ(made.exit, 0) << made.out << made.err;
    EXPECT_EQ(made.json().text("rulebook"), "com-2022-209");
    EXPECT_FALSE(made.json().text("store_id").empty());
    for (const char* name : {"ada", "bob"}) {
        office.password(name, std::string(kFirst) + "\n" + kNext);
        const Outcome changed = office.as(name, {"person", "password"});
        ASSERT_EQ(changed.exit, 0) << changed.out;
        office.password(name, kNext);
    }
    for (const auto& [person, role] :
        {std::pair{"cora", "coordinator"}, {"reg", "registrar"}, {"jude", "judge"}})
        addPerson(office, person, role);

    const Outcome provider =
        office.as("reg", {"provider", "add", "Nowhere Chat Ltd (fictitious)", "--language", "en"});
    ASSERT_EQ(provider.exit, 0) << provider.out;
    ASSERT_EQ(office
                  .as("reg",
                      {"service", "add", std::string(provider.json().text("provider")), "Pretend Messenger",
                          "--kind", "interpersonal-communications"})
                  .exit,
        0);
    EXPECT_EQ(office.as("cora", {"contacts", "--court", "Court of Freedonia (fictitious)"}).exit, 4);
    const Outcome contacts = office.as("reg",
        {"contacts", "--court", "Court of Freedonia (fictitious)", "--court-address", "3 Invented Road"});
    EXPECT_EQ(contacts.exit, 0) << contacts.out;
    EXPECT_EQ(office.as("cora", {"contacts"}).json().text("court_address"), "3 Invented Road");
    EXPECT_EQ(office.as("reg", {"contacts", "--court", ""}).exit, 10) << "a court without a name";
    writeBytes(office / "report.json", riskReport("Nowhere Chat Ltd (fictitious)", "Pretend Messenger"));
    const Outcome received = office.as("reg", {"submit", office / "report.json"});
    ASSERT_EQ(received.exit, 0) << received.out;
    const std::string caseId = received.json().items("cases").front().asString();
    EXPECT_EQ(office.as("cora", {"case", caseId}).exit, 0);
    EXPECT_EQ(office.as("jude", {"case", caseId}).exit, 4);
    EXPECT_EQ(office.as("ada", {"case", caseId}).exit, 4) << "an administrator reads no case";
    const Outcome work = office.as("cora", {"worklist"});
    EXPECT_EQ(work.json().items("rows").size(), 1U) << work.out;
    office.expectClean();
}

TEST(InitJourney, RefusesAnExistingFileAndOneAdministrator)
{
    TrainingOffice office;
    const std::vector<std::string> init{"init", "--authority", "Office of Freedonia (fictitious)",
        "--member-state", "BE", "--zone", "Europe/Brussels", "--training", "--admin", "ada", "--admin"};
    auto twice = init;
    twice.emplace_back("ada");
    const std::string secrets = std::string(kFirst) + "\n" + kFirst + "\n";
    EXPECT_EQ(office.plain(twice, secrets).exit, 2);
    auto both = init;
    both.emplace_back("bob");
    ASSERT_EQ(office.plain(both, secrets).exit, 0);
    const std::string before = readBytes(office.file());
    const Outcome again = office.plain(both, secrets);
    EXPECT_NE(again.exit, 0);
    EXPECT_NE(again.exit, 70);
    EXPECT_TRUE(before == readBytes(office.file()));
}

} // namespace
} // namespace tutela::journey

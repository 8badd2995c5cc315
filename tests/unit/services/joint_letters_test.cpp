#include <algorithm>
#include <map>

#include <gmock/gmock.h>

#include "core/base/catalogue.h"
#include "tests/support/pdf_words.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using interfaces::LetterView;
using ::testing::HasSubstr;
using ::testing::Not;

/// A review of three services of one provider.
class JointLetters : public SampleRegister {
protected:
    JointLetters()
    {
        const CaseFile known =
            as("coordinator").cases().open(underReview(as("coordinator")), {}).value().file;
        services.push_back(known.services.front());
        for (const char* name : {"Lantern Rooms (fictitious)", "Lantern Walls (fictitious)"}) {
            interfaces::ServiceDetails details{name, ServiceKind::Hosting, std::nullopt};
            services.push_back(as("registrar").providers().addService(known.provider, details).value());
        }
        Json::Array names;
        for (const ServiceId& service : services)
            names.emplace_back(service.text());
        id = act("open-review", CaseId(""),
            Json::object({{"provider", known.provider.text()}, {"services", std::move(names)},
                {"grounds", "An invented change."}}))
                 .caseId;
    }

    interfaces::Office& as(const std::string& person)
    {
        auto& office = m_offices[person];
        if (!office)
            office = openAs(file, person);
        return *office;
    }

    interfaces::ActReceipt act(const std::string& name, const CaseId& on, Json data)
    {
        interfaces::ActRequest request{.act = name, .data = std::move(data)};
        if (!on.text().empty())
            request.caseId = on;
        auto receipt = as("coordinator").cases().perform(request);
        if (!receipt)
            throw std::runtime_error(name + ": " + Catalogue::embedded("en").text(receipt.error().what));
        return std::move(receipt).value();
    }

    /// Asks about a service, or about the whole file.
    void ask(const char* question, const std::optional<ServiceId>& service)
    {
        Json data = Json::object({{"questions", Json::array({question})}, {"period", "P1W"}});
        if (service)
            data.set("service", service->text());
        act("ask-information", id, std::move(data));
    }

    void send(const std::string& letter)
    {
        act("record-letter-out", id,
            Json::object(
                {{"correspondent", "provider"}, {"sent_on", formatDay(as("coordinator").clock().today())},
                    {"channel", "electronic"}, {"concerning", "Requests"},
                    {"proof_of_sending", "An invented receipt"}, {"drafted_letter", letter}}));
    }

    std::vector<LetterView> letters() { return as("coordinator").letters().drafted(id).value(); }

    std::vector<std::string> numbers()
    {
        std::vector<std::string> all;
        for (const LetterView& letter : letters())
            all.push_back(letter.id + (letter.sentOn ? " sent" : ""));
        return all;
    }

    std::string words(const std::string& letter, std::string_view language)
    {
        const auto pdf = as("coordinator").letters().pdf(id, letter, language);
        return pdf ? tutela::testing::pdfWords(pdf.value()) : pdf.error().what.id;
    }

    std::vector<ServiceId> services;
    CaseId id{""};

private:
    std::map<std::string, std::unique_ptr<interfaces::Office>> m_offices;
};

TEST_F(JointLetters, JoinWhatADayAskedAboutEachServiceInASectionOfItsOwn)
{
    ask("Who moderates the rooms?", services[1]);
    EXPECT_EQ(numbers(), (std::vector<std::string>{"E2-provider"})) << "nothing to be joined";
    ask("Who moderates the walls?", services[2]);
    EXPECT_EQ(numbers(), (std::vector<std::string>{"E2-provider", "E3-provider", "E2+E3-provider"}));
    const LetterView joint = letters().back();
    EXPECT_EQ(joint.subject.id, "letter.joint.information-request");
    const std::string french = words(joint.id, "fr");
    for (const char* part : {"Demandes d'informations concernant 2 services", "Lantern Rooms (fictitious)",
             "1. Who moderates the rooms?", "Lantern Walls (fictitious)", "1. Who moderates the walls?",
             "Art 5(3)"})
        EXPECT_THAT(french, HasSubstr(part));
    EXPECT_LT(french.find("moderates the rooms"), french.find("moderates the walls"));
    EXPECT_THAT(words("E2-provider", "en"), Not(HasSubstr("walls")));
    EXPECT_EQ(diagnosis(as("coordinator")), "ok");
}

TEST_F(JointLetters, JoinWhatWaitsToBeSentFromSeveralDays)
{
    ask("Who moderates the rooms?", services[1]);
    auto& clock = as("coordinator").clock();
    ASSERT_TRUE(clock.advanceTo(clock.now() + std::chrono::hours{24}).ok());
    ask("Who moderates the walls?", services[2]);
    EXPECT_EQ(numbers().back(), "E2+E3-provider");
    ask("And the walls at night?", services[2]);
    EXPECT_EQ(numbers().back(), "E4-provider") << "one letter does not speak of a service twice";
    ask("Who moderates the messages?", services[0]);
    EXPECT_EQ(numbers().back(), "E5-provider") << "nor what one day gave rise to";
    send("E2-provider");
    send("E3-provider");
    EXPECT_EQ(numbers().back(), "E4+E5-provider");
}

TEST_F(JointLetters, SayOfEachPartThatItWasSent)
{
    ask("Who moderates the rooms?", services[1]);
    ask("Who moderates the walls?", services[2]);
    send("E2+E3-provider");
    EXPECT_EQ(
        numbers(), (std::vector<std::string>{"E2-provider sent", "E3-provider sent", "E2+E3-provider sent"}));
}

TEST_F(JointLetters, AreNotOfferedForPartsThatWereSentOneByOne)
{
    ask("Who moderates the rooms?", services[1]);
    ask("Who moderates the walls?", services[2]);
    send("E2-provider");
    send("E3-provider");
    EXPECT_EQ(numbers(), (std::vector<std::string>{"E2-provider sent", "E3-provider sent"}));
}

TEST_F(JointLetters, JoinTheEntriesThatSomebodyChose)
{
    ask("Who moderates?", services[0]);
    ask("Who moderates the rooms?", services[1]);
    ask("Who moderates the walls?", services[2]);
    EXPECT_EQ(numbers().back(), "E2+E3+E4-provider");
    const std::string two = words("E2+E4-provider", "en");
    EXPECT_THAT(two, HasSubstr("Who moderates the walls?"));
    EXPECT_THAT(two, Not(HasSubstr("rooms")));
    EXPECT_EQ(words("E2+E9-provider", "en"), "letter.none");
    EXPECT_EQ(words("E2-nobody", "en"), "letter.none");
    EXPECT_EQ(words("+-provider", "en"), "letter.none");
}

TEST_F(JointLetters, DoNotMixKindsNorSayTheSameServiceTwiceNorTakeWhatIsAboutTheWholeFile)
{
    ask("Who moderates the rooms?", services[1]);
    ask("And at night?", services[1]);
    ask("Who answers for all of this?", std::nullopt);
    act("invite-to-hearing", id,
        Json::object({{"service", services[2].text()}, {"intended_findings", "The walls were left out."},
            {"period", "P2W"}}));
    EXPECT_EQ(
        numbers(), (std::vector<std::string>{"E2-provider", "E3-provider", "E4-provider", "E5-provider"}));
    EXPECT_EQ(words("E2+E3-provider", "en"), "letter.not-joint");
    EXPECT_EQ(words("E2+E4-provider", "en"), "letter.not-joint");
    EXPECT_EQ(words("E2+E5-provider", "en"), "letter.not-joint");
}

TEST_F(JointLetters, CarryTheDeterminationsWithTheirReasonsAndTheirRedress)
{
    for (std::size_t at = 0; at < 2; ++at)
        act("determine", id,
            Json::object({{"service", services[at].text()}, {"outcome", "complied"},
                {"reasons", "Invented reasons " + std::to_string(at)},
                {"redress", "An invented court, one month."}}));
    const std::string german = words("E2+E3-provider", "de");
    for (const char* part : {"Entscheidungen zu 2 Diensten", "Invented reasons 0", "Invented reasons 1",
             "Jeder Abschnitt ist eine eigene Entscheidung", "Art 5(2)"})
        EXPECT_THAT(german, HasSubstr(part));
    EXPECT_THAT(german, Not(HasSubstr("Art 5(2); Art 5(2)"))) << "each provision once";
}

/// Three services of one file, two of which have to be put right.
class ClocksOfServices : public JointLetters { };

TEST_F(ClocksOfServices, NameTheServiceWhereverTheyAreShown)
{
    const auto today = formatDay(as("coordinator").clock().today());
    act("invite-to-hearing", id, Json::object({{"intended_findings", "Left out."}, {"period", "P2W"}}));
    act("record-hearing", id,
        Json::object({{"hearing", "H1"}, {"received_on", today}, {"statement", "We agree."}}));
    const Json measures = Json::object({{"outcome", "not-complied"}, {"reasons", "Left out."},
        {"required_measures", "Assess them."}, {"remedy_period", "P3D"}, {"redress", "One month."}});
    std::vector<std::string> moved;
    for (const ServiceId& service : {services[1], services[2]}) {
        Json data = measures;
        data.set("service", service.text());
        for (const interfaces::ClockChange& change : act("determine", id, std::move(data)).moved) {
            if (!change.service.empty())
                moved.push_back(change.service);
        }
    }
    const std::vector<std::string> both{"Lantern Rooms (fictitious)", "Lantern Walls (fictitious)"};
    EXPECT_EQ(moved, both) << "the receipt of each act";
    std::vector<std::string> shown;
    const auto view = as("coordinator").cases().open(id, {}).value();
    for (const interfaces::ClockView& clock : view.clocks) {
        if (!clock.service.empty())
            shown.push_back(clock.service);
    }
    EXPECT_EQ(shown, both) << "the clocks of the file";
    std::string warnings;
    for (const CaseWarning& warning : view.warnings)
        warnings += Catalogue::embedded("en").text(warning.text) + "\n";
    for (const std::string& name : both)
        EXPECT_THAT(warnings, HasSubstr(" · " + name));
    EXPECT_THAT(warnings, Not(HasSubstr(services[1].text())));
    std::vector<std::string> listed;
    const Day first = as("coordinator").clock().today();
    for (const auto& date :
        as("coordinator").calendar().dates({first, first + std::chrono::days{9}}).value()) {
        if (date.caseId == id && !date.service.empty())
            listed.push_back(date.service);
    }
    std::ranges::sort(listed);
    EXPECT_EQ(listed, both) << "the calendar";
    EXPECT_THAT(as("coordinator").calendar().exportCalendar(id).value(), HasSubstr(" · Lantern R"));
}

} // namespace

} // namespace tutela::services

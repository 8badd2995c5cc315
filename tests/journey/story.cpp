#include "tests/journey/story.h"

#include <gtest/gtest.h>

namespace tutela::journey {

namespace data {

Json scope(const std::string& start, const std::string& end)
{
    return Json::object({{"parts", Json::array({"direct-messages"})}, {"start", start}, {"end", end}});
}

Json draft(const std::string& start, const std::string& end)
{
    return with(scope(start, end),
        Json::object({{"main_elements", "Detection in direct messages only."},
            {"reasons", "The residual risk stays significant."}, {"comments_period", "P2W"}}));
}

Json reSentDraft(const std::string& start, const std::string& end)
{
    return with(scope(start, end),
        Json::object({{"main_elements", "Detection in direct messages only, with error rates."},
            {"reasons", "As before."}, {"changes", "The second point of the opinion was taken up."}}));
}

Json submission(const std::string& start, const std::string& end)
{
    return with(scope(start, end),
        Json::object({{"significant_risk", "Use to an appreciable extent despite mitigation."},
            {"consequences", "Interference with the confidentiality of direct messages."},
            {"balance", "Protection outweighs it within the limits requested."},
            {"targeting", "Direct messages only."}, {"addressee", "main-establishment"},
            {"safeguards", "Human review."},
            {"treatment_of_points", Json::array({"Taken up in section 3.", "Taken up in section 5."})}}));
}

Json decision(const std::string& start, const std::string& end)
{
    return with(with(scope(start, end), refusal()),
        Json::object(
            {{"targeting", "Direct messages between strangers."}, {"addressee", "main-establishment"},
                {"measures", "Detection with the indicators named."}, {"safeguards", "Human review."}}));
}

Json refusal()
{
    return Json::object({{"significant_risk", "The court looked at the evidence filed."},
        {"court_evidence", "Two reports of the past twelve months."},
        {"court_kind_condition", "One user is a child user."}, {"court_for", "The gravity of the acts."},
        {"court_against", "The confidentiality of messages."}, {"balance", "The court weighed both sides."},
        {"redress_court", "Administrative Court of Arcadia"},
        {"redress_period", "One month from notification"}});
}

Json opinion()
{
    return Json::object({{"outcome", "favourable-in-part"}, {"opinion", "The indicators are reliable."},
        {"points", Json::array({"Limit it to direct messages.", "Publish error rates."})}});
}

} // namespace data

Newcomer addNewcomer(TrainingOffice& office)
{
    const Outcome provider = office.as("registrar",
        {"provider", "add", "Nowhere Chat Ltd (fictitious)", "--establishment",
            "1 Invented Street, Exampletown", "--contact-point", "contact@nowhere.example", "--language",
            "en"});
    EXPECT_EQ(provider.exit, 0) << provider.out;
    const std::string id(provider.json().text("provider"));
    const Outcome service = office.as(
        "registrar", {"service", "add", id, "Pretend Messenger", "--kind", "interpersonal-communications"});
    EXPECT_EQ(service.exit, 0) << service.out;
    return {id, std::string(service.json().text("service"))};
}

} // namespace tutela::journey

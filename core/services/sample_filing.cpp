#include "core/services/sample_stories.h"

#include <algorithm>

namespace tutela::services {

namespace {

Json factors()
{
    return Json::object({
        {"a",
            Json::object(
                {{"identified", true}, {"description", "Two invented reports in the year before."}})},
        {"b",
            Json::object({{"policy", "A written policy, reviewed each year."},
                {"bans", "Section 4 of the terms forbids any abuse."},
                {"enforcement", "Accounts are closed by a team of six."},
                {"ageVerification", "Declared age only."}, {"flagging", "A button on each message."}})},
        {"c",
            Json::object(
                {{"use", "Mostly small groups of friends."}, {"effect", "Private groups raise the risk."}})},
        {"d",
            Json::object({{"businessModel", "Subscriptions."}, {"governance", "A safety board of three."},
                {"systems", "Reports go to one queue."}, {"effect", "No advertising; little effect."}})},
        {"e",
            Json::object({{"childUse", "yes"}, {"childUseExtent", "About one user in five."},
                {"ageGroups",
                    Json::array({Json::object({{"group", "13 to 15"}, {"risk", "High"}}),
                        Json::object({{"group", "16 and 17"}, {"risk", "Moderate"}})})},
                {"functions",
                    Json::object({{"userSearch", true}, {"userSearchRisk", "Search by name finds minors."},
                        {"directContact", true}, {"directContactRisk", "Anyone may write first."},
                        {"sharing", false}})}})},
    });
}

/// What a provider says otherwise when it sends its report again.
struct ReportWording {
    std::int64_t users;
    const char* process;
    const char* likelihoodAfter;
    const char* residualRisk;
};

constexpr ReportWording kFirstReport{120'000, "Workshops and a review of reports.", "unlikely",
    "Low but not negligible: first contacts inside groups remain."};
constexpr ReportWording kFurtherReport{
    131'000, "Workshops, a review of reports and a summer test.", "rare", "Negligible."};

Json measure()
{
    return Json::object({{"title", "No first message to minors"}, {"kind", "a"},
        {"description", "Adults outside the contacts of a minor cannot write first."},
        {"status", "introduced"},
        {"evaluation",
            Json::object({{"effective", "First contacts fell by half in the test."},
                {"targeted", "Concerns minors only."}, {"diligent", "Reviewed with users' groups."},
                {"timely", "Within two months."}})}});
}

std::string reportText(
    const SampleProvider& provider, std::size_t services, Day assessedOn, const ReportWording& wording)
{
    Json::Array list;
    for (std::size_t i = 0; i < std::min(services, provider.services.size()); ++i) {
        list.push_back(Json::object({
            {"name", provider.services[i].second},
            {"kinds", Json::array({i == 0 ? "interpersonal-communications" : "hosting"})},
            {"description", "Carries invented messages between invented people."},
            {"usersInUnion", wording.users + static_cast<std::int64_t>(1'000 * i)},
            {"factors", factors()},
            {"results",
                Json::object(
                    {{"knownMaterialRisk", true}, {"newMaterialRisk", false}, {"solicitationRisk", i == 0},
                        {"explanation", "Direct contact between adults and children."}})},
            {"risks",
                Json::array({Json::object({{"name", "Contact by strangers"}, {"severityBefore", "high"},
                    {"likelihoodBefore", "likely"}, {"severityAfter", "high"},
                    {"likelihoodAfter", wording.likelihoodAfter},
                    {"explanation", "Fewer first contacts."}})})},
            {"residualRisk", wording.residualRisk},
            {"measures", Json::array({measure()})},
            {"ageAssessment",
                Json::object(
                    {{"applied", true}, {"description", "Age is estimated by a test on the device."}})},
            {"terms", Json::object({{"describeMeasures", true}, {"reference", "Section 9"}})},
        }));
    }
    return prettyJson(Json::object({
        {"form", "risk-report-2022-209"},
        {"formVersion", 1},
        {"provider",
            Json::object(
                {{"name", provider.name}, {"mainEstablishment", "1 Invented Street, Port Example, Arcadia"},
                    {"contactPoint", "contact@provider.example"}, {"languages", Json::array({"en"})}})},
        {"assessment",
            Json::object({{"carriedOutOn", formatDay(assessedOn)}, {"occasion", "first"},
                {"process", wording.process}})},
        {"services", Json(std::move(list))},
        {"centre", Json::object({{"sentOn", formatDay(assessedOn)}})},
        {"confidentialParts", "None."},
    }));
}

} // namespace

std::string sampleRiskReport(const SampleProvider& provider, std::size_t services, Day assessedOn)
{
    return reportText(provider, services, assessedOn, kFirstReport);
}

std::string sampleFurtherReport(const SampleProvider& provider, Day assessedOn)
{
    return reportText(provider, 1, assessedOn, kFurtherReport);
}

} // namespace tutela::services

#include "core/services/sample_stories.h"

#include <fmt/format.h>

namespace tutela::services {

namespace {

Json technology(bool solicitation)
{
    const auto rate = [](const char* what, const char* value, const char* of) {
        return Json::object({{"measure", what}, {"value", value}, {"unit", "per-thousand"}, {"of", of},
            {"measured", "On 10,000 invented items."}, {"testSize", 10'000},
            {"prevalence", "One in a hundred"}, {"measuredOn", "2026-02-02"},
            {"measuredBy", "Invented Laboratory, Port Example"}});
    };
    return Json::object({
        {"name", solicitation ? "Imaginary talk classifier 2" : "Imaginary hash matcher 4"},
        {"source", "centre"},
        {"description",
            solicitation ? "Gives a score to the pattern of a talk."
                         : "Compares digests with those of the list."},
        {"effectiveness", "Found nine of ten staged items."},
        {"strictlyNecessary", "Gives a score and keeps nothing else."},
        {"intrusiveness", "Runs where messages are sent; stored messages are not read."},
        {"alternatives",
            Json::array({Json::object({{"name", "Keyword list"}, {"effectiveness", "Finds half as much."},
                {"intrusiveness", "Reads every word."}, {"errors", "Ten times as many."},
                {"reason", "It finds less, errs more often and reads more."}})})},
        {"errorRates",
            Json::array({rate("false-positive", "0.8", "items scanned"),
                rate("false-negative", "90", "staged items")})},
        {"itemsAMonth", 50'000},
        {"falseAlarmsAMonth", 40},
        {"falseAlarmsBasis", "50,000 first messages a month at the false-positive rate stated."},
        {"centreList", "listed"},
        {"boardOpinion", "Opinion 1 of 4 January 2026 (invented)"},
        {"encryptionEffect", "None: it runs on the device before a message is encrypted."},
    });
}

Json safeguards()
{
    Json all = Json::object();
    for (const auto& [name, text] : std::initializer_list<std::pair<const char*, const char*>>{
             {"solePurpose", "The output goes to the reporting queue alone."},
             {"internalProcedures", "Two persons open a hit; each opening is logged."},
             {"internalProceduresEvidence", "Log of openings of the summer test, annex 4."},
             {"humanOversight", "A trained team looks at every hit before it is reported."},
             {"humanOversightEvidence", "Rota of the team, annex 3."},
             {"complaints", "A form in plain words, answered within five working days."},
             {"informingAuthority", "A letter five weeks before the start."},
             {"review", "Every quarter, with the error rates of the quarter."},
             {"userInformation", "A page in the settings and a message to every user."},
             {"usersConcerned", "A message once the police have no objection."}})
        all.set(name, text);
    return all;
}

Json assessment(const SamplePlanFacts& facts)
{
    if (facts.kind != DetectionKind::Solicitation) {
        return Json::object({{"carriedOut", false}, {"whyNot", "The assessment made for uploads covers it."},
            {"consultation", "not-required"},
            {"consultationReason", "The residual risk was found not to be high."}});
    }
    return Json::object({{"carriedOut", true}, {"carriedOutOn", formatDay(facts.consultedOn)},
        {"consultation", "held"},
        {"consultationResult",
            Json::object({{"authority", "Data Protection Commission of Arcadia"},
                {"askedOn", formatDay(facts.consultedOn)}, {"endedOn", formatDay(facts.advisedOn)},
                {"outcome", "advice"}, {"advice", "Delete false positives at once; tell users. Attached."}})},
        {"adjustments", "False positives are deleted within the hour; the text for users was rewritten."}});
}

} // namespace

std::string sampleImplementationPlan(const SampleProvider& provider, const SamplePlanFacts& facts)
{
    const bool solicitation = facts.kind == DetectionKind::Solicitation;
    return prettyJson(Json::object({
        {"form", "implementation-plan-2022-209"},
        {"formVersion", 1},
        {"provider", Json::object({{"name", provider.name}, {"contactPoint", "contact@provider.example"}})},
        {"draft",
            Json::object({{"fileNumber", facts.fileNumber}, {"kind", toText(facts.kind)},
                {"renewalWithoutChange", false}})},
        {"services",
            Json::array({Json::object({{"name", provider.services.front().second},
                {"kinds", Json::array({"interpersonal-communications"})}, {"part", "Direct messages"}})})},
        {"measures",
            Json::array(
                {Json::object({{"title", solicitation ? "Detection on first contact" : "Matching of uploads"},
                    {"description", "In direct messages only."}})})},
        {"technologies", Json::array({technology(solicitation)})},
        {"safeguards", safeguards()},
        {"impactAssessment", assessment(facts)},
    }));
}

std::string sampleImpactAssessment(const SampleProvider& provider)
{
    const auto answer = [](int reference, const char* text) {
        return Json::object({{"id", reference}, {"pia_id", 1}, {"reference_to", reference},
            {"data", Json::object({{"text", text}, {"gauge", 0}, {"list", Json(Json::Array{})}})}});
    };
    return prettyJson(Json::object({
        {"pia",
            Json::object({{"id", 1}, {"name", "Detection in " + provider.services.front().second},
                {"status", 2}, {"author_name", "Anna Author (invented)"},
                {"evaluator_name", "Emil Evaluator (invented)"},
                {"validator_name", "Vera Validator (invented)"}, {"dpo_status", 1},
                {"dpo_opinion", "May go ahead with the measures named."}})},
        {"answers",
            Json::array({answer(111, "<p>Scanning of direct messages for a limited period.</p>"),
                answer(112, "<p>The provider is the controller.</p>"),
                answer(211, "<p>The purpose is the execution of an order alone.</p>"),
                answer(212, "<p>Article 7 of the proposed regulation.</p>")})},
        {"measures",
            Json::array({Json::object({{"id", 1}, {"pia_id", 1}, {"title", "Deletion within the hour"},
                {"content", "<p>False positives are deleted within the hour.</p>"}, {"placeholder", ""}})})},
        {"evaluations", Json(Json::Array{})},
        {"comments", Json(Json::Array{})},
    }));
}

std::string sampleAdvice(const std::string& fileNumber)
{
    return fmt::format(
        "Data Protection Commission of Arcadia (fictitious)\nWritten advice on the plan in {}\n\n"
        "1. Delete false positives at once.\n2. Tell users in plain words.\n",
        fileNumber);
}

} // namespace tutela::services

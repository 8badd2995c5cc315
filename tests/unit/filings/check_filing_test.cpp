#include "core/filings/check_filing.h"

#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "core/base/catalogue.h"
#include "core/base/json_parse.h"
#include "core/filings/json_path.h"

namespace tutela::filings {

namespace {

Json complete(const std::string& name)
{
    std::ifstream in(std::string(TUTELA_SOURCE_DIR) + "/tests/golden/filings/" + name + "/complete.in.json",
        std::ios::binary);
    return parseJson(std::string(std::istreambuf_iterator<char>(in), {}), JsonLimits::forForeignData())
        .value();
}

const Form& form(const std::string& name)
{
    return *formById(name + "-2022-209");
}

/// The value at a dotted path with plain numbers for array items; made when it is missing.
Json& at(Json& json, std::string_view path)
{
    const auto dot = path.find('.');
    const std::string key(path.substr(0, dot));
    Json& next = json.isArray() ? json.asArray().at(std::stoul(key)) : json.asObject()[key];
    return dot == std::string_view::npos ? next : at(next, path.substr(dot + 1));
}

void drop(Json& json, std::string_view path)
{
    const auto dot = path.rfind('.');
    Json& parent = dot == std::string_view::npos ? json : at(json, path.substr(0, dot));
    parent.asObject().erase(std::string(path.substr(dot == std::string_view::npos ? 0 : dot + 1)));
}

std::string only(const std::vector<domain::Finding>& findings)
{
    std::string out;
    for (const domain::Finding& finding : findings)
        out += (out.empty() ? "" : "\n") + finding.code + " " + std::string(domain::toText(finding.severity))
            + " " + finding.path + " " + finding.law;
    return out;
}

TEST(CheckFiling, FindsNothingInACompleteDocument)
{
    EXPECT_EQ(only(checkFiling(complete("risk-report"), form("risk-report"))), "");
    EXPECT_EQ(only(checkFiling(complete("implementation-plan"), form("implementation-plan"))), "");
}

struct Dropped {
    const char* path;
    const char* finding;
};

TEST(CheckFiling, NamesEachMissingPartOfARiskReportWithItsArticle)
{
    const Dropped rows[] = {
        {"provider.name", "filing.missing must-fix $.provider.name Art 8(1)(c)"},
        {"provider.mainEstablishment",
            "filing.no-establishment must-fix $.provider.mainEstablishment Art 5(1)"},
        {"assessment.carriedOutOn", "filing.missing must-fix $.assessment.carriedOutOn Art 3(4)"},
        {"services.0.factors.a", "filing.missing must-fix $.services[0].factors.a Art 3(2)(a)"},
        {"services.0.factors.b.policy", "filing.missing must-fix $.services[0].factors.b.policy Art 3(2)(b)"},
        {"services.0.factors.c.effect", "filing.missing must-fix $.services[0].factors.c.effect Art 3(2)(c)"},
        {"services.0.factors.d.governance",
            "filing.missing must-fix $.services[0].factors.d.governance Art 3(2)(d)"},
        {"services.0.factors.e.ageGroups",
            "filing.no-age-groups must-fix $.services[0].factors.e.ageGroups Art 3(2)(e)(ii)"},
        {"services.0.factors.e.functions.userSearchRisk",
            "filing.search-risk-not-described must-fix $.services[0].factors.e.functions.userSearchRisk Art "
            "3(2)(e)(iii), first indent"},
        {"services.0.residualRisk", "filing.no-residual-risk must-fix $.services[0].residualRisk Art 3(5)"},
        {"services.0.measures", "filing.risk-without-measures to-check $.services[0].measures Art 4(1)"},
        {"services.0.measures.0.evaluation",
            "filing.measure-not-evaluated must-fix $.services[0].measures[0].evaluation Art 4(2)"},
        {"services.0.measures.0.evaluation.timely",
            "filing.measure-not-evaluated must-fix $.services[0].measures[0].evaluation.timely Art 4(2)(d)"},
        {"services.0.ageAssessment.description",
            "filing.age-assessment-not-described must-fix $.services[0].ageAssessment.description Art 4(3)"},
        {"centre", "filing.centre-copy-not-stated note $.centre.sentOn Art 5(5)"},
    };
    for (const Dropped& row : rows) {
        Json document = complete("risk-report");
        drop(document, row.path);
        EXPECT_EQ(only(checkFiling(document, form("risk-report"))), row.finding) << row.path;
    }
}

struct Changed {
    const char* path;
    Json value;
    const char* finding;
};

TEST(CheckFiling, NamesEachWrongValueOfARiskReport)
{
    const Changed rows[] = {
        {"assessment.carriedOutOn", "2031-13-01",
            "filing.no-day must-fix $.assessment.carriedOutOn Art 3(4)"},
        {"assessment.carriedOutOn", "2999-01-01", ""},
        {"assessment.occasion", "whenever", "filing.unknown-choice must-fix $.assessment.occasion Art 3(4)"},
        {"assessment.process", 5, "filing.wrong-type must-fix $.assessment.process Art 5(1)(a)"},
        {"assessment.process", " ", "filing.missing must-fix $.assessment.process Art 5(1)(a)"},
        {"services.0.usersInUnion", Decimal{"1.5"},
            "filing.wrong-type must-fix $.services[0].usersInUnion Art 4(2)(b)"},
        {"services.0.usersInUnion", -1,
            "filing.out-of-range must-fix $.services[0].usersInUnion Art 4(2)(b)"},
        {"services.0.kinds", Json::Array{"hosting", "x"},
            "filing.unknown-choice must-fix $.services[0].kinds[1] Art 2(f)"},
        {"services.0.results.solicitationRisk", "yes",
            "filing.wrong-type must-fix $.services[0].results.solicitationRisk Art 3(1)"},
        {"services.0.ageAssessment.applied", false,
            "filing.solicitation-without-age-assessment to-check $.services[0].ageAssessment.applied Art "
            "4(3)"},
        {"services.0.terms.describeMeasures", false,
            "filing.terms-silent to-check $.services[0].terms.describeMeasures Art 4(4)"},
        {"services.0.mood", "good", "filing.unknown-field must-fix $.services[0].mood "},
        {"provider.name", std::string(301, 'x'), "filing.too-long must-fix $.provider.name Art 8(1)(c)"},
        {"provider.languages", Json::Array{}, "filing.missing must-fix $.provider.languages Art 23(3)"},
        {"services", Json::Array{}, "filing.missing must-fix $.services Art 3(1)"},
        {"formVersion", 2, "filing.other-form-version must-fix $.formVersion "},
        {"confidentialParts", "data:image/png;base64,AAAA",
            "filing.embedded-file to-check $.confidentialParts "},
    };
    for (const Changed& row : rows) {
        Json document = complete("risk-report");
        at(document, row.path) = row.value;
        EXPECT_EQ(only(checkFiling(document, form("risk-report"))), row.finding) << row.path;
    }
}

TEST(CheckFiling, AsksAHostingServiceForNoAgeAssessment)
{
    Json document = complete("risk-report");
    at(document, "services.0.kinds") = Json::Array{"hosting"};
    at(document, "services.0.ageAssessment.applied") = false;
    EXPECT_EQ(only(checkFiling(document, form("risk-report"))), "");
}

TEST(CheckFiling, NamesWhatAPlanOwesUnderArticle7Paragraph3)
{
    const Dropped rows[] = {
        {"technologies.0.intrusiveness",
            "filing.missing must-fix $.technologies[0].intrusiveness Art 10(3)(c)"},
        {"technologies.0.errorRates.0.unit",
            "filing.missing must-fix $.technologies[0].errorRates[0].unit Art 10(3)(d)"},
        {"safeguards.informingAuthority",
            "filing.missing must-fix $.safeguards.informingAuthority Art 10(4)(e)"},
        {"safeguards.usersConcerned", "filing.missing must-fix $.safeguards.usersConcerned Art 10(6)"},
        {"impactAssessment.consultationResult",
            "filing.plan-no-consultation-result must-fix $.impactAssessment.consultationResult GDPR Art "
            "36(2)"},
        {"impactAssessment.adjustments",
            "filing.plan-adjustments-not-stated must-fix $.impactAssessment.adjustments Art 7(3)"},
        {"technologies.0.falseAlarmsAMonth",
            "filing.plan-no-expected-alarms to-check $.technologies[0].falseAlarmsAMonth Art 7(8)"},
        {"technologies.0.falseAlarmsBasis",
            "filing.plan-alarms-without-basis to-check $.technologies[0].falseAlarmsBasis Art 7(8)"},
        {"technologies.0.encryptionEffect",
            "filing.plan-no-encryption-effect to-check $.technologies[0].encryptionEffect Art 10(3)(c)"},
        {"technologies.0.centreList",
            "filing.plan-centre-list-not-stated note $.technologies[0].centreList Art 50(1)"},
        {"technologies.0.errorRates.0.measuredOn",
            "filing.plan-rate-not-dated to-check $.technologies[0].errorRates[0].measuredOn Art 10(3)(d)"},
        {"technologies.0.errorRates.0.testSize",
            "filing.plan-rate-without-size to-check $.technologies[0].errorRates[0].testSize Art 10(3)(d)"},
        {"technologies.0.errorRates.0.prevalence",
            "filing.plan-rate-without-prevalence to-check $.technologies[0].errorRates[0].prevalence Art "
            "10(3)(d)"},
        {"safeguards.humanOversightEvidence",
            "filing.plan-safeguard-without-evidence note $.safeguards.humanOversightEvidence Art 10(4)"},
    };
    for (const Dropped& row : rows) {
        Json document = complete("implementation-plan");
        drop(document, row.path);
        EXPECT_EQ(only(checkFiling(document, form("implementation-plan"))), row.finding) << row.path;
    }
}

TEST(CheckFiling, LeavesARenewalWithoutChangeItsImpactAssessment)
{
    Json document = complete("implementation-plan");
    at(document, "draft.renewalWithoutChange") = true;
    at(document, "impactAssessment") = parseJson(
        R"({"carriedOut":false,"whyNot":"Nothing changed.","consultation":"not-required","consultationReason":"Renewal."})",
        JsonLimits::forOwnData())
                                           .value();
    EXPECT_EQ(only(checkFiling(document, form("implementation-plan"))), "");
    at(document, "draft.renewalWithoutChange") = false;
    EXPECT_EQ(checkFiling(document, form("implementation-plan")).size(), 2u);
}

TEST(CheckFiling, StopsListingAfterAThousandAndSaysSo)
{
    Json document = complete("risk-report");
    for (int i = 0; i < 1200; ++i)
        document.set("unknown" + std::to_string(i), i);
    const auto findings = checkFiling(document, form("risk-report"));
    ASSERT_EQ(findings.size(), kMaxFindings + 1);
    EXPECT_EQ(Catalogue::embedded("en").text(findings.back().text),
        "There are 200 more points to check that are not listed.");
}

TEST(CheckFiling, GivesEachFindingItsOwnKey)
{
    Json document = complete("risk-report");
    at(document, "services.0.results.knownMaterialRisk") = true;
    at(document, "services.0.measures") = Json::Array{};
    EXPECT_EQ(only(checkFiling(document, form("risk-report"))),
        "filing.risk-without-measures to-check $.services[0].measures Art 4(1)");
}

TEST(JsonPath, QuotesKeysThatAreNoWords)
{
    EXPECT_EQ(memberPath("$", "a_1"), "$.a_1");
    EXPECT_EQ(memberPath("$", "odd \"key\""), "$[\"odd \\\"key\\\"\"]");
    EXPECT_EQ(memberPath("$", ""), "$[\"\"]");
    EXPECT_EQ(shortened(std::string(99, 'x') + "éé"), std::string(99, 'x') + "é…");
    EXPECT_EQ(characters("aé€😀"), 4u);
}

} // namespace

} // namespace tutela::filings

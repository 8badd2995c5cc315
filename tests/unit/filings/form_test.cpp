#include "core/filings/form.h"

#include <set>

#include <gtest/gtest.h>

#include "core/base/catalogue.h"
#include "core/filings/form_schema.h"

namespace tutela::filings {

namespace {

std::string formWith(const std::string& field, const std::string& more = "")
{
    return R"({"id":"f","version":1,"kind":"risk-report","title":{"en":"T"},"fields":[)" + field + "]" + more
        + "}";
}

std::string problemOf(const std::string& json)
{
    const auto form = parseForm(json);
    return form ? "ok" : form.error().what.id + " " + form.error().where;
}

TEST(Forms, AreTheThreeOfThisRelease)
{
    std::vector<std::string> ids;
    for (const Form& form : forms())
        ids.push_back(form.id);
    EXPECT_EQ(ids,
        (std::vector<std::string>{"dpia-cnil-pia", "implementation-plan-2022-209", "risk-report-2022-209"}));
    EXPECT_EQ(formById("no-such-form"), nullptr);
}

TEST(Forms, RiskReportAsksForEachFactorOfArticle3Paragraph2)
{
    const Form& form = *formById("risk-report-2022-209");
    const std::pair<const char*, const char*> rows[] = {
        {"services.factors.a", "Art 3(2)(a)"},
        {"services.factors.b.bans", "Art 3(2)(b), first indent"},
        {"services.factors.b.enforcement", "Art 3(2)(b), second indent"},
        {"services.factors.b.ageVerification", "Art 3(2)(b), third indent"},
        {"services.factors.b.flagging", "Art 3(2)(b), fourth indent"},
        {"services.factors.c", "Art 3(2)(c)"},
        {"services.factors.d.businessModel", "Art 3(2)(d)"},
        {"services.factors.d.governance", "Art 3(2)(d)"},
        {"services.factors.d.systems", "Art 3(2)(d)"},
        {"services.factors.e.childUse", "Art 3(2)(e)(i)"},
        {"services.factors.e.functions.userSearch", "Art 3(2)(e)(iii), first indent"},
        {"services.factors.e.functions.directContact", "Art 3(2)(e)(iii), second indent"},
        {"services.factors.e.functions.sharing", "Art 3(2)(e)(iii), third indent"},
        {"services.residualRisk", "Art 3(5)"},
        {"services.measures.evaluation.effective", "Art 4(2)(a)"},
        {"services.measures.evaluation.targeted", "Art 4(2)(b)"},
        {"services.measures.evaluation.diligent", "Art 4(2)(c)"},
        {"services.measures.evaluation.timely", "Art 4(2)(d)"},
        {"services.ageAssessment.applied", "Art 4(3)"},
        {"services.terms.describeMeasures", "Art 4(4)"},
        {"assessment.carriedOutOn", "Art 3(4)"},
    };
    for (const auto& [path, law] : rows) {
        const Field* field = fieldAt(form.fields, path);
        ASSERT_NE(field, nullptr) << path;
        EXPECT_EQ(field->law, law) << path;
        EXPECT_EQ(field->requirement, Requirement::Required) << path;
    }
}

void collectCodes(const std::vector<Field>& fields, std::set<std::string>& codes)
{
    for (const Field& field : fields) {
        codes.insert(field.missing);
        codes.insert("filing.type." + std::string(toText(field.type)));
        collectCodes(field.fields, codes);
    }
}

TEST(Forms, UseOnlyCodesThatHaveAText)
{
    std::set<std::string> codes;
    for (const Form& form : forms()) {
        collectCodes(form.fields, codes);
        for (const FormRule& rule : form.rules)
            codes.insert(rule.code);
    }
    for (const std::string& code : codes)
        EXPECT_TRUE(Catalogue::embedded("en").has(code)) << code;
}

TEST(ParseForm, RefusesWhatItDoesNotKnow)
{
    const std::string good = R"({"id":"a","type":"text","label":{"en":"A"}})";
    EXPECT_EQ(problemOf(formWith(good)), "ok");
    EXPECT_EQ(problemOf("{"), "json.syntax 1:2");
    EXPECT_EQ(problemOf("[]"), "filing.form-no-object $");
    EXPECT_EQ(problemOf(formWith(good, R"(,"colour":"red")")), "filing.form-unknown-key $.colour");
    EXPECT_EQ(problemOf(formWith(R"({"id":"a","type":"text","label":{"en":"A"},"hint":"x"})")),
        "filing.form-unknown-key $.fields[0].hint");
    EXPECT_EQ(problemOf(formWith(R"({"id":"a","type":"number","label":{"en":"A"}})")),
        "filing.form-unknown-value $.fields[0].type");
    EXPECT_EQ(problemOf(formWith(R"({"id":"a","type":"text","label":{"en":"A"},"required":"yes"})")),
        "filing.form-wrong-type $.fields[0].required");
    EXPECT_EQ(problemOf(formWith(R"({"id":"a","type":"text","label":{"fr":"A"}})")),
        "filing.form-no-text $.fields[0].label");
    EXPECT_EQ(problemOf(formWith(R"({"id":"a","type":"text","label":{"en":"A"},"as":"colour"})")),
        "filing.form-unknown-value $.fields[0].as");
    EXPECT_EQ(problemOf(formWith(R"({"id":"a","type":"text","label":{"en":"A"},"words":"none"})")),
        "filing.form-unknown-value $.a.words");
    EXPECT_EQ(problemOf(formWith(R"({"id":"a","type":"choice","label":{"en":"A"}})")),
        "filing.form-wrong-shape $.fields[0]");
    EXPECT_EQ(problemOf(formWith(R"({"id":"a","type":"group","label":{"en":"A"}})")),
        "filing.form-wrong-shape $.fields[0]");
    EXPECT_EQ(problemOf(formWith(R"({"id":"a","type":"day","label":{"en":"A"},"maxLength":3})")),
        "filing.form-wrong-shape $.fields[0]");
    EXPECT_EQ(problemOf(formWith(good + "," + good)), "filing.form-duplicate $.fields[1]");
    EXPECT_EQ(problemOf(formWith("")), "filing.form-wrong-shape $.fields");
}

TEST(ParseForm, RefusesRulesThatLeadNowhere)
{
    const std::string good = R"({"id":"a","type":"text","label":{"en":"A"}})";
    const auto rule = [&good](const std::string& text) {
        return problemOf(
            formWith(good, R"(,"rules":[{"code":"c","severity":"note","law":"L")" + text + "}]"));
    };
    EXPECT_EQ(rule(R"(,"need":[{"path":"a"}])"), "ok");
    EXPECT_EQ(rule(R"(,"need":[{"path":"b"}])"), "filing.form-unknown-path $.rules[0] b");
    EXPECT_EQ(rule(R"(,"when":[{"path":"b","is":1}],"need":[{"path":"a"}])"),
        "filing.form-unknown-path $.rules[0] b");
    EXPECT_EQ(rule(R"(,"each":"a","need":[{"path":"a"}])"), "filing.form-unknown-path $.rules[0].each");
    EXPECT_EQ(rule(R"(,"need":[])"), "filing.form-wrong-shape $.rules[0]");
    EXPECT_EQ(rule(R"(,"need":[{"path":"a","was":1}])"), "filing.form-wrong-shape $.rules[0].need[0]");
}

TEST(FormSchema, NamesTheDraftAndCarriesArticleAndHelp)
{
    const Json schema = formSchema(*formById("risk-report-2022-209"));
    EXPECT_EQ(schema.text("$schema"), "https://json-schema.org/draft/2020-12/schema");
    const Json* provider = schema.find("properties")->find("provider");
    const Json* establishment = provider->find("properties")->find("mainEstablishment");
    EXPECT_EQ(establishment->text("$comment"), "Art 5(1)");
    EXPECT_FALSE(establishment->text("description").empty());
    EXPECT_FALSE(schema.flag("additionalProperties", true));
}

} // namespace

} // namespace tutela::filings

#include <gtest/gtest.h>

#include "core/law/rulebook.h"
#include "core/procedure/act_data.h"
#include "core/procedure/decide.h"
#include "tests/support/rules.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

/// The smallest table that loads, with one text put in the place of another.
Result<ActTable> loadWith(std::string_view place, std::string_view text)
{
    std::string table = R"([
      {"act":"open","case":"assessment","roles":["registrar"],"from":[],"to":"received","effect":"file-report",
       "fields":[{"name":"provider","type":"provider","required":true}],"guards":["not-in-future:x"],"opens":true},
      {"act":"close","case":"assessment","roles":["head"],"from":["received"],"to":"closed","effect":"close"},
      {"act":"start","case":"detection","roles":["coordinator"],"from":[],"to":"investigation","effect":"open-detection",
       "opens":true},
      {"act":"end","case":"detection","roles":["head"],"from":["investigation"],"to":"closed","effect":"close"}])";
    if (const auto at = table.find(place); !place.empty() && at != std::string::npos)
        table.replace(at, place.size(), text);
    return ActTable::load(json(table));
}

TEST(ActTableLoads, AWholeTableAndTheOneOfTheProposal)
{
    EXPECT_TRUE(loadWith("", "").ok());
    EXPECT_GT(acts().all().size(), 40u);
    EXPECT_EQ(acts().find("no-such-act"), nullptr);
}

TEST(ActTableLoads, TheActsOfEveryLegalTextOfTheProgram)
{
    for (const std::string& id : law::Rulebook::embeddedIds())
        EXPECT_TRUE(ActTable::load(law::Rulebook::embedded(id).value().acts()).ok()) << id;
}

TEST(ActTableLoads, NothingThatItDoesNotKnow)
{
    const std::tuple<const char*, const char*, const char*> rows[] = {
        {"\"registrar\"", "\"registrer\"", "rulebook.unknown-name"},
        {"\"received\"", "\"receeved\"", "rulebook.unknown-name"},
        {"[\"received\"]", "[\"receeved\"]", "rulebook.unknown-name"},
        {"not-in-future:x", "not-in-past", "rulebook.unknown-name"},
        {"\"file-report\"", "\"file-rapport\"", "rulebook.unknown-name"},
        {"\"type\":\"provider\"", "\"type\":\"providers\"", "rulebook.unknown-name"},
        {"\"assessment\"", "\"assesment\"", "rulebook.unknown-name"},
        {"\"act\":\"close\"", "\"act\":\"open\"", "rulebook.unknown-name"},
        {"\"to\":\"closed\"", "\"to\":null", "rulebook.dead-end"},
        {"\"to\":\"closed\"", "\"to\":\"under-review\"", "rulebook.dead-end"},
        {"[\"received\"]", "[\"received\",\"under-review\"]", "rulebook.unreachable-step"},
    };
    for (const auto& [place, text, expected] : rows) {
        const auto loaded = loadWith(place, text);
        ASSERT_FALSE(loaded.ok()) << text;
        EXPECT_EQ(loaded.error().code, ErrorCode::BadInput);
        EXPECT_EQ(loaded.error().what.id, expected) << text;
    }
}

/// A value that the field takes.
Json goodValue(const FieldDefinition& field)
{
    switch (field.type) {
    case FieldType::Line:
    case FieldType::Text:
        return "Some words.";
    case FieldType::Date:
        return "2026-03-01";
    case FieldType::Moment:
        return "2026-03-01T09:30:00Z";
    case FieldType::Duration:
        return "P2W";
    case FieldType::Integer:
    case FieldType::Entry:
    case FieldType::Receipt:
        return 7;
    case FieldType::Flag:
        return true;
    case FieldType::Choice:
        return field.options.front();
    case FieldType::Codes:
    case FieldType::FiledDocuments:
    case FieldType::Persons:
    case FieldType::EvidenceItems:
    case FieldType::OpinionPoints:
        return Json::array({"chats", "groups"});
    case FieldType::Points:
        return Json::array({"First point.", "Second point."});
    case FieldType::Document:
        return "letter.txt";
    case FieldType::Service:
    case FieldType::Provider:
    case FieldType::Case:
    case FieldType::Request:
    case FieldType::Hearing:
    case FieldType::Consultation:
    case FieldType::Question:
    case FieldType::Period:
    case FieldType::LateAnswer:
    case FieldType::OpinionPoint:
    case FieldType::ConditionCell:
    case FieldType::Correction:
    case FieldType::OrderItem:
    case FieldType::FiledDocument:
    case FieldType::Person:
        return "X-1";
    }
    return {};
}

/// The type that the schema asks for, as far as a wrong one can be made from it.
Json wrongValue(const Json& schema)
{
    return schema.text("type") == "string" || schema.find("enum") != nullptr ? Json(false) : Json("word");
}

TEST(ActShape, TakesNoDayFromWhichNoPeriodCanBeCounted)
{
    std::size_t days = 0;
    for (const ActDefinition& act : acts().all()) {
        Json data = Json::object();
        for (const FieldDefinition& field : act.fields)
            data.set(field.name, goodValue(field));
        for (const FieldDefinition& field : act.fields) {
            if (field.type != FieldType::Date && field.type != FieldType::Moment)
                continue;
            ++days;
            for (const std::string day : {"0001-04-01", "1899-12-31", "3000-01-01", "9999-12-31"}) {
                Json wrong = data;
                wrong.set(field.name, field.type == FieldType::Date ? day : day + "T12:00:00Z");
                const auto problems = checkShape(act, wrong, {"letter.txt"});
                ASSERT_EQ(problems.size(), 1u) << act.name << " " << field.name << " " << day;
                EXPECT_EQ(problems.front().text.id, "field-problem.day-range");
            }
        }
    }
    EXPECT_GT(days, 0u);
}

TEST(ActShape, TakesWhatItsSchemaDescribesAndNothingElse)
{
    for (const ActDefinition& act : acts().all()) {
        const Json schema = actSchema(act);
        const Json& properties = *schema.find("properties");
        Json data = Json::object();
        for (const FieldDefinition& field : act.fields) {
            ASSERT_NE(properties.find(field.name), nullptr) << act.name;
            data.set(field.name, goodValue(field));
        }
        EXPECT_EQ(properties.find("recorded_from") != nullptr, act.outside) << act.name;
        EXPECT_FALSE(schema.flag("additionalProperties", true));
        EXPECT_TRUE(checkShape(act, data, {"letter.txt"}).empty()) << act.name;
        for (const FieldDefinition& field : act.fields) {
            Json wrong = data;
            wrong.set(field.name, wrongValue(*properties.find(field.name)));
            const auto problems = checkShape(act, wrong, {"letter.txt"});
            ASSERT_EQ(problems.size(), 1u) << act.name << " " << field.name;
            EXPECT_EQ(problems.front().path, "$." + field.name);
            Json less = data;
            less.asObject().erase(field.name);
            const auto& required = schema.items("required");
            const bool asked = std::ranges::find(required, Json(field.name)) != required.end();
            EXPECT_EQ(checkShape(act, less, {"letter.txt"}).empty(), !asked) << act.name << " " << field.name;
        }
        data.set("surplus", 1);
        EXPECT_EQ(checkShape(act, data, {"letter.txt"}).size(), 1u) << act.name;
    }
}

TEST(ActShape, PartsNamesAndTextsFromWhatSteersTheCase)
{
    const ActDefinition& act = *acts().find("give-opinion");
    const auto parted =
        partData(act, json(R"({"outcome":"favourable","opinion":"Words.","points":["One.","Two."],
                 "recorded_from":{"document":"l","authenticity":"Seal seen.","author":"A"}})"));
    EXPECT_EQ(canonicalJson(parted.facts), R"({"outcome":"favourable","points_count":2})");
    for (const char* name : {"opinion", "points", "recorded_from"})
        EXPECT_NE(parted.content.find(name), nullptr) << name;
}

TEST(Judging, AsksForRoleAndStepBeforeAnythingElse)
{
    const CaseFile file = assessment();
    const auto says = [&](const char* act, const CaseFile* of, Role role, ActSource source = ActSource::Own) {
        return refusalsOf(judge(*acts().find(act), of, nullptr, source, onDay("2026-04-10", role)));
    };
    EXPECT_EQ(says("ask-information", &file, Role::Coordinator), "");
    EXPECT_EQ(says("ask-information", &file, Role::Judge), "refusal.role");
    EXPECT_EQ(says("ask-information", nullptr, Role::Coordinator), "refusal.needs-case");
    EXPECT_EQ(says("file-report", &file, Role::Registrar), "refusal.opens-case");
    EXPECT_EQ(says("close", &file, Role::Coordinator), "refusal.step");
    EXPECT_EQ(says("demand-information", &file, Role::Coordinator), "refusal.kind");
    CaseFile court = beforeTheCourt();
    court.participants.clear();
    EXPECT_EQ(says("issue", &court, Role::Coordinator), "refusal.role");
    EXPECT_EQ(says("issue", &court, Role::Judge), "guard.judge-declared");
    // Recorded from the court's letter by the authority: the judge's own duties bind the judge.
    EXPECT_EQ(says("issue", &court, Role::Coordinator, ActSource::RecordedFromDocument), "");
    EXPECT_EQ(says("issue", &court, Role::Judge, ActSource::RecordedFromDocument), "refusal.role");
}

TEST(Judging, AsksOnWhichServiceTheProviderWasHeardOnlyOnceItIsNamed)
{
    const ActDefinition& act = *acts().find("require-early-update");
    CaseFile file = assessment();
    const auto says = [&](const Json* data) {
        return refusalsOf(judge(act, &file, data, ActSource::Own, onDay("2026-04-20")));
    };
    EXPECT_EQ(says(nullptr), "guard.heard-before");
    file.hearings.push_back(
        {"H1", 15, day("2026-04-01"), length("P1W"), day("2026-04-07"), EntrySeq{16}, ServiceId("S-0002")});
    EXPECT_EQ(says(nullptr), "") << "it can be required of one service";
    const Json other =
        Json::object({{"service", "S-0001"}, {"period", "P1M"}, {"change_evidence", "x"}, {"redress", "x"}});
    EXPECT_EQ(says(&other), "guard.heard-before");
}

TEST(Judging, OffersWhatConcernsAConsultationOnlyWhileThereIsOne)
{
    CaseFile file = detection();
    file.step = Step::AwaitingPlan;
    const auto says = [&](const char* act) {
        return refusalsOf(
            judge(*acts().find(act), &file, nullptr, ActSource::Own, onDay("2026-07-20", Role::DpaOfficer)));
    };
    for (const char* act :
        {"lodge-advice", "extend-consultation", "pause-consultation", "resume-consultation"})
        EXPECT_EQ(says(act), "guard.consultation-open.none") << act;
    Consultation consultation;
    consultation.id = "C1";
    consultation.requestedOn = day("2026-07-01");
    file.consultations.push_back(consultation);
    EXPECT_EQ(says("lodge-advice"), "");
    EXPECT_EQ(says("pause-consultation"), "");
    EXPECT_EQ(says("resume-consultation"), "guard.pause-fits.none-stopped");
    file.consultations.front().pauses.push_back({EntrySeq{40}, day("2026-07-05")});
    EXPECT_EQ(says("pause-consultation"), "guard.pause-fits.all-stopped");
    EXPECT_EQ(says("resume-consultation"), "");
    file.consultations.front().outcome = ConsultationOutcome::Advice;
    EXPECT_EQ(says("lodge-advice"), "guard.consultation-open.none");
}

TEST(Deciding, MovesTheCaseOnWithTheLastServiceOnly)
{
    CaseFile file = assessment();
    const ActDefinition& act = *acts().find("determine");
    const auto to = [&](const char* service) {
        const Json data =
            Json::object({{"service", service}, {"outcome", "complied"}, {"reasons", "x"}, {"redress", "y"}});
        return decide(act, &file, data, onDay("2026-05-20")).to;
    };
    EXPECT_EQ(to("S-0001"), Step::UnderReview);
    file.determinations.push_back({ServiceId("S-0001"), 14, Compliance::Complied, day("2026-04-20"), {}});
    EXPECT_EQ(to("S-0002"), Step::DeterminationMade);
}

} // namespace

} // namespace tutela::procedure

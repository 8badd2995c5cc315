#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/law/rulebook.h"
#include "core/procedure/act_data.h"
#include "tests/journey/story.h"

namespace tutela::journey {
namespace {

/// A value of that type that has the right shape; whether the rules would take it does not matter here.
Json sampleOf(const FieldDefinition& field)
{
    switch (field.type) {
    case FieldType::Line:
    case FieldType::Text:
        return "Some words";
    case FieldType::Date:
        return "2026-06-01";
    case FieldType::Moment:
        return "2026-06-01T10:00:00Z";
    case FieldType::Duration:
        return "P1W";
    case FieldType::Integer:
    case FieldType::Entry:
    case FieldType::Receipt:
        return 1;
    case FieldType::Flag:
        return true;
    case FieldType::Choice:
        return field.options.front();
    case FieldType::Codes:
    case FieldType::FiledDocuments:
    case FieldType::Persons:
    case FieldType::EvidenceItems:
    case FieldType::OpinionPoints:
    case FieldType::Points:
        return Json::array({"one"});
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
    case FieldType::Document:
        return "annex.txt";
    }
    return {};
}

Json completeData(const procedure::ActDefinition& act)
{
    Json data = Json::object();
    for (const FieldDefinition& field : act.fields)
        data.set(field.name, sampleOf(field));
    return data;
}

const procedure::ActTable& actTable()
{
    static const procedure::ActTable table = [] {
        const auto pack = parseJson(
            embeddedFile("core/law/rulebooks/com-2022-209.json").value_or(""), JsonLimits::forOwnData());
        return std::move(procedure::ActTable::load(*pack.value().find("acts"))).value();
    }();
    return table;
}

/// Who may do what on which case of the sample, as the program says.
class Offers {
public:
    explicit Offers(TrainingOffice& office)
        : m_office(office)
    {
        const Json list = office.as("coordinator", {"worklist", "--limit", "100"}).json();
        for (const Json& row : list.items("rows"))
            m_cases.emplace_back(row.text("case"));
    }

    struct Place {
        std::string person;
        std::string caseId; ///< empty for an act that opens a case
    };

    /// A person and a case for which role, step and state allow the act.
    std::optional<Place> placeOf(const procedure::ActDefinition& act)
    {
        for (const Role role : act.roles) {
            const std::string person =
                role == Role::EuCentreLiaison ? "eu-centre" : std::string(toText(role));
            if (act.opensCase)
                return Place{person, {}};
            for (const std::string& caseId : m_cases) {
                if (caseId.front() == (act.kind == CaseKind::Assessment ? 'A' : 'D')
                    && allowed(person, caseId).contains(act.name))
                    return Place{person, caseId};
            }
        }
        return std::nullopt;
    }

    void forget() { m_allowed.clear(); }

private:
    const std::set<std::string>& allowed(const std::string& person, const std::string& caseId)
    {
        const auto [found, added] = m_allowed.try_emplace({person, caseId});
        if (!added)
            return found->second;
        const Json acts = m_office.as(person, {"acts", "--case", caseId}).json();
        if (acts.isArray()) {
            for (const Json& act : acts.asArray()) {
                if (act.flag("allowed"))
                    found->second.emplace(act.text("act"));
            }
        }
        return found->second;
    }

    TrainingOffice& m_office;
    std::vector<std::string> m_cases;
    std::map<std::pair<std::string, std::string>, std::set<std::string>> m_allowed;
};

/// An order that is challenged, suspended and cannot be executed, and one whose copies were sent.
void makeOrderStates(TrainingOffice& office)
{
    const std::string order = office.caseAt("order-issued");
    office.done("court-clerk", "record-challenge", order,
        Json::object({{"challenger", "provider"}, {"lodged_on", "2026-09-14"}, {"review_court", "High Court"},
            {"pleas", "Necessity."}}));
    office.done("court-clerk", "record-suspension", order,
        Json::object({{"challenge", "A1"}, {"suspended_from", "2026-09-15"}, {"review_court", "High Court"},
            {"reasons", "Urgency."}}));
    office.done("registrar", "record-non-execution", order,
        Json::object(
            {{"received_on", "2026-09-15"}, {"non_execution", "both"}, {"specification", "Unclear."}}));
    const Json list = office.as("court-clerk", {"worklist", "--limit", "100"}).json();
    for (const Json& row : list.items("rows")) {
        const std::string caseId(row.text("case"));
        if (row.text("step") != "order-issued")
            continue;
        const Outcome final = office.act("court-clerk", "record-finality", caseId,
            Json::object({{"final_on", "2026-09-15"}, {"ground", "appeal-period-expired"}}));
        if (final.exit == 0)
            office.done("registrar", "send-copies", caseId,
                Json::object({{"sent_on", "2026-09-15"}, {"authorities", Json::array({"DE", "FR"})}}));
    }
}

/// In files of each kind a document in quarantine; in the first of them somebody proposed to destroy it.
void makeQuarantines(TrainingOffice& office)
{
    std::map<std::string, int> made;
    const Json list = office.as("registrar", {"worklist", "--limit", "100"}).json();
    for (const Json& row : list.items("rows")) {
        const std::string caseId(row.text("case"));
        const std::string suffix = caseId.starts_with("D-") ? "-detection" : "";
        if (made[suffix] == 2)
            continue;
        const Json file = office.caseFile(caseId);
        const Json::Array& documents = file.items("access");
        // The same bytes in another file went into quarantine with the first of them.
        if (documents.empty() || documents.front().text("flag") == "in-quarantine")
            continue;
        const Json document = Json::object({{"document", documents.front().text("document")}});
        office.done("registrar", "quarantine-document" + suffix, caseId,
            with(document,
                Json::object({{"reason", "Not what it says."}, {"referred_to", "Police (fictitious)"},
                    {"referred_on", "2026-09-15"}})));
        if (++made[suffix] == 1)
            office.done("registrar", "propose-destruction" + suffix, caseId,
                with(document, Json::object({{"reason", "The police have it."}})));
    }
}

/// Sends each act without each of its required fields, to the program or, where no case of the sample stands
/// at the right stage, to the check that the program runs.
class EveryAct : public testing::Test {
protected:
    void throughTheProgram(const procedure::ActDefinition& act, const Offers::Place& place)
    {
        const std::vector<std::string> annex{"--attach", office / "annex.txt"};
        for (const FieldDefinition& field : act.fields) {
            if (!field.required)
                continue;
            SCOPED_TRACE(act.name + " without " + field.name + " by " + place.person + " on " + place.caseId);
            const Json data = with(completeData(act), Json::object({{field.name, nullptr}}));
            const Outcome outcome = office.act(place.person, act.name, place.caseId, data, annex);
            EXPECT_EQ(outcome.exit, 10) << outcome.out << outcome.err;
            EXPECT_EQ(outcome.errorWhere(), "$." + field.name) << outcome.out;
            EXPECT_EQ(outcome.errorCode(), "E_FIELD_PROBLEM_MISSING");
        }
    }

    static void throughTheCheck(const procedure::ActDefinition& act)
    {
        EXPECT_TRUE(procedure::checkShape(act, completeData(act), {"annex.txt"}).empty()) << act.name;
        for (const FieldDefinition& field : act.fields) {
            if (!field.required)
                continue;
            Json null = completeData(act);
            null.set(field.name, nullptr);
            const Json lack = with(completeData(act), Json::object({{field.name, nullptr}}));
            for (const Json& data : {lack, null}) {
                const auto problems = procedure::checkShape(act, data, {"annex.txt"});
                ASSERT_EQ(problems.size(), 1U) << act.name << " without " << field.name;
                EXPECT_EQ(problems.front().path, "$." + field.name);
            }
        }
    }

    TrainingOffice office = TrainingOffice::withSample();
};

TEST_F(EveryAct, IsRefusedWithoutAnyOneOfItsRequiredFields)
{
    writeBytes(office / "annex.txt", "An invented annex.\n");
    Offers offers(office);
    const std::int64_t size = office.size();
    std::set<std::string> left;
    for (const procedure::ActDefinition& act : actTable().all()) {
        throughTheCheck(act);
        if (const auto place = offers.placeOf(act))
            throughTheProgram(act, *place);
        else
            left.insert(act.name);
    }
    EXPECT_EQ(office.size(), size) << "an act without a required field was recorded";

    // The states that the sample does not hold: made here, one act further each.
    const std::string approval = office.caseAt("for-approval");
    office.done("head", "approve", approval, Json::object());
    const std::string plan = office.caseAt("awaiting-plan");
    office.done("dpa-officer", "pause-consultation", plan,
        Json::object({{"consultation", "C1"}, {"stopped_on", "2026-06-15"}, {"reasons", "Error rates."}}));
    for (const auto& [caseId, act] : {std::pair{office.caseAt("received"), "propose-correction"},
             {plan, "propose-correction-detection"}}) {
        for (const Json& receipt : office.caseFile(caseId).items("receipts"))
            static_cast<void>(office.act("registrar", act, caseId,
                Json::object({{"receipt", receipt.integer("entry")}, {"received_on", "2026-06-09"},
                    {"reason", "Another day."}, {"proof_document", "annex.txt"}}),
                {"--attach", office / "annex.txt"}));
    }
    const Json list = office.as("judge", {"worklist", "--limit", "100"}).json();
    for (const Json& row : list.items("rows")) {
        const std::string caseId(row.text("case"));
        if (row.text("step") == "before-the-court" && office.as("judge", {"case", caseId}).exit == 0)
            office.done("judge", "ask-authority", caseId, Json::object({{"question", "Which parts?"}}));
    }
    const std::string amended = office.caseAt("before-the-court");
    const Day start =
        parseDay(office.caseFile(amended).text("opened_at").substr(0, 10)).value() + std::chrono::days{230};
    office.done("coordinator", "amend-request", amended,
        with(data::submission(formatDay(start), formatDay(start + std::chrono::days{300})),
            Json::object({{"reason", "A month less is enough."}, {"comments_period", "P2W"},
                {"advice_missing_reason", "As in the first version."}})));
    office.done("head", "approve-amendment", amended, Json::object());
    office.day("2026-09-15"); // every period set by the authority is over
    office.done("registrar", "record-comments", plan,
        Json::object({{"received_on", "2026-09-15"}, {"comments", "Long after the period for them."}}));
    makeOrderStates(office);
    makeQuarantines(office);
    offers.forget();
    for (auto name = left.begin(); name != left.end();) {
        const procedure::ActDefinition& act = *actTable().find(*name);
        const auto place = offers.placeOf(act);
        if (place)
            throughTheProgram(act, *place);
        name = place ? left.erase(name) : std::next(name);
    }
    std::string names;
    for (const std::string& name : left)
        names += " " + name;
    // Three have no field that may lack, four decide on a correction that nobody proposed here.
    EXPECT_LE(left.size(), 7U) << "not tried through the program:" << names;
}

TEST_F(EveryAct, IsListedByTheProgramAsTheLegalTextHasIt)
{
    const Json acts = office.as("auditor", {"acts"}).json();
    ASSERT_TRUE(acts.isArray());
    ASSERT_EQ(acts.asArray().size(), actTable().all().size());
    for (std::size_t i = 0; i < acts.asArray().size(); ++i) {
        const Json& listed = acts.asArray()[i];
        const procedure::ActDefinition& act = actTable().all()[i];
        EXPECT_EQ(listed.text("act"), act.name);
        EXPECT_EQ(listed.text("law"), act.law);
        EXPECT_EQ(canonicalJson(*listed.find("schema")), canonicalJson(procedure::actSchema(act)));
        EXPECT_FALSE(listed.flag("allowed")) << "the auditor may perform " << act.name;
    }
}

} // namespace
} // namespace tutela::journey

#include "tests/journey/training_office.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/json_parse.h"

namespace tutela::journey {

namespace {

/// A register of `sample` with these options in a folder.
std::filesystem::path makeSample(const TemporaryFolder& folder, std::vector<std::string> options)
{
    std::filesystem::path made = folder / "sample.tutela";
    std::vector<std::string> arguments{
        "--register", made.string(), "--json", "sample", "--without-stories", "--seed", "7"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome outcome = runProgram(arguments);
    EXPECT_EQ(outcome.exit, 0) << outcome.out << outcome.err;
    return made;
}

} // namespace

TrainingOffice TrainingOffice::withSample()
{
    static const TemporaryFolder kFolder;
    static const std::filesystem::path kMade =
        makeSample(kFolder, {"--cases", "24", "--anchor", "2026-06-15"});
    return copyOf(kMade);
}

TrainingOffice TrainingOffice::withoutCases()
{
    static const TemporaryFolder kFolder;
    static const std::filesystem::path kMade =
        makeSample(kFolder, {"--cases", "0", "--anchor", "2024-04-06"});
    return copyOf(kMade);
}

TrainingOffice TrainingOffice::copyOf(const std::filesystem::path& file)
{
    TrainingOffice office;
    std::filesystem::copy_file(file, office.file());
    std::filesystem::copy_file(file.string() + ".head", office.file().string() + ".head");
    return office;
}

void TrainingOffice::day(const std::string& day)
{
    at(day + "T08:00:00Z");
}

Outcome TrainingOffice::as(const std::string& person, std::vector<std::string> verb, const std::string& input)
{
    std::vector<std::string> arguments{
        "--register", file().string(), "--as", person, "--password-fd", "3", "--json"};
    if (!m_at.empty())
        arguments.insert(arguments.end(), {"--at", m_at});
    m_at.clear();
    arguments.insert(arguments.end(), verb.begin(), verb.end());
    const auto own = m_passwords.find(person);
    return runProgram(
        arguments, (own == m_passwords.end() ? "arcadia-" + person : own->second) + "\n", input);
}

Outcome TrainingOffice::plain(std::vector<std::string> verb, const std::string& secrets)
{
    std::vector<std::string> arguments{"--register", file().string(), "--json"};
    if (!secrets.empty())
        arguments.insert(arguments.end(), {"--password-fd", "3"});
    arguments.insert(arguments.end(), verb.begin(), verb.end());
    return runProgram(arguments, secrets);
}

Outcome TrainingOffice::act(const std::string& person, const std::string& name, const std::string& caseId,
    const Json& data, std::vector<std::string> more)
{
    std::vector<std::string> verb{"act", name, "--data", "-"};
    if (!caseId.empty())
        verb.insert(verb.end(), {"--case", caseId});
    verb.insert(verb.end(), more.begin(), more.end());
    return as(person, std::move(verb), canonicalJson(data));
}

Json TrainingOffice::done(const std::string& person, const std::string& name, const std::string& caseId,
    const Json& data, std::vector<std::string> more)
{
    const Outcome outcome = act(person, name, caseId, data, std::move(more));
    EXPECT_EQ(outcome.exit, 0) << name << " by " << person << ": " << outcome.out << outcome.err;
    return outcome.json();
}

Json TrainingOffice::caseFile(const std::string& caseId, const std::string& person)
{
    const Outcome outcome = as(person, {"case", caseId});
    EXPECT_EQ(outcome.exit, 0) << outcome.out << outcome.err;
    return outcome.json();
}

Json TrainingOffice::clock(const std::string& caseId, const std::string& id)
{
    const Json clocks = as("coordinator", {"clocks", caseId}).json();
    if (!clocks.isArray())
        return {};
    for (const Json& clock : clocks.asArray()) {
        if (clock.text("id") == id)
            return clock;
    }
    return {};
}

std::int64_t TrainingOffice::streamSeq(const std::string& caseId)
{
    return caseFile(caseId).integer("stream_seq", -1);
}

std::vector<std::string> TrainingOffice::log()
{
    const Json rows = plain({"journal", "show", "--limit", "100000"}).json();
    EXPECT_TRUE(rows.isArray());
    std::vector<std::string> acts;
    if (rows.isArray()) {
        for (const Json& row : rows.asArray())
            acts.emplace_back(row.text("act"));
    }
    return acts;
}

std::int64_t TrainingOffice::entriesOf(const std::string& act)
{
    return std::ranges::count(log(), act);
}

std::int64_t TrainingOffice::size()
{
    return plain({"journal", "verify"}).json().integer("size", -1);
}

std::string TrainingOffice::caseAt(const std::string& step, const std::string& detectionKind)
{
    const Json list = as("coordinator", {"worklist", "--limit", "100"}).json();
    std::vector<std::string> found;
    for (const Json& row : list.items("rows")) {
        if (row.text("step") == step)
            found.emplace_back(row.text("case"));
    }
    std::ranges::sort(found);
    if (detectionKind.empty())
        return found.empty() ? std::string() : found.front();
    for (const std::string& caseId : found) {
        // The kind stands on the card of the act that opened the file.
        if (as("coordinator", {"case", caseId}).out.find(detectionKind) != std::string::npos)
            return caseId;
    }
    return {};
}

void TrainingOffice::expectClean()
{
    const Outcome doctor = plain({"doctor", "--deep"});
    EXPECT_EQ(doctor.exit, 0) << doctor.out;
    EXPECT_TRUE(doctor.json().flag("ok")) << doctor.out;
    const Outcome verified = plain({"journal", "verify", "--deep"});
    EXPECT_EQ(verified.exit, 0) << verified.out;
}

Json with(Json base, const Json& more)
{
    for (const auto& [name, value] : more.asObject()) {
        if (value.isNull())
            base.asObject().erase(name);
        else
            base.set(name, value);
    }
    return base;
}

std::string riskReport(const std::string& provider, const std::string& service)
{
    const std::string golden = readBytes(
        std::filesystem::path(TUTELA_SOURCE_DIR) / "tests/golden/filings/risk-report/complete.in.json");
    auto report = parseJson(golden, JsonLimits::forForeignData());
    EXPECT_TRUE(report.ok());
    Json value = std::move(report).value();
    Json named = *value.find("provider");
    named.set("name", provider);
    value.set("provider", named);
    Json services = *value.find("services");
    services.asArray().front().set("name", service);
    value.set("services", services);
    return prettyJson(value);
}

std::string implementationPlan(const std::string& caseId)
{
    std::string plan = readBytes(std::filesystem::path(TUTELA_SOURCE_DIR)
        / "tests/golden/filings/implementation-plan/complete.in.json");
    for (const auto& [place, text] : std::initializer_list<std::pair<std::string, std::string>>{
             {"EX-0001", caseId}, {"2031-07-15", "2026-10-09"}, {"2031-09-01", "2026-12-09"}})
        plan.replace(plan.find(place), place.size(), text);
    return plan;
}

std::string impactAssessment()
{
    return readBytes(std::filesystem::path(TUTELA_SOURCE_DIR) / "tests/golden/filings/dpia/complete.in.json");
}

} // namespace tutela::journey

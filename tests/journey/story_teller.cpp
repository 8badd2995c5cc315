#include "tests/journey/story_teller.h"

#include <algorithm>
#include <chrono>

#include <gtest/gtest.h>

namespace tutela::journey {

namespace {

using services::StoryAct;
using services::StoryContents;

/// The day from which the stories count theirs; the register of `withoutCases` lies 800 days before it.
constexpr Day kToday = std::chrono::sys_days{std::chrono::year{2026} / 6 / 15};

std::string onDay(std::int64_t day)
{
    return formatDay(kToday + std::chrono::days{day});
}

/// "E_GUARD_HEARD_FIRST" of "guard.heard-first".
std::string codeOf(std::string_view message)
{
    std::string code = "E_";
    for (const char c : message)
        code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : '_';
    return code;
}

/// Acts that take in a filing of the provider: the road in performs them.
bool isFiling(const StoryAct& act)
{
    return act.act == "file-report" || act.act == "record-plan";
}

} // namespace

std::string kindOf(const Json& file)
{
    const auto& cards = file.items("cards");
    for (const Json& field : cards.empty() ? Json::Array{} : cards.front().items("fields")) {
        if (field.text("label") == "Kind of order")
            return std::string(field.text("value"));
    }
    return std::string(file.text("kind"));
}

StoryTeller::StoryTeller(const services::StoryScript& script)
    : m_office(TrainingOffice::withoutCases())
    , m_story(script.id)
    , m_day(-800)
{
    const Outcome provider = m_office.as("registrar",
        {"provider", "add", script.provider, "--establishment", "1 Invented Street, Port Example, Arcadia",
            "--contact-point", "contact@provider.example", "--language", "en"});
    EXPECT_EQ(provider.exit, 0) << provider.out;
    m_provider.id = ProviderId(std::string(provider.json().text("provider")));
    m_provider.name = script.provider;
    for (const auto& [name, kind] : script.services) {
        const Outcome service = m_office.as(
            "registrar", {"service", "add", m_provider.id.text(), name, "--kind", std::string(toText(kind))});
        EXPECT_EQ(service.exit, 0) << service.out;
        m_provider.services.emplace_back(ServiceId(std::string(service.json().text("service"))), name);
    }
}

StoryTeller::StoryTeller(const StoryTeller& other)
    : services::StoryPlace(other)
    , m_office(TrainingOffice::copyOf(other.m_office.file()))
    , m_story(other.m_story)
    , m_provider(other.m_provider)
    , m_cases(other.m_cases)
    , m_day(other.m_day)
    , m_acts(other.m_acts)
{
}

bool StoryTeller::play(std::vector<StoryAct> acts)
{
    std::ranges::stable_sort(acts, {}, &StoryAct::day);
    for (const StoryAct& act : acts) {
        ++m_acts;
        const StoryContents contents = services::contentsOf(act, m_provider, kToday, *this);
        if (act.day != m_day)
            m_office.day(onDay(act.day));
        m_day = act.day;
        const Outcome outcome = isFiling(act) ? submit(act, contents) : perform(act, contents);
        if (!act.refused.empty() && outcome.errorCode() == codeOf(act.refused))
            continue;
        if (outcome.exit != 0 || !act.refused.empty()) {
            ADD_FAILURE() << m_story << ", act " << m_acts << " (" << act.act << " by " << act.person
                          << " on case " << act.caseName << ", " << onDay(act.day)
                          << "): " << (outcome.exit == 0 ? "not refused" : outcome.errorCode()) << "\n"
                          << outcome.out << outcome.err;
            return false;
        }
        const Json answer = outcome.json();
        const auto& cases = answer.items("cases");
        m_cases.emplace(act.caseName, cases.empty() ? answer.text("case") : cases.front().asString());
    }
    return true;
}

std::vector<std::string> StoryTeller::written(const StoryContents& contents)
{
    std::vector<std::string> paths;
    for (const interfaces::AttachedFile& attached : contents.files) {
        const std::filesystem::path path = m_office / attached.name;
        writeBytes(path, attached.bytes);
        paths.push_back(path.string());
    }
    return paths;
}

Outcome StoryTeller::perform(const StoryAct& act, const StoryContents& contents)
{
    std::vector<std::string> attached;
    for (const std::string& path : written(contents))
        attached.insert(attached.end(), {"--attach", path});
    return m_office.act(act.person, act.act, caseNumber(act.caseName), contents.data, attached);
}

Outcome StoryTeller::submit(const StoryAct& act, const StoryContents& contents)
{
    const std::vector<std::string> paths = written(contents);
    std::vector<std::string> verb{"submit", paths.at(0)};
    if (contents.data.find("received_at") != nullptr)
        verb.insert(verb.end(), {"--received", std::string(contents.data.text("received_at"))});
    for (const Json& service : contents.data.items("services"))
        verb.insert(verb.end(), {"--service", service.asString()});
    return m_office.as(act.person, std::move(verb));
}

void StoryTeller::comeToToday()
{
    m_day = 0;
    m_office.day(onDay(m_day));
}

Json StoryTeller::file(const std::string& caseName)
{
    return m_office.caseFile(caseNumber(caseName), "auditor");
}

std::set<std::string> StoryTeller::marksOf(const Json& file)
{
    std::set<std::string> marks{std::string(file.text("step"))};
    for (const Json& entry : file.items("entries")) {
        marks.emplace(entry.text("act"));
        marks.emplace(entry.text("to"));
    }
    const Outcome order = m_office.as("auditor", {"order", std::string(file.text("case"))});
    if (order.exit != 0)
        return marks;
    const Json answer = order.json();
    marks.emplace(answer.text("status"));
    const Json* sections = answer.find("sections");
    for (const Json& line : sections == nullptr ? Json::Array{} : sections->items("challenges")) {
        const std::string_view status = line.text("status");
        marks.emplace(status.substr(status.rfind('.') + 1));
    }
    return marks;
}

std::string StoryTeller::caseNumber(const std::string& caseName)
{
    const auto known = m_cases.find(caseName);
    return known == m_cases.end() ? std::string() : known->second;
}

std::vector<std::string> StoryTeller::documents(const std::string& caseName)
{
    std::vector<std::string> ids;
    const Json read = m_office.caseFile(caseNumber(caseName));
    for (const Json& document : read.items("access"))
        ids.emplace_back(document.text("document"));
    return ids;
}

std::vector<std::string> StoryTeller::letters(const std::string& caseName)
{
    std::vector<std::string> ids;
    const Json drafted = m_office.as("coordinator", {"letters", caseNumber(caseName)}).json();
    for (const Json& letter : drafted.isArray() ? drafted.asArray() : Json::Array{}) {
        if (letter.text("sender") == "authority")
            ids.emplace_back(letter.text("letter"));
    }
    return ids;
}

std::string StoryTeller::person(const std::string& signInName)
{
    const Json people = m_office.as("admin", {"person", "list"}).json();
    for (const Json& one : people.isArray() ? people.asArray() : Json::Array{}) {
        if (one.text("sign_in") == signInName)
            return std::string(one.text("person"));
    }
    return {};
}

} // namespace tutela::journey

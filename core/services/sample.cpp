#include "core/services/sample.h"

#include <array>

#include <fmt/format.h>

#include "core/services/create.h"
#include "core/services/directory_writes.h"
#include "core/services/guarded.h"
#include "core/services/people.h"
#include "core/services/sample_player.h"
#include "core/services/sample_stories.h"

namespace tutela::services {

namespace {

constexpr std::array<const char*, 10> kFirst{
    "Parley", "Lantern", "Pebble", "Quillo", "Murmur", "Tangle", "Harbour", "Sparrow", "Meadow", "Drift"};
constexpr std::array<const char*, 8> kSecond{
    "Chat", "Share", "Post", "Rooms", "Box", "Link", "Space", "Talk"};

/// The fictitious regulation applies so long before the register's today that some first assessments came in
/// time, some late, and some are still awaited.
constexpr std::chrono::days kAppliesSince{240};

SampleProvider bringProvider(SamplePlayer& player, std::int64_t number, std::optional<Day> offeredFrom)
{
    Register& target = player.target();
    Writing& writing = player.writingAs("registrar");
    const auto at = static_cast<std::size_t>(number);
    const std::string stem =
        fmt::format("{} {}", kFirst[at % kFirst.size()], kSecond[at / kFirst.size() % kSecond.size()]);
    const std::string suffix = number >= 80 ? fmt::format(" {}", number / 80 + 1) : std::string();
    SampleProvider provider;
    provider.name = fmt::format("{}{} Ltd (fictitious)", stem, suffix);
    provider.id = services::addProvider(target, writing, Role::Registrar,
        {provider.name, "1 Invented Street, Port Example, Arcadia",
            fmt::format("contact@provider-{}.example", number + 1), "en", {}, "XA"});
    const std::size_t services = number % 7 == 6 ? 3 : 1;
    for (std::size_t i = 0; i < services; ++i) {
        const std::string name = i == 0 ? fmt::format("{}{} Messages", stem, suffix)
                                        : fmt::format("{}{} {}", stem, suffix, i == 1 ? "Gallery" : "Forum");
        const ServiceKind kind = i == 0 ? ServiceKind::InterpersonalCommunications : ServiceKind::Hosting;
        const ServiceId id = services::addService(
            target, writing, Role::Registrar, provider.id, {name, kind, {}, offeredFrom});
        provider.services.emplace_back(id, name);
    }
    return provider;
}

/// The provider of a story with its services.
SampleProvider bringCast(SamplePlayer& player, const StoryScript& script)
{
    Register& target = player.target();
    Writing& writing = player.writingAs("registrar");
    SampleProvider provider;
    provider.name = script.provider;
    provider.id = services::addProvider(target, writing, Role::Registrar,
        {script.provider, "1 Invented Street, Port Example, Arcadia",
            fmt::format("contact@{}.example", script.id), "en", {}, "XA"});
    for (const auto& [name, kind] : script.services) {
        provider.services.emplace_back(
            services::addService(target, writing, Role::Registrar, provider.id, {name, kind, {}, {}}), name);
    }
    return provider;
}

void addPeople(Register& target)
{
    const auto& people = samplePeople();
    const auto first = target.session;
    std::vector<std::pair<PersonId, Role>> waiting;
    {
        Writing writing(target);
        for (const SamplePerson& person : people) {
            if (person.roles.front() == Role::Administrator)
                continue;
            const PersonId id = services::addPerson(
                target, writing, person.signInName, person.name, person.password, FirstPassword::Stays);
            for (const Role role : person.roles) {
                addGrant(target, writing, id, role, GrantState::Waiting);
                waiting.emplace_back(id, role);
            }
        }
        writing.finish();
    }
    auto second = openSession(target, people[1].signInName, people[1].password);
    if (!second)
        throw std::logic_error("the second administrator cannot sign in");
    target.session = std::move(second).value();
    Writing writing(target);
    for (const auto& [person, role] : waiting)
        confirmGrant(target, writing, person, {role, first->person.id, false});
    writing.finish();
    target.session = first;
}

} // namespace

const std::vector<SamplePerson>& samplePeople()
{
    static const std::vector<SamplePerson> people{
        {"admin", "Ada Ministra", {Role::Administrator}, "arcadia-admin"},
        {"admin-2", "Max Ministro", {Role::Administrator}, "arcadia-admin-2"},
        {"coordinator", "Cora Ordina", {Role::Coordinator}, "arcadia-coordinator"},
        {"coordinator-2", "Otto Ordino", {Role::Coordinator}, "arcadia-coordinator-2"},
        {"head", "Hedda Obermann", {Role::Head}, "arcadia-head"},
        {"registrar", "Reggie Strar", {Role::Registrar}, "arcadia-registrar"},
        {"judge", "Justa Bench", {Role::Judge}, "arcadia-judge"},
        {"judge-2", "Julius Gavel", {Role::Judge}, "arcadia-judge-2"},
        {"court-clerk", "Clark Docket", {Role::CourtClerk}, "arcadia-court-clerk"},
        {"dpa-officer", "Dana Protecta", {Role::DpaOfficer}, "arcadia-dpa-officer"},
        {"eu-centre", "Eugenia Centra", {Role::EuCentreLiaison}, "arcadia-eu-centre"},
        {"auditor", "Audra Trail", {Role::Auditor}, "arcadia-auditor"},
    };
    return people;
}

Result<SampleReport> createSample(
    const SamplePlan& plan, const std::function<void(std::int64_t done, std::int64_t total)>& progress)
{
    const auto& people = samplePeople();
    RegisterPlan registerPlan{.file = plan.file,
        .authority = "Coordinating Authority of Arcadia (fictitious)",
        .memberState = "XA",
        .zone = "Europe/Brussels",
        .contacts = {.authority = "Orders desk, orders@authority.example",
            .court = "District Court of Port Example (fictitious)",
            .courtAddress = "1 Example Square, Port Example",
            .euCentre = "indicators@eu-centre.example"},
        .administrators = {FirstAdministrator{people[0].signInName, people[0].name, people[0].password},
            FirstAdministrator{people[1].signInName, people[1].name, people[1].password}},
        .firstPasswords = FirstPassword::Stays,
        .training = true,
        .seed = plan.seed,
        .trainingNow = Instant{plan.anchor - std::chrono::days{800}} + std::chrono::hours{8}};
    auto made = createRegister(registerPlan);
    if (!made)
        return made.error();
    Register& target = *made.value();
    return guarded([&]() -> Result<SampleReport> {
        addPeople(target);
        SamplePlayer player(target);
        for (const SamplePerson& person : people)
            player.bring(person.signInName, person.password);
        recordApplicationDay(target, player.writingAs("head"), Role::Head, plan.anchor - kAppliesSince,
            "Assumed for training: the proposal is not in force");
        for (std::int64_t i = 0; i < plan.cases; ++i) {
            // Half of a small register are detection files, so that every stage is there; a fifth of a large
            // one.
            const bool detection = plan.cases <= 200 ? i % 2 == 1 : i % 5 == 4;
            const std::int64_t nth = plan.cases <= 200 ? i / 2 : i / 5;
            const Day offeredFrom = plan.anchor - std::chrono::days{detection ? 40 + i * 29 % 120 : 2000};
            const SampleProvider provider = bringProvider(player, i, offeredFrom);
            if (detection)
                planDetection(player, provider, nth, plan.anchor);
            else
                planAssessment(player, provider, plan.cases <= 200 ? nth : i, plan.anchor);
            if (progress)
                progress(i + 1, plan.cases);
        }
        std::vector<ToldStory> told(plan.stories == SampleStories::Told ? storyScripts().size() : 0);
        for (std::size_t i = 0; i < told.size(); ++i)
            planStory(player, storyScripts()[i], bringCast(player, storyScripts()[i]), plan.anchor, told[i]);
        player.playUntil(plan.anchor);
        return SampleReport{plan.cases, target.journal.size(), people, std::move(told)};
    });
}

} // namespace tutela::services

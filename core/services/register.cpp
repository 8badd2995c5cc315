#include "core/services/register.h"

#include <algorithm>

#include "core/base/json_parse.h"
#include "core/law/calendar.h"
#include "core/procedure/apply.h"
#include "core/services/rebuild.h"
#include "core/store/durable_file.h"
#include "core/store/head_file.h"
#include "core/store/migrations.h"

namespace tutela::services {

namespace {

[[noreturn]] void integrity(const std::string& id, const std::string& detail)
{
    throw store::StoreFailure(ErrorCode::Integrity, id, detail);
}

template <class T> T need(Result<T> result)
{
    if (!result)
        integrity(result.error().what.id, result.error().where);
    return std::move(result).value();
}

SigningPublicKey keyOf(const std::string& hex)
{
    const auto digest = digestFromHex(hex);
    if (!digest)
        integrity("register.broken-setting", "log_public_key");
    SigningPublicKey key;
    std::ranges::copy(*digest, key.bytes.begin());
    return key;
}

} // namespace

Register::Register(const std::filesystem::path& file, HeadCheck check)
    : engine(file, store::OpenMode::Existing)
    , m_file(file)
{
    store::removeLitterBeside(store::headPath(file));
    store::migrate(engine, store::OpenMode::Existing);
    load();
    bringUpToDate();
    fillDates();
    m_openedWithoutHead = !store::readHeadFile(file).has_value();
    if (check == HeadCheck::Skipped || m_openedWithoutHead)
        return;
    if (const std::string problem = headProblem(); !problem.empty())
        integrity(problem, store::headPath(file).filename().string());
}

Register::Register(const std::filesystem::path& file, Fresh)
    : engine(file, store::OpenMode::Create)
    , m_file(file)
{
    store::migrate(engine, store::OpenMode::Create);
}

void Register::bringUpToDate()
{
    if (!services.rebuildIsDue())
        return;
    store::Transaction transaction(engine);
    if (!services.rebuildIsDue())
        return; // another process was faster
    rebuildProjections(*this);
    services.rebuildIsDone();
    transaction.commit();
}

std::string Register::packOf(std::string_view setting)
{
    const auto seq = local.setting(setting);
    const auto content = seq ? vault.content(std::stoll(*seq)) : std::nullopt;
    if (!content)
        integrity("register.pack-missing", std::string(setting));
    return std::string(need(parseJson(content->bytes, JsonLimits::forOwnData())).text("pack"));
}

void Register::loadIdentity()
{
    const auto setting = [&](std::string_view name) {
        const auto value = local.setting(name);
        if (!value)
            integrity("register.broken-setting", std::string(name));
        return *value;
    };
    m_identity = {setting("store_id"), setting("origin"), setting("authority"), setting("member_state"),
        setting("zone"), setting("training") == "1", keyOf(setting("log_public_key"))};
    m_zone = need(law::Zone::named(m_identity.zone));
}

void Register::load()
{
    bootstrap(packOf("rulebook_seq"), packOf("calendar_seq"), packOf("institutions_calendar_seq"));
}

void Register::bootstrap(
    std::string_view rulebook, std::string_view authorityCalendar, std::string_view institutionsCalendar)
{
    loadIdentity();
    m_rulebook = need(law::Rulebook::parse(rulebook));
    m_acts = need(procedure::ActTable::load(m_rulebook->acts()));
    const auto calendarOf = [](std::string_view pack) {
        return need(law::Calendar::parse(need(parseJson(pack, JsonLimits::forOwnData()))));
    };
    m_packedCalendars = procedure::Calendars{calendarOf(authorityCalendar), calendarOf(institutionsCalendar)};
    m_calendars = m_packedCalendars;
    m_calendarsChangedAt = 0;
    refreshCalendars();
}

Instant Register::now()
{
    if (!m_identity.training)
        return SystemClock().now();
    const auto stored = local.setting("training_now");
    const auto now = stored ? parseInstant(*stored) : std::nullopt;
    if (!now)
        integrity("register.broken-setting", "training_now");
    return *now;
}

void Register::setTrainingClock(Instant to)
{
    local.setMoving("training_now", formatInstant(to));
}

access::RowSealer Register::sealer() const
{
    return {m_identity.origin, session->logKey.signer()};
}

std::vector<Role> Register::rolesOf(const PersonId& person)
{
    std::vector<Role> roles;
    for (const store::GrantRow& grant : directory.grants(person)) {
        if (grant.confirmed)
            roles.push_back(grant.role);
    }
    const bool isHead = std::ranges::find(roles, Role::Head) != roles.end();
    if (!roles.empty() && !isHead && actsAsHead(appointments.appointments(today()), person, today()))
        roles.push_back(Role::Head);
    return roles;
}

Role Register::sessionRole()
{
    const auto roles = rolesOf(session->person.id);
    return roles.empty() ? Role::Coordinator : roles.front();
}

std::optional<Actor> Register::actor()
{
    if (!session || session->mustChangePassword)
        return std::nullopt;
    const auto person = directory.person(session->person.id);
    if (!person || person->disabled)
        return std::nullopt;
    refreshCalendars();
    return Actor{person->id, rolesOf(person->id)};
}

Error Register::noActor()
{
    if (session && session->mustChangePassword)
        return {.code = ErrorCode::SignIn,
            .what = {"sign-in.change-first", {}},
            .hint = Message{"sign-in.change-first.hint", {}}};
    return {.code = ErrorCode::SignIn, .what = {"sign-in.needed", {}}};
}

std::optional<Register::LoadedCase> Register::loadCase(const CaseId& id)
{
    std::vector<Entry> entries = journal.stream("case/" + id.text());
    if (entries.empty())
        return std::nullopt;
    CaseFile file = procedure::fold(id, entries);
    return LoadedCase{std::move(file), std::move(entries)};
}

std::string Register::headProblem()
{
    const auto text = store::readHeadFile(m_file);
    if (!text)
        return "head.missing";
    const auto head = journal::parseHead(*text);
    if (!head)
        return "head.broken";
    if (head.value().logKey != m_identity.logKey || head.value().checkpoint.origin != m_identity.origin)
        return "head.other-register";
    const auto note = journal.lastCheckpoint();
    if (!note)
        return "head.truncated";
    const auto last = journal::openCheckpoint(*note, m_identity.origin, m_identity.logKey);
    if (!last)
        return "head.broken-checkpoint";
    switch (journal::compareWithHead(head.value().checkpoint, last.value(), journal.nodeReader())) {
    case journal::HeadFit::Same:
    case journal::HeadFit::Ahead:
        return {};
    case journal::HeadFit::Truncated:
        return "head.truncated";
    case journal::HeadFit::Forked:
        return "head.forked";
    }
    return {};
}

} // namespace tutela::services

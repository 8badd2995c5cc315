#include "core/services/create.h"

#include <fmt/format.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/law/calendar.h"
#include "core/law/rulebook_pack.h"
#include "core/services/guarded.h"
#include "core/services/local_rows.h"
#include "core/services/writing.h"

namespace tutela::services {

namespace {

constexpr std::string_view kInstitutions = "EU-INSTITUTIONS";

/// The bytes of the embedded calendar of that id; of one that covers no year when there is none, so that
/// every date of the register is shown as unconfirmed.
std::string calendarPack(const std::string& id)
{
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (!file.path.starts_with("core/law/calendars/"))
            continue;
        const auto json = parseJson(file.text, JsonLimits::forOwnData());
        if (json && json.value().text("id") == id)
            return std::string(file.text);
    }
    const Json rule = Json::object({{"name", "New Year's Day"}, {"kind", "fixed"}, {"day", "01-01"},
        {"basis", "memory"}, {"source", "no list of holidays"}});
    return canonicalJson(Json::object({{"id", id}, {"name", id},
        {"covers", Json::object({{"from", 1900}, {"to", 1900}})}, {"rules", Json::array({rule})}}));
}

Result<Done> checkPlan(const RegisterPlan& plan)
{
    const auto bad = [](const char* id, const std::string& where) {
        return Error{.code = ErrorCode::BadInput, .what = {id, {{"value", where}}}, .where = where};
    };
    if (std::filesystem::exists(plan.file))
        return Error{.code = ErrorCode::Storage, .what = {"create.exists", {{"file", plan.file.string()}}}};
    if (plan.authority.empty())
        return bad("create.authority", plan.authority);
    if (plan.memberState.size() != 2)
        return bad("create.member-state", plan.memberState);
    if (!law::zoneExists(plan.zone))
        return bad("create.zone", plan.zone);
    if (plan.administrators[0].signInName == plan.administrators[1].signInName)
        return bad("create.two-administrators", plan.administrators[0].signInName);
    return Done{};
}

void storeIdentity(
    Register& target, const RegisterPlan& plan, const access::LogKey& key, const std::string& storeId)
{
    auto& local = target.local;
    const std::string origin = "tutela-" + storeId;
    const access::RowSealer sealer(origin, key.signer());
    local.set("store_id", storeId, sealer);
    local.set("origin", origin, sealer);
    local.set("authority", plan.authority, sealer);
    local.set("member_state", plan.memberState, sealer);
    local.set("zone", plan.zone, sealer);
    local.set("training", plan.training ? "1" : "0", sealer);
    local.set("log_public_key", toHex(key.publicKey().bytes), sealer);
    for (const auto& [name, value] : {std::pair("authority_contact", &plan.contacts.authority),
             {"court", &plan.contacts.court}, {"court_address", &plan.contacts.courtAddress},
             {"eu_centre_contact", &plan.contacts.euCentre}, {"dpa_address", &plan.contacts.dpa}}) {
        if (!value->empty())
            local.set(name, *value, sealer);
    }
    if (plan.training)
        local.setMoving("training_now", formatInstant(plan.trainingNow.value_or(SystemClock().now())));
    if (plan.seed) {
        local.set("seed", std::to_string(*plan.seed), sealer);
        local.setMoving("random_counter", "2"); // the store id and the log key were drawn
    }
}

} // namespace

Result<std::unique_ptr<Register>> createRegister(const RegisterPlan& plan)
{
    if (const auto checked = checkPlan(plan); !checked)
        return checked.error();
    const auto rulebook = law::Rulebook::embedded(plan.rulebook);
    if (!rulebook)
        return rulebook.error();
    return guarded([&]() -> Result<std::unique_ptr<Register>> {
        std::unique_ptr<RandomSource> random;
        if (plan.seed)
            random = std::make_unique<SeededRandom>(*plan.seed);
        else
            random = std::make_unique<SystemRandom>();
        std::array<std::uint8_t, 16> idBytes{};
        random->fill(idBytes);
        const access::Secret logSeed = access::Secret::draw(*random);
        auto target = std::make_unique<Register>(plan.file, Register::Fresh{});
        std::filesystem::permissions(
            plan.file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        target->session =
            std::make_shared<Session>(Session{store::PersonRow{PersonId("U-0001"), {}, {}, {}, {}, false},
                access::PersonKeys(logSeed), access::LogKey(logSeed), false});
        {
            store::Transaction transaction(target->engine);
            storeIdentity(*target, plan, target->session->logKey, toHex(idBytes));
            transaction.commit();
        }
        const std::string pack = law::rulebookPack(plan.rulebook).value();
        const std::string calendar = calendarPack(plan.memberState);
        const std::string institutions = calendarPack(std::string(kInstitutions));
        target->bootstrap(pack, calendar, institutions);
        Writing writing(*target);
        const auto adopt = [&](const char* act, const char* setting, const std::string& text) {
            NewEntry entry{.stream = "register", .act = act, .effect = act};
            entry.facts = Json::object({{"sha256", toHex(sha256(text))}});
            entry.content = Json::object({{"pack", text}});
            const EntrySeq seq = writing.append(std::move(entry)).entry.seq;
            target->local.set(setting, std::to_string(seq), target->sealer());
        };
        NewEntry opening{.stream = "register", .act = "open-register", .effect = "open-register"};
        opening.facts = Json::object(
            {{"member_state", plan.memberState}, {"zone", plan.zone}, {"training", plan.training},
                {"log_key", toHex(target->identity().logKey.bytes)}, {kRowsSealed, true}});
        opening.content = Json::object({{"authority", plan.authority}});
        static_cast<void>(writing.append(std::move(opening)));
        adopt("adopt-rulebook", "rulebook_seq", pack);
        adopt("adopt-calendar", "calendar_seq", calendar);
        adopt("adopt-calendar", "institutions_calendar_seq", institutions);
        for (const FirstAdministrator& administrator : plan.administrators) {
            const PersonId person = addPerson(*target, writing, administrator.signInName, administrator.name,
                administrator.password, plan.firstPasswords);
            addGrant(*target, writing, person, Role::Administrator, GrantState::Confirmed);
        }
        writing.finish();
        target->load();
        auto session =
            openSession(*target, plan.administrators[0].signInName, plan.administrators[0].password);
        if (!session)
            return session.error();
        target->session = std::move(session).value();
        return target;
    });
}

} // namespace tutela::services

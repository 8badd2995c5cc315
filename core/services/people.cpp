#include "core/services/people.h"

#include <fmt/format.h>

#include "core/access/lockout.h"
#include "core/access/password.h"
#include "core/base/json_parse.h"
#include "core/services/local_rows.h"

namespace tutela::services {

namespace {

access::PasswordCost costOf(const Register& target)
{
    return target.identity().training ? access::PasswordCost::forTraining() : access::PasswordCost::forUse();
}

Error signInRefused()
{
    return {.code = ErrorCode::SignIn, .what = {"sign-in.refused", {}}};
}

store::CredentialRow credentialOf(Register& target, Writing& writing, const PersonId& person,
    const access::Secret& seed, std::string_view password, const std::string& sealedLogKey,
    FirstPassword first)
{
    const access::PasswordRecipe recipe{access::drawPasswordSalt(writing.random()), costOf(target)};
    const access::Secret key = access::deriveKey(password, recipe.salt, recipe.cost);
    return {canonicalJson(recipe.toJson()), access::wrapSeed(seed, key, person.text(), writing.random()),
        sealedLogKey, first == FirstPassword::MustChange};
}

/// The old seed cannot be had without the old password: the person gets new keys, and the log key is sealed
/// to them. The entry is signed by whoever is signed in, so that the new keys follow from known ones.
access::PersonKeys giveNewKeys(Register& target, Writing& writing, store::PersonRow& person,
    std::string_view password, FirstPassword first, const char* act)
{
    const access::Secret seed = access::Secret::draw(writing.random());
    access::PersonKeys keys(seed);
    const Json publicKeys = keys.publicKeys().toJson();
    NewEntry entry{.stream = "person/" + person.id.text(), .act = act, .effect = "change-keys"};
    entry.facts = publicKeys;
    entry.binding = true;
    static_cast<void>(writing.append(std::move(entry)));
    const auto sealed = target.session->logKey.sealTo(keys.publicKeys().box, writing.random());
    if (!sealed)
        throw store::StoreFailure(ErrorCode::Integrity, sealed.error().what.id, person.id.text());
    person.signingKey = publicKeys.text("signing");
    person.boxKey = publicKeys.text("box");
    target.directory.project(person);
    target.local.setCredential(person.id,
        credentialOf(target, writing, person.id, seed, password, sealed.value(), first), person.signingKey,
        target.sealer());
    return keys;
}

access::Lockout lockoutOf(Register& target, const PersonId& person)
{
    return target.local.lockout(person).value_or(store::LockoutRow{}).lockout;
}

void recordFailure(Register& target, const PersonId& person)
{
    store::Transaction transaction(target.engine);
    target.local.raiseLockout(person, access::recordFailure(lockoutOf(target, person), SystemClock().now()));
    transaction.commit();
}

Error notTheirs(const PersonId& person)
{
    return localRowError({"credential", person.text()});
}

Result<access::Secret> seedOf(
    const store::CredentialRow& credential, const PersonId& person, std::string_view password)
{
    const auto json = parseJson(credential.recipe, JsonLimits::forOwnData());
    if (!json)
        return json.error();
    const auto recipe = access::PasswordRecipe::fromJson(json.value());
    if (!recipe)
        return recipe.error();
    const access::Secret key = access::deriveKey(password, recipe.value().salt, recipe.value().cost);
    return access::unwrapSeed(credential.wrappedSeed, key, person.text());
}

} // namespace

PersonId addPerson(Register& target, Writing& writing, std::string_view signInName, std::string_view name,
    std::string_view password, FirstPassword first)
{
    const PersonId id(fmt::format("U-{:04}", target.cases.nextNumber("U")));
    const access::Secret seed = access::Secret::draw(writing.random());
    const access::PersonKeys keys(seed);
    const Json publicKeys = keys.publicKeys().toJson();
    NewEntry entry{.stream = "person/" + id.text(), .act = "add-person", .effect = "add-person"};
    entry.facts = publicKeys;
    entry.content = Json::object({{"sign_in", signInName}, {"name", name}});
    static_cast<void>(writing.append(std::move(entry)));
    target.directory.project(store::PersonRow{id, std::string(signInName), std::string(name),
        std::string(publicKeys.text("signing")), std::string(publicKeys.text("box")), false});
    const auto sealed = target.session->logKey.sealTo(keys.publicKeys().box, writing.random());
    if (!sealed)
        throw store::StoreFailure(ErrorCode::Integrity, sealed.error().what.id, id.text());
    target.local.setCredential(id, credentialOf(target, writing, id, seed, password, sealed.value(), first),
        publicKeys.text("signing"), target.sealer());
    target.local.resetLockout(id, access::freshRatchet(writing.random()), target.sealer());
    return id;
}

void addGrant(Register& target, Writing& writing, const PersonId& person, Role role, GrantState state)
{
    NewEntry entry{.stream = "person/" + person.text(), .act = "grant-role", .effect = "grant-role"};
    entry.facts = Json::object({{"role", toText(role)}, {"confirmed", state == GrantState::Confirmed}});
    const Appended appended = writing.append(std::move(entry));
    target.directory.project(person, {role, appended.entry.actor, state == GrantState::Confirmed});
}

void confirmGrant(Register& target, Writing& writing, const PersonId& person, const store::GrantRow& grant)
{
    NewEntry entry{.stream = "person/" + person.text(), .act = "confirm-grant", .effect = "confirm-grant"};
    entry.facts = Json::object({{"role", toText(grant.role)}});
    static_cast<void>(writing.append(std::move(entry)));
    target.directory.project(person, {grant.role, grant.grantedBy, true});
}

Result<std::shared_ptr<Session>> openSession(
    Register& target, std::string_view signInName, std::string_view password)
{
    const auto person = target.directory.personBySignIn(signInName);
    const auto credential = person ? target.local.credential(person->id) : std::nullopt;
    if (!person || !credential || person->disabled) {
        // The same work as for a person that exists, so that time tells nothing about names.
        static_cast<void>(access::deriveKey(password, access::PasswordSalt{}, costOf(target)));
        return signInRefused();
    }
    if (const auto problems = localProblems(target, person->id); !problems.empty())
        return localRowError(problems.front());
    if (const auto may = access::mayTry(lockoutOf(target, person->id), SystemClock().now()); !may)
        return may.error();
    auto seed = seedOf(*credential, person->id, password);
    if (!seed) {
        recordFailure(target, person->id);
        return signInRefused();
    }
    access::PersonKeys keys(seed.value());
    auto logKey = access::LogKey::open(credential->sealedLogKey, keys);
    if (!logKey || logKey.value().publicKey() != target.identity().logKey
        || keys.publicKeys().toJson().text("signing") != person->signingKey)
        return notTheirs(person->id);
    return std::make_shared<Session>(
        Session{*person, std::move(keys), std::move(logKey).value(), credential->mustChange});
}

void changePassword(Register& target, Writing& writing, std::string_view password)
{
    Session& session = *target.session;
    session.keys =
        giveNewKeys(target, writing, session.person, password, FirstPassword::Stays, "change-keys");
    session.mustChangePassword = false;
}

void resetKeys(Register& target, Writing& writing, const store::PersonRow& person, std::string_view password)
{
    store::PersonRow changed = person;
    static_cast<void>(
        giveNewKeys(target, writing, changed, password, FirstPassword::MustChange, "reset-keys"));
    forgetFailures(target, writing, person.id);
}

void forgetFailures(Register& target, Writing& writing, const PersonId& person)
{
    const int failures = lockoutOf(target, person).failures;
    if (failures == 0)
        return;
    NewEntry entry{.stream = "register", .act = "refuse-sign-in", .effect = "refusal"};
    entry.role = target.sessionRole();
    entry.facts = Json::object({{"person", person.text()}, {"failures", failures}});
    static_cast<void>(writing.append(std::move(entry)));
    target.local.resetLockout(person, access::freshRatchet(writing.random()), target.sealer());
}

Result<Done> checkPassword(
    const Register& target, std::string_view password, std::string_view signInName, std::string_view name)
{
    const std::string_view own[] = {signInName, name, target.identity().authority};
    const auto objections = access::passwordObjections(password, own);
    if (objections.empty())
        return Done{};
    return Error{.code = ErrorCode::BadInput, .what = objections.front(), .where = "password"};
}

} // namespace tutela::services

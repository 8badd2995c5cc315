#include <algorithm>

#include "core/services/create.h"
#include "core/store/engine.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using People = SampleRegister;

constexpr const char* kPassword = "quiet-harbour-lantern-42";

TEST_F(People, SignInToANewRegister)
{
    RegisterPlan plan{.file = folder.file("new"),
        .authority = "Invented Authority (fictitious)",
        .memberState = "XA",
        .zone = "Europe/Brussels",
        .administrators = {FirstAdministrator{"first", "Prima Admina", kPassword},
            FirstAdministrator{"second", "Secunda Admina", "pebble-meadow-sparrow-17"}},
        .training = true};
    ASSERT_TRUE(createRegister(plan).ok());
    EXPECT_EQ(createRegister(plan).error().code, ErrorCode::Storage) << "never over another register";
    const auto office = open(plan.file);
    EXPECT_EQ(office->signIn().signIn("first", "wrong").error().code, ErrorCode::SignIn);
    const auto in = office->signIn().signIn("first", kPassword);
    ASSERT_TRUE(in.ok());
    EXPECT_EQ(in.value().roles, std::vector<Role>{Role::Administrator});
    EXPECT_TRUE(in.value().mustChangePassword) << "also in a training register";
    EXPECT_EQ(diagnosis(*office), "ok");
    plan.file = folder.file("zone");
    plan.zone = "Europe/Nowhere";
    EXPECT_EQ(createRegister(plan).error().code, ErrorCode::BadInput);
    EXPECT_FALSE(std::filesystem::exists(plan.file));
}

TEST_F(People, AreToldWhyALegalTextHasNoDetectionOrders)
{
    RegisterPlan plan{.file = folder.file("mandate"),
        .authority = "Invented Authority (fictitious)",
        .memberState = "XA",
        .zone = "Europe/Brussels",
        .rulebook = "council-2025-11",
        .administrators = {FirstAdministrator{"first", "Prima Admina", kPassword},
            FirstAdministrator{"second", "Secunda Admina", "pebble-meadow-sparrow-17"}},
        .training = true};
    ASSERT_TRUE(createRegister(plan).ok());
    const auto office = open(plan.file);
    ASSERT_TRUE(office->signIn().signIn("first", kPassword).ok());
    ASSERT_TRUE(office->signIn().changePassword(kPassword, "lantern-harbour-thistle-23").ok());
    const auto offers = office->cases().acts(std::nullopt).value();
    const auto opening = std::ranges::find(offers, "open-detection", &interfaces::ActOffer::act);
    ASSERT_NE(opening, offers.end());
    EXPECT_FALSE(opening->allowed);
    ASSERT_EQ(opening->whyNot.size(), 1U);
    EXPECT_EQ(opening->whyNot[0].text.id, "act.not-in-text");
    const auto others = std::ranges::count(offers, CaseKind::Detection, &interfaces::ActOffer::kind);
    EXPECT_EQ(others, 1) << "no act of a detection file is offered";
    for (const interfaces::ActOffer& offer : offers)
        EXPECT_TRUE(office->cases().actSchema(offer.act).ok()) << offer.act;
    const auto refused = office->cases().actSchema("send-draft");
    EXPECT_EQ(refused.error().what.id, "act.not-in-text");
    EXPECT_EQ(office->cases().actSchema("no-such-act").error().what.id, "act.unknown");
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(People, AreLockedOutAfterFiveWrongPasswords)
{
    const auto office = open(file);
    for (int failure = 0; failure < 5; ++failure) {
        const auto refused = office->signIn().signIn("coordinator", "wrong");
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().what.id, "sign-in.refused") << failure;
    }
    const auto locked = office->signIn().signIn("coordinator", "arcadia-coordinator");
    ASSERT_FALSE(locked.ok());
    EXPECT_EQ(locked.error().code, ErrorCode::SignIn);
    EXPECT_NE(locked.error().what.id, "sign-in.refused");
    EXPECT_FALSE(open(file)->signIn().signIn("coordinator", "arcadia-coordinator").ok())
        << "also from another process";
    EXPECT_TRUE(office->signIn().signIn("coordinator-2", "arcadia-coordinator-2").ok());
    // A name that does not exist is answered as a wrong password is.
    EXPECT_EQ(office->signIn().signIn("nobody", "wrong").error().what.id, "sign-in.refused");
}

/// What somebody does to the rows of the coordinator (U-0003) who can write the file but not sign in.
struct Edit {
    const char* what;
    const char* sql;
    const char* row;
};

void PrintTo(const Edit& edit, std::ostream* out)
{
    *out << edit.what;
}

class LocalRows : public SampleRegister, public ::testing::WithParamInterface<Edit> { };

TEST_P(LocalRows, ChangedInTheFileRefuseTheSignIn)
{
    for (int failure = 0; failure < 5; ++failure)
        static_cast<void>(open(file)->signIn().signIn("coordinator", "wrong"));
    store::Engine(file, store::OpenMode::Existing).script(GetParam().sql);
    const auto office = open(file);
    const auto refused = office->signIn().signIn("coordinator", "arcadia-coordinator");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Integrity);
    EXPECT_EQ(refused.error().where, GetParam().row);
    EXPECT_NE(diagnosis(*office).find(std::string("E_LOCAL ") + GetParam().row), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Each, LocalRows,
    ::testing::Values(
        Edit{"a lock lifted", "UPDATE lockout SET failures = 0, locked_until = NULL", "lockout/U-0003"},
        Edit{"the instant of a lock gone", "UPDATE lockout SET locked_until = NULL", "lockout/U-0003"},
        Edit{"an instant that is none", "UPDATE lockout SET locked_until = 'soon' WHERE failures > 0",
            "lockout/U-0003"},
        Edit{"the row of a lock gone", "DELETE FROM lockout WHERE person = 'U-0003'", "lockout/U-0003"},
        Edit{"the count of another person",
            "UPDATE lockout SET (failures, locked_until, link, last, seal) ="
            " (SELECT failures, locked_until, link, last, seal FROM lockout WHERE person = 'U-0004')"
            " WHERE person = 'U-0003'",
            "lockout/U-0003"},
        Edit{"a row without ratchet and seal",
            "UPDATE lockout SET failures = 0, locked_until = NULL, link = NULL, last = NULL, seal = NULL",
            "lockout/U-0003"},
        Edit{"a setting", "UPDATE setting SET value = 'Office of Somebody Else' WHERE name = 'authority'",
            "setting/authority"},
        Edit{"a password recipe", "UPDATE credential SET recipe = replace(recipe, '8388608', '8388609')",
            "credential/U-0003"}));

TEST_F(People, AnEarlierPasswordPutBackOpensNothing)
{
    store::Engine engine(file, store::OpenMode::Existing);
    engine.script("CREATE TEMP TABLE kept AS SELECT * FROM credential WHERE person = 'U-0003'");
    ASSERT_TRUE(openAs(file, "coordinator")->signIn().changePassword("arcadia-coordinator", kPassword).ok());
    engine.script(
        "DELETE FROM credential WHERE person = 'U-0003'; INSERT INTO credential SELECT * FROM kept");
    const auto refused = open(file)->signIn().signIn("coordinator", "arcadia-coordinator");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Integrity);
    EXPECT_EQ(refused.error().where, "credential/U-0003");
    EXPECT_EQ(diagnosis(*open(file)), "E_LOCAL credential/U-0003;");
}

TEST_F(People, WhoGuessedBeforeTheRightPasswordIsInTheLog)
{
    const auto office = open(file);
    for (int failure = 0; failure < 3; ++failure)
        static_cast<void>(office->signIn().signIn("coordinator", "wrong"));
    EXPECT_EQ(diagnosis(*office), "ok");
    const auto size = office->log().verify(interfaces::VerifyDepth::Fast).value().size;
    ASSERT_TRUE(office->signIn().signIn("coordinator", "arcadia-coordinator").ok());
    const auto rows = office->log().rows(size, 10).value();
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows.front().act, "refuse-sign-in");
    EXPECT_EQ(rows.front().stream, "register");
    ASSERT_TRUE(office->signIn().signIn("coordinator", "arcadia-coordinator").ok());
    EXPECT_EQ(office->log().rows(size, 10).value().size(), 1u) << "once";
    EXPECT_EQ(diagnosis(*office), "ok");
}

/// A register as the first version of the schema had it, with two wrong passwords of bob.
class OlderRegister : public SampleRegister {
protected:
    OlderRegister()
    {
        const std::string kept = std::string(TUTELA_SOURCE_DIR) + "/tests/golden/store/version-1.tutela";
        std::filesystem::copy_file(kept, older);
        std::filesystem::copy_file(store::headPath(kept), store::headPath(older));
    }

    std::filesystem::path older = folder.file("older-register");
};

TEST_F(OlderRegister, OpensAndIsSealedAtTheFirstSignIn)
{
    const auto office = open(older);
    EXPECT_EQ(diagnosis(*office), "ok");
    EXPECT_FALSE(office->signIn().signIn("bob", "wrong").ok()) << "the third";
    ASSERT_TRUE(office->signIn().signIn("ada", "quiet-harbour-lantern-42").ok());
    EXPECT_EQ(diagnosis(*office), "ok");
    store::Engine engine(older, store::OpenMode::Existing);
    EXPECT_EQ(engine.integer("SELECT count(*) FROM lockout WHERE seal IS NOT NULL"), 2);
    EXPECT_EQ(engine.integer("SELECT failures FROM lockout WHERE person = 'U-0002'"), 3);
    const auto size = office->log().verify(interfaces::VerifyDepth::Fast).value().size;
    EXPECT_EQ(office->log().rows(size - 1, 1).value().front().act, "seal-local-rows");
    ASSERT_TRUE(open(older)->signIn().signIn("ada", "quiet-harbour-lantern-42").ok());
    EXPECT_EQ(office->log().verify(interfaces::VerifyDepth::Fast).value().size, size) << "once";
}

TEST_F(OlderRegister, CannotBeMadeToLookUnsealedAgain)
{
    ASSERT_TRUE(open(older)->signIn().signIn("ada", "quiet-harbour-lantern-42").ok());
    store::Engine(older, store::OpenMode::Existing)
        .script("UPDATE setting SET seal = NULL; UPDATE credential SET seal = NULL; DELETE FROM lockout");
    EXPECT_EQ(
        open(older)->signIn().signIn("ada", "quiet-harbour-lantern-42").error().code, ErrorCode::Integrity);
    EXPECT_NE(diagnosis(*open(older)).find("E_LOCAL lockout/U-0001"), std::string::npos);
}

TEST_F(People, HaveARoleOnceASecondAdministratorConfirmedIt)
{
    const auto first = openAs(file, "admin");
    const auto id = first->people().addPerson("probe", "Prova Probe", kPassword);
    ASSERT_TRUE(id.ok());
    ASSERT_TRUE(first->people().grant(id.value(), Role::Coordinator).ok());
    const auto rolesNow = [&] { return open(file)->signIn().signIn("probe", kPassword).value().roles; };
    EXPECT_TRUE(rolesNow().empty());
    EXPECT_EQ(first->people().confirm(id.value(), Role::Coordinator).error().what.id,
        "people.second-administrator");
    const auto second = openAs(file, "admin-2");
    EXPECT_EQ(second->people().confirm(id.value(), Role::Head).error().what.id, "people.no-grant");
    ASSERT_TRUE(second->people().confirm(id.value(), Role::Coordinator).ok());
    EXPECT_EQ(rolesNow(), std::vector<Role>{Role::Coordinator});
    EXPECT_TRUE(open(file)->signIn().signIn("probe", kPassword).value().mustChangePassword);
    // Who asks and who decides are apart, and administrators work on no case.
    for (const Role role :
        {Role::Judge, Role::CourtClerk, Role::DpaOfficer, Role::EuCentreLiaison, Role::Administrator})
        EXPECT_EQ(first->people().grant(id.value(), role).error().what.id, "people.roles-apart")
            << toText(role);
    EXPECT_TRUE(first->people().grant(id.value(), Role::Registrar).ok());
    EXPECT_EQ(
        first->people().addPerson("probe", "Another", kPassword).error().what.id, "people.sign-in-taken");
    EXPECT_EQ(diagnosis(*first), "ok");
}

TEST_F(People, AreAdministeredByAdministratorsOnly)
{
    for (const char* person : {"coordinator", "head", "judge", "auditor"}) {
        const auto office = openAs(file, person);
        EXPECT_EQ(
            office->people().addPerson("probe", "Prova Probe", kPassword).error().code, ErrorCode::NotAllowed)
            << person;
        EXPECT_EQ(office->people().grant(PersonId("U-0003"), Role::Head).error().code, ErrorCode::NotAllowed)
            << person;
    }
    EXPECT_FALSE(open(file)->people().people().ok());
    const auto admin = openAs(file, "admin");
    EXPECT_EQ(admin->cases().perform(asking(CaseId("A-2026-0001"))).error().code, ErrorCode::NotAllowed);
}

TEST_F(People, RefusedAreInTheLogWithoutNames)
{
    const auto admin = openAs(file, "admin");
    auto next = admin->log().verify(interfaces::VerifyDepth::Fast).value().size;
    store::Engine engine(file, store::OpenMode::Existing);
    const auto expectLogged = [&](const char* act, const char* why, const char* about) {
        const auto rows = admin->log().rows(next, 10).value();
        ASSERT_EQ(rows.size(), 1u) << act;
        EXPECT_EQ(rows.front().act, "refusal");
        EXPECT_EQ(rows.front().stream, "register");
        const std::string body =
            engine.text("SELECT CAST(bytes AS TEXT) FROM body WHERE seq = $1", {next}).value();
        for (const std::string& part : {std::string("\"act\":\"") + act, std::string("\"why\":\"") + why})
            EXPECT_NE(body.find(part), std::string::npos) << body;
        EXPECT_NE(body.find(about), std::string::npos) << body;
        EXPECT_EQ(body.find("Somebody"), std::string::npos) << body;
        ++next;
    };
    EXPECT_FALSE(admin->people().grant(PersonId("U-0003"), Role::Judge).ok());
    expectLogged("grant-role", "people.roles-apart", "\"role\":\"judge\"");
    EXPECT_FALSE(admin->people().addPerson("coordinator", "Somebody", kPassword).ok());
    expectLogged("add-person", "people.sign-in-taken", "");
    const auto judge = openAs(file, "judge");
    EXPECT_FALSE(judge->people().grant(PersonId("U-0003"), Role::Head).ok());
    expectLogged("grant-role", "refusal.not-allowed", "\"person\":\"U-0003\"");
    EXPECT_FALSE(judge->people().grant(PersonId("Somebody"), Role::Head).ok());
    expectLogged("grant-role", "refusal.not-allowed", "");
    EXPECT_FALSE(judge->providers().addProvider({.name = "Somebody"}).ok());
    expectLogged("add-provider", "refusal.not-allowed", "");
    EXPECT_FALSE(judge->intake().receive({.fileName = "Somebody", .bytes = "{}"}).ok());
    expectLogged("file-report", "refusal.not-allowed", "");
    EXPECT_EQ(diagnosis(*admin), "ok");
}

TEST_F(People, WithAFirstPasswordDoAndReadNothing)
{
    const auto admin = openAs(file, "admin");
    const auto id = admin->people().addPerson("probe", "Prova Probe", kPassword).value();
    ASSERT_TRUE(admin->people().grant(id, Role::Coordinator).ok());
    ASSERT_TRUE(openAs(file, "admin-2")->people().confirm(id, Role::Coordinator).ok());
    const auto office = open(file);
    ASSERT_TRUE(office->signIn().signIn("probe", kPassword).value().mustChangePassword);
    const CaseId caseId = underReview(*openAs(file, "coordinator"));
    const auto expectRefused = [](const auto& result, const char* what) {
        ASSERT_FALSE(result.ok()) << what;
        EXPECT_EQ(result.error().code, ErrorCode::SignIn) << what;
        EXPECT_EQ(result.error().what.id, "sign-in.change-first") << what;
        EXPECT_TRUE(result.error().hint.has_value()) << what;
    };
    expectRefused(office->cases().open(caseId, {}), "open");
    expectRefused(office->cases().acts(caseId), "acts");
    expectRefused(office->cases().preview(asking(caseId)), "preview");
    expectRefused(office->cases().perform(asking(caseId)), "perform");
    expectRefused(office->cases().order(caseId), "order");
    expectRefused(office->cases().document(DocumentId("DOC-000001")), "document");
    expectRefused(office->worklist().page({}), "worklist");
    expectRefused(office->search().search("lantern", 5), "search");
    expectRefused(office->intake().filing(DocumentId("DOC-000001")), "filing");
    expectRefused(office->own().drafts(), "drafts");
    expectRefused(office->intake().receive({.bytes = "{}"}), "receive");
    expectRefused(office->providers().providers(), "providers");
    expectRefused(office->people().people(), "people");
    EXPECT_EQ(office->clock().nextDeadline(), std::nullopt);
    ASSERT_TRUE(office->signIn().changePassword(kPassword, "pebble-meadow-sparrow-17").ok());
    EXPECT_TRUE(office->cases().open(caseId, {}).ok());
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(People, ADisabledPersonSignsInNoMore)
{
    const auto admin = openAs(file, "admin");
    EXPECT_EQ(
        admin->people().disable(admin->signIn().signedIn()->person).error().what.id, "people.not-oneself");
    const auto coordinator = openAs(file, "coordinator");
    const CaseId id = underReview(*coordinator);
    ASSERT_TRUE(admin->people().disable(coordinator->signIn().signedIn()->person).ok());
    EXPECT_FALSE(open(file)->signIn().signIn("coordinator", "arcadia-coordinator").ok());
    EXPECT_FALSE(coordinator->cases().perform(asking(id)).ok())
        << "who is still signed in acts no more either";
}

TEST_F(People, ChangeAndLosePasswordsAndTheRegisterStaysWhole)
{
    const auto office = openAs(file, "coordinator");
    EXPECT_EQ(office->signIn().changePassword("wrong", kPassword).error().code, ErrorCode::SignIn);
    EXPECT_EQ(
        office->signIn().changePassword("arcadia-coordinator", "short").error().code, ErrorCode::BadInput);
    ASSERT_TRUE(office->signIn().changePassword("arcadia-coordinator", kPassword).ok());
    EXPECT_FALSE(open(file)->signIn().signIn("coordinator", "arcadia-coordinator").ok());
    EXPECT_TRUE(open(file)->signIn().signIn("coordinator", kPassword).ok());
    EXPECT_TRUE(office->cases().perform(asking(underReview(*office))).ok()) << "the new keys sign";
    EXPECT_EQ(diagnosis(*office), "ok");
    const auto admin = openAs(file, "admin");
    const PersonId judge = open(file)->signIn().signIn("judge", "arcadia-judge").value().person;
    ASSERT_TRUE(admin->people().resetPassword(judge, "pebble-meadow-sparrow-17").ok());
    const auto again = open(file)->signIn().signIn("judge", "pebble-meadow-sparrow-17");
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(again.value().mustChangePassword);
    EXPECT_EQ(diagnosis(*admin), "ok");
}

} // namespace

} // namespace tutela::services

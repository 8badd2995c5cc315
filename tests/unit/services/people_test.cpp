#include "core/services/create.h"
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
    EXPECT_EQ(diagnosis(*office), "ok");
    plan.file = folder.file("zone");
    plan.zone = "Europe/Nowhere";
    EXPECT_EQ(createRegister(plan).error().code, ErrorCode::BadInput);
    EXPECT_FALSE(std::filesystem::exists(plan.file));
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

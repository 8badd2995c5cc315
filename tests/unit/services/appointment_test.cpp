#include <algorithm>

#include <gmock/gmock.h>

#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using interfaces::AppointmentRequest;
using std::chrono::days;

/// On a register with a case at every stage.
class Appointments : public SampleRegister {
protected:
    Appointments()
    {
        static const tutela::testing::ScratchFolder kFolder;
        static const bool kMade = [] {
            return createSample({.file = kFolder.file("larger"),
                                    .cases = 24,
                                    .seed = 7,
                                    .anchor = parseDay("2026-06-15").value()})
                .ok();
        }();
        EXPECT_TRUE(kMade);
        file = folder.file("larger");
        std::filesystem::copy_file(kFolder.file("larger"), file);
        std::filesystem::copy_file(store::headPath(kFolder.file("larger")), store::headPath(file));
    }

    static PersonId idOf(interfaces::Office& office, const std::string& signIn)
    {
        for (const auto& person : office.appointments().colleagues().value()) {
            if (person.signInName == signIn)
                return person.id;
        }
        throw std::runtime_error("no colleague " + signIn);
    }

    /// A case that waits for the head's approval.
    static std::optional<CaseId> forApproval(interfaces::Office& office)
    {
        const auto rows = office.worklist().page({.waitingFor = WaitingFor::Head, .limit = 100}).value().rows;
        return rows.empty() ? std::nullopt : std::optional(rows.front().caseId);
    }

    static bool mayApprove(interfaces::Office& office, const CaseId& id)
    {
        const auto offers = office.cases().acts(id).value();
        const auto approve = std::ranges::find(offers, "approve", &interfaces::ActOffer::act);
        return approve != offers.end() && approve->allowed;
    }

    /// Appoints somebody as acting head by two administrators.
    void appointActingHead(const std::string& person, Day from, Day to)
    {
        const auto first = openAs(file, "admin");
        const auto id = first->appointments().appoint({.kind = AppointmentKind::ActingHead,
            .person = idOf(*first, person),
            .firstDay = from,
            .lastDay = to});
        ASSERT_TRUE(id.ok()) << id.error().what.id;
        const auto second = openAs(file, "admin-2");
        ASSERT_TRUE(second->appointments().confirmAppointment(id.value()).ok());
    }
};

TEST_F(Appointments, OfAnActingHeadCountOnceASecondAdministratorConfirmed)
{
    const auto admin = openAs(file, "admin");
    const Day today = admin->clock().today();
    const PersonId registrar = idOf(*admin, "registrar");
    const auto id = admin->appointments().appoint({.kind = AppointmentKind::ActingHead,
        .person = registrar,
        .firstDay = today,
        .lastDay = today + days{5}});
    ASSERT_TRUE(id.ok());
    const auto roles = [&] { return openAs(file, "registrar")->signIn().signedIn()->roles; };
    EXPECT_THAT(roles(), ::testing::Not(::testing::Contains(Role::Head)));
    EXPECT_EQ(
        admin->appointments().confirmAppointment(id.value()).error().what.id, "people.second-administrator");
    EXPECT_FALSE(openAs(file, "registrar")->appointments().confirmAppointment(id.value()).ok());
    EXPECT_FALSE(openAs(file, "head")->appointments().confirmAppointment(id.value()).ok());
    ASSERT_TRUE(openAs(file, "admin-2")->appointments().confirmAppointment(id.value()).ok());
    EXPECT_THAT(roles(), ::testing::Contains(Role::Head));
    EXPECT_EQ(diagnosis(*admin), "ok");
}

TEST_F(Appointments, OfAnActingHeadBeginAndEndWithTheirDays)
{
    const auto coordinator = openAs(file, "coordinator");
    const auto waiting = forApproval(*coordinator);
    ASSERT_TRUE(waiting.has_value());
    const Day today = coordinator->clock().today();
    appointActingHead("registrar", today + days{1}, today + days{3});
    const auto acting = openAs(file, "registrar");
    for (const auto& [ahead, may] : {std::pair{0, false}, {1, true}, {3, true}, {4, false}}) {
        const Instant noon = Instant(today + days{ahead}) + std::chrono::hours{12};
        ASSERT_TRUE(acting->clock().advanceTo(noon).ok());
        EXPECT_EQ(mayApprove(*acting, *waiting), may) << ahead;
    }
    EXPECT_EQ(diagnosis(*acting), "ok");
}

TEST_F(Appointments, NeverLetTheDrafterApprove)
{
    const auto coordinator = openAs(file, "coordinator");
    const auto waiting = forApproval(*coordinator);
    ASSERT_TRUE(waiting.has_value());
    const PersonId drafter = coordinator->cases().open(*waiting, {}).value().file.request->drafter;
    const Day today = coordinator->clock().today();
    for (const char* name : {"coordinator", "coordinator-2"})
        appointActingHead(name, today, today + days{2});
    for (const char* name : {"coordinator", "coordinator-2"}) {
        const auto office = openAs(file, name);
        const bool drafted = office->signIn().signedIn()->person == drafter;
        EXPECT_EQ(mayApprove(*office, *waiting), !drafted) << name;
        if (!drafted)
            continue;
        const auto refused =
            office->cases().perform({.act = "approve", .caseId = *waiting, .data = Json::object({})});
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().what.id, "guard.not-the-drafter");
    }
}

TEST_F(Appointments, NameTheRoleThatNobodyFills)
{
    const auto head = openAs(file, "head");
    const Day today = head->clock().today();
    const auto waiting = forApproval(*openAs(file, "coordinator"));
    ASSERT_TRUE(waiting.has_value());
    const auto said = [&] {
        const auto office = openAs(file, "coordinator-2");
        const auto page = office->worklist().page({}).value();
        const auto banner = office->cases().open(*waiting, {}).value().banner;
        EXPECT_EQ(page.missing.empty(), banner.missing.empty());
        return page.missing.empty() ? Message{} : page.missing.front();
    };
    EXPECT_EQ(said().id, "");
    ASSERT_TRUE(head->appointments()
                    .appoint({.kind = AppointmentKind::Absence,
                        .person = head->signIn().signedIn()->person,
                        .firstDay = today,
                        .lastDay = today + days{9}})
                    .ok());
    EXPECT_EQ(said(), (Message{"appointment.no-head-until", {{"until", today + days{9}}}}));
    appointActingHead("registrar", today + days{4}, today + days{9});
    EXPECT_EQ(said(), (Message{"appointment.no-head-until", {{"until", today + days{3}}}}));
    ASSERT_TRUE(head->clock().advanceTo(Instant(today + days{4}) + std::chrono::hours{12}).ok());
    EXPECT_EQ(said().id, "");
}

TEST_F(Appointments, OfASubstituteShowTheFilesOfWhoIsAway)
{
    const auto other = openAs(file, "coordinator-2");
    const auto coordinator = openAs(file, "coordinator");
    const PersonId cora = coordinator->signIn().signedIn()->person;
    const PersonId otto = other->signIn().signedIn()->person;
    const Day today = other->clock().today();
    const auto mine = [&] {
        return other->calendar()
            .dates({.from = today - days{900}, .to = today + days{900}, .onlyMine = true})
            .value()
            .size();
    };
    const auto before = mine();
    ASSERT_TRUE(coordinator->appointments()
                    .appoint({.kind = AppointmentKind::Substitute,
                        .person = otto,
                        .standsFor = cora,
                        .firstDay = today,
                        .lastDay = today + days{10}})
                    .ok());
    EXPECT_GT(mine(), before);
    const auto page = other->worklist().page({.responsible = cora, .limit = 500}).value();
    ASSERT_EQ(page.standsInFor.size(), 1U);
    EXPECT_EQ(page.standsInFor.front().person, cora);
    ASSERT_FALSE(page.rows.empty());
    for (const auto& row : page.rows)
        EXPECT_TRUE(row.standsIn) << row.caseId.text();
    EXPECT_EQ(
        page.rows.size(), coordinator->worklist().page({.onlyMine = true, .limit = 500}).value().rows.size());
    EXPECT_EQ(diagnosis(*other), "ok");
}

TEST_F(Appointments, SayOnTheCaseThatTheResponsiblePersonIsAwayUntilSomebodyStandsIn)
{
    const auto coordinator = openAs(file, "coordinator");
    const PersonId cora = coordinator->signIn().signedIn()->person;
    const Day today = coordinator->clock().today();
    const auto own = coordinator->worklist().page({.onlyMine = true}).value().rows;
    ASSERT_FALSE(own.empty());
    const auto missing = [&] {
        std::vector<std::string> ids;
        for (const Message& message :
            coordinator->cases().open(own.front().caseId, {}).value().banner.missing)
            ids.push_back(message.id);
        return ids;
    };
    EXPECT_THAT(missing(), ::testing::IsEmpty());
    ASSERT_TRUE(coordinator->appointments()
                    .appoint({.kind = AppointmentKind::Absence,
                        .person = cora,
                        .firstDay = today,
                        .lastDay = today + days{3}})
                    .ok());
    EXPECT_THAT(missing(), ::testing::ElementsAre("appointment.responsible-away"));
    ASSERT_TRUE(coordinator->appointments()
                    .appoint({.kind = AppointmentKind::Substitute,
                        .person = idOf(*coordinator, "coordinator-2"),
                        .standsFor = cora,
                        .firstDay = today,
                        .lastDay = today + days{3}})
                    .ok());
    EXPECT_THAT(missing(), ::testing::IsEmpty());
}

TEST_F(Appointments, AreRefusedToWhoMayNotMakeThem)
{
    const auto admin = openAs(file, "admin");
    const Day today = admin->clock().today();
    const auto id = [&](const char* name) { return idOf(*admin, name); };
    const auto request = [&](AppointmentKind kind, const char* person, const char* standsFor = nullptr) {
        AppointmentRequest made{
            .kind = kind, .person = id(person), .firstDay = today, .lastDay = today + days{1}};
        if (standsFor != nullptr)
            made.standsFor = id(standsFor);
        return made;
    };
    AppointmentRequest reversed = request(AppointmentKind::Absence, "coordinator");
    reversed.lastDay = today - days{1};
    AppointmentRequest backdated = request(AppointmentKind::ActingHead, "registrar");
    backdated.firstDay = today - days{1};
    AppointmentRequest endless = request(AppointmentKind::Absence, "coordinator");
    endless.lastDay = today + days{900};

    struct Row {
        const char* by;
        AppointmentRequest request;
        ErrorCode code;
    };

    const Row rows[] = {
        {"coordinator", request(AppointmentKind::ActingHead, "coordinator"), ErrorCode::NotAllowed},
        {"head", request(AppointmentKind::ActingHead, "registrar"), ErrorCode::NotAllowed},
        {"admin", request(AppointmentKind::ActingHead, "admin-2"), ErrorCode::Refused},
        {"admin", request(AppointmentKind::ActingHead, "head"), ErrorCode::Refused},
        {"admin", backdated, ErrorCode::BadInput},
        {"coordinator", request(AppointmentKind::Absence, "coordinator-2"), ErrorCode::NotAllowed},
        {"coordinator", reversed, ErrorCode::BadInput},
        {"coordinator", endless, ErrorCode::BadInput},
        {"coordinator", request(AppointmentKind::Substitute, "coordinator", "coordinator-2"),
            ErrorCode::NotAllowed},
        {"registrar", request(AppointmentKind::Substitute, "registrar", "coordinator"), ErrorCode::Refused},
        {"registrar", request(AppointmentKind::Substitute, "coordinator", "coordinator"), ErrorCode::Refused},
        {"registrar", request(AppointmentKind::Substitute, "coordinator"), ErrorCode::Refused},
    };
    for (std::size_t at = 0; at < std::size(rows); ++at) {
        const auto refused = openAs(file, rows[at].by)->appointments().appoint(rows[at].request);
        ASSERT_FALSE(refused.ok()) << at;
        EXPECT_EQ(refused.error().code, rows[at].code) << at << " " << refused.error().what.id;
    }
    const auto judge = openAs(file, "judge");
    EXPECT_EQ(judge->appointments().appointments(true).error().code, ErrorCode::NotAllowed);
    EXPECT_EQ(judge->appointments().appoint(request(AppointmentKind::Absence, "coordinator")).error().code,
        ErrorCode::NotAllowed);
    EXPECT_EQ(diagnosis(*admin), "ok");
}

TEST_F(Appointments, ThatAreEndedCountNoMore)
{
    const auto coordinator = openAs(file, "coordinator");
    const Day today = coordinator->clock().today();
    appointActingHead("registrar", today, today + days{9});
    const auto acting = openAs(file, "registrar");
    EXPECT_THAT(acting->signIn().signedIn()->roles, ::testing::Contains(Role::Head));
    const auto admin = openAs(file, "admin");
    const auto listed = admin->appointments().appointments(false).value();
    ASSERT_EQ(listed.size(), 1U);
    const std::int64_t id = listed.front().appointment.id;
    EXPECT_EQ(coordinator->appointments().endAppointment(id).error().code, ErrorCode::NotAllowed);
    ASSERT_TRUE(admin->appointments().endAppointment(id).ok());
    EXPECT_THAT(acting->signIn().signedIn()->roles, ::testing::Not(::testing::Contains(Role::Head)));
    EXPECT_EQ(admin->appointments().endAppointment(id).error().code, ErrorCode::Refused);
    EXPECT_EQ(admin->appointments().appointments(true).value().size(), 1U);
    EXPECT_EQ(diagnosis(*admin), "ok");
}

} // namespace

} // namespace tutela::services

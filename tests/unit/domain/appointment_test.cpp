#include "core/domain/appointment.h"

#include <gtest/gtest.h>

namespace tutela {

namespace {

Day on(int day)
{
    return parseDay("2026-06-01").value() + std::chrono::days{day - 1};
}

Appointment made(AppointmentKind kind, const char* person, int first, int last, bool confirmed = true)
{
    return {.kind = kind,
        .person = PersonId(person),
        .firstDay = on(first),
        .lastDay = on(last),
        .confirmed = confirmed};
}

TEST(Appointment, CountsOnItsFirstAndItsLastDayAndOnNoOther)
{
    const Appointment one = made(AppointmentKind::ActingHead, "U-1", 3, 5);
    for (const auto& [day, counts] : {std::pair{2, false}, {3, true}, {4, true}, {5, true}, {6, false}})
        EXPECT_EQ(actsAsHead(std::vector{one}, PersonId("U-1"), on(day)), counts) << day;
    EXPECT_FALSE(actsAsHead(std::vector{one}, PersonId("U-2"), on(4)));
    EXPECT_FALSE(actsAsHead(
        std::vector{made(AppointmentKind::ActingHead, "U-1", 3, 5, false)}, PersonId("U-1"), on(4)));
    EXPECT_FALSE(isAbsent(std::vector{one}, PersonId("U-1"), on(4)));
}

TEST(Appointment, NamesEachCoordinatorStoodInForOnce)
{
    std::vector<Appointment> all;
    for (const char* other : {"U-3", "U-2", "U-3"}) {
        all.push_back(made(AppointmentKind::Substitute, "U-1", 1, 9));
        all.back().standsFor = PersonId(other);
    }
    EXPECT_EQ(standsInFor(all, PersonId("U-1"), on(5)), (std::vector{PersonId("U-2"), PersonId("U-3")}));
    EXPECT_TRUE(standsInFor(all, PersonId("U-1"), on(10)).empty());
}

struct UnfilledRow {
    const char* why;
    std::vector<PersonId> holders;
    std::vector<Appointment> appointments;
    std::optional<Day> until;
};

TEST(Appointment, SaysUntilWhenARoleIsUnfilled)
{
    const PersonId head("U-1");
    const auto away = [](int first, int last) { return made(AppointmentKind::Absence, "U-1", first, last); };
    const auto acts = [](int first, int last) {
        return made(AppointmentKind::ActingHead, "U-2", first, last);
    };
    const UnfilledRow rows[] = {
        {"the head is there", {head}, {}, std::nullopt},
        {"the head is away", {head}, {away(1, 9)}, on(9)},
        {"absences that follow each other", {head}, {away(1, 9), away(10, 12)}, on(12)},
        {"somebody acts", {head}, {away(1, 9), acts(1, 9)}, std::nullopt},
        {"somebody acts later", {head}, {away(1, 9), acts(7, 9)}, on(6)},
        {"who acts is away too", {head},
            {away(1, 9), acts(1, 9), made(AppointmentKind::Absence, "U-2", 1, 6)}, on(6)},
        {"the acting one is not confirmed", {head},
            {away(1, 9), made(AppointmentKind::ActingHead, "U-2", 1, 9, false)}, on(9)},
        {"a second head is there", {head, PersonId("U-3")}, {away(1, 9)}, std::nullopt},
        {"no head at all", {}, {}, Day::max()},
        {"no head, somebody acts", {}, {acts(1, 9)}, std::nullopt},
    };
    for (const UnfilledRow& row : rows)
        EXPECT_EQ(unfilledUntil(row.appointments, row.holders, AppointmentKind::ActingHead, on(5)), row.until)
            << row.why;
}

} // namespace

} // namespace tutela

#pragma once

#include "core/interfaces/office.h"
#include "core/services/desks.h"
#include "core/services/register.h"

namespace tutela::services {

class CalendarService final : public interfaces::CalendarDesk {
public:
    CalendarService(Register& target, ChangeNews& news)
        : m_register(target)
        , m_news(news)
    {
    }

    [[nodiscard]] Result<std::vector<interfaces::CalendarDate>> dates(
        const interfaces::DatesQuery& query) override;
    [[nodiscard]] Result<std::vector<interfaces::NamedDay>> daysOff(Day from, Day to) override;
    [[nodiscard]] bool isCovered(Day day) override;
    [[nodiscard]] Result<std::string> exportCalendar(const std::optional<CaseId>& caseId) override;
    [[nodiscard]] Result<std::vector<interfaces::DeskLoad>> load(const interfaces::LoadQuery& query) override;
    [[nodiscard]] Result<interfaces::WeekLoad> loadAround(
        const std::optional<PersonId>& person, Day day) override;
    [[nodiscard]] Result<std::vector<interfaces::AdditionView>> additions() override;
    [[nodiscard]] Result<interfaces::CalendarPreview> previewAddition(
        const CalendarAddition& addition) override;
    [[nodiscard]] Result<interfaces::CalendarPreview> previewWithdrawal(std::int64_t id) override;
    [[nodiscard]] Result<std::int64_t> addToCalendar(const CalendarAddition& addition) override;
    [[nodiscard]] Result<Done> withdrawAddition(std::int64_t id, const std::string& reason) override;

private:
    Register& m_register;
    ChangeNews& m_news;
};

class AppointmentService final : public interfaces::AppointmentDesk {
public:
    AppointmentService(Register& target, ChangeNews& news)
        : m_register(target)
        , m_news(news)
    {
    }

    [[nodiscard]] Result<std::vector<interfaces::Colleague>> colleagues() override;
    [[nodiscard]] Result<std::vector<interfaces::AppointmentView>> appointments(bool past) override;
    [[nodiscard]] Result<std::int64_t> appoint(const interfaces::AppointmentRequest& request) override;
    [[nodiscard]] Result<Done> confirmAppointment(std::int64_t id) override;
    [[nodiscard]] Result<Done> endAppointment(std::int64_t id) override;

private:
    Register& m_register;
    ChangeNews& m_news;
};

/// The people whose dates and files are this person's own today: the person and those stood in for.
[[nodiscard]] std::vector<PersonId> desksOf(Register& source, const PersonId& person);

/// The bytes of RFC 5545 for a person.
[[nodiscard]] Result<std::string> calendarFile(
    Register& source, const Actor& actor, const std::optional<CaseId>& caseId);

} // namespace tutela::services

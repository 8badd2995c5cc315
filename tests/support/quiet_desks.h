#pragma once

#include "core/interfaces/appointment_desk.h"
#include "core/interfaces/calendar_desk.h"
#include "core/interfaces/contact_desk.h"

namespace tutela::testing {

/// A calendar without any date, for offices of values.
class QuietCalendar : public interfaces::CalendarDesk {
public:
    Result<std::vector<interfaces::CalendarDate>> dates(const interfaces::DatesQuery&) override
    {
        return std::vector<interfaces::CalendarDate>();
    }

    Result<std::vector<interfaces::NamedDay>> daysOff(Day, Day) override
    {
        return std::vector<interfaces::NamedDay>();
    }

    bool isCovered(Day) override { return true; }

    Result<std::string> exportCalendar(const std::optional<CaseId>&) override { return std::string(); }

    Result<std::vector<interfaces::DeskLoad>> load(const interfaces::LoadQuery&) override
    {
        return std::vector<interfaces::DeskLoad>();
    }

    Result<interfaces::WeekLoad> loadAround(const std::optional<PersonId>&, Day) override
    {
        return interfaces::WeekLoad();
    }

    Result<std::vector<interfaces::AdditionView>> additions() override
    {
        return std::vector<interfaces::AdditionView>();
    }

    Result<interfaces::CalendarPreview> previewAddition(const CalendarAddition&) override
    {
        return interfaces::CalendarPreview();
    }

    Result<interfaces::CalendarPreview> previewWithdrawal(std::int64_t) override
    {
        return interfaces::CalendarPreview();
    }

    Result<std::int64_t> addToCalendar(const CalendarAddition&) override { return 1; }

    Result<Done> withdrawAddition(std::int64_t, const std::string&) override { return Done{}; }
};

/// Nobody is away and nobody stands in.
class QuietAppointments : public interfaces::AppointmentDesk {
public:
    Result<std::vector<interfaces::Colleague>> colleagues() override
    {
        return std::vector<interfaces::Colleague>();
    }

    Result<std::vector<interfaces::AppointmentView>> appointments(bool) override
    {
        return std::vector<interfaces::AppointmentView>();
    }

    Result<std::int64_t> appoint(const interfaces::AppointmentRequest&) override { return 1; }

    Result<Done> confirmAppointment(std::int64_t) override { return Done{}; }

    Result<Done> endAppointment(std::int64_t) override { return Done{}; }
};

/// Addresses that nobody changes.
class QuietContacts : public interfaces::ContactDesk {
public:
    Result<interfaces::ContactsView> contacts() override { return interfaces::ContactsView{}; }

    Result<Done> changeContacts(const OfficeContacts&) override { return Done{}; }
};

} // namespace tutela::testing

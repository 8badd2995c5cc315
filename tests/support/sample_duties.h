#pragma once

#include "core/interfaces/duty_desk.h"

namespace tutela::testing {

/// Recurring duties as values: two providers, one service with an overdue update, one with nothing yet. What
/// is recorded is kept.
class SampleDuties final : public interfaces::DutyDesk {
public:
    Result<interfaces::ProviderFile> provider(const ProviderId& id) override;
    Result<interfaces::ServiceFile> service(const ServiceId& id) override;

    Result<std::string> dateSheet(const ServiceId&, std::string_view clock) override
    {
        return "%PDF " + std::string(clock);
    }

    Result<std::vector<interfaces::ServiceFile>> overdue() override;
    Result<Done> recordMeasures(const ServiceId& service, Day since, std::string_view statement) override;
    Result<interfaces::ApplicationDate> applicationDate() override;
    Result<Done> recordApplicationDate(Day day, std::string_view basis) override;

private:
    interfaces::ApplicationDate m_date{{}, {}, false, false};
};

} // namespace tutela::testing

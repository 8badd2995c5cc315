#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/interfaces/case_desk.h"
#include "core/interfaces/directory.h"

namespace tutela::interfaces {

/// What was known of a provider or a service from a day on. A version whose time is empty was replaced by one
/// for the same day.
template <class Details> struct FactVersion {
    EntrySeq entry = 0;
    Details details;
    Day validFrom{};
    std::optional<Day> validTo; ///< last day; none: until further notice
    Instant recordedAt{};
    std::string by; ///< name of the person who recorded it
    bool applies = false; ///< today
};

struct ServiceCase {
    CaseId id;
    CaseKind kind = CaseKind::Assessment;
    Step step = Step::Received;
};

/// A service with the duties that recur for it and its cases as far as this person may see them.
struct ServiceFile {
    ServiceView service;
    std::string provider; ///< name
    std::vector<FactVersion<ServiceDetails>> history; ///< newest first
    std::vector<ClockView> cycles; ///< the most pressing first, the fulfilled ones last
    std::vector<ServiceCase> cases;
};

struct ProviderFile {
    ProviderView provider;
    std::vector<FactVersion<ProviderDetails>> history; ///< newest first
    std::vector<ServiceFile> services;
};

/// From when the regulation applies, as this register has it.
struct ApplicationDate {
    std::optional<Day> day;
    std::string basis; ///< why: the legal act, or that it is assumed
    bool inForce = false; ///< whether the legal text is law; otherwise the day is an assumption
    bool mayRecord = false; ///< this person
};

/// The duties that recur for services whatever cases there are: Art 3(4), 4(2)(d), 5(1).
class DutyDesk {
public:
    virtual ~DutyDesk() = default;

    /// Errors: NotAllowed when there is none or this person does not read the register of providers.
    [[nodiscard]] virtual Result<ProviderFile> provider(const ProviderId& id) = 0;
    [[nodiscard]] virtual Result<ServiceFile> service(const ServiceId& id) = 0;

    /// "Why this date?" of one duty of the service as PDF bytes. Errors: as service; BadInput when it has no
    /// such duty.
    [[nodiscard]] virtual Result<std::string> dateSheet(const ServiceId& id, std::string_view clock) = 0;

    /// Services with an overdue duty; `cycles` has only those. Empty for whoever does not read them.
    [[nodiscard]] virtual Result<std::vector<ServiceFile>> overdue() = 0;

    /// Records that the mitigation measures for the service are in place since a day.
    /// Errors: BadInput for a day to come or without statement, NotAllowed.
    [[nodiscard]] virtual Result<Done> recordMeasures(
        const ServiceId& service, Day since, std::string_view statement) = 0;

    [[nodiscard]] virtual Result<ApplicationDate> applicationDate() = 0;

    /// Records the day from which the regulation applies; the last one recorded counts. Heads and
    /// administrators.
    [[nodiscard]] virtual Result<Done> recordApplicationDate(Day day, std::string_view basis) = 0;
};

} // namespace tutela::interfaces

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/domain/service_record.h"
#include "core/store/engine.h"

namespace tutela::store {

/// A duty for a service that is not fulfilled.
struct DutyRow {
    std::string clock;
    Day earliest{}; ///< before this day it cannot be overdue
    std::optional<Day> endsOn; ///< it falls away on this day
};

/// Projections of what recurs for services.
class ServiceStore final {
public:
    explicit ServiceStore(Engine& engine)
        : m_engine(engine)
    {
    }

    /// From when the regulation applies; the last one recorded.
    [[nodiscard]] std::optional<Day> applicationDay();
    [[nodiscard]] std::optional<EntrySeq> applicationEntry();
    void recordApplicationDay(EntrySeq entry, Day day);

    void recordStatement(const ServiceId& service, const MeasuresStatement& statement);

    /// Replaces what the case says of its services. Gives whether anything changed.
    bool replaceCase(const CaseFile& file);

    /// Everything known of the service; nothing when there is no such service.
    [[nodiscard]] std::optional<ServiceRecord> record(const ServiceId& service);

    void replaceDuties(const ServiceId& service, const std::vector<DutyRow>& duties);

    /// Services with a duty whose time may be over before `today`.
    [[nodiscard]] std::vector<ServiceId> perhapsOverdue(Day today);

    [[nodiscard]] std::vector<CaseId> casesOf(const ServiceId& service);

    /// Whether the projections are to be built again after a migration.
    [[nodiscard]] bool rebuildIsDue();
    void rebuildIsDone();

private:
    Engine& m_engine;
};

} // namespace tutela::store

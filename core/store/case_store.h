#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/case_summary.h"
#include "core/store/engine.h"

namespace tutela::store {

/// One line of a worklist as it is stored.
struct WorkRow {
    CaseSummary summary; ///< services holds the first one only
    std::int64_t services = 0;
    std::string providerName;
    std::string serviceName;
    std::string responsibleName;
};

/// Which rows of a worklist are wanted. Empty texts and nothing mean "all".
struct WorkFilter {
    Institution audience = Institution::Authority;
    std::optional<CaseKind> kind;
    std::optional<Step> step;
    std::optional<WaitingFor> waitingFor;
    std::string providerPart;
    std::optional<PersonId> responsible;
    bool withClosed = false;
};

enum class WorkOrder { Due, CaseNumber, Step, Provider };

/// Projections of cases: what lists and guards of other cases need.
class CaseStore final {
public:
    explicit CaseStore(Engine& engine)
        : m_engine(engine)
    {
    }

    /// Replaces everything that is projected of this case.
    void project(const CaseSummary& summary);

    [[nodiscard]] bool exists(const CaseId& id);

    /// Rows after the cursor, in order; the cursor of the last row is cursorOf.
    [[nodiscard]] std::vector<WorkRow> page(
        const WorkFilter& filter, WorkOrder order, const std::string& after, std::int64_t limit);
    [[nodiscard]] static std::string cursorOf(const WorkRow& row, WorkOrder order);

    /// Detection files of a service.
    [[nodiscard]] std::vector<CaseSummary> detectionFilesOf(const ServiceId& service);

    /// The earliest due date after that day for this audience.
    [[nodiscard]] std::optional<Day> nextDue(Institution audience, Day after);

    void allCaseIds(const std::function<void(const CaseId&)>& each);

    /// Takes the next number of a series ("A-2026").
    [[nodiscard]] std::int64_t nextNumber(const std::string& series);

    void rememberKey(const std::string& digest, EntrySeq seq);
    [[nodiscard]] std::optional<EntrySeq> entryOfKey(const std::string& digest);

private:
    Engine& m_engine;
};

} // namespace tutela::store

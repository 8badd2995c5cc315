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

/// Closed files come last in each order; within a stage or a provider the most pressing file comes first.
enum class WorkOrder { Due, CaseNumber, Step, Provider };

/// Where a case stands in the lists: somebody has to act, nobody has, or it is closed.
[[nodiscard]] std::int64_t listRankOf(const CaseSummary& summary);

/// Stands for "nothing is due" where days are ordered.
inline constexpr std::string_view kNothingDue = "9999-12-31";

/// The lists of open and closed files. Each order and each filter by stage, who is waited for, responsible
/// person and provider walks an index, so that a page costs the same in a small register and a large one.
class WorkList final {
public:
    explicit WorkList(Engine& engine)
        : m_engine(engine)
    {
    }

    /// Rows after the cursor, in order; the first page stands after the empty one. Precondition: isCursor.
    [[nodiscard]] std::vector<WorkRow> page(
        const WorkFilter& filter, WorkOrder order, const std::string& after, std::int64_t limit);

    /// The cursor that stands behind a row of such a list, and whether a text may be one.
    [[nodiscard]] static std::string cursorOf(const WorkRow& row, const WorkFilter& filter, WorkOrder order);
    [[nodiscard]] static bool isCursor(const std::string& text, const WorkFilter& filter, WorkOrder order);

    /// How SQLite finds the first page, a line for each table; tells a walk along an index from a sort.
    [[nodiscard]] std::vector<std::string> planOf(const WorkFilter& filter, WorkOrder order);

    /// The earliest due date after that day for this audience.
    [[nodiscard]] std::optional<Day> nextDue(Institution audience, Day after);

private:
    void read(const WorkFilter& filter, WorkOrder order, const std::string& after, std::int64_t limit,
        std::string_view before, const std::function<void(const Row&)>& each);

    Engine& m_engine;
};

} // namespace tutela::store

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/domain/case_warning.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela::interfaces {

/// One line of "My work".
struct WorklistRow {
    CaseId caseId;
    CaseKind kind;
    Step step;
    std::string provider; ///< name
    std::string service; ///< name of the service, or of the first of several with their number: "Parley (+2)"
    WaitingFor waitingFor;
    std::optional<Day> due; ///< the next statutory date
    std::optional<std::int64_t> daysLeft; ///< calendar days; negative when overdue
    std::optional<ClockState> clockState; ///< of the clock that falls due next
    std::string clockId; ///< "DL06", or empty
    std::string responsible; ///< name, or empty
    bool standsIn = false; ///< this person stands in for the responsible one today
    std::string clockService = {}; ///< name of the one service of the case that the clock runs for, or empty

    friend bool operator==(const WorklistRow&, const WorklistRow&) = default;
};

enum class WorklistSort { Due, CaseNumber, Step, Provider };

struct WorklistQuery {
    std::optional<CaseKind> kind;
    std::optional<Step> step;
    std::optional<WaitingFor> waitingFor;
    std::string provider; ///< part of the name, or empty
    bool onlyMine = false; ///< only cases this person is responsible for
    std::optional<PersonId> responsible = std::nullopt; ///< only cases of this person; not with onlyMine
    bool withClosed = false;
    WorklistSort sort = WorklistSort::Due;
    std::int64_t limit = 50;
    std::string after; ///< cursor from the page before, or empty
};

/// Somebody whose files this person looks after today.
struct StoodInFor {
    PersonId person;
    std::string name;
};

struct WorklistPage {
    std::vector<WorklistRow> rows;
    std::string next; ///< empty on the last page
    std::vector<Message> missing = {}; ///< roles of the authority that nobody fills today
    std::vector<StoodInFor> standsInFor = {};
};

/// A warning with the case that it is about.
struct WarningRow {
    CaseId caseId;
    std::string provider; ///< name
    std::string service; ///< as in a WorklistRow
    CaseWarning warning;

    friend bool operator==(const WarningRow&, const WarningRow&) = default;
};

enum class WarningScope { AllVisible, OnlyMine };

/// What is to be pointed out over all cases, most pressing first.
struct WarningReport {
    std::vector<CaseWarning> legalBases; ///< they concern every case
    std::vector<WarningRow> rows;
    std::int64_t cases = 0; ///< looked at, in the order of their next dates
    bool cut = false; ///< there are more cases than are looked at
};

/// What waits for the person signed in, most pressing first, and only what this person may see.
class Worklist {
public:
    virtual ~Worklist() = default;
    [[nodiscard]] virtual Result<WorklistPage> page(const WorklistQuery& query) = 0;

    /// The warnings of the open cases whose next dates come first, at most 150 cases.
    [[nodiscard]] virtual Result<WarningReport> warnings(WarningScope scope) = 0;
};

} // namespace tutela::interfaces

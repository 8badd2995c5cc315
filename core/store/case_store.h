#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/case_summary.h"
#include "core/store/engine.h"

namespace tutela::store {

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

    /// Detection files of a service.
    [[nodiscard]] std::vector<CaseSummary> detectionFilesOf(const ServiceId& service);

    void allCaseIds(const std::function<void(const CaseId&)>& each);

    /// Takes the next number of a series ("A-2026").
    [[nodiscard]] std::int64_t nextNumber(const std::string& series);

    void rememberKey(const std::string& digest, EntrySeq seq);
    [[nodiscard]] std::optional<EntrySeq> entryOfKey(const std::string& digest);

private:
    Engine& m_engine;
};

} // namespace tutela::store

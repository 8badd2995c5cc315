#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/domain/case_file.h"
#include "core/store/engine.h"

namespace tutela::store {

struct SearchRow {
    CaseId caseId;
    EntrySeq seq = 0;
    std::string act;
    std::string snippet;
};

/// Full text over the texts of entries. Audiences stand in a column of the index and inside the MATCH.
class SearchStore final {
public:
    explicit SearchStore(Engine& engine)
        : m_engine(engine)
    {
    }

    void add(const CaseId& caseId, EntrySeq seq, std::string_view act,
        const std::vector<Institution>& audiences, std::string_view text);

    /// Replaces the audiences that find an entry.
    void setAudiences(EntrySeq seq, const std::vector<Institution>& audiences);

    /// All words must occur; each may be the beginning of a longer one.
    [[nodiscard]] std::vector<SearchRow> find(
        std::string_view words, Institution audience, std::int64_t limit);

private:
    Engine& m_engine;
};

} // namespace tutela::store

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day.h"
#include "core/domain/ids.h"
#include "core/store/engine.h"
#include "core/store/local_store.h"

namespace tutela::store {

/// Whose draft, for which case and act; the case is empty for an act that opens one.
struct DraftName {
    PersonId person;
    std::string caseId;
    std::string act;
};

struct StoredDraft {
    std::string sealed; ///< what was typed and attached, sealed to the person's key
    Instant keptAt{};
};

struct DraftLine {
    std::string caseId;
    std::string act;
    Instant keptAt{};
};

/// Local rows of one person: drafts and how lists look. Each is written with its seal and given out with it,
/// so that the reader checks it.
class DraftStore final {
public:
    explicit DraftStore(Engine& engine)
        : m_engine(engine)
    {
    }

    void keep(const DraftName& name, const StoredDraft& draft, const access::RowSealer& sealer);
    [[nodiscard]] std::optional<StoredDraft> find(const DraftName& name);
    void remove(const DraftName& name);

    /// Newest first.
    [[nodiscard]] std::vector<DraftLine> of(const PersonId& person);

    void setLayout(const PersonId& person, std::string_view list, std::string_view layout,
        const access::RowSealer& sealer);
    [[nodiscard]] std::optional<std::string> layout(const PersonId& person, std::string_view list);

    /// Calls `each` for every row of everybody, or of that person.
    void sealedRows(const std::optional<PersonId>& person, const std::function<void(const SealedRow&)>& each);

private:
    Engine& m_engine;
};

} // namespace tutela::store

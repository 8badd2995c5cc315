#pragma once

#include <map>
#include <string>

#include "core/base/digest.h"
#include "core/store/engine.h"

namespace tutela::store {

/// All projections together: emptied before they are built again, and compared table by table.
class ProjectionStore final {
public:
    explicit ProjectionStore(Engine& engine)
        : m_engine(engine)
    {
    }

    void clear();

    /// SHA-256 over the ordered rows of each projection table, by table name.
    [[nodiscard]] std::map<std::string, Digest> digests();

    /// Raises the last number given out in a series to at least `number`.
    void raiseNumber(const std::string& series, std::int64_t number);

    /// Problems that SQLite itself finds in the file: damaged pages, rows without their parents.
    [[nodiscard]] std::vector<std::string> structureProblems();

private:
    Engine& m_engine;
};

} // namespace tutela::store

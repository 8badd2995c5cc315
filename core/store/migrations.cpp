#include "core/store/migrations.h"

#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "core/base/embedded.h"

namespace tutela::store {

namespace {

struct Migration {
    std::int64_t number;
    std::string_view sql;
};

std::vector<Migration> migrations()
{
    std::vector<Migration> found;
    constexpr std::string_view folder = "migrations/";
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (!file.path.starts_with(folder))
            continue;
        const std::string_view name = file.path.substr(folder.size());
        std::int64_t number = 0;
        std::from_chars(name.data(), name.data() + 4, number);
        if (number != static_cast<std::int64_t>(found.size()) + 1)
            throw std::logic_error(fmt::format("migration {} leaves a gap", file.path));
        found.push_back({number, file.text});
    }
    return found;
}

} // namespace

std::int64_t newestVersion()
{
    return static_cast<std::int64_t>(migrations().size());
}

void migrate(Engine& engine, OpenMode mode)
{
    const std::int64_t version = engine.integer("PRAGMA user_version").value_or(0);
    const std::int64_t application = engine.integer("PRAGMA application_id").value_or(0);
    if (version > newestVersion())
        throw StoreFailure(ErrorCode::Version, "store.newer", fmt::format("{}", version));
    if (mode == OpenMode::Existing && application != kApplicationId)
        throw StoreFailure(ErrorCode::Integrity, "store.no-register", "application_id");
    for (const Migration& migration : migrations()) {
        if (migration.number <= version)
            continue;
        Transaction transaction(engine);
        // Another process may have opened the register at the same moment.
        if (engine.integer("PRAGMA user_version").value_or(0) >= migration.number)
            continue;
        engine.script(migration.sql);
        engine.script(fmt::format(
            "PRAGMA user_version={}; PRAGMA application_id={};", migration.number, kApplicationId));
        transaction.commit();
    }
}

} // namespace tutela::store

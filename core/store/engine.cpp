#include "core/store/engine.h"

#include <map>
#include <memory>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace tutela::store {

namespace {

constexpr int kBusyMilliseconds = 5000;

[[noreturn]] void fail(const SQLite::Exception& problem)
{
    const std::string detail = problem.what();
    switch (problem.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw StoreFailure(ErrorCode::Busy, "store.busy", detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        throw StoreFailure(ErrorCode::Integrity, "store.corrupt", detail);
    case SQLITE_FULL:
        throw StoreFailure(ErrorCode::Storage, "store.full", detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        throw StoreFailure(ErrorCode::Storage, "store.read-only", detail);
    case SQLITE_CONSTRAINT:
        throw StoreFailure(ErrorCode::Integrity, "store.constraint", detail);
    default:
        throw StoreFailure(ErrorCode::Storage, "store.failed", detail);
    }
}

template <class F> auto guarded(F&& work)
{
    try {
        return work();
    } catch (const SQLite::Exception& problem) {
        fail(problem);
    }
}

class StatementRow final : public Row {
public:
    explicit StatementRow(const SQLite::Statement& statement)
        : m_statement(const_cast<SQLite::Statement&>(statement))
    {
    }

    [[nodiscard]] std::int64_t integer(int column) const override
    {
        return m_statement.getColumn(column).getInt64();
    }

    [[nodiscard]] std::string_view text(int column) const override { return bytes(column); }

    [[nodiscard]] std::string_view blob(int column) const override { return bytes(column); }

    [[nodiscard]] bool isNull(int column) const override { return m_statement.getColumn(column).isNull(); }

private:
    [[nodiscard]] std::string_view bytes(int column) const
    {
        const SQLite::Column value = m_statement.getColumn(column);
        const auto* data = static_cast<const char*>(value.getBlob());
        return data == nullptr ? std::string_view()
                               : std::string_view(data, static_cast<std::size_t>(value.getBytes()));
    }

    SQLite::Statement& m_statement;
};

void bind(SQLite::Statement& statement, std::span<const Value> values)
{
    int place = 0;
    for (const Value& value : values) {
        ++place;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            statement.bind(place, *number);
        else if (const auto* text = std::get_if<std::string_view>(&value))
            statement.bind(place, std::string(*text));
        else if (const auto* blob = std::get_if<Blob>(&value))
            statement.bind(place, blob->bytes.data(), static_cast<int>(blob->bytes.size()));
        else
            statement.bind(place);
    }
}

} // namespace

struct Engine::Connection {
    Connection(const std::filesystem::path& file, int flags)
        : database(file.string(), flags, kBusyMilliseconds)
    {
    }

    SQLite::Statement& kept(std::string_view sql)
    {
        const auto found = statements.find(sql);
        if (found == statements.end()) {
            auto made = std::make_unique<SQLite::Statement>(database, std::string(sql));
            return *statements.emplace(sql, std::move(made)).first->second;
        }
        found->second->tryReset(); // it tells the failure of its last run once more, which was thrown then
        return *found->second;
    }

    SQLite::Database database;
    std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> statements; ///< by their text
};

Engine::Engine(const std::filesystem::path& file, OpenMode mode)
{
    const int flags = SQLite::OPEN_READWRITE | (mode == OpenMode::Create ? SQLite::OPEN_CREATE : 0);
    guarded([&] {
        m_connection = std::make_unique<Connection>(file, flags);
        SQLite::Database& database = m_connection->database;
        sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        database.exec("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON;"
                      "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
                      "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768;");
    });
}

Engine::~Engine() = default;

std::int64_t Engine::run(std::string_view sql, std::initializer_list<Value> values)
{
    return guarded([&] {
        SQLite::Statement& statement = m_connection->kept(sql);
        bind(statement, {values.begin(), values.size()});
        const int changed = statement.exec();
        statement.reset();
        return std::int64_t{changed};
    });
}

void Engine::query(
    std::string_view sql, std::initializer_list<Value> values, const std::function<void(const Row&)>& each)
{
    query(sql, std::span<const Value>(values.begin(), values.size()), each);
}

void Engine::query(
    std::string_view sql, std::span<const Value> values, const std::function<void(const Row&)>& each)
{
    guarded([&] {
        SQLite::Statement& statement = m_connection->kept(sql);
        bind(statement, values);
        const StatementRow row(statement);
        try {
            while (statement.executeStep())
                each(row);
        } catch (...) {
            statement.tryReset();
            throw;
        }
        statement.reset();
    });
}

std::optional<std::int64_t> Engine::integer(std::string_view sql, std::initializer_list<Value> values)
{
    std::optional<std::int64_t> answer;
    query(sql, values, [&](const Row& row) {
        if (!answer && !row.isNull(0))
            answer = row.integer(0);
    });
    return answer;
}

std::optional<std::string> Engine::text(std::string_view sql, std::initializer_list<Value> values)
{
    std::optional<std::string> answer;
    query(sql, values, [&](const Row& row) {
        if (!answer && !row.isNull(0))
            answer = std::string(row.text(0));
    });
    return answer;
}

void Engine::script(std::string_view sql)
{
    guarded([&] { m_connection->database.exec(std::string(sql)); });
}

std::int64_t Engine::dataVersion()
{
    return integer("PRAGMA data_version").value_or(0);
}

void Engine::copyTo(const std::filesystem::path& target)
{
    const std::string path = target.string();
    guarded([&] {
        SQLite::Statement statement(m_connection->database, "VACUUM INTO $1");
        statement.bind(1, path);
        statement.exec();
    });
}

Transaction::Transaction(Engine& engine)
    : m_engine(engine)
{
    m_engine.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_engine.run("ROLLBACK");
    } catch (const StoreFailure&) {
        // SQLite rolled back already, as it does after an I/O error.
    }
}

void Transaction::commit()
{
    m_engine.run("COMMIT");
    m_open = false;
}

ReadSnapshot::ReadSnapshot(Engine& engine)
    : m_engine(engine)
{
    m_engine.run("BEGIN");
}

ReadSnapshot::~ReadSnapshot()
{
    try {
        m_engine.run("COMMIT");
    } catch (const StoreFailure&) {
        // Nothing was written; SQLite ended the snapshot itself after an I/O error.
    }
}

} // namespace tutela::store

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/result.h"

namespace tutela::store {

/// A failure of the machine or of the file, thrown inside the store and turned into an Error once, in the
/// service that owns the transaction.
class StoreFailure final : public std::runtime_error {
public:
    StoreFailure(ErrorCode failureCode, std::string messageId, const std::string& detail)
        : std::runtime_error(detail)
        , code(failureCode)
        , id(std::move(messageId))
    {
    }

    [[nodiscard]] Error error() const
    {
        return {.code = code, .what = {id, {{"detail", std::string(what())}}}};
    }

    ErrorCode code;
    std::string id;
};

/// Bytes bound as a BLOB.
struct Blob {
    std::string_view bytes;
};

using Value = std::variant<std::nullptr_t, std::int64_t, std::string_view, Blob>;

/// One row of an answer; columns count from 0.
class Row {
public:
    virtual ~Row() = default;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::string_view blob(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
};

enum class OpenMode { Existing, Create };

/// One connection to one register file. Statements are prepared once and kept; parameters are `$1…$n`,
/// numbered by first appearance. Journal TRUNCATE, synchronous EXTRA: an acknowledged commit survives a loss
/// of power.
class Engine final {
public:
    /// Throws StoreFailure: Storage when the file cannot be opened, Integrity when it is no register.
    Engine(const std::filesystem::path& file, OpenMode mode);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Runs one statement that gives no rows; the number of rows it changed.
    std::int64_t run(std::string_view sql, std::initializer_list<Value> values = {});

    /// Calls `each` for every row.
    void query(
        std::string_view sql, std::span<const Value> values, const std::function<void(const Row&)>& each);
    void query(std::string_view sql, std::initializer_list<Value> values,
        const std::function<void(const Row&)>& each);

    /// The first column of the first row, if there is a row and it is not null.
    [[nodiscard]] std::optional<std::int64_t> integer(
        std::string_view sql, std::initializer_list<Value> values = {});
    [[nodiscard]] std::optional<std::string> text(
        std::string_view sql, std::initializer_list<Value> values = {});

    /// Runs a script of several statements, for migrations.
    void script(std::string_view sql);

    /// Changes whenever another connection committed.
    [[nodiscard]] std::int64_t dataVersion();

    /// Writes a consistent copy of the whole file, usable while others work.
    void copyTo(const std::filesystem::path& target);

private:
    friend class Transaction;
    friend class ReadSnapshot;
    struct Connection;
    std::unique_ptr<Connection> m_connection;
};

/// A write transaction (`BEGIN IMMEDIATE`); rolls back unless committed.
class Transaction final {
public:
    /// Throws StoreFailure with Busy when another process keeps the register for more than five seconds.
    explicit Transaction(Engine& engine);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Engine& m_engine;
    bool m_open = true;
};

/// While it lives, all that is read is of one moment, and the file is locked and looked at once instead of at
/// each statement. Writers wait for it: it lives as long as one call of a desk, well below 100 ms.
class ReadSnapshot final {
public:
    explicit ReadSnapshot(Engine& engine);
    ~ReadSnapshot();
    ReadSnapshot(const ReadSnapshot&) = delete;
    ReadSnapshot& operator=(const ReadSnapshot&) = delete;

private:
    Engine& m_engine;
};

} // namespace tutela::store

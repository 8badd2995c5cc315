#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "core/store/durable_file.h"
#include "core/store/migrations.h"
#include "core/store/vault_store.h"
#include "tests/support/scratch_folder.h"

namespace tutela::store {

namespace {

using tutela::testing::ScratchFolder;

/// The code of the failure that `work` ends with.
template <class Work> std::optional<ErrorCode> failureOf(Work&& work)
{
    try {
        work();
    } catch (const StoreFailure& failure) {
        return failure.code;
    }
    return std::nullopt;
}

void makeRegister(const std::filesystem::path& file)
{
    Engine engine(file, OpenMode::Create);
    migrate(engine, OpenMode::Create);
}

constexpr const char* kBody = "INSERT INTO body (seq, stream, stream_seq, bytes, leaf) VALUES ($1, "
                              "'register', $1 + 1, x'7b7d', zeroblob(32))";

TEST(Transactions, LeaveNothingBehindUnlessCommitted)
{
    const ScratchFolder folder;
    makeRegister(folder.file("r"));
    Engine engine(folder.file("r"), OpenMode::Existing);
    {
        const Transaction transaction(engine);
        engine.run("INSERT INTO setting (name, value) VALUES ('a', '1')");
    }
    EXPECT_EQ(engine.integer("SELECT count(*) FROM setting"), 0);
    {
        Transaction transaction(engine);
        engine.run("INSERT INTO setting (name, value) VALUES ('a', '2')");
        transaction.commit();
    }
    EXPECT_EQ(Engine(folder.file("r"), OpenMode::Existing).text("SELECT value FROM setting"), "2");
}

TEST(Transactions, AnswerBusyWhileAnotherConnectionWrites)
{
    const ScratchFolder folder;
    makeRegister(folder.file("r"));
    Engine first(folder.file("r"), OpenMode::Existing);
    Engine second(folder.file("r"), OpenMode::Existing);
    const auto before = second.dataVersion();
    Transaction transaction(first);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(failureOf([&] { const Transaction waits(second); }), ErrorCode::Busy);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{8});
    first.run("INSERT INTO setting (name, value) VALUES ('a', '1')");
    transaction.commit();
    EXPECT_NE(second.dataVersion(), before);
    EXPECT_EQ(failureOf([&] { const Transaction free(second); }), std::nullopt);
}

TEST(Opening, RefusesANewerRegisterAndWhatIsNone)
{
    const ScratchFolder folder;
    makeRegister(folder.file("newer"));
    {
        Engine engine(folder.file("newer"), OpenMode::Existing);
        engine.script("PRAGMA user_version=9999");
        EXPECT_EQ(failureOf([&] { migrate(engine, OpenMode::Existing); }), ErrorCode::Version);
    }
    {
        Engine other(folder.file("other"), OpenMode::Create);
        other.script("CREATE TABLE t (x)");
        EXPECT_EQ(failureOf([&] { migrate(other, OpenMode::Existing); }), ErrorCode::Integrity);
    }
    std::ofstream(folder.file("text")) << std::string(4096, 'x');
    EXPECT_EQ(failureOf([&] { Engine text(folder.file("text"), OpenMode::Existing); }), ErrorCode::Integrity);
    EXPECT_EQ(failureOf([&] { Engine none(folder.file("none"), OpenMode::Existing); }), ErrorCode::Storage);
    EXPECT_FALSE(std::filesystem::exists(folder.file("none")));
}

/// Another effective user for a while, where the test runs as root, for whom nothing is read-only.
class Unprivileged final {
public:
    Unprivileged() { m_done = ::geteuid() != 0 || ::seteuid(65534) == 0; }

    ~Unprivileged() { m_done = m_root ? ::seteuid(0) == 0 : m_done; }

    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

    [[nodiscard]] bool done() const { return m_done; }

private:
    bool m_root = ::geteuid() == 0;
    bool m_done = false;
};

TEST(Opening, AReadOnlyFileIsAFailureOfTheStoreAndKeepsItsBytes)
{
    using std::filesystem::perms;
    const ScratchFolder folder;
    makeRegister(folder.file("r"));
    std::filesystem::permissions(folder.path(), perms(0555));
    std::filesystem::permissions(folder.file("r"), perms(0444));
    {
        const Unprivileged user;
        ASSERT_TRUE(user.done());
        EXPECT_EQ(failureOf([&] {
            Engine engine(folder.file("r"), OpenMode::Existing);
            engine.run("INSERT INTO setting (name, value) VALUES ('a', '1')");
        }),
            ErrorCode::Storage);
    }
    std::filesystem::permissions(folder.path(), perms(0755));
    std::filesystem::permissions(folder.file("r"), perms(0644));
    EXPECT_EQ(Engine(folder.file("r"), OpenMode::Existing).integer("SELECT count(*) FROM setting"), 0);
}

TEST(Litter, OfProcessesThatAreNoMoreIsRemovedAndNothingElse)
{
    const ScratchFolder folder;
    const auto put = [&](const std::string& name) { std::ofstream(folder.file(name)) << "x"; };
    // Process 1 is always there, and no process has the highest number that the type holds.
    for (const char* name :
        {"r.head.2147483647.tutela-new", "copy.2147483647.tutela-new", "copy.2147483647.tutela-new-journal",
            "copy.1.tutela-new", "copy.2147483647.new", "copy.tutela-new", "copy.x.tutela-new",
            "2147483647.tutela-new", "copy.2147483647.tutela-new.txt"})
        put(name);
    put("r.head." + std::to_string(::getpid()) + ".tutela-new");
    removeLitterBeside(folder.file("r.head"));
    std::size_t left = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        EXPECT_FALSE(entry.path().filename().string().starts_with("r.head.2147483647")) << entry.path();
        ++left;
    }
    EXPECT_EQ(left, 7U);
    removeLitterBeside(folder.path() / "nowhere" / "r");
}

TEST(Files, MovedIntoPlaceReplaceOthersOnlyWhereTheyMay)
{
    const ScratchFolder folder;
    const auto file = folder.file("r");
    const auto put = [&](const std::filesystem::path& path, const char* text) {
        std::ofstream(path) << text;
    };
    const auto read = [&] {
        std::ifstream in(file);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    put(besidePath(file), "one");
    moveIntoPlace(file, Existing::Kept);
    EXPECT_EQ(read(), "one");
    put(besidePath(file), "two");
    EXPECT_EQ(failureOf([&] { moveIntoPlace(file, Existing::Kept); }), ErrorCode::Storage);
    EXPECT_EQ(read(), "one");
    moveIntoPlace(file, Existing::Replaced);
    EXPECT_EQ(read(), "two");
    EXPECT_FALSE(std::filesystem::exists(besidePath(file)));
}

TEST(Migrations, MakeTheSchemaThatIsWrittenDown)
{
    const ScratchFolder folder;
    makeRegister(folder.file("r"));
    Engine engine(folder.file("r"), OpenMode::Existing);
    std::string dump;
    engine.query(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search!_%' ESCAPE '!'"
        " ORDER BY type, name",
        {}, [&](const Row& row) { dump += std::string(row.text(0)) + ";\n"; });
    std::ifstream file(std::string(TUTELA_SOURCE_DIR) + "/tests/golden/store/schema.sql");
    std::stringstream golden;
    golden << file.rdbuf();
    EXPECT_EQ(dump, golden.str());
    EXPECT_EQ(engine.integer("PRAGMA user_version"), newestVersion());
    EXPECT_EQ(engine.integer("PRAGMA application_id"), kApplicationId);
    migrate(engine, OpenMode::Existing);
    EXPECT_EQ(engine.integer("PRAGMA user_version"), newestVersion());
}

TEST(Journal, RefusesToChangeOrForgetWhatItHolds)
{
    const ScratchFolder folder;
    makeRegister(folder.file("r"));
    Engine engine(folder.file("r"), OpenMode::Existing);
    engine.run(kBody, {std::int64_t{0}});
    engine.run("INSERT INTO node (level, idx, hash) VALUES (1, 0, zeroblob(32))");
    engine.run("INSERT INTO checkpoint (size, note) VALUES (1, 'n')");
    for (const char* sql : {"UPDATE body SET bytes = x'00'", "DELETE FROM body", "UPDATE node SET idx = 1",
             "DELETE FROM node", "UPDATE checkpoint SET note = ''", "DELETE FROM checkpoint"})
        EXPECT_EQ(failureOf([&] { engine.run(sql); }), ErrorCode::Integrity) << sql;
    EXPECT_EQ(failureOf([&] { engine.run(kBody, {std::int64_t{0}}); }), ErrorCode::Integrity)
        << "the same place twice";
    EXPECT_EQ(engine.integer("SELECT count(*) FROM body"), 1);
}

TEST(Vault, GivesBackDocumentsOfAnySize)
{
    const ScratchFolder folder;
    makeRegister(folder.file("r"));
    Engine engine(folder.file("r"), OpenMode::Existing);
    engine.run(kBody, {std::int64_t{0}});
    VaultStore vault(engine);
    const std::size_t mib = VaultStore::kChunkBytes;
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, mib - 1, mib, mib + 1, 3 * mib + 7}) {
        std::string bytes(size, '\0');
        for (std::size_t at = 0; at < size; ++at)
            bytes[at] = static_cast<char>(at * 31 + at / mib);
        const DocumentId id("DOC-" + std::to_string(size));
        vault.addDocument(
            {id, 0, "letter.pdf", "application/pdf", static_cast<std::int64_t>(size), sha256(bytes), "salt"},
            bytes);
        EXPECT_EQ(vault.documentBytes(id), bytes) << size;
        std::size_t chunks = 0;
        vault.chunks(id, [&](std::string_view chunk) {
            ++chunks;
            EXPECT_LE(chunk.size(), mib);
        });
        EXPECT_EQ(chunks, (size + mib - 1) / mib) << size;
        EXPECT_EQ(vault.document(id)->sha256, sha256(bytes));
    }
    EXPECT_EQ(vault.documentsOf(0).size(), 6u);
    EXPECT_FALSE(vault.document(DocumentId("DOC-none")).has_value());
}

} // namespace

} // namespace tutela::store

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/services/office.h"
#include "core/store/engine.h"
#include "core/store/head_file.h"
#include "core/store/journal_store.h"
#include "tests/crash/child.h"

namespace tutela::crash {

namespace {

using std::chrono::milliseconds;

/// Leaves by sequence number, as they were acknowledged.
using Acknowledged = std::map<EntrySeq, std::string>;

/// The whole lines "ACK seq leaf"; a line without its end was not read by anybody.
std::vector<std::pair<EntrySeq, std::string>> acknowledgements(const std::string& output)
{
    std::vector<std::pair<EntrySeq, std::string>> found;
    const auto whole = output.rfind('\n');
    std::istringstream lines(output.substr(0, whole == std::string::npos ? 0 : whole));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string word;
        std::string leaf;
        EntrySeq seq = 0;
        if (words >> word >> seq >> leaf && word == "ACK")
            found.emplace_back(seq, leaf);
    }
    return found;
}

void expectKept(const std::filesystem::path& file, const Acknowledged& acknowledged)
{
    store::Engine engine(file, store::OpenMode::Existing);
    store::JournalStore journal(engine);
    for (const auto& [seq, leaf] : acknowledged) {
        const auto body = journal.body(seq);
        ASSERT_TRUE(body.has_value()) << "entry " << seq << " was acknowledged and is lost";
        ASSERT_EQ(toHex(body->leaf), leaf) << "entry " << seq;
    }
}

void expectSound(const std::filesystem::path& file)
{
    const auto office = services::openOffice(file, services::HeadCheck::Required);
    ASSERT_TRUE(office) << office.error().what.id;
    const auto report = office.value()->log().doctor(interfaces::VerifyDepth::Deep);
    ASSERT_TRUE(report) << report.error().what.id;
    for (const interfaces::Problem& problem : report.value().problems)
        ADD_FAILURE() << problem.code << " " << problem.where << " " << problem.record;
    EXPECT_TRUE(report.value().ok);
}

std::int64_t entriesOf(const std::filesystem::path& file)
{
    store::Engine engine(file, store::OpenMode::Existing);
    return store::JournalStore(engine).size();
}

bool isHot(const std::filesystem::path& file)
{
    std::error_code none;
    const auto size = std::filesystem::file_size(file.string() + "-journal", none);
    return !none && size > 0;
}

/// How many files are left that were never finished.
std::size_t litterIn(const std::filesystem::path& folder)
{
    std::size_t found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        found += entry.path().string().find(".tutela-new") != std::string::npos ? 1U : 0U;
    return found;
}

int roundsWanted()
{
    const char* const wanted = std::getenv("TUTELA_CRASH_ROUNDS");
    return wanted == nullptr ? 200 : std::atoi(wanted);
}

} // namespace

/// A training register in a folder of its own.
class Crash : public testing::Test {
protected:
    Crash()
        : m_folder(std::filesystem::temp_directory_path() / "tutela-crash-XXXXXX")
    {
        std::string name = m_folder.string();
        m_folder = ::mkdtemp(name.data());
        m_register = m_folder / "register.tutela";
        Child sample({"--register", m_register.string(), "sample", "--cases", "4", "--anchor", "2026-05-04"});
        if (sample.wait() != 0)
            throw std::runtime_error(sample.output());
    }

    ~Crash() override
    {
        std::error_code none;
        std::filesystem::remove_all(m_folder, none);
    }

    [[nodiscard]] std::vector<std::string> workload(int seed, int operations) const
    {
        return {"--register", m_register.string(), "bench", "workload", "--seed", std::to_string(seed),
            "--ops", std::to_string(operations)};
    }

    /// A moment between 5 and 150 ms from now.
    void sleepAWhile()
    {
        std::this_thread::sleep_for(milliseconds(std::uniform_int_distribution<int>(5, 150)(m_random)));
    }

    std::filesystem::path m_folder;
    std::filesystem::path m_register;
    std::mt19937 m_random{20260504};
};

TEST_F(Crash, LosesNoAcknowledgedActWhenTheProgramIsKilled)
{
    const int rounds = roundsWanted();
    Acknowledged all;
    Acknowledged unread;
    int hot = 0;
    int early = 0;
    for (int round = 1; round <= rounds; ++round) {
        SCOPED_TRACE(fmt::format("round {}", round));
        Child child(workload(round, 100'000));
        // Every fourth is killed while it still opens the register, the others while they write.
        if (round % 4 != 0) {
            ASSERT_TRUE(child.waitForLine(milliseconds(60'000))) << child.output();
        }
        sleepAWhile();
        child.kill();
        ASSERT_EQ(child.wait(), -SIGKILL) << child.output();
        hot += isHot(m_register) ? 1 : 0;
        const auto lines = acknowledgements(child.output());
        early += lines.empty() ? 1 : 0;
        for (const auto& [seq, leaf] : lines) {
            ASSERT_TRUE(all.emplace(seq, leaf).second) << "entry " << seq << " was acknowledged twice";
            unread.emplace(seq, leaf);
        }
        // Every second time the next workload is the first to open what was left.
        if (round % 2 == 0) {
            expectKept(m_register, unread);
            unread.clear();
        }
        if (round % 20 == 0 || round == rounds) {
            expectSound(m_register);
            if (!all.empty()) {
                EXPECT_GT(entriesOf(m_register), all.rbegin()->first);
            }
        }
        if (HasFatalFailure())
            return;
    }
    expectKept(m_register, all);
    EXPECT_EQ(litterIn(m_folder), 0U) << "a killed process left the head that it was writing";
    std::cout << fmt::format(
        "{} rounds: {} acts acknowledged, {} killed inside a commit, {} before the first act\n", rounds,
        all.size(), hot, early);
    EXPECT_FALSE(all.empty());
    if (rounds >= 200) {
        EXPECT_GT(hot, 0) << "no round was killed inside a commit: the test proves nothing";
    }
}

TEST_F(Crash, LeavesTheRegisterUsableWhenABackupIsKilled)
{
    std::size_t litter = 0;
    for (int round = 1; round <= 12; ++round) {
        SCOPED_TRACE(fmt::format("round {}", round));
        const auto copy = m_folder / fmt::format("copy-{}.backup", round);
        Child child({"--register", m_register.string(), "backup", "create", copy.string()});
        // Every second one is killed as soon as there is something of the copy to be seen.
        for (int waited = 0; round % 2 == 0 && waited < 10'000 && litterIn(m_folder) == 0; ++waited) {
            if (std::filesystem::exists(copy))
                break;
            std::this_thread::sleep_for(milliseconds(1));
        }
        if (round % 2 == 1)
            std::this_thread::sleep_for(milliseconds(round * 5));
        child.kill();
        static_cast<void>(child.wait());
        // Under the name of the copy there is a whole one or none.
        if (std::filesystem::exists(copy)) {
            Child examined({"backup", "verify", copy.string()});
            EXPECT_EQ(examined.wait(), 0) << examined.output();
        }
        litter += litterIn(m_folder);
        Child working(workload(round, 2));
        EXPECT_EQ(working.wait(), 0) << working.output();
        EXPECT_EQ(litterIn(m_folder), 0U) << "what the killed one left is still there";
    }
    expectSound(m_register);
    const auto copy = m_folder / "whole.backup";
    Child created({"--register", m_register.string(), "backup", "create", copy.string()});
    EXPECT_EQ(created.wait(), 0) << created.output();
    EXPECT_GT(litter, 0U) << "no backup was killed while it wrote: the test proves nothing";
    Child examined({"backup", "verify", copy.string()});
    EXPECT_EQ(examined.wait(), 0) << examined.output();
}

TEST_F(Crash, KeepsTheActsOfTwoProcessesThatWriteAtOnce)
{
    constexpr int kActs = 120;
    Acknowledged all;
    {
        Child first(workload(11, kActs));
        Child second(workload(12, kActs));
        EXPECT_EQ(first.wait(), 0) << first.output();
        EXPECT_EQ(second.wait(), 0) << second.output();
        for (const Child* child : {&first, &second}) {
            const auto lines = acknowledgements(child->output());
            EXPECT_EQ(lines.size(), kActs);
            for (const auto& [seq, leaf] : lines)
                EXPECT_TRUE(all.emplace(seq, leaf).second) << "entry " << seq << " was acknowledged twice";
        }
    }
    expectKept(m_register, all);
    expectSound(m_register);
}

TEST_F(Crash, KeepsWhatOneProcessWritesWhenAnotherIsKilled)
{
    Acknowledged all;
    Child staying(workload(21, 150));
    for (int round = 1; round <= 8; ++round) {
        Child leaving(workload(100 + round, 100'000));
        static_cast<void>(leaving.waitForLine(milliseconds(60'000)));
        sleepAWhile();
        leaving.kill();
        EXPECT_EQ(leaving.wait(), -SIGKILL) << leaving.output();
        for (const auto& [seq, leaf] : acknowledgements(leaving.output()))
            EXPECT_TRUE(all.emplace(seq, leaf).second);
    }
    EXPECT_EQ(staying.wait(), 0) << staying.output();
    for (const auto& [seq, leaf] : acknowledgements(staying.output()))
        EXPECT_TRUE(all.emplace(seq, leaf).second);
    expectKept(m_register, all);
    expectSound(m_register);
}

} // namespace tutela::crash

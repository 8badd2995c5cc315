#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/law/calendar.h"
#include "core/law/clock_ledger.h"
#include "core/law/rulebook.h"
#include "tests/bench/measure.h"

namespace {

using namespace tutela;
using namespace tutela::law;

constexpr int kRuns = 7;

/// 1,000 reviews begun on different days: without a pause, with one, with two of which one is still open.
std::vector<ClockFacts> reviews(const ClockDefinition& definition)
{
    using std::chrono::days;
    std::vector<ClockFacts> all;
    for (int i = 0; i < 1000; ++i) {
        ClockFacts facts{definition.id, definition.id};
        const Day begin = *parseDay("2025-01-02") + days{i % 500};
        facts.trigger = begin;
        if (i % 3 >= 1)
            facts.pauses.push_back(
                {"R1", begin + days{5 + i % 20}, begin + days{15 + i % 40}, definition.suspends.front()});
        if (i % 3 == 2) {
            const auto answered = i % 2 == 0 ? std::optional<Day>(begin + days{75}) : std::nullopt;
            facts.pauses.push_back({"R2", begin + days{60}, answered, definition.suspends.front()});
        }
        all.push_back(std::move(facts));
    }
    return all;
}

const ClockDefinition& pausableClock(const Rulebook& rulebook)
{
    for (const RulebookClock& clock : rulebook.clocks()) {
        if (!clock.definition.suspends.empty() && clock.definition.length)
            return clock.definition;
    }
    throw std::runtime_error("the legal text has no clock that pauses");
}

void run(std::size_t ledgers)
{
    const auto rulebook = Rulebook::embedded("com-2022-209");
    const auto calendar = Calendar::embedded("BE");
    const ClockDefinition& definition = pausableClock(rulebook.value());
    const auto facts = reviews(definition);
    std::vector<double> times;
    std::int64_t ended = 0;
    for (int i = 0; i < kRuns; ++i) {
        times.push_back(bench::timeOf([&] {
            for (std::size_t at = 0; at < ledgers; ++at)
                ended += countLedger(definition, facts[at % facts.size()], calendar.value()).end ? 1 : 0;
        }));
    }
    if (ended == 0)
        throw std::runtime_error("no clock has an end");
    bench::printHeading("clocks");
    bench::print({fmt::format("{} ledgers of {}, pauses and holidays", ledgers, definition.id),
        {bench::medianOf(std::move(times)), {}}, {}, static_cast<double>(ledgers) * 0.25});
}

} // namespace

int main(int count, char** arguments)
{
    try {
        run(count == 3 && std::string(arguments[1]) == "--ledgers" ? std::stoul(arguments[2]) : 1'000'000);
        return EXIT_SUCCESS;
    } catch (const std::exception& problem) {
        fmt::print(stderr, "{}\n", problem.what());
        return EXIT_FAILURE;
    }
}

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"

namespace tutela::cli {

namespace {

struct Options {
    std::uint64_t seed = 1;
    std::int64_t operations = 0;
};

/// Each line goes out as soon as its act is durable, so that a reader knows what must survive a crash.
Result<Answer> workload(Context& context, const Options& options)
{
    const auto file = context.registerFile();
    if (!file)
        return file.error();
    const auto performed = context.registers().runWorkload(
        {file.value(), options.seed, options.operations}, [&](std::int64_t seq, std::string_view leaf) {
            (void)context.io().write(fmt::format("ACK {} {}\n", seq, leaf));
        });
    if (!performed)
        return performed.error();
    Answer answer;
    answer.streamed = true;
    return answer;
}

} // namespace

void addBench(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& group = verbs.group("bench", "Load on a training register",
        "tutela --register training.tutela bench workload --seed 1 --ops 100");
    CLI::App& app =
        verbs.addTo(group, "workload", "Random lawful acts; prints ACK SEQ LEAF once each is durable",
            "tutela --register training.tutela bench workload --seed 1 --ops 100",
            [options](Context& context) { return workload(context, *options); });
    app.add_option("--seed", options->seed, "The same seed gives the same acts");
    app.add_option("--ops", options->operations, "Number of acts")->required()->check(CLI::NonNegativeNumber);
}

} // namespace tutela::cli

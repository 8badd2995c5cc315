#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

Result<Answer> run(Context& context, bool deep)
{
    const auto office = context.unsignedOffice(OpenFor::Inspection);
    if (!office)
        return office.error();
    const auto examined =
        office.value()->log().doctor(deep ? interfaces::VerifyDepth::Deep : interfaces::VerifyDepth::Full);
    if (!examined)
        return examined.error();
    const interfaces::DoctorReport& report = examined.value();
    Answer answer;
    Json::Array problems;
    for (const auto& problem : report.problems)
        problems.push_back(Json::object({{"code", problem.code}, {"record", problem.record},
            {"where", problem.where}, {"text", context.texts().text(problem.text)}}));
    answer.json = Json::object({{"ok", report.ok}, {"problems", std::move(problems)}});
    answer.text = context.styled(context.term(report.ok ? "cli.doctor.ok" : "cli.doctor.bad"),
                      report.ok ? Style::Good : Style::Alarm)
        + "\n";
    for (const auto& problem : report.problems) {
        answer.text +=
            wrapText(fmt::format("  {}  {}", problem.code, context.text(problem.text)), context.width(), 4);
        answer.text += fmt::format("    {}  {}\n", printable(problem.record), printable(problem.where));
    }
    if (report.ok && !deep)
        answer.text += context.term("cli.doctor.deeper") + "\n";
    answer.exit = report.ok ? kExitDone : kExitIntegrity;
    return answer;
}

} // namespace

void addDoctor(Verbs& verbs)
{
    auto deep = std::make_shared<bool>(false);
    CLI::App& app = verbs.add("doctor", "Examine a register; exit 6 when anything is wrong",
        "tutela --register office.tutela doctor --deep",
        [deep](Context& context) { return run(context, *deep); });
    app.add_flag("--deep", *deep, "Hash every stored byte again, rebuild and compare everything derived");
}

} // namespace tutela::cli

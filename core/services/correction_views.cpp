#include "core/services/correction_views.h"

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/procedure/corrections.h"
#include "core/services/clock_views.h"

namespace tutela::services {

namespace {

Argument endArgument(const char* name, const std::optional<interfaces::ClockStand>& stand)
{
    if (stand && stand->end)
        return {name, *stand->end};
    return {name, Term{"correction.no-date"}};
}

Message movedLine(const interfaces::ClockChange& change)
{
    const auto state = [](const char* name, const std::optional<interfaces::ClockStand>& stand) {
        return Argument{
            name, Term{fmt::format("clock-state.{}", toText(stand ? stand->state : ClockState::NotStarted))}};
    };
    const std::string definition = change.id.substr(0, change.id.find('/'));
    return {"correction.moved",
        {{"clock", Term{"clock." + definition, change.service}}, {"id", change.id}, {"law", change.law},
            endArgument("before", change.before), state("stateBefore", change.before),
            endArgument("after", change.after), state("stateAfter", change.after)}};
}

} // namespace

std::vector<interfaces::ClockChange> movedBy(
    Register& source, const Register::LoadedCase& loaded, const Correction& correction, Day today)
{
    const auto files = procedure::underBothDays(loaded.file.id, loaded.entries, correction);
    return changedOnly(clockChanges(source, &files.was, files.now, today));
}

std::vector<ActUnderOldDate> actsUnderOldDateOf(
    const Register& source, const Register::LoadedCase& loaded, const Correction& correction)
{
    return procedure::actsUnderOldDate(loaded.file.id, loaded.entries, correction,
        {source.acts(), source.rulebook(), source.calendars(), source.zone()});
}

std::vector<Message> movedLines(
    Register& source, const Register::LoadedCase& loaded, const Correction& correction, Day today)
{
    std::vector<Message> lines;
    for (const interfaces::ClockChange& change : movedBy(source, loaded, correction, today))
        lines.push_back(movedLine(change));
    if (lines.empty())
        lines.push_back({"correction.nothing-moves", {}});
    return lines;
}

std::vector<Message> actLines(const std::vector<ActUnderOldDate>& acts)
{
    std::vector<Message> lines;
    for (const ActUnderOldDate& act : acts) {
        lines.push_back({"correction.act",
            {{"number", act.streamSeq}, {"act", Term{"act." + act.act}}, {"day", act.on}}});
        const auto add = [&](const char* id, const std::vector<Message>& messages) {
            for (const Message& message : messages)
                lines.push_back({id, {{"reason", Catalogue::embedded("en").text(message)}}});
        };
        add("correction.would-refuse", act.refused);
        add("correction.would-warn", act.warned);
        lines.insert(lines.end(), act.between.begin(), act.between.end());
    }
    return lines;
}

std::string proofOf(Register& source, const Correction& correction)
{
    const auto documents = source.vault.documentsOf(correction.entry);
    return documents.empty() ? std::string() : documents.front().name;
}

} // namespace tutela::services

#include "core/services/absent_acts.h"

#include <algorithm>

#include "core/domain/vocabulary.h"

namespace tutela::services {

std::vector<AbsentAct> absentActs(const law::Rulebook& rulebook)
{
    std::vector<AbsentAct> absent;
    const auto base = law::Rulebook::embedded(rulebook.basedOn());
    const auto acts =
        base ? procedure::ActTable::load(base.value().acts()) : Result<procedure::ActTable>(base.error());
    if (!acts)
        return absent; // it is based on nothing, or on a text that this program no longer brings
    for (const procedure::ActDefinition& act : acts.value().all()) {
        const auto& absences = rulebook.absences();
        const auto found = std::ranges::find(absences, toText(act.kind), &law::Absence::caseKind);
        if (found != absences.end())
            absent.push_back({act, *found});
    }
    return absent;
}

Message absenceText(const law::Rulebook& rulebook, const AbsentAct& absent)
{
    return {"act.not-in-text",
        {{"act", Term{"act." + absent.act.name}}, {"rulebook", rulebook.title()},
            {"law", absent.absence.law}}};
}

Error missingAct(const law::Rulebook& rulebook, std::string_view act)
{
    for (const AbsentAct& absent : absentActs(rulebook)) {
        if (absent.act.name == act)
            return {
                .code = ErrorCode::Usage, .what = absenceText(rulebook, absent), .record = std::string(act)};
    }
    return {.code = ErrorCode::Usage,
        .what = {"act.unknown", {{"act", std::string(act)}}},
        .record = std::string(act)};
}

} // namespace tutela::services

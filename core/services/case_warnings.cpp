#include "core/services/case_warnings.h"

#include <algorithm>

#include "core/procedure/warnings.h"
#include "core/services/clock_views.h"
#include "core/services/directory_writes.h"
#include "core/services/renewal_views.h"

namespace tutela::services {

namespace {

/// The rules know a service by its id; people by its name.
void nameService(Register& source, CaseWarning& warning)
{
    const std::string service = serviceOfClock(source, warning.clock);
    for (Argument& argument : warning.text.arguments) {
        if (auto* clock = std::get_if<Term>(&argument.value); clock != nullptr && argument.name == "clock")
            clock->of = service;
    }
}

} // namespace

std::vector<CaseWarning> caseWarnings(Register& source, const CaseFile& file, const Actor& reader, Day today)
{
    auto warnings = procedure::warningsOf(file, source.rulebook(), source.calendars(), today);
    if (const auto provider = source.directory.provider(file.provider)) {
        if (auto moved = procedure::seatMoved(file, jurisdictionOf(viewOf(*provider).details)))
            warnings.push_back(std::move(*moved));
    }
    if (auto renewal = renewalView(source, file, reader); renewal && renewal->gap)
        warnings.push_back(std::move(*renewal->gap));
    for (CaseWarning& warning : warnings)
        nameService(source, warning);
    std::ranges::stable_sort(warnings, pressesMore);
    return warnings;
}

} // namespace tutela::services

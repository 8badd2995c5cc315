#include "core/services/case_warnings.h"

#include <algorithm>

#include "core/procedure/warnings.h"
#include "core/services/directory_writes.h"
#include "core/services/renewal_views.h"

namespace tutela::services {

std::vector<CaseWarning> caseWarnings(Register& source, const CaseFile& file, const Actor& reader, Day today)
{
    auto warnings = procedure::warningsOf(file, source.rulebook(), source.calendars(), today);
    if (const auto provider = source.directory.provider(file.provider)) {
        if (auto moved = procedure::seatMoved(file, jurisdictionOf(viewOf(*provider).details)))
            warnings.push_back(std::move(*moved));
    }
    if (auto renewal = renewalView(source, file, reader); renewal && renewal->gap)
        warnings.push_back(std::move(*renewal->gap));
    std::ranges::stable_sort(warnings, pressesMore);
    return warnings;
}

} // namespace tutela::services

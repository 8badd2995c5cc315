#include "core/services/case_warnings.h"

#include "core/procedure/warnings.h"

namespace tutela::services {
#include "core/services/directory_writes.h"
#include "core/services/renewal_views.h"

std::vector<CaseWarning> caseWarnings(Register& source, const CaseFile& file, Day today)
{
    auto warnings = procedure::warningsOf(file, source.rulebook(), source.calendars(), today);
    if (const auto provider = source.directory.provider(file.provider)) {
        if (auto moved = procedure::seatMoved(file, jurisdictionOf(viewOf(*provider).details)))
            warnings.push_back(std::move(*moved));
    }
    return warnings;
}

} // namespace tutela::services

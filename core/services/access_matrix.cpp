#include "core/services/access_matrix.h"

#include <algorithm>
#include <set>

#include "core/procedure/guards.h"

namespace tutela::services {

std::vector<AccessCell> accessMatrix(const procedure::ActTable& acts)
{
    std::vector<AccessCell> cells;
    for (const procedure::ActDefinition& act : acts.all()) {
        std::set<Step> steps;
        for (const procedure::ActDefinition& other : acts.all()) {
            if (other.kind != act.kind)
                continue;
            steps.insert(other.from.begin(), other.from.end());
            if (other.to)
                steps.insert(*other.to);
        }
        for (const auto& [role, text] : Vocabulary<Role>::kTexts) {
            const Actor actor{PersonId("U-0000"), {role}};
            const bool own = procedure::roleFor(act, actor, false).has_value();
            const bool recorded = act.outside && procedure::roleFor(act, actor, true).has_value();
            for (const Step step : steps) {
                const bool fromHere = std::ranges::find(act.from, step) != act.from.end();
                cells.push_back({role, act.name, step, fromHere && (own || recorded),
                    !own && recorded ? act.law + "; recorded from a document" : act.law});
            }
        }
    }
    return cells;
}

} // namespace tutela::services

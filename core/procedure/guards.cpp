#include "core/procedure/guards.h"

#include <array>

#include "core/procedure/guard_run.h"

namespace tutela::procedure {

namespace {

constexpr std::size_t kGuardCount = static_cast<std::size_t>(Guard::ProposedByAnother) + 1;

using GuardTable = std::array<const GuardRow*, kGuardCount>;

const GuardTable& guardTable()
{
    static const GuardTable kTable = [] {
        GuardTable table{};
        for (const auto& part : {commonGuards(), assessmentGuards(), requestGuards(), consultationGuards(),
                 courtGuards(), benchGuards(), weighingGuards(), pointGuards(), disclosureGuards(),
                 orderGuards(), periodGuards(), orderLifeGuards(), orderChangeGuards(), deliveryGuards(),
                 renewalGuards(), correctionGuards(), correspondenceGuards(), reviewGuards()}) {
            for (const GuardRow& row : part)
                table.at(static_cast<std::size_t>(row.guard)) = &row;
        }
        return table;
    }();
    return kTable;
}

} // namespace

void runGuard(const GuardUse& use, const ActDefinition& act, const CaseFile* file, const Json* data,
    const Circumstances& circumstances, Verdict& verdict)
{
    const GuardRow& row = *guardTable().at(static_cast<std::size_t>(use.guard));
    if (row.looksAt == LooksAt::State ? file != nullptr : data != nullptr)
        row.run({use, act, file, data, circumstances, verdict});
}

std::optional<Role> roleFor(const ActDefinition& act, const Actor& actor, bool recordedFromDocument)
{
    if (act.outside && recordedFromDocument) {
        for (const Role role : {Role::Registrar, Role::Coordinator}) {
            if (actor.has(role))
                return role;
        }
        return std::nullopt;
    }
    for (const Role role : act.roles) {
        if (actor.has(role))
            return role;
    }
    return std::nullopt;
}

bool recordsOnly(const ActDefinition& act, const Actor& actor)
{
    return act.outside && !roleFor(act, actor, false) && roleFor(act, actor, true);
}

} // namespace tutela::procedure

#include "core/procedure/guard_run.h"

#include <algorithm>

#include "core/domain/numbered_points.h"

namespace tutela::procedure {

namespace {

Term conditionTerm(const std::string& condition)
{
    return {"condition." + condition};
}

/// Art 7(5), (6), (7): each kind has its own conditions.
void conditionOfKind(const GuardRun& run)
{
    const std::string id = run.facts().text("condition");
    const auto* condition = findById(run.now.rulebook.conditions(), id);
    const std::string kind(tutela::toText(run.detectionKind().value_or(DetectionKind::Known)));
    if (condition != nullptr && !condition->isOf(kind))
        run.refuse({{"condition", conditionTerm(id)}, {"kind", Term{"kind." + kind}}});
}

/// What a ground or an answer rests on is in the file.
void citesKnown(const GuardRun& run)
{
    const auto points = numberedPoints(*run.file);
    for (const std::string& id : run.facts().codes("rests_on_points")) {
        if (findById(points, id) == nullptr)
            run.refuse({{"id", id}});
    }
    for (const std::string& id : run.facts().codes("rests_on_evidence")) {
        if (findById(run.file->evidence, id) == nullptr)
            run.refuse({{"id", id}});
    }
    for (const std::string& id : run.facts().codes("rests_on_documents")) {
        if (findById(run.file->documents, DocumentId(id)) == nullptr)
            run.refuse({{"id", id}});
    }
}

/// A ground takes the place of one under the same condition that still stands.
void replacesFits(const GuardRun& run)
{
    const std::string id = run.facts().text("replaces");
    if (id.empty())
        return;
    const auto* cell = findById(run.file->cells, id);
    if (cell == nullptr || cell->replacedBy)
        return run.refuse({{"id", id}});
    if (cell->condition != run.facts().text("condition"))
        run.refuse({{"id", id}, {"condition", conditionTerm(cell->condition)}}, "other-condition");
}

/// Art 7(4) to (8): what no ground supports and what rests on nothing is listed before the approval.
void conditionsSupported(const GuardRun& run)
{
    const std::string kind(tutela::toText(run.detectionKind().value_or(DetectionKind::Known)));
    if (run.file->cells.empty() && !run.now.rulebook.conditions().empty())
        return run.warn("nothing-weighed");
    for (const law::Condition& condition : run.now.rulebook.conditions()) {
        const bool weighed = std::ranges::any_of(run.file->cells,
            [&](const ConditionCell& cell) { return cell.condition == condition.id && !cell.replacedBy; });
        if (condition.isOf(kind) && !weighed)
            run.warn("condition-without-ground", {{"condition", conditionTerm(condition.id)}});
    }
    for (const ConditionCell& cell : run.file->cells) {
        if (!cell.replacedBy && !cell.restsOnSomething())
            run.warn(
                "ground-rests-on-nothing", {{"id", cell.id}, {"condition", conditionTerm(cell.condition)}});
    }
}

constexpr GuardRow kRows[] = {
    {Guard::ConditionOfKind, LooksAt::Data, conditionOfKind},
    {Guard::CitesKnown, LooksAt::Data, citesKnown},
    {Guard::ReplacesFits, LooksAt::Data, replacesFits},
    {Guard::ConditionsSupported, LooksAt::State, conditionsSupported},
};

} // namespace

std::span<const GuardRow> weighingGuards()
{
    return kRows;
}

} // namespace tutela::procedure

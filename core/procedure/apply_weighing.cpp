#include "core/procedure/apply_weighing.h"

#include <algorithm>

#include <fmt/format.h>

namespace tutela::procedure {

void WeighingFold::treatPoint() const
{
    if (const auto view = m_facts.choice<PointView>("authority_view"))
        m_file.treatments.push_back({m_entry.seq, m_facts.text("point"), *view, m_on});
}

void WeighingFold::recordAdjustment() const
{
    if (const auto adjustment = m_facts.choice<Adjustment>("adjustment"))
        m_file.adjustments.push_back({m_entry.seq, m_facts.text("point"), *adjustment, m_on});
}

void WeighingFold::remindOpinion() const
{
    m_file.reminders.push_back(
        {m_entry.seq, m_facts.integer("version"), m_facts.day("sent_on").value_or(m_on)});
}

void WeighingFold::recordCondition() const
{
    ConditionCell cell;
    cell.id = fmt::format("B{}", m_file.cells.size() + 1);
    cell.entry = m_entry.seq;
    cell.condition = m_facts.text("condition");
    cell.side = m_facts.choice<GroundSide>("side").value_or(GroundSide::For);
    for (const std::string& document : m_facts.codes("rests_on_documents"))
        cell.documents.emplace_back(document);
    cell.evidence = m_facts.codes("rests_on_evidence");
    cell.points = m_facts.codes("rests_on_points");
    const auto replaced = std::ranges::find(m_file.cells, m_facts.text("replaces"), &ConditionCell::id);
    if (replaced != m_file.cells.end())
        replaced->replacedBy = cell.id;
    m_file.cells.push_back(std::move(cell));
}

} // namespace tutela::procedure

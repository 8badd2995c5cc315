#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/procedure/act_definition.h"
#include "core/procedure/decide.h"

namespace tutela::testing {

/// How far the stages of one kind of case are from its end, by acts that are there for every file: not by the
/// move of the provider to another Member State, nor for a paper that waits for the file it belongs to.
class WaysToTheEnd final {
public:
    WaysToTheEnd(const procedure::ActTable& acts, CaseKind kind)
        : m_acts(acts)
        , m_kind(kind)
    {
        for (int steps = 1; steps <= static_cast<int>(Vocabulary<Step>::kTexts.size()); ++steps) {
            const std::map<Step, int> known = m_far;
            for (const procedure::ActDefinition& act : acts.all()) {
                if (act.kind != kind || !isCommon(act) || !leadsInto(act, known))
                    continue;
                for (const Step from : act.from)
                    m_far.try_emplace(from, steps);
            }
        }
    }

    /// The acts that bring the file nearer to its end and that the rules offer to this person now.
    [[nodiscard]] std::set<std::string> offered(
        const CaseFile& file, const procedure::Circumstances& now) const
    {
        const int here = m_far.at(file.step);
        std::map<Step, int> nearer = m_far;
        std::erase_if(nearer, [&](const auto& step) { return step.second >= here; });
        std::set<std::string> names;
        for (const procedure::ActDefinition& act : m_acts.all()) {
            if (act.kind == m_kind && isCommon(act) && leadsInto(act, nearer)
                && procedure::judge(act, &file, nullptr, procedure::ActSource::Own, now).refusals.empty())
                names.insert(act.name);
        }
        return names;
    }

private:
    static bool isCommon(const procedure::ActDefinition& act)
    {
        return act.name != "transfer-file" && act.name != "transfer-file-detection"
            && act.name != "place-filing" && act.name != "set-filing-aside";
    }

    static bool leadsInto(const procedure::ActDefinition& act, const std::map<Step, int>& steps)
    {
        return (act.to && steps.contains(*act.to)) || (act.toWhen && steps.contains(act.toWhen->to));
    }

    const procedure::ActTable& m_acts;
    CaseKind m_kind;
    std::map<Step, int> m_far{{Step::Closed, 0}};
};

} // namespace tutela::testing

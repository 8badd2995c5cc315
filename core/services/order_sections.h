#pragma once

#include <optional>
#include <vector>

#include "core/interfaces/case_desk.h"

namespace tutela::services {

/// The life of the order in sections: versions, delivery, notices, challenges, suspensions, copies; only
/// those with something in them. Precondition: it was not refused.
[[nodiscard]] std::vector<interfaces::OrderSection> orderSections(const DetectionOrder& order, Day today);

/// What became of the order, challenge, suspension, attempt or notice that the entry recorded, if it was one.
[[nodiscard]] std::optional<Term> orderLifeStatus(const CaseFile& file, EntrySeq entry);

/// Takes out of an order those records of its life that `hidden` names; what steers its clocks stays.
template <class Hidden> void cutOrder(DetectionOrder& order, const Hidden& hidden)
{
    std::erase_if(order.challenges, hidden);
    std::erase_if(order.attempts, hidden);
    std::erase_if(order.notices, hidden);
    std::erase_if(order.copyList, hidden);
}

} // namespace tutela::services

#include "core/domain/case_file.h"

#include <algorithm>

namespace tutela {

bool isWithin(const OrderScope& inner, const OrderScope& outer)
{
    if (inner.start < outer.start || inner.end > outer.end)
        return false;
    if (outer.parts.empty())
        return true;
    return !inner.parts.empty() && std::ranges::all_of(inner.parts, [&](const std::string& part) {
        return std::ranges::find(outer.parts, part) != outer.parts.end();
    });
}

OrderStatus orderStatus(const DetectionOrder& order, Day today)
{
    if (today > order.scope.end)
        return OrderStatus::Expired;
    if (!order.receivedOn)
        return OrderStatus::IssuedReceiptAwaited;
    return today < order.scope.start ? OrderStatus::ReceivedNotYetApplicable : OrderStatus::Applies;
}

bool hasDeclaredNoConflict(const CaseFile& file, const PersonId& judge)
{
    const auto last = std::find_if(file.declarations.rbegin(), file.declarations.rend(),
        [&](const ConflictDeclaration& declaration) { return declaration.judge == judge; });
    return last != file.declarations.rend() && !last->steppedAside;
}

} // namespace tutela

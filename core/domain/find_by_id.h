#pragma once

#include <algorithm>

namespace tutela {

/// The record of that id, or null; const where the records are.
template <class Records, class Id> [[nodiscard]] auto* findById(Records& records, const Id& id)
{
    const auto found = std::ranges::find_if(records, [&](const auto& record) { return record.id == id; });
    return found == records.end() ? nullptr : &*found;
}

} // namespace tutela

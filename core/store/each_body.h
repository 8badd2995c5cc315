#pragma once

#include <vector>

#include "core/store/journal_store.h"

namespace tutela::store {

/// Calls `each` with every entry of the log as it is stored, in order. It is read in pieces: no statement is
/// open while `each` writes.
template <class Each> void forEachBody(JournalStore& journal, const Each& each)
{
    for (EntrySeq next = 0;;) {
        std::vector<StoredBody> bodies;
        journal.bodies(next, 500, [&](const StoredBody& body) { bodies.push_back(body); });
        if (bodies.empty())
            return;
        next = bodies.back().seq + 1;
        for (const StoredBody& body : bodies)
            each(body);
    }
}

} // namespace tutela::store

#pragma once

#include <new>
#include <utility>

#include "core/base/result.h"
#include "core/store/engine.h"

namespace tutela::services {

/// Runs the work of a desk and turns a failure of the machine into an answer to a person. `Work` gives a
/// Result.
template <class Work> auto guarded(Work&& work) -> decltype(work())
{
    try {
        return std::forward<Work>(work)();
    } catch (const store::StoreFailure& failure) {
        return failure.error();
    } catch (const std::bad_alloc&) {
        return Error{.code = ErrorCode::Storage, .what = {"store.memory", {}}};
    }
}

/// The same for work that only reads: all of it sees the register of one moment.
template <class Work> auto guardedReading(store::Engine& engine, Work&& work) -> decltype(work())
{
    return guarded([&] {
        const store::ReadSnapshot snapshot(engine);
        return std::forward<Work>(work)();
    });
}

/// One answer for what does not exist, may not be seen, or is not this person's to do.
[[nodiscard]] inline Error notAllowed(std::string record)
{
    return {.code = ErrorCode::NotAllowed, .what = {"refusal.not-allowed", {}}, .record = std::move(record)};
}

} // namespace tutela::services

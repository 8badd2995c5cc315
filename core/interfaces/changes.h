#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/domain/ids.h"

namespace tutela::interfaces {

/// Destroying it ends the subscription.
class Subscription {
public:
    virtual ~Subscription() = default;
};

/// News of changed cases, after the commit. Called on the thread that committed or polled.
class Changes {
public:
    virtual ~Changes() = default;

    /// The listener gets the cases that changed; an empty list means "anything may have changed".
    [[nodiscard]] virtual std::unique_ptr<Subscription> subscribe(
        std::function<void(const std::vector<CaseId>&)> listener) = 0;

    /// Looks whether another process changed the register; to be called about once a second.
    virtual void poll() = 0;
};

} // namespace tutela::interfaces

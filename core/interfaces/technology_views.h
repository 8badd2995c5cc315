#pragma once

#include <cstdint>
#include <optional>

#include "core/base/message.h"
#include "core/domain/technology.h"

namespace tutela::interfaces {

/// The false alarms to expect in a month as they follow from what the plan states.
struct ExpectedAlarms {
    std::optional<std::int64_t> aMonth; ///< none: something that they follow from is not stated
    Message how; ///< the computation, or what is missing
    std::optional<Message> differs = {}; ///< what the provider states beside it, when that is another number
};

/// A technology of an implementation plan as one sheet (Art 7(8), 10(3)).
struct TechnologyView {
    domain::DeclaredTechnology stated;
    ExpectedAlarms alarms;
};

} // namespace tutela::interfaces

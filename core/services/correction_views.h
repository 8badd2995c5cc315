#pragma once

#include <string>
#include <vector>

#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// The clocks as they were under the old day and as they are under the right one, those that move.
[[nodiscard]] std::vector<interfaces::ClockChange> movedBy(
    Register& source, const Register::LoadedCase& loaded, const Correction& correction, Day today);

/// The acts done under the old date.
[[nodiscard]] std::vector<ActUnderOldDate> actsUnderOldDateOf(
    const Register& source, const Register::LoadedCase& loaded, const Correction& correction);

/// One line for each clock that moves; one line that says so when none does.
[[nodiscard]] std::vector<Message> movedLines(
    Register& source, const Register::LoadedCase& loaded, const Correction& correction, Day today);

/// One line for each act, followed by what is said about it.
[[nodiscard]] std::vector<Message> actLines(const std::vector<ActUnderOldDate>& acts);

/// The name of the document that proves the right day, or its id when its name was erased.
[[nodiscard]] std::string proofOf(Register& source, const Correction& correction);

} // namespace tutela::services

#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace tutela::law {

/// The complete pack of a legal text that comes with the program. A text may be written down as a variation
/// of another ("basedOn"): it states its own figures; a clock is that of the other text with the members it
/// changes ("like" names another clock); the acts are those of the other text without the kinds of case it
/// leaves out ("without") and with what "changes" says. What comes out depends on no other pack, so that a
/// register keeps its legal text whatever the program brings later.
/// Error BadInput `rulebook.unknown`. Throws std::logic_error when a pack of the program is broken.
[[nodiscard]] Result<std::string> rulebookPack(std::string_view id);

} // namespace tutela::law

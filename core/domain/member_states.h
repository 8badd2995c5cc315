#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace tutela {

/// The Member States of the Union, by the two letters that calendars carry too (Greece is EL):
/// each designates a Coordinating Authority (Art 25).
inline constexpr std::array<std::string_view, 27> kMemberStates{"AT", "BE", "BG", "CY", "CZ", "DE", "DK",
    "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO",
    "SE", "SI", "SK"};

[[nodiscard]] constexpr bool isMemberState(std::string_view code)
{
    return std::ranges::find(kMemberStates, code) != kMemberStates.end();
}

} // namespace tutela

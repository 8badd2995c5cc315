#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tutela::filings {

/// `$.a` and `b` give `$.a.b`; a key that is no plain word gives `$.a["odd key"]`.
[[nodiscard]] std::string memberPath(const std::string& parent, std::string_view key);

/// `$.a` and 0 give `$.a[0]`.
[[nodiscard]] std::string itemPath(const std::string& parent, std::size_t index);

/// Whether a text holds nothing but spaces, tabs and line ends.
[[nodiscard]] bool isBlank(std::string_view text);

/// The number of characters (Unicode code points) of a text in UTF-8.
[[nodiscard]] std::size_t characters(std::string_view text);

/// The text, or its first hundred characters and an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text);

} // namespace tutela::filings

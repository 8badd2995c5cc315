#pragma once

#include <string>
#include <string_view>

namespace tutela::documents {

/// The text as a reader may safely see it: every invalid UTF-8 sequence becomes U+FFFD; controls that reorder
/// or hide text (bidirectional controls, zero-width spaces, tag characters, C0 and C1 controls) become
/// "[U+202E]"; CR LF, CR, U+2028 and U+2029 become a line feed, a tab becomes a space. Joiners that scripts
/// need (U+200C, U+200D) stay. A text that came out of here is left unchanged.
[[nodiscard]] std::string visibleText(std::string_view foreign);

/// Number of columns that a visible text takes in a fixed-width rendering: code points without combining
/// marks.
[[nodiscard]] int columns(std::string_view visible);

} // namespace tutela::documents

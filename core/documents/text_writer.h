#pragma once

#include <string>

#include "core/documents/document.h"

namespace tutela::documents {

/// The document as plain UTF-8 text, lines of at most `width` columns (at least 40 are taken), ending with
/// the reference, the fingerprint and the footers. For terminals, screen readers and comparisons.
[[nodiscard]] std::string writeText(const Document& document, int width = 78);

} // namespace tutela::documents

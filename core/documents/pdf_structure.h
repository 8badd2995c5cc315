#pragma once

#include <string>
#include <string_view>

#include "core/documents/document.h"
#include "core/documents/tag_tree.h"

namespace tutela::documents {

/// Gives the bytes that Cairo wrote their final form: the logical structure of `tags` in place of Cairo's
/// flat one, artifacts marked as such, language, properties of the file, and an identifier that depends on
/// the content only.
[[nodiscard]] std::string finishPdf(
    std::string_view cairoBytes, const Document& document, const TagTree& tags);

} // namespace tutela::documents

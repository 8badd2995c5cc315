#pragma once

#include "core/documents/document.h"

namespace tutela::documents {

/// Every kind of block, three scripts, hostile text, a table and a paragraph longer than a page.
[[nodiscard]] Document everyBlock();

} // namespace tutela::documents

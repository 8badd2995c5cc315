#pragma once

#include "core/documents/order_document.h"

namespace tutela::documents {

/// Every kind of block, three scripts, hostile text, a table and a paragraph longer than a page.
[[nodiscard]] Document everyBlock();

/// An order for known material and solicitation with every fact stated; signed outside.
[[nodiscard]] OrderDocumentFacts orderFacts();

} // namespace tutela::documents

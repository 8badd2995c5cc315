#pragma once

#include <string_view>

#include "core/documents/order_document.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// In which language the order is printed unless another is chosen: that in which it was drafted, otherwise
/// that of the provider (Art 8(2)), otherwise English. Precondition: an order was issued.
[[nodiscard]] std::string orderLanguage(Register& source, const Register::LoadedCase& loaded);

/// The order of a case as a document (Art 8(1), Annex I). The same order gives the same document.
[[nodiscard]] documents::Document orderDocumentOf(Register& source, const Register::LoadedCase& loaded,
    const interfaces::OrderView& order, std::string_view language);

} // namespace tutela::services

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tutela::documents {

/// The number of pages of a PDF; nothing when it is encrypted or cannot be read. For bytes that were examined
/// before (services::examineForeign): libqpdf bounds neither memory nor time.
[[nodiscard]] std::optional<int> pageCount(std::string_view bytes);

/// `own` followed by the pages of the others, without their annotations and actions. Each further page
/// carries at its foot what `footer` gives for its number, from 1 for the first page of `own`; only ASCII is
/// drawn. The same input gives the same bytes. Precondition: pageCount gives a number for each.
[[nodiscard]] std::string appendPdfs(std::string_view own, const std::vector<std::string_view>& others,
    const std::function<std::string(int page)>& footer);

} // namespace tutela::documents

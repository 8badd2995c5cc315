#pragma once

#include <optional>
#include <string_view>

#include "core/domain/document_flag.h"

namespace tutela::documents {

/// How much of a PDF is looked at; beyond it the answer is that it could not be checked.
struct PdfLimits {
    std::size_t bytes = std::size_t{64} << 20;
    std::size_t objects = 200'000;
};

/// Whether a PDF (ISO 32000-1) contains images or files within it, without rendering it: image streams,
/// images within content streams, thumbnails, embedded files, sound, film. NotChecked when it is encrypted,
/// broken in any place, or beyond the limits; nothing when it is free of all this. libqpdf reads it, which
/// bounds neither memory nor time: for bytes from outside see services::examineForeign.
[[nodiscard]] std::optional<DocumentFlag> examinePdf(std::string_view bytes, const PdfLimits& limits = {});

} // namespace tutela::documents

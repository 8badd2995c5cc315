#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "core/documents/document.h"

namespace tutela::documents {

/// The machine lacks what a PDF needs: the font family, or Cairo failed.
class PdfFailure final : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The document as the bytes of an A4 PDF: tagged, with its language, embedded fonts, an outline of the
/// headings, and on each page its number, the reference, the fingerprint and the footers. The same document
/// gives the same bytes on the same versions of Pango, Cairo, qpdf and the fonts. Text is never read as
/// markup. Safe to call from several threads.
/// Throws PdfFailure when fontconfig does not offer the family "Noto Sans" or Cairo fails.
[[nodiscard]] std::string writePdf(const Document& document);

/// Where a heading begins.
struct HeadingPlace {
    int level;
    int page; ///< from 1
};

/// On which pages the headings of a document begin, in their order, and how many pages it has.
struct PagePlan {
    std::vector<HeadingPlace> headings;
    int pages = 0;
};

/// The pages as writePdf sets them. Throws as it does.
[[nodiscard]] PagePlan planPages(const Document& document);

} // namespace tutela::documents

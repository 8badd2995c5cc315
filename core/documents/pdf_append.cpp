#include "core/documents/pdf_append.h"

#include <memory>

#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace tutela::documents {

namespace {

constexpr const char* kFooterFont = "/TutelaFooter";

/// Reads a PDF; `bytes` must outlive what it gives.
std::unique_ptr<QPDF> openedPdf(std::string_view bytes)
{
    auto pdf = std::make_unique<QPDF>();
    pdf->setSuppressWarnings(true);
    pdf->processMemoryFile("document", bytes.data(), bytes.size());
    return pdf;
}

/// The text as a PDF string; what is not printable ASCII becomes a question mark.
std::string literal(std::string_view text)
{
    std::string out = "(";
    for (const char one : text) {
        if (one == '(' || one == ')' || one == '\\')
            out += '\\';
        out += one >= ' ' && one <= '~' ? one : '?';
    }
    return out + ")";
}

/// Puts the line at the foot of the page, whatever state the page leaves behind.
void addFooter(QPDF& pdf, QPDFPageObjectHelper& page, const std::string& line)
{
    QPDFObjectHandle resources = page.getAttribute("/Resources", true);
    if (!resources.isDictionary()) {
        resources = QPDFObjectHandle::newDictionary();
        page.getObjectHandle().replaceKey("/Resources", resources);
    }
    QPDFObjectHandle fonts = resources.getKey("/Font");
    fonts = fonts.isDictionary() ? fonts.shallowCopy() : QPDFObjectHandle::newDictionary();
    fonts.replaceKey(
        kFooterFont, QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
    resources.replaceKey("/Font", fonts);
    double left = 0;
    double bottom = 0;
    if (QPDFObjectHandle box = page.getMediaBox(); box.isRectangle()) {
        const QPDFObjectHandle::Rectangle area = box.getArrayAsRectangle();
        left = area.llx;
        bottom = area.lly;
    }
    page.addPageContents(QPDFObjectHandle::newStream(&pdf, "q\n"), true);
    page.addPageContents(QPDFObjectHandle::newStream(&pdf,
                             fmt::format("\nQ\nq\nBT 0 g {} 7.5 Tf {:.2f} {:.2f} Td {} Tj ET\nQ\n",
                                 kFooterFont, left + 36, bottom + 14, literal(line))),
        false);
}

} // namespace

std::optional<int> pageCount(std::string_view bytes)
{
    try {
        const auto pdf = openedPdf(bytes);
        if (pdf->isEncrypted() || pdf->anyWarnings())
            return std::nullopt;
        const std::size_t pages = QPDFPageDocumentHelper(*pdf).getAllPages().size();
        return pages == 0 || pages > 100'000 ? std::nullopt : std::optional(static_cast<int>(pages));
    } catch (const std::exception&) { // broken in any way: libqpdf and the C++ library throw many kinds
        return std::nullopt;
    }
}

std::string appendPdfs(std::string_view own, const std::vector<std::string_view>& others,
    const std::function<std::string(int page)>& footer)
{
    const auto whole = openedPdf(own);
    QPDFPageDocumentHelper pages(*whole);
    auto number = static_cast<int>(pages.getAllPages().size());
    std::vector<std::unique_ptr<QPDF>> sources; // pages are copied when the whole is written
    for (const std::string_view bytes : others) {
        sources.push_back(openedPdf(bytes));
        QPDFPageDocumentHelper source(*sources.back());
        source.pushInheritedAttributesToPage();
        for (QPDFPageObjectHelper& page : source.getAllPages()) {
            for (const char* key : {"/Annots", "/AA", "/StructParents", "/PieceInfo"})
                page.getObjectHandle().removeKey(key);
            addFooter(*sources.back(), page, footer(++number));
            pages.addPage(page, false);
        }
    }
    QPDFWriter writer(*whole);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

} // namespace tutela::documents

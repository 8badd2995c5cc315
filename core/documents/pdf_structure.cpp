#include "core/documents/pdf_structure.h"

#include <map>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "core/documents/visible_text.h"

namespace tutela::documents {

namespace {

using Handle = QPDFObjectHandle;

Handle name(const std::string& text)
{
    return Handle::newName("/" + text);
}

Handle text(std::string_view foreign)
{
    return Handle::newUnicodeString(visibleText(foreign));
}

/// Rewrites `/Role << /MCID n >> BDC` to an artifact where n is one.
class ArtifactFilter final : public Handle::TokenFilter {
public:
    explicit ArtifactFilter(std::set<int> artifacts)
        : m_artifacts(std::move(artifacts))
    {
    }

    void handleToken(const QPDFTokenizer::Token& token) override
    {
        m_held.push_back(token);
        if (token.getType() != QPDFTokenizer::tt_word)
            return;
        if (token.getValue() == "BDC" && isArtifact())
            write("/Artifact <</Type /Pagination>> BDC");
        else
            flush();
        m_held.clear();
    }

    void handleEOF() override { flush(); }

private:
    [[nodiscard]] bool isArtifact() const
    {
        bool next = false;
        for (const QPDFTokenizer::Token& token : m_held) {
            if (next && token.getType() == QPDFTokenizer::tt_integer)
                return m_artifacts.contains(std::stoi(token.getValue()));
            next = next ? token.getType() == QPDFTokenizer::tt_space : token.getValue() == "/MCID";
        }
        return false;
    }

    void flush()
    {
        for (const QPDFTokenizer::Token& token : m_held)
            writeToken(token);
        m_held.clear();
    }

    std::set<int> m_artifacts;
    std::vector<QPDFTokenizer::Token> m_held;
};

/// Builds the structure tree (ISO 32000-1, 14.7.2) and the parent tree that leads back from marked content.
class StructureBuilder final {
public:
    StructureBuilder(QPDF& pdf, const TagTree& tags)
        : m_pdf(pdf)
        , m_tags(tags)
        , m_pages(pdf.getAllPages())
        , m_parents(m_pages.size())
    {
    }

    void build()
    {
        Handle root = m_pdf.makeIndirectObject(Handle::newDictionary());
        for (std::size_t at = 0; at < m_tags.nodes.size(); ++at)
            addElement(at, root);
        root.replaceKey("/Type", name("StructTreeRoot"));
        root.replaceKey("/K", m_elements.front());
        root.replaceKey("/ParentTree", parentTree());
        root.replaceKey("/ParentTreeNextKey", Handle::newInteger(static_cast<long long>(m_pages.size())));
        m_pdf.getRoot().replaceKey("/StructTreeRoot", root);
    }

private:
    void addElement(std::size_t at, const Handle& root)
    {
        const TagNode& node = m_tags.nodes[at];
        Handle element = m_pdf.makeIndirectObject(Handle::newDictionary());
        element.replaceKey("/Type", name("StructElem"));
        element.replaceKey("/S", name(node.role));
        element.replaceKey("/P", at == 0 ? root : m_elements[node.parent]);
        element.replaceKey("/K", Handle::newArray());
        if (node.role == "TH")
            element.replaceKey("/A", Handle::parse("<< /O /Table /Scope /Column >>"));
        for (const TagMark& mark : node.marks)
            addMark(element, mark);
        m_elements.push_back(element);
        if (at != 0)
            m_elements[node.parent].getKey("/K").appendItem(element);
    }

    void addMark(Handle& element, const TagMark& mark)
    {
        const auto page = static_cast<std::size_t>(mark.page);
        if (!element.hasKey("/Pg"))
            element.replaceKey("/Pg", m_pages[page]);
        Handle reference = Handle::parse("<< /Type /MCR >>");
        reference.replaceKey("/Pg", m_pages[page]);
        reference.replaceKey("/MCID", Handle::newInteger(mark.content));
        element.getKey("/K").appendItem(reference);
        m_parents[page].insert_or_assign(mark.content, element);
    }

    Handle parentTree()
    {
        Handle numbers = Handle::newArray();
        for (std::size_t page = 0; page < m_pages.size(); ++page) {
            Handle elements = Handle::newArray();
            for (const auto& [content, element] : m_parents[page]) {
                while (elements.getArrayNItems() < content)
                    elements.appendItem(Handle::newNull());
                elements.appendItem(element);
            }
            m_pages[page].replaceKey("/StructParents", Handle::newInteger(static_cast<long long>(page)));
            m_pages[page].replaceKey("/Tabs", name("S"));
            numbers.appendItem(Handle::newInteger(static_cast<long long>(page)));
            numbers.appendItem(m_pdf.makeIndirectObject(elements));
        }
        Handle tree = Handle::newDictionary();
        tree.replaceKey("/Nums", numbers);
        return m_pdf.makeIndirectObject(tree);
    }

    QPDF& m_pdf;
    const TagTree& m_tags;
    std::vector<Handle> m_pages;
    std::vector<Handle> m_elements;
    std::vector<std::map<int, Handle>> m_parents;
};

void markArtifacts(QPDF& pdf, const TagTree& tags)
{
    std::map<std::size_t, std::set<int>> artifacts;
    for (const TagMark& mark : tags.artifacts)
        artifacts[static_cast<std::size_t>(mark.page)].insert(mark.content);
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    for (const auto& [page, contents] : artifacts)
        pages[page].addContentTokenFilter(std::make_shared<ArtifactFilter>(contents));
}

void setProperties(QPDF& pdf, const Document& document)
{
    const auto day = std::chrono::floor<std::chrono::days>(document.created);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(document.created - day);
    const std::string stamp = fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
        time.minutes().count(), time.seconds().count());
    Handle properties = Handle::newDictionary();
    properties.replaceKey("/Title", text(document.title));
    properties.replaceKey("/Subject", text(document.reference));
    properties.replaceKey("/Author", text(document.author));
    properties.replaceKey("/Keywords", text(document.fingerprint));
    properties.replaceKey("/Creator", text("Tutela"));
    properties.replaceKey("/Producer", text("Tutela"));
    properties.replaceKey("/CreationDate", Handle::newString(stamp));
    properties.replaceKey("/ModDate", Handle::newString(stamp));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(properties));

    Handle root = pdf.getRoot();
    root.replaceKey("/Lang", Handle::newString(document.language));
    root.replaceKey("/MarkInfo", Handle::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
}

} // namespace

std::string finishPdf(std::string_view cairoBytes, const Document& document, const TagTree& tags)
{
    QPDF pdf;
    pdf.processMemoryFile("document", cairoBytes.data(), cairoBytes.size());
    StructureBuilder(pdf, tags).build();
    markArtifacts(pdf, tags);
    setProperties(pdf, document);

    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

} // namespace tutela::documents

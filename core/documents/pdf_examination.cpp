#include "core/documents/pdf_examination.h"

#include <algorithm>
#include <set>
#include <string>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace tutela::documents {

namespace {

using Handle = QPDFObjectHandle;

bool hasName(Handle dictionary, const std::string& key, std::initializer_list<const char*> names)
{
    Handle value = dictionary.getKey(key);
    return value.isName()
        && std::ranges::any_of(names, [&](const char* name) { return value.getName() == name; });
}

bool isImage(Handle& object)
{
    if (!object.isStream())
        return object.isDictionary() && object.hasKey("/Thumb");
    Handle dictionary = object.getDict();
    return hasName(dictionary, "/Subtype", {"/Image"})
        || (dictionary.hasKey("/Width") && dictionary.hasKey("/Height"));
}

bool isFile(Handle& object)
{
    Handle dictionary = object.isStream() ? object.getDict() : object;
    return hasName(dictionary, "/Type", {"/EmbeddedFile"}) || dictionary.hasKey("/EF")
        || hasName(
            dictionary, "/Subtype", {"/RichMedia", "/Movie", "/Screen", "/Sound", "/3D", "/FileAttachment"});
}

/// Looks in a content stream for an image that stands in it (ISO 32000-1, 8.9.7).
class InlineImages final : public Handle::ParserCallbacks {
public:
    void handleObject(Handle object) override
    {
        if (!object.isInlineImage() && !(object.isOperator() && object.getOperatorValue() == "BI"))
            return;
        m_found = true;
        terminateParsing();
    }

    void handleEOF() override { }

    [[nodiscard]] bool found() const { return m_found; }

private:
    bool m_found = false;
};

/// One PDF, object by object.
class Examination final {
public:
    explicit Examination(const PdfLimits& limits)
        : m_limits(limits)
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.setAttemptRecovery(false);
    }

    std::optional<DocumentFlag> run(std::string_view bytes)
    {
        m_pdf.processMemoryFile("document", bytes.data(), bytes.size());
        if (m_pdf.isEncrypted() || m_pdf.getXRefTable().size() > m_limits.objects)
            return DocumentFlag::NotChecked;
        for (const auto& [id, place] : m_pdf.getXRefTable()) {
            Handle object = m_pdf.getObject(id);
            if (object.isStream() || object.isDictionary())
                take(object);
        }
        // Whoever opens it would see what a mended file shows, which is not what was looked at here.
        const bool whole = m_pdf.getWarnings().empty();
        if (m_images || (whole && anyInlineImage()))
            return DocumentFlag::ContainsImages;
        if (m_files)
            return DocumentFlag::ContainsFiles;
        return whole && m_pdf.getWarnings().empty() ? std::nullopt : std::optional(DocumentFlag::NotChecked);
    }

private:
    void take(Handle& object)
    {
        m_images = m_images || isImage(object);
        m_files = m_files || isFile(object);
        Handle dictionary = object.isStream() ? object.getDict() : object;
        if (object.isStream()
            && (hasName(dictionary, "/Subtype", {"/Form"}) || dictionary.hasKey("/PatternType")))
            m_contents.insert(object.getObjGen());
        if (hasName(dictionary, "/Type", {"/Page"}))
            takeContent(dictionary.getKey("/Contents"));
        Handle glyphs = dictionary.getKey("/CharProcs");
        if (glyphs.isDictionary()) {
            for (const std::string& name : glyphs.getKeys())
                takeContent(glyphs.getKey(name));
        }
    }

    void takeContent(Handle content)
    {
        if (content.isStream())
            m_contents.insert(content.getObjGen());
        if (!content.isArray())
            return;
        for (Handle& part : content.getArrayAsVector()) {
            if (part.isStream())
                m_contents.insert(part.getObjGen());
        }
    }

    bool anyInlineImage()
    {
        return std::ranges::any_of(m_contents, [&](const QPDFObjGen& id) {
            InlineImages images;
            m_pdf.getObject(id).parseAsContents(&images);
            return images.found();
        });
    }

    PdfLimits m_limits;
    QPDF m_pdf;
    bool m_images = false;
    bool m_files = false;
    std::set<QPDFObjGen> m_contents;
};

} // namespace

std::optional<DocumentFlag> examinePdf(std::string_view bytes, const PdfLimits& limits)
{
    if (bytes.size() > limits.bytes)
        return DocumentFlag::NotChecked;
    try {
        return Examination(limits).run(bytes);
    } catch (const std::exception&) {
        return DocumentFlag::NotChecked;
    }
}

} // namespace tutela::documents

#include "core/documents/bundle_document.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "core/documents/pdf_append.h"
#include "core/documents/pdf_writer.h"

namespace tutela::documents {

namespace {

/// The headings of files within an item; what a file says has deeper ones.
constexpr int kFileLevel = 2;

/// The pages that each line of the contents names, in the order of the contents; empty before they are known.
using ContentPages = std::vector<std::string>;

std::string sizeIn(const DocumentTemplate& form, std::int64_t bytes)
{
    return fmt::format("{} {}", bytes, form.word("bytes"));
}

/// Why the file does not stand where it is named: it is appended, or kept apart.
std::string placeOf(const BundleFile& file, const DocumentTemplate& form)
{
    if (!file.pdf.empty())
        return form.word("appended");
    return file.apart.empty() ? form.word("printed-below") : file.apart;
}

/// Composes the blocks of the items and the lines of the contents in one walk, so that they cannot differ.
class BundleComposer final {
public:
    BundleComposer(const BundleFacts& facts, const DocumentTemplate& form, ContentPages pages)
        : m_facts(facts)
        , m_form(form)
        , m_pages(std::move(pages))
    {
    }

    Document compose()
    {
        m_values.parts["items"] = {};
        for (const BundleItem& item : m_facts.items)
            addItem(item);
        addLine("", m_form.word("schedule"), "");
        addOmissions();
        m_values.reference = m_facts.reference;
        m_values.fingerprint = m_facts.hash;
        m_values.created = m_facts.created;
        m_values.texts = {{"authority", m_facts.authority}, {"court", m_facts.court},
            {"provider", m_facts.provider}, {"service", m_facts.service}, {"reference", m_facts.reference},
            {"filedOn", m_facts.filedOn}, {"hash", m_facts.hash}, {"legalBasis", m_facts.legalBasis},
            {"count", fmt::to_string(m_facts.items.size())}};
        if (!m_facts.legalBasis.empty())
            m_values.flags.insert("in-force");
        return m_form.fill(m_values);
    }

private:
    void addLine(const std::string& number, const std::string& what, const std::string& day)
    {
        auto& lines = m_values.tables["contents"];
        const std::size_t at = lines.size();
        lines.push_back({number, what, day, at < m_pages.size() ? m_pages[at] : std::string()});
    }

    void addItem(const BundleItem& item)
    {
        auto& blocks = m_values.parts["items"];
        const std::string number = fmt::to_string(++m_number);
        blocks.emplace_back(PageBreak{});
        blocks.emplace_back(Heading{1, fmt::format("{}. {}", number, item.title)});
        blocks.emplace_back(
            Paragraph{fmt::format("{} · {}", m_form.dayText(item.on), item.by), Emphasis::Small});
        if (!item.fields.empty())
            blocks.emplace_back(FieldGroup{item.fields});
        addLine(number, item.title, m_form.dayText(item.on));
        int file = 0;
        for (const BundleFile& one : item.files)
            addFile(one, fmt::format("{}.{}", number, ++file));
    }

    void addFile(const BundleFile& file, const std::string& number)
    {
        auto& blocks = m_values.parts["items"];
        blocks.emplace_back(Heading{kFileLevel, fmt::format("{} {}", number, file.name)});
        blocks.emplace_back(FieldGroup{
            {{m_form.word("kind"), file.mediaType}, {m_form.word("size"), sizeIn(m_form, file.size)},
                {"SHA-256", file.sha256}, {m_form.word("place"), placeOf(file, m_form)}}});
        std::ranges::copy(file.blocks, std::back_inserter(blocks));
        addLine(number, file.name, "");
    }

    void addOmissions()
    {
        const auto rows = [&](const std::vector<BundleOmission>& omissions, const char* table) {
            auto& into = m_values.tables[table];
            for (const BundleOmission& one : omissions)
                into.push_back({one.what, one.on ? m_form.dayText(*one.on) : std::string(), one.why});
        };
        rows(m_facts.leftOut, "leftOut");
        rows(m_facts.withheld, "withheld");
        if (!m_facts.leftOut.empty())
            m_values.flags.insert("left-out");
        if (!m_facts.withheld.empty())
            m_values.flags.insert("withheld");
    }

    const BundleFacts& m_facts;
    const DocumentTemplate& m_form;
    ContentPages m_pages;
    TemplateValues m_values;
    int m_number = 0;
};

/// The PDFs to be appended, in the order of the contents.
std::vector<std::string_view> appendedOf(const BundleFacts& facts)
{
    std::vector<std::string_view> pdfs;
    for (const BundleItem& item : facts.items) {
        for (const BundleFile& file : item.files) {
            if (!file.pdf.empty())
                pdfs.emplace_back(file.pdf);
        }
    }
    return pdfs;
}

/// What the contents say when the headings stand on these pages: the headings of the items and of their files
/// follow each other as the lines do, behind the heading of the contents itself.
ContentPages contentPages(const BundleFacts& facts, const PagePlan& plan)
{
    std::vector<int> headings;
    for (const HeadingPlace& place : plan.headings) {
        if (place.level <= kFileLevel)
            headings.push_back(place.page);
    }
    ContentPages pages;
    int next = plan.pages + 1;
    std::size_t heading = 1;
    for (const BundleItem& item : facts.items) {
        pages.push_back(fmt::to_string(headings.at(heading++)));
        for (const BundleFile& file : item.files) {
            const int own = headings.at(heading++);
            const int count = file.pdf.empty() ? 0 : pageCount(file.pdf).value_or(0);
            pages.push_back(
                count == 0 ? fmt::to_string(own) : fmt::format("{}, {}–{}", own, next, next + count - 1));
            next += count;
        }
    }
    pages.push_back(fmt::to_string(headings.at(heading)));
    return pages;
}

/// The same with every PDF that cannot be read named only.
BundleFacts readableOf(BundleFacts facts, const DocumentTemplate& form)
{
    for (BundleItem& item : facts.items) {
        for (BundleFile& file : item.files) {
            if (!file.pdf.empty() && !pageCount(file.pdf)) {
                file.pdf.clear();
                file.apart = form.word("unreadable");
            }
        }
    }
    return facts;
}

void replacePlace(std::string& phrase, std::string_view place, int number)
{
    const std::size_t at = phrase.find(place);
    if (at != std::string::npos)
        phrase.replace(at, place.size(), fmt::to_string(number));
}

} // namespace

Document bundleDocument(const BundleFacts& facts, const DocumentTemplate& form)
{
    return BundleComposer(facts, form, {}).compose();
}

std::string bundlePdf(const BundleFacts& given, const DocumentTemplate& form)
{
    const BundleFacts facts = readableOf(given, form);
    const std::vector<std::string_view> others = appendedOf(facts);
    int appended = 0;
    for (const std::string_view pdf : others)
        appended += pageCount(pdf).value_or(0);
    ContentPages pages;
    Document document;
    int own = 0;
    // Numbers in the contents may lengthen the contents; two rounds settle it, four are more than enough.
    for (int round = 0; round < 4; ++round) {
        document = BundleComposer(facts, form, pages).compose();
        const PagePlan plan = planPages(document);
        own = plan.pages;
        ContentPages found = contentPages(facts, plan);
        const bool settled = found == pages;
        pages = std::move(found);
        if (settled)
            break;
    }
    std::string words = document.words.page;
    replacePlace(words, "{pages}", own + appended);
    document.words.page = words;
    const std::string written = writePdf(document);
    if (others.empty())
        return written;
    return appendPdfs(written, others, [&](int page) {
        std::string footer = words;
        replacePlace(footer, "{page}", page);
        return fmt::format("{} - {} {}", footer, facts.reference, facts.hash);
    });
}

} // namespace tutela::documents

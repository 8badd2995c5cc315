#include "core/documents/pdf_writer.h"

#include <functional>
#include <memory>

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "core/documents/paginate.h"
#include "core/documents/pdf_structure.h"
#include "core/documents/visible_text.h"

namespace tutela::documents {

namespace {

constexpr Style kFooter{.size = 7.5, .grey = 0.25};
constexpr Style kPageNumber{.size = 7.5, .grey = 0.25, .align = PANGO_ALIGN_RIGHT};
constexpr Style kRunningTitle{.size = 8, .grey = 0.35};
constexpr double kPageNumberWidth = 110;
constexpr double kFooterGap = 16;
constexpr int kReferenceLines = 2;

struct SurfaceRelease {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

struct ContextRelease {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

cairo_status_t append(void* bytes, const unsigned char* piece, unsigned int length)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(piece), length);
    return CAIRO_STATUS_SUCCESS;
}

void requireSuccess(cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS)
        throw PdfFailure(
            std::string("Cairo could not write the document: ") + cairo_status_to_string(status));
}

std::string replaced(std::string text, std::string_view place, const std::string& value)
{
    const std::size_t at = text.find(place);
    return at == std::string::npos ? text : text.replace(at, place.size(), value);
}

/// What stands at the foot of every page beside the page number.
struct Footer {
    std::vector<SetText> lines;
    double height = 0;
};

Footer setFooter(const Document& document, const TypeSetter& setter)
{
    Footer footer;
    const auto add = [&](std::string_view label, std::string_view value, double width, int maxLines) {
        const std::string text = label.empty() ? std::string(value) : fmt::format("{} {}", label, value);
        footer.lines.push_back(setter.set(text, kFooter, width, maxLines));
        footer.height += footer.lines.back().height();
    };
    add(document.words.reference, document.reference, Measure::kTextWidth - kPageNumberWidth,
        kReferenceLines);
    add(document.words.fingerprint, document.fingerprint, Measure::kTextWidth, 0);
    for (const std::string& text : document.footers)
        add("", text, Measure::kTextWidth, 0);
    return footer;
}

/// Draws the pages and notes which marked content belongs to which structure element.
class PageDrawer final {
public:
    PageDrawer(const Document& document, const TypeSetter& setter, RowFlow& flow)
        : m_document(document)
        , m_setter(setter)
        , m_flow(flow)
        , m_footer(setFooter(document, setter))
        , m_runningTitle(setter.set(document.title, kRunningTitle, Measure::kTextWidth, 1))
        , m_pagination(paginate(flow, footerTop() - kFooterGap))
        , m_surface(cairo_pdf_surface_create_for_stream(
              append, &m_bytes, Measure::kPageWidth, Measure::kPageHeight))
    {
        cairo_pdf_surface_restrict_to_version(m_surface.get(), CAIRO_PDF_VERSION_1_5);
        cairo_pdf_surface_set_metadata(
            m_surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    }

    std::string draw()
    {
        m_context.reset(cairo_create(m_surface.get()));
        for (m_page = 0; m_page < static_cast<int>(m_pagination.pages.size()); ++m_page)
            drawPage(m_pagination.pages[static_cast<std::size_t>(m_page)]);
        addOutline();
        requireSuccess(cairo_status(m_context.get()));
        m_context.reset();
        cairo_surface_finish(m_surface.get());
        requireSuccess(cairo_surface_status(m_surface.get()));
        return std::move(m_bytes);
    }

    /// Where the headings stand; the first entry of the outline is the title.
    [[nodiscard]] PagePlan plan() const
    {
        PagePlan plan{{}, static_cast<int>(m_pagination.pages.size())};
        for (auto entry = m_flow.outline.begin() + 1; entry != m_flow.outline.end(); ++entry)
            plan.headings.push_back({entry->level, m_pagination.places[entry->row].page + 1});
        return plan;
    }

private:
    [[nodiscard]] double footerTop() const
    {
        return Measure::kPageHeight - Measure::kBottom - m_footer.height;
    }

    void drawPage(const PlacedPage& page)
    {
        m_content = 0;
        artifact([&] {
            for (const PlacedRule& rule : page.rules)
                drawRule(rule);
            if (m_page > 0)
                drawRunningTitle();
        });
        for (const PlacedText& placed : page.texts)
            drawText(placed);
        artifact([&] { drawFooter(); });
        cairo_show_page(m_context.get());
    }

    /// Each line is marked content of its own: readers that stop at an inner span lose no further line.
    void drawText(const PlacedText& placed)
    {
        PlacedText line = placed;
        for (std::size_t at = placed.firstLine; at < placed.lastLine; ++at) {
            line.firstLine = at;
            line.lastLine = at + 1;
            line.y = placed.y + placed.text->lines[at].top - placed.text->lines[placed.firstLine].top;
            const auto content = [&] { drawLines(line); };
            if (!placed.tag) {
                artifact(content);
                continue;
            }
            TagNode& node = m_flow.tags.nodes[*placed.tag];
            mark(node.marks, node.role, content);
        }
    }

    void artifact(const std::function<void()>& content) { mark(m_flow.tags.artifacts, "NonStruct", content); }

    /// Cairo counts marked content on each page from 0, as we do.
    void mark(std::vector<TagMark>& marks, const std::string& role, const std::function<void()>& content)
    {
        cairo_tag_begin(m_context.get(), role.c_str(), nullptr);
        content();
        cairo_tag_end(m_context.get(), role.c_str());
        marks.push_back({m_page, m_content++});
    }

    void drawRule(const PlacedRule& rule)
    {
        cairo_set_source_rgb(m_context.get(), rule.grey, rule.grey, rule.grey);
        cairo_rectangle(m_context.get(), rule.x, rule.y, rule.width, rule.height);
        cairo_fill(m_context.get());
    }

    void drawLines(const PlacedText& placed)
    {
        const SetText& text = *placed.text;
        cairo_set_source_rgb(m_context.get(), text.grey, text.grey, text.grey);
        const double top = text.lines[placed.firstLine].top;
        for (std::size_t at = placed.firstLine; at < placed.lastLine; ++at) {
            const SetLine& line = text.lines[at];
            cairo_move_to(m_context.get(), placed.x + line.x, placed.y + line.baseline - top);
            pango_cairo_show_layout_line(m_context.get(), line.line);
        }
    }

    void drawWhole(const SetText& text, double x, double y)
    {
        drawLines({&text, 0, text.lines.size(), x, y, std::nullopt});
    }

    void drawRunningTitle()
    {
        const double y = Measure::kTop - 26;
        drawWhole(m_runningTitle, Measure::kLeft, y);
        drawRule({Measure::kLeft, y + m_runningTitle.height() + 2, Measure::kTextWidth, 0.4, 0.75});
    }

    void drawFooter()
    {
        double y = footerTop();
        drawRule({Measure::kLeft, y - 4, Measure::kTextWidth, 0.4, 0.55});
        const std::string number =
            replaced(replaced(m_document.words.page, "{pages}", fmt::to_string(m_pagination.pages.size())),
                "{page}", fmt::to_string(m_page + 1));
        const SetText page = m_setter.set(number, kPageNumber, kPageNumberWidth);
        drawWhole(page, Measure::kLeft + Measure::kTextWidth - kPageNumberWidth, y);
        for (const SetText& line : m_footer.lines) {
            drawWhole(line, Measure::kLeft, y);
            y += line.height();
        }
    }

    void addOutline()
    {
        std::vector<std::pair<int, int>> open = {{-1, CAIRO_PDF_OUTLINE_ROOT}};
        for (const OutlineEntry& entry : m_flow.outline) {
            while (open.back().first >= entry.level)
                open.pop_back();
            const RowPlace& place = m_pagination.places[entry.row];
            const std::string target = fmt::format(
                "page={} pos=[{:.1f} {:.1f}]", place.page + 1, Measure::kLeft, std::max(place.y - 8, 0.0));
            const int id = cairo_pdf_surface_add_outline(m_surface.get(), open.back().second,
                entry.title.c_str(), target.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
            open.emplace_back(entry.level, id);
        }
    }

    const Document& m_document;
    const TypeSetter& m_setter;
    RowFlow& m_flow;
    Footer m_footer;
    SetText m_runningTitle;
    Pagination m_pagination;
    std::string m_bytes;
    std::unique_ptr<cairo_surface_t, SurfaceRelease> m_surface;
    std::unique_ptr<cairo_t, ContextRelease> m_context;
    int m_page = 0;
    int m_content = 0;
};

} // namespace

PagePlan planPages(const Document& document)
{
    const TypeSetter setter(document.language);
    RowFlow flow = flowRows(document, setter);
    return PageDrawer(document, setter, flow).plan();
}

std::string writePdf(const Document& document)
{
    const TypeSetter setter(document.language);
    RowFlow flow = flowRows(document, setter);
    const std::string drawn = PageDrawer(document, setter, flow).draw();
    return finishPdf(drawn, document, flow.tags);
}

} // namespace tutela::documents

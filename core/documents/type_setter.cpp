#include "core/documents/type_setter.h"

#include <algorithm>
#include <string>

#include <cairo-ft.h>

#include "core/documents/pdf_writer.h"
#include "core/documents/visible_text.h"

namespace tutela::documents {

namespace {

constexpr const char* kTextFamily = "Noto Sans";
constexpr const char* kSymbolFamily = "Noto Sans Symbols2";

struct DescriptionRelease {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};

using Description = std::unique_ptr<PangoFontDescription, DescriptionRelease>;

double points(int pangoUnits)
{
    return static_cast<double>(pangoUnits) / PANGO_SCALE;
}

int pangoUnits(double length)
{
    return static_cast<int>(length * PANGO_SCALE + 0.5);
}

Description describe(const Style& style)
{
    Description description(pango_font_description_new());
    const bool symbols = style.family == Family::Symbols;
    pango_font_description_set_family(description.get(), symbols ? kSymbolFamily : kTextFamily);
    pango_font_description_set_absolute_size(description.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(
        description.get(), style.weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    return description;
}

void requireFamily(PangoContext* context, const Style& style, const std::string& family)
{
    const Description wanted = describe(style);
    const std::unique_ptr<PangoFont, ObjectRelease> font(pango_context_load_font(context, wanted.get()));
    if (font) {
        const Description found(pango_font_describe(font.get()));
        const char* name = pango_font_description_get_family(found.get());
        if (name != nullptr && family == name)
            return;
    }
    throw PdfFailure("The font family \"" + family
        + "\" is not installed (Debian package fonts-noto-core); documents cannot be written without it.");
}

/// The ligatures are off so that "office" is found by a search; no hyphen is put into a reference that is
/// broken.
void setAttributes(PangoLayout* layout)
{
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0,clig=0"));
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

/// The lines of a layout whose top lies at `top` of the text.
std::vector<SetLine> linesOf(PangoLayout* layout, double top)
{
    std::vector<SetLine> lines;
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    do {
        int first = 0;
        int last = 0;
        PangoRectangle extents;
        pango_layout_iter_get_line_yrange(at, &first, &last);
        pango_layout_iter_get_line_extents(at, nullptr, &extents);
        lines.push_back({pango_layout_iter_get_line_readonly(at), points(extents.x), top + points(first),
            top + points(pango_layout_iter_get_baseline(at)), top + points(last)});
    } while (pango_layout_iter_next_line(at) != FALSE);
    pango_layout_iter_free(at);
    return lines;
}

/// Pango needs time in the cube of the length of an unbroken text; longer texts are set piece by piece.
constexpr std::size_t kPieceBytes = 1024;

/// The first piece of a text, ending between two characters.
std::string_view firstPiece(std::string_view text)
{
    std::size_t end = std::min(text.size(), kPieceBytes);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80)
        --end;
    return text.substr(0, end);
}

} // namespace

TypeSetter::TypeSetter(std::string_view language)
    : m_fonts(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT))
{
    if (!m_fonts)
        throw PdfFailure("Pango was built without FreeType; documents cannot be written.");
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(m_fonts.get()), 72);
    m_context.reset(pango_font_map_create_context(m_fonts.get()));
    pango_context_set_language(m_context.get(), pango_language_from_string(std::string(language).c_str()));
    pango_context_set_base_dir(m_context.get(), PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(m_context.get(), FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(m_context.get(), options);
    cairo_font_options_destroy(options);
    requireFamily(m_context.get(), {.size = 10}, kTextFamily);
    requireFamily(m_context.get(), {.size = 10, .weight = Weight::Bold}, kTextFamily);
    requireFamily(m_context.get(), {.size = 10, .family = Family::Symbols}, kSymbolFamily);
}

std::shared_ptr<PangoLayout> TypeSetter::lay(
    std::string_view visible, const Style& style, double width, int maxLines) const
{
    const std::shared_ptr<PangoLayout> owner(pango_layout_new(m_context.get()), ObjectRelease());
    PangoLayout* layout = owner.get();
    pango_layout_set_text(layout, visible.data(), static_cast<int>(visible.size()));
    pango_layout_set_font_description(layout, describe(style).get());
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_width(layout, pangoUnits(width));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, style.align);
    if (maxLines > 0) {
        pango_layout_set_height(layout, -maxLines);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    setAttributes(layout);
    return owner;
}

SetText TypeSetter::set(std::string_view foreign, const Style& style, double width, int maxLines) const
{
    SetText text{{}, {}, style.grey};
    const std::string visible = visibleText(foreign);
    std::string_view rest = visible;
    do {
        const std::string_view piece = firstPiece(rest);
        text.layouts.push_back(lay(piece, style, width, maxLines));
        const double top = text.lines.empty() ? 0 : text.lines.back().bottom;
        std::vector<SetLine> lines = linesOf(text.layouts.back().get(), top);
        std::size_t taken = piece.size();
        // The last line of a piece is not full: the next piece begins with it.
        if (piece.size() < rest.size() && lines.size() > 1) {
            taken = static_cast<std::size_t>(pango_layout_line_get_start_index(lines.back().line));
            lines.pop_back();
        }
        text.lines.insert(text.lines.end(), lines.begin(), lines.end());
        rest.remove_prefix(taken);
    } while (!rest.empty() && maxLines == 0);
    return text;
}

} // namespace tutela::documents

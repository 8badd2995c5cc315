#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include <pango/pangocairo.h>

namespace tutela::documents {

/// Lengths on the page are in points (1/72 inch).
struct Measure {
    static constexpr double kPageWidth = 595.276;
    static constexpr double kPageHeight = 841.89;
    static constexpr double kLeft = 71;
    static constexpr double kTop = 62;
    static constexpr double kBottom = 36;
    static constexpr double kTextWidth = kPageWidth - 2 * kLeft;
};

struct ObjectRelease {
    void operator()(gpointer object) const { g_object_unref(object); }
};

enum class Weight { Regular, Bold };
enum class Family { Text, Symbols };

/// How a piece of text looks.
struct Style {
    double size;
    Weight weight = Weight::Regular;
    double grey = 0; ///< 0 is black
    Family family = Family::Text;
    PangoAlignment align = PANGO_ALIGN_LEFT;
};

/// One line of a text that has been set.
struct SetLine {
    PangoLayoutLine* line; ///< owned by a layout of the SetText
    double x; ///< from the left edge of the text
    double top;
    double baseline;
    double bottom;
};

/// A text broken into lines for one width.
struct SetText {
    std::vector<std::shared_ptr<PangoLayout>> layouts;
    std::vector<SetLine> lines;
    double grey = 0;

    [[nodiscard]] double height() const { return lines.back().bottom; }
};

/// Sets plain text in the one font family of our documents.
class TypeSetter final {
public:
    /// `language` steers line breaks and glyph variants. Throws PdfFailure when the family is missing.
    explicit TypeSetter(std::string_view language);

    /// Breaks the text at words, a word that is too long anywhere. `maxLines` > 0 cuts it with an ellipsis.
    [[nodiscard]] SetText set(
        std::string_view foreign, const Style& style, double width, int maxLines = 0) const;

private:
    [[nodiscard]] std::shared_ptr<PangoLayout> lay(
        std::string_view visible, const Style& style, double width, int maxLines) const;

    std::unique_ptr<PangoFontMap, ObjectRelease> m_fonts;
    std::unique_ptr<PangoContext, ObjectRelease> m_context;
};

} // namespace tutela::documents

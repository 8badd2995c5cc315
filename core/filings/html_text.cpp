#include "core/filings/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace tutela::filings {

namespace {

struct NamedCharacter {
    std::string_view name;
    char32_t character;
};

constexpr NamedCharacter kNamed[] = {{"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'},
    {"apos", U'\''}, {"OElig", 0x152}, {"oelig", 0x153}, {"Scaron", 0x160}, {"scaron", 0x161},
    {"Yuml", 0x178}, {"ensp", 0x2002}, {"emsp", 0x2003}, {"thinsp", 0x2009}, {"zwnj", 0x200C},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"sbquo", 0x201A},
    {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bdquo", 0x201E}, {"bull", 0x2022}, {"hellip", 0x2026},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"euro", 0x20AC}, {"trade", 0x2122}, {"rarr", 0x2192},
    {"le", 0x2264}, {"ge", 0x2265}};

/// The names of U+00A0 to U+00FF, in order.
constexpr std::string_view kLatin1[] = {"nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect",
    "uml", "copy", "ordf", "laquo", "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute",
    "micro", "para", "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest",
    "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc",
    "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde",
    "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig", "agrave",
    "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc", "euml",
    "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
    "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml"};
static_assert(std::size(kLatin1) == 96);

constexpr std::string_view kBlocks[] = {"p", "div", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5",
    "h6", "tr", "table", "blockquote", "pre", "hr", "dl", "dt", "dd"};
/// Elements that are no text; the content of the first ones goes with them.
constexpr std::string_view kSwallowed[] = {"script", "style", "iframe", "object", "svg", "video", "audio"};
constexpr std::string_view kNoText[] = {"img", "embed", "source", "link", "meta", "input", "form", "base"};

constexpr std::size_t kLongestReference = 20;

template <std::size_t N> bool contains(const std::string_view (&names)[N], std::string_view name)
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

void appendUtf8(std::string& out, char32_t c)
{
    const auto tail = [&out](char32_t bits) { out += static_cast<char>(0x80u | (bits & 0x3Fu)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0u | (c >> 6));
        tail(c);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0u | (c >> 12));
        tail(c >> 6);
        tail(c);
    } else {
        out += static_cast<char>(0xF0u | (c >> 18));
        tail(c >> 12);
        tail(c >> 6);
        tail(c);
    }
}

std::optional<char32_t> numbered(std::string_view digits)
{
    const bool hexadecimal = !digits.empty() && lower(digits.front()) == 'x';
    if (hexadecimal)
        digits.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
    if (digits.empty() || end != digits.data() + digits.size() || problem == std::errc::invalid_argument)
        return std::nullopt;
    const bool isControl =
        (value < 0x20 && value != '\t' && value != '\n') || (value >= 0x7F && value < 0xA0);
    if (problem != std::errc() || isControl || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return U'\uFFFD';
    return value;
}

/// The character a reference stands for, given what stands between `&` and `;`.
std::optional<char32_t> referred(std::string_view name)
{
    if (name.starts_with('#'))
        return numbered(name.substr(1));
    for (const NamedCharacter& known : kNamed) {
        if (known.name == name)
            return known.character;
    }
    const auto* found = std::find(std::begin(kLatin1), std::end(kLatin1), name);
    if (found == std::end(kLatin1))
        return std::nullopt;
    return found == std::begin(kLatin1) ? U' ' : static_cast<char32_t>(0xA0 + (found - std::begin(kLatin1)));
}

class HtmlReader final {
public:
    explicit HtmlReader(std::string_view html)
        : m_html(html)
    {
    }

    PlainText read();

private:
    bool tag();
    bool comment();
    bool reference();
    [[nodiscard]] std::size_t endOfTag(std::size_t from) const;
    void element(std::string_view name, bool closing);
    void swallow(std::string_view name);
    void breakLine();

    std::string_view m_html;
    std::size_t m_at = 0;
    bool m_noTagEnds = false; ///< no `>` is left, so that nobody looks for one again
    PlainText m_out;
};

void HtmlReader::breakLine()
{
    while (!m_out.text.empty() && (m_out.text.back() == ' ' || m_out.text.back() == '\t'))
        m_out.text.pop_back();
    if (!m_out.text.empty() && m_out.text.back() != '\n')
        m_out.text += '\n';
}

/// The place of the `>` that ends a tag, quoted attributes stepped over; npos when there is none.
std::size_t HtmlReader::endOfTag(std::size_t from) const
{
    char quote = 0;
    for (std::size_t i = from; i < m_html.size(); ++i) {
        const char c = m_html[i];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '>')
            return i;
        else if ((c == '"' || c == '\'') && m_html[i - 1] == '=')
            quote = c;
    }
    return m_html.find('>', from);
}

/// Leaves out everything up to the end tag of an element, or to the end of the text.
void HtmlReader::swallow(std::string_view name)
{
    for (; m_at < m_html.size(); ++m_at) {
        if (m_html[m_at] != '<' || m_at + 2 + name.size() > m_html.size() || m_html[m_at + 1] != '/')
            continue;
        const auto candidate = m_html.substr(m_at + 2, name.size());
        if (!std::equal(candidate.begin(), candidate.end(), name.begin(),
                [](char left, char right) { return lower(left) == right; }))
            continue;
        const auto end = m_html.find('>', m_at);
        m_at = end == std::string_view::npos ? m_html.size() : end + 1;
        return;
    }
}

void HtmlReader::element(std::string_view name, bool closing)
{
    if (contains(kBlocks, name)) {
        breakLine();
        if (name == "li" && !closing)
            m_out.text += "- ";
    } else if (name == "td" || name == "th") {
        if (!closing)
            m_out.text += ' ';
    } else if (contains(kNoText, name)) {
        m_out.leftOut = true;
    } else if (contains(kSwallowed, name)) {
        m_out.leftOut = true;
        if (!closing)
            swallow(name);
    }
}

bool HtmlReader::comment()
{
    if (!m_html.substr(m_at).starts_with("<!--"))
        return false;
    const auto end = m_html.find("-->", m_at + 4);
    m_at = end == std::string_view::npos ? m_html.size() : end + 3;
    m_out.leftOut = true;
    return true;
}

bool HtmlReader::tag()
{
    if (m_html[m_at] != '<')
        return false;
    if (comment())
        return true;
    std::size_t start = m_at + 1;
    const bool closing = start < m_html.size() && m_html[start] == '/';
    start += closing ? 1 : 0;
    if (start >= m_html.size() || !isLetter(m_html[start]))
        return false;
    const std::size_t end = m_noTagEnds ? std::string_view::npos : endOfTag(start);
    m_noTagEnds = end == std::string_view::npos;
    if (m_noTagEnds)
        return false;
    std::string name;
    for (std::size_t i = start; i < end && (isLetter(m_html[i]) || (m_html[i] >= '0' && m_html[i] <= '9'));
         ++i)
        name += lower(m_html[i]);
    m_at = end + 1;
    element(name, closing);
    return true;
}

bool HtmlReader::reference()
{
    if (m_html[m_at] != '&')
        return false;
    const auto end = m_html.substr(m_at, kLongestReference).find(';');
    if (end == std::string_view::npos)
        return false;
    const auto character = referred(m_html.substr(m_at + 1, end - 1));
    if (!character)
        return false;
    appendUtf8(m_out.text, *character);
    m_at += end + 1;
    return true;
}

PlainText HtmlReader::read()
{
    while (m_at < m_html.size()) {
        if (tag() || reference())
            continue;
        const char c = m_html[m_at++];
        if (c == '\n' || c == '\r')
            breakLine();
        else
            m_out.text += c;
    }
    while (!m_out.text.empty() && (m_out.text.back() == '\n' || m_out.text.back() == ' '))
        m_out.text.pop_back();
    return std::move(m_out);
}

} // namespace

PlainText plainTextOfHtml(std::string_view html)
{
    return HtmlReader(html).read();
}

} // namespace tutela::filings

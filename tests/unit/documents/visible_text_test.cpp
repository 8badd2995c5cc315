#include "core/documents/visible_text.h"

#include <gtest/gtest.h>

namespace tutela::documents {

namespace {

struct Case {
    const char* name;
    std::string foreign;
    std::string shown;
};

TEST(VisibleText, ShowsEachKindOfForeignCharacterSafely)
{
    const Case cases[] = {
        {"plain", "office", "office"},
        {"three scripts", "žluť Αθήνα България", "žluť Αθήνα България"},
        {"right-to-left override", "a\u202Eb", "a[U+202E]b"},
        {"isolate", "\u2066a\u2069", "[U+2066]a[U+2069]"},
        {"marks", "\u200E\u200F\u061C", "[U+200E][U+200F][U+061C]"},
        {"zero-width space and byte-order mark", "a\u200Bb\uFEFF", "a[U+200B]b[U+FEFF]"},
        {"soft hyphen", "a\u00ADb", "a[U+00AD]b"},
        {"tag characters", "\U000E0041", "[U+E0041]"},
        {"joiners that scripts need", "\u200C\u200D", "\u200C\u200D"},
        {"C0, DEL and C1 controls", "\x01\x7F\u0085", "[U+0001][U+007F][U+0085]"},
        {"NUL", std::string("a\0b", 3), "a[U+0000]b"},
        {"line ends", "a\r\nb\rc\u2028d\u2029e\nf", "a\nb\nc\nd\ne\nf"},
        {"tab", "a\tb", "a b"},
        {"lone continuation byte", "a\x80z", "a\uFFFDz"},
        {"cut sequence", "a\xE2\x82", "a\uFFFD\uFFFD"},
        {"overlong", "\xC0\xAF", "\uFFFD\uFFFD"},
        {"overlong in three bytes", "\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD"},
        {"surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
        {"above U+10FFFF", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
    };
    for (const Case& row : cases) {
        EXPECT_EQ(visibleText(row.foreign), row.shown) << row.name;
        EXPECT_EQ(visibleText(row.shown), row.shown) << row.name << ", a second time";
    }
}

TEST(VisibleText, CountsColumnsWithoutCombiningMarks)
{
    EXPECT_EQ(columns("Αθήνα"), 5);
    EXPECT_EQ(columns("e\u0301"), 1);
    EXPECT_EQ(columns(""), 0);
}

} // namespace

} // namespace tutela::documents

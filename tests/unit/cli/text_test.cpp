#include "app/cli/text.h"

#include <gtest/gtest.h>

namespace tutela::cli {

namespace {

TEST(Printable, ShowsWhatCouldSteerATerminal)
{
    EXPECT_EQ(printable("a\x1b[31mb"), "a\\u{1b}[31mb");
    EXPECT_EQ(printable("a\r\nb\tc"), "a\\u{d} b c");
    EXPECT_EQ(printable("pay\u202Efdp.exe"), "pay\\u{202e}fdp.exe");
    EXPECT_EQ(printable("\u2066x\u2069\u200F"), "\\u{2066}x\\u{2069}\\u{200f}");
    EXPECT_EQ(printable("\xc2\x9b"), "\\u{9b}");
    EXPECT_EQ(printable("a\xff"), "a\\xff");
    EXPECT_EQ(printable("Ångström, Ελλάδα"), "Ångström, Ελλάδα");
}

TEST(Printable, KeepsLineBreaksOnlyWhereAskedTo)
{
    EXPECT_EQ(printable("a\nb"), "a b");
    EXPECT_EQ(printableLines("a\nb"), "a\nb");
}

TEST(Utf8, IsCheckedByTheBook)
{
    EXPECT_TRUE(isUtf8("é€😀"));
    for (const char* broken :
        {"\xff", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"})
        EXPECT_FALSE(isUtf8(broken));
}

TEST(Columns, CountLettersNotBytes)
{
    EXPECT_EQ(columns("né"), 2);
    EXPECT_EQ(columns("漢字"), 4);
    EXPECT_EQ(shortened("Ångström", 5), "Ångs…");
}

TEST(Wrapping, IndentsFollowingLinesAndLosesNothing)
{
    EXPECT_EQ(wrapText("one two three four five six", 20, 2), "one two three four\n  five six\n");
    EXPECT_EQ(
        wrapText(std::string(25, 'x'), 20, 0), std::string(20, 'x') + "\n" + std::string(5, 'x') + "\n");
}

TEST(Table, AlignsByColumnsAndShrinksTheNamedOne)
{
    Table table({"No", "Name", "End"});
    table.alignRight(0).mayShrink({1});
    table.row({"1", "Ångström", "x"});
    table.row({"20", "a very long name indeed", "y"});
    EXPECT_EQ(table.render(80, Colour::Off),
        "No  Name                     End\n"
        " 1  Ångström                 x\n"
        "20  a very long name indeed  y\n");
    EXPECT_EQ(table.render(22, Colour::Off),
        "No  Name           End\n"
        " 1  Ångström       x\n"
        "20  a very long …  y\n");
}

TEST(Colour, IsOnlyThereWhenItIsOn)
{
    EXPECT_EQ(styled("x", Style::Alarm, Colour::Off), "x");
    EXPECT_EQ(styled("x", Style::Alarm, Colour::On), "\x1b[1;31mx\x1b[0m");
}

} // namespace

} // namespace tutela::cli

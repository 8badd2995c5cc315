#include "core/filings/html_text.h"

#include <gtest/gtest.h>

namespace tutela::filings {

namespace {

struct Row {
    const char* html;
    const char* text;
    bool leftOut;
};

TEST(PlainTextOfHtml, KeepsTheWordsAndNothingElse)
{
    const Row rows[] = {
        {"", "", false},
        {"no tags", "no tags", false},
        {"<p>one</p><p>two</p>", "one\ntwo", false},
        {"a<br />\nb<br>c", "a\nb\nc", false},
        {"<ul>\n<li>x</li>\n<li>y</li>\n</ul>", "- x\n- y", false},
        {"<strong>bold</strong> and <em class=\"a>b\">slanted</em>", "bold and slanted", false},
        {"<a href='http://nowhere.example/'>link</a>", "link", false},
        {"&lt;b&gt; &amp;amp; &quot;q&quot; &#39;x&#39; &#x41;", "<b> &amp; \"q\" 'x' A", false},
        {"caf&eacute; &laquo;&nbsp;x&nbsp;&raquo; 5&nbsp;&euro;", "café « x » 5 €", false},
        {"&unknown; & &; 3 &lt 4", "&unknown; & &; 3 &lt 4", false},
        {"&#0;&#xD800;&#x110000;&#99999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD", false},
        {"3 < 4 and 5 > 4", "3 < 4 and 5 > 4", false},
        {"an open <b", "an open <b", false},
        {"x<script>alert('</b>')</script>y", "xy", true},
        {"x<SCRIPT src=a>never ends", "x", true},
        {"x<style>p { }</style >y", "xy", true},
        {"<img src=\"data:image/png;base64,AAAA\" onerror=\"x>y\">z", "z", true},
        {"a<!-- hidden <b> -->b", "ab", true},
        {"<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", " 1 2\n 3", false},
    };
    for (const Row& row : rows) {
        const PlainText plain = plainTextOfHtml(row.html);
        EXPECT_EQ(plain.text, row.text) << row.html;
        EXPECT_EQ(plain.leftOut, row.leftOut) << row.html;
    }
}

TEST(PlainTextOfHtml, TakesATextOfOpenTagsInOneGo)
{
    std::string open;
    for (int i = 0; i < 300'000; ++i)
        open += "<a ";
    EXPECT_EQ(plainTextOfHtml(open).text.size(), open.size() - 1);
}

TEST(PlainTextOfHtml, IsNotDecodedTwice)
{
    EXPECT_EQ(plainTextOfHtml("&amp;lt;script&amp;gt;").text, "&lt;script&gt;");
}

} // namespace

} // namespace tutela::filings

#include "core/documents/paginate.h"

#include <gtest/gtest.h>

#include "tests/unit/documents/sample_documents.h"

namespace tutela::documents {

namespace {

constexpr double kBottom = 760;

std::string sentences(int count)
{
    std::string text;
    for (int at = 0; at < count; ++at)
        text += "A sentence of the court that fills a good part of a line. ";
    return text;
}

struct Laid {
    RowFlow flow;
    Pagination pages;
};

Laid lay(std::vector<Block> blocks)
{
    Document document;
    document.title = "T";
    document.language = "en";
    document.blocks = std::move(blocks);
    Laid laid{flowRows(document, TypeSetter("en")), {}};
    laid.pages = paginate(laid.flow, kBottom);
    return laid;
}

double bottomOf(const PlacedText& placed)
{
    return placed.y + placed.text->lines[placed.lastLine - 1].bottom
        - placed.text->lines[placed.firstLine].top;
}

TEST(Paginate, PlacesEveryLineOnceInOrderAndAboveTheFooter)
{
    const Laid laid = lay(everyBlock().blocks);
    std::map<std::size_t, std::size_t> next; // per tag
    for (const PlacedPage& page : laid.pages.pages) {
        for (const PlacedText& placed : page.texts) {
            EXPECT_LT(placed.firstLine, placed.lastLine);
            EXPECT_LE(bottomOf(placed), kBottom);
            EXPECT_GE(placed.y, Measure::kTop);
            if (!placed.tag)
                continue;
            EXPECT_EQ(next[*placed.tag], placed.firstLine);
            next[*placed.tag] = placed.lastLine;
        }
    }
    for (const PageRow& row : laid.flow.rows) {
        for (const RowCell& cell : row.cells)
            EXPECT_EQ(next[*cell.tag], cell.text.lines.size());
    }
}

TEST(Paginate, LeavesNoSingleLineOfALongerTextAloneOnAPage)
{
    for (int before = 30; before < 60; ++before) {
        std::vector<Block> blocks;
        for (int at = 0; at < before; ++at)
            blocks.emplace_back(Paragraph{"One line."});
        blocks.emplace_back(Paragraph{sentences(20)});
        const Laid laid = lay(std::move(blocks));
        for (const PlacedPage& page : laid.pages.pages) {
            for (const PlacedText& placed : page.texts) {
                if (placed.text->lines.size() > 3) {
                    EXPECT_GE(placed.lastLine - placed.firstLine, 2u) << before;
                }
            }
        }
    }
}

TEST(Paginate, KeepsAHeadingWithTheFirstLinesBelowIt)
{
    for (int before = 30; before < 60; ++before) {
        std::vector<Block> blocks;
        for (int at = 0; at < before; ++at)
            blocks.emplace_back(Paragraph{"One line."});
        blocks.emplace_back(Heading{1, "Section"});
        blocks.emplace_back(Heading{2, "Below"});
        blocks.emplace_back(Paragraph{sentences(20)});
        const Laid laid = lay(std::move(blocks));
        const std::size_t last = laid.pages.places.size() - 1;
        EXPECT_EQ(laid.pages.places[last].page, laid.pages.places[last - 1].page) << before;
        EXPECT_EQ(laid.pages.places[last].page, laid.pages.places[last - 2].page) << before;
    }
}

TEST(Paginate, KeepsASignatureBlockTogether)
{
    for (int before = 25; before < 60; ++before) {
        std::vector<Block> blocks;
        for (int at = 0; at < before; ++at)
            blocks.emplace_back(Paragraph{"One line."});
        blocks.emplace_back(
            FieldGroup{{{"Date", "x"}, {"Time stamp", "x"}, {"Signature", "x"}}, Keep::Together});
        const Laid laid = lay(std::move(blocks));
        const std::size_t last = laid.pages.places.size() - 1;
        EXPECT_EQ(laid.pages.places[last].page, laid.pages.places[last - 2].page) << before;
    }
}

TEST(Paginate, RepeatsTheHeadingsOfATableAsArtifacts)
{
    Table table{{"Head"}, {}};
    for (int row = 0; row < 100; ++row)
        table.rows.push_back({"cell"});
    const Laid laid = lay({table});
    ASSERT_GE(laid.pages.pages.size(), 3u);
    for (std::size_t page = 1; page < laid.pages.pages.size(); ++page) {
        const PlacedText& first = laid.pages.pages[page].texts.front();
        EXPECT_STREQ(pango_layout_get_text(first.text->layouts.front().get()), "Head");
        EXPECT_FALSE(first.tag.has_value());
    }
}

TEST(Paginate, DoesNotRepeatHeadingsThatFillThePage)
{
    const Laid laid = lay({Table{{sentences(400)}, {{"a"}, {"b"}}}});
    EXPECT_LE(laid.pages.pages.size(), 15u);
}

TEST(Paginate, BeginsAPageWhereAsked)
{
    const Laid laid = lay({Paragraph{"a"}, PageBreak{}, Paragraph{"b"}});
    ASSERT_EQ(laid.pages.pages.size(), 2u);
    EXPECT_EQ(laid.pages.places.back().page, 1);
}

TEST(Paginate, GivesAnEmptyDocumentOnePage)
{
    EXPECT_EQ(lay({}).pages.pages.size(), 1u);
    EXPECT_EQ(lay({Paragraph{""}, FieldGroup{}, TickList{}, NumberedList{}, Quotation{}, Table{}})
                  .pages.pages.size(),
        1u);
}

} // namespace

} // namespace tutela::documents

#include "core/documents/document_template.h"

#include <stdexcept>

#include <gtest/gtest.h>

#include "core/base/embedded.h"

namespace tutela::documents {

namespace {

constexpr std::string_view kHead = R"({"language":"en","title":"{t}","words":{"page":"p","reference":"r",
    "fingerprint":"f","nothingStated":"none","day":"{day} {month} {year}","instant":"{day} at {time}",
    "months":["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"]},"blocks":)";

Document filled(const std::string& blocks, TemplateValues values)
{
    values.texts.try_emplace("t", std::string("Title"));
    return DocumentTemplate(std::string(kHead) + blocks + "}").fill(values);
}

TEST(DocumentTemplate, NeverLooksForPlacesInsideAValue)
{
    EXPECT_EQ(filled("[]", {.texts = {{"t", std::string("{day} {t} {")}}}).title, "{day} {t} {");
}

TEST(DocumentTemplate, WritesDaysAndInstantsInItsOwnWords)
{
    const Document document = filled(R"([{"paragraph":"{d}; {i}"}])",
        {.texts = {{"d", *parseDay("2026-03-01")}, {"i", *parseInstant("2026-12-31T23:59:58Z")}}});
    EXPECT_EQ(document.blocks.at(0), Block(Paragraph{"1 Mar 2026; 31 Dec 2026 at 23:59:58"}));
}

TEST(DocumentTemplate, LeavesOutWhatDoesNotHoldAndTakesTheFirstChoiceThatDoes)
{
    const std::string blocks = R"([{"when":"a","paragraph":"A"},{"when":"!a","paragraph":"not A"},
        {"paragraph":[{"when":"b","text":"B"},{"text":"otherwise"}]}])";
    EXPECT_EQ(
        filled(blocks, {.flags = {"a", "b"}}).blocks, (std::vector<Block>{Paragraph{"A"}, Paragraph{"B"}}));
    EXPECT_EQ(filled(blocks, {}).blocks, (std::vector<Block>{Paragraph{"not A"}, Paragraph{"otherwise"}}));
}

TEST(DocumentTemplate, NumbersOwnReasonsThroughAndQuotesTheOthers)
{
    const Document document = filled(
        R"([{"passages":"p"}])", {.passages = {{"p", {{"own"}, {"copied", "Request, 3"}, {"own again"}}}}});
    EXPECT_EQ(document.blocks,
        (std::vector<Block>{
            NumberedList{1, {"own"}}, Quotation{"copied", "Request, 3"}, NumberedList{2, {"own again"}}}));
}

TEST(DocumentTemplate, SaysThatNothingIsStatedWhereAListIsEmpty)
{
    for (const char* blocks : {R"([{"numbered":"x"}])", R"([{"passages":"x"}])", R"([{"table":"x"}])"}) {
        const TemplateValues values{.lists = {{"x", {}}}, .passages = {{"x", {}}}, .tables = {{"x", {}}}};
        EXPECT_EQ(filled(blocks, values).blocks, (std::vector<Block>{Paragraph{"none"}})) << blocks;
    }
}

TEST(DocumentTemplate, RefusesATemplateThatDoesNotFitTheProgram)
{
    for (const char* blocks : {R"([{"paragraph":"{unknown}"}])", R"([{"paragraph":"{open"}])",
             R"([{"numbered":"unknown"}])", R"([{"riddle":""}])", R"([{"paragraph":"","emphasis":"loud"}])"})
        EXPECT_THROW((void)filled(blocks, {}), std::logic_error) << blocks;
    EXPECT_THROW(DocumentTemplate("[]"), std::logic_error);
    EXPECT_THROW(DocumentTemplate("{"), std::logic_error);
    EXPECT_THROW((void)DocumentTemplate::embedded("no-such", "en"), std::logic_error);
}

TEST(DocumentTemplate, ExistsForEachFormInEnglish)
{
    EXPECT_TRUE(DocumentTemplate::exists("detection-order", "en"));
    EXPECT_TRUE(DocumentTemplate::exists("letter", "en"));
    EXPECT_FALSE(DocumentTemplate::exists("letter", "xx"));
}

} // namespace

} // namespace tutela::documents

#include "core/filings/read_filing.h"

#include <gtest/gtest.h>

#include "core/base/catalogue.h"

namespace tutela::filings {

namespace {

std::string refusalOf(std::string_view bytes)
{
    const auto filing = readFiling(bytes);
    if (filing)
        return "received";
    EXPECT_EQ(filing.error().code, ErrorCode::BadInput);
    EXPECT_TRUE(Catalogue::embedded("en").has(filing.error().what.id)) << filing.error().what.id;
    return filing.error().what.id + " " + filing.error().where;
}

TEST(ReadFiling, RefusesWhatIsNoFilingAndSaysWhere)
{
    EXPECT_EQ(refusalOf(""), "json.empty 1:1");
    EXPECT_EQ(refusalOf("{\"form\": \"risk-report-2022-209\", \"provider\": {"), "json.syntax 1:47");
    EXPECT_EQ(refusalOf("%PDF-1.7 \n"), "json.syntax 1:1");
    EXPECT_EQ(refusalOf("{\"form\": \"\xFF\xFE\"}"), "json.syntax 1:11");
    EXPECT_EQ(refusalOf("{\"form\":\"risk-report-2022-209\",\"form\":\"x\"}").substr(0, 20),
        "json.duplicate-key 1");
    EXPECT_EQ(refusalOf("[{\"form\":\"risk-report-2022-209\"}]"), "filing.not-an-object $");
    EXPECT_EQ(refusalOf("\"risk-report-2022-209\""), "filing.not-an-object $");
    EXPECT_EQ(refusalOf("{}"), "filing.no-form $");
    EXPECT_EQ(refusalOf("{\"pia\":{}}"), "filing.no-form $");
    EXPECT_EQ(refusalOf("{\"pia\":[],\"answers\":[]}"), "filing.no-form $");
    EXPECT_EQ(refusalOf("{\"form\":\"dpia-cnil-pia\"}"), "filing.no-form $");
    EXPECT_EQ(refusalOf("{\"form\":\"tax-return\"}"), "filing.unknown-form $.form");
    EXPECT_EQ(refusalOf("{\"form\":7}"), "filing.unknown-form $.form");
}

TEST(ReadFiling, RefusesFilesThatCostTooMuch)
{
    EXPECT_EQ(refusalOf(std::string(50u << 20, ' ')), "json.too-large ");
    EXPECT_EQ(
        refusalOf("{\"form\":\"risk-report-2022-209\",\"x\":" + std::string(500'000, '[')).substr(0, 13),
        "json.too-deep");
    std::string many = "{\"form\":\"risk-report-2022-209\",\"x\":[0";
    for (int i = 0; i < 100'000; ++i)
        many += ",0";
    EXPECT_EQ(refusalOf(many + "]}").substr(0, 20), "json.too-many-values");
}

TEST(ReadFiling, ReceivesAFilingWhateverItsDefects)
{
    EXPECT_EQ(refusalOf("{\"form\":\"risk-report-2022-209\"}"), "received");
    EXPECT_EQ(refusalOf("{\"form\":\"risk-report-2022-209\",\"services\":7,\"provider\":null}"), "received");
    EXPECT_EQ(refusalOf("{\"pia\":{},\"answers\":[null,1,\"x\",[],{}]}"), "received");
    EXPECT_EQ(refusalOf("{\"pia\":{\"name\":{\"a\":[]}},\"answers\":{},\"comments\":[]}"), "received");
}

TEST(ReadFiling, KeepsDigestAndSizeOfTheBytesAsReceived)
{
    const std::string bytes = " {\"form\" : \"risk-report-2022-209\"}\n";
    const auto filing = readFiling(bytes);
    ASSERT_TRUE(filing.ok());
    EXPECT_EQ(filing.value().sha256, sha256(bytes));
    EXPECT_EQ(filing.value().size, bytes.size());
}

TEST(ReadFiling, ShowsWhatTheFormDoesNotKnow)
{
    const auto filing = readFiling("{\"form\":\"risk-report-2022-209\",\"aside\":{\"a\":[1,2]}}");
    ASSERT_TRUE(filing.ok());
    const auto& items = filing.value().sections.front().items;
    EXPECT_TRUE(std::any_of(items.begin(), items.end(), [](const domain::FilingItem& item) {
        return item.label == "aside" && item.text == "{\"a\":[1,2]}";
    }));
}

TEST(ReadFiling, ShortensAnEndlessFormName)
{
    const auto filing = readFiling("{\"form\":\"" + std::string(1000, 'x') + "\"}");
    ASSERT_FALSE(filing.ok());
    EXPECT_LT(Catalogue::embedded("en").text(filing.error().what).size(), 200u);
}

} // namespace

} // namespace tutela::filings

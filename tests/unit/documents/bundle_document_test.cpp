#include "core/documents/bundle_document.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/documents/pdf_append.h"
#include "tests/support/pdf_bytes.h"
#include "tests/support/scratch_folder.h"

namespace tutela::documents {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const DocumentTemplate& english()
{
    return DocumentTemplate::embedded("court-bundle", "en");
}

BundleFacts bundleFacts()
{
    BundleFacts facts;
    facts.authority = "Coordinating Authority of Nowhere";
    facts.court = "District Court of Sampleton";
    facts.provider = "Sample Messenger Ltd";
    facts.service = "Sample Messenger";
    facts.reference = "D-2026-0017";
    facts.filedOn = *parseDay("2026-03-02");
    facts.hash = std::string(64, 'a');
    facts.created = *parseInstant("2026-03-02T09:00:00Z");
    for (int number = 1; number <= 40; ++number)
        facts.items.push_back({fmt::format("Invented paper {}", number), *parseDay("2026-02-01"),
            "Cora Ordina, Coordinator", {{"Reasons", fmt::format("Reason of paper {}", number)}}, {}});
    facts.items[2].files = {
        {"plan.json", "application/json", 12, "b1", {Paragraph{"What the plan says"}}, {}, {}},
        {"advice.pdf", "application/pdf", 999, "c2", {}, tutela::testing::plainPdf(), {}},
        {"photo.pdf", "application/pdf", 5, "d3", {}, {}, english().word("flagged")}};
    facts.leftOut = {{"Assignment", parseDay("2026-01-02"), english().word("left-out-internal")}};
    facts.withheld = {{"advice.pdf", parseDay("2026-01-03"), "Withheld from the provider: secrets"}};
    return facts;
}

/// What pdftotext reads of the pages; each ends with a form feed.
std::vector<std::string> pagesOf(const std::string& pdf)
{
    const tutela::testing::ScratchFolder folder;
    const std::string file = folder.file("bundle.pdf").string();
    std::ofstream(file, std::ios::binary) << pdf;
    std::string text;
    FILE* pipe = popen(("pdftotext -layout " + file + " -").c_str(), "r");
    std::array<char, 4096> piece{};
    while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), pipe))
        text.append(piece.data(), count);
    EXPECT_EQ(pclose(pipe), 0);
    std::vector<std::string> pages;
    for (std::size_t end = text.find('\f'); end != std::string::npos; end = text.find('\f')) {
        pages.push_back(text.substr(0, end));
        text.erase(0, end + 1);
    }
    return pages;
}

/// The first line of the contents that holds this text.
std::string contentsLine(const std::vector<std::string>& pages, const std::string& text)
{
    for (const std::string& page : pages) {
        const std::size_t at = page.find(text);
        if (at != std::string::npos)
            return page.substr(page.rfind('\n', at) + 1, page.find('\n', at) - page.rfind('\n', at) - 1);
    }
    return {};
}

TEST(BundleDocument, NamesInItsContentsThePageOnWhichEachPaperBegins)
{
    const auto pages = pagesOf(bundlePdf(bundleFacts(), english()));
    int found = 0;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (int number = 1; number <= 40; ++number) {
            if (pages[page].find(fmt::format("{}. Invented paper {}\n", number, number)) == std::string::npos)
                continue;
            ++found;
            const std::string line = contentsLine(pages, fmt::format("Invented paper {} ", number));
            EXPECT_EQ(line.substr(line.find_last_of(' ') + 1), std::to_string(page + 1)) << line;
        }
    }
    EXPECT_EQ(found, 40);
}

TEST(BundleDocument, AppendsAPdfOnNumberedPagesAndNamesTheOthers)
{
    const auto pages = pagesOf(bundlePdf(bundleFacts(), english()));
    const std::size_t own = pages.size() - 1;
    const std::string all = fmt::format("{} of {}", pages.size(), pages.size());
    EXPECT_THAT(pages.back(), HasSubstr("Page " + all));
    EXPECT_THAT(pages.front(), HasSubstr(fmt::format("Page 1 of {}", pages.size())));
    EXPECT_THAT(contentsLine(pages, "3.2"), HasSubstr(fmt::format("{}–{}", own + 1, own + 1)));
    std::string text;
    for (const std::string& page : pages)
        text += page;
    for (const char* part : {"What the plan says", "photo.pdf", "d3", "SHA-256", "999 bytes", "Not appended",
             "Withheld from the provider: secrets", "Assignment"})
        EXPECT_THAT(text, HasSubstr(part));
    for (std::size_t page = 0; page < own; ++page)
        EXPECT_THAT(pages[page], HasSubstr(std::string(64, 'a')));
}

TEST(BundleDocument, GivesTheSameBytesForTheSameFacts)
{
    EXPECT_TRUE(bundlePdf(bundleFacts(), english()) == bundlePdf(bundleFacts(), english()));
    BundleFacts other = bundleFacts();
    other.items[39].fields[0].value = "Another reason";
    EXPECT_FALSE(bundlePdf(other, english()) == bundlePdf(bundleFacts(), english()));
}

TEST(BundleDocument, NamesAPdfThatCannotBeReadAndLosesNothingElse)
{
    BundleFacts facts = bundleFacts();
    facts.items[2].files[1].pdf = "%PDF-1.7 broken";
    const auto pages = pagesOf(bundlePdf(facts, english()));
    std::string text;
    for (const std::string& page : pages)
        text += page;
    EXPECT_THAT(text, HasSubstr("cannot be put on pages"));
    EXPECT_THAT(text, HasSubstr("40. Invented paper 40"));
    EXPECT_EQ(pageCount("%PDF-1.7 broken"), std::nullopt);
    EXPECT_EQ(pageCount(tutela::testing::plainPdf()), 1);
}

TEST(BundleDocument, HasTheSameWordsInEveryLanguage)
{
    const auto words = [](std::string_view language) {
        const auto text = embeddedFile(fmt::format("forms/documents/court-bundle.{}.json", language));
        std::set<std::string> names;
        const Json json = parseJson(text.value_or("{}"), JsonLimits::forOwnData()).value();
        for (const auto& [name, value] : json.find("words")->asObject())
            names.insert(name);
        names.erase("firstDay");
        return names;
    };
    for (const char* language : {"fr", "de", "nl"})
        EXPECT_EQ(words(language), words("en")) << language;
    EXPECT_EQ(bundleDocument(bundleFacts(), DocumentTemplate::embedded("court-bundle", "de")).title,
        "Bündel für das Gericht");
}

} // namespace

} // namespace tutela::documents

#include "core/documents/pdf_writer.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <unistd.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/documents/sample_documents.h"

namespace tutela::documents {

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

struct Finished {
    int status;
    std::string output;
};

Finished run(const std::string& command)
{
    Finished finished{-1, {}};
    std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr)
        return finished;
    char piece[4096];
    for (std::size_t read = 0; (read = std::fread(piece, 1, sizeof piece, pipe)) > 0;)
        finished.output.append(piece, read);
    finished.status = WEXITSTATUS(pclose(pipe));
    return finished;
}

std::string contentOf(const fs::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

class PdfWriter : public testing::Test {
protected:
    PdfWriter()
    {
        std::string pattern = (fs::temp_directory_path() / "tutela-pdf-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
    }

    ~PdfWriter() override { fs::remove_all(m_folder); }

    std::string write(const Document& document)
    {
        const fs::path file = m_folder / "document.pdf";
        std::ofstream(file, std::ios::binary) << writePdf(document);
        return file.string();
    }

    static Document order()
    {
        return orderDocument(orderFacts(), DocumentTemplate::embedded("detection-order", "en"));
    }

    fs::path m_folder;
};

TEST_F(PdfWriter, WritesATaggedFileWithItsPropertiesThatQpdfAccepts)
{
    const std::string file = write(order());
    const Finished check = run("qpdf --check " + file);
    EXPECT_EQ(check.status, 0) << check.output;
    const std::string properties = run("TZ=UTC pdfinfo " + file).output;
    for (const char* line :
        {"Tagged:          yes", "Title:           Detection order", "Subject:         DC-S/2 DO 4/2026",
            "Author:          District Court of Sampleton, Second Chamber", "Producer:        Tutela\n",
            "CreationDate:    Mon Apr 20 13:05:09 2026 UTC", "(A4)", "JavaScript:      no",
            "Suspects:        no"})
        EXPECT_THAT(properties, HasSubstr(line));
    const std::string objects = run("qpdf --qdf --object-streams=disable " + file + " - | strings").output;
    EXPECT_THAT(objects, HasSubstr("/Lang (en)"));
    EXPECT_THAT(objects, HasSubstr("/DisplayDocTitle true"));
}

TEST_F(PdfWriter, EmbedsEveryFontWithItsCharacters)
{
    std::istringstream fonts(run("pdffonts " + write(everyBlock())).output);
    std::string line;
    std::getline(fonts, line);
    std::getline(fonts, line);
    int count = 0;
    while (std::getline(fonts, line)) {
        EXPECT_THAT(line, HasSubstr("yes yes yes"));
        EXPECT_THAT(line, HasSubstr("NotoSans"));
        ++count;
    }
    EXPECT_GE(count, 3);
}

TEST_F(PdfWriter, GivesBackTheTextOfThreeScriptsWithoutLigatures)
{
    const std::string text = run("pdftotext " + write(everyBlock()) + " -").output;
    for (const char* sentence : {"The efficient office files affidavits.",
             "žluťoučký kůň, Łódź, Brăila, ħobż.", "Η αρμόδια δικαστική αρχή εκδίδει την εντολή.",
             "Компетентният съдебен орган издава заповедта.", "☒", "☐"})
        EXPECT_THAT(text, HasSubstr(sentence));
}

TEST_F(PdfWriter, NeverReadsForeignTextAsMarkupAndShowsItsControls)
{
    const std::string text = run("pdftotext -layout " + write(everyBlock()) + " -").output;
    for (const char* shown : {"& <b>not markup</b> &amp;", "<span size=\"90000\">big</span> &lt;",
             "safe [U+202E]gpj.exe[U+2069]", "bro\uFFFDken \uFFFD", "a[U+0001][U+007F][U+200B]b"})
        EXPECT_THAT(text, HasSubstr(shown));
}

TEST_F(PdfWriter, PutsNumberReferenceFingerprintAndFootersOnEachPage)
{
    for (const Document& document : {order(), everyBlock()}) {
        std::string pages = run("pdftotext -layout " + write(document) + " -").output;
        const long count = std::count(pages.begin(), pages.end(), '\f');
        ASSERT_GE(count, 3);
        for (long page = 1; page <= count; ++page) {
            const std::string text = pages.substr(0, pages.find('\f'));
            pages.erase(0, text.size() + 1);
            EXPECT_THAT(text, HasSubstr(fmt::format("Page {} of {}\n", page, count)));
            EXPECT_THAT(text, HasSubstr(document.words.reference + " " + document.reference));
            EXPECT_THAT(text, HasSubstr(document.words.fingerprint + " " + document.fingerprint));
            for (const std::string& footer : document.footers)
                EXPECT_THAT(text, HasSubstr(footer));
        }
    }
}

TEST_F(PdfWriter, KeepsEveryWordOfAParagraphLongerThanAPage)
{
    std::string text = run("pdftotext " + write(everyBlock()) + " -").output;
    std::erase_if(text, [](char letter) { return letter == '\n' || letter == '\f' || letter == ' '; });
    const auto occurrences = [&](std::string_view words) {
        int count = 0;
        for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
            ++count;
        return count;
    };
    // A page break with its footer may part one occurrence.
    EXPECT_GE(occurrences("Areasonthatgoesonoverthepage."), 297);
    EXPECT_GE(occurrences("Acelllongerthanapage."), 390);
}

TEST_F(PdfWriter, DescribesHeadingsListsTablesAndQuotationsToAReaderProgram)
{
    const std::string structure = run("pdfinfo -struct-text " + write(everyBlock())).output;
    for (const char* element : {"  H1 (block)\n    \"Every kind of block\"", "  H2 (block)\n    \"Scripts\"",
             "  H3 (block)\n    \"Boxes\"", "    LI (block)\n      Lbl (block)\n        \"Provider\"",
             "      LBody (block)\n        \"Sample Hosting AG\"", "  BlockQuote\n    P (block)\n",
             "  Table (block)", "      TH:\n         /Scope /Column\n        \"Measure\"",
             "      TD\n        \"Measure number 40\"",
             "        \"A label that is long enough to need\"\n        \"a second line\""})
        EXPECT_THAT(structure, HasSubstr(element));
    EXPECT_THAT(structure, Not(HasSubstr("Page 1 of"))) << "footers are artifacts";
    EXPECT_THAT(structure, Not(HasSubstr("NonStruct")));
}

TEST_F(PdfWriter, ListsTheHeadingsInItsOutline)
{
    const std::string objects = run("qpdf --json --json-key=outlines " + write(order())).output;
    EXPECT_THAT(objects, HasSubstr("Section 1: Authorities"));
    EXPECT_THAT(objects, HasSubstr("Reasons for issuing the detection order"));
}

TEST_F(PdfWriter, WritesTheSameBytesInEveryProcessAndThread)
{
    const std::string first = (m_folder / "first.pdf").string();
    const std::string second = (m_folder / "second.pdf").string();
    ASSERT_EQ(run(std::string(DOCUMENTS_SAMPLE) + " order " + first).status, 0);
    ASSERT_EQ(
        run("sleep 1; TZ=Asia/Tokyo LC_ALL=C " + std::string(DOCUMENTS_SAMPLE) + " order " + second).status,
        0);
    EXPECT_FALSE(contentOf(first).empty());
    EXPECT_TRUE(contentOf(first) == contentOf(second));
    std::string inThread;
    std::jthread([&] { inThread = writePdf(order()); }).join();
    EXPECT_TRUE(contentOf(first) == inThread);
    EXPECT_TRUE(contentOf(first) == writePdf(order()));
}

TEST_F(PdfWriter, WritesOtherBytesForAnotherDocument)
{
    OrderDocumentFacts facts = orderFacts();
    facts.reference += "x";
    EXPECT_FALSE(writePdf(orderDocument(facts, DocumentTemplate::embedded("detection-order", "en")))
        == writePdf(order()));
}

TEST_F(PdfWriter, SaysClearlyThatTheFontIsMissing)
{
    const fs::path fonts = m_folder / "fonts.conf";
    std::ofstream(fonts) << "<?xml version=\"1.0\"?><fontconfig><cachedir>" << m_folder.string()
                         << "</cachedir></fontconfig>";
    const Finished finished = run("FONTCONFIG_FILE=" + fonts.string() + " " + DOCUMENTS_SAMPLE + " order "
        + (m_folder / "none.pdf").string());
    EXPECT_EQ(finished.status, 3) << finished.output;
    EXPECT_THAT(finished.output, HasSubstr("font family \"Noto Sans\" is not installed"));
}

TEST_F(PdfWriter, SurvivesEmptyAndExtremeDocuments)
{
    Document empty;
    EXPECT_EQ(run("qpdf --check " + write(empty)).status, 0);
    Document extreme = everyBlock();
    extreme.title = std::string(5000, 'W');
    extreme.reference = std::string(5000, 'R');
    extreme.blocks = {Paragraph{std::string(1u << 19, 'x')}, Heading{7, std::string(9000, 'h')}};
    EXPECT_EQ(run("qpdf --check " + write(extreme)).status, 0);
}

} // namespace

} // namespace tutela::documents

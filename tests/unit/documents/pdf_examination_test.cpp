#include "core/documents/pdf_examination.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "core/documents/pdf_writer.h"
#include "tests/support/pdf_bytes.h"
#include "tests/support/scratch_folder.h"
#include "tests/unit/documents/sample_documents.h"

namespace tutela::documents {

namespace {

using namespace tutela::testing;

struct Pdf {
    const char* what;
    std::string bytes;
    std::optional<DocumentFlag> flag;
};

void PrintTo(const Pdf& pdf, std::ostream* out)
{
    *out << pdf.what;
}

class Examining : public ::testing::TestWithParam<Pdf> { };

TEST_P(Examining, SaysWhatIsWithin)
{
    EXPECT_EQ(examinePdf(GetParam().bytes), GetParam().flag);
}

const std::string kLine = streamOf("", "0 0 m 100 100 l S");
const std::string kForm = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]";
const std::string kInline = "q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";

INSTANTIATE_TEST_SUITE_P(Each, Examining,
    ::testing::Values(Pdf{"a line", plainPdf(), std::nullopt},
        Pdf{"an image", pdfWithImage(), DocumentFlag::ContainsImages},
        Pdf{"an image that calls itself something else",
            pageWith(kLine, {streamOf("/Subtype /Note /Width 1 /Height 1", "x")}),
            DocumentFlag::ContainsImages},
        Pdf{"an image within a page's content", pageWith(streamOf("", kInline)),
            DocumentFlag::ContainsImages},
        Pdf{"an image within one of a page's contents",
            pageWith("[5 0 R 6 0 R]", {kLine, streamOf("", kInline)}), DocumentFlag::ContainsImages},
        Pdf{"an image within a form", pageWith(kLine, {streamOf(kForm, kInline)}),
            DocumentFlag::ContainsImages},
        Pdf{"an image within a pattern", pageWith(kLine, {streamOf("/PatternType 1", kInline)}),
            DocumentFlag::ContainsImages},
        Pdf{"an image within a glyph",
            pageWith(kLine,
                {"<< /Type /Font /Subtype /Type3 /CharProcs << /a 6 0 R >> >>", streamOf("", kInline)}),
            DocumentFlag::ContainsImages},
        Pdf{"an image within a filtered form",
            pageWith(kLine,
                {streamOf(kForm + " /Filter /ASCIIHexDecode",
                    "4249202f572031202f482031202f42504320382049442078204549>")}),
            DocumentFlag::ContainsImages},
        Pdf{"a thumbnail", pageWith(kLine, {streamOf("", "x")}, "/Thumb 5 0 R"),
            DocumentFlag::ContainsImages},
        Pdf{"the word of an image in a text", pageWith(streamOf("", "(BI ID EI) pop")), std::nullopt},
        Pdf{"a file", pageWith(kLine, {streamOf("/Type /EmbeddedFile", "x")}), DocumentFlag::ContainsFiles},
        Pdf{"a file's place", pageWith(kLine, {"<< /Type /Filespec /EF << /F 4 0 R >> >>"}),
            DocumentFlag::ContainsFiles},
        Pdf{"a film", pageWith(kLine, {"<< /Type /Annot /Subtype /Movie >>"}), DocumentFlag::ContainsFiles},
        Pdf{"a file and an image", pageWith(streamOf("", kInline), {streamOf("/Type /EmbeddedFile", "x")}),
            DocumentFlag::ContainsImages},
        Pdf{"nothing", "", DocumentFlag::NotChecked},
        Pdf{"the head alone", "%PDF-1.7\n", DocumentFlag::NotChecked},
        Pdf{"half of it", plainPdf().substr(0, plainPdf().size() / 2), DocumentFlag::NotChecked},
        Pdf{"a table that points elsewhere", plainPdf().insert(20, "%%%%%%%%%%%%\n"),
            DocumentFlag::NotChecked},
        Pdf{"a filter that nobody knows", pageWith(streamOf("/Filter /Unheard", "x")),
            DocumentFlag::NotChecked},
        Pdf{"content that does not fit its filter", pageWith(streamOf("/Filter /FlateDecode", "no deflate")),
            DocumentFlag::NotChecked},
        Pdf{"an encryption that nobody knows", pdfOf({"<< /Type /Catalog >>"}, "/Encrypt << /Filter /Own >>"),
            DocumentFlag::NotChecked},
        Pdf{"lists in lists without end", pageWith(std::string(200'000, '[')), DocumentFlag::NotChecked}));

TEST(Examining, EndsAtItsLimits)
{
    EXPECT_EQ(examinePdf(plainPdf(), {.bytes = 100}), DocumentFlag::NotChecked);
    EXPECT_EQ(examinePdf(plainPdf(), {.objects = 3}), DocumentFlag::NotChecked);
}

TEST(Examining, FindsNothingInADocumentOfOurOwn)
{
    EXPECT_EQ(examinePdf(writePdf(everyBlock())), std::nullopt);
}

/// What qpdf makes of the file with these options.
std::string rewritten(const std::string& bytes, const std::string& options)
{
    const ScratchFolder folder;
    std::ofstream(folder.file("in"), std::ios::binary) << bytes;
    const std::string command =
        "qpdf " + options + " " + folder.file("in").string() + " " + folder.file("out").string();
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    std::ostringstream out;
    out << std::ifstream(folder.file("out"), std::ios::binary).rdbuf();
    return out.str();
}

TEST(Examining, ReadsCompressedFilesAndNoEncryptedOnes)
{
    const std::string small = "--object-streams=generate --compress-streams=y";
    EXPECT_EQ(examinePdf(rewritten(plainPdf(), small)), std::nullopt);
    EXPECT_EQ(examinePdf(rewritten(pdfWithImage(), small)), DocumentFlag::ContainsImages);
    EXPECT_EQ(examinePdf(rewritten(pageWith(streamOf("", kInline)), small)), DocumentFlag::ContainsImages);
    EXPECT_EQ(examinePdf(rewritten(plainPdf(), "--encrypt '' owner 256 --")), DocumentFlag::NotChecked);
    EXPECT_EQ(examinePdf(rewritten(plainPdf(), "--encrypt user owner 256 --")), DocumentFlag::NotChecked);
}

} // namespace

} // namespace tutela::documents

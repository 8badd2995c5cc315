#include "core/services/foreign_pdf.h"

#include "tests/support/pdf_bytes.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using namespace tutela::testing;

TEST(ForeignPdf, IsExaminedApart)
{
    EXPECT_EQ(examineForeign("A letter."), std::nullopt);
    EXPECT_EQ(examineForeign(plainPdf()), std::nullopt);
    EXPECT_EQ(examineForeign(pdfWithImage()), DocumentFlag::ContainsImages);
    EXPECT_EQ(examineForeign("%PDF-1.7 and nothing more"), DocumentFlag::NotChecked);
}

TEST(ForeignPdf, ThatWouldFillTheMemoryCouldNotBeChecked)
{
    // RunLengthDecode makes 128 bytes of two, and 0x81 is at the same time the length and the byte.
    const std::string bomb =
        streamOf("/Filter [/RunLengthDecode /RunLengthDecode /RunLengthDecode]", std::string(16'384, '\x81'));
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(examineForeign(pageWith(bomb)), DocumentFlag::NotChecked);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{10});
}

using FlaggedDocuments = SampleRegister;

TEST_F(FlaggedDocuments, AreShownBeforeAnybodyOpensThem)
{
    const auto office = openAs(file, "registrar");
    const auto coordinator = openAs(file, "coordinator");
    const CaseId id = underReview(*coordinator);
    const std::string original =
        coordinator->cases()
            .document(coordinator->cases().open(id, {}).value().file.filings.front().original)
            .value();
    const auto received = office->intake().receive({.fileName = "report.json",
        .bytes = original,
        .attachments = {{"plain.pdf", plainPdf()}, {"picture.pdf", pdfWithImage()},
            {"broken.pdf", "%PDF-1.7 broken"}, {"letter.txt", "A letter."}}});
    ASSERT_TRUE(received.ok()) << received.error().what.id;
    const auto view = coordinator->cases().open(received.value().cases.front(), {});
    ASSERT_TRUE(view.ok());
    std::map<std::string, std::optional<DocumentFlag>> flags;
    for (const auto& card : view.value().cards) {
        for (const auto& document : card.documents)
            flags[document.name] = document.flag;
    }
    EXPECT_EQ(flags.size(), 5u);
    EXPECT_EQ(flags["plain.pdf"], std::nullopt);
    EXPECT_EQ(flags["letter.txt"], std::nullopt);
    EXPECT_EQ(flags["report.json"], std::nullopt);
    EXPECT_EQ(flags["picture.pdf"], DocumentFlag::ContainsImages);
    EXPECT_EQ(flags["broken.pdf"], DocumentFlag::NotChecked);
    EXPECT_EQ(diagnosis(*office), "ok");
}

} // namespace

} // namespace tutela::services

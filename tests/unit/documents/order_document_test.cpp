#include "core/documents/order_document.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/documents/text_writer.h"
#include "tests/unit/documents/sample_documents.h"

namespace tutela::documents {

namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const DocumentTemplate& form()
{
    return DocumentTemplate::embedded("detection-order", "en");
}

/// The text on one line a block, so that a sentence is found wherever lines break.
std::string textOf(const OrderDocumentFacts& facts)
{
    return writeText(orderDocument(facts, form()), 100'000);
}

TEST(OrderDocument, HasTheEightSectionsOfAnnexIInTheirOrder)
{
    std::vector<std::string> sections;
    for (const Block& block : orderDocument(orderFacts(), form()).blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading != nullptr && heading->level == 1)
            sections.push_back(heading->text.substr(0, 10));
    }
    EXPECT_THAT(sections,
        testing::ElementsAre("Section 1:", "Section 2:", "Section 3:", "Section 4:", "Section 5:",
            "Section 6:", "Section 7:", "Section 8:"));
}

TEST(OrderDocument, StatesEachPointOfArticle8Paragraph1)
{
    OrderDocumentFacts facts = orderFacts();
    facts.legalBasis = "Regulation (EU) 0000/0000";
    facts.signature = SignatureState::Electronic;
    facts.signatureValue = "c0ffee";
    const std::pair<const char*, std::string> points[] = {
        {"(a) measures", "1. Compare each image and video"},
        {"(a) indicators", "[x] indicators to detect the dissemination of material identified as known"},
        {"(a) safeguards", "1. Alerts that are not confirmed"},
        {"(a) reporting", "Report due on:\n    1 March 2027"},
        {"(b) issuing authority", "District Court of Sampleton, Second Chamber"},
        {"(b) authentication", "For the issuing authority:\n    Judge Anna Beispiel"},
        {"(c) provider", "Name of the provider:\n    Sample Messenger Ltd"},
        {"(c) legal representative", "Legal representative:\n    Sample Messenger Europe GmbH"},
        {"(d) service", "Service to which the detection order applies:\n    Sample Messenger"},
        {"(d) part", "Part or component of the service:\n    The public group chats"},
        {"(e) kind", "[x] the dissemination of known"},
        {"(f) start", "The detection order applies from:\n    1 September 2026"},
        {"(f) end", "to:\n    31 August 2027"},
        {"(g) reasons", "3. The court has considered the error rates"},
        {"(h) legal basis", "Issued under Articles 7 and 8 of Regulation (EU) 0000/0000"},
        {"(i) date", "Date of issuance:\n    20 April 2026"},
        {"(i) time stamp", "Time stamp:\n    20 April 2026, 13:05:09 UTC"},
        {"(i) signature", "Electronic signature:\n    c0ffee"},
        {"(j) court", "Competent court: Court of Appeal of Sampleton"},
        {"(j) time limit of the provider", "Time limit: One month from receipt of this order"},
        {"(j) time limit of users", "Time limit: Three months from the day they were informed"},
    };
    const std::string text = textOf(facts);
    for (const auto& [point, sentence] : points)
        EXPECT_THAT(text, HasSubstr(sentence)) << point;
}

TEST(OrderDocument, ShowsBoxesThatAreNotTicked)
{
    OrderDocumentFacts facts = orderFacts();
    facts.kinds = {DetectionKind::NewMaterial};
    facts.databases = {IndicatorDatabase::NewMaterial};
    facts.addressee = Addressee::MainEstablishment;
    const std::string text = textOf(facts);
    for (const char* line : {"[ ] the dissemination of known", "[x] the dissemination of new",
             "[ ] the solicitation", "[ ] indicators to detect the dissemination of material identified",
             "[x] indicators to detect the dissemination of child sexual abuse material not yet",
             "[ ] indicators to detect the solicitation",
             "[x] The order is addressed to the main establishment",
             "[ ] The order is addressed to the legal representative"})
        EXPECT_THAT(text, HasSubstr(line));
}

TEST(OrderDocument, LimitsSolicitationToChildUsersAndOnlySolicitation)
{
    const std::string note = "one of the users is a child user";
    OrderDocumentFacts facts = orderFacts();
    EXPECT_THAT(textOf(facts), HasSubstr(note));
    facts.kinds = {DetectionKind::KnownMaterial, DetectionKind::NewMaterial};
    EXPECT_THAT(textOf(facts), Not(HasSubstr(note)));
}

TEST(OrderDocument, SaysThatTheTextIsNotInForceUntilALegalBasisIsRecorded)
{
    OrderDocumentFacts facts = orderFacts();
    EXPECT_THAT(orderDocument(facts, form()).footers, Contains(HasSubstr("not in force")));
    EXPECT_THAT(orderDocument(facts, form()).subtitle, HasSubstr("proposed Regulation"));
    facts.legalBasis = "Regulation (EU) 0000/0000";
    EXPECT_THAT(orderDocument(facts, form()).footers,
        testing::ElementsAre("Legal basis: Regulation (EU) 0000/0000."));
    EXPECT_THAT(textOf(facts), Not(HasSubstr("proposal")));
}

TEST(OrderDocument, IsAnUnsignedCopyUnlessItCarriesTheSignature)
{
    OrderDocumentFacts facts = orderFacts();
    EXPECT_THAT(textOf(facts), HasSubstr("  ! Unsigned copy."));
    facts.signature = SignatureState::Electronic;
    facts.signatureValue = "c0ffee";
    EXPECT_THAT(textOf(facts), Not(HasSubstr("nsigned copy")));
}

TEST(OrderDocument, RequiresNoReportWhereNoneIsDue)
{
    OrderDocumentFacts facts = orderFacts();
    facts.reportsDue.clear();
    EXPECT_THAT(textOf(facts), HasSubstr("does not require a report"));
    EXPECT_THAT(textOf(facts), Not(HasSubstr("Report due on")));
}

TEST(OrderDocument, ShowsEveryMissingFactAsNotStated)
{
    const std::string text = textOf({});
    EXPECT_THAT(text, HasSubstr("Name of the provider:\n    (not stated)"));
    EXPECT_THAT(text, HasSubstr("Date of the request:\n    (not stated)"));
    EXPECT_THAT(text, HasSubstr("Measures\n\n(not stated)"));
    EXPECT_THAT(text, HasSubstr("Reasons for issuing the detection order\n\n(not stated)"));
    EXPECT_THAT(text, HasSubstr("The whole service."));
}

TEST(OrderDocument, LeavesALineWhereAnAddressIsNotKnown)
{
    const std::string text = textOf({});
    EXPECT_THAT(text, HasSubstr("Address of the issuing authority:\n    ______"));
    EXPECT_THAT(text, HasSubstr("access to the indicators:\n    ______"));
    OrderDocumentFacts facts = orderFacts();
    facts.centreContact = "indicators@eu-centre.example";
    EXPECT_THAT(textOf(facts), Not(HasSubstr("______")));
}

TEST(OrderDocument, SaysInWhichLanguageTheTextsOfTheCourtStand)
{
    const auto in = [](const char* written, std::string_view printed) {
        OrderDocumentFacts facts = orderFacts();
        facts.textLanguage = written;
        return writeText(
            orderDocument(facts, DocumentTemplate::embedded("detection-order", printed)), 100'000);
    };
    EXPECT_THAT(in("en", "en"), Not(HasSubstr("not translated")));
    EXPECT_THAT(in("", "en"), HasSubstr("as it wrote them. They are not translated"));
    EXPECT_THAT(in("el", "en"), HasSubstr("(language: Greek)"));
    EXPECT_THAT(in("en", "fr"), HasSubstr("(langue : anglais)"));
    EXPECT_THAT(in("en", "de"), HasSubstr("(Sprache: Englisch)"));
    EXPECT_THAT(in("en", "nl"), HasSubstr("(taal: Engels)"));
    EXPECT_THAT(in("en", "nl"), HasSubstr(orderFacts().reasons.front().text));
}

TEST(OrderDocument, ReadsAsTheGoldenTextInEveryLanguage)
{
    for (const std::string language : {"en", "fr", "de", "nl"}) {
        const std::filesystem::path golden = std::filesystem::path(TUTELA_SOURCE_DIR)
            / "tests/golden/documents" / ("detection-order." + language + ".txt");
        std::ostringstream expected;
        expected << std::ifstream(golden).rdbuf();
        const std::string text =
            writeText(orderDocument(orderFacts(), DocumentTemplate::embedded("detection-order", language)));
        if (text == expected.str())
            continue;
        const auto written = std::filesystem::path(TUTELA_BINARY_DIR) / golden.filename();
        std::ofstream(written) << text;
        ADD_FAILURE() << "differs from " << golden << "; the new text is in " << written;
    }
}

} // namespace

} // namespace tutela::documents

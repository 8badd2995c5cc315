#include "core/documents/letter_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/documents/text_writer.h"

namespace tutela::documents {

namespace {

using testing::HasSubstr;
using testing::Not;

LetterFacts determination()
{
    LetterFacts facts;
    facts.authority = "Coordinating Authority of Nowhere";
    facts.addressee = "Sample Hosting AG";
    facts.addresseeAddress = "Musterweg 1";
    facts.reference = "CA-N/2026/0003-2";
    facts.writtenOn = *parseDay("2026-05-04");
    facts.subject = "Determination on the measures of Sample Share";
    facts.body = {"The measures are not sufficient.", "Please adjust them within six weeks."};
    facts.reasons = {{"The age check can be passed by."}};
    facts.law = "Article 5(4)";
    facts.remedy = "An appeal to the Court of Sampleton is open within one month.";
    return facts;
}

std::string textOf(const LetterFacts& facts)
{
    return writeText(letterDocument(facts, DocumentTemplate::embedded("letter", "en")), 100'000);
}

TEST(LetterDocument, CarriesAddresseeBodyLawReasonsAndRemedy)
{
    const std::string text = textOf(determination());
    for (const char* part : {"Determination on the measures", "4 May 2026",
             "To:\n    Sample Hosting AG\n    Musterweg 1", "Provisions applied:\n    Article 5(4)",
             "\nPlease adjust them", "  1. The age check", "What you can do against this decision",
             "An appeal to the Court", "Our reference: CA-N/2026/0003-2", "not in force"})
        EXPECT_THAT(text, HasSubstr(part));
}

TEST(LetterDocument, NamesNoRemedyAndNoReasonsWhereNothingIsDecided)
{
    LetterFacts facts = determination();
    facts.reasons.clear();
    facts.remedy.clear();
    EXPECT_THAT(textOf(facts), Not(HasSubstr("against this decision")));
    EXPECT_THAT(textOf(facts), Not(HasSubstr("Reasons")));
}

} // namespace

} // namespace tutela::documents

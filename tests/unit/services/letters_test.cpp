#include <gmock/gmock.h>

#include "tests/support/pdf_words.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using interfaces::LetterView;

/// The letters of a sample register.
class Letters : public SampleRegister {
protected:
    /// Every letter that this person sees, with its case.
    static std::vector<std::pair<CaseId, LetterView>> all(interfaces::Office& office)
    {
        std::vector<std::pair<CaseId, LetterView>> found;
        for (const auto& row : office.worklist().page({}).value().rows) {
            const auto letters = office.letters().drafted(row.caseId);
            if (!letters)
                continue;
            for (const LetterView& letter : letters.value())
                found.emplace_back(row.caseId, letter);
        }
        return found;
    }

    static std::set<std::string> partiesOf(interfaces::Office& office)
    {
        std::set<std::string> parties;
        for (const auto& [id, letter] : all(office))
            parties.insert(letter.party.id);
        return parties;
    }
};

TEST_F(Letters, OfEveryKindAreWrittenInEveryLanguage)
{
    const auto office = openAs(file, "coordinator");
    std::set<std::string> kinds;
    for (const auto& [id, letter] : all(*office)) {
        EXPECT_FALSE(letter.addressee.empty()) << letter.id;
        if (!kinds.insert(letter.subject.id).second)
            continue;
        for (const std::string_view language : interfaces::kLetterLanguages) {
            const auto pdf = office->letters().pdf(id, letter.id, language);
            ASSERT_TRUE(pdf.ok()) << letter.subject.id << language << pdf.error().what.id;
            EXPECT_EQ(pdf.value().substr(0, 5), "%PDF-");
        }
    }
    for (const char* kind :
        {"information-request", "hearing-invitation", "determination", "extension-decision", "draft-request",
            "opinion-invitation", "adjusted-draft", "plan-demand", "dpa-referral", "finality-notice",
            "court-request", "order-delivery", "final-order", "report-copy"})
        EXPECT_TRUE(kinds.contains(std::string("letter.") + kind)) << kind;
}

TEST_F(Letters, AreSeenByTheAuthorityAndByWhomTheyAreAddressedTo)
{
    EXPECT_EQ(partiesOf(*openAs(file, "coordinator")),
        (std::set<std::string>{"party.provider", "institution.authority", "institution.court",
            "institution.dpa", "institution.eu-centre", "party.coordinating-authorities"}));
    EXPECT_EQ(partiesOf(*openAs(file, "dpa-officer")), std::set<std::string>{"institution.dpa"});
    EXPECT_EQ(partiesOf(*openAs(file, "eu-centre")), std::set<std::string>{"institution.eu-centre"});
    EXPECT_EQ(partiesOf(*openAs(file, "judge")),
        (std::set<std::string>{
            "party.provider", "institution.authority", "institution.court", "institution.eu-centre"}))
        << "its own letters and the request";
    const auto coordinator = openAs(file, "coordinator");
    const auto officer = openAs(file, "dpa-officer");
    const auto [id, letter] = all(*officer).at(0);
    const auto others = coordinator->letters().drafted(id).value();
    const auto provider =
        std::ranges::find(others, "party.provider", [](const LetterView& one) { return one.party.id; });
    ASSERT_NE(provider, others.end());
    EXPECT_EQ(officer->letters().pdf(id, provider->id, "en").error().what.id, "letter.none");
    EXPECT_TRUE(officer->letters().pdf(id, letter.id, "").ok());
}

TEST_F(Letters, AreDraftedInTheLanguageThatTheProviderDeclared)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    ASSERT_TRUE(office->cases().perform(asking(id)).ok());
    EXPECT_EQ(office->letters().drafted(id).value().back().language, "en");
    const ProviderId provider = office->cases().open(id, {}).value().file.provider;
    const auto registrar = openAs(file, "registrar");
    for (const auto& [declared, expected] :
        std::map<std::string, std::string>{{"nl", "nl"}, {"pl", "en"}, {"fr", "fr"}}) {
        for (const auto& row : registrar->providers().providers().value()) {
            auto details = row.details;
            details.language = declared;
            details.validFrom = {};
            if (row.id == provider) {
                ASSERT_TRUE(registrar->providers().changeProvider(provider, details).ok());
            }
        }
        EXPECT_EQ(office->letters().drafted(id).value().back().language, expected);
        const std::map<std::string, std::string> titles{
            {"nl", "Toegang tot het dossier"}, {"en", "Access to the file"}, {"fr", "Accès au dossier"}};
        const std::string index = tutela::testing::pdfWords(office->cases().accessIndex(id).value());
        EXPECT_NE(index.find(titles.at(expected)), std::string::npos) << "the index of the file: " << index;
        EXPECT_EQ(office->letters().drafted(id).value().back().declared, declared == "pl" ? "pl" : "");
    }
}

} // namespace

} // namespace tutela::services

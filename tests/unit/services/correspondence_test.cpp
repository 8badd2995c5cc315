#include <gmock/gmock.h>

#include "core/base/catalogue.h"
#include "core/base/digest.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using interfaces::ActRequest;
using interfaces::Card;
using interfaces::LetterView;

/// Letters in and out, notes and translations in a sample register.
class Correspondence : public SampleRegister {
protected:
    static CaseId ended(interfaces::Office& office)
    {
        for (const auto& row : office.worklist().page({.withClosed = true, .limit = 100}).value().rows) {
            if (row.step == Step::Closed || row.step == Step::NotPursued || row.step == Step::Refused)
                return row.caseId;
        }
        throw std::runtime_error("no case that ended");
    }

    static std::string named(const char* act, const CaseId& id)
    {
        return std::string(act) + (id.text().front() == 'D' ? "-detection" : "");
    }

    static ActRequest letterIn(const CaseId& id, const char* correspondent)
    {
        ActRequest request{.act = named("record-letter-in", id), .caseId = id};
        request.data = Json::object({{"correspondent", correspondent}, {"received_on", "2026-06-01"},
            {"channel", "paper"}, {"concerning", "An invented question"}, {"document", "in.txt"}});
        request.attachments = {{"in.txt", "An invented letter.\n"}};
        return request;
    }

    static ActRequest letterOut(const CaseId& id, const std::string& drafted)
    {
        ActRequest request{.act = named("record-letter-out", id), .caseId = id};
        request.data = Json::object({{"correspondent", "provider"}, {"sent_on", "2026-06-09"},
            {"channel", "electronic"}, {"concerning", "Request for information"},
            {"proof_of_sending", "Invented receipt of the mailbox"}, {"drafted_letter", drafted},
            {"letter_language", "fr"}});
        return request;
    }

    static ActRequest note(const CaseId& id)
    {
        ActRequest request{.act = named("add-note", id), .caseId = id};
        request.data = Json::object({{"internal_note", "Call the invented expert on Monday."}});
        return request;
    }

    static std::vector<Card> letterCards(interfaces::Office& office, const CaseId& id)
    {
        std::vector<Card> cards = office.cases().open(id, {}).value().cards;
        std::erase_if(cards, [](const Card& card) { return card.tab != "letters"; });
        return cards;
    }
};

TEST_F(Correspondence, IsKeptInOneListThatSaysWhichWayItWent)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    ASSERT_TRUE(office->cases().perform(letterIn(id, "provider")).ok());
    ASSERT_TRUE(office->cases().perform(asking(id)).ok());
    const std::string drafted = office->letters().drafted(id).value().back().id;
    const auto sent = office->cases().perform(letterOut(id, drafted));
    ASSERT_TRUE(sent.ok()) << sent.error().what.id;
    ASSERT_TRUE(office->cases().perform(note(id)).ok());
    std::vector<std::string> status;
    for (const Card& card : letterCards(*office, id)) {
        if (card.status)
            status.push_back(card.status->id + " " + card.id);
    }
    ASSERT_GE(status.size(), 3U);
    status.erase(status.begin(), status.end() - 3);
    EXPECT_EQ(status,
        (std::vector<std::string>{
            "status.letter-in IN1", "status.letter-out OUT1", "status.internal-note "}));
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(Correspondence, KeepsADraftedLetterAsItWasSent)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    ASSERT_TRUE(office->cases().perform(asking(id)).ok());
    const LetterView drafted = office->letters().drafted(id).value().back();
    EXPECT_FALSE(drafted.sentOn);
    const std::string draft = office->letters().pdf(id, drafted.id, "fr").value();
    ASSERT_TRUE(office->cases().perform(letterOut(id, drafted.id)).ok());
    const auto cards = letterCards(*office, id);
    ASSERT_EQ(cards.back().documents.size(), 1U);
    const auto kept = cards.back().documents.front();
    const std::string bytes = office->cases().document(kept.id).value();
    EXPECT_EQ(bytes.substr(0, 5), "%PDF-");
    EXPECT_NE(bytes, draft) << "it went out as a draft";
    EXPECT_EQ(toHex(sha256(bytes)), kept.sha256);
    EXPECT_EQ(office->letters().drafted(id).value().back().sentOn, parseDay("2026-06-09"));
}

TEST_F(Correspondence, RefusesALetterThatIsNotThereAndLosesNothing)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    const auto before = office->cases().open(id, {}).value().file.streamSeq;
    EXPECT_EQ(office->cases().perform(letterOut(id, "E99-provider")).error().what.id, "letter.none");
    ActRequest nothing = letterOut(id, "");
    nothing.data = Json::object({{"correspondent", "provider"}, {"sent_on", "2026-06-09"},
        {"channel", "electronic"}, {"concerning", "Nothing"}, {"proof_of_sending", "None"}});
    EXPECT_EQ(office->cases().perform(nothing).error().what.id, "guard.letter-kept");
    ActRequest tomorrow = letterIn(id, "provider");
    tomorrow.data.set("received_on", "2099-01-01");
    EXPECT_EQ(office->cases().perform(tomorrow).error().what.id, "guard.not-in-future");
    EXPECT_EQ(office->cases().perform(letterIn(id, "other")).error().what.id, "guard.correspondent-named");
    EXPECT_EQ(office->cases().open(id, {}).value().file.streamSeq, before);
}

TEST_F(Correspondence, GoesOnAfterTheCaseEnded)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = ended(*office);
    const Step step = office->cases().open(id, {}).value().file.step;
    ASSERT_TRUE(office->cases().perform(letterIn(id, "provider")).ok());
    ASSERT_TRUE(office->cases().perform(note(id)).ok());
    EXPECT_EQ(office->cases().open(id, {}).value().file.step, step);
}

TEST_F(Correspondence, IsReadByTheCourtOnlyWhenItIsItsOwnAndANoteNever)
{
    const auto office = openAs(file, "coordinator");
    CaseId id{""};
    for (const auto& row : office->worklist().page({.kind = CaseKind::Detection}).value().rows) {
        if (row.step == Step::OrderIssued)
            id = row.caseId;
    }
    const auto judge = openAs(file, "judge");
    const std::size_t before = letterCards(*judge, id).size();
    ASSERT_TRUE(office->cases().perform(note(id)).ok());
    ASSERT_TRUE(office->cases().perform(letterIn(id, "provider")).ok());
    EXPECT_EQ(letterCards(*judge, id).size(), before);
    ASSERT_TRUE(office->cases().perform(letterIn(id, "court")).ok());
    EXPECT_EQ(letterCards(*judge, id).size(), before + 1);
}

TEST_F(Correspondence, TakesInACertifiedTranslationOfTheOrder)
{
    const auto office = openAs(file, "coordinator");
    CaseId id{""};
    for (const auto& row : office->worklist().page({.kind = CaseKind::Detection}).value().rows) {
        if (row.step == Step::OrderIssued)
            id = row.caseId;
    }
    ActRequest request{.act = "attach-translation-detection", .caseId = id};
    request.data = Json::object({{"translation_of", "order"}, {"language", "pl"},
        {"certified_by", "Sworn Translator of Nowhere"}, {"document", "order-pl.txt"}});
    request.attachments = {{"order-pl.txt", "Zmyślone tłumaczenie.\n"}};
    ASSERT_TRUE(office->cases().perform(request).ok());
    const auto view = office->cases().open(id, {}).value();
    ASSERT_EQ(view.file.translations.size(), 1U);
    EXPECT_EQ(view.file.translations.front().language, "pl");
    EXPECT_EQ(view.cards.back().tab, "documents");
    EXPECT_EQ(openAs(file, "judge")->cases().open(id, {}).value().file.translations.size(), 1U);
    EXPECT_TRUE(openAs(file, "eu-centre")->cases().open(id, {}).value().file.translations.empty());
}

TEST_F(Correspondence, SaysThatTheProviderDeclaredAnotherLanguageAndKeepsTheTranslationBesideTheLetter)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    const ProviderId provider = office->cases().open(id, {}).value().file.provider;
    const auto registrar = openAs(file, "registrar");
    for (const auto& row : registrar->providers().providers().value()) {
        auto details = row.details;
        details.language = "pl";
        details.validFrom = {};
        if (row.id == provider) {
            ASSERT_TRUE(registrar->providers().changeProvider(provider, details).ok());
        }
    }
    ASSERT_TRUE(office->cases().perform(asking(id)).ok());
    const std::string drafted = office->letters().drafted(id).value().back().id;
    const auto sent = office->cases().perform(letterOut(id, drafted));
    ASSERT_TRUE(sent.ok()) << sent.error().what.id;
    const std::vector<std::string> warnings = [&] {
        std::vector<std::string> ids;
        for (const Message& warning : sent.value().warnings)
            ids.push_back(Catalogue::embedded("en").text(warning));
        return ids;
    }();
    EXPECT_THAT(warnings,
        ::testing::ElementsAre(::testing::HasSubstr("written in French, the provider declared Polish")));
    const auto letter = letterCards(*office, id).back().documents.front();
    ActRequest translation{.act = "attach-translation", .caseId = id};
    translation.data = Json::object({{"translation_of", "filed-document"}, {"of_document", letter.id.text()},
        {"language", "pl"}, {"certified_by", "Sworn Translator of Nowhere"}, {"document", "letter-pl.txt"}});
    translation.attachments = {{"letter-pl.txt", "Zmyślony list.\n"}};
    const auto attached = office->cases().perform(translation);
    ASSERT_TRUE(attached.ok()) << attached.error().what.id;
    const Translation kept = office->cases().open(id, {}).value().file.translations.back();
    EXPECT_EQ(kept.original, letter.id);
    EXPECT_EQ(kept.language, "pl");
}

} // namespace

} // namespace tutela::services

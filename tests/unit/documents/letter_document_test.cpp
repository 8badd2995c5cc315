#include "core/documents/letter_document.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/documents/text_writer.h"
#include "core/interfaces/letter_desk.h"
#include "core/services/letter_kinds.h"

namespace tutela::documents {

namespace {

using testing::HasSubstr;
using testing::Not;

/// What a template asks for.
struct Needs {
    std::set<std::string> places;
    std::set<std::string> flags;
    std::map<std::string, std::size_t> tables; ///< with their columns
    std::string shape; ///< its items with their conditions, without their words

    friend bool operator==(const Needs&, const Needs&) = default;
};

void addPlaces(std::string_view text, std::set<std::string>& places)
{
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        places.insert(std::string(text.substr(at + 1, text.find('}', at) - at - 1)));
}

void read(const Json& item, Needs& needs)
{
    if (item.isString())
        addPlaces(item.asString(), needs.places);
    if (item.isArray()) {
        for (const Json& one : item.asArray())
            read(one, needs);
    }
    if (!item.isObject())
        return;
    if (item.find("table") != nullptr)
        needs.tables[std::string(item.text("table"))] = item.items("headings").size();
    for (const auto& [key, value] : item.asObject()) {
        needs.shape += key + " ";
        if (key == "when")
            needs.flags.insert(std::string(value.asString()));
        if (key == "level" || key == "pageBreak")
            continue;
        if (key == "when" || key == "numbered" || key == "table" || key == "part")
            needs.shape += std::string(value.asString()) + " ";
        else
            read(value, needs);
    }
}

Needs needsOf(std::string_view form, std::string_view language)
{
    const std::string path = "forms/documents/" + std::string(form) + "." + std::string(language) + ".json";
    const auto text = embeddedFile(path);
    Needs needs;
    if (!text) {
        ADD_FAILURE() << "there is no " << path;
        return needs;
    }
    const Json json = parseJson(*text, JsonLimits::forOwnData()).value();
    EXPECT_EQ(json.text("form"), form);
    EXPECT_EQ(json.text("language"), language);
    for (const char* part : {"title", "subtitle", "author", "footers", "blocks"}) {
        if (const Json* found = json.find(part))
            read(*found, needs);
    }
    return needs;
}

std::set<std::string> forms()
{
    std::set<std::string> names{"letter-correction"};
    for (const services::LetterKind& kind : services::letterKinds())
        names.insert(kind.form);
    return names;
}

/// A letter in which every place holds its own name, the last day is 1 March 2026 and every flag holds.
LetterFacts filled(const std::string& form, std::string_view language)
{
    LetterFacts facts;
    facts.form = form;
    const Needs needs = needsOf(form, language);
    for (const std::string& place : needs.places)
        facts.values.texts[place] = "[" + place + "]";
    facts.values.texts["law"] = "Art 5(4)";
    facts.values.texts["lastDay"] =
        DocumentTemplate::embedded("letter", language).dayText(*parseDay("2026-03-01"));
    for (const std::string& flag : needs.flags) {
        if (!flag.starts_with('!'))
            facts.values.flags.insert(flag);
    }
    facts.values.lists["questions"] = {"Wer moderiert nachts?"};
    facts.values.lists["attachments"] = {"plan.json"};
    for (const auto& [table, columns] : needs.tables)
        facts.values.tables[table] = {std::vector<std::string>(columns, "[" + table + "]")};
    facts.authority = "Coordinating Authority of Nowhere";
    facts.addressee = "Sample Hosting AG";
    facts.addresseeAddress = "Musterweg 1";
    facts.reference = "CA-N/2026/0003-2";
    facts.writtenOn = *parseDay("2026-05-04");
    facts.law = "Art 5(4)";
    return facts;
}

std::string textOf(const LetterFacts& facts, std::string_view language)
{
    return writeText(letterDocument(facts, language), 100'000);
}

TEST(LetterTemplates, AskForTheSameInEveryLanguage)
{
    std::set<std::string> all = forms();
    all.insert({"letter", "letter-joint", "detection-order", "court-bundle", "access-index"});
    for (const std::string& form : all) {
        const Needs english = needsOf(form, "en");
        for (const std::string_view language : interfaces::kLetterLanguages) {
            const Needs other = needsOf(form, language);
            EXPECT_EQ(other.places, english.places) << form << " " << language;
            EXPECT_EQ(other.flags, english.flags) << form << " " << language;
            EXPECT_EQ(other.shape, english.shape) << form << " " << language;
        }
    }
}

TEST(LetterTemplates, NameTheArticleAndTheLastDayInTheWordsOfTheLanguage)
{
    const std::map<std::string_view, std::string> days{
        {"en", "1 March 2026"}, {"fr", "1er mars 2026"}, {"de", "1. März 2026"}, {"nl", "1 maart 2026"}};
    const std::map<std::string_view, std::string> drafts{{"en", "draft that has not been sent"},
        {"fr", "projet qui n'a pas été envoyé"}, {"de", "Entwurf, der nicht abgesandt wurde"},
        {"nl", "ontwerp dat niet is verzonden"}};
    for (const std::string& form : forms()) {
        for (const std::string_view language : interfaces::kLetterLanguages) {
            const std::string text = textOf(filled(form, language), language);
            EXPECT_THAT(text, HasSubstr("Art 5(4)")) << form << language;
            EXPECT_THAT(text, HasSubstr(drafts.at(language))) << form << language;
            if (needsOf(form, language).flags.contains("last-day")) {
                EXPECT_THAT(text, HasSubstr(days.at(language))) << form << language;
            }
        }
    }
}

TEST(LetterTemplates, HaveWordsForEveryLength)
{
    for (const std::string_view language : interfaces::kLetterLanguages) {
        const auto& words = DocumentTemplate::embedded("letter", language);
        for (const char* length : {"PT1H", "P1D", "P1WD", "P1W", "P1M", "P1Y"})
            EXPECT_THAT(words.lengthText(*parseLength(length)), HasSubstr("1 ")) << language << length;
    }
    EXPECT_EQ(DocumentTemplate::embedded("letter", "fr").lengthText({2, LengthUnit::Weeks}), "2 semaines");
    EXPECT_EQ(DocumentTemplate::embedded("letter", "de").lengthText({1, LengthUnit::Months}), "1 Monat");
}

TEST(LetterDocument, CarriesAddresseeLawAndForeignTextsAsWritten)
{
    const std::string text = textOf(filled("letter-information-request", "en"), "en");
    for (const char* part : {"To:\n    Sample Hosting AG\n    Musterweg 1",
             "Provisions applied:\n    Art 5(4)", "1. Wer moderiert nachts?", "Draft of 4 May 2026",
             "Our reference: CA-N/2026/0003-2", "not in force"})
        EXPECT_THAT(text, HasSubstr(part));
}

TEST(LetterDocument, RequiresNothingWhereTheRequirementsAreMet)
{
    LetterFacts facts = filled("letter-determination", "fr");
    EXPECT_THAT(textOf(facts, "fr"), HasSubstr("exigeons"));
    facts.values.flags = {"outcome-complied"};
    EXPECT_THAT(textOf(facts, "fr"), Not(HasSubstr("exigeons")));
    EXPECT_THAT(textOf(facts, "fr"), HasSubstr("Voies de recours"));
}

TEST(LetterDocument, BearsNoMarkOfADraftOnceItWasSent)
{
    const std::map<std::string_view, std::string> words{{"en", "Sent on 5 May 2026"},
        {"fr", "Envoyé le 5 mai 2026"}, {"de", "Abgesandt am 5. Mai 2026"},
        {"nl", "Verzonden op 5 mei 2026"}};
    const std::map<std::string_view, std::vector<const char*>> drafts{{"en", {"draft", "Draft"}},
        {"fr", {"projet", "Projet"}}, {"de", {"Entwurf"}}, {"nl", {"ontwerp", "Ontwerp"}}};
    for (const auto& [language, sent] : words) {
        LetterFacts facts = filled("letter-determination", language);
        facts.sentOn = parseDay("2026-05-05");
        const std::string text = textOf(facts, language);
        EXPECT_THAT(text, HasSubstr(sent));
        for (const char* draft : drafts.at(language))
            EXPECT_THAT(text, Not(HasSubstr(draft))) << language;
    }
}

TEST(LetterDocument, SendsTheFormOfAnnexIIToTheProviderAlone)
{
    const std::map<std::string_view, std::string> headings{
        {"en", "Annex II: "}, {"fr", "Annexe II : "}, {"de", "Anhang II: "}, {"nl", "Bijlage II: "}};
    for (const auto& [language, heading] : headings) {
        LetterFacts facts = filled("letter-order-delivery", language);
        facts.values.flags = {"to-provider"};
        const Document sent = letterDocument(facts, language);
        EXPECT_THAT(writeText(sent, 100'000), HasSubstr(heading)) << language;
        const auto page = std::ranges::find(sent.blocks, Block(PageBreak{}));
        ASSERT_NE(page, sent.blocks.end());
        const auto signature = std::ranges::find_if(sent.blocks, [](const Block& block) {
            const auto* group = std::get_if<FieldGroup>(&block);
            return group != nullptr && group->fields.back().value.starts_with("(");
        });
        EXPECT_LT(signature - sent.blocks.begin(), page - sent.blocks.begin())
            << "the form stands before the signature";
        facts.values.flags = {"to-eu-centre"};
        EXPECT_THAT(textOf(facts, language), Not(HasSubstr(heading))) << language;
    }
}

TEST(LetterDocument, OfTheRequestNamesWhatIsAttachedAndWhatIsNot)
{
    LetterFacts facts = filled("letter-court-request", "en");
    EXPECT_THAT(textOf(facts, "en"), HasSubstr("Attachments\n-----------\n\n  1. plan.json"));
    EXPECT_THAT(textOf(facts, "en"), HasSubstr("No implementation plan is attached"));
    facts.values.flags.erase("has-plan_missing_reason");
    EXPECT_THAT(textOf(facts, "en"), Not(HasSubstr("No implementation plan is attached")));
}

TEST(LetterDocument, NamesAnInstitutionInItsLanguage)
{
    LetterFacts facts = filled("letter-deviation-notice", "de");
    facts.addresseeFlag = "to-commission";
    EXPECT_THAT(textOf(facts, "de"), HasSubstr("Europäische Kommission"));
    EXPECT_THAT(textOf(facts, "de"), Not(HasSubstr("Sample Hosting")));
}

} // namespace

} // namespace tutela::documents

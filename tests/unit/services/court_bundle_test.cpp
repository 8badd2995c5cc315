#include "core/services/court_bundle.h"

#include <map>
#include <set>

#include <gmock/gmock.h>

#include "core/base/catalogue.h"
#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/documents/text_writer.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using ::testing::HasSubstr;

/// The bundles of a sample register.
class CourtBundles : public SampleRegister {
protected:
    static CaseId at(interfaces::Office& office, std::initializer_list<Step> steps)
    {
        for (const auto& row : office.worklist().page({.kind = CaseKind::Detection}).value().rows) {
            if (std::ranges::find(steps, row.step) != steps.end())
                return row.caseId;
        }
        throw std::runtime_error("no such case");
    }

    static CaseId filed(interfaces::Office& office)
    {
        return at(office, {Step::BeforeTheCourt, Step::OrderIssued, Step::Refused});
    }
};

TEST_F(CourtBundles, AreTheSameForTheAuthorityAndTheJudgeAndForNobodyElse)
{
    const auto coordinator = openAs(file, "coordinator");
    const CaseId id = at(*coordinator, {Step::OrderIssued});
    const auto first = coordinator->cases().bundleDocument(id, "en");
    ASSERT_TRUE(first.ok()) << first.error().what.id;
    EXPECT_EQ(first.value().substr(0, 5), "%PDF-");
    EXPECT_TRUE(openAs(file, "judge")->cases().bundleDocument(id, "en").value() == first.value());
    for (const char* person : {"dpa-officer", "eu-centre"})
        EXPECT_EQ(openAs(file, person)->cases().bundleDocument(id, "en").error().code, ErrorCode::NotAllowed)
            << person;
    for (const char* language : {"fr", "de", "nl"})
        EXPECT_TRUE(coordinator->cases().bundleDocument(id, language).ok()) << language;
    EXPECT_EQ(coordinator->cases().bundleDocument(id, "pl").error().what.id, "bundle.language");
}

TEST_F(CourtBundles, AreNotThereBeforeTheRequestIsFiled)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = at(*office,
        {Step::Investigation, Step::OutForComments, Step::DraftReSent, Step::AwaitingPlan,
            Step::ForApproval});
    EXPECT_EQ(office->cases().bundleDocument(id, "en").error().what.id, "bundle.none");
}

TEST_F(CourtBundles, HoldTheRequestFirstThenEveryFrozenEntryAndSayWhatIsLeftOut)
{
    const CaseId id = filed(*openAs(file, "coordinator"));
    Register source(file, HeadCheck::Required);
    const auto loaded = source.loadCase(id);
    const auto& form = documents::DocumentTemplate::embedded("court-bundle", "en");
    const auto facts = courtBundleOf(source, *loaded, *loaded->file.responsible, form);
    EXPECT_EQ(facts.items.size(), loaded->file.request->bundle.size());
    EXPECT_EQ(facts.items.front().title, "Request for the order");
    EXPECT_EQ(facts.hash, loaded->file.request->bundleHash);
    EXPECT_FALSE(facts.leftOut.empty());
    const auto until = std::ranges::count_if(
        loaded->entries, [&](const Entry& entry) { return entry.seq < *loaded->file.request->filing; });
    EXPECT_EQ(facts.items.size() + facts.leftOut.size(), static_cast<std::size_t>(until));
    const std::string text = documents::writeText(documents::bundleDocument(facts, form), 100'000);
    EXPECT_THAT(text, HasSubstr(facts.hash));
    EXPECT_THAT(text, HasSubstr("Schedule of what the bundle leaves out"));
    EXPECT_THAT(text, HasSubstr("Its text is printed below"));
}

TEST_F(CourtBundles, PrintNothingOfADocumentThatWentIntoQuarantineLater)
{
    const auto coordinator = openAs(file, "coordinator");
    const CaseId id = filed(*coordinator);
    Register source(file, HeadCheck::Required);
    const auto& form = documents::DocumentTemplate::embedded("court-bundle", "en");
    const auto printed = [&] {
        const auto loaded = source.loadCase(id);
        const auto facts = courtBundleOf(source, *loaded, *loaded->file.responsible, form);
        std::vector<documents::BundleFile> files;
        for (const documents::BundleItem& item : facts.items)
            std::ranges::copy(item.files, std::back_inserter(files));
        return files;
    };
    const auto before = printed();
    const auto read = std::ranges::find_if(
        before, [](const documents::BundleFile& one) { return !one.blocks.empty() || !one.pdf.empty(); });
    ASSERT_NE(read, before.end());
    const auto kept = source.loadCase(id)->file;
    const auto document = std::ranges::find_if(kept.documents, [&](const CaseDocument& one) {
        return toHex(source.vault.document(one.id)->sha256) == read->sha256;
    });
    const std::string today = formatDay(coordinator->clock().today());
    const auto done = coordinator->cases().perform({.act = "quarantine-document-detection",
        .caseId = id,
        .data = Json::object({{"document", document->id.text()}, {"reason", "It may be what we never hold."},
            {"referred_to", "Police of Arcadia (fictitious)"}, {"referred_on", today}})});
    ASSERT_TRUE(done.ok()) << done.error().what.id;
    const auto after = printed()[static_cast<std::size_t>(read - before.begin())];
    EXPECT_TRUE(after.blocks.empty() && after.pdf.empty());
    EXPECT_EQ(after.sha256, read->sha256) << "the hash is kept";
    EXPECT_EQ(after.apart, form.word("quarantined"));
}

/// The texts of a language that papers need.
std::map<std::string, std::string> paperTextsIn(const std::string& language)
{
    const auto bytes = embeddedFile("forms/texts/" + language + ".papers.json");
    std::map<std::string, std::string> texts;
    if (!bytes)
        return texts;
    const Json json = parseJson(*bytes, JsonLimits::forOwnData()).value();
    for (const auto& [id, text] : json.asObject())
        texts.emplace(id, text.asString());
    return texts;
}

constexpr std::string_view kOtherLanguages[] = {"fr", "de", "nl"};

TEST_F(CourtBundles, SpeakTheLanguageOfThePaperExceptInWhatPeopleWrote)
{
    Register source(file, HeadCheck::Required);
    const auto loaded = source.loadCase(filed(*openAs(file, "coordinator")));
    const auto factsIn = [&](std::string_view language) {
        return courtBundleOf(source, *loaded, *loaded->file.responsible,
            documents::DocumentTemplate::embedded("court-bundle", language));
    };
    const auto english = factsIn("en");
    for (const std::string_view language : kOtherLanguages) {
        std::set<std::string> known;
        for (const auto& [id, text] : paperTextsIn(std::string(language)))
            known.insert(text);
        const auto facts = factsIn(language);
        ASSERT_EQ(facts.items.size(), english.items.size());
        for (std::size_t at = 0; at < facts.items.size(); ++at) {
            const auto& item = facts.items[at];
            EXPECT_NE(item.title, english.items[at].title) << language;
            ASSERT_EQ(item.fields.size(), english.items[at].fields.size());
            for (const auto& field : item.fields)
                EXPECT_TRUE(known.contains(field.label)) << language << ": " << field.label;
        }
        for (const auto& left : facts.leftOut)
            EXPECT_TRUE(known.contains(left.what)) << language << ": " << left.what;
        const auto reasons = [](const documents::BundleFacts& of) {
            std::set<std::string> texts;
            for (const auto& field : of.items.front().fields)
                texts.insert(field.value);
            return texts;
        };
        std::vector<std::string> same;
        std::ranges::set_intersection(reasons(facts), reasons(english), std::back_inserter(same));
        EXPECT_FALSE(same.empty()) << language << ": the authority's own words stay";
    }
    EXPECT_EQ(factsIn("fr").items.front().title, "Demande d'injonction");
    EXPECT_THAT(factsIn("de").items.front().by, HasSubstr("Koordinator"));
}

/// What a bundle may hold: the entries that are frozen when a request is filed.
bool mayBeInABundle(procedure::Effect effect)
{
    using enum procedure::Effect;
    constexpr procedure::Effect kFrozen[] = {RecordEvidence, DemandInformation, RecordAnswer,
        GiveRequestedOpinion, SendDraft, ReSendDraft, RecordComments, TreatPoint, RecordAdjustment,
        RecordCondition, GiveOpinion, ReferToDpa, LodgeAdvice, ExtendConsultation, PauseConsultation,
        ResumeConsultation, RecordPlan, RecordNoPlan, RecordImpactAssessment, DecideExtension,
        TreatLateAnswer, SubmitForApproval, Approve, AmendRequest, ApproveAmendment};
    return std::ranges::find(kFrozen, effect) != std::end(kFrozen);
}

TEST_F(CourtBundles, HaveATextForEveryActAndFieldInEachLanguage)
{
    const Register source(file, HeadCheck::Required);
    std::set<std::string> needed{"flag.yes", "flag.no", "person.with-role", "letter.correction.law",
        "access-index.none-kept", "access-index.quarantine", "access-index.undecided"};
    for (const auto& [state, text] : Vocabulary<DisclosureState>::kTexts)
        needed.insert("disclosure." + std::string(text));
    for (const auto& [party, text] : Vocabulary<Party>::kTexts)
        needed.insert("party." + std::string(text));
    for (const auto& [role, text] : Vocabulary<Role>::kTexts)
        needed.insert("role." + std::string(text));
    for (const procedure::ActDefinition& act : source.acts().all()) {
        needed.insert("card." + act.name);
        if (act.kind != CaseKind::Detection)
            continue;
        for (const FieldDefinition& field : act.fields) {
            if (!mayBeInABundle(act.effect) || field.type == FieldType::Document)
                continue;
            needed.insert("field." + field.name);
            for (const std::string& option : field.options) {
                if (field.type == FieldType::Choice)
                    needed.insert(field.name + "." + option);
            }
        }
    }
    const auto french = paperTextsIn("fr");
    for (const std::string_view language : kOtherLanguages) {
        const auto texts = paperTextsIn(std::string(language));
        for (const std::string& id : needed)
            EXPECT_TRUE(texts.contains(id)) << language << " lacks " << id;
        EXPECT_EQ(texts.size(), french.size()) << language;
        for (const auto& [id, text] : texts) {
            EXPECT_TRUE(Catalogue::embedded("en").has(id)) << id << " is no text";
            EXPECT_TRUE(french.contains(id)) << id;
            EXPECT_FALSE(text.empty()) << language << " " << id;
        }
    }
}

TEST_F(CourtBundles, FallBackToEnglishWhereALanguageHasNoText)
{
    EXPECT_EQ(Catalogue::embedded("fr").term("step.investigation"),
        Catalogue::embedded("en").term("step.investigation"));
    EXPECT_EQ(Catalogue::embedded("nl").text({"card.filing.implementation-plan", {{"version", 2}}}),
        "Uitvoeringsplan, versie 2");
}

} // namespace

} // namespace tutela::services

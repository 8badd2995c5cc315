#include "core/services/court_bundle.h"

#include <gmock/gmock.h>

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

} // namespace

} // namespace tutela::services

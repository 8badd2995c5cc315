#include "core/store/draft_store.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using Drafts = SampleRegister;
using interfaces::ActDraft;
using interfaces::DraftKey;

const ActDraft kTyped{Json::object({{"question", "Half a sentence about lanterns"}}), {{"a.pdf", "%PDF-x"}}};

TEST_F(Drafts, SurviveTheEndOfTheProgram)
{
    const DraftKey key{CaseId("A-2026-0001"), "ask-information"};
    {
        const auto office = openAs(file, "coordinator");
        ASSERT_TRUE(office->own().keepDraft(key, {Json::object({{"question", "Ha"}}), {}}).ok());
        ASSERT_TRUE(office->own().keepDraft(key, kTyped).ok());
    }
    const auto office = openAs(file, "coordinator");
    const auto kept = office->own().draft(key).value();
    ASSERT_TRUE(kept);
    EXPECT_EQ(canonicalJson(kept->draft.data), canonicalJson(kTyped.data));
    ASSERT_EQ(kept->draft.files.size(), 1U);
    EXPECT_EQ(kept->draft.files.front().bytes, "%PDF-x");
    EXPECT_EQ(kept->keptAt, office->clock().now());
    ASSERT_EQ(office->own().drafts().value().size(), 1U);
    EXPECT_EQ(office->own().drafts().value().front().key.act, "ask-information");
    ASSERT_TRUE(office->own().discardDraft(key).ok());
    EXPECT_FALSE(office->own().draft(key).value());
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(Drafts, AreReadByNobodyElse)
{
    const DraftKey key{CaseId("A-2026-0001"), "ask-information"};
    ASSERT_TRUE(openAs(file, "coordinator")->own().keepDraft(key, kTyped).ok());
    const auto other = openAs(file, "coordinator-2");
    EXPECT_FALSE(other->own().draft(key).value());
    EXPECT_TRUE(other->own().drafts().value().empty());
    const auto nobody = open(file);
    EXPECT_EQ(nobody->own().draft(key).error().code, ErrorCode::SignIn);
    EXPECT_EQ(nobody->own().keepDraft(key, kTyped).error().code, ErrorCode::SignIn);
    store::Engine engine(file, store::OpenMode::Existing);
    engine.query("SELECT sealed FROM draft", {}, [](const store::Row& row) {
        EXPECT_EQ(row.blob(0).find("lanterns"), std::string_view::npos) << "the draft lies open in the file";
    });
}

TEST_F(Drafts, AreNotGivenOutOnceTheirRowWasChanged)
{
    const DraftKey key{CaseId("A-2026-0001"), "ask-information"};
    const std::string row = "draft/U-0003/A-2026-0001/ask-information";
    {
        const auto office = openAs(file, "coordinator");
        ASSERT_TRUE(office->own().keepDraft(key, kTyped).ok());
        ASSERT_TRUE(office->own().keepLayout("worklist", Json::object({{"sort", "due"}})).ok());
    }
    {
        store::Engine engine(file, store::OpenMode::Existing);
        engine.run("UPDATE draft SET kept_at = '2026-01-01T00:00:00Z'");
        engine.run("UPDATE layout SET value = '{}'");
    }
    const auto office = openAs(file, "coordinator"); // it keeps nobody out
    EXPECT_EQ(office->own().draft(key).error().code, ErrorCode::Integrity);
    EXPECT_EQ(office->own().draft(key).error().record, row);
    EXPECT_EQ(office->own().layout("worklist").error().code, ErrorCode::Integrity);
    EXPECT_EQ(diagnosis(*office), "E_LOCAL " + row + ";E_LOCAL layout/U-0003/worklist;");
    ASSERT_TRUE(office->own().discardDraft(key).ok());
    EXPECT_TRUE(office->own().draft(key).ok());
}

TEST_F(Drafts, GoWhenTheActIsRecordedAndStayWhenItIsRefused)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    const DraftKey key{id, "ask-information"};
    ASSERT_TRUE(office->own().keepDraft(key, kTyped).ok());
    ASSERT_FALSE(office->cases().perform(asking(id, "P3W")).ok());
    EXPECT_TRUE(office->own().draft(key).value());
    ASSERT_TRUE(office->cases().perform(asking(id)).ok());
    EXPECT_FALSE(office->own().draft(key).value());
}

TEST_F(Drafts, LeaveOutFilesThatAreTooLargeAndSaySo)
{
    const auto office = openAs(file, "coordinator");
    const DraftKey key{std::nullopt, "open-detection"};
    const std::string large(static_cast<std::size_t>(interfaces::kMaxDraftFileBytes) + 1, 'x');
    ASSERT_TRUE(office->own().keepDraft(key, {kTyped.data, {{"large.txt", large}}}).ok());
    const auto kept = office->own().draft(key).value();
    ASSERT_TRUE(kept);
    EXPECT_TRUE(kept->draft.filesLeftOut);
    EXPECT_TRUE(kept->draft.files.empty());
    EXPECT_EQ(canonicalJson(kept->draft.data), canonicalJson(kTyped.data));
    EXPECT_FALSE(office->own().drafts().value().front().key.caseId);
}

TEST_F(Drafts, AreNoNewsToOtherPrograms)
{
    const auto mine = openAs(file, "coordinator");
    const auto theirs = openAs(file, "coordinator-2");
    int told = 0;
    const auto subscription = theirs->changes().subscribe([&](const auto&) { ++told; });
    theirs->changes().poll();
    ASSERT_TRUE(mine->own().keepDraft({std::nullopt, "open-detection"}, kTyped).ok());
    theirs->changes().poll();
    EXPECT_EQ(told, 0) << "every key typed refreshes the others' lists";
    ASSERT_TRUE(mine->cases().perform(asking(underReview(*mine))).ok());
    theirs->changes().poll();
    EXPECT_EQ(told, 1);
}

TEST_F(Drafts, HaveTheLooksOfListsBesideThem)
{
    const Json wide = Json::object({{"sort", "due"}});
    ASSERT_TRUE(openAs(file, "coordinator")->own().keepLayout("my-work", wide).ok());
    const auto kept = openAs(file, "coordinator")->own().layout("my-work").value();
    ASSERT_TRUE(kept);
    EXPECT_EQ(canonicalJson(*kept), canonicalJson(wide));
    EXPECT_FALSE(openAs(file, "head")->own().layout("my-work").value());
}

} // namespace

} // namespace tutela::services

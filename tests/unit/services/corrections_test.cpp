#include <gmock/gmock.h>

#include "core/services/rebuild.h"
#include "core/store/projection_store.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using interfaces::ClockChange;

const ClockChange* changeOf(const std::vector<ClockChange>& changes, std::string_view id)
{
    const auto found = std::ranges::find_if(
        changes, [&](const ClockChange& change) { return change.id.starts_with(id) && change.changed(); });
    return found == changes.end() ? nullptr : &*found;
}

class Preview : public SampleRegister {
protected:
    /// An assessment whose review runs.
    static CaseId reviewRunning(interfaces::Office& office)
    {
        for (const auto& row : office.worklist().page({.kind = CaseKind::Assessment}).value().rows) {
            for (const auto& clock : office.cases().open(row.caseId, {}).value().clocks) {
                if (clock.id == "DL06" && clock.end && row.step != Step::DeterminationMade)
                    return row.caseId;
            }
        }
        throw std::runtime_error("no review runs");
    }
};

TEST_F(Preview, ShowsTheDatesThatTheActThenMoves)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = reviewRunning(*office);
    const std::int64_t size = office->log().verify(interfaces::VerifyDepth::Fast).value().size;
    const auto preview = office->cases().preview(asking(id));
    ASSERT_TRUE(preview.ok());
    EXPECT_TRUE(preview.value().refused.empty());
    EXPECT_TRUE(preview.value().counted);
    EXPECT_EQ(preview.value().step, Step::UnderReview);
    const ClockChange* review = changeOf(preview.value().clocks, "DL06");
    const ClockChange* answer = changeOf(preview.value().clocks, "DL07");
    ASSERT_NE(review, nullptr) << "the review stops";
    ASSERT_NE(answer, nullptr) << "the period for the answer starts";
    EXPECT_EQ(review->after->state, ClockState::Stopped);
    EXPECT_FALSE(review->after->end);
    EXPECT_FALSE(answer->before);
    EXPECT_EQ(office->log().verify(interfaces::VerifyDepth::Fast).value().size, size) << "it was journalled";

    const auto receipt = office->cases().perform(asking(id));
    ASSERT_TRUE(receipt.ok());
    for (const ClockChange& change : receipt.value().moved) {
        const ClockChange* said = changeOf(preview.value().clocks, change.id);
        ASSERT_NE(said, nullptr) << change.id;
        EXPECT_EQ(said->before, change.before) << change.id;
        EXPECT_EQ(said->after, change.after) << change.id;
    }
}

TEST_F(Preview, CountsDatesWhileOnlyWordsAreMissing)
{
    const auto office = openAs(file, "coordinator");
    auto request = asking(underReview(*office));
    request.data = Json::object({{"period", "P1W"}});
    const auto preview = office->cases().preview(request).value();
    EXPECT_TRUE(preview.counted);
    EXPECT_EQ(preview.refused.size(), 1U);
    EXPECT_NE(changeOf(preview.clocks, "DL07"), nullptr);
}

TEST_F(Preview, CountsNoDateForWhatIsRefusedOrNotYetFilledIn)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    auto request = asking(id);
    request.data = Json::object();
    for (const auto& wanting : {request, asking(id, "P3W")}) {
        const auto preview = office->cases().preview(wanting).value();
        EXPECT_FALSE(preview.refused.empty());
        EXPECT_FALSE(preview.counted);
        EXPECT_TRUE(preview.clocks.empty());
    }
}

TEST_F(Preview, LeavesRefusalsOutOfTheLog)
{
    const auto office = openAs(file, "coordinator");
    const std::int64_t size = office->log().verify(interfaces::VerifyDepth::Fast).value().size;
    EXPECT_FALSE(office->cases().preview(asking(underReview(*office), "P3W")).value().refused.empty());
    EXPECT_EQ(office->log().verify(interfaces::VerifyDepth::Fast).value().size, size);
}

class Corrections : public Preview {
protected:
    struct Wrong {
        CaseId id;
        EntrySeq entry;
        Day was;
    };

    /// A risk report whose review runs, with its day of receipt.
    static Wrong report(interfaces::Office& office)
    {
        const CaseId id = reviewRunning(office);
        const CaseFile file = office.cases().open(id, {}).value().file;
        return {id, file.filings.front().entry, file.filings.front().receivedOn};
    }

    static interfaces::ActRequest proposing(const Wrong& wrong, Day right)
    {
        interfaces::ActRequest request{.act = "propose-correction", .caseId = wrong.id};
        request.data = Json::object({{"receipt", wrong.entry}, {"received_on", formatDay(right)},
            {"reason", "The receipt of the post office names another day."},
            {"proof_document", "receipt.txt"}});
        request.attachments = {{"receipt.txt", "An invented receipt.\n"}};
        return request;
    }

    static interfaces::ActRequest deciding(const CaseId& id, const char* act, const char* word)
    {
        interfaces::ActRequest request{.act = act, .caseId = id};
        request.data = Json::object({{"correction", "K1"}, {word, "The receipt was compared."}});
        return request;
    }

    static std::string errorOf(interfaces::Office& office, const interfaces::ActRequest& request)
    {
        const auto receipt = office.cases().perform(request);
        return receipt ? "" : receipt.error().what.id;
    }
};

TEST_F(Corrections, MoveDatesOnlyOnceASecondPersonConfirmed)
{
    const auto registrar = openAs(file, "registrar");
    const Wrong wrong = report(*registrar);
    const Day right = wrong.was - std::chrono::days{3};
    const auto clocks = registrar->cases().open(wrong.id, {}).value().clocks;
    const auto preview = registrar->cases().preview(proposing(wrong, right)).value();
    EXPECT_TRUE(preview.onConfirmation);
    const ClockChange* foreseen = changeOf(preview.clocks, "DL06");
    ASSERT_NE(foreseen, nullptr);
    const auto proposed = registrar->cases().perform(proposing(wrong, right));
    ASSERT_TRUE(proposed.ok()) << proposed.error().what.id;
    EXPECT_TRUE(proposed.value().moved.empty());
    EXPECT_EQ(
        errorOf(*registrar, deciding(wrong.id, "confirm-correction", "check")), "guard.proposed-by-another");

    const auto second = openAs(file, "coordinator");
    EXPECT_EQ(second->cases().open(wrong.id, {}).value().clocks.front().end, clocks.front().end);
    const auto asked = second->cases().preview(deciding(wrong.id, "confirm-correction", "check")).value();
    const ClockChange* still = changeOf(asked.clocks, "DL06");
    ASSERT_NE(still, nullptr);
    EXPECT_EQ(still->after, foreseen->after);
    const auto confirmed = second->cases().perform(deciding(wrong.id, "confirm-correction", "check"));
    ASSERT_TRUE(confirmed.ok()) << confirmed.error().what.id;
    const ClockChange* moved = changeOf(confirmed.value().moved, "DL06");
    ASSERT_NE(moved, nullptr);
    EXPECT_EQ(moved->after, foreseen->after);
    const auto view = second->cases().open(wrong.id, {}).value();
    EXPECT_EQ(view.file.filings.front().receivedOn, right);
    EXPECT_EQ(
        errorOf(*second, deciding(wrong.id, "reject-correction", "reason")), "guard.correction-waits.none");
    EXPECT_EQ(diagnosis(*second), "ok");
}

TEST_F(Corrections, StandBesideTheEntryThatStaysAsItWas)
{
    const auto registrar = openAs(file, "registrar");
    const Wrong wrong = report(*registrar);
    const auto cardOf = [&](interfaces::Office& office) {
        const auto cards = office.cases().open(wrong.id, {}).value().cards;
        return *std::ranges::find(cards, wrong.entry, &interfaces::Card::entry);
    };
    const auto before = cardOf(*registrar).fields.size();
    ASSERT_TRUE(registrar->cases().perform(proposing(wrong, wrong.was - std::chrono::days{3})).ok());
    const auto second = openAs(file, "coordinator");
    ASSERT_TRUE(second->cases().perform(deciding(wrong.id, "confirm-correction", "check")).ok());
    const interfaces::Card card = cardOf(*second);
    ASSERT_EQ(card.fields.size(), before + 1);
    EXPECT_EQ(card.fields.back().lines.front().id, "correction.corrected");
    const auto view = second->cases().open(wrong.id, {}).value();
    const auto own = std::ranges::find(view.cards, "K1", &interfaces::Card::id);
    ASSERT_NE(own, view.cards.end());
    EXPECT_EQ(own->status->id, "correction-state.confirmed");
    EXPECT_EQ(own->fields.back().label.id, "field.moved-dates");
    EXPECT_EQ(own->documents.size(), 1U);
}

TEST_F(Corrections, AreRefusedByNameWhenTheyCannotBe)
{
    const auto office = openAs(file, "registrar");
    const Wrong wrong = report(*office);
    const auto with = [&](Day right) { return proposing(wrong, right); };
    const Day today = office->clock().today();
    EXPECT_EQ(errorOf(*office, with(wrong.was)), "guard.correction-fits.same");
    EXPECT_EQ(errorOf(*office, with(today + std::chrono::days{1})), "guard.not-in-future");
    EXPECT_EQ(errorOf(*office, proposing({wrong.id, 0, wrong.was}, today)), "guard.receipt-recorded");
    auto unproven = with(today);
    unproven.attachments.clear();
    EXPECT_FALSE(office->cases().perform(unproven).ok());
    ASSERT_TRUE(office->cases().perform(with(wrong.was - std::chrono::days{1})).ok());
    EXPECT_EQ(errorOf(*office, with(wrong.was - std::chrono::days{2})), "guard.correction-fits.waiting");
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(Corrections, AreBuiltAgainToTheSameRows)
{
    {
        const auto registrar = openAs(file, "registrar");
        const Wrong wrong = report(*registrar);
        ASSERT_TRUE(registrar->cases().perform(proposing(wrong, wrong.was - std::chrono::days{9})).ok());
        const auto second = openAs(file, "coordinator");
        ASSERT_TRUE(second->cases().perform(deciding(wrong.id, "confirm-correction", "check")).ok());
    }
    Register target(file, HeadCheck::Required);
    store::ProjectionStore projections(target.engine);
    const auto before = projections.digests();
    store::Transaction transaction(target.engine);
    rebuildProjections(target);
    transaction.commit();
    for (const auto& [table, digest] : projections.digests())
        EXPECT_EQ(before.at(table), digest) << table;
}

TEST_F(Corrections, DraftALetterToEveryPartyThatTheyConcern)
{
    const auto registrar = openAs(file, "registrar");
    const Wrong wrong = report(*registrar);
    ASSERT_TRUE(registrar->cases().perform(proposing(wrong, wrong.was - std::chrono::days{3})).ok());
    const auto before = registrar->letters().drafted(wrong.id).value().size();
    const auto second = openAs(file, "coordinator");
    ASSERT_TRUE(second->cases().perform(deciding(wrong.id, "confirm-correction", "check")).ok());
    const auto letters = second->letters().drafted(wrong.id).value();
    ASSERT_EQ(letters.size(), before + 1) << "the other letters are those of its acts";
    EXPECT_EQ(letters.back().id, "K1-provider");
    EXPECT_FALSE(letters.back().addressee.empty());
    const auto pdf = second->letters().pdf(wrong.id, "K1-provider", "en");
    ASSERT_TRUE(pdf.ok()) << pdf.error().what.id;
    EXPECT_EQ(pdf.value().substr(0, 5), "%PDF-");
    EXPECT_TRUE(second->letters().pdf(wrong.id, "K1-provider", "de").ok());
    EXPECT_EQ(second->letters().pdf(wrong.id, "K2-provider", "en").error().what.id, "letter.none");
    EXPECT_EQ(second->letters().pdf(wrong.id, "K1-provider", "xx").error().what.id, "letter.language");
    const auto judge = openAs(file, "judge");
    EXPECT_EQ(judge->letters().drafted(wrong.id).error().code, ErrorCode::NotAllowed);
}

} // namespace

} // namespace tutela::services

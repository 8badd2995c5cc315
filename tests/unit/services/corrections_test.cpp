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

} // namespace

} // namespace tutela::services

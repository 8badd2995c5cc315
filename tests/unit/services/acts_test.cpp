#include <map>

#include <gmock/gmock.h>

#include "core/services/rebuild.h"
#include "core/store/projection_store.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using Acts = SampleRegister;

std::int64_t sizeOf(interfaces::Office& office)
{
    return office.log().verify(interfaces::VerifyDepth::Fast).value().size;
}

TEST_F(Acts, ChangeLogListAndClocksTogether)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    const auto before = office->cases().open(id, {}).value();
    const std::int64_t size = sizeOf(*office);
    std::vector<CaseId> told;
    const auto subscription =
        office->changes().subscribe([&](const std::vector<CaseId>& cases) { told = cases; });
    const auto receipt = office->cases().perform(asking(id));
    ASSERT_TRUE(receipt.ok());
    EXPECT_EQ(receipt.value().streamSeq, before.file.streamSeq + 1);
    EXPECT_EQ(receipt.value().seq, size);
    EXPECT_EQ(sizeOf(*office), size + 1);
    EXPECT_EQ(told, std::vector<CaseId>{id});
    const auto other = openAs(file, "coordinator-2");
    const auto after = other->cases().open(id, {}).value();
    EXPECT_EQ(after.file.step, Step::UnderReview);
    EXPECT_EQ(after.waitingFor, WaitingFor::Provider);
    EXPECT_EQ(after.clocks.size(), before.clocks.size() + 1);
    EXPECT_EQ(after.file.requests.size(), before.file.requests.size() + 1);
    const auto page = other->worklist().page({.kind = CaseKind::Assessment}).value();
    const auto row = std::ranges::find(page.rows, id, &interfaces::WorklistRow::caseId);
    ASSERT_NE(row, page.rows.end());
    EXPECT_EQ(row->waitingFor, WaitingFor::Provider);
    EXPECT_EQ(row->clockId.substr(0, 4), "DL07");
    EXPECT_FALSE(other->search().search("lanterns", 10).value().empty());
    const auto named = other->search().search(row->provider.substr(0, 6), 50).value();
    const auto hit = std::ranges::find(named, id, &interfaces::SearchHit::caseId);
    ASSERT_NE(hit, named.end()) << "the files of a provider are found by its name";
    EXPECT_EQ(hit->where, "");
    EXPECT_NE(hit->snippet.find(row->provider), std::string::npos);
    EXPECT_EQ(other->search().search(row->provider, 1).value().size(), 1u);
    EXPECT_TRUE(other->search().search("   ", 10).value().empty());
    EXPECT_EQ(diagnosis(*other), "ok");
}

TEST_F(Acts, ThatAreRefusedAreKeptInTheRegistersOwnStream)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    const auto before = office->cases().open(id, {}).value().file.streamSeq;
    const std::int64_t size = sizeOf(*office);
    const auto refused = office->cases().perform(asking(id, "P3W"));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_EQ(refused.error().what.id, "guard.period-within");
    EXPECT_EQ(refused.error().law, "Art 5(3)");
    EXPECT_EQ(sizeOf(*office), size + 1);
    const auto row = office->log().rows(size, 1).value().at(0);
    EXPECT_EQ(row.act, "refusal");
    EXPECT_EQ(row.stream, "register");
    EXPECT_EQ(office->cases().open(id, {}).value().file.streamSeq, before);
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(Acts, OfAWrongShapeOrOnAChangedCaseLeaveNothing)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = underReview(*office);
    const std::int64_t size = sizeOf(*office);
    auto request = asking(id);
    request.data.set("period", "two weeks");
    EXPECT_EQ(office->cases().perform(request).error().code, ErrorCode::BadInput);
    request = asking(id);
    request.expectedStreamSeq = 0;
    EXPECT_EQ(office->cases().perform(request).error().code, ErrorCode::Conflict);
    EXPECT_EQ(sizeOf(*office), size);
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(Acts, WithAKeyHappenOnce)
{
    const auto office = openAs(file, "coordinator");
    auto request = asking(underReview(*office));
    request.key = "once";
    const auto first = office->cases().perform(request);
    const auto second = office->cases().perform(request);
    ASSERT_TRUE(first.ok() && second.ok());
    EXPECT_EQ(first.value().seq, second.value().seq);
}

TEST_F(Acts, OfACaseThatMayNotBeSeenAndOfOneThatIsNotThereAreAnsweredAlike)
{
    const auto coordinator = openAs(file, "coordinator");
    const CaseId there = underReview(*coordinator);
    const auto judge = openAs(file, "judge");
    const auto hidden = judge->cases().open(there, {});
    const auto none = judge->cases().open(CaseId("A-2026-9999"), {});
    ASSERT_FALSE(hidden.ok());
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(hidden.error().code, none.error().code);
    EXPECT_EQ(hidden.error().what, none.error().what);
}

TEST_F(Acts, LeaveProjectionsThatAreBuiltAgainToTheSameRows)
{
    {
        const auto office = openAs(file, "coordinator");
        ASSERT_TRUE(office->cases().perform(asking(underReview(*office))).ok());
    }
    Register target(file, HeadCheck::Required);
    store::ProjectionStore projections(target.engine);
    const auto before = projections.digests();
    store::Transaction transaction(target.engine);
    rebuildProjections(target);
    transaction.commit();
    const auto after = projections.digests();
    ASSERT_EQ(before.size(), after.size());
    for (const auto& [table, digest] : before)
        EXPECT_EQ(after.at(table), digest) << table;
}

std::optional<interfaces::ActOffer> offerOf(
    interfaces::Office& office, const CaseId& id, std::string_view act)
{
    const auto offers = office.cases().acts(id);
    if (!offers)
        return std::nullopt;
    for (const auto& offer : offers.value()) {
        if (offer.act == act)
            return offer;
    }
    return std::nullopt;
}

TEST_F(Acts, OfTheCourtAreTheJudgesOwnAndForTheAuthorityOnlyToRecordFromADocument)
{
    const auto coordinator = openAs(file, "coordinator");
    const auto page = coordinator->worklist().page({.step = Step::BeforeTheCourt}).value();
    ASSERT_FALSE(page.rows.empty());
    const CaseId id = page.rows.front().caseId;

    const struct {
        const char* person;
        const char* act;
        bool onlyFromDocument;
    } rows[] = {{"coordinator", "issue", true}, {"coordinator", "answer-court", false},
        {"registrar", "issue", true}, {"head", "issue", false}, {"judge", "issue", false},
        {"judge", "record-receipt", false}};

    for (const auto& row : rows) {
        const auto office = openAs(file, row.person);
        const auto offer = offerOf(*office, id, row.act);
        ASSERT_TRUE(offer) << row.person << ' ' << row.act;
        EXPECT_EQ(offer->onlyFromDocument, row.onlyFromDocument) << row.person << ' ' << row.act;
    }
}

/// The banner's next sentence for that person.
std::string nextFor(const std::filesystem::path& file, const CaseId& id, const std::string& person)
{
    auto office = openOffice(file, HeadCheck::Required).value();
    if (!office->signIn().signIn(person, "arcadia-" + person))
        return "no sign-in";
    const auto view = office->cases().open(id, {});
    return view ? view.value().banner.next.id : view.error().what.id;
}

/// Every end a case can come to, and what remains to be done there.
TEST_F(Acts, AtTheirEndSayWhoMayCloseTheCase)
{
    const auto office = openAs(file, "coordinator");
    interfaces::WorklistQuery all;
    all.withClosed = true;
    all.limit = 1000;
    std::map<std::string, int> seen;
    for (const auto& row : office->worklist().page(all).value().rows) {
        const auto view = office->cases().open(row.caseId, {}).value();
        const auto close =
            offerOf(*office, row.caseId, row.kind == CaseKind::Assessment ? "close" : "close-detection");
        const bool ended = row.step == Step::Refused || row.step == Step::OrderIssued
            || row.step == Step::NotPursued || row.step == Step::Withdrawn;
        if (row.step == Step::Closed) {
            EXPECT_EQ(view.banner.next.id, "banner.closed") << row.caseId.text();
            EXPECT_FALSE(view.banner.due) << row.caseId.text();
            ++seen["closed"];
        } else if (ended && close->allowed) {
            EXPECT_EQ(view.banner.next.id, "banner.you-may-close") << row.caseId.text();
            EXPECT_EQ(nextFor(file, row.caseId, "registrar"), "banner.may-close") << row.caseId.text();
            ++seen[std::string(toText(row.step))];
        } else if (row.step != Step::DeterminationMade) {
            EXPECT_NE(view.banner.next.id, "banner.you-may-close") << row.caseId.text();
            EXPECT_NE(nextFor(file, row.caseId, "registrar"), "banner.may-close") << row.caseId.text();
            ++seen[row.step == Step::OrderIssued ? "in force" : "under way"];
        }
    }
    EXPECT_GT(seen["closed"], 0);
    EXPECT_GT(seen["under way"], 0);
    EXPECT_GT(seen["order-issued"] + seen["refused"], 0);
}

/// What the draft in this file says that it cites, as this person reads it.
std::string citedBy(interfaces::Office& office)
{
    const auto rows = office.worklist().page({.step = Step::OutForComments}).value().rows;
    for (const auto& row : rows) {
        for (const auto& card : office.cases().open(row.caseId, {}).value().cards) {
            for (const auto& field : card.fields) {
                if (field.label.id == "field.cited_documents")
                    return field.value;
            }
        }
    }
    return {};
}

TEST_F(Acts, NameTheDocumentsTheyCiteToWhoeverReadsThose)
{
    EXPECT_THAT(citedBy(*openAs(file, "coordinator")), ::testing::MatchesRegex(".+ \\(DOC-[0-9]+\\)"));
    EXPECT_THAT(citedBy(*openAs(file, "eu-centre")), ::testing::Not(::testing::HasSubstr("(DOC-")));
}

} // namespace

} // namespace tutela::services

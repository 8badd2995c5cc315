#include <gtest/gtest.h>

#include "core/domain/numbered_points.h"
#include "core/procedure/apply.h"
#include "core/procedure/decide.h"
#include "core/procedure/visibility.h"
#include "tests/support/rules.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

/// Acts of a detection file, each as the program would enter it.
class Acts {
public:
    Acts()
    {
        enter("open-detection", R"({"provider":"P-0001","service":"S-0001","kind":"known"})");
        enter("record-evidence", R"({"id":"E1","observed_on":"2026-04-20"})");
        enter("send-draft",
            R"({"version":1,"parts":["chats"],"start":"2027-01-01","end":"2027-12-31","comments_period":"P2W"})");
    }

    EntrySeq enter(const char* name, const char* facts)
    {
        const ActDefinition& definition = *acts().find(name);
        Entry entry;
        entry.seq = 20 + static_cast<EntrySeq>(m_entries.size());
        entry.stream = "case/D-2026-0001";
        entry.streamSeq = static_cast<std::int64_t>(m_entries.size()) + 1;
        entry.act = name;
        entry.effect = toText(definition.effect);
        entry.to = definition.to;
        entry.actor = PersonId("U-0001");
        entry.role = definition.roles.front();
        entry.at = instant("2026-06-01T10:00:00Z");
        entry.facts = json(facts);
        m_entries.push_back(entry);
        return entry.seq;
    }

    [[nodiscard]] CaseFile file() const { return fold(CaseId("D-2026-0001"), m_entries); }

    [[nodiscard]] Json decided(const char* name, const char* data) const
    {
        const CaseFile now = file();
        return decide(*acts().find(name), &now, json(data), onDay("2026-07-25")).facts;
    }

    [[nodiscard]] std::string readers(EntrySeq seq) const
    {
        std::string names;
        for (const Entry& entry : m_entries) {
            if (entry.seq != seq)
                continue;
            for (const Institution reader : readersOf(file(), entry))
                names += (names.empty() ? "" : " ") + std::string(toText(reader));
        }
        return names;
    }

private:
    std::vector<Entry> m_entries;
};

constexpr const char* kOpinion = R"({"version":1,"outcome":"favourable-in-part","points_count":2})";

std::string open(const Acts& acts)
{
    return idsOf(unansweredPoints(acts.file()));
}

TEST(NumberedPoints, AreCountedFromEveryTextInTheFile)
{
    Acts acts;
    acts.enter("record-comments", R"({"version":1,"received_on":"2026-06-10"})");
    acts.enter("give-opinion", kOpinion);
    acts.enter(
        "refer-to-dpa", R"({"id":"C1","requested_on":"2026-06-20","source":"dpa","competence":"gdpr-56"})");
    EXPECT_EQ(open(acts), "O1.1, O1.2, V1");
    acts.enter("lodge-advice",
        R"({"consultation":"C1","outcome":"advice","points_count":1,"plan_version":1,"assessment_version":2})");
    EXPECT_EQ(open(acts), "O1.1, O1.2, C1.1, V1");
    const Consultation consultation = acts.file().consultations.front();
    EXPECT_EQ(consultation.competence, DpaCompetence::Gdpr56);
    EXPECT_EQ(consultation.planVersion, 1);
    EXPECT_EQ(consultation.assessmentVersion, 2);
}

TEST(NumberedPoints, KeepEveryAnswerAndCountTheLast)
{
    Acts acts;
    acts.enter("give-opinion", kOpinion);
    acts.enter("treat-point", R"({"point":"O1.2","authority_view":"not-followed"})");
    EXPECT_EQ(open(acts), "O1.1");
    EXPECT_EQ(idsOf(deviatingPoints(acts.file())), "O1.2");
    const EntrySeq second = acts.enter("treat-point", R"({"point":"O1.2","authority_view":"followed"})");
    EXPECT_EQ(idsOf(deviatingPoints(acts.file())), "");
    EXPECT_EQ(treatmentOf(acts.file(), "O1.2")->entry, second);
    EXPECT_EQ(acts.file().treatments.size(), 2U);
    EXPECT_EQ(treatmentOf(acts.file(), "O1.1"), nullptr);
}

TEST(NumberedPoints, OfAnEarlierOpinionStayAndNeedNoAnswer)
{
    Acts acts;
    acts.enter("give-opinion", kOpinion);
    acts.enter("re-send-draft", R"({"version":2,"parts":["chats"],"start":"2027-01-01","end":"2027-12-31"})");
    acts.enter("give-opinion", R"({"version":2,"outcome":"favourable","points_count":1})");
    EXPECT_EQ(open(acts), "O2.1");
    const auto points = numberedPoints(acts.file());
    ASSERT_EQ(points.size(), 3U);
    EXPECT_TRUE(points.front().superseded);
    EXPECT_FALSE(points.back().superseded);
}

TEST(NumberedPoints, AreNotAsManyAsAnEntryMayState)
{
    Acts acts;
    acts.enter("give-opinion", R"({"version":1,"outcome":"favourable","points_count":4503599627370496})");
    EXPECT_EQ(numberedPoints(acts.file()).size(), 200U);
}

TEST(Weighing, KeepsWhatTheProviderAndTheAuthoritySayApart)
{
    Acts acts;
    acts.enter("refer-to-dpa", R"({"id":"C1","requested_on":"2026-06-20","source":"dpa"})");
    acts.enter("lodge-advice", R"({"consultation":"C1","outcome":"advice","points_count":1})");
    acts.enter("record-adjustment", R"({"point":"C1.1","adjustment":"adjusted-in-part"})");
    const CaseFile file = acts.file();
    EXPECT_EQ(adjustmentOf(file, "C1.1")->adjustment, Adjustment::AdjustedInPart);
    EXPECT_EQ(treatmentOf(file, "C1.1"), nullptr);
    EXPECT_EQ(open(acts), "C1.1");
}

TEST(Weighing, PutsAGroundInThePlaceOfAnotherAndKeepsBoth)
{
    Acts acts;
    acts.enter("record-condition",
        R"({"id":"B1","condition":"likely-use","side":"for","rests_on_evidence":["E1"]})");
    acts.enter(
        "record-condition", R"({"id":"B2","condition":"likely-use","side":"against","replaces":"B1"})");
    const CaseFile file = acts.file();
    ASSERT_EQ(file.cells.size(), 2U);
    EXPECT_EQ(file.cells.front().replacedBy, "B2");
    EXPECT_TRUE(file.cells.front().restsOnSomething());
    EXPECT_EQ(file.cells.back().side, GroundSide::Against);
    EXPECT_FALSE(file.cells.back().restsOnSomething());
}

TEST(Weighing, NumbersOpinionsCommentsAndGrounds)
{
    Acts acts;
    EXPECT_EQ(acts.decided("give-opinion", R"({"outcome":"favourable","opinion":"x"})").text("id"), "O1");
    EXPECT_EQ(
        acts.decided("record-comments", R"({"received_on":"2026-06-10","comments":"x"})").text("id"), "V1");
    EXPECT_EQ(acts.decided("remind-opinion", R"({"sent_on":"2026-07-01"})").integer("version"), 1);
    acts.enter("give-opinion", kOpinion);
    EXPECT_EQ(acts.decided("give-opinion", R"({"outcome":"favourable","opinion":"x"})").text("id"), "O2");
}

TEST(Weighing, MakesNotPursuingAgainstAFavourableOpinionADeviation)
{
    Acts acts;
    constexpr const char* kStop = R"({"reason":"The provider closes the service."})";
    EXPECT_FALSE(acts.decided("not-pursued", kStop).flag("deviates_from_opinion"));
    acts.enter("give-opinion", kOpinion);
    EXPECT_FALSE(acts.decided("not-pursued", kStop).flag("deviates_from_opinion"));
    acts.enter("give-opinion", R"({"version":1,"outcome":"favourable"})");
    EXPECT_TRUE(acts.decided("not-pursued", kStop).flag("deviates_from_opinion"));
    EXPECT_FALSE(acts.decided("withdraw-request", kStop).flag("deviates_from_opinion"));
}

TEST(Weighing, GivesEachInstitutionTheAnswersToItsOwnPointsAfterTheFiling)
{
    Acts acts;
    acts.enter("give-opinion", kOpinion);
    acts.enter("refer-to-dpa", R"({"id":"C1","requested_on":"2026-06-20","source":"dpa"})");
    acts.enter("lodge-advice", R"({"consultation":"C1","outcome":"advice","points_count":1})");
    const EntrySeq opinion = acts.enter("treat-point", R"({"point":"O1.2","authority_view":"followed"})");
    const EntrySeq advice = acts.enter("treat-point", R"({"point":"C1.1","authority_view":"followed"})");
    const EntrySeq plan = acts.enter("record-adjustment", R"({"point":"C1.1","adjustment":"adjusted"})");
    const EntrySeq reminder = acts.enter("remind-opinion", R"({"version":1})");
    const EntrySeq ground = acts.enter("record-condition", R"({"condition":"likely-use","side":"for"})");
    for (const EntrySeq entry : {opinion, advice, plan, ground})
        EXPECT_EQ(acts.readers(entry), "authority");
    EXPECT_EQ(acts.readers(reminder), "authority eu-centre");
    acts.enter("submit-for-approval", R"({"start":"2027-01-01","end":"2027-12-31"})");
    const EntrySeq filed = acts.enter("file-request", R"({"bundle":[23,26,27,28,30]})");
    EXPECT_EQ(acts.readers(opinion), "authority court eu-centre");
    EXPECT_EQ(acts.readers(advice), "authority court dpa");
    EXPECT_EQ(acts.readers(plan), "authority court dpa");
    EXPECT_EQ(acts.readers(ground), "authority court");
    EXPECT_EQ(acts.readers(filed), "authority court dpa");
}

TEST(Weighing, PutsAnswersAndGroundsIntoTheBundle)
{
    Acts acts;
    acts.enter("give-opinion", kOpinion);
    const EntrySeq answer = acts.enter("treat-point", R"({"point":"O1.2","authority_view":"followed"})");
    const EntrySeq ground = acts.enter("record-condition", R"({"condition":"likely-use","side":"for"})");
    acts.enter("submit-for-approval", R"({"start":"2027-01-01","end":"2027-12-31"})");
    const Json facts = acts.decided("file-request", R"({"channel":"electronic"})");
    std::string bundle;
    for (const Json& entry : facts.items("bundle"))
        bundle += " " + std::to_string(entry.asInteger());
    EXPECT_NE(bundle.find(" " + std::to_string(answer)), std::string::npos) << bundle;
    EXPECT_NE(bundle.find(" " + std::to_string(ground)), std::string::npos) << bundle;
}

TEST(Weighing, LeavesTheDpaOfAnotherStateWithoutTheFile)
{
    Acts acts;
    acts.enter(
        "refer-to-dpa", R"({"id":"C1","requested_on":"2026-06-20","source":"dpa","competence":"abroad"})");
    const auto audiences = audiencesOf(acts.file());
    EXPECT_EQ(std::ranges::count(audiences, Institution::Dpa), 0);
    acts.enter(
        "refer-to-dpa", R"({"id":"C2","requested_on":"2026-06-20","source":"dpa","competence":"gdpr-55"})");
    const auto both = audiencesOf(acts.file());
    EXPECT_EQ(std::ranges::count(both, Institution::Dpa), 1);
}

TEST(Weighing, KeepsConfidentialPartsOfTheOpinionFromTheDpa)
{
    Acts acts;
    Entry opinion;
    opinion.effect = "give-opinion";
    for (const Institution reader : {Institution::Authority, Institution::Court, Institution::EuCentre})
        EXPECT_TRUE(mayReadField(reader, opinion, "confidential_parts"));
    EXPECT_FALSE(mayReadField(Institution::Dpa, opinion, "confidential_parts"));
    EXPECT_TRUE(mayReadField(Institution::Dpa, opinion, "opinion"));
}

} // namespace

} // namespace tutela::procedure

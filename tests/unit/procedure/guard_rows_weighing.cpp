#include "tests/unit/procedure/guard_rows.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

void nothingYet(CaseFile&) { }

void sent(CaseFile& file)
{
    file.drafts.push_back({1, 22, {{"chats", "groups"}, day("2027-01-01"), day("2027-12-31")},
        day("2026-06-01"), length("P2W"), day("2026-06-02")});
}

void sentAgain(CaseFile& file)
{
    sent(file);
    file.drafts.push_back(
        {2, 27, {{"chats"}, day("2027-01-01"), day("2027-12-31")}, day("2026-07-01"), {}, {}});
}

/// An opinion with two points.
void opinion(CaseFile& file)
{
    sent(file);
    file.opinions.push_back({24, 1, OpinionOutcome::FavourableInPart, day("2026-06-12"), 2, "O1"});
}

void opinionAndNewDraft(CaseFile& file)
{
    sentAgain(file);
    file.opinions.push_back({24, 1, OpinionOutcome::FavourableInPart, day("2026-06-12"), 2, "O1"});
}

void twoOpinions(CaseFile& file)
{
    opinionAndNewDraft(file);
    file.opinions.push_back({28, 2, OpinionOutcome::Favourable, day("2026-07-20"), 1, "O2"});
}

void comments(CaseFile& file)
{
    file.comments.push_back({23, 1, day("2026-06-10")});
}

/// Written advice with one point.
void advice(CaseFile& file)
{
    Consultation consultation{
        "C1", 25, day("2026-06-20"), {}, {}, ConsultationOutcome::Advice, day("2026-07-20"), 26, 1};
    file.consultations.push_back(std::move(consultation));
}

void adviceAndPlan(CaseFile& file)
{
    advice(file);
    file.plan = ImplementationPlan{29, day("2026-07-30"), true, false};
}

void adviceAndNoPlan(CaseFile& file)
{
    advice(file);
    file.plan = ImplementationPlan{29, day("2026-07-30"), false, false};
}

void treat(CaseFile& file, const char* point, PointView view)
{
    file.treatments.push_back(
        {35 + static_cast<EntrySeq>(file.treatments.size()), point, view, day("2026-07-25")});
}

void opinionFollowed(CaseFile& file)
{
    opinion(file);
    treat(file, "O1.1", PointView::Followed);
    treat(file, "O1.2", PointView::NotRelevant);
}

void opinionFollowedAfterAll(CaseFile& file)
{
    opinion(file);
    treat(file, "O1.1", PointView::NotFollowed);
    treat(file, "O1.2", PointView::Followed);
    treat(file, "O1.1", PointView::Followed);
}

void opinionFollowedInPart(CaseFile& file)
{
    opinionFollowed(file);
    treat(file, "O1.2", PointView::FollowedInPart);
}

void opinionNotFollowed(CaseFile& file)
{
    opinionFollowed(file);
    treat(file, "O1.2", PointView::NotFollowed);
}

void unfavourableButFollowed(CaseFile& file)
{
    opinionFollowed(file);
    file.opinions.back().outcome = OpinionOutcome::Unfavourable;
}

void earlierOpinionNotFollowed(CaseFile& file)
{
    twoOpinions(file);
    treat(file, "O1.1", PointView::NotFollowed);
}

void adviceLeftOut(CaseFile& file)
{
    advice(file);
    file.lateAnswers.push_back({"L1", 26, "DL13/C1", day("2026-07-20"), Consideration::NotConsidered});
}

void renewal(CaseFile& file)
{
    file.detectionKind = DetectionKind::Solicitation;
    file.drafts.push_back(
        {1, 22, {{"chats"}, day("2027-01-01"), day("2027-12-31")}, day("2026-06-01"), {}, {}});
    file.plan = ImplementationPlan{29, day("2026-07-30"), true, true};
}

void renewalWithGroups(CaseFile& file)
{
    renewal(file);
    file.drafts.back().scope.parts = {"chats", "groups"};
}

void renewalOfTheWholeService(CaseFile& file)
{
    renewal(file);
    file.drafts.back().scope.parts.clear();
}

void renewalWithGroupsConsulted(CaseFile& file)
{
    renewalWithGroups(file);
    advice(file);
}

void newWithoutOrder(CaseFile& file)
{
    renewal(file);
    file.detectionKind = DetectionKind::New;
}

void secondPlan(CaseFile& file)
{
    advice(file);
    for (const EntrySeq entry : {EntrySeq{41}, EntrySeq{42}})
        file.filings.push_back(
            {entry, day("2026-07-01"), DocumentId("DOC-000009"), 0, FilingKind::ImplementationPlan});
}

void ground(CaseFile& file)
{
    opinion(file);
    file.documents = {{DocumentId("DOC-000001"), 21, false}};
    file.cells.push_back({"B1", 43, "likely-use", GroundSide::For, {}, {"E1"}, {}});
}

void groundReplaced(CaseFile& file)
{
    ground(file);
    file.cells.front().replacedBy = "B2";
}

/// Grounds for known material under every condition but the one.
void everyConditionBut(CaseFile& file, std::string_view left)
{
    for (const law::Condition& condition : rulebook().conditions()) {
        if (condition.isOf("known") && condition.id != left)
            file.cells.push_back({"B1", 43, condition.id, GroundSide::For, {}, {"E1"}, {}});
    }
}

// clang-format off
const GuardSentence kRows[] = {
    // Points, one by one
    {"Art 7(4)(d): a point of the opinion is dealt with", "treat-point", "point-known", Base::Detection, opinion,
        R"({"point":"O1.2"})", "2026-07-25", ""},
    {"a point of the advice", "treat-point", "point-known", Base::Detection, advice, R"({"point":"C1.1"})", "2026-07-25", ""},
    {"Art 7(4)(c): the provider's views as a whole", "treat-point", "point-known", Base::Detection, comments,
        R"({"point":"V1"})", "2026-07-25", ""},
    {"not a point that nobody made", "treat-point", "point-known", Base::Detection, opinion, R"({"point":"O1.3"})",
        "2026-07-25", "guard.point-known"},
    {"nor any before somebody made one", "treat-point", "point-known", Base::Detection, sent, R"({"point":"O1.1"})",
        "2026-07-25", "guard.point-known.none"},
    {"one that was superseded may be, and it is said", "treat-point", "point-known", Base::Detection, twoOpinions,
        R"({"point":"O1.1"})", "2026-07-25", "", "warning.point-superseded"},
    {"Art 7(3): the plan says what it made of a point of the advice", "record-adjustment", "adjustment-fits",
        Base::Detection, adviceAndPlan, R"({"point":"C1.1","adjustment":"adjusted","place_in_plan":"4.2"})", "2026-08-01", ""},
    {"Art 7(3): and where", "record-adjustment", "adjustment-fits", Base::Detection, adviceAndPlan,
        R"({"point":"C1.1","adjustment":"adjusted"})", "2026-08-01", "", "warning.adjustment-without-place"},
    {"not of a point that the advice does not have", "record-adjustment", "adjustment-fits", Base::Detection,
        adviceAndPlan, R"({"point":"C1.2","adjustment":"adjusted","place_in_plan":"1"})", "2026-08-01", "guard.adjustment-fits"},
    {"nor without advice", "record-adjustment", "adjustment-fits", Base::Detection, opinion, R"({"point":"O1.1"})",
        "2026-08-01", "guard.adjustment-fits.no-advice"},
    {"nor without a plan", "record-adjustment", "adjustment-fits", Base::Detection, adviceAndNoPlan,
        R"({"point":"C1.1"})", "2026-08-01", "guard.adjustment-fits.no-plan"},
    {"Art 7(4)(d): a point without an answer needs a reason", "submit-for-approval", "points-treated", Base::Detection,
        opinion, "{}", "2026-08-01", "guard.points-treated", "warning.points-unanswered"},
    {"Art 7(4)(d): with it the request goes on, and it is said", "submit-for-approval", "points-treated",
        Base::Detection, opinion, R"({"points_unanswered_reason":"They repeat the draft."})", "2026-08-01", "",
        "warning.points-unanswered"},
    {"a list of answers is one too", "submit-for-approval", "points-treated", Base::Detection, advice,
        R"({"treatment_of_points":["Taken up."]})", "2026-08-01", "", "warning.points-unanswered"},
    {"Art 7(4)(d): nothing is missing once every point has its answer", "submit-for-approval", "points-treated",
        Base::Detection, opinionFollowed, "{}", "2026-08-01", ""},
    {"a later opinion supersedes the earlier", "submit-for-approval", "points-treated", Base::Detection,
        [](CaseFile& file) { twoOpinions(file); treat(file, "O2.1", PointView::Followed); }, "{}", "2026-08-01", ""},
    {"what came late and is not considered needs none", "submit-for-approval", "points-treated", Base::Detection,
        adviceLeftOut, "{}", "2026-08-01", ""},
    {"Art 7(4)(c): comments without an answer are shown", "submit-for-approval", "points-treated", Base::Detection,
        comments, "{}", "2026-08-01", "", "warning.comments-unanswered"},
    {"the head sees what has no answer and decides", "approve", "points-treated", Base::BeforeTheCourt, advice, "{}",
        "2026-08-01", "", "warning.points-unanswered"},

    // The deviation
    {"Art 7(4): what was not followed is a deviation", "submit-for-approval", "deviation-agrees", Base::Detection,
        opinionNotFollowed, "{}", "2026-08-01", "guard.deviation-agrees.not-stated"},
    {"Art 7(4): unless it is not substantial", "submit-for-approval", "deviation-agrees", Base::Detection,
        opinionNotFollowed, R"({"not_substantial_reason":"A matter of wording."})", "2026-08-01", "",
        "warning.deviation-not-stated"},
    {"Art 7(4): stated it agrees", "submit-for-approval", "deviation-agrees", Base::Detection, opinionNotFollowed,
        R"({"deviates_from_opinion":true})", "2026-08-01", ""},
    {"Art 7(4): in part is between", "submit-for-approval", "deviation-agrees", Base::Detection, opinionFollowedInPart,
        "{}", "2026-08-01", "", "warning.deviation-not-stated"},
    {"Art 7(4): whoever follows every point deviates in none", "submit-for-approval", "deviation-agrees",
        Base::Detection, opinionFollowed, R"({"deviates_from_opinion":true})", "2026-08-01",
        "guard.deviation-agrees.no-point"},
    {"the last answer to a point counts", "submit-for-approval", "deviation-agrees", Base::Detection,
        opinionFollowedAfterAll, "{}", "2026-08-01", ""},
    {"Art 7(4): an unfavourable opinion is deviated from as a whole", "submit-for-approval", "deviation-agrees",
        Base::Detection, unfavourableButFollowed, R"({"deviates_from_opinion":true})", "2026-08-01", ""},
    {"while points wait for an answer nobody knows", "submit-for-approval", "deviation-agrees", Base::Detection,
        opinion, R"({"deviates_from_opinion":true})", "2026-08-01", ""},
    {"an opinion that was superseded is deviated from by nobody", "submit-for-approval", "deviation-agrees",
        Base::Detection, earlierOpinionNotFollowed, "{}", "2026-08-01", ""},
    {"Art 7(4): the reasons of the points explain the deviation", "submit-for-approval", "deviation-explained",
        Base::Detection, opinionNotFollowed, R"({"deviates_from_opinion":true})", "2026-08-01", ""},

    // The opinion, asked again
    {"Art 7(3)(d): an opinion that did not come is asked for again", "remind-opinion", "opinion-awaited",
        Base::Detection, sent, "{}", "2026-07-05", ""},
    {"Art 7(3)(d): one that was given is not", "remind-opinion", "opinion-awaited", Base::Detection, opinion, "{}",
        "2026-07-05", "guard.opinion-awaited"},
    {"once the draft moved, one on the new version is", "remind-opinion", "opinion-awaited", Base::Detection,
        opinionAndNewDraft, "{}", "2026-07-05", "", "warning.opinion-on-earlier-version"},
    {"until it was given too", "remind-opinion", "opinion-awaited", Base::Detection, twoOpinions, "{}", "2026-07-25",
        "guard.opinion-awaited"},
    {"nobody is asked before there is a draft", "remind-opinion", "opinion-awaited", Base::Detection, nothingYet, "{}",
        "2026-07-05", "guard.opinion-awaited.no-draft"},

    // Prior consultation
    {"GDPR 36(3): all six were sent", "refer-to-dpa", "consultation-complete", Base::Detection, sentAgain,
        R"({"sent_a":true,"sent_b":true,"sent_c":true,"sent_d":true,"sent_e":true,"sent_f":true})", "2026-07-05", ""},
    {"GDPR 36(3): what is missing is shown", "refer-to-dpa", "consultation-complete", Base::Detection, sentAgain,
        R"({"sent_a":true,"sent_e":true})", "2026-07-05", "", "warning.consultation-incomplete"},
    {"advice is about a version", "lodge-advice", "versions-fit", Base::Detection, secondPlan,
        R"({"plan_version":2})", "2026-07-05", ""},
    {"advice on an earlier one is kept and flagged", "lodge-advice", "versions-fit", Base::Detection, secondPlan,
        R"({"plan_version":1})", "2026-07-05", "", "warning.advice-on-earlier-version"},
    {"versions are counted from one", "lodge-advice", "versions-fit", Base::Detection, secondPlan,
        R"({"plan_version":0})", "2026-07-05", "guard.versions-fit"},
    {"Art 7(3)(b): a renewal that changes nothing needs no consultation", "submit-for-approval", "renewal-unchanged",
        Base::Detection, renewal, "{}", "2026-08-01", ""},
    {"Art 7(3)(b): a component added is a change", "submit-for-approval", "renewal-unchanged", Base::Detection,
        renewalWithGroups, "{}", "2026-08-01", "guard.renewal-unchanged"},
    {"Art 7(3)(b): so is the whole service after a part", "submit-for-approval", "renewal-unchanged", Base::Detection,
        renewalOfTheWholeService, "{}", "2026-08-01", "guard.renewal-unchanged"},
    {"Art 7(3)(b): who goes on without it says why", "submit-for-approval", "renewal-unchanged", Base::Detection,
        renewalWithGroups, R"({"no_consultation_reason":"The provider refused."})", "2026-08-01", ""},
    {"Art 7(3)(b): where there was a consultation the claim is only flagged", "submit-for-approval",
        "renewal-unchanged", Base::Detection, renewalWithGroupsConsulted, "{}", "2026-08-01", "",
        "warning.renewal-with-component"},
    {"a plan that claims it is received and flagged", "record-plan", "renewal-unchanged", Base::Detection,
        renewalWithGroups, R"({"renewal_without_change":true})", "2026-08-01", "", "warning.renewal-with-component"},
    {"whether the form says so or the document", "record-plan", "renewal-unchanged", Base::Detection,
        renewalWithGroups, R"({"document":"poor-plan.json"})", "2026-08-01", "", "warning.renewal-with-component"},
    {"a plan that claims nothing is not asked", "record-plan", "renewal-unchanged", Base::Detection,
        renewalWithGroups, R"({"document":"plan.json"})", "2026-08-01", ""},
    {"a renewal of an order that nobody knows is flagged", "record-plan", "renewal-unchanged", Base::Detection,
        newWithoutOrder, R"({"renewal_without_change":true})", "2026-08-01", "", "warning.renewal-of-no-order"},

    // Conditions and balancing
    {"Art 7(5): a condition of this kind", "record-condition", "condition-of-kind", Base::Detection, opinion,
        R"({"condition":"likely-use"})", "2026-07-05", ""},
    {"Art 7(6): the earlier order is a condition for new material", "record-condition", "condition-of-kind",
        Base::Detection, opinion, R"({"condition":"earlier-order"})", "2026-07-05", "guard.condition-of-kind"},
    {"Art 7(7): the child user for solicitation", "record-condition", "condition-of-kind", Base::Detection, renewal,
        R"({"condition":"child-user"})", "2026-07-05", ""},
    {"a ground rests on what is in the file", "record-condition", "cites-known", Base::Detection, ground,
        R"({"rests_on_points":["O1.1"],"rests_on_evidence":["E1"],"rests_on_documents":["DOC-000001"]})", "2026-07-05", ""},
    {"not on a point that nobody made", "record-condition", "cites-known", Base::Detection, ground,
        R"({"rests_on_points":["O2.1"]})", "2026-07-05", "guard.cites-known"},
    {"nor on evidence that is not there", "record-condition", "cites-known", Base::Detection, ground,
        R"({"rests_on_evidence":["E2"]})", "2026-07-05", "guard.cites-known"},
    {"nor on a document that is not there", "treat-point", "cites-known", Base::Detection, ground,
        R"({"rests_on_documents":["DOC-000404"]})", "2026-07-05", "guard.cites-known"},
    {"a ground takes the place of another", "record-condition", "replaces-fits", Base::Detection, ground,
        R"({"condition":"likely-use","replaces":"B1"})", "2026-07-05", ""},
    {"under the same condition", "record-condition", "replaces-fits", Base::Detection, ground,
        R"({"condition":"targeting","replaces":"B1"})", "2026-07-05", "guard.replaces-fits.other-condition"},
    {"once", "record-condition", "replaces-fits", Base::Detection, groundReplaced,
        R"({"condition":"likely-use","replaces":"B1"})", "2026-07-05", "guard.replaces-fits"},
    {"Art 7(4): that nothing was weighed is shown", "submit-for-approval", "conditions-supported", Base::Detection,
        opinion, "{}", "2026-08-01", "", "warning.nothing-weighed"},
    {"Art 7(4): a condition without a ground is shown", "submit-for-approval", "conditions-supported", Base::Detection,
        [](CaseFile& file) { everyConditionBut(file, "right-child"); }, "{}", "2026-08-01", "",
        "warning.condition-without-ground"},
    {"Art 7(4): and a ground that rests on nothing", "approve", "conditions-supported", Base::BeforeTheCourt,
        [](CaseFile& file) { everyConditionBut(file, "none"); file.cells.back().evidence.clear(); }, "{}",
        "2026-08-01", "", "warning.ground-rests-on-nothing"},
    {"Art 7(4): where every condition has its ground nothing is said", "submit-for-approval", "conditions-supported",
        Base::Detection, [](CaseFile& file) { everyConditionBut(file, "none"); }, "{}", "2026-08-01", ""},
};

// clang-format on

} // namespace

std::span<const GuardSentence> weighingRows()
{
    return kRows;
}

} // namespace tutela::procedure

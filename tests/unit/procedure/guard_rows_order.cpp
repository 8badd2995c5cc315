#include "tests/unit/procedure/guard_rows.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

void nothing(CaseFile&) { }

void sent(CaseFile& file)
{
    file.order->transmittedOn = day("2026-09-03");
}

/// Received on 5 September 2026 for a start on 1 January 2027: in time.
void receivedEarly(CaseFile& file)
{
    sent(file);
    file.order->receivedOn = day("2026-09-05");
}

/// Received on 15 October: a start before 15 January 2027 is unlawful on every reading.
void receivedLate(CaseFile& file)
{
    sent(file);
    file.order->receivedOn = day("2026-10-15");
}

void courtRefused(CaseFile& file)
{
    file.order->decision = CourtDecision::Refused;
}

void revoked(CaseFile& file)
{
    receivedEarly(file);
    file.order->ended = OrderEnd{50, OrderEnding::Revoked, day("2027-03-01"), day("2027-03-15")};
}

void reassessed(CaseFile& file)
{
    receivedEarly(file);
    file.order->reassessments.push_back({51, day("2027-02-01"), ReassessmentOutcome::ModificationNeeded});
}

void cannotExecute(CaseFile& file)
{
    receivedEarly(file);
    file.order->notices.push_back({"N1", 52, day("2026-09-20"), NonExecutionGround::ManifestErrors});
}

void noticeAnswered(CaseFile& file)
{
    cannotExecute(file);
    file.order->notices.back().answeredOn = day("2026-09-25");
}

void challenged(CaseFile& file)
{
    receivedEarly(file);
    file.order->challenges.push_back({"A1", 53, Challenger::Provider, day("2026-09-20")});
}

void dismissed(CaseFile& file)
{
    challenged(file);
    file.order->challenges.back().outcome = ChallengeOutcome::Dismissed;
    file.order->challenges.back().outcomeOn = day("2026-12-01");
}

void suspended(CaseFile& file)
{
    challenged(file);
    file.order->suspensions.push_back({"S1", 54, "A1", {}, day("2026-10-01")});
}

void suspensionLifted(CaseFile& file)
{
    suspended(file);
    file.order->suspensions.back().liftedOn = day("2026-11-01");
}

void rectifiedUnserved(CaseFile& file)
{
    receivedLate(file);
    file.order->versions = {
        {1, 40, OrderChange::Issued, day("2026-09-01"), file.order->scope, day("2026-10-15")},
        {2, 55, OrderChange::Rectified, day("2026-10-20"), file.order->scope}};
}

void finalOrder(CaseFile& file)
{
    receivedEarly(file);
    file.order->finalOn = day("2026-10-05");
}

void copiesToTwo(CaseFile& file)
{
    finalOrder(file);
    file.order->copiesSentOn = day("2026-10-06");
    file.order->copyList = {{"DE", 56, day("2026-10-06")}, {"FR", 56, day("2026-10-06"), day("2026-10-08")}};
}

constexpr const char* kToAll =
    R"({"sent_on":"2026-10-06","authorities":["AT","BE","BG","CY","CZ","DE","DK","EE","EL","ES","FI","FR","HR",
    "HU","IE","IT","LT","LU","LV","MT","NL","PL","PT","RO","SE","SI","SK"]})";

// clang-format off
const GuardSentence kRows[] = {
    // Rectify, modify, revoke
    {"an order that stands is rectified", "rectify-order", "order-in-force", Base::WithOrder, receivedLate, "{}", "2026-10-20", ""},
    {"one that was revoked is not", "rectify-order", "order-in-force", Base::WithOrder, revoked, "{}", "2027-03-20",
        "guard.order-in-force.ended"},
    {"nor a refusal", "modify-order", "order-in-force", Base::WithOrder, courtRefused, "{}", "2026-10-20",
        "guard.order-in-force.none"},
    {"Art 7(9): after a late receipt the start is counted from that receipt", "rectify-order", "version-start",
        Base::WithOrder, receivedLate, R"({"start":"2027-01-16","end":"2027-12-31"})", "2026-10-20", ""},
    {"Art 7(9): three months to the day is lawful on one reading", "rectify-order", "version-start",
        Base::WithOrder, receivedLate, R"({"start":"2027-01-15","end":"2027-12-31"})", "2026-10-20", "",
        "warning.start-on-last-reading"},
    {"Art 7(9): a day earlier on none", "rectify-order", "version-start", Base::WithOrder, receivedLate,
        R"({"start":"2027-01-14","end":"2027-12-31"})", "2026-10-20", "guard.version-start"},
    {"Art 7(9): before receipt it is counted from today", "modify-order", "version-start", Base::WithOrder, sent,
        R"({"start":"2027-01-14","end":"2027-12-31"})", "2026-10-20", "guard.version-start"},
    {"Art 7(9): a start that stays is not counted again", "modify-order", "version-start", Base::WithOrder,
        receivedEarly, R"({"start":"2027-01-01","end":"2027-11-30"})", "2027-05-01", ""},
    {"Art 7(9): an unlawful start that stays shows", "rectify-order", "version-start", Base::WithOrder, receivedLate,
        R"({"start":"2027-01-01","end":"2027-12-31"})", "2026-10-20", "", "warning.start-stays-unlawful"},
    {"Art 7(9): more than twelve months after receipt is warned of", "rectify-order", "version-start",
        Base::WithOrder, receivedLate, R"({"start":"2027-10-16","end":"2027-12-31"})", "2026-10-20", "",
        "warning.start-after-maximum"},
    {"Art 7(9): the cap holds for a new version too", "rectify-order", "end-within-cap", Base::WithOrder,
        receivedLate, R"({"start":"2027-02-01","end":"2029-02-01"})", "2026-10-20", "", "warning.end-on-last-reading"},
    {"Art 7(9): beyond it nothing is lawful", "modify-order", "end-within-cap", Base::WithOrder, receivedLate,
        R"({"start":"2027-02-01","end":"2029-02-02"})", "2026-10-20", "guard.end-within-cap"},
    {"Art 9(4): fewer parts", "modify-order", "version-scope", Base::WithOrder, receivedEarly,
        R"({"parts":["chats"],"start":"2027-01-01","end":"2027-12-31"})", "2027-05-01", ""},
    {"Art 9(4): no part named keeps those in force", "modify-order", "version-scope", Base::WithOrder, receivedEarly,
        R"({"start":"2027-01-01","end":"2027-12-31"})", "2027-05-01", ""},
    {"Art 7(3): no part that the provider could not comment on", "modify-order", "version-scope", Base::WithOrder,
        receivedEarly, R"({"parts":["chats","files"],"start":"2027-01-01","end":"2027-12-31"})", "2027-05-01",
        "guard.version-scope.parts"},
    {"days that move beyond the request are for the court to justify", "rectify-order", "version-scope",
        Base::WithOrder, receivedLate, R"({"start":"2027-02-01","end":"2028-01-31"})", "2026-10-20", "",
        "warning.version-beyond-request"},
    {"Art 9(4): after the reassessment", "modify-order", "basis-recorded", Base::WithOrder, reassessed,
        R"({"basis":"reassessment"})", "2027-02-10", ""},
    {"Art 9(4): one that is not in the file is warned of", "revoke-order", "basis-recorded", Base::WithOrder,
        receivedEarly, R"({"basis":"reassessment"})", "2027-02-10", "", "warning.basis-not-recorded"},
    {"Art 8(3): after the provider's notice", "modify-order", "basis-recorded", Base::WithOrder, cannotExecute,
        R"({"basis":"non-execution"})", "2026-10-01", ""},
    {"Art 9(4): revoked from a day of its life", "revoke-order", "revocation-fits", Base::WithOrder, receivedEarly,
        R"({"revoked_from":"2027-06-01"})", "2027-05-20", ""},
    {"Art 9(4): not from after its end", "revoke-order", "revocation-fits", Base::WithOrder, receivedEarly,
        R"({"revoked_from":"2028-01-01"})", "2027-05-20", "guard.revocation-fits"},
    {"Art 9(4): nor from before it was made", "revoke-order", "revocation-fits", Base::WithOrder, receivedEarly,
        R"({"revoked_from":"2026-08-31"})", "2027-05-20", "guard.revocation-fits"},
    {"a file is closed once its order was revoked", "close-detection", "order-has-ended", Base::WithOrder, revoked, "{}",
        "2027-03-15", ""},
    {"and not the day before", "close-detection", "order-has-ended", Base::WithOrder, revoked, "{}", "2027-03-14",
        "guard.order-has-ended"},

    // Article 9(1): challenges
    {"Art 9(1): a challenge follows the order", "record-challenge", "after-order", Base::WithOrder, receivedEarly,
        R"({"lodged_on":"2026-09-01"})", "2026-09-20", ""},
    {"Art 9(1): and does not precede it", "record-challenge", "after-order", Base::WithOrder, receivedEarly,
        R"({"lodged_on":"2026-08-31"})", "2026-09-20", "guard.after-order"},
    {"Art 9(1): an open challenge is decided", "record-challenge-outcome", "challenge-open", Base::WithOrder, challenged,
        R"({"challenge":"A1"})", "2026-12-01", ""},
    {"Art 9(1): not twice", "record-challenge-outcome", "challenge-open", Base::WithOrder, dismissed,
        R"({"challenge":"A1"})", "2026-12-02", "guard.challenge-open.none"},
    {"Art 9(1): not one that was not brought", "record-suspension", "challenge-open", Base::WithOrder, challenged,
        R"({"challenge":"A2"})", "2026-12-01", "guard.challenge-open"},
    {"Art 9(1): an outcome follows its challenge", "record-challenge-outcome", "outcome-fits", Base::WithOrder, challenged,
        R"({"challenge":"A1","challenge_outcome":"dismissed","decided_on":"2026-09-20"})", "2026-12-01", ""},
    {"Art 9(1): and does not precede it", "record-challenge-outcome", "outcome-fits", Base::WithOrder, challenged,
        R"({"challenge":"A1","challenge_outcome":"dismissed","decided_on":"2026-09-19"})", "2026-12-01",
        "guard.outcome-fits"},
    {"Art 9(1): a partial annulment leaves parts", "record-challenge-outcome", "outcome-fits", Base::WithOrder, challenged,
        R"({"challenge":"A1","challenge_outcome":"annulled-in-part","decided_on":"2026-12-01","parts_left":["chats"]})",
        "2026-12-01", ""},
    {"Art 9(1): and says which", "record-challenge-outcome", "outcome-fits", Base::WithOrder, challenged,
        R"({"challenge":"A1","challenge_outcome":"annulled-in-part","decided_on":"2026-12-01"})", "2026-12-01",
        "guard.outcome-fits.parts"},
    {"what a court left that was not there is recorded and flagged", "record-challenge-outcome", "outcome-fits",
        Base::WithOrder, challenged,
        R"({"challenge":"A1","challenge_outcome":"annulled-in-part","decided_on":"2026-12-01","parts_left":["files"]})",
        "2026-12-01", "", "warning.parts-not-in-order"},
    {"a suspension of one part", "record-suspension", "suspension-fits", Base::WithOrder, challenged,
        R"({"challenge":"A1","suspended_from":"2026-10-01","parts":["chats"]})", "2026-10-01", ""},
    {"it ends after it began", "record-suspension", "suspension-fits", Base::WithOrder, challenged,
        R"({"challenge":"A1","suspended_from":"2026-10-01","suspended_until":"2026-09-30"})", "2026-10-01",
        "guard.suspension-fits"},
    {"a part that the order does not cover is flagged", "record-suspension", "suspension-fits", Base::WithOrder, challenged,
        R"({"challenge":"A1","suspended_from":"2026-10-01","parts":["files"]})", "2026-10-01", "",
        "warning.parts-not-in-order"},
    {"a court that moves the end says so, within the cap", "record-suspension", "moved-end-fits", Base::WithOrder,
        challenged, R"({"new_end":"2028-06-30"})", "2026-10-01", ""},
    {"Art 7(9): beyond the cap it is recorded and flagged", "record-suspension", "moved-end-fits", Base::WithOrder,
        challenged, R"({"new_end":"2029-01-01"})", "2026-10-01", "", "warning.moved-end-beyond-cap"},
    {"no order ends before it starts", "lift-suspension", "moved-end-fits", Base::WithOrder, suspended,
        R"({"new_end":"2026-12-31"})", "2026-11-01", "guard.moved-end-fits"},
    {"a suspension is lifted", "lift-suspension", "suspension-open", Base::WithOrder, suspended,
        R"({"suspension":"S1","lifted_on":"2026-11-01"})", "2026-11-01", ""},
    {"not before it began", "lift-suspension", "suspension-open", Base::WithOrder, suspended,
        R"({"suspension":"S1","lifted_on":"2026-09-30"})", "2026-11-01", "guard.suspension-open.early"},
    {"not one that was not made", "lift-suspension", "suspension-open", Base::WithOrder, suspended,
        R"({"suspension":"S2","lifted_on":"2026-11-01"})", "2026-11-01", "guard.suspension-open"},
    {"not twice", "lift-suspension", "suspension-open", Base::WithOrder, suspensionLifted,
        R"({"suspension":"S1","lifted_on":"2026-11-01"})", "2026-11-01", "guard.suspension-open.none"},
    {"Art 9(2): final when nobody appealed", "record-finality", "finality-fits", Base::WithOrder, receivedEarly,
        R"({"ground":"appeal-period-expired"})", "2026-12-01", ""},
    {"Art 9(2): or when it was confirmed", "record-finality", "finality-fits", Base::WithOrder, dismissed,
        R"({"ground":"confirmed-on-appeal"})", "2026-12-10", ""},
    {"Art 9(2): while a challenge is open that is flagged", "record-finality", "finality-fits", Base::WithOrder, challenged,
        R"({"ground":"appeal-period-expired"})", "2026-12-01", "", "warning.final-while-challenged"},
    {"Art 9(2): confirmed without a challenge is flagged", "record-finality", "finality-fits", Base::WithOrder,
        receivedEarly, R"({"ground":"confirmed-on-appeal"})", "2026-12-01", "", "warning.confirmed-without-challenge"},
    {"Art 9(2): the ground after a challenge is its confirmation", "record-finality", "finality-fits", Base::WithOrder,
        dismissed, R"({"ground":"appeal-period-expired"})", "2026-12-10", "", "warning.expired-after-challenge"},

    {"Art 9(2): the authority has its copy when the order is final", "record-finality", "final-on-fits", Base::WithOrder,
        receivedEarly, R"({"final_on":"2026-10-05","copy_received_on":"2026-10-05"})", "2026-10-06", ""},
    {"Art 9(2): not before", "record-finality", "final-on-fits", Base::WithOrder, receivedEarly,
        R"({"final_on":"2026-10-05","copy_received_on":"2026-10-04"})", "2026-10-06", "guard.final-on-fits.copy"},

    // Article 8(2), 8(3): delivery and the provider's notice
    {"Art 8(2): an attempt without an answer", "record-delivery-attempt", "delivery-fits", Base::WithOrder, sent,
        R"({"sent_on":"2026-09-03","delivery_outcome":"no-answer"})", "2026-09-10", ""},
    {"Art 8(2): the one that counts has its moment", "record-delivery-attempt", "delivery-fits", Base::WithOrder, sent,
        R"({"sent_on":"2026-09-03","delivery_outcome":"delivered","counts_as_receipt":true})", "2026-09-10",
        "guard.delivery-fits.moment"},
    {"Art 8(2): substitute service counts when the court says so", "record-delivery-attempt", "delivery-fits",
        Base::WithOrder, sent, R"({"sent_on":"2026-09-03","delivery_outcome":"substitute-service",
        "counts_as_receipt":true,"received_at":"2026-09-09T08:00:00Z"})", "2026-09-10", ""},
    {"Art 8(2): so does a refusal, and that shows", "record-delivery-attempt", "delivery-fits", Base::WithOrder, sent,
        R"({"sent_on":"2026-09-03","delivery_outcome":"refused","counts_as_receipt":true,
        "received_at":"2026-09-09T08:00:00Z"})", "2026-09-10", "", "warning.refusal-counts"},
    {"Art 8(2): received once", "record-delivery-attempt", "delivery-fits", Base::WithOrder, receivedEarly,
        R"({"sent_on":"2026-09-03","delivery_outcome":"delivered","counts_as_receipt":true,
        "received_at":"2026-09-09T08:00:00Z"})", "2026-09-10", "guard.delivery-fits.already"},
    {"Art 8(2): and once more for the version that replaced it", "record-delivery-attempt", "delivery-fits",
        Base::WithOrder, rectifiedUnserved, R"({"sent_on":"2026-10-21","delivery_outcome":"delivered",
        "counts_as_receipt":true,"received_at":"2026-10-22T08:00:00Z"})", "2026-10-23", ""},
    {"not received before it was sent", "record-delivery-attempt", "delivery-fits", Base::WithOrder, sent,
        R"({"sent_on":"2026-09-03","delivery_outcome":"delivered","counts_as_receipt":true,
        "received_at":"2026-09-02T08:00:00Z"})", "2026-09-10", "guard.delivery-fits"},
    {"Art 7(9): a late receipt by whatever way makes the start unlawful", "record-delivery-attempt", "delivery-fits",
        Base::WithOrder, sent, R"({"sent_on":"2026-09-03","delivery_outcome":"delivered","counts_as_receipt":true,
        "received_at":"2026-10-05T08:00:00Z"})", "2026-10-10", "", "warning.receipt-late"},
    {"a delivery that counts for nothing is pointed out", "record-delivery-attempt", "delivery-fits", Base::WithOrder,
        sent, R"({"sent_on":"2026-09-03","delivery_outcome":"delivered"})", "2026-09-10", "",
        "warning.delivered-does-not-count"},
    {"silence that counts is pointed out", "record-delivery-attempt", "delivery-fits", Base::WithOrder,
        sent, R"({"sent_on":"2026-09-03","delivery_outcome":"no-answer","counts_as_receipt":true,
        "received_at":"2026-09-09T08:00:00Z"})", "2026-09-10", "", "warning.no-answer-counts"},
    {"Art 8(3): a notice is answered", "answer-clarification", "notice-open", Base::WithOrder, cannotExecute,
        R"({"notice":"N1"})", "2026-09-25", ""},
    {"Art 8(3): once", "answer-clarification", "notice-open", Base::WithOrder, noticeAnswered,
        R"({"notice":"N1"})", "2026-09-26", "guard.notice-open.none"},
    {"Art 8(3): one that was received", "answer-clarification", "notice-open", Base::WithOrder, cannotExecute,
        R"({"notice":"N2"})", "2026-09-25", "guard.notice-open"},

    // Article 9(2): copies
    {"Art 9(2): to all other Coordinating Authorities", "send-copies", "copies-listed", Base::WithOrder, finalOrder, kToAll,
        "2026-10-06", ""},
    {"Art 9(2): whom it leaves out is named", "send-copies", "copies-listed", Base::WithOrder, finalOrder,
        R"({"sent_on":"2026-10-06","authorities":["DE"]})", "2026-10-06", "", "warning.copies-not-to-all"},
    {"Art 9(2): to all of them without naming each", "send-copies", "copies-listed", Base::WithOrder, finalOrder,
        R"({"sent_on":"2026-10-06","to_all_others":true})", "2026-10-06", ""},
    {"Art 9(2): in a sentence, as before", "send-copies", "copies-listed", Base::WithOrder, finalOrder,
        R"({"sent_on":"2026-10-06","recipients":"All of them"})", "2026-10-06", ""},
    {"Art 9(2): to somebody", "send-copies", "copies-listed", Base::WithOrder, finalOrder,
        R"({"sent_on":"2026-10-06"})", "2026-10-06", "guard.copies-listed.nobody"},
    {"Art 25: a Member State", "send-copies", "copies-listed", Base::WithOrder, finalOrder,
        R"({"sent_on":"2026-10-06","authorities":["ZZ"]})", "2026-10-06", "guard.copies-listed.unknown"},
    {"Art 9(2): each once", "send-copies", "copies-listed", Base::WithOrder, copiesToTwo,
        R"({"sent_on":"2026-10-07","authorities":["DE"]})", "2026-10-07", "guard.copies-listed"},
    {"Art 9(2): a list may be completed", "send-copies", "copies-not-yet-sent", Base::WithOrder, copiesToTwo,
        R"({"sent_on":"2026-10-07","authorities":["ES"]})", "2026-10-07", ""},
    {"Art 9(2): each confirms its copy", "record-copy-receipt", "copy-receipt-fits", Base::WithOrder, copiesToTwo,
        R"({"authority_served":"DE","received_on":"2026-10-07"})", "2026-10-07", ""},
    {"Art 9(2): once", "record-copy-receipt", "copy-receipt-fits", Base::WithOrder, copiesToTwo,
        R"({"authority_served":"FR","received_on":"2026-10-07"})", "2026-10-07", "guard.copy-receipt-fits"},
    {"Art 9(2): not before it was sent", "record-copy-receipt", "copy-receipt-fits", Base::WithOrder, copiesToTwo,
        R"({"authority_served":"DE","received_on":"2026-10-05"})", "2026-10-07", "guard.copy-receipt-fits.early"},
    {"Art 9(2): of copies that were sent", "record-copy-receipt", "copy-receipt-fits", Base::WithOrder, finalOrder,
        R"({"authority_served":"DE","received_on":"2026-10-07"})", "2026-10-07", "guard.copy-receipt-fits.none"},

    // Overlap and renewal: D-2025-0007 covers chats (known), D-2025-0011 the whole service (new), to 30 June 2027
    {"a file beside an order on some parts is opened with a word of warning", "open-detection", "no-overlap", Base::None,
        nothing, R"({"service":"S-0001","kind":"known"})", "2026-05-05", "", "warning.order-runs"},
    {"beside an order on the whole service it is not", "open-detection", "no-overlap", Base::None, nothing,
        R"({"service":"S-0002","kind":"new"})", "2026-05-05", "guard.no-overlap.open"},
    {"unless it renews that order", "open-detection", "no-overlap", Base::None, nothing,
        R"({"service":"S-0002","kind":"new","renews":"D-2025-0011"})", "2026-05-05", ""},
    {"or that order is over", "open-detection", "no-overlap", Base::None, nothing,
        R"({"service":"S-0002","kind":"new"})", "2027-07-01", ""},
    {"one order for one part and day", "send-draft", "no-overlap", Base::Detection, nothing,
        R"({"parts":["chats","groups"],"start":"2027-06-30","end":"2027-12-31"})", "2026-05-05", "guard.no-overlap"},
    {"another for other parts", "send-draft", "no-overlap", Base::Detection, nothing,
        R"({"parts":["groups"],"start":"2027-01-01","end":"2027-12-31"})", "2026-05-05", ""},
    {"or for the days after it", "submit-for-approval", "no-overlap", Base::Detection, nothing,
        R"({"parts":["chats"],"start":"2027-07-01","end":"2027-12-31"})", "2026-05-05", ""},
    {"what overlaps is not requested", "submit-for-approval", "no-overlap", Base::Detection, nothing,
        R"({"start":"2027-01-01","end":"2027-12-31"})", "2026-05-05", "guard.no-overlap"},
    {"the court is told and decides", "issue", "no-overlap", Base::BeforeTheCourt, nothing,
        R"({"parts":["chats"],"start":"2027-01-01","end":"2027-12-31"})", "2026-09-01", "", "warning.order-overlaps"},
    {"a renewal follows an order of its kind", "open-detection", "renewal-fits", Base::None, nothing,
        R"({"service":"S-0001","kind":"known","renews":"D-2025-0007"})", "2026-05-05", ""},
    {"not one of another kind", "open-detection", "renewal-fits", Base::None, nothing,
        R"({"service":"S-0001","kind":"solicitation","renews":"D-2025-0007"})", "2026-05-05", "guard.renewal-fits"},
    {"nor a file without an order", "open-detection", "renewal-fits", Base::None, nothing,
        R"({"service":"S-0001","kind":"known","renews":"D-2026-0008"})", "2026-05-05", "guard.renewal-fits"},
    {"Art 3(4)(a): an assessment is updated for an order on its service", "name-updated-order", "updates-order-fits",
        Base::Assessment, nothing, R"({"updates_order":"D-2025-0007"})", "2026-05-05", ""},
    {"Art 3(4)(a): not for a file without one", "name-updated-order", "updates-order-fits", Base::Assessment, nothing,
        R"({"updates_order":"D-2026-0008"})", "2026-05-05", "guard.updates-order-fits"},
};

// clang-format on

} // namespace

std::span<const GuardSentence> orderRows()
{
    return kRows;
}

} // namespace tutela::procedure

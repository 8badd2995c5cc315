#include "tests/unit/procedure/guard_rows.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

/// Asked on Friday 10 April 2026; one week ends on the 17th.
void askedForAWeek(CaseFile& file)
{
    file.requests.push_back({"R1", 11, day("2026-04-10"), length("P1W"), true, {}, {}, {}, {}});
}

void askedForTwoWeeks(CaseFile& file)
{
    askedForAWeek(file);
    file.requests.back().period = length("P2W");
}

void answeredInFull(CaseFile& file)
{
    askedForAWeek(file);
    file.requests.back().answeredOn = day("2026-04-15");
}

void answeredInPart(CaseFile& file)
{
    askedForAWeek(file);
    file.requests.back().partialAnswers.push_back({12, day("2026-04-15")});
}

void closedWithoutAnswer(CaseFile& file)
{
    askedForAWeek(file);
    file.requests.back().closedUnansweredOn = day("2026-04-20");
}

void extendedByAWeek(CaseFile& file)
{
    askedForAWeek(file);
    file.extensions.push_back(
        {12, "DL07/R1", day("2026-04-14"), day("2026-04-15"), length("P1W"), ExtensionDecision::Granted});
}

void refusedAWeek(CaseFile& file)
{
    extendedByAWeek(file);
    file.extensions.back().decision = ExtensionDecision::Refused;
}

void invitedForAWeek(CaseFile& file)
{
    file.hearings.push_back({"H1", 13, day("2026-04-10"), length("P1W"), {}, {}});
}

void invitedAndExtended(CaseFile& file)
{
    invitedForAWeek(file);
    file.extensions.push_back(
        {14, "HEAR/H1", day("2026-04-14"), day("2026-04-15"), length("P1W"), ExtensionDecision::Granted});
}

void measuresWithinTwoWeeks(CaseFile& file)
{
    file.determinations.push_back(
        {ServiceId("S-0001"), 14, Compliance::NotComplied, day("2026-04-10"), length("P2W")});
}

void demanded(CaseFile& file)
{
    file.requests.push_back({"R1", 24, day("2026-05-04"), length("P4W"), false, {}, {}, {}, {}});
}

/// Comments until 15 June 2026.
void draftSent(CaseFile& file)
{
    file.drafts.push_back({1, 22, {{"chats"}, day("2027-01-01"), day("2027-12-31")}, day("2026-06-01"),
        length("P2W"), day("2026-06-02")});
}

void commentsExtended(CaseFile& file)
{
    draftSent(file);
    file.extensions.push_back(
        {23, "DL10", day("2026-06-10"), day("2026-06-11"), length("P1W"), ExtensionDecision::Granted});
}

void planExtended(CaseFile& file)
{
    file.planDemand = PlanDemand{27, day("2026-07-01"), length("P2W")};
    file.extensions.push_back(
        {28, "DL12", day("2026-07-10"), day("2026-07-11"), length("P2W"), ExtensionDecision::Granted});
}

void cameLate(CaseFile& file)
{
    closedWithoutAnswer(file);
    file.lateAnswers.push_back({"L1", 15, "DL07/R1", day("2026-04-22")});
}

void cameLateAndConsidered(CaseFile& file)
{
    cameLate(file);
    file.lateAnswers.back().consideration = Consideration::Considered;
}

void oneOfTwoConsidered(CaseFile& file)
{
    cameLateAndConsidered(file);
    file.lateAnswers.push_back({"L2", 16, "DL07/R1", day("2026-04-23")});
}

/// Asked for on 22 June 2026: to be announced by 22 July.
void consulted(CaseFile& file)
{
    file.consultations.push_back({"C1", 25, day("2026-06-22"), {}, {}, {}, {}, {}, 0});
}

/// Applies for two years from 1 January 2027: notice before 1 December, report by 1 January 2028.
void longOrder(CaseFile& file)
{
    file.order->scope = {{"chats"}, day("2027-01-01"), day("2028-12-31")};
    file.order->receivedOn = day("2026-09-05");
}

void shortOrder(CaseFile& file)
{
    file.order->receivedOn = day("2026-09-05");
}

constexpr const char* kMoreForR1 =
    R"({"clock":"DL07/R1","requested_on":"2026-04-14","decision":"granted","by":"P1W"})";

// clang-format off
const GuardSentence kRows[] = {
    // Article 5(3): answers
    {"Art 5(3): an open request is answered", "record-answer", "request-unanswered", Base::Assessment, askedForAWeek,
        R"({"request":"R1"})", "2026-04-15", ""},
    {"Art 5(3): a partial answer leaves it open", "record-answer", "request-unanswered", Base::Assessment,
        answeredInPart, R"({"request":"R1"})", "2026-04-15", ""},
    {"Art 5(3): after the complete answer nothing is owed", "record-answer", "request-unanswered", Base::Assessment,
        answeredInFull, R"({"request":"R1"})", "2026-04-16", "guard.request-unanswered"},
    {"Art 41 of the Charter: what comes after the closing is kept", "record-answer", "request-unanswered",
        Base::Assessment, closedWithoutAnswer, R"({"request":"R1"})", "2026-04-28", ""},
    {"a request that was not made has no answer", "record-answer", "request-unanswered", Base::Assessment,
        askedForAWeek, R"({"request":"R2"})", "2026-04-15", "guard.request-unanswered"},
    {"Art 7(2): the same for a demand", "record-demanded-answer", "request-unanswered", Base::Detection, demanded,
        R"({"request":"R1"})", "2026-07-15", ""},
    {"Art 5(3): a request is closed after the period as extended", "close-request-unanswered", "request-period-over",
        Base::Assessment, extendedByAWeek, R"({"request":"R1"})", "2026-04-25", ""},
    {"Art 5(3): and not before", "close-request-unanswered", "request-period-over", Base::Assessment,
        extendedByAWeek, R"({"request":"R1"})", "2026-04-24", "guard.request-period-over"},
    {"a refused extension moves nothing", "close-request-unanswered", "request-period-over", Base::Assessment,
        refusedAWeek, R"({"request":"R1"})", "2026-04-18", ""},
    {"Art 30(2): the provider is heard within the period as extended", "determine", "heard-first", Base::Assessment,
        invitedAndExtended, R"({"service":"S-0001","outcome":"not-complied"})", "2026-04-24", "guard.heard-first"},
    {"Art 30(2): and then silence is its answer", "determine", "heard-first", Base::Assessment, invitedAndExtended,
        R"({"service":"S-0001","outcome":"not-complied"})", "2026-04-25", ""},
    {"Art 7(3)(c): comments are awaited within the period as extended", "re-send-draft", "comments-in-or-over",
        Base::Detection, commentsExtended, "{}", "2026-06-22", "guard.comments-in-or-over"},
    {"Art 7(3)(c): and no longer", "re-send-draft", "comments-in-or-over", Base::Detection, commentsExtended, "{}",
        "2026-06-23", ""},
    {"Art 7(3): so is the plan", "record-no-plan", "plan-period-over", Base::Detection, planExtended, "{}",
        "2026-07-29", "guard.plan-period-over"},
    {"Art 7(3): until then", "record-no-plan", "plan-period-over", Base::Detection, planExtended, "{}",
        "2026-07-30", ""},

    // Extensions of what the authority set
    {"Art 5(3): one week and one more are the two that the law allows", "decide-extension", "grant-fits",
        Base::Assessment, askedForAWeek, kMoreForR1, "2026-04-15", ""},
    {"Art 5(3): two weeks cannot be made longer", "decide-extension", "grant-fits", Base::Assessment,
        askedForTwoWeeks, R"({"clock":"DL07/R1","requested_on":"2026-04-14","decision":"granted","by":"P1D"})",
        "2026-04-15", "guard.grant-fits.cap"},
    {"Art 5(3): nor one week twice", "decide-extension", "grant-fits", Base::Assessment, extendedByAWeek,
        R"({"clock":"DL07/R1","requested_on":"2026-04-14","decision":"granted","by":"P1D"})", "2026-04-15",
        "guard.grant-fits.cap"},
    {"Art 5(3): a refused extension uses nothing up", "decide-extension", "grant-fits", Base::Assessment,
        refusedAWeek, kMoreForR1, "2026-04-16", ""},
    {"Art 5(3): what may not be granted may be refused", "decide-extension", "extension-fits", Base::Assessment,
        askedForTwoWeeks, R"({"clock":"DL07/R1","requested_on":"2026-04-14","decision":"refused","by":"P1D",
        "reason":"The law allows no more."})", "2026-04-15", ""},
    {"Art 41 of the Charter: with its reason", "decide-extension", "extension-fits", Base::Assessment,
        askedForTwoWeeks, R"({"clock":"DL07/R1","requested_on":"2026-04-14","decision":"refused","by":"P1D"})",
        "2026-04-15", "guard.extension-fits.reason"},
    {"Art 5(4): measures within one month in total", "decide-extension", "grant-fits", Base::Assessment,
        measuresWithinTwoWeeks,
        R"({"clock":"DL08/S-0001","requested_on":"2026-04-14","decision":"granted","by":"P2W"})", "2026-04-15", ""},
    {"Art 5(4): not in 31 days from 10 April", "decide-extension", "grant-fits", Base::Assessment,
        measuresWithinTwoWeeks,
        R"({"clock":"DL08/S-0001","requested_on":"2026-04-14","decision":"granted","by":"P17D"})", "2026-04-15",
        "guard.grant-fits.cap"},
    {"Art 30(2): a hearing has no longest period", "decide-extension", "grant-fits", Base::Assessment,
        invitedForAWeek, R"({"clock":"HEAR/H1","requested_on":"2026-04-14","decision":"granted","by":"P3M"})",
        "2026-04-15", ""},
    {"Art 7(2): nor has a demand", "decide-demand-extension", "grant-fits", Base::Detection, demanded,
        R"({"clock":"DL09/R1","requested_on":"2026-05-06","decision":"granted","by":"P4W"})", "2026-05-07", ""},
    {"Art 7(3)(c): nor have comments", "decide-demand-extension", "grant-fits", Base::Detection, draftSent,
        R"({"clock":"DL10","requested_on":"2026-06-10","decision":"granted","by":"P1M"})", "2026-06-11", ""},
    {"an extension after the end counts and shows", "decide-extension", "grant-fits", Base::Assessment,
        askedForAWeek, kMoreForR1, "2026-04-18", "", "warning.extension-after-end"},
    {"what was answered is not made longer", "decide-extension", "grant-fits", Base::Assessment, answeredInFull,
        kMoreForR1, "2026-04-16", "guard.grant-fits.ended"},
    {"nor what was closed", "decide-extension", "grant-fits", Base::Assessment, closedWithoutAnswer, kMoreForR1,
        "2026-04-21", "guard.grant-fits.ended"},
    {"the authority extends what it set itself", "decide-extension", "extension-fits", Base::Assessment,
        askedForAWeek, R"({"clock":"DL06","requested_on":"2026-04-14","decision":"granted","by":"P1W"})",
        "2026-04-15", "guard.extension-fits"},
    {"and not what does not run", "decide-extension", "extension-fits", Base::Assessment, askedForAWeek,
        R"({"clock":"DL07/R2","requested_on":"2026-04-14","decision":"granted","by":"P1W"})", "2026-04-15",
        "guard.extension-fits"},
    {"nobody asks for more before the period begins", "decide-extension", "extension-fits", Base::Assessment,
        askedForAWeek, R"({"clock":"DL07/R1","requested_on":"2026-04-09","decision":"granted","by":"P1W"})",
        "2026-04-15", "guard.extension-fits.early"},
    {"an extension by nothing is none", "decide-extension", "extension-fits", Base::Assessment, askedForAWeek,
        R"({"clock":"DL07/R1","requested_on":"2026-04-14","decision":"granted","by":"P0D"})", "2026-04-15",
        "guard.extension-fits.length"},
    {"days are not made longer by hours", "decide-extension", "grant-fits", Base::Assessment, askedForAWeek,
        R"({"clock":"DL07/R1","requested_on":"2026-04-14","decision":"granted","by":"PT24H"})", "2026-04-15",
        "guard.grant-fits.length"},
    {"nor beyond all counting", "decide-extension", "grant-fits", Base::Assessment, invitedForAWeek,
        R"({"clock":"HEAR/H1","requested_on":"2026-04-14","decision":"granted","by":"P999999Y"})", "2026-04-15",
        "guard.grant-fits.length"},

    // What came late
    {"the authority says what became of it", "treat-late-answer", "late-answer-open", Base::Assessment, cameLate,
        R"({"late":"L1"})", "2026-04-23", ""},
    {"once", "treat-late-answer", "late-answer-open", Base::Assessment, oneOfTwoConsidered, R"({"late":"L1"})",
        "2026-04-23", "guard.late-answer-open.treated"},
    {"of something that came late", "treat-late-answer", "late-answer-open", Base::Assessment, cameLate,
        R"({"late":"L2"})", "2026-04-23", "guard.late-answer-open"},
    {"and only while something waits", "treat-late-answer", "late-answer-open", Base::Assessment,
        cameLateAndConsidered, R"({"late":"L1"})", "2026-04-23", "guard.late-answer-open.none"},
    {"a determination on which a late answer waits is warned of, not refused", "determine", "late-answers-treated",
        Base::Assessment, cameLate, "{}", "2026-04-23", "", "warning.late-answer-undecided"},
    {"and not when it was considered", "determine", "late-answers-treated", Base::Assessment, cameLateAndConsidered,
        "{}", "2026-04-23", ""},

    // GDPR 36(2): recorded, flagged, never refused
    {"GDPR 36(2): announced within one month", "extend-consultation", "announcement-fits", Base::Detection, consulted,
        R"({"consultation":"C1","announced_on":"2026-07-22"})", "2026-08-01", ""},
    {"GDPR 36(2): a day later is recorded and flagged", "extend-consultation", "announcement-fits", Base::Detection,
        consulted, R"({"consultation":"C1","announced_on":"2026-07-23"})", "2026-08-01", "",
        "warning.extension-late"},
    {"GDPR 36(2): by six weeks", "extend-consultation", "announcement-fits", Base::Detection, consulted,
        R"({"consultation":"C1","announced_on":"2026-07-01","by":"P42D"})", "2026-08-01", ""},
    {"GDPR 36(2): a day more is recorded and flagged", "extend-consultation", "announcement-fits", Base::Detection,
        consulted, R"({"consultation":"C1","announced_on":"2026-07-01","by":"P43D"})", "2026-08-01", "",
        "warning.extension-too-long"},

    // Articles 9 and 10: the life of an order
    {"Art 10(4)(e): a notice follows the order", "record-start-notice", "after-order", Base::WithOrder, longOrder,
        R"({"received_on":"2026-09-01"})", "2026-12-01", ""},
    {"and does not precede it", "record-start-notice", "after-order", Base::WithOrder, longOrder,
        R"({"received_on":"2026-08-31"})", "2026-12-01", "guard.after-order"},
    {"Art 10(4)(e): one month before the start", "record-start-notice", "notice-in-time", Base::WithOrder, longOrder,
        R"({"received_on":"2026-11-30"})", "2026-12-05", ""},
    {"Art 10(4)(e): a later one is recorded as late", "record-start-notice", "notice-in-time", Base::WithOrder,
        longOrder, R"({"received_on":"2026-12-01"})", "2026-12-05", "", "warning.notice-late"},
    {"Art 9(3): halfway through 731 days", "record-halfway-report", "halfway-report-in-time", Base::WithOrder,
        longOrder, R"({"received_on":"2028-01-01"})", "2028-02-01", ""},
    {"Art 9(3): before the order applies there is nothing to report", "record-halfway-report",
        "halfway-report-in-time", Base::WithOrder, longOrder, R"({"received_on":"2026-12-30"})", "2026-12-31",
        "guard.halfway-report-in-time"},
    {"Art 9(3): a later one is recorded as late", "record-halfway-report", "halfway-report-in-time",
        Base::WithOrder, longOrder, R"({"received_on":"2028-01-02"})", "2028-02-01", "", "warning.halfway-late"},
    {"Art 9(3): twelve months need none, and one that comes is kept", "record-halfway-report",
        "halfway-report-in-time", Base::WithOrder, shortOrder, R"({"received_on":"2027-06-01"})", "2027-06-02", "",
        "warning.halfway-not-due"},
};

// clang-format on

} // namespace

std::span<const GuardSentence> periodRows()
{
    return kRows;
}

} // namespace tutela::procedure

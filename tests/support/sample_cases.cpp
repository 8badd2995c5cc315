#include "tests/support/sample_office.h"

namespace tutela::testing {

using namespace std::chrono_literals;
using interfaces::Card;
using interfaces::CaseView;
using interfaces::ClockView;

namespace {

Day day(std::string_view text)
{
    return *parseDay(text);
}

Instant at(std::string_view text)
{
    return *parseInstant(text);
}

std::string longText()
{
    return "The provider relies on user reports alone. Reports are read by a team of four during office "
           "hours; the time to "
           "the first decision was 61 hours in the median and 19 days in the worst tenth. Accounts of minors "
           "can be found "
           "by strangers through the “people nearby” list, which is on by default. "
           "A_word_without_any_space_that_is_long_"
           "enough_to_break_a_layout_that_does_not_wrap_at_characters_is_here_too.";
}

ClockView clock(std::string id, std::string law, std::string actor, ClockState state, std::optional<Day> end,
    std::optional<std::int64_t> daysLeft)
{
    ClockView made;
    made.id = std::move(id);
    made.law = std::move(law);
    made.actor = std::move(actor);
    made.state = state;
    made.end = end;
    made.daysLeft = daysLeft;
    made.steps = {
        {"Art 5(2)", {"The report was received on {day}.", {{"day", day("2026-12-14")}}}, "14 Dec 2026"},
        {"Reg. 1182/71 Art 3(1)", {"The day of the event is not counted; counting starts the day after.", {}},
            "15 Dec 2026"},
        {"Reg. 1182/71 Art 3(2)(c)", {"Three months end with the same date of the last month.", {}},
            "14 Mar 2027"},
        {"Reg. 1182/71 Art 3(4)", {"14 Mar 2027 is a Sunday; the period ends on the next working day.", {}},
            "15 Mar 2027"}};
    return made;
}

Card card(std::string tab, EntrySeq entry, std::string title, std::string by, std::string_view when)
{
    Card made;
    made.tab = std::move(tab);
    made.entry = entry;
    made.title = {std::move(title), {}};
    made.by = std::move(by);
    made.at = at(when);
    return made;
}

CaseView emptyCase(CaseId id)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
    return {.file = {.id = std::move(id)}};
#pragma GCC diagnostic pop
}

CaseView base(
    std::string id, CaseKind kind, Step step, std::string provider, std::vector<std::string> services)
{
    CaseView view = emptyCase(CaseId(std::move(id)));
    view.file.kind = kind;
    view.file.step = step;
    view.file.rulebook = "com-2022-209";
    view.file.provider = ProviderId("P-0001");
    for (std::size_t number = 0; number < services.size(); ++number)
        view.file.services.emplace_back("S-000" + std::to_string(number + 1));
    view.provider = std::move(provider);
    view.services = std::move(services);
    view.responsible = "Ada Fictive";
    view.waitingFor = WaitingFor::Authority;
    view.audiences = {"institution.authority"};
    view.history = {{11, 1, at("2026-12-14T10:12:00Z"), "Rufus Sample, Registrar", "receive-filing",
                        std::nullopt, Step::Received, false},
        {12, 2, at("2026-12-15T08:30:00Z"), "Ada Fictive, Coordinator", "take-under-review", Step::Received,
            Step::UnderReview, false}};
    view.file.streamSeq = 2;
    return view;
}

CaseView assessment()
{
    CaseView view = base("A-2027-0003", CaseKind::Assessment, Step::UnderReview, "Example Parley Ltd",
        {"Parley", "Parley Kids"});
    view.clocks = {
        clock("DL06", "Art 5(2)", "institution.authority", ClockState::Running, day("2027-03-15"), 12),
        clock("DL07/R1", "Art 5(3)", "waiting.provider", ClockState::Met, day("2027-01-29"), std::nullopt)};
    view.banner = {{"The report is under review.", {}},
        {"The Coordinating Authority makes its determination by 15 Mar 2027.", {}}, day("2027-03-15")};
    view.file.filings = {
        {11, day("2026-12-14"), DocumentId("DOC-000001"), 2, FilingKind::RiskReport, "risk-report-2022-209"}};
    view.file.requests = {
        {"R1", 13, day("2027-01-15"), {2, LengthUnit::Weeks}, true, {}, day("2027-01-27"), std::nullopt, 14}};
    Card request = card("information-requests", 13, "Information request R1", "Ada Fictive, Coordinator",
        "2027-01-15T09:00:00Z");
    request.status = Term{"answered in full"};
    request.fields = {
        {{"Question", {}},
            "How many accounts of minors were found by strangers in 2026, and how do you know?"},
        {{"Period", {}}, "2 weeks, until 29 Jan 2027"}};
    Card answer =
        card("information-requests", 14, "Answer to R1", "Rufus Sample, Registrar", "2027-01-27T15:20:00Z");
    answer.fields = {{{"Answer", {}}, longText()}};
    answer.documents = {
        {DocumentId("DOC-000002"), "answer-r1-signed.pdf", "application/pdf", 184'220, std::string(64, 'b')}};
    answer.recordedFromDocument = true;
    answer.confirmed = false;
    Card report = card("risk-report", 11, "Risk report", "Rufus Sample, Registrar", "2026-12-14T10:12:00Z");
    report.documents = {{DocumentId("DOC-000001"), "parley-risk-report.json", "application/json", 48'112,
        std::string(64, 'a')}};
    view.cards = {report, request, answer};
    return view;
}

CaseView investigation()
{
    CaseView view =
        base("D-2027-0001", CaseKind::Detection, Step::OutForComments, "Muster Hosting SE", {"Muster Box"});
    view.file.detectionKind = DetectionKind::Known;
    view.file.linkedCase = CaseId("A-2026-0019");
    view.waitingFor = WaitingFor::Provider;
    view.clocks = {
        clock("DL10", "Art 7(3)(b)", "waiting.provider", ClockState::Overdue, day("2027-03-01"), -2),
        clock(
            "DL11", "Art 7(3)(d)", "institution.eu-centre", ClockState::Stopped, std::nullopt, std::nullopt)};
    view.banner = {{"The draft is out for comments.", {}},
        {"The provider has not commented; its period ended on 1 Mar 2027.", {}}, std::nullopt};
    Card draft = card("draft-and-comments", 21, "Draft request, version 1", "Ada Fictive, Coordinator",
        "2027-02-01T09:00:00Z");
    draft.id = "V1";
    draft.fields = {{{"Covers", {}}, "1 Sep 2027 to 31 Aug 2029 · public-folders, shared-links"}};
    view.cards = {draft};
    view.file.drafts = {{1, 21, {{"public-folders"}, day("2027-09-01"), day("2029-08-31")}, day("2027-02-01"),
        Length{4, LengthUnit::Weeks}, std::nullopt}};
    return view;
}

CaseView beforeTheCourt()
{
    CaseView view = base("D-2026-0004", CaseKind::Detection, Step::BeforeTheCourt, "Placeholder Chat GmbH",
        {"Placeholder Chat"});
    view.file.detectionKind = DetectionKind::Solicitation;
    view.waitingFor = WaitingFor::Court;
    view.clocks = {clock("DL20", "Art 7(9)", "institution.court", ClockState::Running, day("2027-03-05"), 2),
        clock("DL21", "Art 7(3)", "institution.authority", ClockState::MetLate, day("2027-02-10"),
            std::nullopt)};
    view.banner = {{"The request is before the issuing authority.", {}},
        {"The judge decides in their own words.", {}}, std::nullopt};
    OrderRequest request{31, PersonId("U-0001"), {{"direct-messages"}, day("2027-06-01"), day("2028-05-31")},
        false, PersonId("U-0002"), 32, day("2027-02-12"), 33, std::string(64, 'c'), {31, 33}};
    view.file.request = request;
    view.file.drafts = {{2, 29, {{"direct-messages"}, day("2027-06-01"), day("2028-05-31")},
        day("2027-01-20"), std::nullopt, std::nullopt}};
    Card filed = card("request", 33, "Request to the issuing authority", "Hedda Muster, Head of authority",
        "2027-02-12T11:00:00Z");
    filed.fields = {
        {{"Statement of reasons", {}}, longText()}, {{"Requested", {}}, "1 Jun 2027 to 31 May 2028"}};
    filed.documents = {{DocumentId("DOC-000031"), "implementation-plan.pdf", "application/pdf", 912'004,
        std::string(64, 'd')}};
    Card opinion = card(
        "opinions", 30, "Opinion of the EU Centre", "Eudora Demo, EU Centre liaison", "2027-01-30T11:00:00Z");
    opinion.status = Term{"favourable in part"};
    opinion.fields = {{{"Point 1", {}}, "The measure should not reach groups of fewer than three adults."}};
    Card consultation = card(
        "prior-consultation", 28, "Prior consultation C1", "Dana Probe, DPA officer", "2027-01-10T11:00:00Z");
    consultation.fields = {{{"Outcome", {}}, "Advice given on 8 Jan 2027"}};
    view.cards = {consultation, opinion, filed};
    view.file.filings = {{27, day("2027-01-08"), DocumentId("DOC-000031"), 2, FilingKind::ImplementationPlan,
        "implementation-plan-2022-209"}};
    view.access = {{filed.documents.front(), {"Implementation plan", {}},
        {{Party::Provider, DisclosureState::OwnDocument, std::nullopt, {}},
            {Party::OtherParty, DisclosureState::Withheld, day("2027-01-20"), "Business secrets."}}}};
    return view;
}

CaseView order()
{
    CaseView view =
        base("D-2026-0001", CaseKind::Detection, Step::OrderIssued, "Example Parley Ltd", {"Parley"});
    view.file.detectionKind = DetectionKind::New;
    view.waitingFor = WaitingFor::Nobody;
    view.clocks = {
        clock("DL06", "Art 5(2)", "institution.authority", ClockState::Unconfirmed, day("2031-03-15"), 1473)};
    view.clocks.front().confirmed = false;
    view.banner = {{"The order applies.", {}}, {"It ends on 31 Dec 2027.", {}}, day("2027-12-31")};
    DetectionOrder issued{41, PersonId("U-0005"), CourtDecision::Issued, day("2026-09-20"),
        {{"public-posts"}, day("2027-01-01"), day("2027-12-31")}, day("2026-09-22"),
        at("2026-09-23T10:00:00Z"), day("2026-09-23"), day("2026-10-26"), day("2026-09-25")};
    view.file.order = issued;
    Card decision = card("decision", 41, "Decision", "Justin Example, Judge", "2026-09-20T10:00:00Z");
    decision.status = Term{"issued"};
    decision.fields = {{{"Reasons of the court", {}}, longText()}};
    view.cards = {decision};
    return view;
}

} // namespace

std::vector<CaseView> sampleCases()
{
    CaseView fresh = base("A-2027-0007", CaseKind::Assessment, Step::Received,
        "Straße & Söhne Παράδειγμα Пример UAB", {"Šaltinis"});
    fresh.banner = {{"A report was received.", {}}, {"Take it under review.", {}}, std::nullopt};
    fresh.clocks = {
        clock("DL06", "Art 5(2)", "institution.authority", ClockState::Running, day("2027-06-02"), 91)};
    fresh.responsible.clear();
    return {investigation(), beforeTheCourt(), assessment(), fresh, order()};
}

} // namespace tutela::testing

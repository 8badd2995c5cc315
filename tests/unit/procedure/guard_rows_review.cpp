#include "tests/unit/procedure/guard_rows.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

void asItIs(CaseFile&) { }

void establishedInArcadia(CaseFile& file)
{
    file.providerState = "XA";
}

/// Determined on Friday 10 April 2026 with one month to put things right, until Monday 11 May.
void determinedAgainst(CaseFile& file)
{
    file.step = Step::DeterminationMade;
    file.determinations.push_back(
        {ServiceId("S-0001"), 20, Compliance::NotComplied, day("2026-04-10"), length("P1M")});
    file.determinations.push_back({ServiceId("S-0002"), 21, Compliance::Complied, day("2026-04-10"), {}});
}

void answeredByAnotherReport(CaseFile& file)
{
    determinedAgainst(file);
    file.filings.push_back({30, day("2026-05-04"), DocumentId("DOC-000030"), 0, FilingKind::RiskReport});
}

void heardAgain(CaseFile& file)
{
    answeredByAnotherReport(file);
    file.hearings.push_back({"H1", 31, day("2026-05-05"), length("P1W"), day("2026-05-08"), EntrySeq{32}});
}

void heardOnlyBefore(CaseFile& file)
{
    answeredByAnotherReport(file);
    file.hearings.push_back({"H1", 15, day("2026-04-01"), length("P1W"), day("2026-04-07"), EntrySeq{16}});
}

void heardOnce(CaseFile& file)
{
    file.hearings.push_back({"H1", 15, day("2026-04-01"), length("P1W"), day("2026-04-07"), EntrySeq{16}});
}

void foundInsufficient(CaseFile& file)
{
    file.verdicts.push_back(
        {17, ServiceId("S-0001"), ReviewSubject::FactorB, 0, ReviewVerdict::Insufficient});
}

void foundSufficientLater(CaseFile& file)
{
    foundInsufficient(file);
    file.verdicts.push_back({18, ServiceId("S-0001"), ReviewSubject::FactorB, 0, ReviewVerdict::Sufficient});
}

void withADocument(CaseFile& file)
{
    file.documents.push_back({DocumentId("DOC-000009"), 12, true});
}

void claimed(CaseFile& file)
{
    withADocument(file);
    file.claims.push_back({"F1", 40, DocumentId("DOC-000009"), 2});
}

void claimDecided(CaseFile& file)
{
    claimed(file);
    file.claims.back().decision = 41;
    file.claims.back().accepted = {1};
}

void claimRejected(CaseFile& file)
{
    claimed(file);
    file.claims.back().decision = 41;
}

void inQuarantine(CaseFile& file)
{
    withADocument(file);
    file.quarantined.push_back({50, DocumentId("DOC-000009")});
}

void destructionProposed(CaseFile& file)
{
    inQuarantine(file);
    file.quarantined.back().proposed = 51;
    file.quarantined.back().proposedBy = PersonId("U-0002");
}

void destructionProposedByOneself(CaseFile& file)
{
    destructionProposed(file);
    file.quarantined.back().proposedBy = PersonId("U-0001");
}

void destroyed(CaseFile& file)
{
    destructionProposed(file);
    file.quarantined.back().destroyed = 52;
}

InformationRequest opinionAskedOf(AskedBody body)
{
    InformationRequest request{"R1", 60, day("2026-05-04"), length("P4W"), false, {}, {}, {}, {}};
    request.of = body;
    request.seeks = Sought::Opinion;
    return request;
}

void dpaAskedForOpinion(CaseFile& file)
{
    file.requests.push_back(opinionAskedOf(AskedBody::DataProtectionAuthority));
}

void centreAskedForOpinion(CaseFile& file)
{
    file.requests.push_back(opinionAskedOf(AskedBody::EuCentre));
}

void opinionGiven(CaseFile& file)
{
    dpaAskedForOpinion(file);
    file.requests.back().answeredOn = day("2026-05-20");
}

void informationAsked(CaseFile& file)
{
    dpaAskedForOpinion(file);
    file.requests.back().seeks = Sought::Information;
}

constexpr const char* kAgainst = R"({"service":"S-0001","outcome":"not-complied"})";

// clang-format off: a row is a sentence, its file, its data, its day and what is said.

const GuardSentence kRows[] = {
    // Art 5(4): determined, redone, determined again
    {"Art 5(4): what was answered by another report is determined again", "determine", "service-undetermined",
        Base::Assessment, answeredByAnotherReport, R"({"service":"S-0001"})", "2026-05-05", ""},
    {"Art 5(4): and what was not answered when its month is over", "determine", "service-undetermined",
        Base::Assessment, determinedAgainst, R"({"service":"S-0001"})", "2026-05-12", ""},
    {"Art 5(4): not before", "determine", "service-undetermined", Base::Assessment, determinedAgainst,
        R"({"service":"S-0001"})", "2026-05-11", "guard.service-undetermined.done"},
    {"Art 5(2): nor what complied", "determine", "service-undetermined", Base::Assessment,
        answeredByAnotherReport, R"({"service":"S-0002"})", "2026-05-05", "guard.service-undetermined.done"},
    {"Art 41 of the Charter: it is heard again", "determine", "heard-first", Base::Assessment, heardAgain,
        kAgainst, "2026-05-11", ""},
    {"Art 41 of the Charter: what it said before the first determination is not enough", "determine",
        "heard-first", Base::Assessment, heardOnlyBefore, kAgainst, "2026-05-11", "guard.heard-first"},
    {"Art 30(2): a hearing on a second determination", "invite-to-hearing", "hearing-due", Base::Assessment,
        answeredByAnotherReport, "{}", "2026-05-05", ""},
    {"and none while nothing is to be determined", "invite-to-hearing", "hearing-due", Base::Assessment,
        determinedAgainst, "{}", "2026-05-05", "guard.hearing-due"},

    // Art 5(2): a verdict on each factor and measure
    {"Art 5(2): on a service of the file", "record-verdict", "service-of-case", Base::Assessment, asItIs,
        R"({"service":"S-0002"})", "2026-04-10", ""},
    {"and of no other", "record-verdict", "service-of-case", Base::Assessment, asItIs,
        R"({"service":"S-0099"})", "2026-04-10", "guard.service-of-case"},
    {"Art 3(2): on a factor", "record-verdict", "verdict-fits", Base::Assessment, asItIs,
        R"({"review_subject":"factor-e"})", "2026-04-10", ""},
    {"Art 4(1): on a measure by its number", "record-verdict", "verdict-fits", Base::Assessment, asItIs,
        R"({"review_subject":"measure","measure_number":2})", "2026-04-10", ""},
    {"which must be there", "record-verdict", "verdict-fits", Base::Assessment, asItIs,
        R"({"review_subject":"measure"})", "2026-04-10", "guard.verdict-fits.measure"},
    {"and only there", "record-verdict", "verdict-fits", Base::Assessment, asItIs,
        R"({"review_subject":"factor-a","measure_number":2})", "2026-04-10", "guard.verdict-fits.no-measure"},
    {"Art 5(2): a determination departs from a verdict knowingly", "determine", "verdicts-agree",
        Base::Assessment, foundInsufficient, R"({"service":"S-0001","outcome":"complied"})", "2026-04-10", "",
        "warning.verdicts-against"},
    {"the last verdict counts", "determine", "verdicts-agree", Base::Assessment, foundSufficientLater,
        R"({"service":"S-0001","outcome":"complied"})", "2026-04-10", ""},
    {"also where no verdict is against it", "determine", "verdicts-agree", Base::Assessment,
        foundSufficientLater, kAgainst, "2026-04-10", "", "warning.no-verdict-against"},
    {"verdicts on another service say nothing", "determine", "verdicts-agree", Base::Assessment,
        foundInsufficient, R"({"service":"S-0002","outcome":"complied"})", "2026-04-10", ""},

    // Art 3(4)(b): an update before its time
    {"Art 3(4)(b): the provider was heard", "require-early-update", "heard-before", Base::Assessment,
        heardOnce, "{}", "2026-04-10", ""},
    {"Art 3(4)(b): and not before", "require-early-update", "heard-before", Base::Assessment, asItIs, "{}",
        "2026-04-10", "guard.heard-before"},

    // Art 7(2): whom the authority asks
    {"Art 7(2): the provider needs no name", "demand-information", "body-named", Base::Detection, asItIs,
        R"({"asked_body":"provider"})", "2026-05-04", ""},
    {"Art 7(2): experts and entities", "demand-information", "body-named", Base::Detection, asItIs,
        R"({"asked_body":"expert","asked_name":"Invented Institute"})", "2026-05-04", ""},
    {"are named", "demand-information", "body-named", Base::Detection, asItIs, R"({"asked_body":"expert"})",
        "2026-05-04", "guard.body-named"},
    {"Art 7(2): the data-protection authority gives the opinion it was asked for", "give-requested-opinion",
        "opinion-requested", Base::Detection, dpaAskedForOpinion, R"({"request":"R1"})", "2026-05-20", "", "",
        Role::DpaOfficer},
    {"and no other's", "give-requested-opinion", "opinion-requested", Base::Detection, centreAskedForOpinion,
        R"({"request":"R1"})", "2026-05-20", "guard.opinion-requested.other", "", Role::DpaOfficer},
    {"once", "give-requested-opinion", "opinion-requested", Base::Detection, opinionGiven,
        R"({"request":"R1"})", "2026-05-20", "guard.opinion-requested", "", Role::DpaOfficer},
    {"information is recorded as an answer", "give-requested-opinion", "opinion-requested", Base::Detection,
        informationAsked, R"({"request":"R1"})", "2026-05-20", "guard.opinion-requested", "",
        Role::DpaOfficer},

    // Confidentiality
    {"a claim is about a document of the file", "record-confidentiality-claim", "claim-fits",
        Base::Assessment, withADocument, R"({"document":"DOC-000009"})", "2026-04-10", ""},
    {"and no other", "record-confidentiality-claim", "claim-fits", Base::Assessment, asItIs,
        R"({"document":"DOC-000777"})", "2026-04-10", "guard.claim-fits"},
    {"it is decided passage by passage", "decide-confidentiality", "claim-open", Base::Assessment, claimed,
        R"({"claim":40,"accepted_passages":["2"]})", "2026-04-10", ""},
    {"of those it names", "decide-confidentiality", "claim-open", Base::Assessment, claimed,
        R"({"claim":40,"accepted_passages":["3"]})", "2026-04-10", "guard.claim-open.passage"},
    {"once", "decide-confidentiality", "claim-open", Base::Assessment, claimDecided, R"({"claim":40})",
        "2026-04-10", "guard.claim-open.none"},
    {"and no other entry is one", "decide-confidentiality", "claim-open", Base::Assessment, claimed,
        R"({"claim":41})", "2026-04-10", "guard.claim-open"},
    {"what is claimed and undecided is not shown in full to another party", "set-report-disclosure",
        "disclosure-fits", Base::Assessment, claimed,
        R"({"document":"DOC-000009","party":"other-party","disclosure":"disclosed"})", "2026-04-10",
        "guard.disclosure-fits.claim-open"},
    {"nor what was found confidential in part", "set-report-disclosure", "disclosure-fits", Base::Assessment,
        claimDecided, R"({"document":"DOC-000009","party":"other-party","disclosure":"disclosed"})",
        "2026-04-10", "guard.disclosure-fits.claim-accepted"},
    {"a claim that was rejected keeps nothing back", "set-report-disclosure", "disclosure-fits",
        Base::Assessment, claimRejected,
        R"({"document":"DOC-000009","party":"other-party","disclosure":"disclosed"})", "2026-04-10", ""},

    // Quarantine
    {"a document of the file goes into quarantine", "quarantine-document", "document-to-quarantine",
        Base::Assessment, withADocument, R"({"document":"DOC-000009"})", "2026-04-10", ""},
    {"once", "quarantine-document", "document-to-quarantine", Base::Assessment, inQuarantine,
        R"({"document":"DOC-000009"})", "2026-04-10", "guard.document-to-quarantine"},
    {"and no other", "quarantine-document", "document-to-quarantine", Base::Assessment, asItIs,
        R"({"document":"DOC-000009"})", "2026-04-10", "guard.document-to-quarantine.unknown"},
    {"destruction is offered while something is in quarantine", "propose-destruction", "destruction-due",
        Base::Assessment, inQuarantine, "{}", "2026-04-10", ""},
    {"and not before", "propose-destruction", "destruction-due", Base::Assessment, withADocument, "{}",
        "2026-04-10", "guard.destruction-due"},
    {"nor its confirmation before a proposal", "confirm-destruction", "destruction-due", Base::Assessment,
        inQuarantine, "{}", "2026-04-10", "guard.destruction-due.not-proposed"},
    {"after it", "confirm-destruction", "destruction-due", Base::Assessment, destructionProposed, "{}",
        "2026-04-10", ""},
    {"what is in quarantine may be destroyed", "propose-destruction", "destruction-fits", Base::Assessment,
        inQuarantine, R"({"document":"DOC-000009"})", "2026-04-10", ""},
    {"and nothing else", "propose-destruction", "destruction-fits", Base::Assessment, withADocument,
        R"({"document":"DOC-000009"})", "2026-04-10", "guard.destruction-fits"},
    {"on one proposal", "propose-destruction", "destruction-fits", Base::Assessment, destructionProposed,
        R"({"document":"DOC-000009"})", "2026-04-10", "guard.destruction-fits.proposed"},
    {"that a second person confirms", "confirm-destruction", "destruction-fits", Base::Assessment,
        destructionProposed, R"({"document":"DOC-000009"})", "2026-04-10", ""},
    {"and not the first", "confirm-destruction", "destruction-fits", Base::Assessment,
        destructionProposedByOneself, R"({"document":"DOC-000009"})", "2026-04-10",
        "guard.destruction-fits.same-person"},
    {"nobody confirms what nobody proposed", "confirm-destruction", "destruction-fits", Base::Assessment,
        inQuarantine, R"({"document":"DOC-000009"})", "2026-04-10", "guard.destruction-fits.not-proposed"},
    {"it is destroyed once", "confirm-destruction", "destruction-fits", Base::Assessment, destroyed,
        R"({"document":"DOC-000009"})", "2026-04-10", "guard.destruction-fits"},

    // Art 33
    {"Art 33: a provider with an establishment is under its Member State", "inform-other-states",
        "establishment-missing", Base::Assessment, establishedInArcadia, "{}", "2026-04-10", "",
        "warning.states-informed-despite-establishment"},
    {"Art 33: one without establishment and representative is under all", "inform-other-states",
        "establishment-missing", Base::Assessment, asItIs, "{}", "2026-04-10", ""},
};

// clang-format on

} // namespace

std::span<const GuardSentence> reviewRows()
{
    return kRows;
}

} // namespace tutela::procedure

#include "tests/unit/procedure/guard_rows.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

void nothing(CaseFile&) { }

/// Presiding U-0007, rapporteur U-0001, who signs.
void benchOfTwo(CaseFile& file)
{
    Bench bench;
    bench.entry = 34;
    bench.presiding = PersonId("U-0007");
    bench.rapporteur = PersonId("U-0001");
    bench.judges = {PersonId("U-0007"), PersonId("U-0001")};
    bench.signs = Signatory::Rapporteur;
    file.benches.push_back(bench);
    file.participants.clear();
}

void allDeclared(CaseFile& file)
{
    benchOfTwo(file);
    for (const PersonId& judge : file.benches.back().judges)
        file.declarations.push_back({judge, 35, false});
}

void presidingSigns(CaseFile& file)
{
    allDeclared(file);
    file.benches.back().signs = Signatory::Presiding;
}

/// All sign; U-0007 drafted, U-0001 has not agreed.
void allSign(CaseFile& file)
{
    allDeclared(file);
    file.benches.back().signs = Signatory::EveryMember;
}

void circulated(CaseFile& file)
{
    allSign(file);
    DecisionDraft draft{37, 1, CourtDecision::Issued, file.request->scope, 1, {PersonId("U-0007")}};
    file.decisionDrafts.push_back(draft);
}

void circulatedByMe(CaseFile& file)
{
    circulated(file);
    file.decisionDrafts.back().agreed = {PersonId("U-0001")};
}

void agreedByAll(CaseFile& file)
{
    circulated(file);
    file.decisionDrafts.back().agreed.push_back(PersonId("U-0001"));
}

void agreedOnOtherRequest(CaseFile& file)
{
    agreedByAll(file);
    file.decisionDrafts.back().requestVersion = 9;
}

void oneSteppedAside(CaseFile& file)
{
    allDeclared(file);
    file.declarations.push_back({PersonId("U-0007"), 36, true});
}

void benchOfOthers(CaseFile& file)
{
    benchOfTwo(file);
    file.benches.back().judges = {PersonId("U-0007"), PersonId("U-0008")};
}

void withClerk(CaseFile& file)
{
    benchOfOthers(file);
    file.benches.back().clerk = PersonId("U-0010");
}

void judgeWasCoordinator(CaseFile& file)
{
    file.participants = {{PersonId("U-0007"), Role::Coordinator, "record-evidence"}};
}

void forNewMaterial(CaseFile& file)
{
    file.detectionKind = DetectionKind::New;
}

/// Amended by U-0001 on 20 August 2026, with two weeks for the provider's comments.
void amended(CaseFile& file)
{
    OrderRequest request{50, PersonId("U-0001"), file.request->scope};
    request.version = 2;
    request.submittedOn = day("2026-08-20");
    request.commentsPeriod = length("P2W");
    file.amendment = request;
}

void amendedByAnother(CaseFile& file)
{
    amended(file);
    file.amendment->drafter = PersonId("U-0002");
}

void amendmentApproved(CaseFile& file)
{
    amended(file);
    file.amendment->approvedBy = PersonId("U-0003");
}

void amendmentAnswered(CaseFile& file)
{
    amended(file);
    file.comments.push_back({51, 1, day("2026-08-24")});
}

void answeredBeforeAmendment(CaseFile& file)
{
    amended(file);
    file.comments.push_back({23, 1, day("2026-06-10")});
}

constexpr const char* kWhole =
    R"({"parts":["chats","groups"],"start":"2027-01-01","end":"2027-12-31","addressee":"main-establishment"})";
constexpr const char* kLess =
    R"({"parts":["chats"],"start":"2027-01-01","end":"2027-12-31","addressee":"main-establishment"})";

// clang-format off
const GuardSentence kCourtRows[] = {
    // Art 7(1): allocation
    {"a judge of the court presides", "allocate", "bench-fits", Base::BeforeTheCourt, nothing,
        R"({"presiding":"U-0007","members":["U-0008"],"clerk":"U-0010"})", "2026-09-01", ""},
    {"nobody else does", "allocate", "bench-fits", Base::BeforeTheCourt, nothing,
        R"({"presiding":"U-0404"})", "2026-09-01", "guard.bench-fits.no-judge"},
    {"every member is a judge of the court", "allocate", "bench-fits", Base::BeforeTheCourt, nothing,
        R"({"presiding":"U-0007","members":["U-0010"]})", "2026-09-01", "guard.bench-fits.no-judge"},
    {"the clerk is a clerk of the court", "allocate", "bench-fits", Base::BeforeTheCourt, nothing,
        R"({"presiding":"U-0007","clerk":"U-0008"})", "2026-09-01", "guard.bench-fits.no-clerk"},
    {"who prepared the request does not judge it", "allocate", "bench-fits", Base::BeforeTheCourt, judgeWasCoordinator,
        R"({"presiding":"U-0007"})", "2026-09-01", "guard.bench-fits.took-part"},
    {"a rapporteur who signs is named", "allocate", "bench-fits", Base::BeforeTheCourt, nothing,
        R"({"presiding":"U-0007","signs":"rapporteur"})", "2026-09-01", "guard.bench-fits.no-rapporteur"},
    {"and then signs", "allocate", "bench-fits", Base::BeforeTheCourt, nothing,
        R"({"presiding":"U-0007","rapporteur":"U-0008","signs":"rapporteur"})", "2026-09-01", ""},
    {"a file is allocated again for a reason only", "allocate", "bench-fits", Base::BeforeTheCourt, benchOfOthers,
        R"({"presiding":"U-0008"})", "2026-09-01", "guard.bench-fits.reason"},
    {"with one it may be", "allocate", "bench-fits", Base::BeforeTheCourt, benchOfOthers,
        R"({"presiding":"U-0008","reason":"Illness."})", "2026-09-01", ""},
    {"who stepped aside does not come back", "allocate", "bench-fits", Base::BeforeTheCourt, oneSteppedAside,
        R"({"presiding":"U-0007","reason":"x"})", "2026-09-01", "guard.bench-fits.stepped-aside"},

    // Art 7(1): who may work on the file
    {"without an allocation any judge of the court may", "issue", "on-the-bench", Base::BeforeTheCourt, nothing, "{}",
        "2026-09-01", "", "", Role::Judge},
    {"a member of the bench may", "issue", "on-the-bench", Base::BeforeTheCourt, benchOfTwo, "{}", "2026-09-01", "", "",
        Role::Judge},
    {"another judge may not", "issue", "on-the-bench", Base::BeforeTheCourt, benchOfOthers, "{}", "2026-09-01",
        "guard.on-the-bench", "", Role::Judge},
    {"nor declare and read", "declare-no-conflict", "on-the-bench", Base::BeforeTheCourt, benchOfOthers, "{}",
        "2026-09-01", "guard.on-the-bench", "", Role::Judge},
    {"any clerk notes where none was named", "add-court-note", "on-the-bench", Base::BeforeTheCourt, benchOfOthers, "{}",
        "2026-09-01", "", "", Role::CourtClerk},
    {"where one was, that one alone", "add-court-note", "on-the-bench", Base::BeforeTheCourt, withClerk, "{}",
        "2026-09-01", "guard.on-the-bench", "", Role::CourtClerk},

    {"the bench decides when all have declared", "refuse", "bench-declared", Base::BeforeTheCourt, allDeclared, "{}",
        "2026-09-01", "", "", Role::Judge},
    {"not before", "refuse", "bench-declared", Base::BeforeTheCourt, benchOfTwo, "{}", "2026-09-01",
        "guard.bench-declared guard.bench-declared", "", Role::Judge},
    {"not while one who stepped aside is not replaced", "issue", "bench-declared", Base::BeforeTheCourt, oneSteppedAside,
        "{}", "2026-09-01", "guard.bench-declared.replace", "", Role::Judge},
    {"a judge alone needs no bench", "issue", "bench-declared", Base::BeforeTheCourt, nothing, "{}", "2026-09-01", "", "",
        Role::Judge},

    {"the judge who is to sign decides", "issue", "signatory-fits", Base::BeforeTheCourt, allDeclared, "{}",
        "2026-09-01", "", "", Role::Judge},
    {"another member does not", "issue", "signatory-fits", Base::BeforeTheCourt, presidingSigns, "{}", "2026-09-01",
        "guard.signatory-fits", "", Role::Judge},

    {"a draft of an order has its days", "circulate-decision", "draft-decision-fits", Base::BeforeTheCourt, allSign,
        R"({"decides":"issued","start":"2027-01-01"})", "2026-09-01", "guard.draft-decision-fits", "", Role::Judge},
    {"one of a refusal has none", "circulate-decision", "draft-decision-fits", Base::BeforeTheCourt, allSign,
        R"({"decides":"refused"})", "2026-09-01", "", "", Role::Judge},
    {"a member agrees to the last draft", "concur", "concurs-with-last", Base::BeforeTheCourt, circulated,
        R"({"draft_version":1})", "2026-09-01", "", "", Role::Judge},
    {"not to another", "concur", "concurs-with-last", Base::BeforeTheCourt, circulated, R"({"draft_version":2})",
        "2026-09-01", "guard.concurs-with-last", "", Role::Judge},
    {"not twice", "concur", "concurs-with-last", Base::BeforeTheCourt, circulatedByMe, R"({"draft_version":1})",
        "2026-09-01", "guard.concurs-with-last.already", "", Role::Judge},
    {"not to nothing", "concur", "concurs-with-last", Base::BeforeTheCourt, allSign, R"({"draft_version":1})",
        "2026-09-01", "guard.concurs-with-last.none", "", Role::Judge},
    {"where every member signs, a draft comes first", "issue", "members-concur", Base::BeforeTheCourt, allSign, kWhole,
        "2026-09-01", "guard.members-concur.draft", "", Role::Judge},
    {"all agree to it", "issue", "members-concur", Base::BeforeTheCourt, circulatedByMe, kWhole, "2026-09-01",
        "guard.members-concur", "", Role::Judge},
    {"and then it is signed", "issue", "members-concur", Base::BeforeTheCourt, agreedByAll, kWhole, "2026-09-01", "", "",
        Role::Judge},
    {"not with another scope", "issue", "members-concur", Base::BeforeTheCourt, agreedByAll, kLess, "2026-09-01",
        "guard.members-concur.other", "", Role::Judge},
    {"not as another decision", "refuse", "members-concur", Base::BeforeTheCourt, agreedByAll, "{}", "2026-09-01",
        "guard.members-concur.other", "", Role::Judge},
    {"not on another version of the request", "issue", "members-concur", Base::BeforeTheCourt, agreedOnOtherRequest,
        kWhole, "2026-09-01", "guard.members-concur.other", "", Role::Judge},
    {"where the presiding judge signs nobody is asked", "issue", "members-concur", Base::BeforeTheCourt, presidingSigns,
        kWhole, "2026-09-01", "", "", Role::Judge},

    // Art 7(4), 8(1)(g): the court's own text on each condition
    {"an order deals with each condition", "issue", "conditions-reasoned", Base::BeforeTheCourt, nothing,
        R"({"court_evidence":"x","court_for":"x","court_against":"x"})", "2026-09-01", ""},
    {"and leaves none out", "issue", "conditions-reasoned", Base::BeforeTheCourt, nothing,
        R"({"court_for":"x","court_against":"x"})", "2026-09-01", "guard.conditions-reasoned"},
    {"Art 7(6): for new material one more", "issue-in-part", "conditions-reasoned", Base::BeforeTheCourt, forNewMaterial,
        R"({"court_evidence":"x","court_for":"x","court_against":"x"})", "2026-09-01", "guard.conditions-reasoned"},
    {"Art 7(6): which it then has", "issue-in-part", "conditions-reasoned", Base::BeforeTheCourt, forNewMaterial,
        R"({"court_evidence":"x","court_kind_condition":"x","court_for":"x","court_against":"x"})", "2026-09-01", ""},
    {"for a refusal one condition that fails is enough", "refuse", "conditions-reasoned", Base::BeforeTheCourt, nothing,
        R"({"court_for":"x","court_against":"x"})", "2026-09-01", "", "warning.condition-not-reasoned"},
    {"a decision on paper is recorded as it is", "issue", "conditions-reasoned", Base::BeforeTheCourt, nothing,
        R"({"court_for":"x","court_against":"x","recorded_from":{}})", "2026-09-01", "",
        "warning.condition-not-reasoned"},

    {"what was requested is issued", "issue", "part-fits", Base::BeforeTheCourt, nothing, kWhole, "2026-09-01", ""},
    {"less is issued with a word of warning", "issue", "part-fits", Base::BeforeTheCourt, nothing, kLess, "2026-09-01",
        "", "warning.less-than-requested"},
    {"or in part", "issue-in-part", "part-fits", Base::BeforeTheCourt, nothing, kLess, "2026-09-01", ""},
    {"the whole is not a part", "issue-in-part", "part-fits", Base::BeforeTheCourt, nothing, kWhole, "2026-09-01",
        "guard.part-fits"},

    // A new file after a refusal
    {"nothing was refused for known material", "open-detection", "new-facts-after-refusal", Base::None, nothing,
        R"({"provider":"P-0001","service":"S-0001","kind":"known"})", "2026-09-01", ""},
    {"what was refused for new material needs new facts", "open-detection", "new-facts-after-refusal", Base::None,
        nothing, R"({"provider":"P-0001","service":"S-0001","kind":"new"})", "2026-09-01",
        "guard.new-facts-after-refusal"},
    {"with them it may be opened", "open-detection", "new-facts-after-refusal", Base::None, nothing,
        R"({"provider":"P-0001","service":"S-0001","kind":"new","new_facts":"Three reports since."})", "2026-09-01", ""},

    // The authority amends its request
    {"one amendment at a time", "amend-request", "no-amendment", Base::BeforeTheCourt, amended, "{}", "2026-09-01",
        "guard.no-amendment"},
    {"the first may begin", "amend-request", "no-amendment", Base::BeforeTheCourt, nothing, "{}", "2026-09-01", ""},
    {"nobody decides on a version that is given up", "issue", "no-amendment", Base::BeforeTheCourt, amended, "{}",
        "2026-09-01", "guard.no-amendment", "", Role::Judge},
    {"nor refuses it", "refuse", "no-amendment", Base::BeforeTheCourt, amended, "{}", "2026-09-01", "guard.no-amendment",
        "", Role::Judge},
    {"what the court decided on paper is recorded", "issue", "no-amendment", Base::BeforeTheCourt, amended,
        R"({"recorded_from":{}})", "2026-09-01", "", "warning.decided-during-amendment"},
    {"an amendment is approved", "approve-amendment", "amendment-open", Base::BeforeTheCourt, amended, "{}",
        "2026-09-01", ""},
    {"where there is one", "approve-amendment", "amendment-open", Base::BeforeTheCourt, nothing, "{}", "2026-09-01",
        "guard.amendment-open"},
    {"four eyes: by another than its drafter", "approve-amendment", "not-the-drafter", Base::BeforeTheCourt, amended,
        "{}", "2026-09-01", "guard.not-the-drafter", "", Role::Head},
    {"four eyes: another may", "approve-amendment", "not-the-drafter", Base::BeforeTheCourt, amendedByAnother, "{}",
        "2026-09-01", "", "", Role::Head},
    {"the approval of the first version is not one of the second", "file-amendment", "approved", Base::BeforeTheCourt,
        amended, "{}", "2026-09-10", "guard.approved"},
    {"its own is", "file-amendment", "approved", Base::BeforeTheCourt, amendmentApproved, "{}", "2026-09-10", ""},
    {"Art 7(3): the provider comments first", "file-amendment", "amendment-commented", Base::BeforeTheCourt, amended, "{}",
        "2026-09-03", "guard.amendment-commented"},
    {"Art 7(3): comments on the draft are none on the amendment", "file-amendment", "amendment-commented",
        Base::BeforeTheCourt, answeredBeforeAmendment, "{}", "2026-09-03", "guard.amendment-commented"},
    {"Art 7(3): or the period is over", "file-amendment", "amendment-commented", Base::BeforeTheCourt, amended, "{}",
        "2026-09-04", ""},
    {"Art 7(3): after the comments it may be filed", "file-amendment", "amendment-commented", Base::BeforeTheCourt,
        amendmentAnswered, "{}", "2026-08-25", ""},

    // Art 8(1)(i): signed outside
    {"the exported order with a signature added", "attach-signed-order", "signed-order-fits", Base::WithOrder, nothing,
        R"({"signed_file":"order-signed.pdf"})", "2026-09-02", ""},
    {"the bare export is not signed", "attach-signed-order", "signed-order-fits", Base::WithOrder, nothing,
        R"({"signed_file":"order.pdf"})", "2026-09-02", "guard.signed-order-fits.unsigned"},
    {"nor is a text", "attach-signed-order", "signed-order-fits", Base::WithOrder, nothing,
        R"({"signed_file":"note.txt"})", "2026-09-02", "guard.signed-order-fits.pdf"},
    {"a scan says how it was checked", "attach-signed-order", "signed-order-fits", Base::WithOrder, nothing,
        R"({"signed_file":"scan.pdf"})", "2026-09-02", "guard.signed-order-fits.check"},
    {"and then counts", "attach-signed-order", "signed-order-fits", Base::WithOrder, nothing,
        R"({"signed_file":"scan.pdf","authenticity_check":"Compared with the original."})", "2026-09-02", "",
        "warning.signed-file-differs"},
};
// clang-format on

} // namespace

std::span<const GuardSentence> courtRows()
{
    return kCourtRows;
}

} // namespace tutela::procedure

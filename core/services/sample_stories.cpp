#include "core/services/sample_stories.h"

#include <functional>
#include <memory>

#include "core/law/period_checks.h"

namespace tutela::services {

namespace {

using std::chrono::days;

constexpr const char* kCoordinator = "coordinator";
constexpr const char* kRegistrar = "registrar";
constexpr const char* kHead = "head";
constexpr const char* kJudge = "judge";
constexpr const char* kDpa = "dpa-officer";
constexpr const char* kCentre = "eu-centre";

Json codes(const std::vector<std::string>& texts)
{
    Json::Array items;
    for (const std::string& text : texts)
        items.emplace_back(text);
    return Json(std::move(items));
}

/// What an act of a story carries.
struct Carried {
    Json data;
    std::vector<interfaces::AttachedFile> files = {};
};

/// One case of a story: its number is known once the first act was played.
struct Story {
    SamplePlayer& player;
    std::shared_ptr<std::optional<CaseId>> caseId = std::make_shared<std::optional<CaseId>>();

    void plan(Day day, const char* person, const char* act, const Json& data,
        const std::vector<interfaces::AttachedFile>& files = {}) const
    {
        planFrom(day, person, act, [=](const CaseFile*) { return Carried{data, files}; });
    }

    /// The same with what follows from the case as it then stands.
    void planFrom(Day day, const char* person, const char* act,
        const std::function<Carried(const CaseFile* file)>& carried) const
    {
        SamplePlayer* const players = &player;
        const auto number = caseId;
        player.on(day, [=] {
            const auto loaded = *number ? players->target().loadCase(**number) : std::nullopt;
            const Carried what = carried(loaded ? &loaded->file : nullptr);
            const auto receipt = players->act(person, act, *number, what.data, what.files);
            *number = receipt.caseId;
        });
    }
};

void planFiling(const Story& story, const SampleProvider& provider, std::size_t services, Day received)
{
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(services, provider.services.size()); ++i)
        ids.push_back(provider.services[i].first.text());
    story.plan(received, kRegistrar, "file-report",
        Json::object({{"provider", provider.id.text()}, {"services", codes(ids)},
            {"received_at", formatInstant(Instant{received} + std::chrono::hours{7})},
            {"original", "risk-report.json"}, {"channel", "electronic"}}),
        {{"risk-report.json", sampleRiskReport(provider, services, received - days{60})}});
}

Json question(const char* text, const char* period)
{
    return Json::object({{"questions", Json::array({text})}, {"period", period}});
}

Json extension(
    const std::string& clock, Day requested, const char* decision, const char* by, const char* reason)
{
    return Json::object({{"clock", clock}, {"requested_on", formatDay(requested)}, {"decision", decision},
        {"by", by}, {"reason", reason}});
}

Json complied(const SampleProvider& provider)
{
    return Json::object({{"service", provider.services.front().first.text()}, {"outcome", "complied"},
        {"reasons", "The assessment was diligent and the measures answer the risks it found."},
        {"redress", "Action before the Administrative Court of Arcadia within one month of notification."}});
}

void planRemedy(const Story& story, const SampleProvider& provider, Day received)
{
    story.plan(received + days{20}, kCoordinator, "invite-to-hearing",
        Json::object(
            {{"intended_findings", "The assessment leaves out private groups."}, {"period", "P2W"}}));
    story.plan(received + days{32}, kRegistrar, "record-hearing",
        Json::object({{"hearing", "H1"}, {"received_on", formatDay(received + days{32})},
            {"statement", "The provider accepts the finding and asks for time."}}));
    story.plan(received + days{70}, kCoordinator, "determine",
        Json::object({{"service", provider.services.front().first.text()}, {"outcome", "not-complied"},
            {"reasons", "Private groups were not assessed."},
            {"required_measures", "Assess private groups and extend the first-message rule to them."},
            {"remedy_period", "P1M"},
            {"redress",
                "Action before the Administrative Court of Arcadia within one month of notification."}}));
    story.plan(received + days{73}, kCoordinator, "decide-extension",
        extension("DL08/" + provider.services.front().first.text(), received + days{72}, "refused", "P2W",
            "The law allows one month in total."));
}

/// The texts of an order request, the same for draft, submission and decision.
Json scope(Day start, Day end)
{
    return Json::object(
        {{"parts", Json::array({"direct-messages"})}, {"start", formatDay(start)}, {"end", formatDay(end)}});
}

Json with(Json base, const Json& more)
{
    for (const auto& [name, value] : more.asObject())
        base.set(name, value);
    return base;
}

void planDraft(const Story& story, Day begin, const Json& dates)
{
    story.plan(begin + days{5}, kCoordinator, "record-evidence",
        Json::object({{"observed_on", formatDay(begin - days{20})},
            {"description", "Summary of an invented report; no material is kept."},
            {"source", "Report of an invented hotline"}, {"document", "hotline-summary.txt"}}),
        {{"hotline-summary.txt", "Summary of an invented report; no material is kept.\n"}});
    story.planFrom(begin + days{8}, kCoordinator, "set-disclosure", [=](const CaseFile* file) {
        return Carried{Json::object({{"document", file->documents.back().id.text()}, {"party", "provider"},
            {"disclosure", "disclosed"}, {"given_on", formatDay(begin + days{8})}})};
    });
    story.planFrom(begin + days{10}, kCoordinator, "send-draft", [=](const CaseFile* file) {
        return Carried{with(dates,
            Json::object({{"main_elements", "Detection in direct messages only."},
                {"reasons", "The residual risk stays significant despite the measures taken."},
                {"comments_period", "P2W"}, {"centre_received_on", formatDay(begin + days{10})},
                {"cited_documents", Json::array({file->documents.back().id.text()})}}))};
    });
    story.plan(begin + days{22}, kRegistrar, "record-comments",
        Json::object({{"received_on", formatDay(begin + days{22})},
            {"comments", "The provider doubts the necessity and offers further measures."}}));
    story.plan(begin + days{30}, kCentre, "give-opinion",
        Json::object({{"outcome", "favourable-in-part"},
            {"opinion", "The indicators are sufficiently reliable for the parts named."},
            {"points",
                Json::array(
                    {"Limit detection to direct messages.", "Publish the error rate each quarter."})}}));
    story.plan(begin + days{40}, kCoordinator, "re-send-draft",
        with(dates,
            Json::object({{"main_elements", "Detection in direct messages only, with quarterly error rates."},
                {"reasons", "As in the first draft."},
                {"changes", "The second point of the opinion was taken up."}})));
}

/// The data-protection authority waits a week for information.
void planPause(const Story& story, Day begin)
{
    story.plan(begin + days{50}, kDpa, "pause-consultation",
        Json::object({{"consultation", "C1"}, {"stopped_on", formatDay(begin + days{50})},
            {"reasons", "The error rates per language are missing."}}));
    story.plan(begin + days{57}, kDpa, "resume-consultation",
        Json::object({{"consultation", "C1"}, {"resumed_on", formatDay(begin + days{57})}}));
}

void planPlan(
    const Story& story, const SampleProvider& provider, std::int64_t number, Day begin, DetectionKind kind)
{
    const bool advised = kind == DetectionKind::Solicitation;
    story.plan(begin + days{41}, kCoordinator, "demand-plan", Json::object({{"period", "P10W"}}));
    if (advised) {
        story.plan(begin + days{45}, kRegistrar, "refer-to-dpa",
            Json::object({{"requested_on", formatDay(begin + days{44})}, {"source", "provider"},
                {"authority", "Data Protection Commission of Arcadia"}, {"competence", "gdpr-55"},
                {"sent_a", true}, {"sent_b", true}, {"sent_c", true}, {"sent_d", true}, {"sent_e", true},
                {"sent_e_remark", "Version 1"},
                {"subject", "Impact assessment and draft plan for detection in direct messages."}}));
        if (number != 2) // one that is still open runs without a stop
            planPause(story, begin);
        story.planFrom(begin + days{80}, kDpa, "lodge-advice", [=](const CaseFile* file) {
            return Carried{
                Json::object({{"consultation", "C1"}, {"outcome", "advice"},
                    {"advice", "The processing is possible under the following conditions."},
                    {"points",
                        Json::array({"Delete false positives at once.", "Tell users in plain words."})},
                    {"request_received_on", formatDay(begin + days{45})}, {"assessment_version", 1},
                    {"plan_version", 1}, {"document", "advice.txt"}}),
                {{"advice.txt", sampleAdvice(file->id.text())}}};
        });
    }
    story.planFrom(begin + days{90}, kRegistrar, "record-plan", [=](const CaseFile* file) {
        const SamplePlanFacts facts{file->id.text(), kind, begin + days{44}, begin + days{80}};
        Carried carried{Json::object(
            {{"received_on", formatDay(begin + days{90})}, {"document", "implementation-plan.json"}})};
        carried.files = {{"implementation-plan.json", sampleImplementationPlan(provider, facts)}};
        if (advised) {
            carried.data.set("impact_assessment", "impact-assessment.json");
            carried.data.set("advice_copy", "advice.txt");
            carried.files.push_back({"impact-assessment.json", sampleImpactAssessment(provider)});
            carried.files.push_back({"advice.txt", sampleAdvice(file->id.text())});
        }
        return carried;
    });
}

Json treatment(const char* point, const char* view, const char* reason, const char* place)
{
    return Json::object({{"point", point}, {"authority_view", view}, {"reason", reason}, {"place", place}});
}

Json ground(
    const char* condition, const char* side, const char* text, const char* evidence, const char* point)
{
    Json data = Json::object({{"condition", condition}, {"side", side}, {"ground_text", text}});
    if (*evidence != '\0')
        data.set("rests_on_evidence", Json::array({evidence}));
    if (*point != '\0')
        data.set("rests_on_points", Json::array({point}));
    return data;
}

/// The points one by one, and what speaks for and against the order.
void planWeighing(const Story& story, Day begin, DetectionKind kind)
{
    for (const Json& data :
        {ground("likely-use", "for", "The reports go on despite the measures taken.", "E1", ""),
            ground("past-evidence", "for", "An invented hotline reported use last month.", "E1", ""),
            ground("right-confidentiality", "against", "Direct messages are read by a machine.", "", "V1"),
            ground("right-child", "for", "Children are protected from renewed circulation.", "E1", ""),
            ground("targeting", "for", "Direct messages only.", "", "O1.1")})
        story.plan(begin + days{91}, kCoordinator, "record-condition", data);
    story.plan(begin + days{92}, kCoordinator, "treat-point",
        treatment("O1.1", "followed", "The draft is confined to direct messages.", "Section 3"));
    story.plan(begin + days{92}, kCoordinator, "treat-point",
        treatment("O1.2", "followed-in-part", "Error rates are published twice a year.", "Section 5"));
    story.plan(begin + days{92}, kCoordinator, "treat-point",
        treatment("V1", "followed-in-part", "The further measures were weighed.", "Section 2"));
    if (kind != DetectionKind::Solicitation)
        return;
    story.plan(begin + days{93}, kRegistrar, "record-adjustment",
        Json::object({{"point", "C1.1"}, {"adjustment", "adjusted"}, {"place_in_plan", "Section 4.2"}}));
    story.plan(begin + days{93}, kRegistrar, "record-adjustment",
        Json::object({{"point", "C1.2"}, {"adjustment", "adjusted-in-part"}, {"place_in_plan", "Annex 1"},
            {"explanation", "The page is written; the message follows."}}));
    story.plan(begin + days{94}, kCoordinator, "treat-point",
        treatment("C1.1", "followed", "The safeguard is asked for in the request.", "Section 6"));
    story.plan(begin + days{94}, kCoordinator, "treat-point",
        treatment("C1.2", "not-followed", "The wording is for the provider to find.", "Section 6"));
}

void planRequest(const Story& story, Day begin, const Json& dates, DetectionKind kind)
{
    story.plan(begin + days{95}, kCoordinator, "submit-for-approval",
        with(dates,
            Json::object({{"significant_risk", "Use to an appreciable extent despite mitigation."},
                {"consequences", "Interference with the confidentiality of direct messages."},
                {"balance", "The protection of children outweighs it within the limits requested."},
                {"targeting", "Direct messages only."}, {"addressee", "main-establishment"},
                {"safeguards", "Human review; quarterly error rates."},
                {"advice_missing_reason",
                    kind == DetectionKind::Solicitation
                        ? Json()
                        : Json("No prior consultation was required for known material.")}})));
    story.plan(begin + days{97}, kHead, "approve", Json::object({{"note", "Approved."}}));
    story.plan(begin + days{98}, kRegistrar, "file-request", Json::object({{"channel", "electronic"}}));
}

Json courtTexts()
{
    return Json::object(
        {{"significant_risk", "The court finds the first condition met on the evidence filed."},
            {"court_evidence", "Two invented reports of the past twelve months; their source was heard."},
            {"court_kind_condition", "One user of each communication covered is a child user."},
            {"court_for", "The gravity of the acts and the lack of a milder measure."},
            {"court_against", "The confidentiality of messages of people who are not suspected."},
            {"balance", "The court finds the balance fair within the limits below."},
            {"redress_court", "Administrative Court of Arcadia"},
            {"redress_period", "One month from notification"}});
}

/// The notice before the start, the report halfway and what the authority made of it.
void planOrderLife(const Story& story, Day begin, const Json& dates)
{
    story.plan(begin + days{180}, kRegistrar, "record-start-notice",
        Json::object({{"received_on", formatDay(begin + days{180})},
            {"implementation", "The plan is being carried out as submitted; tests end in two weeks."}}));
    const Day start = *parseDay(dates.text("start"));
    const Day halfway = law::halfwayDay(start, *parseDay(dates.text("end")));
    story.plan(halfway - days{5}, kRegistrar, "record-halfway-report",
        Json::object({{"received_on", formatDay(halfway - days{5})},
            {"measures_taken", "Matching with the indicators named; every hit is seen by two people."},
            {"effectiveness", "Invented figures: 12 hits confirmed, 3 rejected."},
            {"rights", "Three invented complaints, all answered within a week."}}));
    story.plan(halfway + days{15}, kCoordinator, "record-reassessment",
        Json::object({{"reassessment", "grounds-hold"},
            {"reasons", "The risk stays significant and the measures interfere no more than foreseen."}}));
}

void planCourt(const Story& story, Day begin, const Json& dates, std::int64_t number)
{
    story.plan(begin + days{105}, kJudge, "declare-no-conflict",
        Json::object({{"declaration", "I know none of the parties."}}));
    if (number % 12 == 7) {
        story.plan(begin + days{115}, kJudge, "refuse", courtTexts());
        return;
    }
    story.plan(begin + days{115}, kJudge, "issue",
        with(with(dates, courtTexts()),
            Json::object({{"targeting", "Direct messages between users who have not written to each other."},
                {"addressee", "main-establishment"},
                {"measures", "Detection of known material with the indicators of Art 44(1)(a)."},
                {"safeguards", "Human review of every hit."}})));
    story.plan(begin + days{116}, "court-clerk", "record-transmission",
        Json::object({{"sent_on", formatDay(begin + days{116})}, {"channel", "electronic"},
            {"recipients", "Provider, Coordinating Authority, EU Centre"}}));
    story.plan(begin + days{118}, "court-clerk", "record-receipt",
        Json::object({{"received_at", formatInstant(Instant{begin + days{118}} + std::chrono::hours{6})},
            {"proof", "Delivery receipt of the court's mailbox."}}));
    story.plan(begin + days{160}, "court-clerk", "record-finality",
        Json::object({{"final_on", formatDay(begin + days{160})}, {"ground", "appeal-period-expired"}}));
    story.plan(begin + days{162}, kRegistrar, "send-copies",
        Json::object({{"sent_on", formatDay(begin + days{162})},
            {"recipients", "All other Coordinating Authorities"}}));
    planOrderLife(story, begin, dates);
}

} // namespace

void planAssessment(SamplePlayer& player, const SampleProvider& provider, std::int64_t number, Day today)
{
    const Story story{player};
    if (number == 7) { // an impact assessment whose detection file was not found
        return story.plan(today - days{3}, kRegistrar, "file-report",
            Json::object({{"provider", provider.id.text()},
                {"services", Json::array({provider.services.front().first.text()})},
                {"received_at", formatInstant(Instant{today - days{3}} + std::chrono::hours{7})},
                {"original", "impact-assessment.json"}, {"channel", "electronic"}}),
            {{"impact-assessment.json", sampleImpactAssessment(provider)}});
    }
    switch (number % 7) {
    case 0: // just received
        return planFiling(story, provider, 1, today - days{2});
    case 1: // answered in part: the clock stands still
        planFiling(story, provider, 1, today - days{40});
        story.plan(
            today - days{30}, kCoordinator, "ask-information", question("How are groups moderated?", "P1W"));
        story.plan(today - days{25}, kCoordinator, "decide-extension",
            extension("DL07/R1", today - days{26}, "granted", "P1W",
                "The figures of the summer test arrive this week."));
        return story.plan(today - days{18}, kRegistrar, "record-answer",
            Json::object({{"request", "R1"}, {"received_on", formatDay(today - days{18})},
                {"extent", "partial"}, {"summary", "Open groups only; nothing on private ones."}}));
    case 2: // answered late, the answer considered; a changed report; hearing under way
        planFiling(story, provider, 1, today - days{80});
        story.plan(
            today - days{70}, kCoordinator, "ask-information", question("What does the test show?", "P5D"));
        story.plan(today - days{60}, kRegistrar, "record-answer",
            Json::object({{"request", "R1"}, {"received_on", formatDay(today - days{60})},
                {"extent", "complete"}, {"summary", "Figures of the test were sent."}}));
        story.plan(today - days{58}, kCoordinator, "treat-late-answer",
            Json::object({{"late", "L1"}, {"consideration", "considered"},
                {"reason", "It came before anything was decided."}}));
        story.plan(today - days{40}, kRegistrar, "record-further-report",
            Json::object({{"received_on", formatDay(today - days{40})}, {"document", "risk-report-2.json"}}),
            {{"risk-report-2.json", sampleFurtherReport(provider, today - days{45})}});
        return story.plan(today - days{10}, kCoordinator, "invite-to-hearing",
            Json::object(
                {{"intended_findings", "The figures do not bear out the claim."}, {"period", "P3W"}}));
    case 3: // complied, closed
        planFiling(story, provider, 1, today - days{200});
        story.plan(today - days{150}, kCoordinator, "determine", complied(provider));
        return story.plan(
            today - days{149}, kCoordinator, "close", Json::object({{"reason", "Nothing further is due."}}));
    case 4: // measures required
        planFiling(story, provider, 1, today - days{75});
        return planRemedy(story, provider, today - days{75});
    case 5: // overdue
        return planFiling(story, provider, 1, today - days{110});
    default: // several services in one report, one determined; a late answer waits to be dealt with
        planFiling(story, provider, 3, today - days{60});
        story.plan(
            today - days{50}, kCoordinator, "ask-information", question("Who moderates at night?", "P5D"));
        story.plan(today - days{40}, kRegistrar, "record-answer",
            Json::object({{"request", "R1"}, {"received_on", formatDay(today - days{40})},
                {"extent", "complete"}, {"summary", "A rota was sent."}}));
        return story.plan(today - days{20}, kCoordinator, "determine", complied(provider));
    }
}

void planDetection(SamplePlayer& player, const SampleProvider& provider, std::int64_t number, Day today)
{
    // How long ago the file was opened decides how far it has come.
    constexpr int kAges[] = {700, 116, 62, 100, 15, 96, 300, 200, 130, 7, 108, 40};
    const Story story{player};
    const Day begin = today - days{kAges[number % 12]};
    const DetectionKind kind = number % 3 == 2 ? DetectionKind::Solicitation : DetectionKind::Known;
    const Day start = begin + days{230};
    const Json dates = scope(start, start + days{number % 12 == 0 ? 450 : 350});
    story.plan(begin, kCoordinator, "open-detection",
        Json::object({{"provider", provider.id.text()}, {"service", provider.services.front().first.text()},
            {"kind", toText(kind)},
            {"grounds", "The review showed a residual risk that the measures do not answer."}}));
    if (number % 12 == 9)
        return;
    planDraft(story, begin, dates);
    planPlan(story, provider, number, begin, kind);
    planWeighing(story, begin, kind);
    planRequest(story, begin, dates, kind);
    planCourt(story, begin, dates, number);
}

} // namespace tutela::services

#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>

#include "core/base/catalogue.h"
#include "core/documents/document_template.h"
#include "tests/support/pdf_words.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using ::testing::HasSubstr;
using tutela::testing::pdfWords;

/// Acts on the order of a training register as the desktop and the command line perform them.
class OrderInTheRegister : public SampleRegister {
protected:
    OrderInTheRegister()
    {
        const auto office = openAs(file, "coordinator");
        for (const auto& row : office->worklist().page({.step = Step::OrderIssued}).value().rows) {
            if (caseId.text().empty())
                caseId = row.caseId;
        }
    }

    void act(const std::string& person, const std::string& name, const Json& data)
    {
        interfaces::ActRequest request{.act = name, .caseId = caseId};
        request.data = data;
        const auto done = openAs(file, person)->cases().perform(request);
        ASSERT_TRUE(done.ok()) << name << ": " << Catalogue::embedded("en").text(done.error().what);
    }

    [[nodiscard]] interfaces::OrderView orderOf(const std::string& person) const
    {
        return openAs(file, person)->cases().order(caseId).value();
    }

    [[nodiscard]] std::string today() const { return formatDay(openAs(file, "auditor")->clock().today()); }

    static std::string text(const interfaces::OrderView& order)
    {
        std::string all;
        for (const auto& section : order.sections) {
            all += section.id + "\n";
            for (const auto& line : section.lines)
                all += Catalogue::embedded("en").text(line.text)
                    + (line.status ? " | " + Catalogue::embedded("en").term(line.status->id) : "") + "\n";
        }
        return all;
    }

    [[nodiscard]] std::string orderText() const
    {
        return pdfWords(openAs(file, "coordinator")->cases().orderDocument(caseId, "en").value());
    }

    [[nodiscard]] std::string letterText(const std::string& letter, std::string_view language) const
    {
        const auto pdf = openAs(file, "coordinator")->letters().pdf(caseId, letter, language);
        return pdf ? pdfWords(pdf.value()) : pdf.error().what.id;
    }

    CaseId caseId{""};
};

TEST_F(OrderInTheRegister, ShowsItsVersionsItsChallengeAndItsSuspensionToWhomTheyConcern)
{
    ASSERT_FALSE(caseId.text().empty());
    const auto before = orderOf("judge");
    EXPECT_TRUE(before.sections.empty());
    const std::string start = formatDay(before.scope.start);
    act("judge", "modify-order",
        Json::object({{"basis", "court"}, {"start", start},
            {"end", formatDay(before.scope.end - std::chrono::days{30})},
            {"reasons", "A shorter time is enough."}, {"measures", "Only the newest indicators."},
            {"redress_court", "High Court of Arcadia"}, {"redress_period", "One month"}}));
    act("court-clerk", "record-challenge",
        Json::object({{"challenger", "affected-user"}, {"lodged_on", today()},
            {"review_court", "High Court of Arcadia"}, {"pleas", "Secrecy of correspondence."}}));
    act("court-clerk", "record-suspension",
        Json::object({{"challenge", "A1"}, {"suspended_from", today()},
            {"review_court", "High Court of Arcadia"}, {"reasons", "Urgency."}}));
    const auto order = orderOf("coordinator");
    EXPECT_EQ(order.status, OrderStatus::Suspended);
    EXPECT_TRUE(order.challenged);
    EXPECT_EQ(order.scope.end, before.scope.end - std::chrono::days{30});
    EXPECT_THAT(text(order), HasSubstr("Version 2 (Modified): direct-messages"));
    EXPECT_THAT(text(order), HasSubstr("A1: An affected user | Open"));
    EXPECT_THAT(text(order), HasSubstr("S1: the whole order, from " + today() + " | Suspended"));
    const auto centre = orderOf("eu-centre");
    EXPECT_FALSE(centre.challenged) << "a challenge is not the EU Centre's";
    EXPECT_EQ(centre.status, OrderStatus::Suspended);
    const std::string paper = orderText();
    EXPECT_THAT(paper, HasSubstr("as modified by the issuing authority on"));
    EXPECT_THAT(paper, HasSubstr("Only the newest indicators."));
    EXPECT_THAT(paper, HasSubstr("A shorter time is enough."));
    EXPECT_EQ(diagnosis(*openAs(file, "coordinator")), "ok");
}

TEST_F(OrderInTheRegister, GivesRiseToALetterToEveryoneWhoGotItWheneverItChanges)
{
    const auto before = orderOf("judge").scope;
    const std::string start = formatDay(before.start);
    const auto days = [](int count) { return std::chrono::days{count}; };
    act("judge", "rectify-order",
        Json::object({{"rectifies", "slip"}, {"start", start}, {"end", formatDay(before.end - days(1))},
            {"correction_made", "The last day was written wrongly."}, {"reasons", "A slip of the pen."}}));
    act("judge", "modify-order",
        Json::object({{"basis", "court"}, {"start", start}, {"end", formatDay(before.end - days(31))},
            {"reasons", "A shorter time is enough."}, {"measures", "Only the newest indicators."},
            {"redress_court", "High Court of Arcadia"}, {"redress_period", "One month"}}));
    act("judge", "revoke-order",
        Json::object({{"basis", "court"}, {"revoked_from", formatDay(before.start + days(10))},
            {"reasons", "The risk has gone."}, {"redress_court", "High Court of Arcadia"},
            {"redress_period", "One month"}}));
    std::map<std::string, std::set<std::string>> parties;
    std::map<std::string, std::string> toProvider;
    for (const auto& letter : openAs(file, "judge")->letters().drafted(caseId).value()) {
        parties[letter.subject.id].insert(letter.party.id);
        EXPECT_TRUE(letter.party.id != "party.provider" || letter.ofCourt) << letter.id;
        if (letter.party.id == "party.provider")
            toProvider[letter.subject.id] = letter.id;
    }
    const std::set<std::string> everyone{"party.provider", "institution.authority", "institution.eu-centre"};
    for (const char* kind : {"letter.rectification", "letter.modification", "letter.revocation"})
        EXPECT_EQ(parties[kind], everyone) << kind;
    const auto& form = documents::DocumentTemplate::embedded("letter", "fr");
    const std::string rectified = letterText(toProvider["letter.rectification"], "fr");
    EXPECT_THAT(rectified,
        HasSubstr(form.dayText(before.end - days(1)) + " (jusqu'ici " + form.dayText(before.end) + ")"));
    EXPECT_THAT(rectified, HasSubstr(form.dayText(before.start) + " (inchangé)"));
    EXPECT_THAT(rectified, HasSubstr("The last day was written wrongly."));
    EXPECT_THAT(rectified, HasSubstr(caseId.text() + "/O1"));
    const std::string modified = letterText(toProvider["letter.modification"], "en");
    EXPECT_THAT(modified, HasSubstr("(until now "));
    EXPECT_THAT(modified, HasSubstr("Only the newest indicators."));
    EXPECT_THAT(modified, HasSubstr("Competent court: High Court of Arcadia. Time limit: One month."));
    const std::string revoked = letterText(toProvider["letter.revocation"], "de");
    EXPECT_THAT(revoked,
        HasSubstr("Ab dem "
            + documents::DocumentTemplate::embedded("letter", "de").dayText(before.start + days(10))));
    EXPECT_THAT(revoked, HasSubstr("The risk has gone."));
}

TEST_F(OrderInTheRegister, IsBeforeTheCourtAgainWhenAnotherCourtSendsItBack)
{
    act("court-clerk", "record-challenge",
        Json::object({{"challenger", "provider"}, {"lodged_on", today()},
            {"review_court", "High Court of Arcadia"}, {"pleas", "The parts are too wide."}}));
    act("court-clerk", "record-challenge-outcome",
        Json::object({{"challenge", "A1"}, {"challenge_outcome", "remitted"}, {"decided_on", today()},
            {"review_court", "High Court of Arcadia"}, {"reasons", "The balance was not struck."}}));
    const auto office = openAs(file, "coordinator");
    const auto view = office->cases().open(caseId, {}).value();
    EXPECT_EQ(view.file.step, Step::BeforeTheCourt);
    EXPECT_EQ(view.waitingFor, WaitingFor::Court);
    EXPECT_FALSE(office->cases().order(caseId).ok());
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(OrderInTheRegister, IsRenewedByAFileThatNamesItAndShowsTheDifference)
{
    const auto office = openAs(file, "coordinator");
    const auto earlier = office->cases().open(caseId, {}).value().file;
    const Day end = earlier.order->scope.end;
    interfaces::ActRequest open{.act = "open-detection", .caseId = {}};
    open.data = Json::object({{"provider", earlier.provider.text()},
        {"service", earlier.services.front().text()}, {"kind", toText(*earlier.detectionKind)},
        {"renews", caseId.text()}, {"grounds", "The order ends and the risk stays."}});
    const auto opened = office->cases().perform(open);
    ASSERT_TRUE(opened.ok()) << Catalogue::embedded("en").text(opened.error().what);
    EXPECT_TRUE(opened.value().warnings.empty());
    const auto compared = [&] {
        std::string lines;
        const auto view = office->cases().open(opened.value().caseId, {}).value();
        for (const auto& field : view.cards.front().fields) {
            for (const Message& line : field.lines)
                lines += Catalogue::embedded("en").text(line) + "\n";
        }
        return lines;
    };
    EXPECT_THAT(compared(), HasSubstr("Earlier order in " + caseId.text() + ": direct-messages"));
    EXPECT_THAT(compared(), HasSubstr("Nothing is drafted yet"));

    const auto perform = [&](const char* name, const Json& data) {
        interfaces::ActRequest request{.act = name, .caseId = opened.value().caseId};
        request.data = data;
        const auto done = office->cases().perform(request);
        return done ? std::string() : done.error().what.id;
    };
    EXPECT_EQ(perform("record-evidence",
                  Json::object({{"observed_on", today()}, {"description", "An invented summary."},
                      {"source", "An invented hotline"}})),
        "");
    const auto draft = [&](Day start, Day last) {
        return Json::object(
            {{"parts", Json::array({"direct-messages", "groups"})}, {"start", formatDay(start)},
                {"end", formatDay(last)}, {"main_elements", "As before, with groups."},
                {"reasons", "It goes on."}, {"comments_period", "P2W"}, {"centre_received_on", today()}});
    };
    using std::chrono::days;
    EXPECT_EQ(perform("send-draft", draft(end, end + days{100})), "guard.no-overlap");
    EXPECT_EQ(perform("send-draft", draft(end + days{8}, end + days{100})), "");
    EXPECT_THAT(compared(), HasSubstr("New parts: groups."));
    EXPECT_THAT(compared(), HasSubstr("7 days without an order"));
    const auto view = office->cases().open(opened.value().caseId, {}).value();
    EXPECT_TRUE(std::ranges::any_of(
        view.warnings, [](const CaseWarning& warning) { return warning.kind == WarningKind::RenewalGap; }));
    const auto page = office->worklist().warnings(interfaces::WarningScope::AllVisible).value();
    EXPECT_TRUE(std::ranges::any_of(page.rows, [&](const interfaces::WarningRow& row) {
        return row.caseId == opened.value().caseId && row.warning.kind == WarningKind::RenewalGap;
    })) << "the page of all warnings leaves the gap out";
}

TEST_F(OrderInTheRegister, ShowsTheAssessmentThatWasUpdatedWhileItRan)
{
    const auto events = [&](const std::string& person) {
        std::string met;
        for (const auto& event : orderOf(person).timeline) {
            if (event.id == "order.event.update" && event.happened)
                met += " due";
            if (event.id == "order.event.updated")
                met += formatDay(*event.day);
        }
        return met;
    };
    EXPECT_EQ(events("coordinator"), "");
    const auto office = openAs(file, "coordinator");
    const auto view = office->cases().open(caseId, {}).value();
    const SampleProvider provider{
        view.file.provider, view.provider, {{view.file.services.front(), view.services.front()}}};
    const Day on = office->clock().today();
    ASSERT_TRUE(openAs(file, "registrar")
                    ->intake()
                    .receive({.fileName = "update.json", .bytes = sampleRiskReport(provider, 1, on)})
                    .ok());
    EXPECT_EQ(events("coordinator"), formatDay(on) + " due") << "before the day on which it was due";
    EXPECT_EQ(events("judge"), "") << "the reports of the service are the authority's";
}

TEST_F(OrderInTheRegister, TellsWhatTheProviderCannotExecuteUntilItIsAnswered)
{
    act("registrar", "record-non-execution",
        Json::object({{"received_on", today()}, {"non_execution", "insufficient-information"},
            {"specification", "The indicators are not named."}}));
    const auto office = openAs(file, "coordinator");
    const auto waiting = office->cases().open(caseId, {}).value();
    EXPECT_EQ(waiting.waitingFor, WaitingFor::Authority);
    EXPECT_TRUE(std::ranges::any_of(waiting.warnings,
        [](const CaseWarning& warning) { return warning.kind == WarningKind::ClarificationAwaited; }));
    const auto& card = waiting.cards.back();
    EXPECT_EQ(card.status, Term{"status.open"});
    act("coordinator", "answer-clarification",
        Json::object({{"notice", "N1"}, {"clarification", "They are those of Art 44(1)(a)."}}));
    EXPECT_THAT(text(orderOf("coordinator")), HasSubstr("N1: Insufficient information | Answered"));
    const auto letter = office->letters().drafted(caseId).value().back();
    EXPECT_EQ(letter.subject.id, "letter.clarification");
    EXPECT_THAT(letterText(letter.id, "nl"), HasSubstr("They are those of Art 44(1)(a)."));
}

} // namespace

} // namespace tutela::services

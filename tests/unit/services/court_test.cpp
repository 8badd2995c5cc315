#include <algorithm>

#include <gmock/gmock.h>

#include "core/base/catalogue.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using interfaces::Card;
using interfaces::CaseView;
using ::testing::HasSubstr;
using ::testing::Not;

/// A file before the court, from its allocation to the signed order.
class Court : public SampleRegister {
protected:
    Court()
        : m_clerk(openAs(file, "court-clerk"))
        , m_judge(openAs(file, "judge"))
        , m_second(openAs(file, "judge-2"))
        , m_coordinator(openAs(file, "coordinator"))
    {
        m_case = m_coordinator->worklist().page({.step = Step::BeforeTheCourt}).value().rows.at(0).caseId;
    }

    /// The id of the message with which the act was refused, or "done".
    static std::string says(interfaces::Office& office, const char* act, const CaseId& id, const Json& data,
        std::vector<interfaces::AttachedFile> files = {})
    {
        interfaces::ActRequest request{.act = act, .caseId = id, .data = data};
        request.attachments = std::move(files);
        const auto receipt = office.cases().perform(request);
        return receipt ? "done" : receipt.error().what.id;
    }

    [[nodiscard]] std::string says(interfaces::Office& office, const char* act, const Json& data) const
    {
        return says(office, act, m_case, data);
    }

    static void declare(interfaces::Office& office, const CaseId& id)
    {
        static_cast<void>(
            says(office, "declare-no-conflict", id, Json::object({{"declaration", "I know nobody."}})));
    }

    CaseView view(interfaces::Office& office) { return office.cases().open(m_case, {}).value(); }

    std::string personCalled(std::string_view name)
    {
        for (const auto& person : view(*m_clerk).court) {
            if (person.name == name)
                return person.id.text();
        }
        return "nobody";
    }

    Json bench()
    {
        return Json::object({{"allocation_rule", "The next file goes to the second chamber."},
            {"presiding", personCalled("Justa Bench")},
            {"members", Json::array({personCalled("Julius Gavel")})},
            {"clerk", personCalled("Clark Docket")}});
    }

    Json decision()
    {
        const CaseFile known = view(*m_coordinator).file;
        Json::Array parts;
        for (const std::string& part : known.request->scope.parts)
            parts.emplace_back(part);
        return Json::object({{"parts", Json(std::move(parts))},
            {"start", formatDay(known.request->scope.start)}, {"end", formatDay(known.request->scope.end)},
            {"significant_risk", "The court looked at the reports."}, {"court_evidence", "Two reports."},
            {"court_kind_condition", "One user is a child user."}, {"court_for", "The gravity of the acts."},
            {"court_against", "The confidentiality of messages."}, {"balance", "It is fair."},
            {"targeting", "Direct messages only."}, {"measures", "Detection with indicators."},
            {"safeguards", "Human review; quarterly error rates."}, {"addressee", "main-establishment"},
            {"redress_court", "Administrative Court of Arcadia"}, {"redress_period", "One month"}});
    }

    /// The lines of a field on the card of that act, one under the other.
    static std::string lines(const CaseView& view, std::string_view title, std::string_view field)
    {
        std::string text;
        for (const Card& card : view.cards) {
            for (const auto& shown : card.fields) {
                if (card.title.id != title || shown.label.id != field)
                    continue;
                text += shown.value;
                for (const Message& line : shown.lines)
                    text += line.id + " ";
            }
        }
        return text;
    }

    std::unique_ptr<interfaces::Office> m_clerk;
    std::unique_ptr<interfaces::Office> m_judge;
    std::unique_ptr<interfaces::Office> m_second;
    std::unique_ptr<interfaces::Office> m_coordinator;
    CaseId m_case{""};
};

TEST_F(Court, DecidesAsTheBenchToWhichTheFileWasAllocated)
{
    ASSERT_EQ(says(*m_clerk, "allocate", bench()), "done");
    EXPECT_EQ(says(*m_clerk, "allocate", bench()), "guard.bench-fits.reason");
    declare(*m_judge, m_case);
    EXPECT_EQ(lines(view(*m_clerk), "card.allocate", "field.bench"), "bench.declared bench.awaited ");
    EXPECT_EQ(says(*m_judge, "issue", decision()), "guard.bench-declared");
    const auto refused =
        m_judge->cases().perform({.act = "issue", .caseId = m_case, .data = decision()}).error();
    EXPECT_THAT(Catalogue::embedded("en").text(refused.what), HasSubstr("Julius Gavel sits on the bench"));
    declare(*m_second, m_case);
    EXPECT_EQ(says(*m_second, "issue", decision()), "guard.signatory-fits");
    Json shorter = decision();
    shorter.set("end", formatDay(view(*m_coordinator).file.request->scope.end - std::chrono::days{30}));
    const auto preview =
        m_judge->cases().preview({.act = "issue-in-part", .caseId = m_case, .data = shorter}).value();
    ASSERT_EQ(preview.differences.size(), 1U);
    EXPECT_EQ(preview.differences.front().id, "difference.end");
    shorter.set("refused_part", "The last month.");
    ASSERT_EQ(says(*m_judge, "issue-in-part", shorter), "done");
    const CaseView after = view(*m_coordinator);
    EXPECT_EQ(lines(after, "card.issue-in-part", "field.differences"), "difference.end ");
    EXPECT_EQ(lines(after, "card.issue-in-part", "field.request-version"), "1");
    EXPECT_EQ(diagnosis(*m_coordinator), "ok");
}

TEST_F(Court, SignsLastWhatEveryMemberAgreedTo)
{
    Json allSign = bench();
    allSign.set("signs", "every-member");
    ASSERT_EQ(says(*m_clerk, "allocate", allSign), "done");
    declare(*m_judge, m_case);
    declare(*m_second, m_case);
    EXPECT_EQ(says(*m_judge, "issue", decision()), "guard.members-concur.draft");
    const Json whole = decision();
    const Json draft = Json::object({{"decides", "issued"}, {"parts", *whole.find("parts")},
        {"start", whole.text("start")}, {"end", whole.text("end")}, {"decision_text", "A numbat argues."}});
    ASSERT_EQ(says(*m_judge, "circulate-decision", draft), "done");
    EXPECT_THAT(
        lines(view(*m_second), "card.circulate-decision", "field.decision_text"), HasSubstr("numbat"));
    EXPECT_EQ(lines(view(*m_coordinator), "card.circulate-decision", "field.decision_text"), "");
    EXPECT_EQ(says(*m_judge, "issue", whole), "guard.members-concur");
    ASSERT_EQ(says(*m_second, "concur", Json::object({{"draft_version", 1}})), "done");
    EXPECT_EQ(says(*m_judge, "issue", whole), "done");
    EXPECT_EQ(diagnosis(*m_judge), "ok");
}

TEST_F(Court, KeepsItsNotesToTheBench)
{
    ASSERT_EQ(says(*m_clerk, "allocate", bench()), "done");
    declare(*m_judge, m_case);
    ASSERT_EQ(says(*m_judge, "add-court-note", Json::object({{"court_note", "A quokka speaks against it."}})),
        "done");
    const auto noteFor = [&](interfaces::Office& office) {
        const auto opened = office.cases().open(m_case, {});
        return opened ? lines(opened.value(), "card.add-court-note", "field.court_note")
                      : opened.error().what.id;
    };
    EXPECT_THAT(noteFor(*m_judge), HasSubstr("quokka"));
    EXPECT_THAT(noteFor(*m_clerk), HasSubstr("quokka"));
    EXPECT_EQ(noteFor(*m_second), "") << "a member who has not declared";
    for (const char* person : {"coordinator", "head", "registrar", "auditor", "dpa-officer", "eu-centre"})
        EXPECT_THAT(noteFor(*openAs(file, person)), Not(HasSubstr("quokka"))) << person;
    for (const char* person : {"judge", "judge-2", "court-clerk", "coordinator", "auditor"})
        EXPECT_TRUE(openAs(file, person)->search().search("quokka", 10).value().empty()) << person;
    EXPECT_EQ(diagnosis(*m_judge), "ok");
}

TEST_F(Court, ClosesTheFileToAJudgeWhomItWasNotAllocatedTo)
{
    declare(*m_second, m_case);
    EXPECT_FALSE(view(*m_second).cards.empty());
    Json alone = bench();
    alone.set("members", Json::array({}));
    ASSERT_EQ(says(*m_clerk, "allocate", alone), "done");
    EXPECT_TRUE(view(*m_second).cards.empty());
    EXPECT_EQ(says(*m_second, "refuse", Json::object()), "guard.on-the-bench");
    EXPECT_TRUE(m_second->search().search("hotline", 10).value().empty());
}

TEST_F(Court, WaitsForAnAmendedRequestAndReadsItWhenItIsFiled)
{
    declare(*m_judge, m_case);
    Json amended = decision();
    for (const char* name : {"court_evidence", "court_kind_condition", "court_for", "court_against",
             "measures", "redress_court", "redress_period"})
        amended.asObject().erase(name);
    amended.set("consequences", "Fewer messages are read.");
    amended.set("reason", "A wombat asked for less.");
    amended.set("comments_period", "P1W");
    for (const char* missing : {"plan_missing_reason", "opinion_missing_reason", "advice_missing_reason"})
        amended.set(missing, "See the first version.");
    ASSERT_EQ(says(*m_coordinator, "amend-request", amended), "done");
    EXPECT_EQ(says(*m_judge, "refuse", Json::object()), "guard.no-amendment");
    const auto letters = m_coordinator->letters().drafted(m_case).value();
    const auto letter = std::ranges::find_if(
        letters, [](const auto& one) { return one.subject.id == "letter.request-amended"; });
    ASSERT_NE(letter, letters.end());
    for (const std::string_view language : interfaces::kLetterLanguages)
        EXPECT_TRUE(m_coordinator->letters().pdf(m_case, letter->id, language).ok()) << language;
    EXPECT_EQ(lines(view(*m_judge), "card.amend-request", "field.reason"), "") << "a draft of the authority";
    const auto head = openAs(file, "head");
    EXPECT_EQ(says(*m_coordinator, "file-amendment", Json::object({{"channel", "paper"}})), "guard.approved");
    ASSERT_EQ(says(*head, "approve-amendment", Json::object()), "done");
    EXPECT_EQ(says(*m_coordinator, "file-amendment", Json::object({{"channel", "paper"}})),
        "guard.amendment-commented");
    ASSERT_EQ(says(*m_coordinator, "record-comments",
                  Json::object({{"received_on", "2026-06-10"}, {"comments", "None."}})),
        "done");
    const std::string before = view(*m_coordinator).file.request->bundleHash;
    ASSERT_EQ(says(*m_coordinator, "file-amendment", Json::object({{"channel", "paper"}})), "done");
    const CaseView read = view(*m_judge);
    EXPECT_NE(read.file.request->bundleHash, before);
    EXPECT_EQ(read.file.request->version, 2);
    EXPECT_THAT(lines(read, "card.amend-request", "field.reason"), HasSubstr("wombat"));
    ASSERT_EQ(says(*m_judge, "issue", decision()), "done");
    EXPECT_EQ(lines(view(*m_judge), "card.issue", "field.request-version"), "2");
    EXPECT_EQ(diagnosis(*m_coordinator), "ok");
}

TEST_F(Court, SignsTheOrderOutsideAndThenOursIsACopy)
{
    declare(*m_judge, m_case);
    ASSERT_EQ(says(*m_judge, "issue", decision()), "done");
    const std::string exported = m_judge->cases().orderDocument(m_case, "en").value();
    EXPECT_EQ(exported, m_judge->cases().orderDocument(m_case, "en").value());
    const Json data = Json::object({{"signed_file", "order.pdf"}, {"signed_by", "J. Bench"}});
    EXPECT_EQ(says(*m_clerk, "attach-signed-order", m_case, data, {{"order.pdf", "No PDF.\n"}}),
        "guard.signed-order-fits.pdf");
    EXPECT_EQ(says(*m_clerk, "attach-signed-order", m_case, data, {{"order.pdf", exported}}),
        "guard.signed-order-fits.unsigned");
    EXPECT_EQ(says(*m_clerk, "attach-signed-order", m_case, data, {{"order.pdf", "%PDF-1.7 a scan\n"}}),
        "guard.signed-order-fits.check");
    ASSERT_EQ(
        says(*m_clerk, "attach-signed-order", m_case, data, {{"order.pdf", exported + "% a signature\n"}}),
        "done");
    const auto order = m_coordinator->cases().order(m_case).value();
    ASSERT_TRUE(order.signedFile);
    EXPECT_EQ(order.signedFile->name, "order.pdf");
    EXPECT_TRUE(order.signedFile->preserved);
    EXPECT_NE(m_judge->cases().orderDocument(m_case, "en").value(), exported) << "now an unsigned copy";
    EXPECT_EQ(lines(view(*m_coordinator), "card.attach-signed-order", "field.signed-file-check"),
        "signed-file.preserved ");
    EXPECT_EQ(diagnosis(*m_coordinator), "ok");
}

TEST_F(Court, NeedsNewFactsAfterARefusalAndTheTwoFilesNameEachOther)
{
    declare(*m_judge, m_case);
    const Json texts = Json::object({{"significant_risk", "Not shown."}, {"balance", "Not reached."},
        {"redress_court", "Administrative Court of Arcadia"}, {"redress_period", "One month"}});
    ASSERT_EQ(says(*m_judge, "refuse", texts), "done");
    const CaseFile refused = view(*m_coordinator).file;
    Json opening =
        Json::object({{"provider", refused.provider.text()}, {"service", refused.services.front().text()},
            {"kind", toText(*refused.detectionKind)}, {"grounds", "The risk grew."}});
    interfaces::ActRequest request{.act = "open-detection", .data = opening};
    EXPECT_EQ(m_coordinator->cases().perform(request).error().what.id, "guard.new-facts-after-refusal");
    request.data.set("new_facts", "Three more reports.");
    const auto opened = m_coordinator->cases().perform(request);
    ASSERT_TRUE(opened.ok()) << opened.error().what.id;
    const CaseView fresh = m_coordinator->cases().open(opened.value().caseId, {}).value();
    EXPECT_EQ(fresh.file.afterRefusal, m_case);
    EXPECT_EQ(lines(fresh, "card.open-detection", "field.after-refusal"), "refusal.was-refused ");
    EXPECT_EQ(lines(view(*m_coordinator), "card.refuse", "field.opened-after"), "refusal.opened-after ");
}

} // namespace

} // namespace tutela::services

#include <algorithm>
#include <fstream>
#include <map>

#include "core/services/backup.h"
#include "core/services/sample_stories.h"
#include "tests/support/pdf_words.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using interfaces::AttachedFile;
using tutela::testing::pdfWords;

/// A review as the coordinator, the head and the registrar carry it on, each at their own desk.
class Reviews : public SampleRegister {
protected:
    interfaces::Office& as(const std::string& person)
    {
        auto& office = m_offices[person];
        if (!office)
            office = openAs(file, person);
        return *office;
    }

    interfaces::ActReceipt done(const std::string& person, const std::string& act, const CaseId& id,
        Json data, std::vector<AttachedFile> files = {})
    {
        interfaces::ActRequest request{.act = act, .caseId = id, .data = std::move(data)};
        request.attachments = std::move(files);
        auto receipt = as(person).cases().perform(request);
        if (!receipt)
            throw std::runtime_error(act + ": " + receipt.error().what.id + " " + receipt.error().where);
        return std::move(receipt).value();
    }

    std::string refused(const std::string& person, const std::string& act, const CaseId& id, Json data)
    {
        const auto receipt = as(person).cases().perform({.act = act, .caseId = id, .data = std::move(data)});
        return receipt ? "done" : receipt.error().what.id;
    }

    std::string today(int days = 0)
    {
        return formatDay(as("coordinator").clock().today() + std::chrono::days{days});
    }

    CaseFile fileOf(const CaseId& id) { return as("coordinator").cases().open(id, {}).value().file; }

    CaseId received()
    {
        for (const auto& row :
            as("coordinator").worklist().page({.kind = CaseKind::Assessment}).value().rows) {
            if (row.step == Step::Received
                && fileOf(row.caseId).filings.front().kind == FilingKind::RiskReport)
                return row.caseId;
        }
        throw std::runtime_error("no report received");
    }

    CaseId investigated()
    {
        const CaseFile known = fileOf(received());
        auto opened = as("coordinator")
                          .cases()
                          .perform({.act = "open-detection",
                              .data = Json::object({{"provider", known.provider.text()},
                                  {"service", known.services.front().text()}, {"kind", "known"},
                                  {"grounds", "An invented residual risk."}})});
        if (!opened)
            throw std::runtime_error(opened.error().what.id);
        return opened.value().caseId;
    }

    void hear(const CaseId& id, const std::string& hearing)
    {
        done("coordinator", "invite-to-hearing", id,
            Json::object({{"intended_findings", "Private groups were left out."}, {"period", "P2W"}}));
        done("registrar", "record-hearing", id,
            Json::object({{"hearing", hearing}, {"received_on", today()}, {"statement", "Accepted."}}));
    }

    Json against(const CaseId& id)
    {
        return Json::object({{"service", fileOf(id).services.front().text()}, {"outcome", "not-complied"},
            {"reasons", "Private groups were not assessed."}, {"required_measures", "Assess them."},
            {"remedy_period", "P1M"}, {"redress", "An invented court, one month."}});
    }

    /// How many risk reports can be found in the bytes of the register's file.
    std::size_t reportsInTheFile()
    {
        std::ifstream in(file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        std::size_t found = 0;
        for (auto at = bytes.find(kReport); at != std::string::npos; at = bytes.find(kReport, at + 1))
            ++found;
        return found;
    }

    SampleProvider providerOf(const CaseId& id)
    {
        const auto view = as("coordinator").cases().open(id, {}).value();
        return {view.file.provider, view.provider, {{view.file.services.front(), view.services.front()}}};
    }

private:
    static constexpr std::string_view kReport = "\"form\": \"risk-report-2022-209\"";

    std::map<std::string, std::unique_ptr<interfaces::Office>> m_offices;
};

TEST_F(Reviews, DetermineAgainWhatWasRedoneAndIsStillShort)
{
    const CaseId id = received();
    const std::string service = fileOf(id).services.front().text();
    done("coordinator", "record-verdict", id,
        Json::object({{"service", service}, {"review_subject", "factor-b"},
            {"review_verdict", "insufficient"}, {"reasons", "No policy on private groups."}}));
    hear(id, "H1");
    const auto first = done("coordinator", "determine", id, against(id));
    EXPECT_EQ(first.step, Step::DeterminationMade);
    EXPECT_TRUE(first.warnings.empty());
    EXPECT_EQ(refused("coordinator", "determine", id, against(id)), "guard.service-undetermined.done");

    const auto redone = done("registrar", "record-further-report", id,
        Json::object({{"received_on", today()}, {"document", "report-2.json"}}),
        {{"report-2.json", sampleFurtherReport(providerOf(id), as("coordinator").clock().today())}});
    EXPECT_EQ(redone.step, Step::UnderReview);
    EXPECT_EQ(refused("coordinator", "determine", id, against(id)), "guard.heard-first") << "not heard again";
    hear(id, "H2");
    const auto second = done("coordinator", "determine", id, against(id));
    EXPECT_EQ(second.step, Step::DeterminationMade);
    ASSERT_EQ(fileOf(id).determinations.size(), 2U);

    std::vector<std::string> remedies;
    for (const auto& clock : as("coordinator").cases().open(id, {}).value().clocks) {
        if (clock.id.starts_with("DL08"))
            remedies.push_back(clock.id.substr(5 + service.size()) + " " + std::string(toText(clock.state)));
    }
    EXPECT_EQ(remedies, (std::vector<std::string>{" met", "-2 running"}));
}

TEST_F(Reviews, OfTheAuthoritysOwnMotionRequireAnUpdateBeforeItsTime)
{
    const CaseId earlier = received();
    const CaseFile known = fileOf(earlier);
    const auto opened = as("coordinator")
                            .cases()
                            .perform({.act = "open-review",
                                .data = Json::object({{"provider", known.provider.text()},
                                    {"services", Json::array({known.services.front().text()})},
                                    {"earlier_file", earlier.text()},
                                    {"grounds", "A new function lets strangers send pictures."}})});
    ASSERT_TRUE(opened.ok()) << opened.error().what.id;
    const CaseId id = opened.value().caseId;
    EXPECT_EQ(opened.value().step, Step::UnderReview);
    const Json demand = Json::object({{"service", known.services.front().text()}, {"period", "P2M"},
        {"change_evidence", "Two invented reports since the change."}, {"redress", "An invented court."}});
    EXPECT_EQ(refused("coordinator", "require-early-update", id, demand), "guard.heard-before");
    hear(id, "H1");
    done("coordinator", "require-early-update", id, demand);
    const auto states = [&] {
        std::string text;
        for (const auto& clock : as("coordinator").cases().open(id, {}).value().clocks) {
            if (clock.id.starts_with("UPDATE"))
                text += std::string(toText(clock.state)) + ";";
        }
        return text;
    };
    EXPECT_EQ(states(), "running;");
    const auto letters = as("coordinator").letters().drafted(id).value();
    EXPECT_EQ(letters.back().subject.id, "letter.early-update");
    EXPECT_TRUE(as("coordinator").letters().pdf(id, letters.back().id, "fr").ok());
    done("registrar", "record-further-report", id,
        Json::object({{"received_on", today()}, {"document", "update.json"}}),
        {{"update.json", sampleFurtherReport(providerOf(id), as("coordinator").clock().today())}});
    EXPECT_EQ(states(), "met;");
}

TEST_F(Reviews, LetTheDataProtectionAuthorityGiveTheOpinionItWasAskedFor)
{
    const CaseId id = investigated();
    EXPECT_FALSE(as("dpa-officer").cases().open(id, {}).ok());
    done("coordinator", "demand-information", id,
        Json::object({{"asked_body", "data-protection-authority"},
            {"asked_name", "Data Protection Commission of Arcadia"}, {"sought", "opinion"},
            {"questions", Json::array({"Is scanning on the device possible?"})}, {"period", "P6W"}}));
    const auto seen = as("dpa-officer").cases().open(id, {});
    ASSERT_TRUE(seen.ok());
    ASSERT_EQ(seen.value().cards.size(), 1U) << "the question alone";
    const auto letters = as("dpa-officer").letters().drafted(id).value();
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters.front().addressee, "Data Protection Commission of Arcadia");
    const std::string letter =
        pdfWords(as("dpa-officer").letters().pdf(id, letters.front().id, "de").value());
    EXPECT_NE(letter.find("Bitte nehmen Sie zu diesen Fragen Stellung"), std::string::npos) << letter;
    const auto own = as("coordinator").letters().drafted(id).value();
    EXPECT_TRUE(std::ranges::none_of(own, [](const auto& one) { return one.party.id == "party.provider"; }))
        << "the provider is written to although it was not asked";
    EXPECT_EQ(seen.value().cards.front().id, "R1");
    done("dpa-officer", "give-requested-opinion", id,
        Json::object({{"request", "R1"}, {"opinion", "Under conditions."},
            {"points", Json::array({"Delete at once."})}}));
    EXPECT_TRUE(fileOf(id).requests.front().answeredOn.has_value());
    EXPECT_EQ(as("dpa-officer").cases().open(id, {}).value().cards.size(), 2U);
    EXPECT_FALSE(as("eu-centre").cases().open(id, {}).ok());
}

TEST_F(Reviews, SayWhenTheProviderMovedToAnotherMemberState)
{
    const CaseId id = received();
    const auto says = [&] {
        const auto warnings = as("coordinator").cases().open(id, {}).value().warnings;
        return std::ranges::count(warnings, WarningKind::SeatMoved, &CaseWarning::kind);
    };
    EXPECT_EQ(says(), 0);
    auto& directory = as("registrar").providers();
    const ProviderId provider = fileOf(id).provider;
    for (const auto& known : directory.providers().value()) {
        if (known.id != provider)
            continue;
        auto details = known.details;
        details.memberState = "DE";
        details.validFrom.reset();
        EXPECT_TRUE(directory.changeProvider(provider, details).ok());
    }
    EXPECT_EQ(says(), 1);
    done("coordinator", "transfer-file", id,
        Json::object({{"member_state", "DE"}, {"authority", "Another authority (fictitious)"},
            {"seat_moved_on", today()}, {"sent_on", today()}, {"reason", "It moved."}}));
    EXPECT_EQ(fileOf(id).step, Step::Closed);
    EXPECT_EQ(says(), 0);
    std::vector<std::string> addressees;
    for (const auto& letter : as("coordinator").letters().drafted(id).value()) {
        if (letter.subject.id == "letter.transfer")
            addressees.push_back(letter.addressee);
    }
    ASSERT_EQ(addressees.size(), 2u) << "the other authority and the provider";
    EXPECT_EQ(addressees.front(), "Another authority (fictitious)");
}

TEST_F(Reviews, WriteToTheOtherMemberStatesInEveryLanguage)
{
    const CaseId id = received();
    done("coordinator", "inform-other-states", id,
        Json::object({{"sent_on", today()}, {"recipients", "All"}, {"reason", "Nobody was appointed."}}));
    auto& desk = as("coordinator").letters();
    const auto letter = desk.drafted(id).value().back();
    EXPECT_EQ(letter.subject.id, "letter.other-states");
    EXPECT_EQ(letter.party.id, "party.coordinating-authorities");
    const std::pair<const char*, const char*> rows[] = {{"en", "under the jurisdiction of all Member States"},
        {"fr", "compétence de tous les États membres"}, {"de", "Zuständigkeit aller Mitgliedstaaten"},
        {"nl", "rechtsmacht van alle lidstaten"}};
    for (const auto& [language, sentence] : rows) {
        const std::string words = tutela::testing::pdfWords(desk.pdf(id, letter.id, language).value());
        EXPECT_NE(words.find(sentence), std::string::npos) << words;
        EXPECT_NE(words.find("Nobody was appointed."), std::string::npos) << words;
        EXPECT_EQ(words.find('{'), std::string::npos) << words;
    }
}

TEST_F(Reviews, PutADocumentInQuarantineAndDestroyItByTwo)
{
    const CaseId id = received();
    const DocumentId document = fileOf(id).documents.front().id;
    ASSERT_TRUE(as("head").cases().document(document).ok());
    const std::size_t reports = reportsInTheFile();
    const Json facts =
        Json::object({{"document", document.text()}, {"reason", "It may be what we never hold."},
            {"referred_to", "Police of Arcadia (fictitious)"}, {"referred_on", today()}});
    done("registrar", "quarantine-document", id, facts);
    for (const char* person : {"coordinator", "head", "registrar", "auditor"})
        EXPECT_FALSE(as(person).cases().document(document).ok()) << person;
    EXPECT_EQ(
        as("auditor").cases().open(id, {}).value().access.front().document.flag, DocumentFlag::InQuarantine);
    EXPECT_EQ(as("head").cases().document(document).error().what.id, "refusal.quarantined");
    EXPECT_EQ(diagnosis(as("auditor")), "ok");

    const Json proposal =
        Json::object({{"document", document.text()}, {"reason", "The police have it and agree."}});
    const Json confirmation =
        Json::object({{"document", document.text()}, {"backups", "The two tapes of June were overwritten."}});
    done("coordinator", "propose-destruction", id, proposal);
    EXPECT_EQ(refused("coordinator", "confirm-destruction", id, confirmation),
        "guard.destruction-fits.same-person");
    const std::filesystem::path older = folder.file("older");
    ASSERT_TRUE(createBackup(file, older).ok());
    EXPECT_TRUE(verifyBackup(older, file).value().stillHolds.empty());
    done("head", "confirm-destruction", id, confirmation);
    EXPECT_EQ(verifyBackup(older, file).value().stillHolds, std::vector{document});
    const std::filesystem::path newer = folder.file("newer");
    ASSERT_TRUE(createBackup(file, newer).ok());
    EXPECT_TRUE(verifyBackup(newer, file).value().stillHolds.empty());
    EXPECT_EQ(diagnosis(as("auditor")), "ok") << "what was destroyed by two is no damage";
    EXPECT_EQ(as("head").cases().document(document).error().what.id, "refusal.quarantined");
    EXPECT_LT(reportsInTheFile(), reports) << "an overwritten page still holds the document";
}

TEST_F(Reviews, PutTheSameBytesInQuarantineInEveryFileAndTakeThemInNoMore)
{
    const AttachedFile annex{"annex.txt", "An invented annex that came twice."};
    const CaseId id = received();
    const CaseId other = investigated();
    const auto shown = [&](const char* name) {
        return Json::object({{"observed_on", today()}, {"source", "own findings"},
            {"description", "An annex."}, {"document", name}});
    };
    done("coordinator", "record-evidence", other, shown("annex.txt"), {annex});
    const auto first = fileOf(other).documents.back().id;
    done("registrar", "record-further-report", id,
        Json::object({{"received_on", today()}, {"document", "annex.txt"}, {"summary", "An annex."}}),
        {annex});
    const auto second = fileOf(id).documents.back().id;
    ASSERT_TRUE(as("head").cases().document(first).ok());

    const auto receipt = done("registrar", "quarantine-document", id,
        Json::object({{"document", second.text()}, {"reason", "It may be what we never hold."},
            {"referred_to", "Police of Arcadia (fictitious)"}, {"referred_on", today()}}));
    EXPECT_EQ(receipt.alsoChanged, std::vector{other});
    for (const DocumentId& document : {first, second})
        EXPECT_EQ(as("head").cases().document(document).error().what.id, "refusal.quarantined")
            << document.text();
    interfaces::ActRequest again{.act = "record-evidence", .caseId = other, .data = shown("again.txt")};
    again.attachments = {{"again.txt", annex.bytes}};
    EXPECT_EQ(as("coordinator").cases().perform(again).error().what.id, "attachment.quarantined");
    again.attachments = {{"again.txt", annex.bytes + " Other words."}};
    EXPECT_TRUE(as("coordinator").cases().perform(again).ok());
    EXPECT_EQ(diagnosis(as("auditor")), "ok");
}

TEST_F(Reviews, DecideAClaimOfConfidentialityPassageByPassage)
{
    const CaseId id = received();
    const DocumentId document = fileOf(id).documents.front().id;
    done("registrar", "record-confidentiality-claim", id,
        Json::object({{"document", document.text()}, {"claimed_by", "provider"}, {"received_on", today()},
            {"passages", Json::array({"Section 3, figures of users", "Section 7"})},
            {"ground", "Business secrets."}}));
    const EntrySeq claim = fileOf(id).claims.front().entry;
    const Json shown = Json::object({{"document", document.text()}, {"party", "other-party"},
        {"disclosure", "disclosed"}, {"given_on", today()}});
    EXPECT_EQ(refused("coordinator", "set-report-disclosure", id, shown), "guard.disclosure-fits.claim-open");
    done("coordinator", "decide-confidentiality", id,
        Json::object({{"claim", claim}, {"accepted_passages", Json::array({"1"})},
            {"reasons", "Section 7 repeats the terms and conditions."}}));
    EXPECT_EQ(
        refused("coordinator", "set-report-disclosure", id, shown), "guard.disclosure-fits.claim-accepted");
    interfaces::ActRequest partial{.act = "set-report-disclosure", .caseId = id};
    partial.data = Json::object(
        {{"document", document.text()}, {"party", "other-party"}, {"disclosure", "non-confidential-version"},
            {"given_on", today()}, {"ground", "Claim F1."}, {"version", "open.txt"}});
    partial.attachments = {{"open.txt", "The report without section 3.\n"}};
    const auto given = as("coordinator").cases().perform(partial);
    EXPECT_TRUE(given.ok()) << given.error().what.id;
}

} // namespace

} // namespace tutela::services

#include "tests/support/sample_office.h"

#include <algorithm>
#include <functional>
#include <map>

#include "tests/support/quiet_desks.h"
#include "tests/support/sample_comparisons.h"
#include "tests/support/sample_duties.h"
#include "tests/support/sample_legal_texts.h"

namespace tutela::testing {

using namespace interfaces;

namespace {

Error refusal(ErrorCode code, std::string sentence)
{
    return {code, {std::move(sentence), {}}, {}, {}, {}, std::nullopt};
}

class SampleProviders final : public ProviderDirectory {
    Result<std::vector<ProviderView>> providers() override
    {
        return std::vector<ProviderView>{
            {ProviderId("P-0001"),
                {"Example Parley Ltd", "Sampletown", "contact@parley.example", "en", std::nullopt}, 2},
            {ProviderId("P-0002"),
                {"Muster Hosting SE", "Musterstadt", "kontakt@muster.example", "de", std::nullopt}, 1}};
    }

    Result<ProviderId> addProvider(const ProviderDetails&) override { return ProviderId("P-0009"); }

    Result<Done> changeProvider(const ProviderId&, const ProviderDetails&) override { return Done{}; }

    Result<std::vector<ServiceView>> services(const std::optional<ProviderId>&) override
    {
        return std::vector<ServiceView>{
            {ServiceId("S-0001"), ProviderId("P-0001"), {"Parley", ServiceKind::Hosting, std::nullopt}}};
    }

    Result<ServiceId> addService(const ProviderId&, const ServiceDetails&) override
    {
        return ServiceId("S-0009");
    }

    Result<Done> changeService(const ServiceId&, const ServiceDetails&) override { return Done{}; }
};

class SamplePeopleDesk final : public PeopleDirectory {
    Result<std::vector<PersonView>> people() override
    {
        std::vector<PersonView> views;
        for (std::size_t at = 0; at < samplePeople().size(); ++at) {
            const SamplePerson& person = samplePeople()[at];
            views.push_back({PersonId("U-000" + std::to_string(at + 1)), person.signInName, person.name,
                {{person.role, at != 2}}, false});
        }
        return views;
    }

    Result<PersonId> addPerson(std::string_view, std::string_view, std::string_view) override
    {
        return PersonId("U-0099");
    }

    Result<Done> disable(const PersonId&) override { return Done{}; }

    Result<Done> grant(const PersonId&, Role) override { return Done{}; }

    Result<Done> confirm(const PersonId&, Role) override { return Done{}; }

    Result<Done> resetPassword(const PersonId&, std::string_view) override { return Done{}; }
};

class SampleOffice final : public Office,
                           SignInDesk,
                           Worklist,
                           CaseDesk,
                           LetterDesk,
                           IntakeDesk,
                           RegisterLog,
                           OfficeClock,
                           Changes,
                           SearchDesk,
                           OwnDesk {
public:
    explicit SampleOffice(SampleLog& log)
        : m_log(log)
        , m_cases(sampleCases())
        , m_now(*parseInstant("2027-03-03T09:00:00Z"))
    {
    }

    SignInDesk& signIn() override { return *this; }

    Worklist& worklist() override { return *this; }

    CaseDesk& cases() override { return *this; }

    LetterDesk& letters() override { return *this; }

    IntakeDesk& intake() override { return *this; }

    ComparisonDesk& comparisons() override { return m_comparisons; }

    ProviderDirectory& providers() override { return m_providers; }

    DutyDesk& duties() override { return m_duties; }

    PeopleDirectory& people() override { return m_people; }

    RegisterLog& log() override { return *this; }

    OfficeClock& clock() override { return *this; }

    Changes& changes() override { return *this; }

    SearchDesk& search() override { return *this; }

    OwnDesk& own() override { return *this; }

    LegalTexts& legalTexts() override { return m_legalTexts; }

    CalendarDesk& calendar() override { return m_calendar; }

    AppointmentDesk& appointments() override { return m_appointments; }

    ContactDesk& contacts() override { return m_contacts; }

private:
    Result<SignedIn> signIn(std::string_view name, std::string_view password) override
    {
        for (std::size_t at = 0; at < samplePeople().size(); ++at) {
            const SamplePerson& person = samplePeople()[at];
            if (person.signInName == name && person.password == password) {
                m_person = SignedIn{PersonId("U-000" + std::to_string(at + 1)), person.signInName,
                    person.name, {person.role}, false};
                return *m_person;
            }
        }
        return refusal(ErrorCode::SignIn, "The name or the password is not right.");
    }

    void signOut() override { m_person.reset(); }

    std::optional<SignedIn> signedIn() const override { return m_person; }

    Result<Done> changePassword(std::string_view, std::string_view) override { return Done{}; }

    RegisterFacts registerFacts() const override
    {
        return {"Coordinating Authority of Sampleland", "XX", "UTC", "0000", "com-2022-209", true, false};
    }

    Result<WorklistPage> page(const WorklistQuery& query) override
    {
        WorklistPage page;
        for (const CaseView& view : m_cases) {
            WorklistRow row{view.file.id, view.file.kind, view.file.step, view.provider,
                view.services.size() > 1
                    ? view.services.front() + " (+" + std::to_string(view.services.size() - 1) + ")"
                    : view.services.front(),
                view.waitingFor, view.clocks.front().end, view.clocks.front().daysLeft,
                view.clocks.front().state, view.clocks.front().id, view.responsible};
            if ((!query.kind || *query.kind == row.kind) && (!query.step || *query.step == row.step)
                && (!query.waitingFor || *query.waitingFor == row.waitingFor)
                && row.provider.find(query.provider) != std::string::npos)
                page.rows.push_back(row);
        }
        return page;
    }

    CaseView* find(const CaseId& caseId)
    {
        const auto found = std::find_if(
            m_cases.begin(), m_cases.end(), [&](const auto& view) { return view.file.id == caseId; });
        return found == m_cases.end() ? nullptr : &*found;
    }

    Result<CaseView> open(const CaseId& caseId, std::optional<Instant>) override
    {
        const CaseView* view = find(caseId);
        return view != nullptr ? Result<CaseView>(*view)
                               : refusal(ErrorCode::NotAllowed, "There is no such case for you.");
    }

    Result<std::vector<ActOffer>> acts(const std::optional<CaseId>& caseId) override
    {
        if (!caseId)
            return sampleActs();
        const CaseView* view = find(*caseId);
        std::vector<ActOffer> offers;
        for (ActOffer offer : sampleActs()) {
            if (offer.kind != view->file.kind || offer.from.empty())
                continue;
            judge(offer, view->file.step);
            offers.push_back(std::move(offer));
        }
        return offers;
    }

    void judge(ActOffer& offer, Step step) const
    {
        const Role own = m_person ? m_person->roles.front() : Role::Auditor;
        const bool ofTheirs = std::find(offer.roles.begin(), offer.roles.end(), own) != offer.roles.end();
        offer.onlyFromDocument = offer.outside && !ofTheirs && own == Role::Coordinator;
        const bool role = ofTheirs || offer.onlyFromDocument;
        if (std::find(offer.from.begin(), offer.from.end(), step) == offer.from.end())
            offer.whyNot.push_back({"E_STEP", {"The case is not at the stage for this.", {}}, offer.law});
        if (!role)
            offer.whyNot.push_back({"E_ROLE", {"This is for another role.", {}}, ""});
        offer.allowed = offer.whyNot.empty();
    }

    Result<ActPreview> preview(const ActRequest&) override
    {
        ActPreview preview = m_log.preview;
        preview.refused = m_log.reasons;
        return preview;
    }

    Result<ActReceipt> perform(const ActRequest& request) override
    {
        if (m_log.refuseNext)
            return *std::exchange(m_log.refuseNext, std::nullopt);
        m_log.performed.push_back(request);
        m_log.drafts.erase(nameOf({request.caseId, request.act}));
        CaseView* view = find(request.caseId.value_or(m_cases.front().file.id));
        const auto all = sampleActs();
        const auto offer =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.act == request.act; });
        view->file.streamSeq += 1;
        view->history.push_back({100 + view->file.streamSeq, view->file.streamSeq, m_now, m_person->name,
            request.act, view->file.step, offer->to, false});
        view->file.step = offer->to.value_or(view->file.step);
        Card card;
        card.tab = offer->tab;
        card.entry = 100 + view->file.streamSeq;
        card.title = {request.act, {}};
        card.at = m_now;
        card.by = m_person->name;
        view->cards.push_back(card);
        for (const auto& listener : m_listeners)
            listener.second({view->file.id});
        return ActReceipt{view->file.id, view->file.streamSeq, card.entry, std::string(64, 'e'),
            view->file.step, view->clocks, {}};
    }

    Result<std::string> document(const DocumentId&) override { return std::string("bytes"); }

    Result<OrderView> order(const CaseId& caseId) override
    {
        const CaseView* view = find(caseId);
        if (view == nullptr || !view->file.order)
            return refusal(ErrorCode::NotAllowed, "There is no order.");
        const DetectionOrder& order = *view->file.order;
        return OrderView{caseId.text() + "/O1", DetectionKind::New, OrderStatus::Applies, true, order.scope,
            parseDay("2026-09-30"),
            {{"order.event.issued", order.decidedOn, "Art 7(1)", true},
                {"order.event.transmitted", order.transmittedOn, "Art 8(2)", true},
                {"order.event.received", order.receivedOn, "Art 8(2)", true},
                {"order.event.final", order.finalOn, "Art 9(2)", true},
                {"order.event.starts", order.scope.start, "Art 7(9)", true},
                {"order.event.report-due", parseDay("2027-06-30"), "Art 9(3)", false},
                {"order.event.ends", order.scope.end, "Art 7(9)", false}}};
    }

    Result<std::string> orderDocument(const CaseId&, std::string_view language) override
    {
        m_log.orderLanguage = language;
        return std::string("%PDF-1.7 sample");
    }

    Result<std::string> accessIndex(const CaseId&) override { return std::string("%PDF"); }

    Result<std::string> bundleDocument(const CaseId&, std::string_view language) override
    {
        m_log.bundleLanguage = language;
        return std::string("%PDF-1.7 sample");
    }

    Result<std::string> dateSheet(const CaseId&, std::string_view clock) override
    {
        return "%PDF " + std::string(clock);
    }

    Result<std::vector<LetterView>> drafted(const CaseId&) override { return m_log.letters; }

    Result<std::string> pdf(const CaseId&, std::string_view, std::string_view language) override
    {
        m_log.letterLanguage = language;
        return std::string("%PDF-1.7 sample");
    }

    Result<Json> actSchema(std::string_view) override { return Json::object(); }

    Result<WarningReport> warnings(WarningScope scope) override
    {
        m_log.warningsAsked = scope;
        return scope == WarningScope::OnlyMine ? WarningReport{} : m_log.warnings;
    }

    Result<FilingView> preview(std::string_view bytes) override
    {
        if (bytes.empty() || bytes.front() != '{')
            return refusal(ErrorCode::BadInput, "This is not JSON in UTF-8.");
        return FilingView{FilingKind::RiskReport, "risk-report-1", std::string(64, 'f'), "Example Parley Ltd",
            {"Parley"},
            {{"Risk assessment (Art 3(2))",
                 {{"(a) Previous cases", "Two cases in 2025, both reported by users within a day."},
                     {"(b) Policies and functions", "Terms of service forbid it; age is self-declared."}}},
                {"Measures (Art 4)", {{"Moderation", "A team of four, office hours."}}}},
            {{"F_EMPTY", "must-fix", "/risk/factors/c", "Art 3(2)(c)",
                 {"How users use the service is not described.", {}}},
                {"F_DATE", "to-check", "/measures/0/since", "Art 4(2)",
                    {"The measure starts after the report was written.", {}}}}};
    }

    Result<IntakeReceipt> receive(const IntakeRequest& request) override
    {
        auto view = preview(request.bytes);
        if (!view)
            return view.error();
        return IntakeReceipt{"DOC-000099", {m_cases[3].file.id}, view.value()};
    }

    Result<FilingView> filing(const DocumentId&) override { return preview("{}"); }

    std::vector<std::pair<std::string, std::string>> forms() override { return {}; }

    Result<Json> form(std::string_view) override { return Json::object(); }

    Result<Json> formSchema(std::string_view) override { return Json::object(); }

    Result<VerifyReport> verify(VerifyDepth) override
    {
        return VerifyReport{42, std::string(64, '9'), true, std::nullopt};
    }

    Result<std::vector<LogRow>> rows(std::int64_t from, std::int64_t) override
    {
        std::vector<LogRow> rows;
        for (std::int64_t seq = std::max<std::int64_t>(from, 1); seq <= 42; ++seq)
            rows.push_back({seq, m_now - std::chrono::hours(24 * (43 - seq)), "U-0001", "ask-information",
                "A-2027-0003", std::string(64, '7')});
        return rows;
    }

    Result<std::string> checkpoint() override
    {
        return std::string("tutela.example/sampleland\n42\nmZm=\n\n— sampleland key…\n");
    }

    Result<std::vector<std::string>> prove(std::int64_t) override
    {
        return std::vector<std::string>(6, std::string(64, '3'));
    }

    Result<DoctorReport> doctor(VerifyDepth) override { return DoctorReport{true, {}}; }

    Instant now() const override { return m_now; }

    Day today() const override { return dayOf(m_now); }

    Day dayOf(Instant instant) const override { return std::chrono::floor<std::chrono::days>(instant); }

    std::chrono::seconds offsetAt(Instant) const override { return {}; }

    Result<Done> advanceTo(Instant to) override
    {
        if (to < m_now)
            return refusal(ErrorCode::Clock, "The clock of a training register only goes forward.");
        m_now = to;
        return Done{};
    }

    std::optional<Day> nextDeadline() override { return parseDay("2027-03-05"); }

    class Handle final : public Subscription {
    public:
        explicit Handle(std::function<void()> end)
            : m_end(std::move(end))
        {
        }

        ~Handle() override { m_end(); }

    private:
        std::function<void()> m_end;
    };

    std::unique_ptr<Subscription> subscribe(std::function<void(const std::vector<CaseId>&)> listener) override
    {
        const int number = ++m_lastListener;
        m_listeners[number] = std::move(listener);
        return std::make_unique<Handle>([this, number] { m_listeners.erase(number); });
    }

    void poll() override { }

    Result<std::vector<SearchHit>> search(std::string_view words, std::int64_t limit) override
    {
        std::vector<SearchHit> hits;
        for (const SearchHit& hit : m_log.hits) {
            if (hit.snippet.find(words) != std::string::npos
                && static_cast<std::int64_t>(hits.size()) < limit)
                hits.push_back(hit);
        }
        return hits;
    }

    std::string nameOf(const DraftKey& key) const
    {
        return m_person->person.text() + "/" + (key.caseId ? key.caseId->text() : "") + "/" + key.act;
    }

    Result<Done> keepDraft(const DraftKey& key, const ActDraft& draft) override
    {
        m_log.drafts.insert_or_assign(nameOf(key), std::pair(key, KeptDraft{draft, m_now}));
        return Done{};
    }

    Result<std::optional<KeptDraft>> draft(const DraftKey& key) override
    {
        const auto found = m_log.drafts.find(nameOf(key));
        return found == m_log.drafts.end() ? std::nullopt : std::optional(found->second.second);
    }

    Result<Done> discardDraft(const DraftKey& key) override
    {
        m_log.drafts.erase(nameOf(key));
        return Done{};
    }

    Result<std::vector<DraftRow>> drafts() override
    {
        std::vector<DraftRow> rows;
        for (const auto& [name, kept] : m_log.drafts) {
            if (name.starts_with(m_person->person.text() + "/"))
                rows.push_back({kept.first, kept.second.keptAt});
        }
        return rows;
    }

    Result<Done> keepLayout(std::string_view list, const Json& layout) override
    {
        m_log.layouts.insert_or_assign(m_person->person.text() + "/" + std::string(list), layout);
        return Done{};
    }

    Result<std::optional<Json>> layout(std::string_view list) override
    {
        const auto found = m_log.layouts.find(m_person->person.text() + "/" + std::string(list));
        return found == m_log.layouts.end() ? std::nullopt : std::optional(found->second);
    }

    SampleLog& m_log;
    SampleLegalTexts m_legalTexts;
    SampleComparisons m_comparisons;
    QuietCalendar m_calendar;
    QuietAppointments m_appointments;
    QuietContacts m_contacts;
    SampleProviders m_providers;
    SampleDuties m_duties;
    SamplePeopleDesk m_people;
    std::vector<CaseView> m_cases;
    Instant m_now;
    std::optional<SignedIn> m_person;
    std::map<int, std::function<void(const std::vector<CaseId>&)>> m_listeners;
    int m_lastListener = 0;
};

} // namespace

const std::vector<SamplePerson>& samplePeople()
{
    static const std::vector<SamplePerson> people{{"ada", "Ada Fictive", Role::Coordinator, "training-ada"},
        {"hedda", "Hedda Muster", Role::Head, "training-hedda"},
        {"dana", "Dana Probe", Role::DpaOfficer, "training-dana"},
        {"eudora", "Eudora Demo", Role::EuCentreLiaison, "training-eudora"},
        {"justin", "Justin Example", Role::Judge, "training-justin"},
        {"otto", "Otto Operator", Role::Administrator, "training-otto"}};
    return people;
}

std::unique_ptr<Office> sampleOffice(SampleLog& log)
{
    return std::make_unique<SampleOffice>(log);
}

} // namespace tutela::testing

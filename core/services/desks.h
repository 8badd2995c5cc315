#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/interfaces/office.h"
#include "core/services/register.h"

namespace tutela::services {

/// Tells subscribers of changed cases, in this process and in others.
class ChangeNews final : public interfaces::Changes {
public:
    explicit ChangeNews(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] std::unique_ptr<interfaces::Subscription> subscribe(
        std::function<void(const std::vector<CaseId>&)> listener) override;
    void poll() override;

    void tell(const std::vector<CaseId>& cases);

private:
    using Listeners = std::map<int, std::function<void(const std::vector<CaseId>&)>>;

    Register& m_register;
    std::shared_ptr<Listeners> m_listeners = std::make_shared<Listeners>();
    int m_next = 0;
    std::optional<std::int64_t> m_seen;
    std::string m_state; ///< of the log and the training clock when it was last looked at
};

class SignInService final : public interfaces::SignInDesk {
public:
    explicit SignInService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<interfaces::SignedIn> signIn(
        std::string_view signInName, std::string_view password) override;
    void signOut() override;
    [[nodiscard]] std::optional<interfaces::SignedIn> signedIn() const override;
    [[nodiscard]] Result<Done> changePassword(std::string_view current, std::string_view next) override;
    [[nodiscard]] interfaces::RegisterFacts registerFacts() const override;

private:
    Register& m_register;
};

class WorklistService final : public interfaces::Worklist {
public:
    explicit WorklistService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<interfaces::WorklistPage> page(const interfaces::WorklistQuery& query) override;
    [[nodiscard]] Result<interfaces::WarningReport> warnings(interfaces::WarningScope scope) override;

private:
    Register& m_register;
};

class LegalTextService final : public interfaces::LegalTexts {
public:
    explicit LegalTextService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] std::vector<interfaces::LegalTextRow> list() override;
    [[nodiscard]] Result<interfaces::LegalTextView> show(const std::string& id) override;
    [[nodiscard]] Result<std::vector<interfaces::TextDifference>> compare(
        const std::string& first, const std::string& second) override;

private:
    Register& m_register;
};

class CaseService final : public interfaces::CaseDesk {
public:
    CaseService(Register& target, ChangeNews& news)
        : m_register(target)
        , m_news(news)
    {
    }

    [[nodiscard]] Result<interfaces::CaseView> open(
        const CaseId& caseId, std::optional<Instant> asOf) override;
    [[nodiscard]] Result<std::vector<interfaces::ActOffer>> acts(
        const std::optional<CaseId>& caseId) override;
    [[nodiscard]] Result<interfaces::ActPreview> preview(const interfaces::ActRequest& request) override;
    [[nodiscard]] Result<interfaces::ActReceipt> perform(const interfaces::ActRequest& request) override;
    [[nodiscard]] Result<std::string> document(const DocumentId& document) override;
    [[nodiscard]] Result<interfaces::OrderView> order(const CaseId& caseId) override;
    [[nodiscard]] Result<std::string> orderDocument(const CaseId& caseId, std::string_view language) override;
    [[nodiscard]] Result<std::string> bundleDocument(
        const CaseId& caseId, std::string_view language) override;
    [[nodiscard]] Result<std::string> dateSheet(const CaseId& caseId, std::string_view clock) override;
    [[nodiscard]] Result<std::string> accessIndex(const CaseId& caseId) override;
    [[nodiscard]] Result<Json> actSchema(std::string_view act) override;

private:
    Register& m_register;
    ChangeNews& m_news;
};

class IntakeService final : public interfaces::IntakeDesk {
public:
    IntakeService(Register& target, ChangeNews& news)
        : m_register(target)
        , m_news(news)
    {
    }

    [[nodiscard]] Result<interfaces::FilingView> preview(std::string_view bytes) override;
    [[nodiscard]] Result<interfaces::IntakeReceipt> receive(
        const interfaces::IntakeRequest& request) override;
    [[nodiscard]] Result<interfaces::FilingView> filing(const DocumentId& original) override;
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> forms() override;
    [[nodiscard]] Result<Json> form(std::string_view id) override;
    [[nodiscard]] Result<Json> formSchema(std::string_view id) override;

private:
    Register& m_register;
    ChangeNews& m_news;
};

class ProviderService final : public interfaces::ProviderDirectory {
public:
    explicit ProviderService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<std::vector<interfaces::ProviderView>> providers() override;
    [[nodiscard]] Result<ProviderId> addProvider(const interfaces::ProviderDetails& details) override;
    [[nodiscard]] Result<Done> changeProvider(
        const ProviderId& id, const interfaces::ProviderDetails& details) override;
    [[nodiscard]] Result<std::vector<interfaces::ServiceView>> services(
        const std::optional<ProviderId>& provider) override;
    [[nodiscard]] Result<ServiceId> addService(
        const ProviderId& provider, const interfaces::ServiceDetails& details) override;
    [[nodiscard]] Result<Done> changeService(
        const ServiceId& id, const interfaces::ServiceDetails& details) override;

private:
    Register& m_register;
};

class DutyService final : public interfaces::DutyDesk {
public:
    explicit DutyService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<interfaces::ProviderFile> provider(const ProviderId& id) override;
    [[nodiscard]] Result<interfaces::ServiceFile> service(const ServiceId& id) override;
    [[nodiscard]] Result<std::string> dateSheet(const ServiceId& id, std::string_view clock) override;
    [[nodiscard]] Result<std::vector<interfaces::ServiceFile>> overdue() override;
    [[nodiscard]] Result<Done> recordMeasures(
        const ServiceId& service, Day since, std::string_view statement) override;
    [[nodiscard]] Result<interfaces::ApplicationDate> applicationDate() override;
    [[nodiscard]] Result<Done> recordApplicationDate(Day day, std::string_view basis) override;

private:
    Register& m_register;
};

class PeopleService final : public interfaces::PeopleDirectory {
public:
    explicit PeopleService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<std::vector<interfaces::PersonView>> people() override;
    [[nodiscard]] Result<PersonId> addPerson(
        std::string_view signInName, std::string_view name, std::string_view password) override;
    [[nodiscard]] Result<Done> disable(const PersonId& person) override;
    [[nodiscard]] Result<Done> grant(const PersonId& person, Role role) override;
    [[nodiscard]] Result<Done> confirm(const PersonId& person, Role role) override;
    [[nodiscard]] Result<Done> resetPassword(const PersonId& person, std::string_view password) override;

private:
    Register& m_register;
};

class LogService final : public interfaces::RegisterLog {
public:
    explicit LogService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<interfaces::VerifyReport> verify(interfaces::VerifyDepth depth) override;
    [[nodiscard]] Result<std::vector<interfaces::LogRow>> rows(
        std::int64_t from, std::int64_t limit) override;
    [[nodiscard]] Result<std::string> checkpoint() override;
    [[nodiscard]] Result<std::vector<std::string>> prove(std::int64_t seq) override;
    [[nodiscard]] Result<interfaces::DoctorReport> doctor(interfaces::VerifyDepth depth) override;

private:
    Register& m_register;
};

class ClockService final : public interfaces::OfficeClock {
public:
    explicit ClockService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Instant now() const override { return m_register.now(); }

    [[nodiscard]] Day today() const override { return m_register.today(); }

    [[nodiscard]] Day dayOf(Instant instant) const override { return m_register.zone().dayOf(instant); }

    [[nodiscard]] std::chrono::seconds offsetAt(Instant instant) const override
    {
        return m_register.zone().offsetAt(instant);
    }

    [[nodiscard]] Result<Done> advanceTo(Instant to) override;
    [[nodiscard]] std::optional<Day> nextDeadline() override;

private:
    Register& m_register;
};

class SearchService final : public interfaces::SearchDesk {
public:
    explicit SearchService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<std::vector<interfaces::SearchHit>> search(
        std::string_view words, std::int64_t limit) override;

private:
    Register& m_register;
};

class OwnService final : public interfaces::OwnDesk {
public:
    explicit OwnService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<Done> keepDraft(
        const interfaces::DraftKey& key, const interfaces::ActDraft& draft) override;
    [[nodiscard]] Result<std::optional<interfaces::KeptDraft>> draft(
        const interfaces::DraftKey& key) override;
    [[nodiscard]] Result<Done> discardDraft(const interfaces::DraftKey& key) override;
    [[nodiscard]] Result<std::vector<interfaces::DraftRow>> drafts() override;
    [[nodiscard]] Result<Done> keepLayout(std::string_view list, const Json& layout) override;
    [[nodiscard]] Result<std::optional<Json>> layout(std::string_view list) override;

private:
    Register& m_register;
};

/// The audience whose lists a person reads: that of the first institution in which the person works on cases.
/// Administrators work on none.
[[nodiscard]] std::optional<Institution> listAudienceOf(const Actor& actor);

} // namespace tutela::services

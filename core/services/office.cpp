#include "core/services/office.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/procedure/visibility.h"
#include "core/services/calendar_service.h"
#include "core/services/comparison_service.h"
#include "core/services/contact_service.h"
#include "core/services/desks.h"
#include "core/services/guarded.h"
#include "core/services/letters.h"

namespace tutela::services {

namespace {

class LocalOffice final : public interfaces::Office {
public:
    explicit LocalOffice(std::unique_ptr<Register> target)
        : m_register(std::move(target))
    {
    }

    interfaces::SignInDesk& signIn() override { return m_signIn; }

    interfaces::Worklist& worklist() override { return m_worklist; }

    interfaces::CaseDesk& cases() override { return m_cases; }

    interfaces::LetterDesk& letters() override { return m_letters; }

    interfaces::IntakeDesk& intake() override { return m_intake; }

    interfaces::ComparisonDesk& comparisons() override { return m_comparisons; }

    interfaces::ProviderDirectory& providers() override { return m_providers; }

    interfaces::DutyDesk& duties() override { return m_duties; }

    interfaces::PeopleDirectory& people() override { return m_people; }

    interfaces::RegisterLog& log() override { return m_log; }

    interfaces::OfficeClock& clock() override { return m_clock; }

    interfaces::Changes& changes() override { return m_news; }

    interfaces::SearchDesk& search() override { return m_search; }

    interfaces::OwnDesk& own() override { return m_own; }

    interfaces::LegalTexts& legalTexts() override { return m_legalTexts; }

    interfaces::CalendarDesk& calendar() override { return m_calendar; }

    interfaces::AppointmentDesk& appointments() override { return m_appointments; }

    interfaces::ContactDesk& contacts() override { return m_contacts; }

private:
    std::unique_ptr<Register> m_register;
    ChangeNews m_news{*m_register};
    SignInService m_signIn{*m_register};
    WorklistService m_worklist{*m_register};
    CaseService m_cases{*m_register, m_news};
    LetterService m_letters{*m_register};
    IntakeService m_intake{*m_register, m_news};
    ComparisonService m_comparisons{*m_register};
    ProviderService m_providers{*m_register};
    DutyService m_duties{*m_register};
    PeopleService m_people{*m_register};
    LogService m_log{*m_register};
    ClockService m_clock{*m_register};
    SearchService m_search{*m_register};
    OwnService m_own{*m_register};
    LegalTextService m_legalTexts{*m_register};
    CalendarService m_calendar{*m_register, m_news};
    AppointmentService m_appointments{*m_register, m_news};
    ContactService m_contacts{*m_register};
};

class Handle final : public interfaces::Subscription {
public:
    explicit Handle(std::function<void()> end)
        : m_end(std::move(end))
    {
    }

    ~Handle() override { m_end(); }

    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

private:
    std::function<void()> m_end;
};

} // namespace

std::unique_ptr<interfaces::Subscription> ChangeNews::subscribe(
    std::function<void(const std::vector<CaseId>&)> listener)
{
    const int number = m_next++;
    m_listeners->emplace(number, std::move(listener));
    return std::make_unique<Handle>([listeners = std::weak_ptr(m_listeners), number] {
        if (const auto still = listeners.lock())
            still->erase(number);
    });
}

void ChangeNews::tell(const std::vector<CaseId>& cases)
{
    const Listeners copy = *m_listeners;
    for (const auto& [number, listener] : copy)
        listener(cases);
}

void ChangeNews::poll()
{
    const auto version = guarded([&]() -> Result<std::int64_t> { return m_register.engine.dataVersion(); });
    if (!version)
        return;
    if (m_seen == version.value())
        return;
    // Another person's draft is no news: what all share is the log and the training clock.
    const auto state = guarded([&]() -> Result<std::string> {
        return std::to_string(m_register.journal.size())
            + m_register.local.setting("training_now").value_or(std::string());
    });
    if (!state)
        return;
    const bool changed = m_seen && m_state != state.value();
    m_seen = version.value();
    m_state = state.value();
    if (changed)
        tell({});
}

Result<Done> ClockService::advanceTo(Instant to)
{
    return guarded([&]() -> Result<Done> {
        if (!m_register.identity().training)
            return Error{.code = ErrorCode::Clock, .what = {"clock.no-training", {}}};
        store::Transaction transaction(m_register.engine);
        if (to < m_register.now())
            return Error{.code = ErrorCode::Clock, .what = {"clock.backward", {{"now", m_register.now()}}}};
        m_register.setTrainingClock(to);
        transaction.commit();
        return Done{};
    });
}

std::optional<Day> ClockService::nextDeadline()
{
    const auto next = guarded([&]() -> Result<std::optional<Day>> {
        const auto actor = m_register.actor();
        const auto audience = actor ? listAudienceOf(*actor) : std::nullopt;
        return audience ? m_register.workList.nextDue(*audience, m_register.today()) : std::nullopt;
    });
    return next ? next.value() : std::nullopt;
}

namespace {

/// A name stands in no entry's text: the files of a provider are found where the lists find them.
std::vector<interfaces::SearchHit> filesOfProvider(
    Register& source, std::string_view words, Institution audience, std::int64_t limit)
{
    std::vector<interfaces::SearchHit> hits;
    const auto first = words.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return hits;
    const std::string name(words.substr(first, words.find_last_not_of(' ') - first + 1));
    const store::WorkFilter filter{.audience = audience, .providerPart = name, .withClosed = true};
    for (const store::WorkRow& row : source.workList.page(filter, store::WorkOrder::Provider, "", limit))
        hits.push_back({row.summary.id, {}, fmt::format("{} · {}", row.providerName, row.serviceName)});
    return hits;
}

} // namespace

Result<std::vector<interfaces::SearchHit>> SearchService::search(std::string_view words, std::int64_t limit)
{
    return guarded([&]() -> Result<std::vector<interfaces::SearchHit>> {
        const auto actor = m_register.actor();
        if (!actor)
            return m_register.noActor();
        std::vector<interfaces::SearchHit> hits;
        const auto audience = listAudienceOf(*actor);
        if (!audience)
            return hits;
        // Half of the places are kept for texts: many a name is a common word.
        hits = filesOfProvider(m_register, words, *audience, std::max<std::int64_t>(1, limit / 2));
        const auto left = limit - static_cast<std::int64_t>(hits.size());
        for (const store::SearchRow& row : m_register.search.find(words, *audience, left)) {
            if (actor->has(Role::Judge)) {
                const auto loaded = m_register.loadCase(row.caseId);
                if (!loaded || procedure::mustDeclareFirst(loaded->file, *actor))
                    continue;
            }
            hits.push_back({row.caseId, row.act, row.snippet});
        }
        return hits;
    });
}

std::unique_ptr<interfaces::Office> makeOffice(std::unique_ptr<Register> target)
{
    return std::make_unique<LocalOffice>(std::move(target));
}

Result<std::unique_ptr<interfaces::Office>> openOffice(const std::filesystem::path& file, HeadCheck check)
{
    return guarded([&]() -> Result<std::unique_ptr<interfaces::Office>> {
        return makeOffice(std::make_unique<Register>(file, check));
    });
}

} // namespace tutela::services

#include <algorithm>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/documents/icalendar.h"
#include "core/law/week_load.h"
#include "core/procedure/apply.h"
#include "core/procedure/clock_history.h"
#include "core/procedure/clocks.h"
#include "core/procedure/visibility.h"
#include "core/services/calendar_service.h"
#include "core/services/clock_views.h"
#include "core/services/performer.h"
#include "core/services/presenter.h"

namespace tutela::services {

namespace {

/// On another institution's list; the most pressing ones.
constexpr std::int64_t kMostCases = 2000;

/// A reminder so many working days before the last day to act.
constexpr int kReminders[] = {5, 1};

/// The stages at which a file is or was with the head of authority.
constexpr Step kHeadStages[] = {Step::ForApproval, Step::BeforeTheCourt, Step::Returned};

/// The calendars from an entry on.
struct CalendarVersion {
    EntrySeq since = 0;
    Instant at{};
    procedure::Calendars calendars;
};

/// From the oldest to those of now.
std::vector<CalendarVersion> versionsOf(Register& source)
{
    std::set<EntrySeq> changes;
    for (const store::AdditionRow& row : source.calendar.additions()) {
        changes.insert(row.seq);
        if (row.withdrawnBy)
            changes.insert(*row.withdrawnBy);
    }
    std::vector<CalendarVersion> versions{{0, {}, source.calendarsAt(0)}};
    for (const EntrySeq seq : changes) {
        if (const auto body = source.journal.body(seq))
            versions.push_back({seq, store::entryOf(body->bytes).at, source.calendarsAt(seq + 1)});
    }
    return versions;
}

WaitingFor waitingForOf(Institution institution)
{
    switch (institution) {
    case Institution::Authority:
        return WaitingFor::Authority;
    case Institution::Court:
        return WaitingFor::Court;
    case Institution::Dpa:
        return WaitingFor::Dpa;
    case Institution::EuCentre:
        return WaitingFor::EuCentre;
    }
    return WaitingFor::Nobody;
}

class CalendarExport final {
public:
    CalendarExport(Register& source, const Actor& actor)
        : m_source(source)
        , m_actor(actor)
        , m_versions(versionsOf(source))
        , m_desks(desksOf(source, actor.person))
        , m_audience(listAudienceOf(actor))
        , m_texts(Catalogue::embedded("en"))
    {
    }

    std::string ofCase(const Register::LoadedCase& loaded)
    {
        add(loaded, Whose::Everybody);
        return write(loaded.file.id.text());
    }

    std::string ofPerson()
    {
        for (const CaseId& id : cases()) {
            if (const auto loaded = m_source.loadCase(id))
                add(*loaded, Whose::Own);
        }
        return write(m_source.session->person.name);
    }

private:
    enum class Whose { Own, Everybody };

    [[nodiscard]] std::set<CaseId> cases() const
    {
        std::set<CaseId> found;
        const auto take = [&](const std::vector<CaseId>& ids) { found.insert(ids.begin(), ids.end()); };
        if (m_audience == Institution::Authority) {
            for (const PersonId& desk : m_desks)
                take(m_source.calendar.casesOf(desk));
            for (const Step step : kHeadStages) {
                if (m_actor.has(Role::Head))
                    take(m_source.calendar.casesAt(step));
            }
        } else if (m_audience) {
            take(m_source.calendar.casesSeenBy(*m_audience, kMostCases));
        }
        return found;
    }

    /// Whether the dates of the file are this person's own at that moment.
    [[nodiscard]] bool isOwn(const CaseFile& file) const
    {
        const WaitingFor waiting = procedure::waitingFor(file, m_source.rulebook());
        if (m_audience != Institution::Authority)
            return m_audience && waiting == waitingForOf(*m_audience);
        if (m_actor.has(Role::Head) && waiting == WaitingFor::Head)
            return true;
        return file.responsible && std::ranges::find(m_desks, *file.responsible) != m_desks.end();
    }

    /// The running clocks of the file as it stood then, as far as the person may see them.
    [[nodiscard]] std::vector<CaseDate> running(
        const Register::LoadedCase& then, Whose whose, const procedure::Calendars& calendars) const
    {
        if (whose == Whose::Own && !isOwn(then.file))
            return {};
        const auto institution = procedure::readsFor(then.file, m_actor);
        if (!institution || procedure::mustDeclareFirst(then.file, m_actor))
            return {};
        if (*institution == Institution::Authority)
            return procedure::summaryOf(then.file, m_source.rulebook(), calendars).dates;
        const CaseFile seen =
            Presenter(m_source, then, m_actor, m_source.zone().dayOf(then.entries.back().at)).visibleFile();
        return procedure::summaryOf(seen, m_source.rulebook(), calendars).dates;
    }

    void add(const Register::LoadedCase& loaded, Whose whose)
    {
        procedure::ClockHistory history;
        Register::LoadedCase then{CaseFile{.id = loaded.file.id}, {}};
        std::size_t version = 0;
        const auto catchUp = [&](EntrySeq before) {
            while (version + 1 < m_versions.size() && m_versions[version + 1].since < before) {
                ++version;
                if (!then.entries.empty())
                    history.see(running(then, whose, m_versions[version].calendars), m_versions[version].at);
            }
        };
        for (const Entry& entry : loaded.entries) {
            catchUp(entry.seq);
            then.entries.push_back(entry);
            procedure::apply(then.file, entry);
            history.see(running(then, whose, m_versions[version].calendars), entry.at);
        }
        catchUp(std::numeric_limits<EntrySeq>::max());
        for (const procedure::ToldDate& told : history.dates())
            m_events.push_back(eventOf(loaded.file.id, told));
    }

    [[nodiscard]] documents::CalendarEvent eventOf(
        const CaseId& caseId, const procedure::ToldDate& told) const
    {
        const std::string definition = told.clockId.substr(0, told.clockId.find('/'));
        const auto& clocks = m_source.rulebook().clocks();
        const auto clock = std::ranges::find(
            clocks, definition, [](const law::RulebookClock& one) { return one.definition.id; });
        const Term name{fmt::format("clock.{}", definition), serviceOfClock(m_source, told.clockId)};
        documents::CalendarEvent event;
        event.uid = fmt::format("{}-{}-{}", caseId.text(), told.clockId, m_source.identity().storeId);
        std::ranges::replace(event.uid, '/', '-');
        event.sequence = told.sequence;
        event.changedAt = told.changedAt;
        event.day = told.day;
        event.summary = m_texts.text({"ics.summary", {{"case", caseId.text()}, {"clock", name}}});
        event.description = m_texts.text({told.confirmed ? "ics.description" : "ics.description.unconfirmed",
            {{"id", told.clockId}, {"law", clock == clocks.end() ? std::string() : clock->definition.law}}});
        if (told.cancelled) {
            event.status = documents::EventStatus::Cancelled;
            return event;
        }
        if (!told.confirmed)
            event.status = documents::EventStatus::Tentative;
        for (const int workingDays : kReminders) {
            const Day day = law::workingDaysBefore(told.day, workingDays, m_source.calendars().authority);
            event.remindDaysBefore.push_back((told.day - day).count());
        }
        return event;
    }

    [[nodiscard]] std::string write(const std::string& whose)
    {
        std::ranges::sort(m_events, {},
            [](const documents::CalendarEvent& event) { return std::pair(event.day, event.uid); });
        documents::CalendarFile file{
            m_texts.text({"ics.name", {{"whose", whose}}}), m_source.now(), std::move(m_events)};
        return documents::writeCalendar(file);
    }

    Register& m_source;
    const Actor& m_actor;
    std::vector<CalendarVersion> m_versions;
    std::vector<PersonId> m_desks;
    std::optional<Institution> m_audience;
    const Catalogue& m_texts;
    std::vector<documents::CalendarEvent> m_events;
};

} // namespace

Result<std::string> calendarFile(Register& source, const Actor& actor, const std::optional<CaseId>& caseId)
{
    if (!caseId)
        return CalendarExport(source, actor).ofPerson();
    const auto loaded = Performer(source).visibleCase(*caseId, actor);
    if (!loaded)
        return loaded.error();
    return CalendarExport(source, actor).ofCase(loaded.value());
}

} // namespace tutela::services

#include "core/services/clock_views.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/law/clock_ledger.h"
#include "core/procedure/clocks.h"
#include "core/procedure/facts.h"
#include "core/procedure/readings.h"
#include "core/services/entry_content.h"

namespace tutela::services {

namespace {

std::vector<interfaces::ReadingView> readingsFor(const law::Rulebook& rulebook, const std::string& clock)
{
    std::vector<interfaces::ReadingView> views;
    for (const law::Reading& reading : rulebook.readings()) {
        if (std::ranges::find(reading.clocks, clock) == reading.clocks.end())
            continue;
        interfaces::ReadingView view{reading.key, reading.law, reading.followed, {}};
        std::ranges::copy_if(reading.options, std::back_inserter(view.others),
            [&](const std::string& option) { return option != reading.followed; });
        views.push_back(std::move(view));
    }
    return views;
}

/// In whose working days a clock is counted.
Message calendarText(const procedure::CaseClock& clock, const CaseFile& file, const law::Calendar& calendar)
{
    if (clock.calendar == law::CalendarOwner::Provider && file.providerState.empty())
        return {"duty.calendar-authority", {}};
    if (clock.calendar == law::CalendarOwner::Provider)
        return {calendar.id() == file.providerState ? "duty.calendar" : "duty.calendar-unknown",
            {{"state", file.providerState}}};
    return {"clock.calendar", {{"calendar", calendar.name()}}};
}

struct StandingClock {
    std::string id;
    std::string law;
    interfaces::ClockStand stand;
};

std::vector<StandingClock> standsOf(const Register& source, const CaseFile& file, Day today)
{
    std::vector<StandingClock> stands;
    for (const procedure::CaseClock& clock : procedure::clocksOf(file, source.rulebook())) {
        const law::Calendar& calendar = procedure::calendarOf(clock, file, source.calendars());
        const law::LedgerDates dates = law::countLedger(*clock.definition, clock.facts, calendar);
        stands.push_back({clock.id, clock.definition->law,
            {law::stateOn(dates, today), law::lastDayToAct(dates), dates.confirmed}});
    }
    return stands;
}

/// Says which entry of the file, and which document that came with it, proves a step of a clock.
class Proofs final {
    /// The message without and with the name of a document.
    struct Ids {
        const char* plain;
        const char* withDocument;
    };

public:
    Proofs(Register& source, const CaseFile& file, ClockTexts texts)
        : m_source(source)
        , m_file(file)
        , m_texts(texts)
    {
    }

    /// The first step of a clock, from what its day is counted; nothing while the entry is not known.
    void addTrigger(const procedure::CaseClock& clock, std::vector<interfaces::ClockStep>& steps) const
    {
        const auto number = numberInFile(m_file, clock.trigger);
        if (number && clock.facts.trigger)
            add(clock.definition->mode == law::PeriodMode::Fixed
                    ? Ids{"proof.fixed", "proof.fixed-document"}
                    : Ids{"proof.trigger", "proof.trigger-document"},
                {{"day", *clock.facts.trigger}, {"what", Term{"trigger." + clock.definition->trigger}},
                    {"number", *number}},
                clock, clock.trigger, steps);
        if (clock.dayFound)
            steps.push_back({clock.definition->law, *clock.dayFound, formatDay(*clock.facts.trigger)});
    }

    void addMet(const procedure::CaseClock& clock, std::vector<interfaces::ClockStep>& steps) const
    {
        const auto number = clock.met ? numberInFile(m_file, *clock.met) : std::nullopt;
        if (number)
            add({"proof.met", "proof.met-document"}, {{"number", *number}}, clock, *clock.met, steps);
    }

    /// Puts the texts in the place of the numbers under which they stand.
    void addReasons(procedure::CaseClock& clock) const
    {
        if (m_texts == ClockTexts::Hidden)
            return;
        for (std::size_t at = 0; at < clock.extensions.size(); ++at)
            clock.facts.extensions[at].reason = contentOf(m_source, clock.extensions[at]).text("reason");
    }

private:
    void add(Ids ids, std::vector<Argument> arguments, const procedure::CaseClock& clock, EntrySeq entry,
        std::vector<interfaces::ClockStep>& steps) const
    {
        const auto document = std::ranges::find(m_file.documents, entry, &CaseDocument::entry);
        const auto stored = m_texts == ClockTexts::Shown && document != m_file.documents.end()
            ? m_source.vault.document(document->id)
            : std::nullopt;
        if (stored) {
            arguments.push_back({"document", fmt::format("{} ({})", stored->name, document->id.text())});
        }
        steps.push_back(
            {clock.definition->law, {stored ? ids.withDocument : ids.plain, std::move(arguments)}, {}});
    }

    Register& m_source;
    const CaseFile& m_file;
    ClockTexts m_texts;
};

} // namespace

std::string serviceOfClock(Register& source, std::string_view clockId)
{
    const auto slash = clockId.find('/');
    if (slash == std::string_view::npos
        || !procedure::runsForOneService(source.rulebook(), clockId.substr(0, slash)))
        return {};
    const std::string instance(clockId.substr(slash + 1));
    auto service = source.directory.service(ServiceId(instance));
    if (!service) // a second running on the same service has its number behind the id
        service = source.directory.service(ServiceId(instance.substr(0, instance.rfind('-'))));
    return service ? service->name : std::string();
}

interfaces::ClockView clockView(const law::Rulebook& rulebook, const std::string& id,
    const law::ClockDefinition& definition, const law::Ledger& ledger, Day today)
{
    interfaces::ClockView view;
    view.id = id;
    view.law = definition.law;
    view.actor = definition.actor;
    view.state = law::stateOn(ledger, today);
    view.end = law::lastDayToAct(ledger);
    view.confirmed = ledger.confirmed || !view.end;
    if (const auto left = law::daysLeft(ledger, today))
        view.daysLeft = *left;
    for (const law::PeriodStep& step : ledger.steps)
        view.steps.push_back({step.rule, step.text, step.result});
    for (const Message& warning : ledger.warnings)
        view.steps.push_back({definition.law, warning, {}});
    view.setByAuthority = definition.source == law::LengthSource::SetByAuthority;
    view.readings = readingsFor(rulebook, definition.id);
    return view;
}

std::vector<interfaces::ClockView> clockViews(
    Register& source, const CaseFile& file, Day today, ClockTexts texts)
{
    std::vector<interfaces::ClockView> views;
    const Proofs proofs(source, file, texts);
    for (procedure::CaseClock& clock : procedure::clocksOf(file, source.rulebook())) {
        proofs.addReasons(clock);
        const law::Calendar& calendar = procedure::calendarOf(clock, file, source.calendars());
        const law::Ledger ledger = law::computeLedger(*clock.definition, clock.facts, calendar);
        interfaces::ClockView view = clockView(source.rulebook(), clock.id, *clock.definition, ledger, today);
        view.actor = clock.actor;
        view.service = serviceOfClock(source, clock.id);
        std::vector<interfaces::ClockStep> first;
        proofs.addTrigger(clock, first);
        if (ledger.end && clock.definition->mode != law::PeriodMode::Fixed)
            first.push_back({"1182/71 Art 2(1)", calendarText(clock, file, calendar), {}});
        view.steps.insert(view.steps.begin(), first.begin(), first.end());
        proofs.addMet(clock, view.steps);
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<interfaces::ClockChange> clockChanges(
    Register& source, const CaseFile* before, const CaseFile& after, Day today)
{
    std::vector<interfaces::ClockChange> changes;
    for (StandingClock& clock : standsOf(source, after, today))
        changes.push_back(
            {clock.id, std::move(clock.law), {}, clock.stand, serviceOfClock(source, clock.id)});
    if (before == nullptr)
        return changes;
    for (StandingClock& clock : standsOf(source, *before, today)) {
        const auto same = std::ranges::find(changes, clock.id, &interfaces::ClockChange::id);
        if (same != changes.end())
            same->before = clock.stand;
        else
            changes.push_back(
                {clock.id, std::move(clock.law), clock.stand, {}, serviceOfClock(source, clock.id)});
    }
    return changes;
}

std::vector<interfaces::ClockChange> changedOnly(std::vector<interfaces::ClockChange> changes)
{
    std::erase_if(changes, [](const interfaces::ClockChange& change) { return !change.changed(); });
    return changes;
}

std::string readingsText(const Json& facts, const Catalogue& texts)
{
    std::string shown;
    for (const std::string& code : procedure::Facts(facts).codes("readings")) {
        const auto choice = procedure::readingChoiceFromText(code);
        if (!choice)
            continue;
        shown +=
            fmt::format("{}{}: {}", shown.empty() ? "" : "\n", texts.text({"reading." + choice->reading, {}}),
                texts.text({fmt::format("reading.{}.{}", choice->reading, choice->option), {}}));
    }
    return shown;
}

} // namespace tutela::services

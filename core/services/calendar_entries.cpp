#include "core/services/calendar_entries.h"

#include <algorithm>

#include "core/services/entry_content.h"

namespace tutela::services {

namespace {

constexpr const char* kAdd = "add-to-calendar";
constexpr const char* kWithdraw = "withdraw-calendar-addition";
constexpr const char* kAppoint = "appoint";
constexpr const char* kConfirm = "confirm-appointment";
constexpr const char* kEnd = "end-appointment";

std::vector<Day> daysOf(const Json& facts)
{
    std::vector<Day> days;
    for (const Json& text : facts.items("days")) {
        if (const auto day = parseDay(text.isString() ? text.asString() : std::string()))
            days.push_back(*day);
    }
    return days;
}

std::int64_t numberOf(const Json& facts, std::string_view name)
{
    const Json* value = facts.find(name);
    return value != nullptr && value->isInteger() ? value->asInteger() : -1;
}

std::string streamOf(const Appointment& appointment)
{
    return "person/" + appointment.person.text();
}

} // namespace

NewEntry additionEntry(const CalendarAddition& addition)
{
    std::vector<Day> days = addition.days;
    std::ranges::sort(days);
    const auto rest = std::ranges::unique(days);
    days.erase(rest.begin(), rest.end());
    Json::Array written;
    for (const Day day : days)
        written.emplace_back(formatDay(day));
    NewEntry entry{.stream = "register", .act = kAdd, .effect = kAdd, .law = "Reg. 1182/71 Art 2(1)"};
    entry.role = Role::Head;
    entry.facts = Json::object({{"calendar", toText(addition.calendar)}, {"effect", toText(addition.effect)},
        {"days", std::move(written)}});
    entry.content =
        Json::object({{"name", addition.name}, {"reason", addition.reason}, {"source", addition.source}});
    return entry;
}

NewEntry withdrawalEntry(EntrySeq addition, const std::string& reason)
{
    NewEntry entry{
        .stream = "register", .act = kWithdraw, .effect = kWithdraw, .law = "Reg. 1182/71 Art 2(1)"};
    entry.role = Role::Head;
    entry.facts = Json::object({{"addition", addition}});
    entry.content = Json::object({{"reason", reason}});
    return entry;
}

CalendarAddition additionOf(Register& source, const Entry& entry)
{
    const Json content = contentOf(source, entry.seq);
    return {fromText<CalendarChoice>(entry.facts.text("calendar")).value_or(CalendarChoice::Authority),
        fromText<DayEffect>(entry.facts.text("effect")).value_or(DayEffect::Holiday), daysOf(entry.facts),
        std::string(content.text("name")), std::string(content.text("reason")),
        std::string(content.text("source"))};
}

void projectCalendarEntry(Register& target, const Entry& entry)
{
    if (entry.effect == kAdd) {
        const CalendarAddition addition = additionOf(target, entry);
        for (const Day day : addition.days)
            target.calendar.project({entry.seq, day, addition.calendar, addition.effect, addition.name});
    } else if (entry.effect == kWithdraw) {
        target.calendar.withdraw(numberOf(entry.facts, "addition"), entry.seq);
    }
}

NewEntry appointmentEntry(const Appointment& appointment)
{
    NewEntry entry{.stream = streamOf(appointment), .act = kAppoint, .effect = kAppoint};
    entry.facts =
        Json::object({{"kind", toText(appointment.kind)}, {"first_day", formatDay(appointment.firstDay)},
            {"last_day", formatDay(appointment.lastDay)}, {"confirmed", appointment.confirmed}});
    if (appointment.standsFor)
        entry.facts.set("stands_for", appointment.standsFor->text());
    return entry;
}

NewEntry confirmationEntry(const Appointment& appointment)
{
    NewEntry entry{.stream = streamOf(appointment), .act = kConfirm, .effect = kConfirm};
    entry.facts = Json::object({{"appointment", appointment.id}});
    return entry;
}

NewEntry endingEntry(const Appointment& appointment, Day lastDay)
{
    NewEntry entry{.stream = streamOf(appointment), .act = kEnd, .effect = kEnd};
    entry.facts = Json::object({{"appointment", appointment.id}, {"last_day", formatDay(lastDay)}});
    return entry;
}

bool projectAppointmentEntry(Register& target, const Entry& entry)
{
    const auto slash = entry.stream.find('/');
    if (entry.effect == kAppoint) {
        Appointment one{.id = entry.seq,
            .kind = fromText<AppointmentKind>(entry.facts.text("kind")).value_or(AppointmentKind::Absence),
            .person = PersonId(entry.stream.substr(slash + 1))};
        if (const auto other = entry.facts.text("stands_for"); !other.empty())
            one.standsFor = PersonId(std::string(other));
        one.firstDay = parseDay(entry.facts.text("first_day")).value_or(Day{});
        one.lastDay = parseDay(entry.facts.text("last_day")).value_or(Day{});
        one.enteredBy = entry.actor;
        one.confirmed = entry.facts.flag("confirmed");
        target.appointments.project(one);
        return true;
    }
    if (entry.effect != kConfirm && entry.effect != kEnd)
        return false;
    auto one = target.appointments.appointment(numberOf(entry.facts, "appointment"));
    if (!one)
        return true;
    if (entry.effect == kConfirm) {
        one->confirmed = true;
    } else {
        one->lastDay = parseDay(entry.facts.text("last_day")).value_or(one->lastDay);
        one->ended = true;
    }
    target.appointments.project(*one);
    return true;
}

} // namespace tutela::services

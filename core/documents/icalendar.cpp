#include "core/documents/icalendar.h"

#include <fmt/format.h>

namespace tutela::documents {

namespace {

constexpr std::size_t kMaxOctets = 75;
constexpr int kRemindAtHour = 9;

/// RFC 5545 section 3.3.11.
std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            continue;
        if (c == '\\' || c == ';' || c == ',')
            out += '\\';
        out += c;
    }
    return out;
}

bool startsCharacter(char octet)
{
    return (static_cast<unsigned char>(octet) & 0xC0U) != 0x80U;
}

/// RFC 5545 section 3.1: a longer line goes on behind CRLF and a space, which counts.
void addLine(std::string& out, std::string_view line)
{
    std::size_t room = kMaxOctets;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && !startsCharacter(line[cut]))
            --cut;
        out += line.substr(0, cut);
        out += "\r\n ";
        line.remove_prefix(cut);
        room = kMaxOctets - 1;
    }
    out += line;
    out += "\r\n";
}

std::string dateOf(Day day)
{
    const std::chrono::year_month_day date{day};
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()));
}

std::string momentOf(Instant at)
{
    const Day day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    return fmt::format("{}T{:02}{:02}{:02}Z", dateOf(day), time.hours().count(), time.minutes().count(),
        time.seconds().count());
}

std::string_view statusText(EventStatus status)
{
    switch (status) {
    case EventStatus::Confirmed:
        return "CONFIRMED";
    case EventStatus::Tentative:
        return "TENTATIVE";
    case EventStatus::Cancelled:
        return "CANCELLED";
    }
    return {};
}

void addAlarm(std::string& out, const CalendarEvent& event, std::int64_t daysBefore)
{
    addLine(out, "BEGIN:VALARM");
    addLine(out, "ACTION:DISPLAY");
    addLine(out, "DESCRIPTION:" + escaped(event.summary));
    addLine(out,
        daysBefore == 0 ? fmt::format("TRIGGER:PT{}H", kRemindAtHour)
                        : fmt::format("TRIGGER:-P{}DT{}H", daysBefore - 1, 24 - kRemindAtHour));
    addLine(out, "END:VALARM");
}

void addEvent(std::string& out, const CalendarEvent& event, Instant madeAt)
{
    addLine(out, "BEGIN:VEVENT");
    addLine(out, "UID:" + escaped(event.uid));
    addLine(out, "DTSTAMP:" + momentOf(madeAt));
    addLine(out, fmt::format("SEQUENCE:{}", event.sequence));
    addLine(out, "LAST-MODIFIED:" + momentOf(event.changedAt));
    addLine(out, "DTSTART;VALUE=DATE:" + dateOf(event.day));
    addLine(out, "DTEND;VALUE=DATE:" + dateOf(event.day + std::chrono::days{1}));
    addLine(out, fmt::format("STATUS:{}", statusText(event.status)));
    addLine(out, "SUMMARY:" + escaped(event.summary));
    if (!event.description.empty())
        addLine(out, "DESCRIPTION:" + escaped(event.description));
    addLine(out, "CLASS:CONFIDENTIAL");
    addLine(out, "TRANSP:TRANSPARENT");
    for (const std::int64_t daysBefore : event.remindDaysBefore)
        addAlarm(out, event, daysBefore);
    addLine(out, "END:VEVENT");
}

} // namespace

std::string writeCalendar(const CalendarFile& file)
{
    std::string out;
    addLine(out, "BEGIN:VCALENDAR");
    addLine(out, "VERSION:2.0");
    addLine(out, "PRODID:-//Tutela//Statutory dates//EN");
    addLine(out, "CALSCALE:GREGORIAN");
    addLine(out, "METHOD:PUBLISH");
    addLine(out, "X-WR-CALNAME:" + escaped(file.name));
    for (const CalendarEvent& event : file.events)
        addEvent(out, event, file.madeAt);
    addLine(out, "END:VCALENDAR");
    return out;
}

} // namespace tutela::documents

#include "core/documents/icalendar.h"

#include <gmock/gmock.h>

namespace tutela::documents {

namespace {

CalendarFile oneEvent(std::string summary)
{
    CalendarEvent event{.uid = "A-2026-0001-DL06-0123",
        .sequence = 3,
        .changedAt = parseInstant("2026-06-15T08:00:00Z").value(),
        .day = parseDay("2026-12-31").value(),
        .summary = std::move(summary),
        .remindDaysBefore = {7, 1, 0}};
    return {"Statutory dates", parseInstant("2026-06-16T09:30:05Z").value(), {event}};
}

std::vector<std::string> linesOf(const std::string& bytes)
{
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < bytes.size();) {
        const auto end = bytes.find("\r\n", from);
        lines.push_back(bytes.substr(from, end - from));
        from = end + 2;
    }
    return lines;
}

TEST(CalendarBytes, HaveLinesOfAtMost75OctetsCutBetweenCharacters)
{
    std::string summary;
    for (int at = 0; at < 60; ++at)
        summary += "äöü€";
    const std::string bytes = writeCalendar(oneEvent(summary));
    ASSERT_TRUE(bytes.ends_with("END:VCALENDAR\r\n"));
    std::string unfolded;
    for (const std::string& line : linesOf(bytes)) {
        EXPECT_LE(line.size(), 75U) << line;
        EXPECT_EQ(line.find('\n'), std::string::npos);
        EXPECT_NE(line.front() == ' ' ? static_cast<unsigned char>(line[1]) & 0xC0U : 0U, 0x80U) << line;
        unfolded += line.front() == ' ' ? line.substr(1) : "\n" + line;
    }
    EXPECT_NE(unfolded.find("\nSUMMARY:" + summary + "\n"), std::string::npos);
}

TEST(CalendarBytes, EscapeWhatTheFormatUses)
{
    const auto lines = linesOf(writeCalendar(oneEvent("a;b,c\\d\ne\rf\x01")));
    EXPECT_THAT(lines, ::testing::Contains("SUMMARY:a\\;b\\,c\\\\d\\nef"));
}

TEST(CalendarBytes, LastOneWholeDayAndRemindAtNineInTheMorning)
{
    const auto lines = linesOf(writeCalendar(oneEvent("x")));
    for (const char* line : {"DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "SEQUENCE:3",
             "DTSTAMP:20260616T093005Z", "LAST-MODIFIED:20260615T080000Z", "STATUS:CONFIRMED",
             "METHOD:PUBLISH", "TRIGGER:-P6DT15H", "TRIGGER:-P0DT15H", "TRIGGER:PT9H"})
        EXPECT_THAT(lines, ::testing::Contains(line));
}

} // namespace

} // namespace tutela::documents

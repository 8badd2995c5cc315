#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <QDate>
#include <QString>

#include "core/base/day.h"
#include "core/base/length.h"

namespace tutela::ui {

/// The only place where texts, days and instants of the core and of Qt meet, and the one date formatter.

[[nodiscard]] QString toQt(std::string_view text);
[[nodiscard]] std::string toStd(const QString& text);
[[nodiscard]] QDate toQt(Day day);
[[nodiscard]] Day toDay(QDate date);

/// The IANA zone in which instants are shown; set once when a register is opened.
void setOfficeZone(std::string_view zone);

/// "3 Mar 2026", or an empty text.
[[nodiscard]] QString dateText(Day day);
[[nodiscard]] QString dateText(const std::optional<Day>& day);

/// "3 Mar 2026, 09:30" in the office's zone.
[[nodiscard]] QString instantText(Instant instant);

/// "2 weeks", "5 working days".
[[nodiscard]] QString lengthText(Length length);

/// "12 days left", "Due today", "3 days overdue", or an empty text.
[[nodiscard]] QString daysLeftText(const std::optional<std::int64_t>& daysLeft);

/// What a filing says, as it stands there; a day in our form.
[[nodiscard]] QString foreignText(std::string_view text);

/// The articles that a rule rests on, none broken at the end of a line: "7(6)(a)" stays whole.
[[nodiscard]] QString lawText(std::string_view law);

/// "12 KB"
[[nodiscard]] QString sizeText(std::int64_t bytes);

/// parseTypedDay() for a text of Qt.
[[nodiscard]] std::optional<Day> readTypedDay(const QString& text, Day today);

/// The instant of a wall-clock time of a day in the office's zone.
[[nodiscard]] Instant instantAt(Day day, int hour, int minute);

/// Hour and minute of an instant in the office's zone, as "09:30".
[[nodiscard]] QString timeText(Instant instant);

} // namespace tutela::ui

#include "ui/day_hints.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/convert.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

QString hint(const char* text)
{
    return QCoreApplication::translate("tutela::ui", text);
}

bool isWeekend(Day day)
{
    const std::chrono::weekday which{day};
    return which == std::chrono::Saturday || which == std::chrono::Sunday;
}

} // namespace

QString weekdayText(Day day)
{
    return QLocale::c().toString(toQt(day), u"dddd"_s);
}

QString holidayOn(interfaces::Office& office, Day day)
{
    const auto off = office.calendar().daysOff(day, day);
    for (const auto& one : off ? off.value() : std::vector<interfaces::NamedDay>()) {
        if (one.calendar == CalendarChoice::Authority && !one.disputed)
            return toQt(one.name);
    }
    return {};
}

QString dayWithHints(interfaces::Office& office, Day day)
{
    QString text = weekdayText(day) + u", "_s + dateText(day);
    if (const QString holiday = holidayOn(office, day); !holiday.isEmpty())
        text += hint(" · holiday: %1").arg(holiday);
    else if (isWeekend(day))
        text += hint(" · no working day");
    const auto load = office.calendar().loadAround(std::nullopt, day);
    if (load && load.value().dates + load.value().workingDays > 0)
        text += u"\n"_s
            + hint("Other dates of this desk in that week: %1. Working days: %2.")
                  .arg(load.value().dates)
                  .arg(load.value().workingDays);
    return text;
}

} // namespace tutela::ui

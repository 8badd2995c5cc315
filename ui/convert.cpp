#include "ui/convert.h"

#include <chrono>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include "core/base/catalogue.h"
#include "core/base/typed_day.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

QTimeZone& officeZone()
{
    static QTimeZone zone = QTimeZone::utc();
    return zone;
}

QDateTime inOfficeZone(Instant instant)
{
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(instant.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, officeZone());
}

QLocale locale()
{
    return QLocale::c();
}

} // namespace

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string toStd(const QString& text)
{
    return text.toStdString();
}

QDate toQt(Day day)
{
    return QDate(1970, 1, 1).addDays(day.time_since_epoch().count());
}

Day toDay(QDate date)
{
    return Day(std::chrono::days(QDate(1970, 1, 1).daysTo(date)));
}

void setOfficeZone(std::string_view zone)
{
    const QTimeZone named(QByteArray(zone.data(), static_cast<qsizetype>(zone.size())));
    officeZone() = named.isValid() ? named : QTimeZone::utc();
}

QString dateText(Day day)
{
    return locale().toString(toQt(day), u"d MMM yyyy"_s);
}

QString dateText(const std::optional<Day>& day)
{
    return day ? dateText(*day) : QString();
}

QString instantText(Instant instant)
{
    return locale().toString(inOfficeZone(instant), u"d MMM yyyy, HH:mm"_s);
}

QString timeText(Instant instant)
{
    return locale().toString(inOfficeZone(instant), u"HH:mm"_s);
}

QString lengthText(Length length)
{
    return toQt(Catalogue::embedded("en").text(Message{"ui.length", {{"length", length}}}));
}

QString daysLeftText(const std::optional<std::int64_t>& daysLeft)
{
    if (!daysLeft)
        return {};
    const int days = static_cast<int>(*daysLeft);
    if (days == 0)
        return QCoreApplication::translate("tutela::ui", "Due today");
    if (days == 1)
        return QCoreApplication::translate("tutela::ui", "1 day left");
    if (days == -1)
        return QCoreApplication::translate("tutela::ui", "1 day overdue");
    return days > 0 ? QCoreApplication::translate("tutela::ui", "%1 days left").arg(days)
                    : QCoreApplication::translate("tutela::ui", "%1 days overdue").arg(-days);
}

QString foreignText(std::string_view text)
{
    const auto day = parseDay(text);
    return day ? dateText(*day) : toQt(text);
}

QString lawText(std::string_view law)
{
    return toQt(law).replace(u")("_s, u")\u2060("_s);
}

QString sizeText(std::int64_t bytes)
{
    return locale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat);
}

std::optional<Day> readTypedDay(const QString& typed, Day today)
{
    return parseTypedDay(toStd(typed), today);
}

Instant instantAt(Day day, int hour, int minute)
{
    const QDateTime local(toQt(day), QTime(hour, minute), officeZone());
    return Instant(std::chrono::milliseconds(local.toMSecsSinceEpoch()));
}

} // namespace tutela::ui

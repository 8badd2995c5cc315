#include "ui/theme/appearance.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFont>

#include "ui/theme/office_style.h"
#include "ui/theme/theme.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr uint kPortalPrefersDark = 1;

QString portalService()
{
    return u"org.freedesktop.portal.Desktop"_s;
}

QString portalPath()
{
    return u"/org/freedesktop/portal/desktop"_s;
}

QString portalInterface()
{
    return u"org.freedesktop.portal.Settings"_s;
}

QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

AppearanceControl::AppearanceControl(QObject* parent)
    : QObject(parent)
{
    apply();
    askPortal();
}

void AppearanceControl::choose(Appearance appearance)
{
    m_choice = appearance;
    apply();
}

void AppearanceControl::apply()
{
    const bool dark = m_choice == Appearance::Dark || (m_choice == Appearance::System && m_systemIsDark);
    useTheme(dark ? darkTheme() : lightTheme());
    Q_EMIT changed();
}

// Qt 6.4 does not tell the colour scheme; the portal does. Asked without waiting: a desktop without portal
// must not slow the start.
void AppearanceControl::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService(), portalPath(), portalInterface(), u"SettingChanged"_s, this,
        SLOT(portalSettingChanged(QString, QString)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(portalService(), portalPath(), portalInterface(), u"Read"_s);
    question << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError()) {
            m_systemIsDark = unwrapped(reply.value().variant()).toUInt() == kPortalPrefersDark;
            if (m_choice == Appearance::System)
                apply();
        }
        watcher->deleteLater();
    });
}

void AppearanceControl::portalSettingChanged(const QString& area, const QString& key)
{
    if (area == "org.freedesktop.appearance"_L1 && key == "color-scheme"_L1)
        askPortal();
}

void setUpLook()
{
    QApplication::setStyle(new OfficeStyle);
    QFont font(u"Noto Sans"_s);
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
    useTheme(lightTheme());
}

} // namespace tutela::ui

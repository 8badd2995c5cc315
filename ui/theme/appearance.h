#pragma once

#include <QObject>

namespace tutela::ui {

enum class Appearance { System, Light, Dark };

/// Light or dark: as the desktop asks (settings portal), or as the person chose.
class AppearanceControl final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppearanceControl)

public:
    explicit AppearanceControl(QObject* parent = nullptr);

    [[nodiscard]] Appearance choice() const { return m_choice; }

    void choose(Appearance appearance);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void portalSettingChanged(const QString& area, const QString& key);

private:
    void apply();
    void askPortal();

    Appearance m_choice = Appearance::System;
    bool m_systemIsDark = false;
};

/// Style, font and theme of the application; to be called once after QApplication was made.
void setUpLook();

} // namespace tutela::ui

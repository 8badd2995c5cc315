#pragma once

#include <memory>

#include <QTemporaryDir>
#include <QWidget>

#include "core/interfaces/office.h"
#include "ui/main_window.h"

namespace tutela::ui {

/// Somebody at the desktop of a fresh training register, who knows only keys and the mouse. What cannot be
/// found or does not accept them fails the test that is running.
class PersonAtTheDesk final {
public:
    /// Makes a training register whose clock stands at `anchor` and opens the window on it.
    PersonAtTheDesk(Day anchor, const QString& picturesFolder);

    void signInAs(const QString& name);
    void signOut();

    /// Types a day into the bar of the training clock.
    void moveClockTo(const QString& day);

    /// Receives a file on the intake page; the path stands for the answer to the file dialog.
    void receiveFiling(const QString& path);

    /// Opens the case with that number from My work.
    void openCase(const QString& number);
    void showTab(const QString& tab);

    /// Chooses an act that opens a case from the menu of My work.
    void chooseNewCase(const QString& act);

    /// Goes to the page of an act and presses its button.
    void pressAct(const QString& act);

    /// Types into a field of the form that is open: a text, a day, "2 weeks", the start of a choice, "yes".
    void fill(const QString& field, const QString& value);
    void attach(const QString& path);

    /// Adds one more point to a list of points; it is filled in as "field.2".
    void addPoint(const QString& field);

    /// Signs where the act binds, presses the act's button and expects that it was recorded.
    void perform();

    void takePicture(const QString& name);

    /// Every label that can be read on the page.
    [[nodiscard]] QString readPage() const;

    /// The number of the case that is open.
    [[nodiscard]] QString openCaseNumber() const;

    [[nodiscard]] QString pathOf(const QString& name) const { return m_folder.filePath(name); }

    [[nodiscard]] interfaces::Office& office() { return *m_office; }

private:
    template <class Widget> [[nodiscard]] Widget* seen(const QString& name) const
    {
        for (Widget* widget : m_window->findChildren<Widget*>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    void click(QWidget* widget, const QString& what);

    void click(const QString& name) { click(seen<QWidget>(name), name); }

    void type(QWidget* widget, const QString& text, const QString& what);
    void choose(QWidget* box, const QString& start, const QString& what);
    void settle() const;

    QTemporaryDir m_folder;
    QString m_pictures;
    int m_taken = 0;
    std::unique_ptr<interfaces::Office> m_office;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace tutela::ui

#pragma once

#include <functional>

#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QBoxLayout;
class QLayout;
class QScrollArea;
class QTableView;
class QVBoxLayout;

namespace tutela::ui {

/// Which look of the style sheet a text has.
enum class TextKind { Title, Heading, Strong, Body, Muted, Caption, Problem };

/// A label for foreign or own text; never rich text.
[[nodiscard]] QLabel* label(const QString& text, TextKind kind = TextKind::Body);

/// The same, wrapped over several lines and selectable.
[[nodiscard]] QLabel* paragraph(const QString& text, TextKind kind = TextKind::Body);

enum class ButtonKind { Plain, Primary, Link, Nav };

[[nodiscard]] QPushButton* button(const QString& text, const char* name, ButtonKind kind = ButtonKind::Plain);

/// Lets a button ask first: it says `sure` after the first press and acts on the second, so that one slip
/// loses nothing. After a few seconds it says again what it said before.
void actOnSecondPress(QPushButton* button, const QString& sure, const std::function<void()>& act);

/// Names a widget for tests and for people who cannot see it; returns it.
template <class Widget> Widget* named(Widget* widget, const QString& objectName, const QString& spokenName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(spokenName);
    return widget;
}

/// A white panel with a border and inner margins; the layout is vertical.
[[nodiscard]] QFrame* card(const char* name);
[[nodiscard]] QVBoxLayout* cardLayout(QFrame* card);

[[nodiscard]] QFrame* line();

/// Removes and deletes everything in a layout.
void clear(QLayout* layout);

/// A vertical page that scrolls; `content` gets the layout into which widgets go.
struct ScrollPage {
    QScrollArea* area;
    QWidget* page;
    QVBoxLayout* content;
};

[[nodiscard]] ScrollPage scrollPage(const char* name, const QString& spokenName);

/// A table in our look: whole rows, no grid, chips, columns wide as their content.
[[nodiscard]] QTableView* table(const char* name, const QString& spokenName);

/// Lets one column take the width that the others leave.
void stretch(QTableView* table, int column);

/// Gives a table as many pixels as its rows need, so that only the page scrolls.
void fitHeight(QTableView* table);

} // namespace tutela::ui

#include "ui/theme/theme.h"

#include <QApplication>

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

const Theme*& current()
{
    static const Theme* theme = &lightTheme();
    return theme;
}

// Places: @name is replaced by the colour of that name.
constexpr auto kSheet = R"(
QWidget { font-size: 13px; }
QMainWindow, QDialog, QWidget[kind="page"] { background: @window; }
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: 22px; font-weight: 600; }
QLabel[kind="heading"] { font-size: 15px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="muted"] { color: @muted; }
QLabel[kind="caption"] { color: @muted; font-size: 12px; }
QLabel[kind="number"] { color: @accent; font-weight: 600; }
QLabel[kind="problem"] { color: @dangerInk; }
QFrame[kind="card"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame[kind="line"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="sidebar"] { background: @sunken; border: none; border-right: 1px solid @border; }
QFrame[kind="header"] { background: @surface; border: none; border-bottom: 1px solid @border; }
QFrame[kind="quote"] { background: @sunken; border: none; border-left: 3px solid @border; border-radius: 0; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] { background: transparent; border: none; }
QMenuBar { background: @sunken; border-bottom: 1px solid @border; padding: 2px 8px; }
QMenuBar::item { padding: 5px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @infoGround; }
QMenu { background: @surface; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 16px; border-radius: 4px; }
QMenu::item:selected { background: @infoGround; color: @ink; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QPushButton { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 6px 14px; min-height: 18px; }
QPushButton:hover { border-color: @accent; }
QPushButton:pressed { background: @infoGround; }
QPushButton:focus { border: 2px solid @accent; padding: 5px 13px; }
QPushButton:disabled { color: @muted; background: @window; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[kind="primary"]:focus { border: 2px solid @ink; }
QPushButton[kind="primary"]:disabled { background: @neutralGround; color: @muted; border-color: @border; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 3px 2px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid @accent; border-radius: 4px; }
QPushButton[kind="link"]:disabled { color: @muted; }
QPushButton[kind="nav"] { background: transparent; border: 1px solid transparent; text-align: left; padding: 7px 12px; border-radius: 6px; }
QPushButton[kind="nav"]:hover { background: @infoGround; }
QPushButton[kind="nav"]:checked { background: @infoGround; color: @accent; font-weight: 600; }
QPushButton[kind="nav"]:focus { border: 1px solid @accent; padding: 7px 12px; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: @surface; border: 1px solid @fieldBorder; border-radius: 6px; padding: 5px 8px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit, QComboBox, QSpinBox { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid @accent; padding: 4px 7px; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"] { border: 1px solid @dangerInk; }
QLineEdit:disabled, QComboBox:disabled { color: @muted; background: @window; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; selection-background-color: @infoGround; selection-color: @ink; outline: 0; }
QCheckBox, QRadioButton { spacing: 8px; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QTableView, QListView, QListWidget { background: @surface; border: 1px solid @border; border-radius: 8px; gridline-color: @border; outline: 0; selection-background-color: @infoGround; selection-color: @ink; alternate-background-color: @surface; }
QTableView:focus, QListWidget:focus { border: 1px solid @accent; }
QTableView::item { padding: 6px 9px; border: none; border-bottom: 1px solid @rowLine; }
QTableView::item:selected { background: @infoGround; color: @ink; }
QListWidget::item { padding: 7px 10px; border-radius: 6px; margin: 1px 4px; }
QListWidget::item:selected { background: @infoGround; color: @accent; }
QListWidget[kind="sections"] { background: transparent; border: 1px solid transparent; }
QListWidget[kind="sections"]:focus { border: 1px solid transparent; }
QListWidget[kind="sections"]::item:selected:focus { border: 1px solid @accent; }
QHeaderView { background: @sunken; border: none; border-top-left-radius: 8px; border-top-right-radius: 8px; }
QHeaderView::section { background: @sunken; color: @muted; border: none; border-bottom: 1px solid @border; padding: 8px 12px; font-size: 12px; font-weight: 600; text-align: left; }
QTableCornerButton::section { background: @sunken; border: none; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @infoGround; }
QToolTip { background: @ink; color: @surface; border: none; padding: 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: @scroll; border-radius: 4px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: @scroll; border-radius: 4px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QStatusBar { background: @sunken; color: @muted; border-top: 1px solid @border; }
)";

QString hex(const QColor& color)
{
    return color.name(QColor::HexRgb);
}

} // namespace

const Theme& lightTheme()
{
    static const Theme theme{false, QColor(0xf4f6f8), QColor(0xffffff), QColor(0xeceff3), QColor(0xd5dae1),
        QColor(0x18212c), QColor(0x566272), QColor(0x1d4f91), QColor(0xffffff),
        {QColor(0x3d4855), QColor(0xe9ecf0)}, {QColor(0x1d4f91), QColor(0xe3ecf7)},
        {QColor(0x1a6337), QColor(0xe1f2e7)}, {QColor(0x7d4a00), QColor(0xfcefd6)},
        {QColor(0x9c1c1c), QColor(0xfbe5e4)}, {QColor(0x4b4480), QColor(0xebe9f6)}};
    return theme;
}

const Theme& darkTheme()
{
    static const Theme theme{true, QColor(0x14181e), QColor(0x1d232b), QColor(0x191e25), QColor(0x333d49),
        QColor(0xe7ebf0), QColor(0x9ba8b7), QColor(0x86b6f2), QColor(0x0f1a28),
        {QColor(0xc3ccd7), QColor(0x2a323c)}, {QColor(0x9cc4f6), QColor(0x22344b)},
        {QColor(0x86d3a0), QColor(0x1c3426)}, {QColor(0xf0c274), QColor(0x3b2f18)},
        {QColor(0xf4a19b), QColor(0x432323)}, {QColor(0xbdb5ee), QColor(0x2f2b47)}};
    return theme;
}

const Theme& theme()
{
    return *current();
}

void useTheme(const Theme& theme)
{
    current() = &theme;
    QApplication::setPalette(theme.palette());
    qApp->setStyleSheet(theme.styleSheet());
}

const ToneColors& Theme::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral:
        return neutral;
    case Tone::Accent:
        return info;
    case Tone::Good:
        return good;
    case Tone::Warning:
        return warning;
    case Tone::Danger:
        return danger;
    case Tone::Paused:
        return paused;
    }
    return neutral;
}

QPalette Theme::palette() const
{
    QPalette colors;
    colors.setColor(QPalette::Window, window);
    colors.setColor(QPalette::WindowText, ink);
    colors.setColor(QPalette::Base, surface);
    colors.setColor(QPalette::AlternateBase, sunken);
    colors.setColor(QPalette::Text, ink);
    colors.setColor(QPalette::PlaceholderText, muted);
    colors.setColor(QPalette::Button, surface);
    colors.setColor(QPalette::ButtonText, ink);
    colors.setColor(QPalette::Highlight, accent);
    colors.setColor(QPalette::HighlightedText, onAccent);
    colors.setColor(QPalette::Link, accent);
    colors.setColor(QPalette::ToolTipBase, ink);
    colors.setColor(QPalette::ToolTipText, surface);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        colors.setColor(QPalette::Disabled, role, muted);
    return colors;
}

QString Theme::styleSheet() const
{
    // Longer names first, so that no name is replaced inside another one.
    const std::pair<QLatin1StringView, QColor> places[] = {{"@neutralGround"_L1, neutral.ground},
        {"@infoGround"_L1, info.ground}, {"@dangerInk"_L1, danger.ink},
        {"@fieldBorder"_L1, dark ? QColor(0x5a6776) : QColor(0xa3adb9)},
        {"@rowLine"_L1, dark ? QColor(0x272f39) : QColor(0xe9ecf0)}, {"@onAccent"_L1, onAccent},
        {"@scroll"_L1, dark ? QColor(0x465260) : QColor(0xb9c1cb)}, {"@surface"_L1, surface},
        {"@window"_L1, window}, {"@sunken"_L1, sunken}, {"@border"_L1, border}, {"@accent"_L1, accent},
        {"@muted"_L1, muted}, {"@ink"_L1, ink}};
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto& [name, color] : places)
        sheet.replace(name, hex(color));
    return sheet;
}

} // namespace tutela::ui

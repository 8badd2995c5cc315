#include "ui/widgets/command_palette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

// Letters without their accents, small.
QString plain(const QString& text)
{
    QString letters;
    for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
        if (letter.category() != QChar::Mark_NonSpacing)
            letters += letter.toLower();
    }
    return letters;
}

bool matches(const Command& command, const QString& words)
{
    const QString name = plain(command.name + u' ' + command.hint);
    const QStringList parts = plain(words).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return name.contains(part); });
}

} // namespace

CommandPalette::CommandPalette(std::vector<Command> commands, QWidget* parent)
    : QDialog(parent)
    , m_commands(std::move(commands))
    , m_words(named(new QLineEdit, u"paletteWords"_s, tr("What do you want to do?")))
    , m_list(named(new QListWidget, u"paletteList"_s, tr("Matching commands")))
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Go to"));
    resize(560, 400);
    m_words->setPlaceholderText(tr("Type an act, a page or a file number"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_words, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::runCurrent);
    filter({});
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::filter(const QString& words)
{
    m_list->clear();
    for (std::size_t at = 0; at < m_commands.size(); ++at) {
        if (!matches(m_commands[at], words))
            continue;
        const Command& command = m_commands[at];
        const QString line =
            command.hint.isEmpty() ? command.name : command.name + u"   ·   "_s + command.hint;
        auto* item = new QListWidgetItem(line, m_list);
        item->setData(Qt::UserRole, static_cast<qulonglong>(at));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr)
        return;
    const auto run = m_commands[item->data(Qt::UserRole).toULongLong()].run;
    accept();
    run();
}

} // namespace tutela::ui

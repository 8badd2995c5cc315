#pragma once

#include <functional>
#include <vector>

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace tutela::ui {

/// Something that can be done by typing a part of its name.
struct Command {
    QString name;
    QString hint;
    std::function<void()> run;
};

/// Ctrl+K: every act on the current case, every page, every case by number; ignores case and accents.
class CommandPalette final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    CommandPalette(std::vector<Command> commands, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& words);
    void runCurrent();

    std::vector<Command> m_commands;
    QLineEdit* m_words;
    QListWidget* m_list;
};

} // namespace tutela::ui

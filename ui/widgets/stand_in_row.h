#pragma once

#include <optional>

#include <QStringList>
#include <QWidget>

#include "core/interfaces/worklist.h"

namespace tutela::ui {

class FlowLayout;
class Notice;

/// Names on top of a list whose files this person looks after, each with a button that shows only those, and
/// the role that nobody fills. Hidden while there is nothing to say.
class StandInRow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StandInRow)

public:
    explicit StandInRow(QWidget* parent = nullptr);

    void show(const interfaces::WorklistPage& page);

    /// Nobody's files alone.
    void clear();

    /// Whose files alone are wanted.
    [[nodiscard]] const std::optional<PersonId>& desk() const { return m_desk; }

Q_SIGNALS:
    /// Other files are wanted.
    void changed();

private:
    FlowLayout* m_buttons;
    Notice* m_missing;
    QStringList m_people;
    std::optional<PersonId> m_desk;
};

} // namespace tutela::ui

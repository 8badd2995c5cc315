#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include <QDialog>

#include "core/base/day.h"
#include "core/base/result.h"

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace tutela::ui {

class Notice;

/// A short form: named fields, a reason why it is refused, nothing lost while it is open.
class FactsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactsDialog)

public:
    FactsDialog(const QString& title, const QString& explanation, QWidget* parent);

    QLineEdit* addLine(
        const QString& name, const QString& title, const QString& value, const QString& hint = {});

    /// A day is typed as in every form: 2026-03-31, 31.3.2026, today, +2w.
    QLineEdit* addDay(
        const QString& name, const QString& title, std::optional<Day> value, const QString& hint = {});
    QComboBox* addChoice(const QString& name, const QString& title,
        const std::vector<std::pair<QString, int>>& choices, int chosen, const QString& hint = {});

    /// What is done with the fields when they are saved; the form stays open on an error.
    void onSave(std::function<Result<Done>()> save) { m_save = std::move(save); }

    /// The day typed into a field; nothing for an empty one. Error BadInput that names the field.
    [[nodiscard]] static Result<std::optional<Day>> dayOf(const QLineEdit* field, Day today);

private:
    void place(QWidget* field, const QString& title, const QString& hint);
    void save();

    QGridLayout* m_fields;
    Notice* m_notice;
    std::function<Result<Done>()> m_save;
};

} // namespace tutela::ui

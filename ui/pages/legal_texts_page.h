#pragma once

#include <QWidget>

#include "core/interfaces/office.h"

class QComboBox;
class QLabel;
class QTabWidget;

namespace tutela::ui {

class Notice;
class PlainModel;

/// The legal texts as the program applies them: figures with how each was checked, readings, clocks, and what
/// one text has otherwise than another.
class LegalTextsPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LegalTextsPage)

public:
    explicit LegalTextsPage(interfaces::Office& office, QWidget* parent = nullptr);

    /// The page is shown.
    void start();

private:
    [[nodiscard]] PlainModel* addTable(
        const char* name, const QString& title, const QStringList& titles, int stretched);
    void showText();
    void showParameters(const interfaces::LegalTextView& view);
    void showReadings(const interfaces::LegalTextView& view);
    void showClocks(const interfaces::LegalTextView& view);
    void showDifferences();

    interfaces::Office& m_office;
    QComboBox* m_text;
    QComboBox* m_other;
    QLabel* m_title;
    QLabel* m_source;
    QLabel* m_leftOut;
    Notice* m_notice;
    QTabWidget* m_tabs;
    PlainModel* m_parameters;
    PlainModel* m_readings;
    PlainModel* m_clocks;
    PlainModel* m_differences;
};

} // namespace tutela::ui

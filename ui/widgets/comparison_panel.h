#pragma once

#include <vector>

#include <QWidget>

#include "core/interfaces/comparison_desk.h"

class QCheckBox;
class QComboBox;
class QFrame;
class QVBoxLayout;

namespace tutela::ui {

/// A filing beside an earlier one: the points to check first, then what changed, field by field.
class ComparisonPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparisonPanel)

public:
    /// Precondition: there is an earlier filing.
    ComparisonPanel(interfaces::ComparisonDesk& desk, DocumentId later,
        std::vector<interfaces::FilingReference> earlier, QWidget* parent = nullptr);

private:
    QFrame* choiceCard();
    void compare();
    void showFields();
    void addFindings();
    void addFields(const std::vector<domain::ComparedField>& fields);

    interfaces::ComparisonDesk& m_desk;
    DocumentId m_later;
    std::vector<interfaces::FilingReference> m_earlier;
    interfaces::ComparisonView m_view;
    QComboBox* m_choice = nullptr;
    QCheckBox* m_all = nullptr;
    QVBoxLayout* m_result = nullptr;
};

/// The risks that the filings on a case's services state, one after the other, as a table.
[[nodiscard]] QFrame* riskCard(const std::vector<interfaces::RiskRow>& rows);

} // namespace tutela::ui

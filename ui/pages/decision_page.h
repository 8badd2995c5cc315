#pragma once

#include <optional>

#include <QWidget>

#include "core/interfaces/office.h"

class QButtonGroup;
class QComboBox;
class QScrollArea;
class QSplitter;
class QVBoxLayout;

namespace tutela::ui {

class ActPanel;
class CaseHeader;

/// The decision: on the left the frozen bundle that was filed, on the right the decision being written, which
/// starts empty. The reasons are the court's; the request stands beside them.
class DecisionPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecisionPage)

public:
    DecisionPage(interfaces::Office& office, const CaseId& caseId, QWidget* parent = nullptr);

    [[nodiscard]] const CaseId& caseId() const { return m_caseId; }

    /// Reads the case again and begins with one of the decisions on offer.
    void open(const std::string& act);

Q_SIGNALS:
    void done(const tutela::interfaces::ActReceipt& receipt);
    void left();

private:
    void showBundle();
    void showFrame(QVBoxLayout* column);
    void showChoices(const std::string& act);
    void choose(const std::string& act);

    interfaces::Office& m_office;
    CaseId m_caseId;
    std::optional<interfaces::CaseView> m_view;
    std::vector<interfaces::ActOffer> m_decisions;
    CaseHeader* m_header;
    QComboBox* m_jump;
    QScrollArea* m_scroll;
    QVBoxLayout* m_bundle;
    QWidget* m_choices;
    QButtonGroup* m_group = nullptr;
    ActPanel* m_act;
};

} // namespace tutela::ui

#pragma once

#include <optional>

#include <QWidget>

#include "core/interfaces/office.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QStackedLayout;
class QTableView;
class QVBoxLayout;

namespace tutela::ui {

class Notice;
class ProviderModel;

/// Which providers the page shows first.
enum class ProviderFilter { All, Overdue };

/// The register of providers: facts with the days on which they hold, services, and the duties that recur for
/// them.
class ProvidersPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProvidersPage)

public:
    explicit ProvidersPage(interfaces::Office& office, QWidget* parent = nullptr);

    /// Shows the list; the provider that was open is left.
    void start(ProviderFilter filter);

    /// Shows the same again after something changed.
    void refresh();

    void open(const ProviderId& provider);

Q_SIGNALS:
    void caseWanted(const tutela::CaseId& caseId);

private:
    [[nodiscard]] QWidget* listPage();
    [[nodiscard]] QWidget* applicationCard();
    [[nodiscard]] QWidget* filters();
    [[nodiscard]] QWidget* detailPage();
    [[nodiscard]] QWidget* factsCard(const interfaces::ProviderFile& file);
    [[nodiscard]] QWidget* serviceCard(const interfaces::ServiceFile& file);
    [[nodiscard]] QWidget* serviceHead(const interfaces::ServiceFile& file);
    [[nodiscard]] bool maintains() const;
    void showApplication();
    void showList();
    void showDetail();
    void openRow(const QModelIndex& index);

    interfaces::Office& m_office;
    ProviderModel* m_model;
    QTableView* m_table;
    QLineEdit* m_search = nullptr;
    QCheckBox* m_onlyOverdue = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_empty = nullptr;
    QLabel* m_application = nullptr;
    QPushButton* m_recordApplication = nullptr;
    QPushButton* m_add = nullptr;
    QStackedLayout* m_stack;
    QStackedLayout* m_listStack = nullptr;
    QLabel* m_title = nullptr;
    QPushButton* m_back = nullptr;
    QVBoxLayout* m_detail = nullptr;
    Notice* m_notice;
    std::optional<ProviderId> m_open;
};

} // namespace tutela::ui

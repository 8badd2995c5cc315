#pragma once

#include <functional>
#include <optional>

#include <QWidget>

#include "core/interfaces/office.h"

class QListWidget;
class QSplitter;
class QStackedWidget;

namespace tutela::ui {

class ActPanel;
class CaseHeader;
class Notice;

/// The file of one case: fixed header, tabs, and beside them the form of the act being performed.
class CasePage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CasePage)

public:
    CasePage(interfaces::Office& office, const CaseId& caseId, QWidget* parent = nullptr);

    [[nodiscard]] const CaseId& caseId() const { return m_caseId; }

    [[nodiscard]] const std::optional<interfaces::CaseView>& view() const { return m_view; }

    [[nodiscard]] const std::vector<interfaces::ActOffer>& offers() const { return m_offers; }

    [[nodiscard]] QStringList tabs() const;

    /// Reads the case again; stays on the tab and keeps the form that is being filled in.
    void reload();
    void showTab(const QString& tab);
    void startAct(const interfaces::ActOffer& offer);

    /// Opens the form of an act on a point beside the table where the point stands. A draft that was begun on
    /// another point is put back as it was.
    void startPointAct(const interfaces::ActOffer& offer, const std::string& point);
    void focusTabs();

    /// Says that an act was recorded, with what the register warned of.
    void showReceipt(const interfaces::ActReceipt& receipt);

Q_SIGNALS:
    void decisionWanted(const tutela::interfaces::ActOffer& offer);
    void performed();

private:
    void build();
    void addShortcuts();
    void fillTabs(const QString& current);
    void openTab(int row);
    void openForm(const interfaces::ActOffer& offer);
    void stepTab(int by);
    void saveDocument(const interfaces::DocumentView& document);
    void saveOrder(const QString& language);
    void saveBundle(const QString& language);
    void saveDateSheet(const QString& clock);
    void saveAccessIndex();
    void savePdf(const QString& path, const std::function<Result<std::string>()>& made);
    void recordSent(const interfaces::LetterView& letter, const QString& language);
    void saveLetter(const interfaces::LetterView& letter, const QString& language);
    [[nodiscard]] bool hasContent(std::string_view tab) const;

    interfaces::Office& m_office;
    CaseId m_caseId;
    std::optional<interfaces::CaseView> m_view;
    std::vector<interfaces::ActOffer> m_offers;
    bool m_hasLetters = false;
    CaseHeader* m_header;
    Notice* m_notice;
    QListWidget* m_tabs;
    QStackedWidget* m_sections;
    QSplitter* m_splitter;
    ActPanel* m_act;
};

/// Whether an act is a decision on the request by the person at the desk, which has a page of its own. A
/// decision recorded from a document has none: it was written elsewhere.
[[nodiscard]] bool isDecision(const interfaces::ActOffer& offer);

} // namespace tutela::ui

#pragma once

#include <string>
#include <vector>

#include <QWidget>

#include "core/interfaces/office.h"

class QVBoxLayout;

namespace tutela::ui {

/// One tab of a case: its acts, what belongs to it, and its cards, newest first.
class CaseSection final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseSection)

public:
    CaseSection(interfaces::Office& office, const interfaces::CaseView& view,
        const std::vector<interfaces::ActOffer>& offers, std::string_view tab, QWidget* parent = nullptr);

Q_SIGNALS:
    void actWanted(const tutela::interfaces::ActOffer& offer);
    void pointActWanted(const tutela::interfaces::ActOffer& offer, const std::string& point);
    void documentWanted(const tutela::interfaces::DocumentView& document);
    void orderDocumentWanted(const QString& language);
    void bundleWanted(const QString& language);
    void dateSheetWanted(const QString& clock);
    void accessIndexWanted();
    void letterSent(const tutela::interfaces::LetterView& letter, const QString& language);
    void letterWanted(const tutela::interfaces::LetterView& letter, const QString& language);

private:
    void addContent(std::string_view tab);
    void addOverview();
    void addWeighing(std::string_view tab);
    void addPoints(PointSource source);
    void addFilings(std::string_view tab);
    void addRisks();
    void addOrder();
    void addBundle();
    void addLetters();
    void addLetter(const interfaces::LetterView& letter);
    void addDocuments();
    void addAccess();
    void addAudiences();
    void addHistory();
    void addCards(std::string_view tab);

    interfaces::Office& m_office;
    const interfaces::CaseView& m_view;
    QVBoxLayout* m_content;
    std::vector<interfaces::ActOffer> m_pointActs; ///< this person may perform on a point
    bool m_recordsLetters; ///< this person may record a letter as sent
};

/// Whether an act belongs on a tab; an act whose tab is unknown belongs on the overview.
[[nodiscard]] bool belongsOn(const interfaces::ActOffer& offer, std::string_view tab);

/// What a tab shows as a card. What a table on the page says already, of points and of grounds, is no card
/// too.
[[nodiscard]] std::vector<const interfaces::Card*> cardsOn(
    const interfaces::CaseView& view, std::string_view tab);

/// The act that records a letter as sent, when this person may perform it now; otherwise null.
[[nodiscard]] const interfaces::ActOffer* sendingOf(const std::vector<interfaces::ActOffer>& offers);

/// The filings read by a form that are shown on a tab, newest first.
[[nodiscard]] std::vector<ReceivedFiling> filingsOn(const CaseFile& file, std::string_view tab);

} // namespace tutela::ui

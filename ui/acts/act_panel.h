#pragma once

#include <optional>

#include <QFrame>

#include "ui/acts/act_form.h"

class QCheckBox;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace tutela::ui {

class MovedDates;
class Notice;

/// Performs one act: its form, what would still refuse it, and the button. What is filled in is kept as this
/// person's draft a moment after the last key and offered again until the act is recorded or the draft
/// discarded.
class ActPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActPanel)

public:
    explicit ActPanel(interfaces::Office& office, QWidget* parent = nullptr);
    ~ActPanel() override;

    /// Shows the form of an act; `view` is copied, none for an act that opens a case.
    void open(const interfaces::ActOffer& offer, const std::optional<interfaces::CaseView>& view);

    /// Closes the form and keeps the draft.
    void close();

    /// The same without telling anybody, because the person leaves.
    void putAway();

    /// Keeps what was typed since the draft was last kept.
    void keepDraft();

    /// Forgets the draft and starts with an empty form.
    void discardDraft();

    /// The case changed; the next attempt expects its new state.
    void follow(const interfaces::CaseView& view);

    [[nodiscard]] bool isOpen() const { return m_form != nullptr; }

    [[nodiscard]] ActForm* form() const { return m_form; }

    void perform();

Q_SIGNALS:
    void performed(const tutela::interfaces::ActReceipt& receipt);
    void refused();
    void closed();

private:
    void build();
    void addHead(QVBoxLayout* layout);
    void addFoot(QVBoxLayout* layout);
    void offerDraft();
    void fillSuggested();
    void check();
    void showNotes(const interfaces::ActPreview& preview);
    void showReasons(const std::vector<interfaces::WhyNot>& reasons);
    [[nodiscard]] interfaces::DraftKey draftKey() const;
    [[nodiscard]] interfaces::ActRequest request() const;

    interfaces::Office& m_office;
    interfaces::ActOffer m_offer;
    std::optional<interfaces::CaseView> m_view;
    ActForm* m_form = nullptr;
    MovedDates* m_moved = nullptr; ///< none for an act that touches no clock
    Notice* m_notice = nullptr;
    Notice* m_warnings = nullptr; ///< what the rules warn of in what is filled in so far
    Notice* m_differences = nullptr; ///< of a decision from the request
    Notice* m_reasons = nullptr;
    QCheckBox* m_sign = nullptr;
    QPushButton* m_perform = nullptr;
    QPushButton* m_discard = nullptr;
    QTimer* m_checkSoon;
    QTimer* m_keepSoon;
    bool m_typed = false; ///< since the draft was last kept
};

} // namespace tutela::ui

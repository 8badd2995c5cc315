#pragma once

#include <vector>

#include <QWidget>

#include "core/interfaces/case_desk.h"

class QPushButton;

namespace tutela::ui {

/// The acts of one tab as buttons; those of other institutions that this person can only record from their
/// documents stand under one menu button. Those that are not possible now stand under "Not possible now" with
/// the reason in words.
class ActionBar final : public QWidget {
    Q_OBJECT

public:
    explicit ActionBar(const std::vector<interfaces::ActOffer>& offers, QWidget* parent = nullptr);

Q_SIGNALS:
    void wanted(const tutela::interfaces::ActOffer& offer);

private:
    void addPossible(const std::vector<interfaces::ActOffer>& offers);
    [[nodiscard]] QPushButton* recordButton(const std::vector<interfaces::ActOffer>& offers);
    void addImpossible(const std::vector<interfaces::ActOffer>& offers);
};

} // namespace tutela::ui

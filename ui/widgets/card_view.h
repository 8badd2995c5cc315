#pragma once

#include <QFrame>

#include "core/interfaces/case_desk.h"

namespace tutela::ui {

/// One card of a case: title, status, who and when, its fields and documents.
class CardView final : public QFrame {
    Q_OBJECT

public:
    explicit CardView(const interfaces::Card& card, QWidget* parent = nullptr);

Q_SIGNALS:
    void documentWanted(const tutela::interfaces::DocumentView& document);

private:
    void addHead(const interfaces::Card& card);
    void addFields(const interfaces::Card& card);
    void addDocuments(const interfaces::Card& card);
};

} // namespace tutela::ui

#pragma once

#include <QFrame>

#include "core/interfaces/case_desk.h"

class QVBoxLayout;

namespace tutela::ui {

class Notice;

/// What stays in sight while a case is open: file number, provider, services, stage, clocks, and in words
/// what state the case is in, who must act and until when.
class CaseHeader final : public QFrame {
    Q_OBJECT

public:
    explicit CaseHeader(QWidget* parent = nullptr);

    void show(const interfaces::CaseView& view);

private:
    QVBoxLayout* m_column;
};

} // namespace tutela::ui

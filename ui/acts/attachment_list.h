#pragma once

#include <vector>

#include <QWidget>

#include "core/interfaces/case_desk.h"

class QVBoxLayout;

namespace tutela::ui {

/// The files that go with an act.
class AttachmentList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttachmentList)

public:
    explicit AttachmentList(QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<interfaces::AttachedFile>& files() const { return m_files; }

    [[nodiscard]] std::vector<std::string> names() const;
    void setFiles(std::vector<interfaces::AttachedFile> files);

    /// Reads files from the disk and adds them; a name that is there already is replaced.
    void attach(const QStringList& paths);

Q_SIGNALS:
    void changed();

private:
    void show();

    std::vector<interfaces::AttachedFile> m_files;
    QString m_problem;
    QVBoxLayout* m_rows;
};

} // namespace tutela::ui

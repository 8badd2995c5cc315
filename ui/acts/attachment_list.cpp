#include "ui/acts/attachment_list.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/file_choice.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

AttachmentList::AttachmentList(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_rows->setSpacing(2);
    layout->addLayout(m_rows);
    QPushButton* add = button(tr("Attach files…"), "attachFiles");
    layout->addWidget(add);
    connect(
        add, &QPushButton::clicked, this, [this] { attach(fileChoice().toOpen(this, tr("Attach files"))); });
    show();
}

std::vector<std::string> AttachmentList::names() const
{
    std::vector<std::string> names;
    for (const auto& file : m_files)
        names.push_back(file.name);
    return names;
}

void AttachmentList::setFiles(std::vector<interfaces::AttachedFile> files)
{
    m_files = std::move(files);
    show();
    Q_EMIT changed();
}

void AttachmentList::attach(const QStringList& paths)
{
    m_problem.clear();
    for (const QString& path : paths) {
        auto bytes = readFile(path);
        if (!bytes) {
            m_problem =
                tr("“%1” could not be read, or is larger than 64 MiB.").arg(QFileInfo(path).fileName());
            continue;
        }
        const std::string name = toStd(QFileInfo(path).fileName());
        std::erase_if(m_files, [&](const auto& file) { return file.name == name; });
        m_files.push_back({name, *std::move(bytes)});
    }
    show();
    Q_EMIT changed();
}

void AttachmentList::show()
{
    clear(m_rows);
    for (const auto& file : m_files) {
        auto* row = new QHBoxLayout;
        QPushButton* remove = button(tr("Remove"), "removeFile", ButtonKind::Link);
        remove->setAccessibleName(tr("Remove %1").arg(toQt(file.name)));
        row->addWidget(label(toQt(file.name)));
        row->addWidget(label(sizeText(static_cast<std::int64_t>(file.bytes.size())), TextKind::Muted));
        row->addStretch(1);
        row->addWidget(remove);
        m_rows->addLayout(row);
        connect(remove, &QPushButton::clicked, this, [this, name = file.name] {
            std::erase_if(m_files, [&](const auto& one) { return one.name == name; });
            show();
            Q_EMIT changed();
        });
    }
    if (m_files.empty())
        m_rows->addWidget(label(tr("No files attached."), TextKind::Muted));
    if (!m_problem.isEmpty())
        m_rows->addWidget(paragraph(m_problem, TextKind::Problem));
}

} // namespace tutela::ui

#include "ui/widgets/file_choice.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include "ui/convert.h"

namespace tutela::ui {

namespace {

constexpr qint64 kMaxFileBytes = qint64(64) << 20;

} // namespace

FileChoice& fileChoice()
{
    static FileChoice choice{
        [](QWidget* parent, const QString& title) { return QFileDialog::getOpenFileNames(parent, title); },
        [](QWidget* parent, const QString& title, const QString& name) {
            return QFileDialog::getSaveFileName(parent, title, name);
        }};
    return choice;
}

std::optional<std::string> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMaxFileBytes)
        return std::nullopt;
    return file.readAll().toStdString();
}

bool writeFile(const QString& path, const std::string& bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly)
        && file.write(bytes.data(), static_cast<qint64>(bytes.size())) == static_cast<qint64>(bytes.size())
        && file.commit();
}

QString safeFileName(const std::string& foreignName)
{
    QString name = QFileInfo(toQt(foreignName)).fileName();
    for (QChar& letter : name) {
        if (letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format
            || QStringLiteral("/\\:*?\"<>|").contains(letter))
            letter = u'_';
    }
    return name.isEmpty() || name.startsWith(u'.') ? QStringLiteral("document") + name : name;
}

} // namespace tutela::ui

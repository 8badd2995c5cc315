#pragma once

#include <functional>
#include <optional>
#include <string>

#include <QString>

class QWidget;

namespace tutela::ui {

/// How files are chosen; replaced where nobody can answer a dialog.
struct FileChoice {
    std::function<QStringList(QWidget* parent, const QString& title)> toOpen;
    std::function<QString(QWidget* parent, const QString& title, const QString& suggestedName)> toSave;
};

/// The choice in use: the dialogs of Qt unless replaced.
[[nodiscard]] FileChoice& fileChoice();

/// A file read whole; nothing when it cannot be read or is larger than 64 MiB.
[[nodiscard]] std::optional<std::string> readFile(const QString& path);

/// Writes a file safely; false when that failed.
[[nodiscard]] bool writeFile(const QString& path, const std::string& bytes);

/// Foreign file names stay inside the folder they are saved to.
[[nodiscard]] QString safeFileName(const std::string& foreignName);

} // namespace tutela::ui

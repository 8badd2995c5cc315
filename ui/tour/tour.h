#pragma once

#include <QString>
#include <QStringList>

#include "ui/main_window.h"

namespace tutela::ui {

/// Plays the desktop without anybody at it: signs in as one training person after another through the real
/// widgets and saves a picture of every page.
class Tour final {
public:
    Tour(interfaces::Office& office, std::vector<TrainingPerson> people, QString folder);

    /// The files written, in the order of the tour.
    [[nodiscard]] QStringList play();

private:
    void visit(MainWindow& window, const TrainingPerson& person);
    void visitCases(MainWindow& window, const QString& who, bool everyTab);
    void visitActs(MainWindow& window, const QString& name);
    void saveOrder(MainWindow& window);
    void shoot(QWidget& widget, const QString& name);
    void shootDark(MainWindow& window, const QString& name);
    void shootLarge(QWidget& widget, const QString& name);
    void keep(const QPixmap& picture, const QString& name);

    interfaces::Office& m_office;
    std::vector<TrainingPerson> m_people;
    QString m_folder;
    QStringList m_files;
    QStringList m_seenOrders;
    bool m_everyTabSeen = false; ///< the first person with work shows every tab
};

} // namespace tutela::ui

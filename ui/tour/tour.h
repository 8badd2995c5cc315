#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include <QString>
#include <QStringList>

#include "ui/main_window.h"

namespace tutela::ui {

struct Visit;

/// Plays the desktop without anybody at it: signs in as one training person after another through the real
/// widgets and saves a picture of each main station.
class Tour final {
public:
    Tour(interfaces::Office& office, std::vector<TrainingPerson> people, QString folder);

    /// The files written, in the order of the tour.
    [[nodiscard]] QStringList play();

    [[nodiscard]] const QStringList& orders() const { return m_orders; }

private:
    void visit(MainWindow& window, const TrainingPerson& person);
    void visitCoordinator(MainWindow& window);
    void visitAssessment(MainWindow& window, const CaseId& caseId);
    void visitDetection(MainWindow& window, const CaseId& caseId);
    void visitDraft(MainWindow& window, const interfaces::ActOffer& offer);
    void visitIntake(MainWindow& window, const CaseId& caseId);
    void visitStation(MainWindow& window, const Visit& visit);
    void visitAct(MainWindow& window, const std::string& act);
    void visitProviders(MainWindow& window);
    void visitPeople(MainWindow& window);
    void visitAddresses(MainWindow& window);
    void visitSearch(MainWindow& window);
    void visitCalendar(MainWindow& window);
    void shootAct(MainWindow& window, const interfaces::ActOffer& offer);
    void saveOrder(MainWindow& window);
    void shoot(QWidget& widget, const QString& name);
    void shootDialog(MainWindow& window, const QString& action, const QString& name);
    void shootDark(
        MainWindow& window, const QString& name, const std::function<void()>& prepare = [] {});
    void shootLarge(
        MainWindow& window, const QString& name, const std::function<void()>& prepare = [] {});
    void keep(const QPixmap& picture, const QString& name);

    interfaces::Office& m_office;
    std::vector<TrainingPerson> m_people;
    QString m_folder;
    QStringList m_files;
    QStringList m_orders;
    QStringList m_tabsShown;
    std::set<std::string> m_rolesSeen;
};

} // namespace tutela::ui

#include <cstdio>
#include <memory>

#include <QApplication>
#include <QCommandLineParser>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include "core/services/office.h"
#include "core/services/sample.h"
#include "ui/convert.h"
#include "ui/main_window.h"
#include "ui/theme/appearance.h"
#include "ui/tour/tour.h"
#include "ui/words.h"

using namespace Qt::StringLiterals;

namespace {

// The people of a training register; their passwords are no secret.
std::vector<tutela::ui::TrainingPerson> trainingPeople()
{
    std::vector<tutela::ui::TrainingPerson> people;
    for (const auto& person : tutela::services::samplePeople()) {
        QStringList roles;
        for (const tutela::Role role : person.roles)
            roles << tutela::ui::word(role);
        people.push_back(
            {person.signInName, person.name, tutela::ui::toStd(roles.join(u", "_s)), person.password});
    }
    return people;
}

int refused(const tutela::Error& error)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(tutela::ui::text(error)));
    return 1;
}

// Without a register named, a training register of one's own is kept and made at the first start.
QString ownTrainingRegister()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + u"/training.tutela"_s;
}

tutela::Result<tutela::Done> makeIfMissing(const QString& file)
{
    if (QFileInfo::exists(file))
        return tutela::Done{};
    tutela::services::SamplePlan plan;
    plan.file = tutela::ui::toStd(file);
    plan.anchor = tutela::ui::toDay(QDate::currentDate());
    plan.stories = tutela::services::SampleStories::Told;
    auto made = tutela::services::createSample(plan);
    if (!made)
        return made.error();
    return tutela::Done{};
}

// A platform without a screen says of each window what it cannot do.
void sayUnlessNoise(QtMsgType, const QMessageLogContext&, const QString& text)
{
    if (!text.startsWith("This plugin does not support"_L1))
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

int playTour(
    tutela::interfaces::Office& office, std::vector<tutela::ui::TrainingPerson> people, const QString& folder)
{
    if (QGuiApplication::platformName() == "offscreen"_L1)
        qInstallMessageHandler(sayUnlessNoise);
    tutela::ui::Tour tour(office, std::move(people), folder);
    const auto pictures = tour.play().size() - tour.orders().size();
    std::printf("The %d pictures of the tour are in %s.\n", static_cast<int>(pictures),
        qUtf8Printable(QDir(folder).absolutePath()));
    for (const QString& order : tour.orders())
        std::printf("The detection order is %s.\n", qUtf8Printable(QFileInfo(order).absoluteFilePath()));
    return pictures > 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Tutela"_s);
    QApplication::setApplicationVersion(QStringLiteral(TUTELA_VERSION));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption registerFile(u"register"_s, u"The register to open."_s, u"file"_s);
    const QCommandLineOption tour(
        u"tour"_s, u"Play the training people and save pictures there."_s, u"folder"_s);
    parser.addOption(registerFile);
    parser.addOption(tour);
    parser.process(application);
    tutela::ui::setUpLook();
    const QString file = parser.isSet(registerFile) ? parser.value(registerFile) : ownTrainingRegister();
    if (!parser.isSet(registerFile)) {
        if (const auto made = makeIfMissing(file); !made)
            return refused(made.error());
    }
    auto opened =
        tutela::services::openOffice(tutela::ui::toStd(file), tutela::services::HeadCheck::Required);
    if (!opened)
        return refused(opened.error());
    tutela::interfaces::Office& office = *opened.value();
    if (parser.isSet(tour))
        return playTour(office, trainingPeople(), parser.value(tour));
    tutela::ui::MainWindow window(office, trainingPeople());
    window.show();
    return QApplication::exec();
}

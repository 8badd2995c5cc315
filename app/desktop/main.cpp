#include <cstdio>
#include <memory>

#include <QApplication>
#include <QCommandLineParser>

#include "core/services/office.h"
#include "ui/convert.h"
#include "ui/main_window.h"
#include "ui/theme/appearance.h"
#include "ui/tour/tour.h"
#include "ui/words.h"

using namespace Qt::StringLiterals;

namespace {

struct OpenedRegister {
    std::unique_ptr<tutela::interfaces::Office> office;
    std::vector<tutela::ui::TrainingPerson> people;
};

// PLUG: the training people of a sample register go into `people`.
OpenedRegister openRegister(const std::string& file)
{
    auto opened = tutela::services::openOffice(file);
    if (!opened) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(tutela::ui::text(opened.error())));
        return {};
    }
    return {std::move(opened).value(), {}};
}

int playTour(
    tutela::interfaces::Office& office, std::vector<tutela::ui::TrainingPerson> people, const QString& folder)
{
    tutela::ui::Tour tour(office, std::move(people), folder);
    for (const QString& file : tour.play())
        std::printf("%s\n", qUtf8Printable(file));
    return 0;
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
    OpenedRegister opened = openRegister(tutela::ui::toStd(parser.value(registerFile)));
    if (!opened.office) {
        return 1;
    }
    if (parser.isSet(tour))
        return playTour(*opened.office, std::move(opened.people), parser.value(tour));
    tutela::ui::MainWindow window(*opened.office, std::move(opened.people));
    window.show();
    return QApplication::exec();
}

#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "tests/support/sample_office.h"
#include "ui/convert.h"
#include "ui/tour/tour.h"
#include "ui/words.h"

namespace tutela::ui {
namespace {

TEST(Tour, LeavesAPictureOfEachMainStation)
{
    tutela::testing::SampleLog log;
    const auto office = tutela::testing::sampleOffice(log);
    std::vector<TrainingPerson> people;
    for (const auto& person : tutela::testing::samplePeople())
        people.push_back({person.signInName, person.name, toStd(word(person.role)), person.password});
    const QTemporaryDir temporary;
    const QString wanted = qEnvironmentVariable("TUTELA_TOUR");
    Tour tour(*office, people, wanted.isEmpty() ? temporary.path() : wanted);
    const QStringList files = tour.play();
    EXPECT_GT(files.size(), 12);
    EXPECT_LT(files.size(), 90);
    EXPECT_EQ(tour.orders().size(), 1);
    for (const QString& file : files)
        EXPECT_GT(QFileInfo(file).size(), 0) << toStd(file);
}

} // namespace
} // namespace tutela::ui

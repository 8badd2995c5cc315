#include <filesystem>

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "core/services/create.h"
#include "core/services/office.h"
#include "ui/convert.h"
#include "ui/main_window.h"
#include "ui/pages/case_page.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;

class RealRegister : public ::testing::Test {
protected:
    RealRegister()
    {
        services::RegisterPlan plan;
        plan.file = std::filesystem::path(toStd(folder.filePath(u"training.tutela"_s)));
        plan.authority = "Coordinating Authority of Sampleland";
        plan.memberState = "IE";
        plan.zone = "Europe/Dublin";
        plan.administrators = {{{"first", "a training password 1"}, {"second", "a training password 2"}}};
        plan.training = true;
        plan.seed = 7;
        plan.trainingNow = parseInstant("2027-03-03T09:00:00Z");
        auto created = services::createRegister(plan);
        if (created)
            office = services::makeOffice(std::move(created).value());
        else
            problem = toStd(text(created.error()));
    }

    QTemporaryDir folder;
    std::unique_ptr<interfaces::Office> office;
    std::string problem;
};

TEST_F(RealRegister, OpensInTheDesktopForItsAdministrator)
{
    ASSERT_TRUE(office) << problem;
    MainWindow window(*office, {});
    window.show();
    window.findChild<QLineEdit*>(u"signInName"_s)->setText(u"first"_s);
    window.findChild<QLineEdit*>(u"signInPassword"_s)->setText(u"a training password 1"_s);
    window.findChild<QPushButton*>(u"signIn"_s)->click();
    ASSERT_TRUE(office->signIn().signedIn()) << toStd(window.findChild<Notice*>(u"signInNotice"_s)->text());
    EXPECT_TRUE(window.findChild<QWidget*>(u"workEmpty"_s)->isVisible());
    window.showPeople();
    EXPECT_NE(window.findChild<QWidget*>(u"person.second"_s), nullptr);
    window.showLog();
    window.findChild<QPushButton*>(u"verifyLog"_s)->click();
    EXPECT_TRUE(window.findChild<Notice*>(u"logNotice"_s)->text().contains(u"are as they were written"_s))
        << toStd(window.findChild<Notice*>(u"logNotice"_s)->text());
}

TEST_F(RealRegister, EveryActOfTheLegalTextHasAPlaceInTheDesktop)
{
    ASSERT_TRUE(office) << problem;
    ASSERT_TRUE(office->signIn().signIn("first", "a training password 1").ok());
    const auto acts = office->cases().acts(std::nullopt);
    ASSERT_TRUE(acts.ok()) << toStd(text(acts.error()));
    EXPECT_FALSE(acts.value().empty());
    for (const auto& offer : acts.value()) {
        const auto* end = std::end(interfaces::kTabs);
        EXPECT_NE(std::find(std::begin(interfaces::kTabs), end, offer.tab), end)
            << offer.act << " on " << offer.tab;
        for (const auto& field : offer.fields)
            EXPECT_NE(term("field", field.name), QString()) << field.name;
    }
}

} // namespace
} // namespace tutela::ui

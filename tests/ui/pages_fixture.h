#pragma once

#include <memory>
#include <string>
#include <vector>

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/sample_office.h"
#include "ui/convert.h"
#include "ui/main_window.h"
#include "ui/pages/case_page.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

inline std::vector<TrainingPerson> trainingPeople()
{
    std::vector<TrainingPerson> people;
    for (const auto& person : tutela::testing::samplePeople())
        people.push_back({person.signInName, person.name, toStd(word(person.role)), person.password});
    return people;
}

/// The window on an office of values, for tests of its pages.
class Pages : public ::testing::Test {
protected:
    Pages()
    {
        window.show();
        QApplication::setActiveWindow(&window);
    }

    template <class Widget> Widget* part(const QString& name) { return window.findChild<Widget*>(name); }

    void signIn(const QString& name)
    {
        part<QPushButton>(u"training."_s + name)->click();
        QTest::keyClick(part<QLineEdit>(u"signInPassword"_s), Qt::Key_Return);
        ASSERT_TRUE(office->signIn().signedIn());
    }

    CasePage& openCase(const std::string& number)
    {
        window.openCase(CaseId(number));
        return *window.openedCase();
    }

    /// Every control that the keyboard reaches but that has no spoken name or no object name.
    QStringList unnamed()
    {
        QStringList found;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            const bool inner = widget->objectName().startsWith("qt_"_L1)
                || (widget->parentWidget() != nullptr
                    && widget->parentWidget()->inherits("QAbstractScrollArea")
                    && widget->objectName().isEmpty());
            if (inner || !widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
            if (spoken == nullptr || spoken->text(QAccessible::Name).isEmpty()
                || widget->objectName().isEmpty())
                found << QString::fromLatin1(widget->metaObject()->className()) + u":"_s
                        + widget->objectName();
        }
        return found;
    }

    tutela::testing::SampleLog log;
    std::unique_ptr<interfaces::Office> office = tutela::testing::sampleOffice(log);
    MainWindow window{*office, trainingPeople()};
};

} // namespace tutela::ui

#include <QApplication>

#include <gtest/gtest.h>

#include "ui/theme/appearance.h"

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", QByteArray("offscreen"));
    testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    tutela::ui::setUpLook();
    return RUN_ALL_TESTS();
}

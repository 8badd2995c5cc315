#include <cstdio>

#include <QApplication>

#include <gtest/gtest.h>

#include "ui/theme/appearance.h"

namespace {

void sayUnlessNoise(QtMsgType, const QMessageLogContext&, const QString& text)
{
    if (!text.startsWith(QStringLiteral("This plugin does not support"))
        && !text.contains(QStringLiteral("XDG_RUNTIME_DIR")))
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", QByteArray("offscreen"));
    qInstallMessageHandler(sayUnlessNoise);
    testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    tutela::ui::setUpLook();
    return RUN_ALL_TESTS();
}

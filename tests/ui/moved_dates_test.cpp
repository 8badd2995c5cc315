#include <QLabel>

#include <gtest/gtest.h>

#include "tests/support/sample_office.h"
#include "ui/acts/act_panel.h"
#include "ui/acts/moved_dates.h"
#include "ui/convert.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;

interfaces::ClockStand running(const char* day)
{
    return {ClockState::Running, parseDay(day), true};
}

QString saidBy(const QWidget& widget)
{
    QStringList words;
    for (const QLabel* one : widget.findChildren<QLabel*>())
        words << one->text();
    return words.join(u'\n');
}

TEST(MovedDates, ShowsEveryDateThatMovesAndNoOther)
{
    MovedDates dates;
    interfaces::ActPreview preview;
    preview.counted = true;
    preview.clocks = {{"DL06", "Art 5(2)", running("2026-06-02"), running("2026-06-04")},
        {"DL07/R1", "Art 5(3)", running("2026-04-24"), running("2026-04-24")}};
    dates.show(preview);
    const QString said = saidBy(dates);
    EXPECT_TRUE(said.contains(dateText(*parseDay("2026-06-02")))) << toStd(said);
    EXPECT_TRUE(said.contains(dateText(*parseDay("2026-06-04")))) << toStd(said);
    EXPECT_FALSE(said.contains(dateText(*parseDay("2026-04-24")))) << toStd(said);
}

TEST(MovedDates, SaysThatNoDateMovesAndThatNoneIsCountedYet)
{
    MovedDates dates;
    interfaces::ActPreview preview;
    dates.show(preview);
    EXPECT_TRUE(saidBy(dates).contains(u"as soon as"_s));
    preview.counted = true;
    preview.clocks = {{"DL06", "Art 5(2)", running("2026-06-02"), running("2026-06-02")}};
    dates.show(preview);
    EXPECT_TRUE(saidBy(dates).contains(u"No date moves."_s));
}

TEST(MovedDates, StandInTheFormOnlyOfAnActThatTouchesAClock)
{
    tutela::testing::SampleLog log;
    log.preview.counted = true;
    const auto office = tutela::testing::sampleOffice(log);
    static_cast<void>(office->signIn().signIn("ada", "training-ada"));
    const auto view = office->cases().open(CaseId("A-2027-0003"), std::nullopt).value();
    ActPanel panel(*office);
    for (interfaces::ActOffer offer : tutela::testing::sampleActs()) {
        for (const bool touches : {false, true}) {
            offer.touchesClocks = touches;
            panel.open(offer, view);
            EXPECT_EQ(panel.findChild<MovedDates*>() != nullptr, touches) << offer.act;
        }
        break;
    }
}

} // namespace
} // namespace tutela::ui

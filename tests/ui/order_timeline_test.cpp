#include <QLabel>

#include <gtest/gtest.h>

#include "ui/convert.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/order_timeline.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;

TEST(OrderTimeline, NoTwoLabelsOfALaneOverlap)
{
    std::vector<StripLabel> labels;
    for (int at = 0; at < 12; ++at)
        labels.push_back({40.0 + 14 * at, 120.0});
    const auto places = placeLabels(labels, 600, 4);
    int placed = 0;
    for (std::size_t a = 0; a < places.size(); ++a) {
        placed += places[a] ? 1 : 0;
        for (std::size_t b = 0; b < a; ++b) {
            if (!places[a] || !places[b] || places[a]->lane != places[b]->lane)
                continue;
            const bool apart = places[a]->left > places[b]->left + labels[b].width
                || places[b]->left > places[a]->left + labels[a].width;
            EXPECT_TRUE(apart) << a << " and " << b;
        }
    }
    EXPECT_EQ(placed, 5) << "four lanes have room for these five";
}

TEST(OrderTimeline, LabelsStayInsideTheStrip)
{
    const auto places = placeLabels({{0, 100}, {300, 100}, {150, 400}}, 300, 2);
    EXPECT_EQ(places[0]->left, 0);
    EXPECT_EQ(places[1]->left, 200);
    EXPECT_FALSE(places[2]) << "a label wider than the strip has no place";
}

TEST(OrderTimeline, ADayThatPassedWithoutARecordIsNotToCome)
{
    interfaces::OrderView order;
    order.scope = {{}, *parseDay("2027-01-01"), *parseDay("2027-12-31")};
    order.timeline = {{"order.event.issued", parseDay("2026-06-01"), "Art 7", true},
        {"order.event.report", parseDay("2026-09-01"), "Art 7", false},
        {"order.event.starts", parseDay("2027-01-01"), "Art 7", false}};
    const OrderTimeline timeline(order, *parseDay("2026-10-01"));
    QStringList chips;
    for (const Chip* chip : timeline.findChildren<Chip*>())
        chips << chip->text();
    EXPECT_EQ(chips.count(u"Happened"_s), 1);
    EXPECT_EQ(chips.count(u"No record"_s), 1);
    EXPECT_EQ(chips.count(u"To come"_s), 1);
}

TEST(OrderTimeline, ShowsWhatTheOrderWentThroughInSections)
{
    interfaces::OrderView order;
    order.status = OrderStatus::Suspended;
    order.challenged = true;
    order.scope = {{"chats"}, *parseDay("2027-01-01"), *parseDay("2027-12-31")};
    order.suspendedParts = {"groups"};
    order.sections = {{"order.section.challenges",
        {{parseDay("2026-10-01"),
            {"order.life.challenge", {{"id", std::string("A1")}, {"who", Term{"challenger.provider"}}}},
            Term{"status.open"}}}}};
    const OrderTimeline timeline(order, *parseDay("2027-02-01"));
    QStringList chips;
    for (const Chip* chip : timeline.findChildren<Chip*>())
        chips << chip->text();
    EXPECT_TRUE(chips.contains(u"Challenged"_s));
    EXPECT_TRUE(chips.contains(u"Suspended"_s));
    EXPECT_TRUE(chips.contains(u"Open"_s));
    QStringList words;
    for (const QLabel* one : timeline.findChildren<QLabel*>())
        words << one->text();
    EXPECT_TRUE(words.join(u"|"_s).contains(u"Challenges (Art 9(1))"_s));
    EXPECT_TRUE(words.join(u"|"_s).contains(u"A1: The provider"_s));
    EXPECT_TRUE(words.contains(u"groups"_s));
}

} // namespace
} // namespace tutela::ui

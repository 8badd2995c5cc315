#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "core/services/office.h"
#include "core/services/sample.h"
#include "ui/acts/act_panel.h"
#include "ui/acts/moved_dates.h"
#include "ui/convert.h"
#include "ui/pages/case_page.h"
#include "ui/pages/case_section.h"
#include "ui/widgets/notice.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;

/// Two people of the authority at the desk of one training register.
class CorrectionsAtTheDesk : public ::testing::Test {
protected:
    void SetUp() override
    {
        services::SamplePlan plan;
        plan.file = toStd(folder.filePath(u"training.tutela"_s));
        plan.cases = 10;
        plan.anchor = *parseDay("2026-06-10");
        ASSERT_TRUE(services::createSample(plan).ok());
        auto opened = services::openOffice(plan.file, services::HeadCheck::Required);
        ASSERT_TRUE(opened.ok());
        office = std::move(opened).value();
    }

    void signIn(const std::string& person)
    {
        office->signIn().signOut();
        ASSERT_TRUE(office->signIn().signIn(person, "arcadia-" + person).ok());
    }

    /// An assessment whose review runs.
    CaseId reviewRunning()
    {
        for (const auto& row : office->worklist().page({.kind = CaseKind::Assessment}).value().rows) {
            for (const auto& clock : office->cases().open(row.caseId, {}).value().clocks) {
                if (clock.id == "DL06" && clock.end && row.step != Step::DeterminationMade)
                    return row.caseId;
            }
        }
        throw std::runtime_error("no review runs");
    }

    static void start(CasePage& page, const std::string& act)
    {
        const auto& offers = page.offers();
        page.startAct(
            *std::find_if(offers.begin(), offers.end(), [&](const auto& offer) { return offer.act == act; }));
    }

    static ActPanel& panelOf(CasePage& page) { return *page.findChild<ActPanel*>(); }

    /// What the section "Dates that this moves" shows for the review, after the typing has settled.
    static QString reviewIn(CasePage& page)
    {
        QTest::qWait(400);
        auto* after = page.findChild<QLabel*>(u"moved.DL06"_s);
        return after == nullptr ? QString() : after->text();
    }

    static void fill(CasePage& page, const char* field, const Json& value)
    {
        panelOf(page).form()->editor(field)->setValue(value);
    }

    /// Where the environment names a folder, as the tour does.
    static void picture(CasePage& page, const QString& name)
    {
        const QString pictures = qEnvironmentVariable("TUTELA_TOUR");
        if (pictures.isEmpty())
            return;
        page.resize(1300, 850);
        QTest::qWait(100);
        page.grab().save(pictures + u"/correction-"_s + name + u".png"_s);
    }

    QTemporaryDir folder;
    std::unique_ptr<interfaces::Office> office;
};

TEST_F(CorrectionsAtTheDesk, ShowEveryDateThatMovesAndNeedASecondPerson)
{
    signIn("registrar");
    const CaseId id = reviewRunning();
    const auto before = office->cases().open(id, {}).value();
    const Day right = before.file.filings.front().receivedOn - std::chrono::days{9};
    CasePage first(*office, id);
    first.show();
    start(first, "propose-correction");
    EXPECT_TRUE(reviewIn(first).isEmpty()) << "nothing is filled in yet";
    interfaces::ActDraft draft;
    draft.files = {{"receipt.txt", "An invented receipt.\n"}};
    draft.data =
        Json::object({{"receipt", before.file.filings.front().entry}, {"received_on", formatDay(right)},
            {"reason", "The post office names another day."}, {"proof_document", "receipt.txt"}});
    panelOf(first).form()->fill(draft);
    const QString foreseen = reviewIn(first);
    EXPECT_FALSE(foreseen.isEmpty());
    picture(first, u"form"_s);
    panelOf(first).perform();
    EXPECT_FALSE(panelOf(first).isOpen()) << toStd(first.findChild<Notice*>(u"actNotice"_s)->text());
    EXPECT_EQ(office->cases().open(id, {}).value().clocks.front().end, before.clocks.front().end);

    start(first, "confirm-correction");
    fill(first, "correction", "K1");
    fill(first, "check", "Compared with the receipt.");
    QTest::qWait(400);
    EXPECT_TRUE(first.findChild<Notice*>(u"actReasons"_s)->text().contains(u"second person"_s));
    panelOf(first).perform();
    EXPECT_TRUE(panelOf(first).isOpen()) << "the proposer confirmed";
    panelOf(first).discardDraft();
    panelOf(first).close();

    signIn("coordinator");
    CasePage second(*office, id);
    second.show();
    start(second, "confirm-correction");
    fill(second, "correction", "K1");
    fill(second, "check", "Compared with the receipt.");
    EXPECT_EQ(toStd(reviewIn(second)), toStd(foreseen));
    panelOf(second).perform();
    EXPECT_FALSE(panelOf(second).isOpen());
    EXPECT_TRUE(second.findChild<Notice*>(u"caseNotice"_s)->text().contains(u"→"_s));
    EXPECT_EQ(office->cases().open(id, {}).value().file.filings.front().receivedOn, right);

    second.showTab(u"letters"_s);
    auto* save = second.findChild<QPushButton*>(u"saveLetter"_s);
    ASSERT_NE(save, nullptr) << "no letter is drafted";
    picture(second, u"letters"_s);
    second.showTab(u"history"_s);
    picture(second, u"history"_s);
}

} // namespace
} // namespace tutela::ui

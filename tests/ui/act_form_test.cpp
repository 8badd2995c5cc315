#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/sample_office.h"
#include "ui/acts/act_panel.h"
#include "ui/acts/attachment_list.h"
#include "ui/convert.h"
#include "ui/widgets/notice.h"

namespace tutela::ui {
namespace {

using interfaces::ActOffer;

class ActForms : public ::testing::Test {
protected:
    ActForms() { static_cast<void>(office->signIn().signIn("ada", "training-ada")); }

    static ActOffer offer(const std::string& act)
    {
        const auto all = tutela::testing::sampleActs();
        return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.act == act; });
    }

    static ActOffer withEveryType()
    {
        ActOffer made = offer("ask-information");
        made.fields.clear();
        for (const auto& [type, text] : Vocabulary<FieldType>::kTexts)
            made.fields.push_back({std::string(text), type, true,
                type == FieldType::Choice ? std::vector<std::string>{"one", "two"}
                                          : std::vector<std::string>()});
        return made;
    }

    tutela::testing::SampleLog log;
    std::unique_ptr<interfaces::Office> office = tutela::testing::sampleOffice(log);
    interfaces::CaseView view = office->cases().open(CaseId("A-2027-0003"), std::nullopt).value();
};

TEST_F(ActForms, HasAnEditorForEveryTypeOfField)
{
    const ActForm form({office.get(), &view, withEveryType()}, FromDocument::No);
    for (const auto& [type, text] : Vocabulary<FieldType>::kTexts)
        EXPECT_NE(form.editor(std::string(text)), nullptr) << text;
}

TEST_F(ActForms, SaysAtTheTopWhetherItIsALetterOrAnInternalNote)
{
    ActOffer letter = withEveryType();
    letter.act = "record-letter-out";
    const ActForm out({office.get(), &view, letter}, FromDocument::No);
    EXPECT_NE(out.findChild<Notice*>(QStringLiteral("letterHint")), nullptr);
    EXPECT_EQ(out.findChild<Notice*>(QStringLiteral("internalHint")), nullptr);
    ActOffer note = withEveryType();
    note.act = "add-note";
    const ActForm internal({office.get(), &view, note}, FromDocument::No);
    EXPECT_EQ(internal.findChild<Notice*>(QStringLiteral("letterHint")), nullptr);
    const auto* hint = internal.findChild<Notice*>(QStringLiteral("internalHint"));
    ASSERT_NE(hint, nullptr);
    EXPECT_TRUE(hint->text().contains(QStringLiteral("never sent")));
    const ActForm other({office.get(), &view, withEveryType()}, FromDocument::No);
    EXPECT_EQ(other.findChild<Notice*>(QStringLiteral("internalHint")), nullptr);
}

TEST_F(ActForms, StartsEmptyAndIncomplete)
{
    const ActForm form({office.get(), &view, withEveryType()}, FromDocument::No);
    EXPECT_FALSE(form.isComplete());
    EXPECT_EQ(canonicalJson(form.data()), R"({"flag":false})");
}

TEST_F(ActForms, CarriesEveryValueInTheFormOfTheAct)
{
    view.file.recorded = {{12, PersonId("U-0002"), {}}};
    ActForm form({office.get(), &view, withEveryType()}, FromDocument::No);
    interfaces::ActDraft draft;
    draft.files = {{"plan.pdf", "bytes"}};
    draft.data = Json::object({{"line", "A line"}, {"text", "Two\nlines"}, {"day", "2027-03-31"},
        {"instant", "2027-03-01T09:30:00Z"}, {"length", "P2W"}, {"integer", 7}, {"flag", true},
        {"choice", "two"}, {"codes", Json::array({"a-b", "c"})}, {"points", Json::array({"First", "Second"})},
        {"service", "S-0002"}, {"request", "R1"}, {"entry", 12}, {"document", "plan.pdf"},
        {"provider", "P-0002"}, {"case", "D-2027-0001"}, {"person", "U-0001"}});
    form.fill(draft);
    EXPECT_EQ(prettyJson(form.data()), prettyJson(draft.data));
}

TEST_F(ActForms, SaysBesideTheFieldWhatItDoesNotUnderstand)
{
    ActPanel panel(*office);
    panel.open(offer("record-answer"), view);
    panel.form()
        ->findChild<QLineEdit*>(QStringLiteral("field.received_on.day"))
        ->setText(QStringLiteral("soon"));
    const auto* problem = panel.form()->findChild<QLabel*>(QStringLiteral("field.received_on.problem"));
    EXPECT_TRUE(problem->isVisibleTo(panel.form()));
    EXPECT_TRUE(problem->text().contains(QStringLiteral("Not a day")));
}

TEST_F(ActForms, PerformsNothingWhileARequiredFieldIsEmpty)
{
    ActPanel panel(*office);
    panel.open(offer("ask-information"), view);
    panel.perform();
    EXPECT_TRUE(log.performed.empty());
    EXPECT_TRUE(panel.form()
                    ->findChild<QLabel*>(QStringLiteral("field.question.problem"))
                    ->isVisibleTo(panel.form()));
}

TEST_F(ActForms, SendsTheActWithTheSequenceItWasFilledInAgainst)
{
    ActPanel panel(*office);
    QSignalSpy performed(&panel, &ActPanel::performed);
    panel.open(offer("ask-information"), view);
    panel.form()->fill({Json::object({{"question", "How many?"}, {"period", "P2W"}}), {}});
    panel.perform();
    ASSERT_EQ(log.performed.size(), 1U);
    EXPECT_EQ(log.performed.front().expectedStreamSeq, view.file.streamSeq);
    EXPECT_EQ(canonicalJson(log.performed.front().data), R"({"period":"P2W","question":"How many?"})");
    EXPECT_EQ(performed.count(), 1);
    EXPECT_FALSE(panel.isOpen());
    EXPECT_TRUE(log.drafts.empty());
}

TEST_F(ActForms, KeepTheDraftWhenTheActIsRefused)
{
    log.refuseNext = Error{ErrorCode::Refused, {"A rule refuses.", {}}, "Art 5(3)", {}, {}, std::nullopt};
    ActPanel panel(*office);
    panel.open(offer("ask-information"), view);
    panel.form()->fill({Json::object({{"question", "How many?"}, {"period", "P2W"}}), {}});
    panel.perform();
    EXPECT_TRUE(panel.isOpen());
    EXPECT_EQ(panel.form()->data().text("question"), "How many?");
    EXPECT_TRUE(panel.findChild<Notice*>(QStringLiteral("actNotice"))
                    ->text()
                    .contains(QStringLiteral("A rule refuses. (Art 5(3))")));
}

TEST_F(ActForms, KeepTheDraftWhenTheyAreClosed)
{
    ActPanel panel(*office);
    panel.open(offer("ask-information"), view);
    panel.form()->fill({Json::object({{"question", "How many?"}}), {{"list.txt", "x"}}});
    panel.close();
    panel.open(offer("ask-information"), view);
    EXPECT_EQ(panel.form()->data().text("question"), "How many?");
    EXPECT_EQ(panel.form()->files().size(), 1U);
}

TEST_F(ActForms, KeepWhatWasTypedWithoutBeingClosed)
{
    {
        ActPanel panel(*office);
        panel.open(offer("ask-information"), view);
        QTest::keyClicks(panel.form()->findChild<QPlainTextEdit*>(QStringLiteral("field.question.text")),
            QStringLiteral("Ho"));
        EXPECT_TRUE(log.drafts.empty()) << "every key goes to the disk";
        ASSERT_TRUE(QTest::qWaitFor([this] { return !log.drafts.empty(); }, 3000));
    }
    ActPanel panel(*office);
    panel.open(offer("ask-information"), view);
    EXPECT_EQ(panel.form()->data().text("question"), "Ho");
    const auto said = panel.findChild<Notice*>(QStringLiteral("actNotice"))->text();
    EXPECT_TRUE(said.contains(QStringLiteral("3 Mar 2027, 09:00"))) << toStd(said);
}

TEST_F(ActForms, KeepTheDraftOfOnePersonFromTheNext)
{
    ActPanel panel(*office);
    panel.open(offer("ask-information"), view);
    panel.form()
        ->findChild<QPlainTextEdit*>(QStringLiteral("field.question.text"))
        ->setPlainText(QStringLiteral("Mine"));
    panel.putAway();
    static_cast<void>(office->signIn().signIn("hedda", "training-hedda"));
    panel.open(offer("ask-information"), view);
    EXPECT_TRUE(panel.form()->isEmpty());
    panel.putAway();
    EXPECT_EQ(log.drafts.size(), 1U);
}

TEST_F(ActForms, ForgetTheDraftOnlyWhenAskedTwice)
{
    ActPanel panel(*office);
    panel.open(offer("ask-information"), view);
    auto* discard = panel.findChild<QPushButton*>(QStringLiteral("discardDraft"));
    EXPECT_TRUE(discard->isHidden()) << "there is nothing to discard";
    panel.form()
        ->findChild<QPlainTextEdit*>(QStringLiteral("field.question.text"))
        ->setPlainText(QStringLiteral("Mine"));
    panel.keepDraft();
    ASSERT_FALSE(discard->isHidden());
    discard->click();
    EXPECT_EQ(log.drafts.size(), 1U);
    discard->click();
    EXPECT_TRUE(log.drafts.empty());
    EXPECT_TRUE(panel.form()->isEmpty());
}

TEST_F(ActForms, ABindingActNeedsItsPersonalSignature)
{
    static_cast<void>(office->signIn().signIn("justin", "training-justin"));
    const auto court = office->cases().open(CaseId("D-2026-0004"), std::nullopt).value();
    ActPanel panel(*office);
    panel.open(offer("refuse-request"), court);
    panel.form()->fill({Json::object({{"reasons", "Because."}}), {}});
    panel.perform();
    EXPECT_TRUE(log.performed.empty());
    panel.findChild<QCheckBox*>(QStringLiteral("signPersonally"))->setChecked(true);
    panel.perform();
    EXPECT_EQ(log.performed.size(), 1U);
}

TEST_F(ActForms, AnOutsideActEnteredByTheAuthorityNamesItsDocument)
{
    const auto detection = office->cases().open(CaseId("D-2027-0001"), std::nullopt).value();
    ActPanel panel(*office);
    ActOffer opinion = offer("give-opinion");
    opinion.onlyFromDocument = true;
    panel.open(opinion, detection);
    ActForm& form = *panel.form();
    ASSERT_NE(form.editor("recorded_from.document"), nullptr);
    form.fill({Json::object({{"outcome", "favourable"}, {"points", Json::array({"One"})},
                   {"recorded_from",
                       Json::object({{"document", "letter.pdf"}, {"authenticity", "Seal compared"},
                           {"author", "E. Demo"}})}}),
        {{"letter.pdf", "x"}}});
    EXPECT_TRUE(form.isComplete());
    EXPECT_EQ(canonicalJson(*form.data().find("recorded_from")),
        R"({"authenticity":"Seal compared","author":"E. Demo","document":"letter.pdf"})");
}

TEST_F(ActForms, TheInstitutionItselfEntersItsActWithoutADocument)
{
    static_cast<void>(office->signIn().signIn("eudora", "training-eudora"));
    const auto detection = office->cases().open(CaseId("D-2027-0001"), std::nullopt).value();
    ActPanel panel(*office);
    panel.open(offer("give-opinion"), detection);
    EXPECT_EQ(panel.form()->editor("recorded_from.document"), nullptr);
}

TEST_F(ActForms, ShowEarlyWhatWouldRefuseTheAct)
{
    log.reasons = {{"E_HEARING", {"The provider has not been heard.", {}}, "Art 5(4)"},
        {"E_FIELD", {"This period is too short.", {{"field", std::string("period")}}}, "Art 5(3)"}};
    ActPanel panel(*office);
    panel.open(offer("ask-information"), view);
    EXPECT_TRUE(panel.findChild<Notice*>(QStringLiteral("actReasons"))
                    ->text()
                    .contains(QStringLiteral("has not been heard. (Art 5(4))")));
    panel.form()->revealAll();
    panel.form()->fill({Json::object({{"question", "Q"}, {"period", "P1D"}}), {}});
    static_cast<void>(panel.form()->showReasons(log.reasons));
    EXPECT_EQ(toStd(panel.form()->findChild<QLabel*>(QStringLiteral("field.period.problem"))->text()),
        "This period is too short.");
}

} // namespace
} // namespace tutela::ui

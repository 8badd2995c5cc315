#include <gmock/gmock.h>

#include "core/services/rebuild.h"
#include "tests/support/pdf_words.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using tutela::testing::pdfWords;

/// How the offices of a training register are reached.
class Contacts : public SampleRegister {
protected:
    static constexpr const char* kNewAddress = "7 Moved Square, Port Example";

    std::string moveCourt(const std::string& person, const char* address = kNewAddress) const
    {
        const auto office = openAs(file, person);
        auto contacts = openAs(file, "auditor")->contacts().contacts().value().contacts;
        contacts.courtAddress = address;
        const auto changed = office->contacts().changeContacts(contacts);
        return changed ? std::string() : changed.error().what.id;
    }

    static CaseId at(interfaces::Office& office, Step step)
    {
        for (const auto& row : office.worklist().page({.step = step}).value().rows)
            return row.caseId;
        throw std::runtime_error("no such case");
    }
};

TEST_F(Contacts, AreChangedByTheHeadOrARegistrarAndByNobodyElse)
{
    for (const char* person : {"coordinator", "auditor", "admin"}) {
        EXPECT_EQ(moveCourt(person), "refusal.not-allowed") << person;
        EXPECT_FALSE(openAs(file, person)->contacts().contacts().value().mayChange) << person;
    }
    EXPECT_FALSE(openAs(file, "judge")->contacts().contacts().ok());
    EXPECT_EQ(moveCourt("registrar"), "");
    EXPECT_EQ(moveCourt("head", "8 Moved Square, Port Example"), "");
    const auto view = openAs(file, "head")->contacts().contacts().value();
    EXPECT_EQ(view.contacts.courtAddress, "8 Moved Square, Port Example");
    EXPECT_EQ(view.contacts.court, "District Court of Port Example (fictitious)") << "the rest stays";
    EXPECT_EQ(view.changedBy, "Hedda Obermann");
    EXPECT_TRUE(view.mayChange);
    EXPECT_EQ(diagnosis(*openAs(file, "auditor")), "ok");
}

TEST_F(Contacts, AreOneLineAndChangeSomethingAndTheCourtKeepsAName)
{
    EXPECT_EQ(moveCourt("head", "7 Moved Square\nPort Example"), "contacts.text");
    EXPECT_EQ(moveCourt("head", std::string(501, 'x').c_str()), "contacts.text");
    EXPECT_EQ(moveCourt("head", "1 Example Square, Port Example"), "contacts.unchanged");
    auto contacts = openAs(file, "head")->contacts().contacts().value().contacts;
    contacts.court.clear();
    EXPECT_EQ(openAs(file, "head")->contacts().changeContacts(contacts).error().what.id, "contacts.court");
    EXPECT_FALSE(openAs(file, "head")->contacts().contacts().value().changedAt);
}

TEST_F(Contacts, StandInLettersFromThenOnAndNotInAnOrderDecidedBefore)
{
    const auto office = openAs(file, "coordinator");
    const CaseId before = at(*office, Step::OrderIssued);
    const std::string order = office->cases().orderDocument(before, "en").value();
    ASSERT_EQ(moveCourt("registrar"), "");
    EXPECT_EQ(office->cases().orderDocument(before, "en").value(), order) << "not a byte of it changes";
    EXPECT_THAT(pdfWords(order), HasSubstr("1 Example Square"));
    const auto letters = office->letters().drafted(before).value();
    const auto request = std::ranges::find(
        letters, "letter.court-request", [](const auto& letter) { return letter.subject.id; });
    ASSERT_NE(request, letters.end());
    const std::string text = pdfWords(office->letters().pdf(before, request->id, "en").value());
    EXPECT_THAT(text, HasSubstr(kNewAddress));
    EXPECT_THAT(text, Not(HasSubstr("1 Example Square")));
    EXPECT_THAT(text, HasSubstr("Orders desk, orders@authority.example")) << "how the sender is reached";
}

TEST_F(Contacts, OutliveARebuildOfTheProjections)
{
    ASSERT_EQ(moveCourt("registrar"), "");
    {
        Register target(file, HeadCheck::Required);
        rebuildProjections(target);
    }
    EXPECT_EQ(openAs(file, "head")->contacts().contacts().value().contacts.courtAddress, kNewAddress);
}

} // namespace

} // namespace tutela::services

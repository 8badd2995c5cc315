#include <gtest/gtest.h>

#include "ui/convert.h"
#include "ui/widgets/file_choice.h"

namespace tutela::ui {
namespace {

struct TypedDay {
    const char* typed;
    const char* day;
};

void PrintTo(const TypedDay& row, std::ostream* out)
{
    *out << row.typed;
}

class ReadTypedDay : public ::testing::TestWithParam<TypedDay> { };

TEST_P(ReadTypedDay, UnderstandsWhatPeopleWrite)
{
    const auto day = readTypedDay(QString::fromUtf8(GetParam().typed), *parseDay("2027-03-03"));
    EXPECT_EQ(day ? formatDay(*day) : "nothing", GetParam().day);
}

INSTANTIATE_TEST_SUITE_P(Forms, ReadTypedDay,
    ::testing::Values(TypedDay{"2027-03-31", "2027-03-31"}, TypedDay{"31.3.2027", "2027-03-31"},
        TypedDay{" 31.3. ", "2027-03-31"}, TypedDay{"1.2.", "2028-02-01"},
        TypedDay{"31/3/2027", "2027-03-31"}, TypedDay{"31 Mar 2027", "2027-03-31"},
        TypedDay{"today", "2027-03-03"}, TypedDay{"+14d", "2027-03-17"}, TypedDay{"+2w", "2027-03-17"},
        TypedDay{"+3m", "2027-06-03"}, TypedDay{"30.2.2027", "nothing"}, TypedDay{"soon", "nothing"},
        TypedDay{"", "nothing"}));

TEST(Instants, AreShownInTheZoneOfTheOffice)
{
    setOfficeZone("Europe/Brussels");
    const Instant instant = *parseInstant("2027-06-30T22:30:00Z");
    EXPECT_EQ(toStd(instantText(instant)), "1 Jul 2027, 00:30");
    EXPECT_EQ(instantAt(*parseDay("2027-07-01"), 0, 30), instant);
    setOfficeZone("UTC");
}

TEST(SafeFileName, NeverLeavesItsFolder)
{
    EXPECT_EQ(toStd(safeFileName("../../etc/passwd")), "passwd");
    EXPECT_EQ(toStd(safeFileName("..")), "document..");
    EXPECT_EQ(toStd(safeFileName("a\nb:c.pdf")), "a_b_c.pdf");
}

} // namespace
} // namespace tutela::ui

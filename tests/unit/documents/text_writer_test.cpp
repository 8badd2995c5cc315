#include "core/documents/text_writer.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/documents/visible_text.h"
#include "tests/unit/documents/sample_documents.h"

namespace tutela::documents {

namespace {

using testing::HasSubstr;

Document with(std::vector<Block> blocks)
{
    Document document;
    document.title = "T";
    document.reference = "R/1";
    document.fingerprint = "f00d";
    document.footers = {"The footer."};
    document.words = {"Page {page} of {pages}", "Reference", "Fingerprint", "(not stated)"};
    document.blocks = std::move(blocks);
    return document;
}

TEST(TextWriter, WritesEachKindOfBlock)
{
    const std::string rule(40, '=');
    const std::string line(40, '-');
    const std::string end = "\n" + line + "\nReference R/1\nFingerprint f00d\nThe footer.\n";
    const std::vector<std::pair<Block, std::string>> cases = {
        {Heading{1, "Αθήνα"}, "\nΑθήνα\n-----\n"},
        {Heading{2, "Below"}, "\nBelow\n"},
        {Paragraph{"One\ntwo"}, "\nOne\ntwo\n"},
        {Paragraph{"Beware", Emphasis::Notice}, "\n  ! Beware\n"},
        {FieldGroup{{{"Label", "value"}, {"Empty", ""}}}, "\nLabel:\n    value\nEmpty:\n    (not stated)\n"},
        {TickList{"Which?", {{Tick::Ticked, "this"}, {Tick::Unticked, "that"}}},
            "\nWhich?\n  [x] this\n  [ ] that\n"},
        {Table{{"A", "B"}, {{"1"}, {"2", "3", "4"}}},
            "\n  * A: 1\n    B: (not stated)\n\n  * A: 2\n    B: 3\n    4\n"},
        {NumberedList{3, {"x", "y"}}, "\n  3. x\n\n  4. y\n"},
        {Quotation{"said", "who"}, "\n  > said\n  > — who\n"},
        {PageBreak{}, "\n"},
    };
    for (const auto& [block, text] : cases)
        EXPECT_EQ(writeText(with({block}), 40), "T\n" + rule + "\n" + text + end);
}

TEST(TextWriter, BreaksAtSpacesAndCutsWhatIsTooLong)
{
    const std::string text = writeText(with({Paragraph{"aaa " + std::string(50, 'b') + " " + "c"}}), 40);
    EXPECT_THAT(text, HasSubstr("\naaa\n" + std::string(40, 'b') + "\n" + std::string(10, 'b') + " c\n"));
}

TEST(TextWriter, KeepsEveryLineWithinTheWidth)
{
    for (const int width : {40, 60, 78, 100}) {
        std::istringstream lines(writeText(everyBlock(), width));
        for (std::string line; std::getline(lines, line);)
            EXPECT_LE(columns(line), width) << line;
    }
}

TEST(TextWriter, ShowsControlsOfForeignText)
{
    EXPECT_THAT(writeText(with({Paragraph{"safe\u202Egpj.exe"}})), HasSubstr("safe[U+202E]gpj.exe"));
}

} // namespace

} // namespace tutela::documents

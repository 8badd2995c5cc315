#include "tests/unit/documents/sample_documents.h"

#include <fmt/format.h>

namespace tutela::documents {

namespace {

std::string repeated(std::string_view text, int times)
{
    std::string all;
    for (int count = 0; count < times; ++count)
        all += text;
    return all;
}

Table longTable()
{
    Table table{{"No.", "Measure", "Remark of the office"}, {}};
    for (int row = 1; row <= 40; ++row)
        table.rows.push_back({fmt::to_string(row), fmt::format("Measure number {}", row),
            row % 7 == 0 ? repeated("A longer remark that takes several lines of the column. ", 4)
                         : std::string("Short remark")});
    table.rows.push_back({"41", repeated("A cell longer than a page. ", 400), ""});
    return table;
}

} // namespace

Document everyBlock()
{
    Document document{"Every kind of block", "A sample & <b>not markup</b> &amp; \"quoted\"", "en",
        "Sample office of Nowhere", *parseInstant("2026-03-01T09:30:00Z"), "SAMPLE/2026/0001",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        {"Text not in force: a sample for tests.", "A second footer."},
        {"Page {page} of {pages}", "Reference", "Fingerprint", "not stated"}, {}};
    document.blocks = {
        Heading{1, "Scripts"},
        Paragraph{"The efficient office files affidavits. Ærøskøbing, žluťoučký kůň, Łódź, Brăila, ħobż."},
        Paragraph{"Η αρμόδια δικαστική αρχή εκδίδει την εντολή."},
        Paragraph{"Компетентният съдебен орган издава заповедта."},
        Heading{1, "Fields"},
        FieldGroup{{{"Provider", "Sample Hosting AG"}, {"Empty one", ""},
            {"A label that is long enough to need a second line", "Short"},
            {"Unbroken", repeated("abcdefghij", 30)}, {"Lines", "first\nsecond\r\nthird"}}},
        Paragraph{"This copy is a notice.", Emphasis::Notice},
        Heading{2, "Boxes"},
        TickList{"The order concerns:", {{Tick::Ticked, "known material"}, {Tick::Unticked, "new material"}}},
        Heading{1, "Hostile text"},
        FieldGroup{{{"Reordered", "safe \u202Egpj.exe\u2069"}, {"Invalid", "bro\xFFken \xC3"},
            {"Markup", "<span size=\"90000\">big</span> &lt;"}, {"Controls", "a\x01\x7F\u200Bb"}}},
        Heading{1, "Long"},
        NumberedList{1, {"The first reason.", repeated("A reason that goes on over the page. ", 300)}},
        Quotation{repeated("The requested period is short. ", 12), "Request, paragraph 7"},
        NumberedList{3, {"The reason after the quotation."}},
        longTable(),
        PageBreak{},
        Heading{1, "After the break"},
        Paragraph{repeated("Unbroken", 2000), Emphasis::Small},
    };
    return document;
}

} // namespace tutela::documents

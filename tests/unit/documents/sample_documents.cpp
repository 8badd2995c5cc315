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

OrderDocumentFacts orderFacts()
{
    OrderDocumentFacts facts;
    facts.textLanguage = "en";
    facts.requestingAuthority = "Coordinating Authority of Nowhere";
    facts.requestReference = "CA-N/2026/0017";
    facts.requestedOn = parseDay("2026-03-02");
    facts.issuingAuthority = "District Court of Sampleton, Second Chamber";
    facts.issuingAuthorityAddress = "1 Example Square, 00001 Sampleton";
    facts.bench = {"Judge Anna Beispiel (presiding)", "Judge Γιάννης Παράδειγμα", "Judge Иван Примеров"};
    facts.reference = "DC-S/2 DO 4/2026";
    facts.provider = "Sample Messenger Ltd";
    facts.providerSeat = "99 Placeholder Road, Example Island (outside the Union)";
    facts.legalRepresentative = "Sample Messenger Europe GmbH, Musterstraße 5, 00002 Beispielstadt";
    facts.addressee = Addressee::LegalRepresentative;
    facts.contactPoint = "Regulatory desk of Sample Messenger Europe GmbH";
    facts.contactPointDetails = "orders@sample-messenger.example\n+00 000 000 000";
    facts.service = "Sample Messenger (interpersonal communications service), web and mobile versions";
    facts.part = "The public group chats; one-to-one conversations are outside this order.";
    facts.targeting =
        "Images and short videos sent to public groups by accounts younger than 30 days, and first "
        "messages of adult users to child users in those groups.";
    facts.kinds = {DetectionKind::KnownMaterial, DetectionKind::Solicitation};
    facts.databases = {IndicatorDatabase::KnownMaterial, IndicatorDatabase::Solicitation};
    facts.centreContact = "indicators@eu-centre.example";
    facts.measures = {
        "Compare each image and video in the part named in section 3 with the indicators for known "
        "material before it is shown to other members of the group.",
        "Apply the indicators for solicitation to first messages from adult users to child users; a trained "
        "person looks at each alert before a report is made."};
    facts.safeguards = {"Alerts that are not confirmed by a person within 72 hours are deleted.",
        "An independent auditor examines the error rates every three months and reports to the provider and "
        "to "
        "the Coordinating Authority."};
    facts.reasons = {
        {"The Coordinating Authority has shown that the service was used in the past twelve months, to an "
         "appreciable extent, for the dissemination of known material in public groups. The court relies on "
         "the "
         "risk report of 4 November 2025, on the answers of the provider of 12 January 2026 and on the "
         "opinion of "
         "the EU Centre of 6 February 2026."},
        {"The measures taken since then have not reduced the likelihood of such use below a significant "
         "risk. The "
         "provider does not say otherwise; its objection concerns the technology to be used."},
        {"The comparison with indicators was tested on 40,000 items of the reference set. The rate of false "
         "alerts lay within the range that the supplier states.",
            "Request of the Coordinating Authority, paragraph 31"},
        {"The court has considered the error rates stated in the request. They do not by themselves outweigh "
         "the "
         "reasons for issuing the order, because a trained person looks at each alert first and because the "
         "order "
         "leaves one-to-one conversations untouched."},
        {"The data protection authority asked for a limit to accounts younger than 30 days. The court adopts "
         "that "
         "limit (section 3); it is the least intrusive of the equally effective measures before it."},
    };
    facts.start = *parseDay("2026-09-01");
    facts.end = *parseDay("2027-08-31");
    facts.reportsDue = {*parseDay("2027-03-01")};
    facts.reportContent = "Number of alerts, of confirmed alerts and of complaints, for each month and kind";
    facts.clarificationContact =
        "Detection orders unit, orders@coordinating-authority.example, +00 000 000 001";
    facts.redress = {{"The provider", "Court of Appeal of Sampleton", "One month from receipt of this order",
                         "Sample Courts Act, section 12"},
        {"Affected users", "Court of Appeal of Sampleton", "Three months from the day they were informed",
            "Sample Courts Act, section 14"}};
    facts.redressRemark = "A challenge does not suspend the order unless the Court of Appeal so decides.";
    facts.penalties =
        "Under section 9 of the Sample Services Act, fines of up to 6 % of the annual turnover.";
    facts.issuedOn = *parseDay("2026-04-20");
    facts.timeStamp = *parseInstant("2026-04-20T13:05:09Z");
    facts.signatory = "Judge Anna Beispiel";
    facts.fingerprint = "4f1c0b7e9a3d52688c7f10e2b6a4d9c3f0e1d2c3b4a5968778695a4b3c2d1e0f";
    return facts;
}

} // namespace tutela::documents

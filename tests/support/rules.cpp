#include "tests/support/rules.h"

#include "core/base/embedded.h"

namespace tutela::testing {

const law::Rulebook& rulebook()
{
    static const law::Rulebook kBook = law::Rulebook::embedded("com-2022-209").value();
    return kBook;
}

law::Rulebook following(std::string_view reading, std::string_view option)
{
    Json changed = json(embeddedFile("core/law/rulebooks/com-2022-209.json").value());
    Json::Array readings;
    for (Json item : changed.items("readings")) {
        if (item.text("key") == reading)
            item.set("followed", option);
        readings.push_back(std::move(item));
    }
    changed.set("readings", Json(std::move(readings)));
    return law::Rulebook::parse(canonicalJson(changed)).value();
}

const procedure::ActTable& acts()
{
    static const procedure::ActTable kTable = procedure::ActTable::load(rulebook().acts()).value();
    return kTable;
}

const procedure::Calendars& calendars()
{
    static const procedure::Calendars kCalendars{
        law::Calendar::embedded("XA").value(), law::Calendar::embedded("EU-INSTITUTIONS").value()};
    return kCalendars;
}

procedure::Circumstances onDay(std::string_view today, Role role)
{
    static const law::Zone kZone = law::Zone::named("Europe/Brussels").value();
    procedure::Circumstances now{.actor = {PersonId("U-0001"), {role}},
        .now = kZone.startOfDay(day(today)) + std::chrono::hours{12},
        .today = day(today),
        .rulebook = rulebook(),
        .calendars = calendars(),
        .zone = kZone};
    now.services = {{ServiceId("S-0001"), ProviderId("P-0001"), ServiceKind::InterpersonalCommunications},
        {ServiceId("S-0002"), ProviderId("P-0001"), ServiceKind::Hosting},
        {ServiceId("S-0009"), ProviderId("P-0009"), ServiceKind::Hosting}};
    now.assessments = {CaseId("A-2026-0001")};
    now.coordinators = {PersonId("U-0001"), PersonId("U-0002")};
    return now;
}

CaseFile assessment()
{
    CaseFile file{.id = CaseId("A-2026-0001"), .kind = CaseKind::Assessment, .step = Step::UnderReview};
    file.rulebook = "com-2022-209";
    file.provider = ProviderId("P-0001");
    file.services = {ServiceId("S-0001"), ServiceId("S-0002")};
    file.filings.push_back({10, day("2026-03-02"), DocumentId("DOC-000001"), 0});
    file.streamSeq = 1;
    return file;
}

CaseFile detection()
{
    CaseFile file{.id = CaseId("D-2026-0001"), .kind = CaseKind::Detection, .step = Step::Investigation};
    file.rulebook = "com-2022-209";
    file.provider = ProviderId("P-0001");
    file.services = {ServiceId("S-0001")};
    file.detectionKind = DetectionKind::Known;
    file.evidence.push_back({"E1", 21, day("2026-05-01")});
    file.streamSeq = 2;
    return file;
}

CaseFile beforeTheCourt()
{
    CaseFile file = detection();
    const OrderScope scope{{"chats", "groups"}, day("2027-01-01"), day("2027-12-31")};
    file.step = Step::BeforeTheCourt;
    file.drafts.push_back({1, 22, scope, day("2026-06-01"), length("P2W"), day("2026-06-02")});
    file.request = OrderRequest{30, PersonId("U-0001"), scope};
    file.request->approvedBy = PersonId("U-0003");
    file.request->approval = 31;
    file.request->filedOn = day("2026-08-10");
    file.request->filing = 32;
    file.request->bundle = {21, 22, 30, 31};
    file.participants = {{PersonId("U-0001"), Role::Coordinator, "open-detection"}};
    return file;
}

CaseFile withOrder()
{
    CaseFile file = beforeTheCourt();
    file.step = Step::OrderIssued;
    file.order = DetectionOrder{40, PersonId("U-0007"), CourtDecision::Issued, day("2026-09-01"),
        file.request->scope, {}, {}, {}, {}, {}};
    return file;
}

namespace {

template <class Items, class Id> std::string joined(const Items& items, Id id)
{
    std::string text;
    for (const auto& item : items)
        text += (text.empty() ? "" : " ") + id(item);
    return text;
}

} // namespace

std::string refusalsOf(const procedure::Verdict& verdict)
{
    return joined(verdict.refusals, [](const procedure::Refusal& refusal) { return refusal.text.id; });
}

std::string warningsOf(const procedure::Verdict& verdict)
{
    return joined(verdict.warnings, [](const Message& warning) { return warning.id; });
}

} // namespace tutela::testing

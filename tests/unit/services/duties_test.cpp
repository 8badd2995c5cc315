#include <algorithm>

#include "core/store/engine.h"
#include "core/store/projection_store.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {
namespace {

using interfaces::ProviderDetails;
using interfaces::ServiceDetails;

Day day(const char* text)
{
    return parseDay(text).value();
}

class Duties : public SampleRegister {
protected:
    /// A provider with one service that was offered before the regulation applied.
    ServiceId newService(interfaces::Office& office, const ProviderDetails& details)
    {
        provider = office.providers().addProvider(details).value();
        return office.providers()
            .addService(provider, {"Quill Rooms", ServiceKind::Hosting, {}, day("2019-05-01")})
            .value();
    }

    static std::string endOf(const interfaces::ServiceFile& file, std::string_view clock)
    {
        const auto found = std::ranges::find(file.cycles, clock, &interfaces::ClockView::id);
        return found == file.cycles.end() || !found->end ? "none" : formatDay(*found->end);
    }

    static bool says(const interfaces::ServiceFile& file, std::string_view clock, std::string_view message)
    {
        const auto found = std::ranges::find(file.cycles, clock, &interfaces::ClockView::id);
        return found != file.cycles.end()
            && std::ranges::any_of(found->steps, [&](const auto& step) { return step.text.id == message; });
    }

    ProviderId provider{""};
};

TEST_F(Duties, KeepEarlierFactsWithTheDaysOnWhichTheyHeld)
{
    const auto office = openAs(file, "registrar");
    ProviderDetails details{.name = "Quill Ltd (fictitious)", .validFrom = day("2026-01-05")};
    details.memberState = "BE";
    const ServiceId service = newService(*office, details);
    details.memberState = "FR";
    details.validFrom = day("2026-03-01");
    ASSERT_TRUE(office->providers().changeProvider(provider, details).ok());
    details.name = "Quill before (fictitious)";
    details.memberState = "DE";
    details.validFrom = day("2025-06-01");
    ASSERT_TRUE(office->providers().changeProvider(provider, details).ok()) << "a correction of the past";
    const auto known = office->duties().provider(provider).value();
    ASSERT_EQ(known.history.size(), 3U);
    EXPECT_EQ(known.provider.details.memberState, "FR") << "what holds from the latest day stays";
    EXPECT_EQ(known.history[0].details.memberState, "FR");
    EXPECT_TRUE(known.history[0].applies);
    EXPECT_FALSE(known.history[0].validTo);
    EXPECT_EQ(known.history[1].details.memberState, "BE");
    EXPECT_EQ(known.history[1].validTo, day("2026-02-28"));
    EXPECT_FALSE(known.history[1].applies);
    EXPECT_EQ(known.history[2].details.name, "Quill before (fictitious)");
    EXPECT_EQ(known.history[2].validTo, day("2026-01-04"));
    ASSERT_EQ(known.services.size(), 1U);
    EXPECT_EQ(known.services[0].service.id, service);
    EXPECT_EQ(known.services[0].service.details.offeredFrom, day("2019-05-01"));
    EXPECT_EQ(diagnosis(*office), "ok") << "built again they are the same";
}

TEST_F(Duties, RunFromTheDayOfApplicationThatAHeadRecords)
{
    const auto office = openAs(file, "head");
    const auto date = office->duties().applicationDate().value();
    ASSERT_TRUE(date.day);
    EXPECT_FALSE(date.inForce);
    EXPECT_TRUE(date.mayRecord);
    const ServiceId service = [&] {
        const auto registrar = openAs(file, "registrar");
        return newService(*registrar, {.name = "Quill Ltd (fictitious)"});
    }();
    EXPECT_TRUE(office->duties().recordApplicationDate(day("2026-01-15"), "Assumed for a test").ok());
    const auto known = office->duties().service(service).value();
    EXPECT_EQ(endOf(known, "DL01"), "2026-04-15");
    EXPECT_EQ(endOf(known, "DL05/1"), "2026-07-15");
    EXPECT_TRUE(says(known, "DL01", "duty.not-in-force"));
    EXPECT_TRUE(says(known, "DL01", "duty.calendar-authority"));
    EXPECT_EQ(known.cycles.front().id, "DL01") << "the most pressing first";
    EXPECT_EQ(office->duties().applicationDate().value().basis, "Assumed for a test");
    EXPECT_EQ(diagnosis(*office), "ok");
    EXPECT_FALSE(openAs(file, "coordinator")->duties().recordApplicationDate(day("2026-01-15"), "No").ok());
}

TEST_F(Duties, AreCountedInTheWorkingDaysOfTheProvidersMemberState)
{
    const auto head = openAs(file, "head");
    ASSERT_TRUE(head->duties().recordApplicationDate(day("2026-02-14"), "Assumed").ok());
    const auto office = openAs(file, "registrar");
    ProviderDetails details{.name = "Quill Ltd (fictitious)"};
    details.memberState = "FR";
    const ServiceId service = newService(*office, details);
    // Three months end on Thursday 14 May 2026, Ascension Day.
    EXPECT_EQ(endOf(office->duties().service(service).value(), "DL01"), "2026-05-15");
    EXPECT_TRUE(says(office->duties().service(service).value(), "DL01", "duty.calendar"));
    details.memberState = "IT";
    ASSERT_TRUE(office->providers().changeProvider(provider, details).ok());
    EXPECT_EQ(endOf(office->duties().service(service).value(), "DL01"), "2026-05-14");
    details.memberState = "QQ";
    ASSERT_TRUE(office->providers().changeProvider(provider, details).ok());
    EXPECT_TRUE(says(office->duties().service(service).value(), "DL01", "duty.calendar-unknown"));
    details.memberState = "France";
    EXPECT_EQ(office->providers().changeProvider(provider, details).error().code, ErrorCode::BadInput);
}

TEST_F(Duties, AreCountedWhereTheRepresentativeResidesWhenThereIsNoSeat)
{
    const auto head = openAs(file, "head");
    ASSERT_TRUE(head->duties().recordApplicationDate(day("2026-02-14"), "Assumed").ok());
    const auto office = openAs(file, "registrar");
    ProviderDetails details{.name = "Quill Ltd (fictitious)"};
    details.representativeState = "FR";
    EXPECT_EQ(office->providers().addProvider(details).error().what.id, "directory.nobody-represents");
    details.representative = "Quill Delegates (fictitious)";
    const ServiceId service = newService(*office, details);
    EXPECT_EQ(endOf(office->duties().service(service).value(), "DL01"), "2026-05-15") << "instead of a seat";
    details.memberState = "IT";
    ASSERT_TRUE(office->providers().changeProvider(provider, details).ok());
    EXPECT_EQ(endOf(office->duties().service(service).value(), "DL01"), "2026-05-14")
        << "in addition: the seat counts (Art 33)";
    const auto known = office->duties().provider(provider).value();
    EXPECT_EQ(known.provider.details.representativeState, "FR");
    EXPECT_EQ(jurisdictionOf(known.history[0].details), "IT");
    EXPECT_EQ(jurisdictionOf(known.history[1].details), "FR");
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(Duties, ThatAreOverdueAreListedUntilTheServiceEnds)
{
    const auto office = openAs(file, "registrar");
    const auto before = office->duties().overdue().value().size();
    const ServiceId service = newService(*office, {.name = "Quill Ltd (fictitious)"});
    const auto overdue = office->duties().overdue().value();
    ASSERT_EQ(overdue.size(), before + 1);
    const auto found = std::ranges::find(overdue, service, [](const auto& one) { return one.service.id; });
    ASSERT_NE(found, overdue.end());
    EXPECT_EQ(found->provider, "Quill Ltd (fictitious)");
    ASSERT_FALSE(found->cycles.empty());
    EXPECT_EQ(found->cycles.front().id, "DL01");
    ServiceDetails details = found->service.details;
    details.validFrom.reset();
    details.offeredUntil = day("2025-12-31");
    ASSERT_TRUE(office->providers().changeService(service, details).ok());
    EXPECT_EQ(office->duties().overdue().value().size(), before);
    details.offeredUntil = day("2019-04-30");
    EXPECT_EQ(office->providers().changeService(service, details).error().code, ErrorCode::BadInput);
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(Duties, AreMetByTheReportsThatCasesReceived)
{
    const auto office = openAs(file, "coordinator");
    const CaseId caseId = underReview(*office);
    const auto view = office->cases().open(caseId, std::nullopt).value();
    ASSERT_TRUE(view.file.filings.front().assessedOn) << "the report says when";
    const auto known = office->duties().service(view.file.services.front()).value();
    ASSERT_EQ(known.cases.size(), 1U);
    EXPECT_EQ(known.cases.front().id, caseId);
    const auto first = std::ranges::find(known.cycles, "DL01", &interfaces::ClockView::id);
    ASSERT_NE(first, known.cycles.end());
    EXPECT_TRUE(first->state == ClockState::Met || first->state == ClockState::MetLate);
    EXPECT_TRUE(says(known, "DL02/1", "duty.assessed-stated"));
    EXPECT_TRUE(says(known, "DL05/1", "duty.report"));
}

TEST_F(Duties, AreMetByWhatTheAuthorityRecordsOfTheMeasures)
{
    const auto office = openAs(file, "coordinator");
    const ServiceId service = newService(*office, {.name = "Quill Ltd (fictitious)"});
    const auto today = office->clock().today();
    EXPECT_FALSE(office->duties().recordMeasures(service, today + std::chrono::days{1}, "Letter").ok());
    EXPECT_FALSE(office->duties().recordMeasures(service, today, "  ").ok());
    EXPECT_FALSE(office->duties().recordMeasures(ServiceId("S-9999"), today, "Letter").ok());
    ASSERT_TRUE(office->duties().recordMeasures(service, today, "Letter of the provider").ok());
    EXPECT_TRUE(says(office->duties().service(service).value(), "DL04/1", "duty.measures-recorded"));
    EXPECT_EQ(diagnosis(*office), "ok");
}

TEST_F(Duties, NeedAClassOnlyWhereTheTextHasClasses)
{
    const auto office = openAs(file, "registrar");
    const ServiceId service = newService(*office, {.name = "Quill Ltd (fictitious)"});
    ServiceDetails details{"Quill Rooms", ServiceKind::Hosting, {}};
    details.riskClass = RiskClass::High;
    EXPECT_EQ(office->providers().changeService(service, details).error().what.id, "directory.no-classes");
}

TEST_F(Duties, AreReadByThePeopleOfTheAuthorityOnly)
{
    for (const char* person : {"judge", "dpa-officer", "eu-centre", "admin"}) {
        const auto office = openAs(file, person);
        EXPECT_FALSE(office->duties().service(ServiceId("S-0001")).ok()) << person;
        EXPECT_TRUE(office->duties().overdue().value().empty()) << person;
    }
    EXPECT_TRUE(openAs(file, "auditor")->duties().service(ServiceId("S-0001")).ok());
}

TEST_F(Duties, AreThereAfterAnOlderRegisterWasOpened)
{
    {
        store::Engine engine(file, store::OpenMode::Existing);
        store::ProjectionStore projections(engine);
        const auto whole = projections.digests();
        engine.script("DELETE FROM duty; DELETE FROM service_assessment; DELETE FROM service_order;"
                      " INSERT INTO rebuild_due (since) VALUES (1)");
        EXPECT_NE(projections.digests(), whole);
    }
    EXPECT_EQ(diagnosis(*open(file)), "ok") << "the first opening builds them";
    store::Engine engine(file, store::OpenMode::Existing);
    EXPECT_EQ(engine.integer("SELECT count(*) FROM rebuild_due"), 0);
    EXPECT_GT(engine.integer("SELECT count(*) FROM service_assessment"), 0);
}

} // namespace
} // namespace tutela::services

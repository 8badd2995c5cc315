#include "core/procedure/service_clocks.h"

#include <algorithm>

#include <fmt/format.h>

namespace tutela::procedure {

namespace {

/// An assessment or its update, with the first report on it.
struct Assessment {
    Day on; ///< carried out or updated
    const ServiceAssessment* report;
};

/// What "the date referred to in Article 3(4)" means: the last day for the assessment, or the day on which it
/// was carried out.
enum class Art34Reading { Earlier, Deadline, Actual };

class ServiceCycles final {
public:
    ServiceCycles(const ServiceRecord& record, ApplicationDay applicationDay, const law::Rulebook& rulebook,
        const law::Calendar& calendar)
        : m_record(record)
        , m_applicationDay(applicationDay)
        , m_rulebook(rulebook)
        , m_calendar(calendar)
    {
        collectAssessments();
        m_deadlines.resize(m_assessments.size() + 1);
    }

    std::vector<ServiceClock> run()
    {
        first();
        for (std::size_t cycle = 0; cycle < m_assessments.size(); ++cycle)
            update(cycle);
        for (const ServiceOrder& order : m_record.orders)
            updateUnder(order);
        for (std::size_t cycle = 0; cycle <= m_assessments.size(); ++cycle)
            follow(cycle);
        for (ServiceClock& clock : m_clocks)
            endWithService(clock);
        return std::move(m_clocks);
    }

private:
    /// Two reports on the same assessment are one assessment; the first report counts.
    void collectAssessments()
    {
        for (const ServiceAssessment& report : m_record.assessments)
            m_assessments.push_back({report.assessedOn.value_or(report.receivedOn), &report});
        std::ranges::stable_sort(m_assessments, [](const Assessment& left, const Assessment& right) {
            return left.on != right.on ? left.on < right.on
                                       : left.report->receivedOn < right.report->receivedOn;
        });
        const auto same = std::ranges::unique(m_assessments, {}, &Assessment::on);
        m_assessments.erase(same.begin(), same.end());
    }

    [[nodiscard]] const law::ClockDefinition* definition(law::ServiceTrigger trigger) const
    {
        const auto found = std::ranges::find(
            m_rulebook.clocks(), std::optional(trigger), &law::RulebookClock::serviceTrigger);
        return found == m_rulebook.clocks().end() ? nullptr : &found->definition;
    }

    ServiceClock& add(const law::ClockDefinition& of, std::optional<Day> trigger, const std::string& instance)
    {
        ServiceClock clock{instance.empty() ? of.id : fmt::format("{}/{}", of.id, instance), &of, {}, {}, {}};
        clock.facts.instance = clock.id;
        clock.facts.definition = of.id;
        clock.facts.trigger = trigger;
        return m_clocks.emplace_back(std::move(clock));
    }

    [[nodiscard]] std::optional<Day> endOf(const ServiceClock& clock) const
    {
        return law::lastDayToAct(law::countLedger(*clock.definition, clock.facts, m_calendar));
    }

    void bound(std::size_t cycle, std::optional<Day> end)
    {
        std::optional<Day>& deadline = m_deadlines[cycle];
        if (end && (!deadline || *end < *deadline))
            deadline = end;
    }

    void metBy(ServiceClock& clock, const Assessment& assessment) const
    {
        clock.facts.metOn = assessment.on;
        clock.reasons.push_back(saysWhen(assessment));
    }

    [[nodiscard]] static Message saysWhen(const Assessment& assessment)
    {
        const ServiceAssessment& report = *assessment.report;
        return {report.assessedOn ? "duty.assessed-stated" : "duty.assessed-by-receipt",
            {{"case", report.caseId.text()}, {"day", assessment.on}, {"received", report.receivedOn}}};
    }

    /// "By [the date of application + 3 months] …, or 3 months after the service started": Art 3(4), first
    /// sentence.
    void first()
    {
        const auto* of = definition(law::ServiceTrigger::ApplicationOrServiceStart);
        if (of == nullptr)
            return;
        const bool later =
            m_applicationDay && m_record.offeredFrom && *m_record.offeredFrom > *m_applicationDay;
        ServiceClock& clock = add(*of, later ? m_record.offeredFrom : m_applicationDay, {});
        if (!m_applicationDay)
            clock.reasons.push_back({"duty.no-application", {}});
        else if (later)
            clock.reasons.push_back(
                {"duty.from-start", {{"day", *m_record.offeredFrom}, {"application", *m_applicationDay}}});
        else
            clock.reasons.push_back({"duty.from-application", {{"day", *m_applicationDay}}});
        if (m_applicationDay && !m_record.offeredFrom)
            clock.warnings.push_back({"duty.start-not-recorded", {}});
        if (m_applicationDay && !m_rulebook.inForce())
            clock.warnings.push_back({"duty.not-in-force", {{"day", *m_applicationDay}}});
        bound(0, endOf(clock));
        if (!m_assessments.empty())
            metBy(clock, m_assessments.front());
    }

    /// The cycle of the class that the authority recorded; the only one where the text has no classes.
    [[nodiscard]] const law::ClockDefinition* cycleDefinition(Day from) const
    {
        const law::Parameter* unassigned = m_rulebook.parameter("art3_4.cycle.unassigned");
        const bool shortest = unassigned != nullptr && unassigned->value == "shortest";
        const law::ClockDefinition* found = nullptr;
        std::optional<Day> foundEnd;
        for (const law::RulebookClock& clock : m_rulebook.clocks()) {
            if (clock.serviceTrigger != law::ServiceTrigger::AssessmentCarriedOut)
                continue;
            const law::ClockDefinition& of = clock.definition;
            if (m_record.riskClass && of.id.ends_with(fmt::format("-{}", toText(*m_record.riskClass))))
                return &of;
            const auto end = law::lastDayToAct(law::countLedger(of, {of.id, of.id, from}, m_calendar));
            if (found == nullptr || (shortest ? end < foundEnd : end > foundEnd)) {
                found = &of;
                foundEnd = end;
            }
        }
        return found;
    }

    /// "… and update it where necessary and at least once every three years": Art 3(4), second sentence.
    void update(std::size_t cycle)
    {
        const Assessment& last = m_assessments[cycle];
        const auto* of = cycleDefinition(last.on);
        if (of == nullptr)
            return;
        ServiceClock& clock = add(*of, last.on, std::to_string(cycle + 1));
        clock.reasons.push_back(saysWhen(last));
        if (m_rulebook.parameter("risk.classes") != nullptr) {
            if (m_record.riskClass)
                clock.reasons.push_back({"duty.class",
                    {{"class", Term{fmt::format("risk-class.{}", toText(*m_record.riskClass))}}}});
            else
                clock.warnings.push_back({"duty.class-not-assigned", {}});
        }
        bound(cycle + 1, endOf(clock));
        if (cycle + 1 < m_assessments.size())
            metBy(clock, m_assessments[cycle + 1]);
    }

    /// "At the latest two months before the expiry of the period of application of a detection order": Art
    /// 3(4)(a). Any update since the order was issued counts.
    void updateUnder(const ServiceOrder& order)
    {
        const auto* of = definition(law::ServiceTrigger::OrderEnds);
        if (of == nullptr)
            return;
        ServiceClock& clock = add(*of, order.end, order.caseId.text());
        clock.reasons.push_back({"duty.order", {{"case", order.caseId.text()}, {"day", order.end}}});
        const auto updated = std::ranges::find_if(
            m_assessments, [&](const Assessment& assessment) { return assessment.on >= order.decidedOn; });
        // An update presupposes a first assessment, whose last day stays that of the first sentence.
        if (updated != m_assessments.begin() && (updated == m_assessments.end() || updated->on <= order.end))
            bound(static_cast<std::size_t>(updated - m_assessments.begin()), endOf(clock));
        if (updated != m_assessments.end() && updated->on <= order.end) {
            metBy(clock, *updated);
            return;
        }
        clock.facts.endedWithoutAnswerOn = order.end + std::chrono::days{1};
        clock.reasons.push_back({"duty.order-over", {{"day", order.end}}});
    }

    [[nodiscard]] Art34Reading reading() const
    {
        if (m_rulebook.follows("art3_4.date", "deadline"))
            return Art34Reading::Deadline;
        return m_rulebook.follows("art3_4.date", "actual") ? Art34Reading::Actual : Art34Reading::Earlier;
    }

    /// The date referred to in Art 3(4) for one assessment; none while it cannot be known.
    [[nodiscard]] std::optional<Day> art34Date(std::size_t cycle) const
    {
        const std::optional<Day> deadline = m_deadlines[cycle];
        const bool done = cycle < m_assessments.size();
        const std::optional<Day> actual = done ? std::optional(m_assessments[cycle].on) : std::nullopt;
        switch (reading()) {
        case Art34Reading::Earlier:
            return deadline && actual ? std::min(*deadline, *actual) : (actual ? actual : deadline);
        case Art34Reading::Deadline:
            return deadline ? deadline : actual;
        case Art34Reading::Actual:
            return actual;
        }
        return std::nullopt;
    }

    /// Measures "within three months from the date referred to in Article 3(4)" (Art 4(2)(d)), and the report
    /// within the same time (Art 5(1)).
    void follow(std::size_t cycle)
    {
        const auto date = art34Date(cycle);
        if (!date)
            return;
        for (const law::RulebookClock& of : m_rulebook.clocks()) {
            if (of.serviceTrigger != law::ServiceTrigger::AssessmentDue)
                continue;
            ServiceClock& clock = add(of.definition, date, std::to_string(cycle + 1));
            const bool carriedOut = cycle < m_assessments.size() && *date == m_assessments[cycle].on;
            clock.reasons.push_back(
                {carriedOut ? "duty.date-actual" : "duty.date-deadline", {{"day", *date}}});
            clock.reasons.push_back({fmt::format("duty.reading.{}", readingText()), {}});
            const bool measures =
                std::ranges::find(of.definition.meets, "measures") != of.definition.meets.end();
            if (measures)
                meetMeasures(clock, cycle);
            else if (cycle < m_assessments.size())
                meetReport(clock, m_assessments[cycle]);
        }
    }

    [[nodiscard]] const char* readingText() const
    {
        switch (reading()) {
        case Art34Reading::Earlier:
            return "earlier";
        case Art34Reading::Deadline:
            return "deadline";
        case Art34Reading::Actual:
            return "actual";
        }
        return "";
    }

    static void meetReport(ServiceClock& clock, const Assessment& assessment)
    {
        clock.facts.metOn = assessment.report->receivedOn;
        clock.reasons.push_back({"duty.report",
            {{"case", assessment.report->caseId.text()}, {"day", assessment.report->receivedOn}}});
    }

    /// What was recorded belongs to the last assessment before it, or to the first one to come.
    [[nodiscard]] std::optional<Day> recordedMeasures(std::size_t cycle) const
    {
        std::optional<Day> recorded;
        for (const MeasuresStatement& statement : m_record.statements) {
            const auto before = std::ranges::count_if(
                m_assessments, [&](const Assessment& assessment) { return assessment.on <= statement.on; });
            const auto of = static_cast<std::size_t>(std::max<std::ptrdiff_t>(before - 1, 0));
            if (of == cycle && (!recorded || statement.on < *recorded))
                recorded = statement.on;
        }
        return recorded;
    }

    /// By the report that describes them as in place, or by what the authority recorded, whichever is
    /// earlier.
    void meetMeasures(ServiceClock& clock, std::size_t cycle) const
    {
        const auto recorded = recordedMeasures(cycle);
        const auto* report = cycle < m_assessments.size() ? m_assessments[cycle].report : nullptr;
        const bool reported = report != nullptr && report->measures == MeasuresStated::InPlace;
        if (reported && (!recorded || report->receivedOn < *recorded)) {
            clock.facts.metOn = report->receivedOn;
            clock.reasons.push_back(
                {"duty.measures-reported", {{"case", report->caseId.text()}, {"day", report->receivedOn}}});
        } else if (recorded) {
            clock.facts.metOn = recorded;
            clock.reasons.push_back({"duty.measures-recorded", {{"day", *recorded}}});
        } else if (report != nullptr) {
            clock.warnings.push_back({fmt::format("duty.measures.{}", toText(report->measures)),
                {{"case", report->caseId.text()}}});
        }
    }

    /// Who no longer offers the service in the Union has no duties for it any more.
    void endWithService(ServiceClock& clock) const
    {
        if (!m_record.offeredUntil || clock.facts.metOn || clock.facts.endedWithoutAnswerOn)
            return;
        clock.facts.endedWithoutAnswerOn = *m_record.offeredUntil + std::chrono::days{1};
        clock.reasons.push_back({"duty.service-ended", {{"day", *m_record.offeredUntil}}});
    }

    const ServiceRecord& m_record;
    ApplicationDay m_applicationDay;
    const law::Rulebook& m_rulebook;
    const law::Calendar& m_calendar;
    std::vector<Assessment> m_assessments;
    std::vector<std::optional<Day>> m_deadlines; ///< for each assessment, and for the next one
    std::vector<ServiceClock> m_clocks;
};

} // namespace

std::vector<ServiceClock> serviceClocks(const ServiceRecord& record, ApplicationDay applicationDay,
    const law::Rulebook& rulebook, const law::Calendar& calendar)
{
    return ServiceCycles(record, applicationDay, rulebook, calendar).run();
}

std::vector<OpenDuty> openDuties(
    const ServiceRecord& record, ApplicationDay applicationDay, const law::Rulebook& rulebook)
{
    const law::Calendar weekends = law::Calendar::weekendsOnly();
    std::vector<OpenDuty> duties;
    for (const ServiceClock& clock : serviceClocks(record, applicationDay, rulebook, weekends)) {
        if (clock.facts.metOn)
            continue;
        const auto end = law::lastDayToAct(law::countLedger(*clock.definition, clock.facts, weekends));
        if (end)
            duties.push_back({clock.id, *end, clock.facts.endedWithoutAnswerOn});
    }
    return duties;
}

std::optional<Day> updatedUnderOrder(const ServiceRecord& record, const CaseId& order,
    ApplicationDay applicationDay, const law::Rulebook& rulebook)
{
    const law::RulebookClock* duty = nullptr;
    for (const law::RulebookClock& clock : rulebook.clocks()) {
        if (clock.serviceTrigger == law::ServiceTrigger::OrderEnds)
            duty = &clock;
    }
    if (duty == nullptr)
        return std::nullopt;
    const auto clocks = serviceClocks(record, applicationDay, rulebook, law::Calendar::weekendsOnly());
    const auto found =
        std::ranges::find(clocks, fmt::format("{}/{}", duty->definition.id, order.text()), &ServiceClock::id);
    return found == clocks.end() ? std::nullopt : found->facts.metOn;
}

} // namespace tutela::procedure

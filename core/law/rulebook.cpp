#include "core/law/rulebook.h"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/law/fields.h"
#include "core/law/rulebook_pack.h"

namespace tutela::law {

namespace {

constexpr std::string_view kFolder = "core/law/rulebooks/";

constexpr std::pair<ClockTrigger, std::string_view> kTriggers[] = {
    {ClockTrigger::FilingReceived, "filing-received"},
    {ClockTrigger::ReviewInformationAsked, "review-information-asked"},
    {ClockTrigger::InformationDemanded, "information-demanded"},
    {ClockTrigger::HearingInvited, "hearing-invited"},
    {ClockTrigger::UpdateRequired, "update-required"},
    {ClockTrigger::AdverseDetermination, "adverse-determination"},
    {ClockTrigger::DraftSent, "draft-sent"},
    {ClockTrigger::DraftReceivedByCentre, "draft-received-by-centre"},
    {ClockTrigger::PlanDemanded, "plan-demanded"},
    {ClockTrigger::ConsultationRequested, "consultation-requested"},
    {ClockTrigger::ReceiptAwaited, "receipt-awaited"},
    {ClockTrigger::OrderIssued, "order-issued"},
    {ClockTrigger::OrderStarts, "order-starts"},
    {ClockTrigger::OrderHalfway, "order-halfway"},
    {ClockTrigger::HalfwayReportReceived, "safeguards-report-received"},
    {ClockTrigger::OrderFinal, "order-final"},
    {ClockTrigger::FinalCopyReceived, "final-copy-received"},
};

constexpr std::pair<ServiceTrigger, std::string_view> kServiceTriggers[] = {
    {ServiceTrigger::ApplicationOrServiceStart, "application-or-service-start"},
    {ServiceTrigger::AssessmentCarriedOut, "assessment-carried-out"},
    {ServiceTrigger::OrderEnds, "order-ends"},
    {ServiceTrigger::AssessmentDue, "assessment-due"},
};

/// What starts the clocks of procedures that the product does not have yet, or that a pack does not use: a
/// register keeps the pack that it was made with.
constexpr std::string_view kTriggersNotYetUsed[] = {
    "access-restriction-started",
    "authority-designated",
    "blocking-order-halfway",
    "blocking-order-issued",
    "blocking-starts",
    "calendar-year-ended",
    "data-first-retained",
    "law-enforcement-received-report",
    "non-disclosure-decided",
    "observations-invited",
    "opinion-asked",
    "order-final",
    "order-halfway",
    "order-starts",
    "removal-order-received",
    "report-made",
    "request-from-another-authority",
    "safeguards-report-received",
};

/// For what a clock can stop, and what can make it start anew.
constexpr std::string_view kSuspends[] = {"consultation-pause", "information-request"};
constexpr std::string_view kRestarts[] = {"clarification-received", "force-majeure-ended", "review-made"};

bool allKnown(const std::vector<std::string>& names, std::span<const std::string_view> known)
{
    return std::ranges::all_of(
        names, [known](const std::string& name) { return std::ranges::find(known, name) != known.end(); });
}

Error badValue(const std::string& where)
{
    return Error{.code = ErrorCode::BadInput, .what = {"law.pack.value", {}}, .where = where};
}

Result<Parameter> readParameter(const Json& json, const std::string& where)
{
    Fields fields(json, where, {"key", "value", "article", "mode", "verification"});
    Parameter parameter{fields.text("key"), fields.text("value"), fields.text("article"), fields.text("mode"),
        fields.text("verification")};
    const bool fits = parameter.mode == "choice" || parameter.mode == "slip"
        || (parameter.mode == "lapses" ? parseDay(parameter.value).has_value()
                                       : parseLength(parameter.value).has_value());
    if (!fits)
        fields.refuse("value");
    if (fields.error())
        return *fields.error();
    return parameter;
}

Result<Reading> readReading(const Json& json, const std::string& where)
{
    Fields fields(json, where, {"key", "law", "options", "followed", "verification", "clocks"});
    Reading reading{fields.text("key"), fields.text("law"), fields.texts("options"), fields.text("followed"),
        fields.text("verification"), fields.texts("clocks")};
    if (std::ranges::find(reading.options, reading.followed) == reading.options.end())
        fields.refuse("followed");
    if (fields.error())
        return *fields.error();
    return reading;
}

Result<Condition> readCondition(const Json& json, const std::string& where)
{
    Fields fields(json, where, {"id", "law", "kinds", "field"});
    Condition condition{fields.text("id"), fields.text("law"), fields.texts("kinds"), fields.text("field")};
    if (condition.kinds.empty())
        fields.refuse("kinds");
    if (fields.error())
        return *fields.error();
    return condition;
}

Result<RulebookClock> readClock(const Json& json, const std::string& where)
{
    auto definition = parseClockDefinition(json, where);
    if (!definition)
        return definition.error();
    const ClockDefinition& clock = definition.value();
    if (!allKnown(clock.suspends, kSuspends))
        return badValue(where + ".suspends");
    if (!allKnown(clock.restarts, kRestarts))
        return badValue(where + ".restarts");
    const auto ofService = std::ranges::find(
        kServiceTriggers, clock.trigger, &std::pair<ServiceTrigger, std::string_view>::second);
    if (ofService != std::end(kServiceTriggers)) {
        // Registers keep packs that were written when nothing started these clocks yet.
        RulebookClock running{std::nullopt, std::move(definition).value(), ofService->first};
        running.definition.use = ClockUse::Used;
        return running;
    }
    if (clock.use == ClockUse::NotYetUsed) {
        if (!allKnown({clock.trigger}, kTriggersNotYetUsed))
            return badValue(where + ".trigger");
        return RulebookClock{std::nullopt, std::move(definition).value()};
    }
    const auto trigger =
        std::ranges::find(kTriggers, clock.trigger, &std::pair<ClockTrigger, std::string_view>::second);
    if (trigger == std::end(kTriggers))
        return badValue(where + ".trigger");
    return RulebookClock{trigger->first, std::move(definition).value()};
}

} // namespace

Result<Rulebook> Rulebook::parse(std::string_view json)
{
    const auto parsed = parseJson(json, JsonLimits::forOwnData());
    if (!parsed)
        return parsed.error();
    Fields fields(parsed.value(), "$",
        {"id", "title", "source", "status", "basedOn", "without", "parameters", "readings", "clocks",
            "conditions", "acts"});
    Rulebook rulebook;
    rulebook.m_id = fields.text("id");
    rulebook.m_title = fields.text("title");
    rulebook.m_source = fields.text("source");
    rulebook.m_basedOn = fields.optionalText("basedOn");
    rulebook.m_inForce = fields.text("status") == "in-force";
    if (fields.error())
        return *fields.error();
    for (const Json& item : parsed.value().items("without")) {
        Fields absence(item, fmt::format("$.without[{}]", rulebook.m_absences.size()), {"case", "law"});
        rulebook.m_absences.push_back({absence.text("case"), absence.text("law")});
        if (absence.error())
            return *absence.error();
    }
    for (const Json& item : parsed.value().items("parameters")) {
        auto parameter = readParameter(item, fmt::format("$.parameters[{}]", rulebook.m_parameters.size()));
        if (!parameter)
            return parameter.error();
        rulebook.m_parameters.push_back(std::move(parameter).value());
    }
    for (const Json& item : parsed.value().items("readings")) {
        auto reading = readReading(item, fmt::format("$.readings[{}]", rulebook.m_readings.size()));
        if (!reading)
            return reading.error();
        rulebook.m_readings.push_back(std::move(reading).value());
    }
    for (const Json& item : parsed.value().items("clocks")) {
        auto clock = readClock(item, fmt::format("$.clocks[{}]", rulebook.m_clocks.size()));
        if (!clock)
            return clock.error();
        rulebook.m_clocks.push_back(std::move(clock).value());
    }
    for (const Json& item : parsed.value().items("conditions")) {
        auto condition = readCondition(item, fmt::format("$.conditions[{}]", rulebook.m_conditions.size()));
        if (!condition)
            return condition.error();
        rulebook.m_conditions.push_back(std::move(condition).value());
    }
    if (const Json* acts = parsed.value().find("acts"))
        rulebook.m_acts = *acts;
    rulebook.m_digest = sha256(json);
    return rulebook;
}

Result<Rulebook> Rulebook::embedded(std::string_view id)
{
    const auto text = rulebookPack(id);
    if (!text)
        return text.error();
    return parse(text.value());
}

std::vector<std::string> Rulebook::embeddedIds()
{
    std::vector<std::string> ids;
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (file.path.starts_with(kFolder))
            ids.emplace_back(file.path.substr(kFolder.size(), file.path.size() - kFolder.size() - 5));
    }
    return ids;
}

const Parameter* Rulebook::parameter(std::string_view key) const
{
    const auto found = std::ranges::find(m_parameters, key, &Parameter::key);
    return found == m_parameters.end() ? nullptr : &*found;
}

bool Rulebook::follows(std::string_view reading, std::string_view option) const
{
    const auto found = std::ranges::find(m_readings, reading, &Reading::key);
    return found != m_readings.end() && found->followed == option;
}

Length Rulebook::length(std::string_view key) const
{
    const Parameter* found = parameter(key);
    const auto length = found == nullptr ? std::nullopt : parseLength(found->value);
    if (!length)
        throw std::logic_error(fmt::format("rulebook {} has no length {}", m_id, key));
    return *length;
}

Length Rulebook::lengthOr(std::string_view key, Length fallback) const
{
    const Parameter* found = parameter(key);
    return found == nullptr ? fallback : parseLength(found->value).value_or(fallback);
}

} // namespace tutela::law

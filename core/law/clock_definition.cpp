#include "core/law/clock_definition.h"

#include <algorithm>
#include <array>

#include "core/law/fields.h"

namespace tutela::law {

namespace {

struct OwnerText {
    CalendarOwner owner;
    std::string_view text;
};

constexpr std::array<OwnerText, 4> kOwners = {{
    {CalendarOwner::Authority, "authority"},
    {CalendarOwner::EuInstitutions, "eu-institutions"},
    {CalendarOwner::Provider, "provider"},
    {CalendarOwner::Dpa, "dpa"},
}};

void readSet(ClockDefinition& clock, const Json& set, Fields& fields)
{
    Fields inner(set, fields.path("set"), {"cap", "floor"});
    if (inner.error())
        return fields.refuse("set");
    clock.source = LengthSource::SetByAuthority;
    clock.cap = inner.optionalLength("cap");
    clock.floor = inner.optionalLength("floor");
    if (inner.error())
        fields.refuse("set");
}

void readLength(ClockDefinition& clock, const Json& json, Fields& fields)
{
    const Json* length = json.find("length");
    if (length != nullptr && length->isString() && length->asString() == "none")
        clock.source = LengthSource::Unstated;
    else
        clock.length = fields.optionalLength("length");
    const Json* set = json.find("set");
    if (set != nullptr)
        readSet(clock, *set, fields);
    if (clock.mode == PeriodMode::Fixed) {
        if (fields.has("length") || set != nullptr)
            fields.refuse(set != nullptr ? "set" : "length");
    } else if (fields.has("length") && set != nullptr) {
        fields.refuse("set");
    } else if (!fields.has("length") && set == nullptr) {
        fields.refuse("length", "law.pack.missing");
    }
    const bool hours = clock.length && clock.length->unit == LengthUnit::Hours;
    if (clock.mode == PeriodMode::Cap && clock.length
        && (hours || clock.length->unit == LengthUnit::WorkingDays))
        fields.refuse("length");
    const bool stops = clock.mode == PeriodMode::Forward && !hours && clock.source != LengthSource::Unstated;
    if (!clock.suspends.empty() && !stops)
        fields.refuse("suspends");
}

void readMode(ClockDefinition& clock, Fields& fields)
{
    const auto mode = periodModeFromText(fields.text("mode"));
    if (!mode || *mode == PeriodMode::Effect) // an entry into effect is a date, nobody has to act by it
        fields.refuse("mode");
    clock.mode = mode.value_or(PeriodMode::Forward);
    const auto owner = calendarOwnerFromText(fields.text("calendar"));
    if (!owner)
        fields.refuse("calendar");
    clock.calendar = owner.value_or(CalendarOwner::Authority);
}

void readExtension(ClockDefinition& clock, const Json& json, Fields& fields)
{
    const Json* extension = json.find("extension");
    if (extension == nullptr)
        return;
    Fields inner(*extension, fields.path("extension"), {"by", "announceWithin"});
    if (inner.error())
        return fields.refuse("extension");
    clock.extension = ExtensionRule{inner.optionalLength("by"), inner.optionalLength("announceWithin")};
    if (inner.error() || clock.mode == PeriodMode::Fixed || clock.source == LengthSource::Unstated)
        fields.refuse("extension");
}

void readUse(ClockDefinition& clock, Fields& fields)
{
    const std::string use = fields.optionalText("use");
    if (use == "not-yet")
        clock.use = ClockUse::NotYetUsed;
    else if (!use.empty())
        fields.refuse("use");
    clock.verification = fields.optionalText("verification");
}

} // namespace

std::string_view toText(CalendarOwner owner)
{
    return std::find_if(kOwners.begin(), kOwners.end(), [owner](const OwnerText& known) {
        return known.owner == owner;
    })->text;
}

std::optional<CalendarOwner> calendarOwnerFromText(std::string_view text)
{
    const auto found = std::find_if(
        kOwners.begin(), kOwners.end(), [text](const OwnerText& known) { return known.text == text; });
    if (found == kOwners.end())
        return std::nullopt;
    return found->owner;
}

Result<ClockDefinition> parseClockDefinition(const Json& json, const std::string& where)
{
    Fields fields(json, where,
        {"id", "law", "actor", "trigger", "length", "set", "mode", "calendar", "suspends", "restarts",
            "meets", "extension", "use", "verification"});
    if (fields.error())
        return *fields.error();
    ClockDefinition clock;
    clock.id = fields.text("id");
    clock.law = fields.text("law");
    clock.actor = fields.text("actor");
    clock.trigger = fields.optionalText("trigger");
    readMode(clock, fields);
    clock.suspends = fields.texts("suspends");
    clock.restarts = fields.texts("restarts");
    clock.meets = fields.texts("meets");
    readLength(clock, json, fields);
    readExtension(clock, json, fields);
    readUse(clock, fields);
    if (fields.error())
        return *fields.error();
    return clock;
}

} // namespace tutela::law

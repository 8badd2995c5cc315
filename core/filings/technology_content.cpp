#include "core/filings/technology_content.h"

#include <utility>

namespace tutela::filings {

namespace {

std::optional<std::int64_t> numberStated(const Json& value)
{
    return value.isInteger() ? std::optional(value.asInteger()) : std::nullopt;
}

template <class Enum> std::optional<Enum> optionStated(const Json& value)
{
    return value.isString() ? fromText<Enum>(value.asString()) : std::nullopt;
}

} // namespace

void TechnologyContent::begin(const std::string& fact)
{
    if (fact == "technology")
        m_technology = {};
    else if (fact == "alternative")
        m_alternative = {};
    else if (fact == "rate")
        m_rate = {};
}

void TechnologyContent::end(const std::string& fact)
{
    if (fact == "technology")
        m_technologies.push_back(std::move(m_technology));
    else if (fact == "alternative")
        m_technology.alternatives.push_back(std::move(m_alternative));
    else if (fact == "rate")
        m_technology.rates.push_back(std::move(m_rate));
}

void TechnologyContent::remember(const std::string& fact, const std::string& text, const Json& value)
{
    rememberTechnology(fact, text, value);
    rememberAlternative(fact, text);
    rememberRate(fact, text, value);
}

void TechnologyContent::rememberTechnology(
    const std::string& fact, const std::string& text, const Json& value)
{
    if (fact == "technology.title")
        m_technology.name = text;
    else if (fact == "technology.source")
        m_technology.source = text;
    else if (fact == "technology.description")
        m_technology.description = text;
    else if (fact == "technology.effectiveness")
        m_technology.effectiveness = text;
    else if (fact == "technology.necessary")
        m_technology.strictlyNecessary = text;
    else if (fact == "technology.intrusiveness")
        m_technology.intrusiveness = text;
    else if (fact == "technology.items-a-month")
        m_technology.itemsAMonth = numberStated(value);
    else if (fact == "technology.false-alarms")
        m_technology.falseAlarms = numberStated(value);
    else if (fact == "technology.false-alarms-basis")
        m_technology.falseAlarmsBasis = text;
    else if (fact == "technology.centre-list")
        m_technology.centreList = text;
    else if (fact == "technology.board-opinion")
        m_technology.boardOpinion = text;
    else if (fact == "technology.encryption")
        m_technology.encryptionEffect = text;
}

void TechnologyContent::rememberAlternative(const std::string& fact, const std::string& text)
{
    if (fact == "alternative.title")
        m_alternative.name = text;
    else if (fact == "alternative.effectiveness")
        m_alternative.effectiveness = text;
    else if (fact == "alternative.intrusiveness")
        m_alternative.intrusiveness = text;
    else if (fact == "alternative.errors")
        m_alternative.errors = text;
    else if (fact == "alternative.reason")
        m_alternative.reason = text;
}

void TechnologyContent::rememberRate(const std::string& fact, const std::string& text, const Json& value)
{
    if (fact == "rate.measure") {
        m_rate.measure = optionStated<RateMeasure>(value);
        m_rate.measureText = text;
    } else if (fact == "rate.value") {
        m_rate.value = text;
    } else if (fact == "rate.unit") {
        m_rate.unit = optionStated<RateUnit>(value);
        m_rate.unitText = text;
    } else if (fact == "rate.of") {
        m_rate.of = text;
    } else if (fact == "rate.measured") {
        m_rate.measured = text;
    } else if (fact == "rate.test-size") {
        m_rate.testSize = numberStated(value);
    } else if (fact == "rate.prevalence") {
        m_rate.prevalence = text;
    } else if (fact == "rate.measured-on") {
        m_rate.measuredOn = value.isString() ? parseDay(value.asString()) : std::nullopt;
    } else if (fact == "rate.measured-by") {
        m_rate.measuredBy = text;
    }
}

} // namespace tutela::filings

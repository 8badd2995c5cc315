#include "core/filings/technology_content.h"

#include <string_view>
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

/// Which fact of the form goes to which text of the record.
template <class Record> using TextOf = std::pair<std::string_view, std::string Record::*>;

constexpr TextOf<domain::DeclaredTechnology> kOfTechnology[] = {
    {"technology.title", &domain::DeclaredTechnology::name},
    {"technology.source", &domain::DeclaredTechnology::source},
    {"technology.description", &domain::DeclaredTechnology::description},
    {"technology.effectiveness", &domain::DeclaredTechnology::effectiveness},
    {"technology.necessary", &domain::DeclaredTechnology::strictlyNecessary},
    {"technology.intrusiveness", &domain::DeclaredTechnology::intrusiveness},
    {"technology.false-alarms-basis", &domain::DeclaredTechnology::falseAlarmsBasis},
    {"technology.centre-list", &domain::DeclaredTechnology::centreList},
    {"technology.board-opinion", &domain::DeclaredTechnology::boardOpinion},
    {"technology.encryption", &domain::DeclaredTechnology::encryptionEffect},
};

constexpr TextOf<domain::DeclaredAlternative> kOfAlternative[] = {
    {"alternative.title", &domain::DeclaredAlternative::name},
    {"alternative.effectiveness", &domain::DeclaredAlternative::effectiveness},
    {"alternative.intrusiveness", &domain::DeclaredAlternative::intrusiveness},
    {"alternative.errors", &domain::DeclaredAlternative::errors},
    {"alternative.reason", &domain::DeclaredAlternative::reason},
};

constexpr TextOf<domain::DeclaredRate> kOfRate[] = {
    {"rate.measure", &domain::DeclaredRate::measureText},
    {"rate.value", &domain::DeclaredRate::value},
    {"rate.unit", &domain::DeclaredRate::unitText},
    {"rate.of", &domain::DeclaredRate::of},
    {"rate.measured", &domain::DeclaredRate::measured},
    {"rate.prevalence", &domain::DeclaredRate::prevalence},
    {"rate.measured-by", &domain::DeclaredRate::measuredBy},
};

template <class Record, std::size_t Size>
void keepText(
    const TextOf<Record> (&places)[Size], Record& record, std::string_view fact, const std::string& text)
{
    for (const auto& [name, place] : places) {
        if (name == fact)
            record.*place = text;
    }
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
    keepText(kOfTechnology, m_technology, fact, text);
    keepText(kOfAlternative, m_alternative, fact, text);
    keepText(kOfRate, m_rate, fact, text);
    if (fact == "technology.items-a-month")
        m_technology.itemsAMonth = numberStated(value);
    else if (fact == "technology.false-alarms")
        m_technology.falseAlarms = numberStated(value);
    else if (fact == "rate.measure")
        m_rate.measure = optionStated<RateMeasure>(value);
    else if (fact == "rate.unit")
        m_rate.unit = optionStated<RateUnit>(value);
    else if (fact == "rate.test-size")
        m_rate.testSize = numberStated(value);
    else if (fact == "rate.measured-on")
        m_rate.measuredOn = value.isString() ? parseDay(value.asString()) : std::nullopt;
}

} // namespace tutela::filings

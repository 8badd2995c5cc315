#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/day.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// What an error rate counts (Art 10(3)(d)).
enum class RateMeasure { FalsePositives, FalseNegatives, Other };

template <> struct Vocabulary<RateMeasure> {
    static constexpr std::array<std::pair<RateMeasure, std::string_view>, 3> kTexts{{
        {RateMeasure::FalsePositives, "false-positive"},
        {RateMeasure::FalseNegatives, "false-negative"},
        {RateMeasure::Other, "other"},
    }};
};

/// Of how many an error rate speaks.
enum class RateUnit { Percent, PerThousand, PerMillion, PerDay };

template <> struct Vocabulary<RateUnit> {
    static constexpr std::array<std::pair<RateUnit, std::string_view>, 4> kTexts{{
        {RateUnit::Percent, "percent"},
        {RateUnit::PerThousand, "per-thousand"},
        {RateUnit::PerMillion, "per-million"},
        {RateUnit::PerDay, "per-day"},
    }};
};

} // namespace tutela

namespace tutela::domain {

/// An error rate as an implementation plan states it. Texts are foreign and empty where nothing is stated.
struct DeclaredRate {
    std::optional<RateMeasure> measure;
    std::string measureText; ///< as the form words it
    std::string value; ///< "0.8"
    std::optional<RateUnit> unit;
    std::string unitText; ///< "in a thousand"
    std::string of; ///< "items scanned"
    std::string measured; ///< how and on what
    std::optional<std::int64_t> testSize; ///< items in the test data
    std::string prevalence; ///< share of the test data that was to be found
    std::optional<Day> measuredOn;
    std::string measuredBy;
};

/// A technology that was considered and not chosen.
struct DeclaredAlternative {
    std::string name;
    std::string effectiveness;
    std::string intrusiveness;
    std::string errors;
    std::string reason;
};

/// A technology of an implementation plan with what Art 10(3) asks of it.
struct DeclaredTechnology {
    std::string name;
    std::string source;
    std::string description;
    std::string effectiveness;
    std::string strictlyNecessary;
    std::string intrusiveness;
    std::optional<std::int64_t> itemsAMonth; ///< looked at
    std::optional<std::int64_t> falseAlarms; ///< expected in a month
    std::string falseAlarmsBasis;
    std::string centreList;
    std::string boardOpinion;
    std::string encryptionEffect;
    std::vector<DeclaredAlternative> alternatives;
    std::vector<DeclaredRate> rates;
};

} // namespace tutela::domain

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/day.h"
#include "core/base/length.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// What of a risk report one verdict is about: a factor of Art 3(2), or what the provider does about the
/// risk.
enum class ReviewSubject {
    FactorA,
    FactorB,
    FactorC,
    FactorD,
    FactorE,
    ResidualRisk,
    Measure,
    AgeAssessment,
    Terms
};

template <> struct Vocabulary<ReviewSubject> {
    static constexpr std::array<std::pair<ReviewSubject, std::string_view>, 9> kTexts{{
        {ReviewSubject::FactorA, "factor-a"},
        {ReviewSubject::FactorB, "factor-b"},
        {ReviewSubject::FactorC, "factor-c"},
        {ReviewSubject::FactorD, "factor-d"},
        {ReviewSubject::FactorE, "factor-e"},
        {ReviewSubject::ResidualRisk, "residual-risk"},
        {ReviewSubject::Measure, "measure"},
        {ReviewSubject::AgeAssessment, "age-assessment"},
        {ReviewSubject::Terms, "terms"},
    }};
};

enum class ReviewVerdict { Sufficient, ToImprove, Insufficient };

template <> struct Vocabulary<ReviewVerdict> {
    static constexpr std::array<std::pair<ReviewVerdict, std::string_view>, 3> kTexts{{
        {ReviewVerdict::Sufficient, "sufficient"},
        {ReviewVerdict::ToImprove, "to-improve"},
        {ReviewVerdict::Insufficient, "insufficient"},
    }};
};

/// What the authority made of one factor or one measure of one service (Art 5(2)). A later verdict on the
/// same subject takes the place of an earlier one, which stays in the file.
struct SubjectVerdict {
    std::int64_t entry = 0;
    ServiceId service{""};
    ReviewSubject subject = ReviewSubject::FactorA;
    std::int64_t measure = 0; ///< number of the measure in the report, from 1; 0 for another subject
    ReviewVerdict verdict = ReviewVerdict::Sufficient;
};

/// The authority requires an update of the assessment before its time (Art 3(4)(b)).
struct EarlyUpdate {
    std::int64_t entry = 0;
    ServiceId service{""};
    Day requiredOn{};
    Length period;
};

} // namespace tutela

#pragma once

#include <string>

#include "core/domain/vocabulary.h"

namespace tutela {

/// What became of one field between two filings.
enum class FieldChange { Same, Changed, Added, Removed };

template <> struct Vocabulary<FieldChange> {
    static constexpr std::array<std::pair<FieldChange, std::string_view>, 4> kTexts{{
        {FieldChange::Same, "same"},
        {FieldChange::Changed, "changed"},
        {FieldChange::Added, "added"},
        {FieldChange::Removed, "removed"},
    }};
};

} // namespace tutela

namespace tutela::domain {

/// One field of two filings side by side, foreign plain text.
struct ComparedField {
    std::string section; ///< heading
    std::string label;
    std::string before;
    std::string after;
    FieldChange change = FieldChange::Same;

    friend bool operator==(const ComparedField&, const ComparedField&) = default;
};

/// The risks of one service in one filing, in the filer's own terms.
struct StatedRisk {
    std::string service;
    std::string risk; ///< empty: the residual risk of the service as a whole (Art 3(5))
    std::string before; ///< severity and likelihood before the measures
    std::string after; ///< after them

    friend bool operator==(const StatedRisk&, const StatedRisk&) = default;
};

} // namespace tutela::domain

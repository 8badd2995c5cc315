#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/day.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// Who signs the decision of a court; national law says it, so it is data of the bench.
enum class Signatory { Presiding, Rapporteur, EveryMember };

template <> struct Vocabulary<Signatory> {
    static constexpr std::array<std::pair<Signatory, std::string_view>, 3> kTexts{{
        {Signatory::Presiding, "presiding"},
        {Signatory::Rapporteur, "rapporteur"},
        {Signatory::EveryMember, "every-member"},
    }};
};

/// The judges to whom a file was allocated, by a rule that the entry names in words.
struct Bench {
    std::int64_t entry = 0;
    PersonId presiding{""};
    std::optional<PersonId> rapporteur;
    std::vector<PersonId> judges; ///< everybody who decides, presiding judge and rapporteur included
    std::optional<PersonId> clerk;
    Signatory signs = Signatory::Presiding;
    Day on{};

    [[nodiscard]] bool has(const PersonId& judge) const;

    /// The judge whose signature makes the decision; where every member signs, the last to do so.
    [[nodiscard]] const PersonId& signatory() const;
};

/// The order as the court signed it outside the register: that file is the order then, and what the register
/// prints is an unsigned copy of it.
struct SignedOrder {
    std::int64_t entry = 0;
    DocumentId document{""};
    bool preserved = false; ///< it begins with the bytes that the register exported
    Day on{};
};

} // namespace tutela

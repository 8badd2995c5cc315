#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/base/day.h"
#include "core/base/length.h"

namespace tutela {

/// A word that the catalogue translates: `Term {"step.under-review"}`.
struct Term {
    std::string id;
    std::string of = {}; ///< foreign text: the name of the one thing it speaks of, shown after the word

    friend bool operator==(const Term&, const Term&) = default;
};

/// One named value put into a message. Foreign text is a std::string and stays plain text wherever it is
/// shown.
struct Argument {
    std::string name;
    std::variant<std::string, std::int64_t, Day, Instant, Length, Term> value;

    friend bool operator==(const Argument&, const Argument&) = default;
};

/// What the core says instead of a sentence: the id of a text in `forms/texts/<language>.<area>.json` and its
/// arguments.
struct Message {
    std::string id;
    std::vector<Argument> arguments;

    friend bool operator==(const Message&, const Message&) = default;
};

} // namespace tutela

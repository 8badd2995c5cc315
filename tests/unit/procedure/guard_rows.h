#pragma once

#include <ostream>
#include <span>

#include "tests/support/rules.h"

namespace tutela::procedure {

enum class Base { None, Assessment, Detection, BeforeTheCourt, WithOrder };

/// One sentence of the law: what the guard of that act says about this file, these data and this day.
struct GuardSentence {
    const char* sentence;
    const char* act;
    const char* guard;
    Base base;
    void (*change)(CaseFile&);
    const char* data;
    const char* today;
    const char* refusals;
    const char* warnings = "";
    Role role = Role::Coordinator;
};

inline void PrintTo(const GuardSentence& row, std::ostream* out)
{
    *out << row.act << " " << row.guard << " on " << row.today << " " << row.data << ": " << row.sentence;
}

/// Periods that the authority set, what comes late, and the life of an order.
[[nodiscard]] std::span<const GuardSentence> periodRows();

/// Verdicts, second determinations, who is asked, confidentiality, quarantine.
[[nodiscard]] std::span<const GuardSentence> reviewRows();

/// The bench, its decision, the amendment of the request and the signed order.
[[nodiscard]] std::span<const GuardSentence> courtRows();

/// Points of opinions and advice, prior consultation, conditions and what they rest on.
[[nodiscard]] std::span<const GuardSentence> weighingRows();

/// Versions of an order, challenges, delivery, copies.
[[nodiscard]] std::span<const GuardSentence> orderRows();

/// Letters in and out, translations.
[[nodiscard]] std::span<const GuardSentence> paperRows();

} // namespace tutela::procedure

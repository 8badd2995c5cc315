#pragma once

#include <string>
#include <vector>

#include "core/base/message.h"
#include "core/domain/case_file.h"

namespace tutela::procedure {

/// What a request asks for or an order says, as far as the two can be laid side by side.
struct OrderTerms {
    OrderScope scope;
    Addressee addressee = Addressee::MainEstablishment;
    std::string representative;
    std::string targeting;
    std::string safeguards;
};

enum class DifferencePoint { Parts, Start, End, Addressee, Targeting, Safeguards };

/// Whether less or more is ordered than was requested; neither where the two cannot be measured.
enum class DifferenceSense { Less, More, Other };

struct Difference {
    DifferencePoint point;
    DifferenceSense sense;
    Message text;
};

/// Everything in which an order differs from the request on which it decides, in the order of
/// DifferencePoint. Texts differ when their words do, whatever the spaces between them.
[[nodiscard]] std::vector<Difference> differencesOf(const OrderTerms& requested, const OrderTerms& decided);

} // namespace tutela::procedure

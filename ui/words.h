#pragma once

#include <string_view>

#include <QString>

#include "core/base/message.h"
#include "core/base/result.h"
#include "core/domain/document_flag.h"

namespace tutela::interfaces {
struct ActOffer;
}

namespace tutela::ui {

/// The labels of design section 2 come from the catalogue, never from code. A word that the catalogue lacks
/// is shown as its id made readable, so that nothing is hidden.

/// The text of a term: `term("tab", "overview")`.
[[nodiscard]] QString term(std::string_view area, std::string_view id);
[[nodiscard]] QString term(const Term& term);

/// What the button of an act says: an act of another institution that this person can only record from its
/// document says so.
[[nodiscard]] QString actLabel(const interfaces::ActOffer& offer);

/// A message with days and instants in the form of the one date formatter.
[[nodiscard]] QString text(const Message& message);

/// What was refused, the law and the hint, for a notice.
[[nodiscard]] QString text(const Error& error);

[[nodiscard]] inline QString word(Step step)
{
    return term("step", toText(step));
}

[[nodiscard]] inline QString word(Role role)
{
    return term("role", toText(role));
}

[[nodiscard]] inline QString word(CaseKind kind)
{
    return term("case-kind", toText(kind));
}

[[nodiscard]] inline QString word(WaitingFor waiting)
{
    return term("waiting", toText(waiting));
}

[[nodiscard]] inline QString word(ClockState state)
{
    return term("clock-state", toText(state));
}

[[nodiscard]] inline QString word(DocumentFlag flag)
{
    return term("document-flag", toText(flag));
}

[[nodiscard]] inline QString word(DetectionKind kind)
{
    return term("detection-kind", toText(kind));
}

[[nodiscard]] inline QString word(OrderStatus status)
{
    return term("order-status", toText(status));
}

/// "DL07/R2" → the name of clock DL07 with "(R2)"; with the service that the clock runs for, its name
/// instead.
[[nodiscard]] QString clockName(std::string_view clockId, std::string_view service = {});

} // namespace tutela::ui

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/cli/context.h"
#include "app/cli/text.h"
#include "core/base/json.h"
#include "core/interfaces/case_desk.h"

/// How the values of the desks look in JSON and in text; used by several verbs.
namespace tutela::cli {

/// `YYYY-MM-DD` or null.
[[nodiscard]] Json dayJson(const std::optional<Day>& day);

/// The last second of the last day, as the contract writes the end of a period: `2026-01-19T23:59:59`.
[[nodiscard]] std::string endOfDay(Day day);

/// `{"id","law","actor","state","end","confirmed","steps":[…]}` and more.
[[nodiscard]] Json clockJson(const interfaces::ClockView& clock, const Context& context);
[[nodiscard]] Json warningJson(const CaseWarning& warning, const Context& context);
[[nodiscard]] Json warningsJson(const std::vector<CaseWarning>& warnings, const Context& context);

/// One warning a line, the most pressing first; empty when there is none.
[[nodiscard]] std::string warningsText(const std::vector<CaseWarning>& warnings, const Context& context);

/// How a warning is shown.
[[nodiscard]] Style styleOf(WarningLevel level);

[[nodiscard]] Json clocksJson(const std::vector<interfaces::ClockView>& clocks, const Context& context);

/// `[{"rule","text","result"}]`
[[nodiscard]] Json stepsJson(const std::vector<interfaces::ClockStep>& steps, const Context& context);

[[nodiscard]] Json textsJson(const std::vector<Message>& messages, const Context& context);
[[nodiscard]] Json whyNotJson(const std::vector<interfaces::WhyNot>& reasons, const Context& context);

/// "Review of the report (DL06)", with the instance of a clock that a case has several times, and with the
/// name of the one service that it runs for, or empty.
[[nodiscard]] std::string clockName(
    const std::string& id, const std::string& service, const Context& context);

/// "12 days left", "today", "3 days late", or nothing.
[[nodiscard]] std::string daysLeftText(const std::optional<std::int64_t>& days, const Context& context);

/// Red when late, yellow in the last week.
[[nodiscard]] Style urgency(
    const std::optional<ClockState>& state, const std::optional<std::int64_t>& daysLeft);

/// One line a clock.
[[nodiscard]] std::string clocksTable(
    const std::vector<interfaces::ClockView>& clocks, const Context& context);

/// `[{"id","before","after","changed"}]`, each side `{"state","end","confirmed"}` or null.
[[nodiscard]] Json changesJson(const std::vector<interfaces::ClockChange>& changes);

/// The clocks that change with where they stood and where they stand; a sentence when none does.
[[nodiscard]] std::string changesTable(
    const std::vector<interfaces::ClockChange>& changes, const Context& context);

/// Numbered steps, each with its rule and the date reached.
[[nodiscard]] std::string stepsText(
    const std::vector<interfaces::ClockStep>& steps, const Context& context, int indent);

/// Each message as a bulleted paragraph.
[[nodiscard]] std::string bulletList(const std::vector<Message>& messages, const Context& context);

/// A heading on a line of its own.
[[nodiscard]] std::string heading(std::string_view textId, const Context& context);

/// "label   value" in aligned lines; values are made printable, empty ones left out.
[[nodiscard]] std::string facts(
    const std::vector<std::pair<std::string, std::string>>& rows, const Context& context, int indent = 0);

/// The texts of roles, joined by commas.
[[nodiscard]] std::string rolesText(const std::vector<Role>& roles, const Context& context);
[[nodiscard]] Json rolesJson(const std::vector<Role>& roles);

/// The enumerator of that text, or a Usage error that lists what is possible.
template <class Enum> [[nodiscard]] Result<Enum> enumOption(std::string_view option, const std::string& text);

/// The day of an option. Error Usage.
[[nodiscard]] Result<Day> dayOption(std::string_view option, const std::string& text);

/// The instant of an option, none for an empty text. Error Usage.
[[nodiscard]] Result<std::optional<Instant>> instantOption(std::string_view option, const std::string& text);

/// A Usage error for a value that an option does not take.
[[nodiscard]] Error optionError(std::string_view option, const std::string& value, std::string possible);

template <class Enum> Result<Enum> enumOption(std::string_view option, const std::string& text)
{
    if (const auto value = fromText<Enum>(text))
        return *value;
    std::string possible;
    for (const auto& [value, name] : Vocabulary<Enum>::kTexts)
        possible += (possible.empty() ? "" : ", ") + std::string(name);
    return optionError(option, text, std::move(possible));
}

} // namespace tutela::cli

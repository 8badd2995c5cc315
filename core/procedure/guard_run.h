#pragma once

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "core/domain/find_by_id.h"
#include "core/law/period.h"
#include "core/procedure/clocks.h"
#include "core/procedure/facts.h"
#include "core/procedure/guards.h"

namespace tutela::procedure {

/// The last day that can be written; what lies behind it cannot be counted.
inline constexpr Day kLastDay = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

/// One run of one guard with its short-cuts. `file` is there for a guard that looks at the state, `data` for
/// one that looks at the data.
struct GuardRun {
    const GuardUse& use;
    const ActDefinition& act;
    const CaseFile* file;
    const Json* data;
    const Circumstances& now;
    Verdict& verdict;

    void refuse(std::vector<Argument> arguments = {}, std::string_view variant = {}) const
    {
        const std::string name = fmt::format("guard.{}", toText(use.guard));
        const std::string id = variant.empty() ? name : fmt::format("{}.{}", name, variant);
        verdict.refusals.push_back({name, {id, std::move(arguments)}, act.law});
    }

    void refuseUnless(bool condition) const
    {
        if (!condition)
            refuse();
    }

    void warn(std::string_view id, std::vector<Argument> arguments = {}) const
    {
        verdict.warnings.push_back({fmt::format("warning.{}", id), std::move(arguments)});
    }

    /// The act is lawful under one reading and not under another: it warns, and needs its reason.
    void between(ReadingChoice choice, std::string_view warning, std::vector<Argument> arguments) const
    {
        warn(warning, std::move(arguments));
        verdict.choices.push_back(std::move(choice));
    }

    /// The data. Throws std::logic_error when a guard asks for them where only the state is known.
    [[nodiscard]] Facts facts() const
    {
        if (data == nullptr)
            throw std::logic_error(fmt::format("guard {} reads data that are not there", toText(use.guard)));
        return Facts(*data);
    }

    /// The last day of a period set in days, weeks or months, by Regulation 1182/71.
    [[nodiscard]] Day endOf(Day start, Length length, const law::Calendar& calendar) const
    {
        const auto period = law::computePeriod({.start = start, .length = length}, calendar);
        return period && period.value().end ? period.value().end->day : plainlyAfter(start, length);
    }

    /// The last day of a period that runs in the case, extensions included; nothing when it has no end.
    [[nodiscard]] std::optional<Day> lastDay(
        law::ClockTrigger trigger, const std::string& instance = {}) const
    {
        const std::string clock = clockId(now.rulebook, trigger, instance);
        return lastDayOf(*file, clock, now.rulebook, now.calendars);
    }

    /// Refuses until the period is over.
    void refuseUntilOver(law::ClockTrigger trigger, const std::string& instance = {}) const
    {
        const auto end = lastDay(trigger, instance);
        if (!end)
            refuse({{"end", kLastDay}});
        else if (now.today <= *end)
            refuse({{"end", *end}});
    }

    [[nodiscard]] OrderScope scope() const { return scopeOf(facts()); }

    [[nodiscard]] std::optional<DetectionKind> detectionKind() const
    {
        return file != nullptr ? file->detectionKind : facts().choice<DetectionKind>("kind");
    }

    [[nodiscard]] Length kindLength(std::string_view prefix, std::string_view suffix) const
    {
        const auto kind = detectionKind().value_or(DetectionKind::Known);
        return now.rulebook.length(fmt::format("{}.{}.{}", prefix, tutela::toText(kind), suffix));
    }
};

/// Whether a guard has something to say about the case as it stands, or only about an act filled in.
enum class LooksAt { State, Data };

/// What one guard runs.
struct GuardRow {
    Guard guard;
    LooksAt looksAt;
    void (*run)(const GuardRun&);
};

/// The guards of each part of the procedure.
[[nodiscard]] std::span<const GuardRow> commonGuards();
[[nodiscard]] std::span<const GuardRow> assessmentGuards();
[[nodiscard]] std::span<const GuardRow> requestGuards();
[[nodiscard]] std::span<const GuardRow> consultationGuards();
[[nodiscard]] std::span<const GuardRow> correctionGuards();
[[nodiscard]] std::span<const GuardRow> pointGuards();
[[nodiscard]] std::span<const GuardRow> weighingGuards();
[[nodiscard]] std::span<const GuardRow> correspondenceGuards();
[[nodiscard]] std::span<const GuardRow> courtGuards();
[[nodiscard]] std::span<const GuardRow> benchGuards();
[[nodiscard]] std::span<const GuardRow> disclosureGuards();
[[nodiscard]] std::span<const GuardRow> orderGuards();
[[nodiscard]] std::span<const GuardRow> periodGuards();
[[nodiscard]] std::span<const GuardRow> orderLifeGuards();
[[nodiscard]] std::span<const GuardRow> reviewGuards();
[[nodiscard]] std::span<const GuardRow> orderChangeGuards();
[[nodiscard]] std::span<const GuardRow> deliveryGuards();
[[nodiscard]] std::span<const GuardRow> renewalGuards();

} // namespace tutela::procedure

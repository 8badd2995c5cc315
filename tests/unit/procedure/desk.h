#pragma once

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "core/base/catalogue.h"
#include "core/procedure/act_data.h"
#include "core/procedure/apply.h"
#include "core/procedure/clocks.h"
#include "core/procedure/decide.h"
#include "tests/support/rules.h"

namespace tutela::testing {

using namespace procedure;

/// A case on which acts are performed as the program performs them: judged, decided, applied.
class Desk final {
public:
    explicit Desk(CaseFile file)
        : m_file(std::move(file))
    {
    }

    /// Performs an act; gives the ids of what it warns of, or "REFUSED" with the ids of the refusals.
    std::string act(const char* name, const char* today, const char* data, Role role = Role::Coordinator)
    {
        const ActDefinition& definition = *testing::acts().find(name);
        const Json given = json(data);
        EXPECT_TRUE(checkShape(definition, given, {"letter.pdf"}).empty()) << name << data;
        const auto now = onDay(today, role);
        const Verdict verdict = judge(definition, &m_file, &given, ActSource::Own, now);
        if (!verdict.refusals.empty())
            return "REFUSED " + refusalsOf(verdict);
        const Proposal proposal = decide(definition, &m_file, given, now);
        Entry entry;
        entry.seq = ++m_last;
        entry.stream = "case/" + m_file.id.text();
        entry.streamSeq = m_file.streamSeq + 1;
        entry.at = now.now;
        entry.actor = now.actor.person;
        entry.role = proposal.role;
        entry.act = name;
        entry.effect = toText(definition.effect);
        entry.from = proposal.from;
        entry.to = proposal.to;
        entry.facts = proposal.facts;
        apply(m_file, entry);
        m_entries.push_back(entry);
        return warningsOf(verdict);
    }

    /// State and last day of a clock, "stopped OPEN" while it stands still.
    [[nodiscard]] std::string clock(const std::string& id, const char* today) const
    {
        const auto running = find(id);
        if (!running)
            return "NONE";
        const law::LedgerDates dates =
            law::countLedger(*running->definition, running->facts, calendarOf(*running, m_file, calendars()));
        const auto last = law::lastDayToAct(dates);
        const std::string end = dates.open ? "OPEN" : last ? formatDay(*last) : "NO END";
        return std::string(toText(law::stateOn(dates, day(today)))) + " " + end;
    }

    /// The ledger of a clock in words, one sentence a line.
    [[nodiscard]] std::string ledger(const std::string& id) const
    {
        const auto running = find(id);
        std::string text;
        if (!running)
            return text;
        const law::Ledger ledger = law::computeLedger(
            *running->definition, running->facts, calendarOf(*running, m_file, calendars()));
        for (const law::PeriodStep& step : ledger.steps)
            text += Catalogue::embedded("en").text(step.text) + "\n";
        for (const Message& warning : ledger.warnings)
            text += Catalogue::embedded("en").text(warning) + "\n";
        return text;
    }

    [[nodiscard]] std::optional<CaseClock> find(const std::string& id) const
    {
        for (CaseClock& running : clocksOf(m_file, rulebook())) {
            if (running.id == id)
                return std::move(running);
        }
        return std::nullopt;
    }

    [[nodiscard]] const CaseFile& file() const { return m_file; }

    /// What the acts left behind, in their order.
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

private:
    CaseFile m_file;
    std::vector<Entry> m_entries;
    EntrySeq m_last = 60;
};

} // namespace tutela::testing

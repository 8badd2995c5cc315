#pragma once

#include <string>
#include <vector>

#include "core/procedure/clocks.h"

namespace tutela::procedure {

/// Collects the runnings of one clock of the legal text from the facts of a case: what started each, what
/// stopped, extended and ended it, and which entries prove that.
class ClockCollector final {
public:
    ClockCollector(const CaseFile& file, const law::Rulebook& rulebook, const law::RulebookClock& clock,
        std::vector<CaseClock>& out)
        : m_file(file)
        , m_rulebook(rulebook)
        , m_clock(clock)
        , m_out(out)
    {
    }

    /// Adds the runnings of the clock. Precondition: it has a trigger.
    void collect() const;

private:
    CaseClock& add(Day trigger, EntrySeq proof, const std::string& instance = {}) const;

    void review() const;
    void requests(bool suspendsReview) const;
    void hearings() const;
    void remedies() const;
    void earlyUpdates() const;
    void comments() const;
    void commentsOn(const OrderRequest& amended) const;
    void opinion() const;
    void plan() const;
    void consultations() const;

    // The life of an order stands in a file of its own.
    [[nodiscard]] const DetectionOrder* order() const;
    [[nodiscard]] std::optional<Day> lifeEndedOn() const;
    void receipt() const;
    void orderEnd() const;
    void startNotice() const;
    void halfwayReport() const;
    void reassessments() const;
    void finalCopy() const;
    void copiesToOthers() const;

    const CaseFile& m_file;
    const law::Rulebook& m_rulebook;
    const law::RulebookClock& m_clock;
    std::vector<CaseClock>& m_out;
};

} // namespace tutela::procedure

#pragma once

#include "core/domain/case_file.h"
#include "core/domain/entry.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

/// What acts that answer, extend or report leave behind in the file. Total, like apply: what does not fit is
/// left out.
class PeriodFold final {
public:
    PeriodFold(CaseFile& file, const Entry& entry, const Facts& facts, Day on)
        : m_file(file)
        , m_entry(entry)
        , m_facts(facts)
        , m_on(on)
    {
    }

    void answer() const;
    void closeRequest() const;
    void inviteToHearing() const;
    void replyToHearing() const;
    void comments() const;
    void opinion() const;
    void lateAdvice() const;
    void decideExtension() const;
    void treatLateAnswer() const;

    // The life of an order.
    void startNotice() const;
    void halfwayReport() const;
    void reassess() const;

private:
    /// Whether what was waited for still was.
    enum class Waiting { Open, Over };

    [[nodiscard]] Day received() const { return m_facts.day("received_on").value_or(m_on); }

    void noteIfLate(Day received, Waiting waiting) const;

    CaseFile& m_file;
    const Entry& m_entry;
    const Facts& m_facts;
    Day m_on;
};

} // namespace tutela::procedure

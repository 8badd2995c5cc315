#pragma once

#include "core/domain/case_file.h"
#include "core/domain/entry.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

/// What verdicts, requirements, claims of confidentiality and quarantine leave behind in the file. Total,
/// like apply: what does not fit is left out.
class ReviewFold final {
public:
    ReviewFold(CaseFile& file, const Entry& entry, const Facts& facts, Day on)
        : m_file(file)
        , m_entry(entry)
        , m_facts(facts)
        , m_on(on)
    {
    }

    void openReview() const;
    void verdict() const;
    void requireUpdate() const;
    void requestedOpinion() const;
    void claimConfidentiality() const;
    void decideConfidentiality() const;
    void quarantine() const;
    void proposeDestruction() const;
    void confirmDestruction() const;

private:
    CaseFile& m_file;
    const Entry& m_entry;
    const Facts& m_facts;
    Day m_on;
};

} // namespace tutela::procedure

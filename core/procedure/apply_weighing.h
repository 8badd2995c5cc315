#pragma once

#include "core/domain/case_file.h"
#include "core/domain/entry.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

/// What acts leave behind that weigh opinions, advice, comments and the conditions of an order. Total, like
/// apply: what does not fit is left out.
class WeighingFold final {
public:
    WeighingFold(CaseFile& file, const Entry& entry, const Facts& facts, Day on)
        : m_file(file)
        , m_entry(entry)
        , m_facts(facts)
        , m_on(on)
    {
    }

    void treatPoint() const;
    void recordAdjustment() const;
    void remindOpinion() const;
    void recordCondition() const;

private:
    CaseFile& m_file;
    const Entry& m_entry;
    const Facts& m_facts;
    Day m_on;
};

} // namespace tutela::procedure

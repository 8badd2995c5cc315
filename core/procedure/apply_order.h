#pragma once

#include "core/domain/case_file.h"
#include "core/domain/entry.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

/// What becomes of an order after it was issued: its versions, its end, challenges, delivery, copies. Total,
/// like apply: what does not fit is left out.
class OrderFold final {
public:
    OrderFold(CaseFile& file, const Entry& entry, const Facts& facts, Day on)
        : m_file(file)
        , m_entry(entry)
        , m_facts(facts)
        , m_on(on)
    {
    }

    void receipt() const;
    void finality() const;

    // Another version, or the end (Art 9(4)).
    void change(OrderChange change) const;
    void revoke() const;

    // Art 9(1)
    void challenge() const;
    void suspend() const;
    void liftSuspension() const;
    void decideChallenge() const;

    // Art 8(2), 8(3)
    void deliveryAttempt() const;
    void nonExecution() const;
    void answerNotice() const;

    // Art 9(2)
    void copies() const;
    void copyReceipt() const;

private:
    [[nodiscard]] Day dayOf(std::string_view name) const { return m_facts.day(name).value_or(m_on); }

    void addVersion(OrderChange change, OrderScope scope) const;
    void moveEnd() const;
    void end(OrderEnding how, Day from) const;

    CaseFile& m_file;
    const Entry& m_entry;
    const Facts& m_facts;
    Day m_on;
};

} // namespace tutela::procedure

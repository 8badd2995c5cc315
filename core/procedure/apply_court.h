#pragma once

#include "core/domain/case_file.h"
#include "core/domain/entry.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

/// What the request to the court, its bench and its decision leave behind in the file. Total, like apply:
/// what does not fit is left out.
class CourtFold final {
public:
    CourtFold(CaseFile& file, const Entry& entry, const Facts& facts, Day on)
        : m_file(file)
        , m_entry(entry)
        , m_facts(facts)
        , m_on(on)
    {
    }

    void submit() const;
    void approve() const;
    void fileRequest() const;
    void amend() const;
    void approveAmendment() const;
    void fileAmendment() const;
    void allocate() const;
    void circulate() const;
    void concur() const;
    void decideOn(CourtDecision decision) const;
    void attachSignedOrder() const;

private:
    /// The request as its entry states it.
    [[nodiscard]] OrderRequest requestOf() const;

    void approve(OrderRequest& request) const;
    void file(OrderRequest& request) const;

    /// Keeps the version that the court had when another takes its place.
    void keepFiled() const;

    /// Whether the act was done on this version of the request. Entries that do not say are older than
    /// versions.
    [[nodiscard]] bool isAbout(const OrderRequest& request) const;

    CaseFile& m_file;
    const Entry& m_entry;
    const Facts& m_facts;
    Day m_on;
};

} // namespace tutela::procedure

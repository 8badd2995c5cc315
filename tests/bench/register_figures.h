#pragma once

#include <filesystem>
#include <vector>

#include "core/interfaces/office.h"

namespace tutela::bench {

/// The register under measurement and a copy of it for the limit, which writes rows of its own.
struct Subject {
    interfaces::Office& office;
    std::filesystem::path file;
    std::filesystem::path limitFile;
    int runs;
};

/// Pages of My work: by next date, by provider, and with a filter that few rows pass.
void measureWorklist(const Subject& subject);

/// Opening a case of so many entries: folded, and as its page shows it.
void measureOpening(const Subject& subject, const CaseId& caseId, double timeBudget);

/// One act after another on cases of about 20 entries, each durable.
void measureActs(const Subject& subject, const std::vector<CaseId>& cases);

/// Every leaf and inner node of the log.
void measureVerification(const Subject& subject);

} // namespace tutela::bench

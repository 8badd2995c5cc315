#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/services/register.h"

namespace tutela::services {

/// The fact of the entry from which on every local row has a seal.
inline constexpr const char* kRowsSealed = "local_rows_sealed";

/// A local row that was changed, put in or taken out behind the program's back.
struct LocalProblem {
    std::string table;
    std::string row;
};

/// What is wrong with the local rows; with a person only the settings and the rows of that person. A row
/// without a seal is right in a register that an older program made, until somebody signs in.
[[nodiscard]] std::vector<LocalProblem> localProblems(
    Register& source, const std::optional<PersonId>& person = {});

/// The same for drafts and layouts, of everybody or of that person.
[[nodiscard]] std::vector<LocalProblem> ownProblems(Register& source, const std::optional<PersonId>& person);

/// Integrity, naming the row.
[[nodiscard]] Error localRowError(const LocalProblem& problem);

/// Seals the rows of a register that an older program made, and has the log say so, once. Precondition:
/// somebody is signed in and localProblems found nothing.
void sealOlderRows(Register& target);

} // namespace tutela::services

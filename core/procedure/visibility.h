#pragma once

#include <vector>

#include "core/domain/actor.h"
#include "core/domain/case_file.h"
#include "core/domain/entry.h"

namespace tutela::procedure {

/// The institutions that see the case in their lists: the authority always; the EU Centre once a draft was
/// sent to it (Art 7(3)(a)); the data-protection authority once the case was referred to it; the court once
/// the request is filed.
[[nodiscard]] std::vector<Institution> audiencesOf(const CaseFile& file);

/// The institutions that may read the texts and documents of an entry.
[[nodiscard]] std::vector<Institution> readersOf(const CaseFile& file, const Entry& entry);

/// The institution for which the actor reads this case, if any: one that sees the case, and in which the
/// actor has a role that works on cases. Auditors read the authority's files; administrators read none.
[[nodiscard]] std::optional<Institution> readsFor(const CaseFile& file, const Actor& actor);

/// Whether the actor is a judge who must declare to have no conflict of interest before reading anything, or
/// to whom the file is not allocated.
[[nodiscard]] bool mustDeclareFirst(const CaseFile& file, const Actor& actor);

/// Whether the entry belongs to the deliberation of the court: nobody reads it but the bench.
[[nodiscard]] bool isOfTheBench(const Entry& entry);

/// Whether the actor is a judge of the bench who declared to have no conflict, or its clerk.
[[nodiscard]] bool sitsOnBench(const CaseFile& file, const Actor& actor);

/// Whether that institution may read one text field of an entry that it may read in part.
[[nodiscard]] bool mayReadField(Institution institution, const Entry& entry, std::string_view field);

} // namespace tutela::procedure

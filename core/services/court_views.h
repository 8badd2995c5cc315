#pragma once

#include <optional>
#include <vector>

#include "core/interfaces/case_desk.h"
#include "core/procedure/differences.h"
#include "core/services/register.h"

namespace tutela::services {

/// What the entry shows beside its own fields: who of the bench has declared, the version of the request that
/// it is about, how the decision differs from the request, and for the authority the file opened after a
/// refusal.
[[nodiscard]] std::vector<interfaces::FieldView> courtFields(
    Register& source, const Register::LoadedCase& loaded, const Entry& entry, const Actor& actor);

/// The status of a bench that was replaced, of an amendment, of a request before it.
[[nodiscard]] std::optional<Term> courtStatus(const CaseFile& file, EntrySeq entry);

/// The judges and clerks to whom the case may be allocated while it is before the court; for the court, and
/// for the authority that records an allocation from its letter.
[[nodiscard]] std::vector<interfaces::CourtPerson> courtPeople(
    Register& source, const CaseFile& file, std::optional<Institution> reader);

/// What the request asks for that is before the court; nothing when its texts were erased.
[[nodiscard]] std::optional<procedure::OrderTerms> requestedTerms(Register& source, const CaseFile& file);

/// How a decision differs from the request in what is filled in of it.
[[nodiscard]] std::vector<Message> differencesSoFar(
    const procedure::OrderTerms& requested, const Json& decision);

/// Whether the court refused the request of that file.
[[nodiscard]] bool wasRefused(Register& source, const CaseSummary& file);

} // namespace tutela::services

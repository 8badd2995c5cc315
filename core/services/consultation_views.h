#pragma once

#include <functional>
#include <vector>

#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// The documents of a prior consultation and whether they are the same bytes. Only entries that `mayRead`
/// allows are looked at.
[[nodiscard]] interfaces::ConsultationView consultationView(Register& source,
    const Register::LoadedCase& loaded, const Consultation& consultation,
    const std::function<bool(const Entry&)>& mayRead);

/// What the card of a consultation says of its whole course: days by source, extension, pauses, advice.
[[nodiscard]] std::vector<interfaces::FieldView> consultationFields(
    const Consultation& consultation, const interfaces::ConsultationView& view);

/// Adds to the card of an opinion or of advice that the file moved on since: the draft, the plan or the
/// impact assessment has a later version, or a later opinion took its place.
void addVersions(const CaseFile& file, interfaces::Card& card);

} // namespace tutela::services

#pragma once

#include <optional>
#include <vector>

#include "core/documents/document_template.h"
#include "core/procedure/act_definition.h"
#include "core/services/register.h"

namespace tutela::services {

/// Whose letter it is.
enum class LetterSender { Authority, Court };

/// Whose points a letter deals with one by one.
enum class LetterPoints { None, OfTheOpinion, OfTheAdvice };

/// A letter that an act gives rise to.
struct LetterKind {
    procedure::Effect effect;
    const char* party; ///< term: whom it is addressed to
    const char* waiting; ///< term: who acts in the clock whose last day it names; empty: it names none
    const char* form; ///< template, and its subject is the text "letter.<form>"
    const char* flag = ""; ///< only where the act sets this field
    LetterSender sender = LetterSender::Authority;
    LetterPoints points = LetterPoints::None; ///< of the advice: only where there was a consultation
    std::optional<AskedBody> asked = {}; ///< only where the act asks this one
};

/// Every letter of the case, by effect.
[[nodiscard]] const std::vector<LetterKind>& letterKinds();

/// What the places of the template are filled with: every field of the act under its own name, "case", "law",
/// "provider", "services" (the one that the act is about, or all of the file), "actedOn", "authority",
/// "court", "order", "lastDay" and "clockLaw"; a request also with the fields of what was submitted and the
/// list "attachments"; a change of the order with "issuedOn", with "wasStart", "wasEnd", "wasParts",
/// "nowParts" and the flags "start-moved", "end-moved", "parts-changed", "parts-listed", "parts-were-listed";
/// flags "to-<party>", "has-<field>",
/// "<field>-<option>" and "last-day"; for points the tables of `addPointTables`. The last day is the one that
/// the act itself set; what moved it later has its own letter.
[[nodiscard]] documents::TemplateValues letterValues(Register& source, const Register::LoadedCase& loaded,
    const Entry& entry, const LetterKind& kind, const documents::DocumentTemplate& words);

} // namespace tutela::services

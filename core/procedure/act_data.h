#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/message.h"
#include "core/procedure/act_definition.h"

namespace tutela::procedure {

/// A field whose value is missing or has the wrong shape.
struct FieldProblem {
    std::string path; ///< "$.period"
    Message text;
};

/// Everything that is wrong with the shape of an act's data, all at once: unknown fields, missing required
/// ones, wrong types, unknown options, names of files that are not attached. Limits: a line 500 bytes, a text
/// 64 KiB, 200 points.
[[nodiscard]] std::vector<FieldProblem> checkShape(
    const ActDefinition& act, const Json& data, const std::vector<std::string>& attachments);

/// Whether the problem lies in words, lists of words or documents, which steer no step and no date.
[[nodiscard]] bool lacksWords(const ActDefinition& act, const FieldProblem& problem);

/// The same data parted in two: what stands in the body, and the names and texts that go to the vault.
struct PartedData {
    Json facts = Json::object();
    Json content = Json::object();
};

/// Precondition: checkShape found nothing. A points field leaves its number behind as `<name>_count`.
[[nodiscard]] PartedData partData(const ActDefinition& act, const Json& data);

/// JSON Schema 2020-12 of an act's data.
[[nodiscard]] Json actSchema(const ActDefinition& act);

} // namespace tutela::procedure

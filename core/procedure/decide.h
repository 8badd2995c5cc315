#pragma once

#include <optional>
#include <string>

#include "core/base/json.h"
#include "core/procedure/act_data.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/circumstances.h"
#include "core/procedure/guards.h"

namespace tutela::procedure {

/// What an act becomes when nothing refuses it; the service gives it its place in the log.
struct Proposal {
    Role role = Role::Coordinator;
    std::optional<Step> from;
    std::optional<Step> to;
    Json facts;
    Json content;
    bool recordedFromDocument = false;
    std::vector<Message> warnings;
};

/// Whether the person performs an act of the own institution, or enters that of another one from its
/// document.
enum class ActSource { Own, RecordedFromDocument };

/// What the data say: acts recorded from a document carry `recorded_from`.
[[nodiscard]] ActSource sourceOf(const Json& data);

/// Everything that speaks against the act now. Without data: role, step and the state of the file; with data
/// (whose shape was checked) also what the guards say to it. `file` is null for an act that opens a case.
[[nodiscard]] Verdict judge(const ActDefinition& act, const CaseFile* file, const Json* data,
    ActSource source, const Circumstances& circumstances);

/// The act as a proposal for an entry. Precondition: judge refused nothing.
/// Adds to the data: `on`, the day of the act in the office's zone, and the ids and versions that the act
/// creates.
[[nodiscard]] Proposal decide(
    const ActDefinition& act, const CaseFile* file, const Json& data, const Circumstances& circumstances);

} // namespace tutela::procedure

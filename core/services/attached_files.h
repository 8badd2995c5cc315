#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/interfaces/case_desk.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/circumstances.h"

namespace tutela::services {

/// The names of the files, in order.
[[nodiscard]] std::vector<std::string> namesOf(const std::vector<interfaces::AttachedFile>& files);

/// Refuses files without a name, empty, of more than 100 MiB, of a kind that is not accepted, or two of one
/// name.
[[nodiscard]] Result<Done> checkAttachments(const std::vector<interfaces::AttachedFile>& files);

/// The media type by the first bytes; nothing for a kind of file that is not accepted (images, video,
/// archives, anything that is neither PDF nor UTF-8 text).
[[nodiscard]] std::optional<std::string> acceptedMediaType(std::string_view bytes);

/// The attachments that came as JSON, read by the forms, for an act that takes filings in.
[[nodiscard]] std::vector<procedure::ReadAttachment> readAttachments(
    const procedure::ActDefinition* act, const std::vector<interfaces::AttachedFile>& files);

} // namespace tutela::services

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/domain/ids.h"

namespace tutela {

/// Somebody asks that passages of a document are not shown to other parties. The passages are numbered from 1
/// as they stand in the claim; each is accepted or not.
struct ConfidentialityClaim {
    std::string id; ///< "F1"
    std::int64_t entry = 0;
    DocumentId document{""};
    std::int64_t passages = 0;
    std::optional<std::int64_t> decision = {}; ///< entry
    std::vector<std::int64_t> accepted = {}; ///< numbers of the passages kept confidential
};

/// A document that may be abuse material: unreadable for everyone from that entry on. Its hash and the facts
/// about it stay; its bytes go when two persons decided that.
struct QuarantinedDocument {
    std::int64_t entry = 0;
    DocumentId document{""};
    std::optional<std::int64_t> proposed = {}; ///< entry that proposed the destruction
    PersonId proposedBy{""};
    std::optional<std::int64_t> destroyed = {}; ///< entry
};

} // namespace tutela

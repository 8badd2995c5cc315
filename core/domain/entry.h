#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/domain/case_file.h"
#include "core/domain/document_flag.h"

namespace tutela {

/// A document that came with an entry, as the body names it: by id and salted commitment, never by name.
struct DocumentCommitment {
    DocumentId id;
    Digest commitment{};
    std::optional<DocumentFlag> flag = std::nullopt; ///< what was found in it when it came
};

/// One act by one named person, as the register log keeps it. The canonical JSON of this value is the body of
/// the entry: no names and no texts, only what steers steps, clocks and counters, and commitments to the
/// rest.
struct Entry {
    static constexpr std::int64_t kVersion = 1;

    std::int64_t version = kVersion;
    EntrySeq seq = 0; ///< of the register, gap-free from 0
    std::string store; ///< id of the register
    std::string stream; ///< "case/A-2026-0001", "provider/P-0001", "person/U-0001", "register"
    std::int64_t streamSeq = 0; ///< gap-free from 1
    Instant at{};
    bool clockWentBack = false; ///< the machine's clock lay before the previous entry's instant
    PersonId actor{""};
    Role role = Role::Coordinator;
    std::string act;
    std::string effect;
    std::optional<Step> from;
    std::optional<Step> to;
    std::string rulebook;
    std::string law;
    Json facts = Json::object(); ///< every day, number, id and choice of the act
    std::optional<Digest> contentCommitment;
    std::vector<DocumentCommitment> documents;
    bool recordedFromDocument = false;
    std::string keyDigest; ///< SHA-256 of the key that makes a repeat harmless, or empty
    std::string signature; ///< Base64 of the person's Ed25519 signature on a binding act, or empty
};

/// What was found in a document of the entry when it came.
[[nodiscard]] std::optional<DocumentFlag> flagOf(const Entry& entry, const DocumentId& document);

/// The canonical body of an entry.
[[nodiscard]] std::string entryBody(const Entry& entry);

/// Reads a body back; older versions are brought up to the present one.
/// Errors: Integrity for bytes that are no body, Version for a version this program does not know.
[[nodiscard]] Result<Entry> parseEntry(std::string_view body);

} // namespace tutela

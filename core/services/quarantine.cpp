#include "core/services/quarantine.h"

#include <algorithm>

namespace tutela::services {

namespace {

/// The documents of these bytes in the files that are in quarantine, or those that are not.
std::vector<FiledDocument> documentsWith(Register& source, const Digest& sha256, bool inQuarantine)
{
    std::vector<FiledDocument> found;
    for (const store::StoredDocument& stored : source.vault.documentsWith(sha256)) {
        const auto body = source.journal.body(stored.seq);
        if (!body || !body->stream.starts_with("case/"))
            continue;
        const CaseId id(body->stream.substr(5));
        const auto loaded = source.loadCase(id);
        if (loaded && (quarantineOf(loaded->file, stored.id) != nullptr) == inQuarantine)
            found.push_back({stored.id, id});
    }
    return found;
}

} // namespace

Error quarantined(const DocumentId& document)
{
    return {.code = ErrorCode::Refused,
        .what = {"refusal.quarantined", {}},
        .law = "Art 26(2)",
        .record = document.text()};
}

std::vector<FiledDocument> sameBytesInReach(Register& source, const DocumentId& document)
{
    const auto stored = source.vault.document(document);
    return stored ? documentsWith(source, stored->sha256, false) : std::vector<FiledDocument>();
}

Result<Done> checkQuarantine(Register& source, const std::vector<interfaces::AttachedFile>& files)
{
    for (const interfaces::AttachedFile& file : files) {
        if (!documentsWith(source, sha256(file.bytes), true).empty())
            return Error{.code = ErrorCode::Refused,
                .what = {"attachment.quarantined", {{"file", file.name}}},
                .law = "Art 26(2)",
                .where = file.name};
    }
    return Done{};
}

} // namespace tutela::services

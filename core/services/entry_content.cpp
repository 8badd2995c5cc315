#include "core/services/entry_content.h"

#include "core/base/json_parse.h"

namespace tutela::services {

Json contentOf(Register& source, EntrySeq entry)
{
    const auto stored = source.vault.content(entry);
    auto parsed = stored ? parseJson(stored->bytes, JsonLimits::forOwnData()) : Result<Json>(Json::object());
    return parsed ? std::move(parsed).value() : Json::object();
}

interfaces::DocumentView documentView(
    const CaseFile& file, const Entry& entry, const store::StoredDocument& document)
{
    auto flag = flagOf(entry, document.id);
    if (const QuarantinedDocument* kept = quarantineOf(file, document.id))
        flag = kept->destroyed ? DocumentFlag::Destroyed : DocumentFlag::InQuarantine;
    return {document.id, document.name, document.mediaType, document.size, toHex(document.sha256), flag};
}

} // namespace tutela::services

#include "core/services/entry_content.h"

#include "core/base/json_parse.h"

namespace tutela::services {

Json contentOf(Register& source, EntrySeq entry)
{
    const auto stored = source.vault.content(entry);
    auto parsed = stored ? parseJson(stored->bytes, JsonLimits::forOwnData()) : Result<Json>(Json::object());
    return parsed ? std::move(parsed).value() : Json::object();
}

interfaces::DocumentView documentView(const Entry& entry, const store::StoredDocument& document)
{
    return {document.id, document.name, document.mediaType, document.size, toHex(document.sha256),
        flagOf(entry, document.id)};
}

} // namespace tutela::services

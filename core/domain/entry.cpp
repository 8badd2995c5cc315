#include "core/domain/entry.h"

#include <algorithm>

#include "core/base/json_parse.h"

namespace tutela {

namespace {

Error brokenBody(std::string_view where)
{
    return {.code = ErrorCode::Integrity, .what = {"entry.broken-body", {}}, .where = std::string(where)};
}

void readDocuments(const Json& json, Entry& entry, bool& ok)
{
    for (const Json& item : json.items("docs")) {
        const auto commitment = digestFromHex(item.text("commit"));
        if (!commitment) {
            ok = false;
            return;
        }
        entry.documents.push_back({DocumentId(std::string(item.text("id"))), *commitment,
            fromText<DocumentFlag>(item.text("flag"))});
    }
}

} // namespace

std::optional<DocumentFlag> flagOf(const Entry& entry, const DocumentId& document)
{
    const auto found = std::ranges::find(entry.documents, document, &DocumentCommitment::id);
    return found == entry.documents.end() ? std::nullopt : found->flag;
}

std::string entryBody(const Entry& entry)
{
    Json body = Json::object({
        {"v", entry.version},
        {"seq", entry.seq},
        {"store", entry.store},
        {"stream", entry.stream},
        {"sseq", entry.streamSeq},
        {"at", formatInstant(entry.at)},
        {"actor", entry.actor.text()},
        {"role", toText(entry.role)},
        {"inst", toText(institutionOf(entry.role))},
        {"act", entry.act},
        {"effect", entry.effect},
        {"law", entry.law},
        {"rulebook", entry.rulebook},
        {"facts", entry.facts},
    });
    if (entry.from)
        body.set("from", toText(*entry.from));
    if (entry.to)
        body.set("to", toText(*entry.to));
    if (entry.clockWentBack)
        body.set("clock", "back");
    if (entry.contentCommitment)
        body.set("content", toHex(*entry.contentCommitment));
    if (!entry.documents.empty()) {
        Json::Array documents;
        for (const DocumentCommitment& document : entry.documents) {
            Json item = Json::object({{"id", document.id.text()}, {"commit", toHex(document.commitment)}});
            if (document.flag)
                item.set("flag", toText(*document.flag));
            documents.push_back(std::move(item));
        }
        body.set("docs", Json(std::move(documents)));
    }
    if (entry.recordedFromDocument)
        body.set("recorded", true);
    if (!entry.keyDigest.empty())
        body.set("key", entry.keyDigest);
    if (!entry.signature.empty())
        body.set("sig", entry.signature);
    return canonicalJson(body);
}

Result<Entry> parseEntry(std::string_view body)
{
    auto parsed = parseJson(body, JsonLimits::forOwnData());
    if (!parsed || !parsed.value().isObject())
        return brokenBody("$");
    const Json& json = parsed.value();
    const std::int64_t version = json.integer("v", -1);
    if (version > Entry::kVersion)
        return Error{.code = ErrorCode::Version, .what = {"entry.newer-version", {{"version", version}}}};
    if (version < 1)
        return brokenBody("$.v");
    Entry entry;
    entry.version = version;
    entry.seq = json.integer("seq", -1);
    entry.store = json.text("store");
    entry.stream = json.text("stream");
    entry.streamSeq = json.integer("sseq", -1);
    const auto at = parseInstant(json.text("at"));
    const auto role = fromText<Role>(json.text("role"));
    if (!at || !role)
        return brokenBody(at ? "$.role" : "$.at");
    entry.at = *at;
    entry.role = *role;
    entry.clockWentBack = json.text("clock") == "back";
    entry.actor = PersonId(std::string(json.text("actor")));
    entry.act = json.text("act");
    entry.effect = json.text("effect");
    entry.law = json.text("law");
    entry.rulebook = json.text("rulebook");
    entry.from = fromText<Step>(json.text("from"));
    entry.to = fromText<Step>(json.text("to"));
    if (const Json* facts = json.find("facts"))
        entry.facts = *facts;
    entry.contentCommitment = digestFromHex(json.text("content"));
    bool ok = true;
    readDocuments(json, entry, ok);
    if (!ok)
        return brokenBody("$.docs");
    entry.recordedFromDocument = json.flag("recorded");
    entry.keyDigest = json.text("key");
    entry.signature = json.text("sig");
    return entry;
}

} // namespace tutela

#include "core/services/readable_document.h"

#include "core/procedure/visibility.h"
#include "core/services/guarded.h"
#include "core/services/performer.h"
#include "core/services/presenter.h"
#include "core/services/quarantine.h"

namespace tutela::services {

Error declareFirst(const CaseId& id)
{
    return {.code = ErrorCode::Refused,
        .what = {"refusal.declare-first", {}},
        .law = "Art 7(1)",
        .record = id.text()};
}

Result<ReadableCase> readableCase(Register& source, const CaseId& id)
{
    const auto actor = source.actor();
    if (!actor)
        return source.noActor();
    auto loaded = Performer(source).visibleCase(id, *actor);
    if (!loaded)
        return loaded.error();
    if (procedure::mustDeclareFirst(loaded.value().file, *actor))
        return declareFirst(id);
    return ReadableCase{*actor, std::move(loaded).value()};
}

Result<ReadableDocument> readableDocument(Register& source, const DocumentId& document)
{
    const auto actor = source.actor();
    if (!actor)
        return source.noActor();
    const auto stored = source.vault.document(document);
    const auto body = stored ? source.journal.body(stored->seq) : std::nullopt;
    if (!body || !body->stream.starts_with("case/"))
        return notAllowed(document.text());
    auto loaded = Performer(source).visibleCase(CaseId(body->stream.substr(5)), *actor);
    if (!loaded)
        return notAllowed(document.text());
    if (procedure::mustDeclareFirst(loaded.value().file, *actor))
        return declareFirst(loaded.value().file.id);
    if (!Presenter(source, loaded.value(), *actor, source.today()).mayRead(stored->seq))
        return notAllowed(document.text());
    if (quarantineOf(loaded.value().file, document) != nullptr)
        return quarantined(document);
    return ReadableDocument{source.vault.documentBytes(document), std::move(loaded).value()};
}

} // namespace tutela::services

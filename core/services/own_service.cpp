#include "core/access/keys.h"
#include "core/base/digest.h"
#include "core/base/json_parse.h"
#include "core/services/desks.h"
#include "core/services/guarded.h"
#include "core/services/local_rows.h"

namespace tutela::services {

namespace {

using interfaces::ActDraft;
using interfaces::DraftKey;

constexpr std::size_t kMaxDraftTextBytes = std::size_t{8} << 20;
constexpr std::size_t kMaxLayoutBytes = std::size_t{16} << 10;

store::DraftName nameOf(const Register& source, const DraftKey& key)
{
    return {source.session->person.id, key.caseId ? key.caseId->text() : std::string(), key.act};
}

Json packed(const ActDraft& draft)
{
    std::size_t size = 0;
    for (const auto& file : draft.files)
        size += file.bytes.size();
    const bool tooLarge = size > static_cast<std::size_t>(interfaces::kMaxDraftFileBytes);
    Json::Array files;
    for (const auto& file : draft.files) {
        if (!tooLarge)
            files.push_back(Json::object({{"name", file.name}, {"bytes", toBase64(asBytes(file.bytes))}}));
    }
    return Json::object({{"data", draft.data}, {"files", std::move(files)},
        {"files_left_out", draft.filesLeftOut || tooLarge}});
}

std::optional<ActDraft> unpacked(std::string_view bytes)
{
    const auto json = parseJson(bytes, JsonLimits::forOwnData());
    if (!json || json.value().find("data") == nullptr)
        return std::nullopt;
    ActDraft draft{*json.value().find("data"), {}};
    for (const Json& file : json.value().items("files")) {
        const auto content = fromBase64(file.text("bytes"));
        if (content)
            draft.files.push_back({std::string(file.text("name")), *content});
    }
    const Json* leftOut = json.value().find("files_left_out");
    draft.filesLeftOut = leftOut != nullptr && leftOut->isBool() && leftOut->asBool();
    return draft;
}

Error tooLong(const char* where)
{
    return {.code = ErrorCode::BadInput, .what = {"draft.too-long", {}}, .where = where};
}

/// A row of the person signed in that was changed behind the program's back.
std::optional<LocalProblem> changedRow(Register& source, std::string_view table)
{
    for (const LocalProblem& problem : ownProblems(source, source.session->person.id)) {
        if (problem.table == table)
            return problem;
    }
    return std::nullopt;
}

} // namespace

Result<Done> OwnService::keepDraft(const DraftKey& key, const ActDraft& draft)
{
    return guarded([&]() -> Result<Done> {
        if (!m_register.actor())
            return m_register.noActor();
        if (canonicalJson(draft.data).size() > kMaxDraftTextBytes)
            return tooLong("data");
        SystemRandom random;
        auto sealed =
            access::sealTo(m_register.session->keys.publicKeys().box, canonicalJson(packed(draft)), random);
        if (!sealed)
            return sealed.error();
        store::Transaction transaction(m_register.engine);
        m_register.drafts.keep(
            nameOf(m_register, key), {std::move(sealed).value(), m_register.now()}, m_register.sealer());
        transaction.commit();
        return Done{};
    });
}

Result<std::optional<interfaces::KeptDraft>> OwnService::draft(const DraftKey& key)
{
    return guarded([&]() -> Result<std::optional<interfaces::KeptDraft>> {
        if (!m_register.actor())
            return m_register.noActor();
        const auto stored = m_register.drafts.find(nameOf(m_register, key));
        if (!stored)
            return std::optional<interfaces::KeptDraft>();
        if (const auto changed = changedRow(m_register, "draft"))
            return localRowError(*changed);
        // After a password was reset the person has new keys; what was sealed to the old ones stays closed.
        const auto opened = m_register.session->keys.openSealed(stored->sealed);
        auto draft = opened ? unpacked(opened.value()) : std::nullopt;
        if (!draft)
            return std::optional<interfaces::KeptDraft>();
        return std::optional(interfaces::KeptDraft{std::move(*draft), stored->keptAt});
    });
}

Result<Done> OwnService::discardDraft(const DraftKey& key)
{
    return guarded([&]() -> Result<Done> {
        if (!m_register.actor())
            return m_register.noActor();
        if (!m_register.drafts.find(nameOf(m_register, key)))
            return Done{};
        store::Transaction transaction(m_register.engine);
        m_register.drafts.remove(nameOf(m_register, key));
        transaction.commit();
        return Done{};
    });
}

Result<std::vector<interfaces::DraftRow>> OwnService::drafts()
{
    return guarded([&]() -> Result<std::vector<interfaces::DraftRow>> {
        if (!m_register.actor())
            return m_register.noActor();
        std::vector<interfaces::DraftRow> rows;
        for (const store::DraftLine& line : m_register.drafts.of(m_register.session->person.id)) {
            DraftKey key{std::nullopt, line.act};
            if (!line.caseId.empty())
                key.caseId = CaseId(line.caseId);
            rows.push_back({std::move(key), line.keptAt});
        }
        return rows;
    });
}

Result<Done> OwnService::keepLayout(std::string_view list, const Json& layout)
{
    return guarded([&]() -> Result<Done> {
        if (!m_register.actor())
            return m_register.noActor();
        const std::string text = canonicalJson(layout);
        if (text.size() > kMaxLayoutBytes)
            return tooLong("layout");
        store::Transaction transaction(m_register.engine);
        m_register.drafts.setLayout(m_register.session->person.id, list, text, m_register.sealer());
        transaction.commit();
        return Done{};
    });
}

Result<std::optional<Json>> OwnService::layout(std::string_view list)
{
    return guarded([&]() -> Result<std::optional<Json>> {
        if (!m_register.actor())
            return m_register.noActor();
        const auto text = m_register.drafts.layout(m_register.session->person.id, list);
        if (const auto changed = changedRow(m_register, "layout"))
            return localRowError(*changed);
        auto layout = text ? parseJson(*text, JsonLimits::forOwnData()) : Result<Json>(Json());
        if (!text || !layout)
            return std::optional<Json>();
        return std::optional(std::move(layout).value());
    });
}

} // namespace tutela::services

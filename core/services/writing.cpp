#include "core/services/writing.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/access/binding_statement.h"
#include "core/journal/checkpoint.h"
#include "core/journal/commitment.h"
#include "core/store/head_file.h"

namespace tutela::services {

namespace {

std::unique_ptr<RandomSource> randomOf(Register& target)
{
    const auto seed = target.local.setting("seed");
    if (!seed)
        return std::make_unique<SystemRandom>();
    const auto counter = target.local.setting("random_counter");
    return std::make_unique<SeededRandom>(std::stoull(*seed), counter ? std::stoull(*counter) : 0);
}

} // namespace

Writing::Writing(Register& target)
    : m_register(target)
    , m_transaction(target.engine)
    , m_frontier(target.journal.frontier())
    , m_random(randomOf(target))
{
    if (m_frontier.size() == 0)
        return;
    if (const auto last = target.journal.body(static_cast<EntrySeq>(m_frontier.size()) - 1))
        m_lastAt = store::entryOf(last->bytes).at;
}

Writing::~Writing() = default;

RandomSource& Writing::random()
{
    return *m_random;
}

Appended Writing::append(NewEntry entry)
{
    Session& session = *m_register.session;
    Entry body;
    body.seq = static_cast<EntrySeq>(m_frontier.size());
    body.store = m_register.identity().storeId;
    body.stream = entry.stream;
    body.streamSeq = m_register.journal.streamSize(entry.stream) + 1;
    body.at = m_register.now();
    if (m_lastAt && body.at < *m_lastAt) {
        body.at = *m_lastAt;
        body.clockWentBack = true;
    }
    m_lastAt = body.at;
    m_appended = true;
    body.actor = session.person.id;
    body.role = entry.role;
    body.act = entry.act;
    body.effect = entry.effect;
    body.from = entry.from;
    body.to = entry.to;
    body.rulebook = m_register.rulebook().id();
    body.law = entry.law;
    body.facts = std::move(entry.facts);
    body.recordedFromDocument = entry.recordedFromDocument;
    if (!entry.key.empty())
        body.keyDigest = keyDigestOf(m_register.session->person.id, entry.key);

    const std::string content = canonicalJson(entry.content);
    const bool hasContent = !entry.content.asObject().empty();
    journal::Salt contentSalt{};
    if (hasContent) {
        contentSalt = journal::drawSalt(*m_random);
        body.contentCommitment = journal::commitmentTo(entry.stream, "content", contentSalt, content);
    }
    std::vector<journal::Salt> salts;
    for (const NewDocument& document : entry.documents) {
        salts.push_back(journal::drawSalt(*m_random));
        body.documents.push_back({document.id,
            journal::commitmentTo(entry.stream, document.id.text(), salts.back(), document.bytes),
            document.flag});
    }
    if (entry.binding) {
        access::BindingStatement statement{m_register.identity().origin, body.stream, body.streamSeq,
            body.act, {}, entry.bundle, m_register.rulebook().digest()};
        if (body.contentCommitment)
            statement.commitments.push_back(*body.contentCommitment);
        for (const DocumentCommitment& document : body.documents)
            statement.commitments.push_back(document.commitment);
        body.signature = toBase64(access::sign(statement, session.keys));
    }

    const Digest leaf = m_register.journal.append(body, m_frontier);
    if (hasContent)
        m_register.vault.addContent(body.seq, asText(contentSalt), content);
    for (std::size_t i = 0; i < entry.documents.size(); ++i) {
        const NewDocument& document = entry.documents[i];
        m_register.vault.addDocument({document.id, body.seq, document.name, document.mediaType,
                                         static_cast<std::int64_t>(document.bytes.size()),
                                         sha256(document.bytes), std::string(asText(salts[i]))},
            document.bytes);
    }
    if (!body.keyDigest.empty())
        m_register.cases.rememberKey(body.keyDigest, body.seq);
    return {std::move(body), leaf};
}

void keepRefusal(Register& target, std::string_view act, const Error& refusal, Json facts)
{
    const bool ruled = refusal.code == ErrorCode::Refused || refusal.code == ErrorCode::NotAllowed
        || refusal.code == ErrorCode::SignIn;
    if (!target.session || !ruled)
        return;
    Writing writing(target);
    NewEntry entry{.stream = "register", .act = "refusal", .effect = "refusal", .law = refusal.law};
    entry.role = target.sessionRole();
    entry.facts = std::move(facts);
    entry.facts.set("act", std::string(act));
    entry.facts.set("why", refusal.what.id);
    static_cast<void>(writing.append(std::move(entry)));
    writing.finish();
}

std::string keyDigestOf(const PersonId& person, std::string_view key)
{
    return toHex(sha256(fmt::format("{}\n{}", person.text(), key)));
}

void Writing::finish()
{
    // Nothing happened, such as the repeat of an act: the last checkpoint stands.
    if (!m_appended)
        return;
    const journal::Checkpoint checkpoint{m_register.identity().origin, m_frontier.size(), m_frontier.root()};
    const access::LogKey& key = m_register.session->logKey;
    const std::string note = journal::signCheckpoint(checkpoint, key.publicKey(), key.signer());
    m_register.journal.addCheckpoint(checkpoint.size, note);
    if (const auto* seeded = dynamic_cast<const SeededRandom*>(m_random.get()))
        m_register.local.setMoving("random_counter", std::to_string(seeded->counter()));
    m_transaction.commit();
    store::writeHeadFile(m_register.file(), journal::writeHead({key.publicKey(), checkpoint, note}));
}

} // namespace tutela::services

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/access/binding_statement.h"
#include "core/journal/commitment.h"
#include "core/journal/head.h"
#include "core/services/desks.h"
#include "core/services/guarded.h"
#include "core/services/local_rows.h"
#include "core/services/rebuild.h"
#include "core/store/each_body.h"
#include "core/store/head_file.h"
#include "core/store/projection_store.h"

namespace tutela::services {

namespace {

using interfaces::DoctorReport;
using interfaces::Problem;
using interfaces::VerifyDepth;

journal::Salt saltOf(std::string_view bytes)
{
    journal::Salt salt{};
    if (bytes.size() == salt.size())
        std::copy_n(asBytes(bytes).begin(), salt.size(), salt.begin());
    return salt;
}

journal::VerifierPins pinsOf(Register& source)
{
    journal::VerifierPins pins{source.identity().origin, source.identity().logKey, std::nullopt};
    if (const auto text = store::readHeadFile(source.file())) {
        if (const auto head = journal::parseHead(*text))
            pins.head = head.value().checkpoint;
    }
    return pins;
}

std::uint64_t stepOf(VerifyDepth depth)
{
    return depth == VerifyDepth::Deep ? 1 : journal::kCheckpointStep;
}

/// Checks everything that the log commits to, entry by entry.
class Examination final {
public:
    Examination(Register& source, DoctorReport& report)
        : m_register(source)
        , m_report(report)
    {
    }

    void run()
    {
        store::forEachBody(m_register.journal, [&](const store::StoredBody& body) { examine(body); });
        for (const auto& [document, missing] : m_missing)
            problem("E_DOCUMENT_MISSING", missing.seq, missing.where);
    }

private:
    struct Missing {
        EntrySeq seq;
        std::string where;
    };

    void problem(const char* code, EntrySeq seq, std::string where)
    {
        m_report.problems.push_back({code, fmt::format("entry {}", seq), std::move(where),
            {fmt::format("doctor.{}", code), {{"entry", seq}}}});
    }

    void examine(const store::StoredBody& body)
    {
        const auto parsed = parseEntry(body.bytes);
        if (!parsed) {
            problem("E_BODY", body.seq, fmt::format("body/{}", body.seq));
            return;
        }
        const Entry& entry = parsed.value();
        if (entry.seq != body.seq || entry.stream != body.stream
            || ++m_streams[entry.stream] != entry.streamSeq)
            problem("E_SEQUENCE", body.seq, fmt::format("body/{}", body.seq));
        examineContent(entry);
        examineDocuments(entry);
        examineDestruction(entry);
        examineSignature(entry);
    }

    void examineContent(const Entry& entry)
    {
        const auto content = m_register.vault.content(entry.seq);
        if (!content) {
            // Nothing in this program erases: a text that the log commits to and that is not there is damage.
            if (entry.contentCommitment)
                problem("E_CONTENT_MISSING", entry.seq, fmt::format("content/{}", entry.seq));
            return;
        }
        const bool fits = entry.contentCommitment
            && journal::verifyCommitment(
                *entry.contentCommitment, entry.stream, "content", saltOf(content->salt), content->bytes);
        if (!fits)
            problem("E_CONTENT", entry.seq, fmt::format("content/{}", entry.seq));
    }

    void examineDocuments(const Entry& entry)
    {
        for (const store::StoredDocument& document : m_register.vault.documentsOf(entry.seq)) {
            if (std::ranges::find(entry.documents, document.id, &DocumentCommitment::id)
                == entry.documents.end())
                problem("E_DOCUMENT", entry.seq, fmt::format("document/{}", document.id.text()));
        }
        for (const DocumentCommitment& committed : entry.documents) {
            const std::string where = fmt::format("document/{}", committed.id.text());
            const auto document = m_register.vault.document(committed.id);
            if (!document || document->seq != entry.seq) {
                problem("E_DOCUMENT_MISSING", entry.seq, where);
                continue;
            }
            if (const auto missing = m_register.vault.missingChunk(*document)) {
                m_missing.insert_or_assign(committed.id,
                    Missing{entry.seq, fmt::format("chunk/{}/{}", committed.id.text(), *missing)});
                continue;
            }
            Sha256 hash;
            std::int64_t size = 0;
            m_register.vault.chunks(committed.id, [&](std::string_view chunk) {
                hash.add(chunk);
                size += static_cast<std::int64_t>(chunk.size());
            });
            const Digest digest = hash.finish();
            const Digest expected =
                journal::commitment(entry.stream, committed.id.text(), saltOf(document->salt), digest);
            if (digest != document->sha256 || size != document->size || expected != committed.commitment)
                problem("E_DOCUMENT", entry.seq, where);
        }
    }

    /// What two persons decided to destroy is gone, and nothing else is.
    void examineDestruction(const Entry& entry)
    {
        if (entry.effect != "confirm-destruction")
            return;
        const DocumentId id(std::string(entry.facts.text("document")));
        if (m_missing.erase(id) == 0)
            problem("E_NOT_DESTROYED", entry.seq, fmt::format("document/{}", id.text()));
    }

    /// Binding acts carry the signature of a person whose key the log has named before.
    void examineSignature(const Entry& entry)
    {
        if (!entry.signature.empty()) {
            access::BindingStatement statement{m_register.identity().origin, entry.stream, entry.streamSeq,
                entry.act, {}, bundleOf(entry), m_register.rulebook().digest()};
            if (entry.contentCommitment)
                statement.commitments.push_back(*entry.contentCommitment);
            for (const DocumentCommitment& document : entry.documents)
                statement.commitments.push_back(document.commitment);
            const auto key = m_keys.find(entry.actor);
            const auto bytes = fromBase64(entry.signature);
            Signature signature{};
            const bool whole = bytes && bytes->size() == signature.size();
            if (whole)
                std::copy_n(asBytes(*bytes).begin(), signature.size(), signature.begin());
            if (!whole || key == m_keys.end() || !access::verify(statement, key->second, signature))
                problem("E_SIGNATURE", entry.seq, fmt::format("body/{}", entry.seq));
        }
        if (entry.stream.starts_with("person/") && entry.facts.find("signing") != nullptr) {
            SigningPublicKey key;
            if (const auto digest = digestFromHex(entry.facts.text("signing")))
                std::ranges::copy(*digest, key.bytes.begin());
            m_keys.insert_or_assign(PersonId(entry.stream.substr(7)), key);
        }
        if (entry.facts.find("bundle_hash") != nullptr)
            m_bundles[entry.stream] = entry.facts.text("bundle_hash");
        else if (entry.effect == "submit-for-approval" || entry.effect == "send-back")
            m_bundles.erase(entry.stream);
    }

    std::optional<Digest> bundleOf(const Entry& entry)
    {
        if (entry.facts.find("bundle_hash") != nullptr)
            return digestFromHex(entry.facts.text("bundle_hash"));
        const auto bundle = m_bundles.find(entry.stream);
        return bundle == m_bundles.end() ? std::nullopt : digestFromHex(bundle->second);
    }

    Register& m_register;
    DoctorReport& m_report;
    std::map<std::string, std::int64_t> m_streams;
    std::map<DocumentId, Missing> m_missing; ///< bytes that may have been destroyed by a later entry
    std::map<PersonId, SigningPublicKey> m_keys;
    std::map<std::string, std::string> m_bundles; ///< hash of the bundle now before the court, by stream
};

/// Builds the projections again inside a transaction that is rolled back, and compares.
void compareProjections(Register& source, DoctorReport& report)
{
    store::ProjectionStore projections(source.engine);
    store::Transaction transaction(source.engine);
    const auto stored = projections.digests();
    rebuildProjections(source);
    for (const auto& [table, digest] : projections.digests()) {
        if (stored.at(table) != digest)
            report.problems.push_back(
                {"E_PROJECTION", table, table, {"doctor.E_PROJECTION", {{"table", table}}}});
    }
}

void examineLocalRows(Register& source, DoctorReport& report)
{
    for (const LocalProblem& problem : localProblems(source)) {
        const Error error = localRowError(problem);
        report.problems.push_back({"E_LOCAL", error.record, error.where, error.what});
    }
}

} // namespace

Result<interfaces::VerifyReport> LogService::verify(VerifyDepth depth)
{
    return guarded([&]() -> Result<interfaces::VerifyReport> {
        const auto verdict = m_register.journal.verify(pinsOf(m_register), stepOf(depth));
        interfaces::VerifyReport report{
            static_cast<std::int64_t>(verdict.size), toHex(verdict.root), verdict.ok(), std::nullopt};
        if (verdict.firstBad)
            report.firstBad =
                interfaces::FirstBad{static_cast<std::int64_t>(verdict.firstBad->seq), verdict.firstBad->why};
        return report;
    });
}

Result<std::vector<interfaces::LogRow>> LogService::rows(std::int64_t from, std::int64_t limit)
{
    return guarded([&]() -> Result<std::vector<interfaces::LogRow>> {
        std::vector<interfaces::LogRow> rows;
        m_register.journal.bodies(from, limit, [&](const store::StoredBody& body) {
            const Entry entry = store::entryOf(body.bytes);
            rows.push_back(
                {body.seq, entry.at, entry.actor.text(), entry.act, entry.stream, toHex(body.leaf)});
        });
        return rows;
    });
}

Result<std::string> LogService::checkpoint()
{
    return guarded(
        [&]() -> Result<std::string> { return m_register.journal.lastCheckpoint().value_or(std::string()); });
}

Result<std::vector<std::string>> LogService::prove(std::int64_t seq)
{
    return guarded([&]() -> Result<std::vector<std::string>> {
        const auto size = static_cast<std::uint64_t>(m_register.journal.size());
        if (seq < 0 || static_cast<std::uint64_t>(seq) >= size)
            return Error{
                .code = ErrorCode::BadInput, .what = {"log.no-entry", {{"entry", seq}}}, .where = "seq"};
        const auto proof =
            journal::inclusionProof(size, static_cast<std::uint64_t>(seq), m_register.journal.nodeReader());
        if (!proof)
            return proof.error();
        std::vector<std::string> hashes;
        for (const Digest& digest : proof.value())
            hashes.push_back(toHex(digest));
        return hashes;
    });
}

Result<DoctorReport> LogService::doctor(VerifyDepth depth)
{
    return guarded([&]() -> Result<DoctorReport> {
        DoctorReport report;
        for (const std::string& problem : store::ProjectionStore(m_register.engine).structureProblems())
            report.problems.push_back(
                {"E_STRUCTURE", problem, "file", {"doctor.E_STRUCTURE", {{"detail", problem}}}});
        if (const std::string problem = m_register.headProblem(); !problem.empty())
            report.problems.push_back({"E_HEAD", m_register.identity().storeId, "head", {problem, {}}});
        const auto verdict = m_register.journal.verify(pinsOf(m_register), stepOf(depth));
        if (verdict.firstBad) {
            report.problems.push_back({"E_LOG", fmt::format("entry {}", verdict.firstBad->seq),
                fmt::format("body/{}", verdict.firstBad->seq), verdict.firstBad->why});
        }
        if (depth == VerifyDepth::Deep) {
            Examination(m_register, report).run();
            if (report.problems.empty())
                compareProjections(m_register, report);
            examineLocalRows(m_register, report);
        }
        report.ok = report.problems.empty();
        return report;
    });
}

} // namespace tutela::services

#include "core/services/backup.h"

#include <algorithm>

#include "core/journal/checkpoint.h"
#include "core/procedure/act_definition.h"
#include "core/services/desks.h"
#include "core/services/guarded.h"
#include "core/store/durable_file.h"
#include "core/store/each_body.h"
#include "core/store/head_file.h"

namespace tutela::services {

namespace {

Error alreadyThere(const std::filesystem::path& path)
{
    return {.code = ErrorCode::Storage, .what = {"create.exists", {{"file", path.string()}}}};
}

void keepPrivate(const std::filesystem::path& path)
{
    std::filesystem::permissions(
        path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

/// Writes a whole copy beside the place where it is to stand, and gives its name.
std::filesystem::path copyBeside(Register& source, const std::filesystem::path& target)
{
    store::removeLitterBeside(target);
    const auto beside = store::besidePath(target);
    std::filesystem::remove(beside);
    source.engine.copyTo(beside);
    keepPrivate(beside);
    return beside;
}

BackupReport reportOf(Register& copy)
{
    const auto note = copy.journal.lastCheckpoint();
    const auto checkpoint = note
        ? journal::openCheckpoint(*note, copy.identity().origin, copy.identity().logKey)
        : Result<journal::Checkpoint>(
            Error{.code = ErrorCode::Integrity, .what = {"head.broken-checkpoint", {}}});
    if (!checkpoint)
        throw store::StoreFailure(ErrorCode::Integrity, "head.broken-checkpoint", copy.file().string());
    return {static_cast<std::int64_t>(std::filesystem::file_size(copy.file())), copy.journal.size(),
        toHex(checkpoint.value().root)};
}

/// Calls `each` with every document that two persons destroyed.
template <class Each> void forEachDestroyed(Register& source, const Each& each)
{
    const std::string_view destroyed = procedure::toText(procedure::Effect::ConfirmDestruction);
    store::forEachBody(source.journal, [&](const store::StoredBody& body) {
        const Entry entry = store::entryOf(body.bytes);
        if (entry.effect == destroyed)
            each(DocumentId(std::string(entry.facts.text("document"))));
    });
}

Result<std::vector<DocumentId>> heldStill(Register& copy, const std::filesystem::path& file)
{
    Register now(file, HeadCheck::Required);
    if (now.identity().storeId != copy.identity().storeId)
        return Error{.code = ErrorCode::BadInput,
            .what = {"backup.other-register", {{"file", file.string()}}},
            .where = "--register"};
    std::vector<DocumentId> held;
    forEachDestroyed(now, [&](const DocumentId& destroyed) {
        const auto document = now.vault.document(destroyed);
        const auto same =
            document ? copy.vault.documentsWith(document->sha256) : std::vector<store::StoredDocument>();
        if (std::ranges::any_of(same, [&](const auto& one) { return !copy.vault.missingChunk(one); }))
            held.push_back(destroyed);
    });
    return held;
}

} // namespace

Result<BackupReport> createBackup(const std::filesystem::path& file, const std::filesystem::path& copy)
{
    return guarded([&]() -> Result<BackupReport> {
        if (std::filesystem::exists(copy))
            return alreadyThere(copy);
        Register source(file, HeadCheck::Required);
        const auto report = [&] {
            Register written(copyBeside(source, copy), HeadCheck::Skipped);
            return reportOf(written);
        }();
        store::moveIntoPlace(copy, store::Existing::Kept);
        return report;
    });
}

Result<BackupReport> verifyBackup(
    const std::filesystem::path& copy, const std::optional<std::filesystem::path>& file)
{
    return guarded([&]() -> Result<BackupReport> {
        Register written(copy, HeadCheck::Skipped);
        const auto found = LogService(written).doctor(interfaces::VerifyDepth::Deep);
        if (!found)
            return found.error();
        for (const interfaces::Problem& problem : found.value().problems) {
            if (problem.code == "E_HEAD")
                continue; // a copy has no head of its own
            return Error{.code = ErrorCode::Integrity,
                .what = problem.text,
                .record = problem.record,
                .where = problem.where};
        }
        BackupReport report = reportOf(written);
        if (file) {
            auto held = heldStill(written, *file);
            if (!held)
                return held.error();
            report.stillHolds = std::move(held).value();
        }
        return report;
    });
}

Result<BackupReport> restoreBackup(const std::filesystem::path& copy, const std::filesystem::path& file)
{
    if (std::filesystem::exists(file))
        return alreadyThere(file);
    const auto verified = verifyBackup(copy);
    if (!verified)
        return verified.error();
    return guarded([&]() -> Result<BackupReport> {
        Register written(copy, HeadCheck::Skipped);
        const auto report = [&] {
            Register restored(copyBeside(written, file), HeadCheck::Skipped);
            const std::string note = restored.journal.lastCheckpoint().value_or(std::string());
            const RegisterIdentity& identity = restored.identity();
            const auto checkpoint = journal::openCheckpoint(note, identity.origin, identity.logKey);
            const BackupReport found = reportOf(restored);
            // A head without its register harms nobody; a register without its head opens with a warning.
            store::writeHeadFile(file, journal::writeHead({identity.logKey, checkpoint.value(), note}));
            return found;
        }();
        store::moveIntoPlace(file, store::Existing::Kept);
        return report;
    });
}

} // namespace tutela::services

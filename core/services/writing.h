#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/entry.h"
#include "core/journal/tree.h"
#include "core/services/register.h"

namespace tutela::services {

/// A document to be kept with an entry.
struct NewDocument {
    DocumentId id;
    std::string name;
    std::string mediaType;
    std::string bytes;
    std::optional<DocumentFlag> flag = std::nullopt;
};

/// An entry before it has its place in the log.
struct NewEntry {
    std::string stream;
    std::string act;
    std::string effect;
    std::string law;
    Role role = Role::Administrator;
    std::optional<Step> from;
    std::optional<Step> to;
    Json facts = Json::object();
    Json content = Json::object();
    std::vector<NewDocument> documents;
    bool recordedFromDocument = false;
    std::string key;
    bool binding = false; ///< signed with the person's key
    std::optional<Digest> bundle; ///< what was before the person who signs
};

/// What the log says of an entry just added.
struct Appended {
    Entry entry;
    Digest leaf{};
};

/// One write transaction on the register: entries, vault, projections, checkpoint and head together, or
/// nothing. Precondition: somebody is signed in.
class Writing final {
public:
    explicit Writing(Register& target);
    ~Writing();
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

    /// Adds an entry with its content and documents; commits to them, signs a binding act.
    Appended append(NewEntry entry);

    /// Where salts, keys and ids are drawn from: the system, or the seed of a training register.
    [[nodiscard]] RandomSource& random();

    /// Signs the checkpoint, commits, and renews the head.
    void finish();

private:
    Register& m_register;
    store::Transaction m_transaction;
    journal::TreeFrontier m_frontier;
    std::unique_ptr<RandomSource> m_random;
    std::optional<Instant> m_lastAt;
    bool m_appended = false;
    bool m_clockWentBack = false;
};

/// Writes a refusal of an act to the register's stream, as message id, never as text. Without anybody signed
/// in nothing can be signed, so nothing is written; nor for what is no refusal by a rule, a duty or a missing
/// role. Precondition: no Writing is open.
void keepRefusal(Register& target, std::string_view act, const Error& refusal, Json facts = Json::object());

/// What is kept of the key of an act: keys of different persons never meet.
[[nodiscard]] std::string keyDigestOf(const PersonId& person, std::string_view key);

} // namespace tutela::services

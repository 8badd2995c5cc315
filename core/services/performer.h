#pragma once

#include <map>
#include <optional>
#include <vector>

#include "core/domain/filing.h"
#include "core/interfaces/case_desk.h"
#include "core/procedure/decide.h"
#include "core/services/register.h"
#include "core/services/writing.h"

namespace tutela::services {

/// Performs acts on cases: loads the file, asks the rules, and keeps entry, projections and clocks in one
/// transaction.
class Performer final {
public:
    explicit Performer(Register& target)
        : m_register(target)
    {
    }

    /// One act in one transaction. A refusal by a rule is kept in the register's own stream.
    [[nodiscard]] Result<interfaces::ActReceipt> perform(const interfaces::ActRequest& asked);

    /// Everything that speaks against the act as it is filled in, and what it would move. Keeps nothing.
    [[nodiscard]] Result<interfaces::ActPreview> preview(const interfaces::ActRequest& request);

    /// Examines the attachments before a transaction begins, so that no other process waits for it.
    void examine(const std::vector<interfaces::AttachedFile>& files);

    /// The same act inside a transaction that the caller owns; nothing is journalled when it is refused.
    [[nodiscard]] Result<interfaces::ActReceipt> performIn(
        Writing& writing, const interfaces::ActRequest& request);

    /// Everything the rules may look at for this act; without a request, for the case as it stands.
    [[nodiscard]] procedure::Circumstances circumstancesFor(
        const Actor& actor, const CaseFile* file, const interfaces::ActRequest* request);

    /// The case, when this person may see it.
    [[nodiscard]] Result<Register::LoadedCase> visibleCase(const CaseId& id, const Actor& actor);

private:
    /// The case that the act is about, if it is about one and this person may see it.
    [[nodiscard]] Result<std::optional<Register::LoadedCase>> caseOf(
        const interfaces::ActRequest& request, const Actor& actor);
    /// What is to be kept of an act that nothing speaks against, with its documents and its bundle.
    [[nodiscard]] NewEntry entryFor(const procedure::ActDefinition& act, const CaseFile* file,
        const interfaces::ActRequest& request, const procedure::Circumstances& circumstances);
    /// Appends the entry and brings the file and its projections up to it.
    [[nodiscard]] interfaces::ActReceipt keep(Writing& writing, NewEntry entry,
        const procedure::ActDefinition& act, std::optional<Register::LoadedCase>& loaded);
    /// The act by which another file takes in what the entry of this one took in: the same originals, the
    /// same day of receipt. Refused where no file of that kind takes such a filing.
    [[nodiscard]] Result<interfaces::ActRequest> handingOver(
        const Register::LoadedCase& loaded, EntrySeq entry, const CaseId& target);
    /// What has to happen in other files together with the act: a filing placed or moved there is taken in,
    /// the same bytes go into quarantine wherever they lie. Gives those files.
    [[nodiscard]] Result<std::vector<CaseId>> completeElsewhere(Writing& writing,
        const procedure::ActDefinition& act, const Register::LoadedCase& loaded,
        const interfaces::ActRequest& request);
    /// Art 26(2): also the files that this person does not see.
    [[nodiscard]] std::vector<CaseId> quarantineSameBytes(
        Writing& writing, const interfaces::ActRequest& request);
    /// Why the other file would not take the filing that is to be moved there.
    [[nodiscard]] Result<Done> checkMove(const procedure::ActDefinition& act,
        const std::optional<Register::LoadedCase>& loaded, const interfaces::ActRequest& request);
    /// Judges the act as it is filled in so far. Gives whether its dates can be counted: not while more
    /// than words is missing, and not when something refuses it.
    [[nodiscard]] bool judgePreview(const procedure::ActDefinition& act, const CaseFile* file,
        const interfaces::ActRequest& request, const procedure::Circumstances& circumstances,
        interfaces::ActPreview& preview);
    /// The same entry as keep would append, kept nowhere, and what it does to the clocks.
    void foresee(const procedure::ActDefinition& act, const std::optional<Register::LoadedCase>& loaded,
        const interfaces::ActRequest& request, const procedure::Circumstances& circumstances,
        interfaces::ActPreview& preview);
    /// What the correction would do once it is confirmed.
    void foreseeCorrection(
        const Entry& entry, Register::LoadedCase& after, interfaces::ActPreview& preview) const;
    [[nodiscard]] std::optional<Result<interfaces::ActReceipt>> repeated(
        const interfaces::ActRequest& request);

    /// What only the acts of the court look at.
    [[nodiscard]] procedure::RelatedCase relatedCase(const CaseSummary& other, const ServiceId& service,
        const CaseFile* file, const interfaces::ActRequest* request) const;
    void addCourt(const CaseFile* file, const Json* data, procedure::Circumstances& circumstances);

    [[nodiscard]] std::vector<NewDocument> takeDocuments(
        const procedure::ActDefinition& act, const interfaces::ActRequest& request, Json& facts);

    Register& m_register;
    std::optional<procedure::SignedFileCheck> m_signedFile;
    std::optional<CaseId> m_movedFrom; ///< while a filing is taken over from another file
    std::map<std::string, std::optional<DocumentFlag>> m_flags; ///< by the name of the file
};

/// What the rules say to the act, with names in place of the ids of persons and services: people read it.
[[nodiscard]] procedure::Verdict verdictOn(Register& source, const procedure::ActDefinition& act,
    const CaseFile* file, const Json* data, procedure::ActSource from,
    const procedure::Circumstances& circumstances);

/// The code of a refusal for scripts: "E_GUARD_START_WINDOW".
[[nodiscard]] std::string refusalCode(const procedure::Refusal& refusal);

/// SHA-256 of the bundle: each entry with its commitment, each document with id, version and SHA-256, in
/// order.
[[nodiscard]] Digest bundleHash(Register& target, const std::vector<EntrySeq>& entries);

} // namespace tutela::services

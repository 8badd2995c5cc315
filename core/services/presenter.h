#pragma once

#include <set>
#include <vector>

#include "core/base/catalogue.h"
#include "core/domain/actor.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// Shows a case to one person: only the entries that the person's institution may read, each as a card. The
/// words that the program puts into the cards are those of `texts`.
class Presenter final {
public:
    Presenter(Register& source, const Register::LoadedCase& loaded, const Actor& actor, Day today,
        const Catalogue& texts = Catalogue::embedded("en"));

    [[nodiscard]] interfaces::CaseView view() const;

    /// The case file without the records that the person may not read.
    [[nodiscard]] CaseFile visibleFile() const;

    /// Whether the person may read the texts and documents of that entry.
    [[nodiscard]] bool mayRead(EntrySeq entry) const;

private:
    [[nodiscard]] interfaces::Card cardOf(const Entry& entry) const;
    [[nodiscard]] interfaces::ConsultationView consultationOf(const Consultation& consultation) const;
    /// The index of the file with what each party has of it; for the authority alone.
    [[nodiscard]] std::vector<interfaces::AccessRow> access() const;
    /// Puts the name before the id of a provider, a service, a person or a document.
    void addName(const FieldDefinition& field, const Json& value, std::string& shown) const;
    [[nodiscard]] std::vector<interfaces::FieldView> fieldsOf(const Entry& entry) const;
    /// What was corrected about the entry, or what its correction moves; nothing for other entries.
    void addCorrection(const Entry& entry, interfaces::Card& card) const;
    [[nodiscard]] std::string nameOf(const PersonId& person) const;
    [[nodiscard]] std::optional<Term> statusOf(const Entry& entry) const;
    /// Who may close the case as it stands; nobody when no rule lets it be closed yet.
    [[nodiscard]] std::vector<Role> mayClose() const;
    [[nodiscard]] Message nextOf() const;
    [[nodiscard]] interfaces::Banner banner(const std::vector<interfaces::ClockView>& clocks) const;
    [[nodiscard]] std::string personText(const Entry& entry) const;

    Register& m_source;
    const Register::LoadedCase& m_loaded;
    const Actor& m_actor;
    Day m_today;
    const Catalogue& m_texts;
    std::set<EntrySeq> m_readable;
};

} // namespace tutela::services

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/interfaces/case_desk.h"
#include "core/interfaces/technology_views.h"

namespace tutela::interfaces {

/// A point to check in a filing.
struct FindingView {
    std::string code;
    std::string severity; ///< "must-fix", "to-check", "note"
    std::string path; ///< JSON path
    std::string law;
    Message text;
};

struct FilingSectionView {
    std::string heading;
    std::vector<std::pair<std::string, std::string>> items; ///< label, text
};

/// A filing made readable without knowing its form.
struct FilingView {
    FilingKind kind = FilingKind::RiskReport;
    std::string form;
    std::string sha256;
    std::string provider; ///< as declared
    std::vector<std::string> services; ///< as declared
    std::vector<FilingSectionView> sections;
    std::vector<FindingView> findings;
    std::vector<TechnologyView> technologies = {}; ///< of an implementation plan
};

struct IntakeRequest {
    std::string fileName;
    std::string bytes;
    std::vector<AttachedFile> attachments;
    std::optional<Instant> receivedAt; ///< none: now
    std::optional<CaseId> caseId; ///< the detection file that a plan or an impact assessment belongs to
    std::vector<ServiceId> services; ///< empty: matched by the names declared in the filing
};

struct IntakeReceipt {
    std::string filing; ///< document id of the original
    std::vector<CaseId> cases;
    FilingView view;
};

/// Where filings arrive.
class IntakeDesk {
public:
    virtual ~IntakeDesk() = default;

    /// Reads a file without keeping anything. Errors: BadInput when it is no filing at all.
    [[nodiscard]] virtual Result<FilingView> preview(std::string_view bytes) = 0;

    /// Takes a filing in charge: kept as received and checked. A risk report opens a case and starts its
    /// clock. A plan or an impact assessment goes to its detection file: the one named, the one whose number
    /// the plan states, or the only open one of its provider and service; otherwise a file is opened in which
    /// it waits to be placed. A filing with defects is received with its points to check. Errors: BadInput
    /// (the refusal is journalled), NotAllowed, Refused.
    [[nodiscard]] virtual Result<IntakeReceipt> receive(const IntakeRequest& request) = 0;

    /// A filing of a case, read again from its original, with its points to check.
    [[nodiscard]] virtual Result<FilingView> filing(const DocumentId& original) = 0;

    /// Ids and titles of all form definitions.
    [[nodiscard]] virtual std::vector<std::pair<std::string, std::string>> forms() = 0;

    /// The definition of a form, or its JSON Schema 2020-12.
    [[nodiscard]] virtual Result<Json> form(std::string_view id) = 0;
    [[nodiscard]] virtual Result<Json> formSchema(std::string_view id) = 0;
};

} // namespace tutela::interfaces

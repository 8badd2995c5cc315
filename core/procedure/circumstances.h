#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/domain/actor.h"
#include "core/domain/case_file.h"
#include "core/domain/filing.h"
#include "core/law/calendar.h"
#include "core/law/rulebook.h"
#include "core/law/zone.h"
#include "core/procedure/differences.h"

namespace tutela::procedure {

/// The calendars that a case may need.
struct Calendars {
    law::Calendar authority; ///< of the Member State of the authority, its DPA, its courts
    law::Calendar institutions; ///< of the EU institutions, for the EU Centre
};

struct ServiceFacts {
    ServiceId id;
    ProviderId provider;
    ServiceKind kind = ServiceKind::Hosting;
};

/// What the register of providers holds of the provider of the case.
struct ProviderFacts {
    std::string establishment;
    std::string contactPoint; ///< Art 23
    std::string memberState = {}; ///< of the establishment or the legal representative, or empty
    std::string language = {}; ///< two letters, Art 23(3); empty: none declared
};

/// Another file of the register that matters for opening one: a detection file still open, or an order
/// issued.
struct RelatedCase {
    CaseId id;
    ServiceId service;
    DetectionKind kind = DetectionKind::Known;
    bool open = false;
    bool orderIssued = false;
    bool refused = false; ///< the court refused the request
    std::vector<std::string> parts = {}; ///< that its order covers; none: the whole service, or no order
    std::optional<OrderScope> order =
        {}; ///< in force, until the day before it was revoked; where a rule asks
};

/// A file attached to the act whose bytes are JSON, read by the forms.
struct ReadAttachment {
    std::string name;
    std::optional<domain::Filing> filing; ///< none: JSON, but no filing
};

/// What a file that is attached as the signed order is beside the order that the register exported.
enum class SignedFileCheck {
    NotPdf,
    OwnExport, ///< the very bytes of the export: nothing was signed
    Preserved, ///< the export with something added, as an electronic signature does
    Different,
};

/// Everything a rule may look at beside the case file and the act itself: values only, read before the rule
/// runs.
struct Circumstances {
    Actor actor;
    Instant now{};
    Day today{};
    const law::Rulebook& rulebook;
    const Calendars& calendars;
    const law::Zone& zone;
    std::optional<ProviderFacts> provider = {}; ///< of the case
    std::vector<ServiceFacts> services; ///< the services that the act or the case names
    std::vector<RelatedCase> related; ///< detection files of the same services
    std::vector<CaseId>
        assessments; ///< the assessment file that the act names, if it is one of that provider
    std::vector<PersonId> coordinators; ///< who may be responsible for a case
    std::vector<PersonId> judges; ///< of the court, for an act that names some
    std::vector<PersonId> courtClerks;
    std::optional<OrderTerms> requested; ///< what the court decides on, for a decision
    std::optional<SignedFileCheck> signedFile = {}; ///< for an act that attaches the signed order
    std::vector<std::string> attachments; ///< names of the files attached to the act
    std::vector<ReadAttachment> filings; ///< those that came as JSON, for an act that takes filings in
};

/// The last file of the same service and kind in which the court refused the request, or null.
[[nodiscard]] inline const RelatedCase* refusedBefore(
    const Circumstances& now, std::string_view service, std::optional<DetectionKind> kind)
{
    const RelatedCase* last = nullptr;
    for (const RelatedCase& other : now.related) {
        if (other.refused && other.service.text() == service && other.kind == kind)
            last = &other;
    }
    return last;
}

/// The filing attached under that name, if it is one.
[[nodiscard]] inline const domain::Filing* filingNamed(const Circumstances& now, std::string_view name)
{
    const auto found = std::ranges::find(now.filings, name, &ReadAttachment::name);
    return found == now.filings.end() || !found->filing ? nullptr : &*found->filing;
}

} // namespace tutela::procedure

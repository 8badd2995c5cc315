#pragma once

#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/domain/actor.h"
#include "core/domain/case_file.h"
#include "core/law/calendar.h"
#include "core/law/rulebook.h"
#include "core/law/zone.h"

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

/// Another file of the register that matters for opening one: a detection file still open, or an order
/// issued.
struct RelatedCase {
    CaseId id;
    ServiceId service;
    DetectionKind kind = DetectionKind::Known;
    bool open = false;
    bool orderIssued = false;
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
    std::vector<ServiceFacts> services; ///< the services that the act or the case names
    std::vector<RelatedCase> related; ///< detection files of the same services
    std::vector<CaseId>
        assessments; ///< the assessment file that the act names, if it is one of that provider
    std::vector<PersonId> coordinators; ///< who may be responsible for a case
    std::vector<std::string> attachments; ///< names of the files attached to the act
};

} // namespace tutela::procedure

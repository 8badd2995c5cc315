#pragma once

#include <optional>
#include <vector>

#include "core/base/day.h"
#include "core/domain/case_file.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// A risk report on a service, as its case received it.
struct ServiceAssessment {
    CaseId caseId;
    EntrySeq entry = 0;
    std::optional<Day> assessedOn; ///< as the report says; none in a report that was not read
    Day receivedOn{};
    MeasuresStated measures = MeasuresStated::NotRead;

    friend bool operator==(const ServiceAssessment&, const ServiceAssessment&) = default;
};

/// A detection order on a service.
struct ServiceOrder {
    CaseId caseId;
    Day decidedOn{};
    Day end{}; ///< last day

    friend bool operator==(const ServiceOrder&, const ServiceOrder&) = default;
};

/// The authority recorded that the mitigation measures are in place (Art 4(2)(d)).
struct MeasuresStatement {
    EntrySeq entry = 0;
    Day on{};

    friend bool operator==(const MeasuresStatement&, const MeasuresStatement&) = default;
};

/// Everything that steers the recurring duties for one service (Art 3(4), 4(2)(d), 5(1)).
struct ServiceRecord {
    ServiceId service{""};
    std::optional<Day> offeredFrom = {}; ///< first day in the Union; none: not recorded
    std::optional<Day> offeredUntil = {}; ///< last day in the Union
    std::optional<RiskClass> riskClass = {};
    std::vector<ServiceAssessment> assessments = {};
    std::vector<ServiceOrder> orders = {};
    std::vector<MeasuresStatement> statements = {};
};

/// What a case says about its services: reports, in the order in which they came.
[[nodiscard]] std::vector<ServiceAssessment> assessmentsOf(const CaseFile& file);

/// The order that runs on the services of the case; none when the court refused.
[[nodiscard]] std::optional<ServiceOrder> orderOf(const CaseFile& file);

} // namespace tutela

#pragma once

#include <cstdint>

#include "core/services/sample_player.h"

namespace tutela::services {

/// A provider with its services, as the stories need them.
struct SampleProvider {
    ProviderId id{""};
    std::string name;
    std::vector<std::pair<ServiceId, std::string>>
        services; ///< the first is an interpersonal communications service
};

/// Plans the review of a risk report; `number` chooses how far and which way it goes.
void planAssessment(SamplePlayer& player, const SampleProvider& provider, std::int64_t number, Day today);

/// Plans a detection file; `number` chooses the kind, how far it has come and how the court decides.
void planDetection(SamplePlayer& player, const SampleProvider& provider, std::int64_t number, Day today);

/// A risk report of that provider on our own form, as JSON text.
[[nodiscard]] std::string sampleRiskReport(
    const SampleProvider& provider, std::size_t services, Day assessedOn);

/// The same report for the first service, sent again: the risk that remains is stated lower, with the same
/// measures.
[[nodiscard]] std::string sampleFurtherReport(const SampleProvider& provider, Day assessedOn);

/// What an implementation plan of the sample says of its file.
struct SamplePlanFacts {
    std::string fileNumber;
    DetectionKind kind = DetectionKind::Known;
    Day consultedOn{}; ///< for solicitation
    Day advisedOn{};
};

/// An implementation plan of that provider for its first service, on our own form, as JSON text.
[[nodiscard]] std::string sampleImplementationPlan(
    const SampleProvider& provider, const SamplePlanFacts& facts);

/// An impact assessment as the CNIL PIA tool exports it, as JSON text.
[[nodiscard]] std::string sampleImpactAssessment(const SampleProvider& provider);

/// The written advice of the data-protection authority, as text.
[[nodiscard]] std::string sampleAdvice(const std::string& fileNumber);

} // namespace tutela::services

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day.h"
#include "core/base/digest.h"
#include "core/domain/finding.h"
#include "core/domain/technology.h"
#include "core/domain/vocabulary.h"

namespace tutela::domain {

/// The provider as it names itself. Empty where it says nothing.
struct DeclaredProvider {
    std::string name;
    std::string mainEstablishment;
    std::string legalRepresentative;
    std::string contactPoint;
    std::vector<std::string> languages;

    friend bool operator==(const DeclaredProvider&, const DeclaredProvider&) = default;
};

/// A service as the provider declares it.
struct DeclaredService {
    std::string name;
    std::vector<std::string> kinds; ///< ids of the form: "hosting", "interpersonal-communications"
    std::string residualRisk; ///< in the provider's own terms (Art 3(5))

    friend bool operator==(const DeclaredService&, const DeclaredService&) = default;
};

/// One line of readable content: a label with a text, a list, or both. All of it is foreign plain text.
struct FilingItem {
    std::string label;
    std::string law;
    std::string text;
    std::vector<std::string> list;

    friend bool operator==(const FilingItem&, const FilingItem&) = default;
};

/// Readable content under one heading; `depth` 0 is the outermost.
struct FilingSection {
    std::string heading;
    std::string law;
    int depth = 0;
    std::vector<FilingItem> items;

    friend bool operator==(const FilingSection&, const FilingSection&) = default;
};

/// A measure the filer says it takes.
struct FilingMeasure {
    std::string about; ///< the service, or empty
    std::string name;
    std::string kind;
    std::string description;
    std::string status;
    std::string evaluation;
    std::string path; ///< where it stands in the document

    friend bool operator==(const FilingMeasure&, const FilingMeasure&) = default;
};

/// A risk with its levels before and after measures, in the filer's own terms; empty when not stated.
struct FilingRisk {
    std::string about;
    std::string name;
    std::string severityBefore;
    std::string likelihoodBefore;
    std::string severityAfter;
    std::string likelihoodAfter;
    std::string explanation;
    std::vector<std::string> impacts;
    std::vector<std::string> threats;
    std::vector<std::string> sources;
    std::vector<std::string> measures;
    std::string path;

    friend bool operator==(const FilingRisk&, const FilingRisk&) = default;
};

/// What somebody thinks of it, as the filing reports it: the data protection officer, users, an authority.
struct FilingOpinion {
    std::string by;
    std::string capacity;
    std::string outcome;
    std::string text;
    std::optional<Day> askedOn = {};
    std::optional<Day> endedOn = {};
    std::string path = {};

    friend bool operator==(const FilingOpinion&, const FilingOpinion&) = default;
};

/// Something the filer plans to do.
struct FilingAction {
    std::string about;
    std::string what;
    std::string responsible;
    std::optional<Day> due;
    std::string status;
    std::string path;

    friend bool operator==(const FilingAction&, const FilingAction&) = default;
};

/// What an implementation plan says of the draft request that it answers (Art 7(3), second subparagraph).
struct DeclaredPlan {
    std::string fileNumber; ///< of the authority
    std::string detectionKind; ///< id of the form: "known", "new", "solicitation"
    bool renewalWithoutChange = false;
    std::string adjustments; ///< to the impact assessment and to the advice

    friend bool operator==(const DeclaredPlan&, const DeclaredPlan&) = default;
};

/// A received document, read. It can be shown and printed without knowing its form.
struct Filing {
    std::string form; ///< id of the form definition
    std::int64_t formVersion = 0; ///< the version of the form it was read with
    FilingKind kind = FilingKind::RiskReport;
    Digest sha256 = {}; ///< of the bytes as received
    std::uint64_t size = 0; ///< in bytes
    std::string title; ///< of the form
    DeclaredProvider provider;
    std::optional<Day> assessedOn; ///< when the assessment was carried out (Art 3(4)), as declared
    std::vector<DeclaredService> services;
    DeclaredPlan plan; ///< empty unless the filing is one
    std::vector<DeclaredTechnology> technologies; ///< of an implementation plan
    std::vector<FilingSection> sections;
    std::vector<FilingMeasure> measures;
    std::vector<FilingRisk> risks;
    std::vector<FilingOpinion> opinions;
    std::vector<FilingAction> actions;
    std::vector<Finding> findings;
};

} // namespace tutela::domain

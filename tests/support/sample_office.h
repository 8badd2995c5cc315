#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/interfaces/office.h"

namespace tutela::testing {

/// A person of the sample office.
struct SamplePerson {
    std::string signInName;
    std::string name;
    Role role;
    std::string password;
};

/// What a test of a page looks at afterwards.
struct SampleLog {
    std::vector<interfaces::ActRequest> performed;
    std::optional<Error> refuseNext; ///< the next act is refused with this
    std::vector<interfaces::WhyNot> reasons; ///< what preview() refuses with
    interfaces::ActPreview preview; ///< what preview() answers beside them
    std::vector<interfaces::SearchHit> hits; ///< among which search() looks for the words
    std::map<std::string, std::pair<interfaces::DraftKey, interfaces::KeptDraft>>
        drafts; ///< "person/case/act"
    std::map<std::string, Json> layouts; ///< "person/list"
    std::vector<interfaces::LetterView> letters; ///< drafted in every case
    std::string letterLanguage; ///< in which the last one was wanted
    std::string orderLanguage;
    std::string bundleLanguage;
    interfaces::WarningReport warnings; ///< what warnings() answers for all cases
    interfaces::WarningScope warningsAsked = interfaces::WarningScope::AllVisible;
};

[[nodiscard]] const std::vector<SamplePerson>& samplePeople();

/// An office of values only, for pages: five fictitious cases, training clock at 3 March 2027, 09:00 UTC.
/// Acts are written down and bring a card; no rule is applied.
[[nodiscard]] std::unique_ptr<interfaces::Office> sampleOffice(SampleLog& log);

/// Acts that stand for those of the legal text, with every type of field.
[[nodiscard]] std::vector<interfaces::ActOffer> sampleActs();

/// The five cases.
[[nodiscard]] std::vector<interfaces::CaseView> sampleCases();

} // namespace tutela::testing

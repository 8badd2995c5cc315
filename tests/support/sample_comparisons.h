#pragma once

#include "core/interfaces/comparison_desk.h"

namespace tutela::testing {

/// Two filings came before DOC-000001: DOC-000080 says other things, DOC-000070 the same.
class SampleComparisons final : public interfaces::ComparisonDesk {
public:
    Result<std::vector<interfaces::FilingReference>> earlierFilings(const DocumentId& original) override
    {
        if (original != DocumentId("DOC-000001"))
            return std::vector<interfaces::FilingReference>();
        return std::vector<interfaces::FilingReference>{
            {DocumentId("DOC-000080"), CaseId("A-2025-0002"), *parseDay("2025-11-03"), 1},
            {DocumentId("DOC-000070"), CaseId("A-2024-0001"), *parseDay("2024-02-29"), 1}};
    }

    Result<interfaces::ComparisonView> compare(const DocumentId& earlier, const DocumentId&) override
    {
        interfaces::ComparisonView view;
        view.fields = {{"Provider", "Name", "Example Parley Ltd", "Example Parley Ltd", FieldChange::Same}};
        if (earlier != DocumentId("DOC-000080"))
            return view;
        view.fields.push_back({"Service 1: Parley", "Residual risk",
            "Low but not negligible: first contacts inside groups remain, and nobody moderates at night.",
            "Negligible.", FieldChange::Changed});
        view.fields.push_back(
            {"Measures (Art 4)", "Moderation", "A team of four, office hours.", "", FieldChange::Removed});
        view.fields.push_back(
            {"Measures (Art 4)", "Flagging", "", "A button on each message.", FieldChange::Added});
        view.findings = {{"filing.measure-gone", "to-check", "$.services", "Art 4(1)",
            {"filing.measure-gone", {{"measure", "Moderation"}, {"service", "Parley"}}}}};
        return view;
    }

    Result<std::vector<interfaces::RiskRow>> risks(const CaseId& caseId) override
    {
        if (caseId != CaseId("A-2027-0003"))
            return std::vector<interfaces::RiskRow>();
        return std::vector<interfaces::RiskRow>{
            {{DocumentId("DOC-000080"), CaseId("A-2025-0002"), *parseDay("2025-11-03"), 1},
                {"Parley", "Contact by strangers", "high / likely", "high / unlikely"}},
            {{DocumentId("DOC-000001"), caseId, *parseDay("2026-12-14"), 1},
                {"Parley", "Contact by strangers", "high / likely", "high / rare"}}};
    }
};

} // namespace tutela::testing

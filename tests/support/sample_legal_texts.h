#pragma once

#include "core/interfaces/legal_texts.h"

namespace tutela::testing {

/// Two invented legal texts that differ in one figure.
class SampleLegalTexts final : public interfaces::LegalTexts {
public:
    std::vector<interfaces::LegalTextRow> list() override
    {
        return {{"first", "First invented text", "Printed nowhere", "", false, true},
            {"second", "Second invented text", "Printed nowhere either", "first", false, false}};
    }

    Result<interfaces::LegalTextView> show(const std::string& id) override
    {
        interfaces::LegalTextView view{.text = id == "first" ? list()[0] : list()[1]};
        view.parameters = {{"review", "P3M", "Art 5(2)", "forward", {"V-COM", true}},
            {"guess", "P1W", "Art 9", "forward", {"inference", false}}};
        view.readings = {{"art9_3.halfway", "Art 9(3)", "rounded-down", {"rounded-down", "rounded-up"}}};
        view.clocks = {{"DL06", "Art 5(2)", "waiting.authority", Length{3, LengthUnit::Months}, {}, {}, false,
                           true, {"V-COM", true}},
            {"DL22", "Art 16(7)", "waiting.authority", Length{1, LengthUnit::Years}, {}, {}, false, false,
                {"inference", false}}};
        if (id == "second")
            view.leftOut = {{"detection", "Articles 7 to 11 are left out"}};
        return view;
    }

    Result<std::vector<interfaces::TextDifference>> compare(
        const std::string& first, const std::string& second) override
    {
        std::vector<interfaces::TextDifference> differences;
        if (first != second)
            differences.push_back({"parameters[review].value", "P3M", {}});
        return differences;
    }
};

} // namespace tutela::testing

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/length.h"
#include "core/base/result.h"

namespace tutela::interfaces {

/// A legal text as the program applies it.
struct LegalTextRow {
    std::string id;
    std::string title;
    std::string source;
    std::string basedOn; ///< the text of which it is a variation, or empty
    bool inForce = false;
    bool applied = false; ///< new cases of this register are opened under it
};

/// How a figure was checked: the tag of the text, "V-COM", "V-sec", "inference", "office", ….
/// Texts: "verification.<tag>".
struct Checked {
    std::string tag;
    bool verified = false; ///< read in the text itself
};

struct ParameterView {
    std::string key;
    std::string value; ///< a length, a day or a choice as it is written
    std::string article;
    std::string mode;
    Checked checked;
};

struct ListedReading {
    std::string key; ///< texts: "reading.<key>", "reading.<key>.<option>"
    std::string law;
    std::string followed;
    std::vector<std::string> options;
};

/// A clock of the text, whether or not the program has its procedure.
struct DefinedClock {
    std::string id;
    std::string law;
    std::string actor; ///< term id
    std::optional<Length> length; ///< fixed
    std::optional<Length> cap;
    std::optional<Length> floor;
    bool setByAuthority = false;
    bool used = true;
    Checked checked;
};

/// A kind of case that the text does not have.
struct LeftOut {
    std::string caseKind;
    std::string law;
};

struct LegalTextView {
    LegalTextRow text;
    std::vector<LeftOut> leftOut;
    std::vector<ParameterView> parameters;
    std::vector<ListedReading> readings;
    std::vector<DefinedClock> clocks;
};

/// A place where two texts differ; a side that lacks it is empty.
struct TextDifference {
    std::string item;
    std::optional<std::string> first;
    std::optional<std::string> second;
};

/// The legal texts that the program knows, and the one that the register applies.
class LegalTexts {
public:
    virtual ~LegalTexts() = default;

    [[nodiscard]] virtual std::vector<LegalTextRow> list() = 0;

    /// Errors: BadInput for a text that is not known.
    [[nodiscard]] virtual Result<LegalTextView> show(const std::string& id) = 0;

    [[nodiscard]] virtual Result<std::vector<TextDifference>> compare(
        const std::string& first, const std::string& second) = 0;
};

} // namespace tutela::interfaces

#pragma once

#include <string>
#include <string_view>

namespace tutela::filings {

/// What is left of a formatted text.
struct PlainText {
    std::string text;
    bool leftOut = false; ///< a picture, script or other thing that is no text stood in it and is not shown
};

/// Turns the HTML of a text field into plain text: tags go, list items and blocks become lines, character
/// references are decoded once. Nothing is ever rendered or fetched; what looks like no tag stays as it is.
[[nodiscard]] PlainText plainTextOfHtml(std::string_view html);

} // namespace tutela::filings

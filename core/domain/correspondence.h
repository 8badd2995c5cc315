#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/day.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// The languages in which the register writes orders and letters. Texts written by people stay as they are.
inline constexpr std::string_view kLetterLanguages[] = {"en", "fr", "de", "nl"};

/// The language in which the register writes to whoever declared this one: that, or English.
[[nodiscard]] constexpr std::string_view languageWrittenTo(std::string_view declared)
{
    for (const std::string_view language : kLetterLanguages) {
        if (language == declared)
            return language;
    }
    return "en";
}

/// With whom a letter was exchanged.
enum class Correspondent { Provider, Court, Dpa, EuCentre, Commission, CoordinatingAuthority, Other };

template <> struct Vocabulary<Correspondent> {
    static constexpr std::array<std::pair<Correspondent, std::string_view>, 7> kTexts{{
        {Correspondent::Provider, "provider"},
        {Correspondent::Court, "court"},
        {Correspondent::Dpa, "dpa"},
        {Correspondent::EuCentre, "eu-centre"},
        {Correspondent::Commission, "commission"},
        {Correspondent::CoordinatingAuthority, "coordinating-authority"},
        {Correspondent::Other, "other"},
    }};
};

/// Whether a letter came in or went out.
enum class LetterDirection { Received, Sent };

template <> struct Vocabulary<LetterDirection> {
    static constexpr std::array<std::pair<LetterDirection, std::string_view>, 2> kTexts{{
        {LetterDirection::Received, "received"},
        {LetterDirection::Sent, "sent"},
    }};
};

/// A letter of the file, as it was received or sent.
struct Letter {
    std::string id; ///< "IN1", "OUT1"
    std::int64_t entry = 0; ///< where its texts and its document are kept
    LetterDirection direction = LetterDirection::Received;
    Correspondent with = Correspondent::Other;
    Day on{}; ///< received or sent
    std::string drafted = {}; ///< of a letter sent: the draft of the register that it was, "E2-provider"
};

/// What a translation is of.
enum class TranslationOf { Order, FiledDocument };

template <> struct Vocabulary<TranslationOf> {
    static constexpr std::array<std::pair<TranslationOf, std::string_view>, 2> kTexts{{
        {TranslationOf::Order, "order"},
        {TranslationOf::FiledDocument, "filed-document"},
    }};
};

/// A certified translation of the order (Art 8(2)) or of a document of the file.
struct Translation {
    std::int64_t entry = 0;
    DocumentId document; ///< the translation
    TranslationOf of = TranslationOf::Order;
    std::optional<DocumentId> original; ///< none: the order
    std::string language; ///< two letters
};

} // namespace tutela

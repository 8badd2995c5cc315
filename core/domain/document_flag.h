#pragma once

#include "core/domain/vocabulary.h"

namespace tutela {

/// What has to be known of a document from outside before anybody opens it.
enum class DocumentFlag { ContainsImages, ContainsFiles, NotChecked };

template <> struct Vocabulary<DocumentFlag> {
    static constexpr std::array<std::pair<DocumentFlag, std::string_view>, 3> kTexts{{
        {DocumentFlag::ContainsImages, "contains-images"},
        {DocumentFlag::ContainsFiles, "contains-files"},
        {DocumentFlag::NotChecked, "not-checked"},
    }};
};

} // namespace tutela

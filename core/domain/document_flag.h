#pragma once

#include "core/domain/vocabulary.h"

namespace tutela {

/// What has to be known of a document before anybody opens it: what was found when it came from outside, or
/// that nobody can open it any more.
enum class DocumentFlag { ContainsImages, ContainsFiles, NotChecked, InQuarantine, Destroyed };

template <> struct Vocabulary<DocumentFlag> {
    static constexpr std::array<std::pair<DocumentFlag, std::string_view>, 5> kTexts{{
        {DocumentFlag::ContainsImages, "contains-images"},
        {DocumentFlag::ContainsFiles, "contains-files"},
        {DocumentFlag::NotChecked, "not-checked"},
        {DocumentFlag::InQuarantine, "in-quarantine"},
        {DocumentFlag::Destroyed, "destroyed"},
    }};
};

} // namespace tutela

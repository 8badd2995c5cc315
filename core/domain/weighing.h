#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/day.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// What a point was made in: the EU Centre's opinion (Art 7(3)(d)), written advice (GDPR Art 36(2)), the
/// provider's comments (Art 7(3)(c)).
enum class PointSource { Opinion, Advice, Comments };

template <> struct Vocabulary<PointSource> {
    static constexpr std::array<std::pair<PointSource, std::string_view>, 3> kTexts{{
        {PointSource::Opinion, "opinion"},
        {PointSource::Advice, "advice"},
        {PointSource::Comments, "comments"},
    }};
};

/// What the authority made of a point (Art 7(4)).
enum class PointView { Followed, FollowedInPart, NotFollowed, NotRelevant };

template <> struct Vocabulary<PointView> {
    static constexpr std::array<std::pair<PointView, std::string_view>, 4> kTexts{{
        {PointView::Followed, "followed"},
        {PointView::FollowedInPart, "followed-in-part"},
        {PointView::NotFollowed, "not-followed"},
        {PointView::NotRelevant, "not-relevant"},
    }};
};

/// What the provider's plan made of a point of the advice (Art 7(3), second subparagraph).
enum class Adjustment { Adjusted, AdjustedInPart, NotAdjusted };

template <> struct Vocabulary<Adjustment> {
    static constexpr std::array<std::pair<Adjustment, std::string_view>, 3> kTexts{{
        {Adjustment::Adjusted, "adjusted"},
        {Adjustment::AdjustedInPart, "adjusted-in-part"},
        {Adjustment::NotAdjusted, "not-adjusted"},
    }};
};

/// Why the data-protection authority is the competent one: its own territory (GDPR Art 55), as lead authority
/// (GDPR Art 56), or that of another Member State.
enum class DpaCompetence { Gdpr55, Gdpr56, Abroad };

template <> struct Vocabulary<DpaCompetence> {
    static constexpr std::array<std::pair<DpaCompetence, std::string_view>, 3> kTexts{{
        {DpaCompetence::Gdpr55, "gdpr-55"},
        {DpaCompetence::Gdpr56, "gdpr-56"},
        {DpaCompetence::Abroad, "abroad"},
    }};
};

/// Whether a ground speaks for or against the order (Art 7(4)(b)).
enum class GroundSide { For, Against };

template <> struct Vocabulary<GroundSide> {
    static constexpr std::array<std::pair<GroundSide, std::string_view>, 2> kTexts{{
        {GroundSide::For, "for"},
        {GroundSide::Against, "against"},
    }};
};

/// What the authority recorded of a point; the last one of a point counts, earlier ones stay.
struct PointTreatment {
    std::int64_t entry = 0;
    std::string point; ///< "O1.2"
    PointView view = PointView::Followed;
    Day on{};
};

/// What the plan says of a point of the advice; the last one of a point counts.
struct PointAdjustment {
    std::int64_t entry = 0;
    std::string point; ///< "C1.3"
    Adjustment adjustment = Adjustment::Adjusted;
    Day on{};
};

/// The EU Centre was reminded of its opinion.
struct OpinionReminder {
    std::int64_t entry = 0;
    std::int64_t draftVersion = 1;
    Day on{};
};

/// One ground for or against the order under a condition of Art 7(4) to (8), with what it rests on.
struct ConditionCell {
    std::string id; ///< "B1"
    std::int64_t entry = 0;
    std::string condition; ///< of the legal text: "likely-use"
    GroundSide side = GroundSide::For;
    std::vector<DocumentId> documents;
    std::vector<std::string> evidence;
    std::vector<std::string> points;
    std::optional<std::string> replacedBy = {}; ///< a later cell

    [[nodiscard]] bool restsOnSomething() const
    {
        return !documents.empty() || !evidence.empty() || !points.empty();
    }
};

} // namespace tutela

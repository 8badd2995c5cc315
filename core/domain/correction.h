#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/day.h"
#include "core/base/message.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// What arrived on a recorded day of receipt.
enum class ReceiptKind {
    Filing,
    ImpactAssessment,
    Plan,
    Answer,
    HearingStatement,
    Comments,
    Opinion,
    DraftAtCentre, ///< the EU Centre's receipt of the draft, Art 7(3)(d)
    ConsultationRequest, ///< the data-protection authority's receipt, Art 36(2) GDPR
    Order, ///< the provider's receipt of the order, Art 7(9)
};

template <> struct Vocabulary<ReceiptKind> {
    static constexpr std::array<std::pair<ReceiptKind, std::string_view>, 10> kTexts{{
        {ReceiptKind::Filing, "filing"},
        {ReceiptKind::ImpactAssessment, "impact-assessment"},
        {ReceiptKind::Plan, "plan"},
        {ReceiptKind::Answer, "answer"},
        {ReceiptKind::HearingStatement, "hearing-statement"},
        {ReceiptKind::Comments, "comments"},
        {ReceiptKind::Opinion, "opinion"},
        {ReceiptKind::DraftAtCentre, "draft-at-centre"},
        {ReceiptKind::ConsultationRequest, "consultation-request"},
        {ReceiptKind::Order, "order"},
    }};
};

/// A day of receipt that an entry recorded, as it counts now.
struct RecordedReceipt {
    std::int64_t entry = 0;
    ReceiptKind kind = ReceiptKind::Filing;
    Day day{};
    std::optional<Instant> at; ///< of an order
    std::string of; ///< id of the request, hearing or consultation, or empty
    Day recordedOn{};
    PersonId recordedBy{""};
};

enum class CorrectionState { Proposed, Confirmed, Rejected };

template <> struct Vocabulary<CorrectionState> {
    static constexpr std::array<std::pair<CorrectionState, std::string_view>, 3> kTexts{{
        {CorrectionState::Proposed, "proposed"},
        {CorrectionState::Confirmed, "confirmed"},
        {CorrectionState::Rejected, "rejected"},
    }};
};

/// A wrong day of receipt and the right one, or a filing in the wrong file and the right file. Only the
/// confirmation by a second person changes what counts; the corrected entry stays as it was written.
struct Correction {
    std::string id; ///< "K1"
    std::int64_t entry = 0; ///< that proposed it
    std::int64_t corrected = 0; ///< entry whose day is wrong
    ReceiptKind kind = ReceiptKind::Filing;
    Day was{};
    Day becomes{};
    std::optional<Instant> becomesAt;
    std::optional<CaseId> movesTo; ///< the file into which the filing is moved; its day stays
    PersonId proposedBy{""};
    CorrectionState state = CorrectionState::Proposed;
    std::optional<std::int64_t> decision; ///< entry that confirmed or rejected it
    std::optional<PersonId> decidedBy;
    std::optional<Day> decidedOn;
};

/// An act done under a date that is corrected. It stays as it is; somebody looks at it.
struct ActUnderOldDate {
    std::int64_t entry = 0;
    std::int64_t streamSeq = 0;
    std::string act;
    Day on{};
    std::vector<Message> refused; ///< why the rules would have refused it under the right date
    std::vector<Message> warned; ///< what they would have warned of
    std::vector<Message> between; ///< old and new end of a clock between which it lies
};

} // namespace tutela

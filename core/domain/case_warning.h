#pragma once

#include <optional>
#include <string>
#include <utility>

#include "core/base/message.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// What the register points out about the dates of a case. Nothing lapses by it: every act stays with a
/// person.
enum class WarningKind {
    Overdue,
    DueSoon,
    StoppedLong,
    Unconfirmed,
    ExtensionWindow,
    ReceiptWindow,
    StartUnlawful,
    EvidenceLeaves,
    EvidenceGone,
    RenewalStart,
    ReportAfterOrder,
    ClarificationAwaited,
    OrderSuspended,
    OrderChallenged,
    CopyReceiptsOpen,
    RenewalGap,
    BasisLapses,
    SeatMoved,
};

template <> struct Vocabulary<WarningKind> {
    static constexpr std::array<std::pair<WarningKind, std::string_view>, 18> kTexts{{
        {WarningKind::Overdue, "overdue"},
        {WarningKind::DueSoon, "due-soon"},
        {WarningKind::StoppedLong, "stopped-long"},
        {WarningKind::Unconfirmed, "unconfirmed"},
        {WarningKind::ExtensionWindow, "extension-window"},
        {WarningKind::ReceiptWindow, "receipt-window"},
        {WarningKind::StartUnlawful, "start-unlawful"},
        {WarningKind::EvidenceLeaves, "evidence-leaves"},
        {WarningKind::EvidenceGone, "evidence-gone"},
        {WarningKind::RenewalStart, "renewal-start"},
        {WarningKind::ReportAfterOrder, "report-after-order"},
        {WarningKind::ClarificationAwaited, "clarification-awaited"},
        {WarningKind::OrderSuspended, "order-suspended"},
        {WarningKind::OrderChallenged, "order-challenged"},
        {WarningKind::CopyReceiptsOpen, "copy-receipts-open"},
        {WarningKind::RenewalGap, "renewal-gap"},
        {WarningKind::BasisLapses, "basis-lapses"},
        {WarningKind::SeatMoved, "seat-moved"},
    }};
};

/// How pressing a warning is: something is late or lost; something will be; something to know.
enum class WarningLevel { Late, Near, Note };

template <> struct Vocabulary<WarningLevel> {
    static constexpr std::array<std::pair<WarningLevel, std::string_view>, 3> kTexts{{
        {WarningLevel::Late, "late"},
        {WarningLevel::Near, "near"},
        {WarningLevel::Note, "note"},
    }};
};

/// A warning of a case on one day.
struct CaseWarning {
    WarningKind kind = WarningKind::Overdue;
    WarningLevel level = WarningLevel::Note;
    Message text;
    std::optional<Day> day; ///< the day that it is about
    std::string clock; ///< "DL07/R2", or empty
    std::string law;

    friend bool operator==(const CaseWarning&, const CaseWarning&) = default;
};

/// What is late comes before what will be, and the earlier day first.
[[nodiscard]] inline bool pressesMore(const CaseWarning& one, const CaseWarning& other)
{
    return std::pair(one.level, one.day) < std::pair(other.level, other.day);
}

} // namespace tutela

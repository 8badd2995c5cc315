#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/day.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// Which entry of the register log something came from; its texts are kept under this number.
using EntrySeq = std::int64_t;

/// What a draft, a request or an order covers and for how long. Ids of parts are fixed by the authority in
/// the draft; no part named means the whole service.
struct OrderScope {
    std::vector<std::string> parts;
    Day start{};
    Day end{};

    friend bool operator==(const OrderScope&, const OrderScope&) = default;
};

/// Whether `inner` asks for no more than `outer`: no part, no day beyond it.
[[nodiscard]] bool isWithin(const OrderScope& inner, const OrderScope& outer);

/// Whether two scopes of one service meet: some part and some day of both.
[[nodiscard]] bool overlap(const OrderScope& one, const OrderScope& other);

/// How a version of an order came about: Art 7(1), its correction, Art 9(4), Art 9(1).
enum class OrderChange { Issued, Rectified, Modified, AnnulledInPart, EndMoved };

template <> struct Vocabulary<OrderChange> {
    static constexpr std::array<std::pair<OrderChange, std::string_view>, 5> kTexts{{
        {OrderChange::Issued, "issued"},
        {OrderChange::Rectified, "rectified"},
        {OrderChange::Modified, "modified"},
        {OrderChange::AnnulledInPart, "annulled-in-part"},
        {OrderChange::EndMoved, "end-moved"},
    }};
};

/// One version of an order; the last one is in force.
struct OrderVersion {
    std::int64_t number = 1;
    EntrySeq entry = 0;
    OrderChange change = OrderChange::Issued;
    Day madeOn{};
    OrderScope scope;
    std::optional<Day> receivedOn = {}; ///< by the provider; of the first version the order itself has it
};

/// How an order ended before its last day.
enum class OrderEnding { Revoked, Annulled };

template <> struct Vocabulary<OrderEnding> {
    static constexpr std::array<std::pair<OrderEnding, std::string_view>, 2> kTexts{{
        {OrderEnding::Revoked, "revoked"},
        {OrderEnding::Annulled, "annulled"},
    }};
};

struct OrderEnd {
    EntrySeq entry = 0;
    OrderEnding how = OrderEnding::Revoked;
    Day madeOn{};
    Day from{}; ///< the first day on which it does not apply any more
};

/// Art 9(1): who may challenge an order.
enum class Challenger { Provider, AffectedUser };

template <> struct Vocabulary<Challenger> {
    static constexpr std::array<std::pair<Challenger, std::string_view>, 2> kTexts{{
        {Challenger::Provider, "provider"},
        {Challenger::AffectedUser, "affected-user"},
    }};
};

enum class ChallengeOutcome { Dismissed, Annulled, AnnulledInPart, Remitted, Withdrawn };

template <> struct Vocabulary<ChallengeOutcome> {
    static constexpr std::array<std::pair<ChallengeOutcome, std::string_view>, 5> kTexts{{
        {ChallengeOutcome::Dismissed, "dismissed"},
        {ChallengeOutcome::Annulled, "annulled"},
        {ChallengeOutcome::AnnulledInPart, "annulled-in-part"},
        {ChallengeOutcome::Remitted, "remitted"},
        {ChallengeOutcome::Withdrawn, "withdrawn"},
    }};
};

struct Challenge {
    std::string id; ///< "A1"
    EntrySeq entry = 0;
    Challenger challenger = Challenger::Provider;
    Day lodgedOn{};
    std::optional<ChallengeOutcome> outcome = {};
    std::optional<Day> outcomeOn = {};
    std::optional<EntrySeq> decision = {};
};

/// Interim measure of the court before which the order is challenged. It moves no day of the order.
struct Suspension {
    std::string id; ///< "S1"
    EntrySeq entry = 0;
    std::string challenge;
    std::vector<std::string> parts; ///< none named: the whole order
    Day from{};
    std::optional<Day> until = {}; ///< last day
    std::optional<Day> liftedOn = {}; ///< the first day on which the order applies again
    std::optional<EntrySeq> lift = {};

    [[nodiscard]] bool holdsOn(Day day) const
    {
        return from <= day && !(until && *until < day) && !(liftedOn && *liftedOn <= day);
    }
};

/// Art 8(2): what became of one attempt to deliver the order.
enum class DeliveryOutcome { Delivered, Refused, NoAnswer, SubstituteService };

template <> struct Vocabulary<DeliveryOutcome> {
    static constexpr std::array<std::pair<DeliveryOutcome, std::string_view>, 4> kTexts{{
        {DeliveryOutcome::Delivered, "delivered"},
        {DeliveryOutcome::Refused, "refused"},
        {DeliveryOutcome::NoAnswer, "no-answer"},
        {DeliveryOutcome::SubstituteService, "substitute-service"},
    }};
};

struct DeliveryAttempt {
    std::string id; ///< "T1"
    EntrySeq entry = 0;
    std::int64_t version = 1; ///< of the order
    Day sentOn{};
    DeliveryOutcome outcome = DeliveryOutcome::Delivered;
    std::optional<Day> receivedOn = {}; ///< the day that counts as receipt; none: the attempt does not count
};

/// Art 8(3), Annex II section 3: why the provider says that it cannot execute the order.
enum class NonExecutionGround { ManifestErrors, InsufficientInformation, Both };

template <> struct Vocabulary<NonExecutionGround> {
    static constexpr std::array<std::pair<NonExecutionGround, std::string_view>, 3> kTexts{{
        {NonExecutionGround::ManifestErrors, "manifest-errors"},
        {NonExecutionGround::InsufficientInformation, "insufficient-information"},
        {NonExecutionGround::Both, "both"},
    }};
};

struct NonExecutionNotice {
    std::string id; ///< "N1"
    EntrySeq entry = 0;
    Day receivedOn{};
    NonExecutionGround ground = NonExecutionGround::ManifestErrors;
    std::optional<Day> answeredOn = {};
    std::optional<EntrySeq> answer = {};
};

/// Art 9(2): the copy of the final order for one other Coordinating Authority.
struct OrderCopy {
    std::string authority; ///< Member State: "DE"
    EntrySeq entry = 0;
    Day sentOn{};
    std::optional<Day> receivedOn = {};
    std::optional<EntrySeq> receipt = {};
};

} // namespace tutela

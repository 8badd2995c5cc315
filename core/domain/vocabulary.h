#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace tutela {

/// The text of an enumerator in the register log, in JSON and in message ids, for every enumeration of this
/// file.
template <class Enum> struct Vocabulary;

template <class Enum> [[nodiscard]] constexpr std::string_view toText(Enum value)
{
    for (const auto& [item, text] : Vocabulary<Enum>::kTexts) {
        if (item == value)
            return text;
    }
    return {};
}

template <class Enum> [[nodiscard]] constexpr std::optional<Enum> fromText(std::string_view text)
{
    for (const auto& [item, itemText] : Vocabulary<Enum>::kTexts) {
        if (itemText == text)
            return item;
    }
    return std::nullopt;
}

enum class Institution { Authority, Court, Dpa, EuCentre };

template <> struct Vocabulary<Institution> {
    static constexpr std::array<std::pair<Institution, std::string_view>, 4> kTexts{{
        {Institution::Authority, "authority"},
        {Institution::Court, "court"},
        {Institution::Dpa, "dpa"},
        {Institution::EuCentre, "eu-centre"},
    }};
};

enum class Role {
    Coordinator,
    Head,
    Registrar,
    Judge,
    CourtClerk,
    DpaOfficer,
    EuCentreLiaison,
    Auditor,
    Administrator
};

template <> struct Vocabulary<Role> {
    static constexpr std::array<std::pair<Role, std::string_view>, 9> kTexts{{
        {Role::Coordinator, "coordinator"},
        {Role::Head, "head"},
        {Role::Registrar, "registrar"},
        {Role::Judge, "judge"},
        {Role::CourtClerk, "court-clerk"},
        {Role::DpaOfficer, "dpa-officer"},
        {Role::EuCentreLiaison, "eu-centre-liaison"},
        {Role::Auditor, "auditor"},
        {Role::Administrator, "administrator"},
    }};
};

/// The institution that a role belongs to.
[[nodiscard]] constexpr Institution institutionOf(Role role)
{
    switch (role) {
    case Role::Judge:
    case Role::CourtClerk:
        return Institution::Court;
    case Role::DpaOfficer:
        return Institution::Dpa;
    case Role::EuCentreLiaison:
        return Institution::EuCentre;
    case Role::Coordinator:
    case Role::Head:
    case Role::Registrar:
    case Role::Auditor:
    case Role::Administrator:
        return Institution::Authority;
    }
    return Institution::Authority;
}

/// Assessment: Articles 3 to 5. Detection: Articles 7 to 9.
enum class CaseKind { Assessment, Detection };

template <> struct Vocabulary<CaseKind> {
    static constexpr std::array<std::pair<CaseKind, std::string_view>, 2> kTexts{{
        {CaseKind::Assessment, "assessment"},
        {CaseKind::Detection, "detection"},
    }};
};

/// Stages of a case, in the order in which a case passes them.
enum class Step {
    Received,
    UnderReview,
    DeterminationMade,
    Investigation,
    OutForComments,
    DraftReSent,
    AwaitingPlan,
    ForApproval,
    BeforeTheCourt,
    Returned,
    OrderIssued,
    OrderIssuedInPart,
    Refused,
    NotPursued,
    Withdrawn,
    Closed,
};

template <> struct Vocabulary<Step> {
    static constexpr std::array<std::pair<Step, std::string_view>, 16> kTexts{{
        {Step::Received, "received"},
        {Step::UnderReview, "under-review"},
        {Step::DeterminationMade, "determination-made"},
        {Step::Investigation, "investigation"},
        {Step::OutForComments, "out-for-comments"},
        {Step::DraftReSent, "draft-re-sent"},
        {Step::AwaitingPlan, "awaiting-plan"},
        {Step::ForApproval, "for-approval"},
        {Step::BeforeTheCourt, "before-the-court"},
        {Step::Returned, "returned"},
        {Step::OrderIssued, "order-issued"},
        {Step::OrderIssuedInPart, "order-issued-in-part"},
        {Step::Refused, "refused"},
        {Step::NotPursued, "not-pursued"},
        {Step::Withdrawn, "withdrawn"},
        {Step::Closed, "closed"},
    }};
};

/// What a filing of a provider is for, whatever its form: Art 5(1), Art 7(3) second subparagraph, GDPR
/// Art 35.
enum class FilingKind { RiskReport, ImplementationPlan, ImpactAssessment };

template <> struct Vocabulary<FilingKind> {
    static constexpr std::array<std::pair<FilingKind, std::string_view>, 3> kTexts{{
        {FilingKind::RiskReport, "risk-report"},
        {FilingKind::ImplementationPlan, "implementation-plan"},
        {FilingKind::ImpactAssessment, "impact-assessment"},
    }};
};

/// Art 2(f): the kinds of service that matter for Articles 3 to 11.
enum class ServiceKind { Hosting, InterpersonalCommunications };

template <> struct Vocabulary<ServiceKind> {
    static constexpr std::array<std::pair<ServiceKind, std::string_view>, 2> kTexts{{
        {ServiceKind::Hosting, "hosting"},
        {ServiceKind::InterpersonalCommunications, "interpersonal-communications"},
    }};
};

/// What the authority recorded of a service where the legal text has classes (Art 5(2)); no text has weights
/// or thresholds for them.
enum class RiskClass { High, Medium, Low };

template <> struct Vocabulary<RiskClass> {
    static constexpr std::array<std::pair<RiskClass, std::string_view>, 3> kTexts{{
        {RiskClass::High, "high"},
        {RiskClass::Medium, "medium"},
        {RiskClass::Low, "low"},
    }};
};

/// What a risk report says of its mitigation measures (Art 4(2)(d), 5(1)(b)).
enum class MeasuresStated { NotRead, None, Planned, InPlace };

template <> struct Vocabulary<MeasuresStated> {
    static constexpr std::array<std::pair<MeasuresStated, std::string_view>, 4> kTexts{{
        {MeasuresStated::NotRead, "not-read"},
        {MeasuresStated::None, "none"},
        {MeasuresStated::Planned, "planned"},
        {MeasuresStated::InPlace, "in-place"},
    }};
};

/// Art 7(5), (6), (7).
enum class DetectionKind { Known, New, Solicitation };

template <> struct Vocabulary<DetectionKind> {
    static constexpr std::array<std::pair<DetectionKind, std::string_view>, 3> kTexts{{
        {DetectionKind::Known, "known"},
        {DetectionKind::New, "new"},
        {DetectionKind::Solicitation, "solicitation"},
    }};
};

/// Whether Articles 3 and 4 were complied with (Art 5(2)).
enum class Compliance { Complied, NotComplied };

template <> struct Vocabulary<Compliance> {
    static constexpr std::array<std::pair<Compliance, std::string_view>, 2> kTexts{{
        {Compliance::Complied, "complied"},
        {Compliance::NotComplied, "not-complied"},
    }};
};

/// Whom the authority asks under Art 7(2).
enum class AskedBody { Provider, EuCentre, DataProtectionAuthority, PublicAuthority, Expert };

template <> struct Vocabulary<AskedBody> {
    static constexpr std::array<std::pair<AskedBody, std::string_view>, 5> kTexts{{
        {AskedBody::Provider, "provider"},
        {AskedBody::EuCentre, "eu-centre"},
        {AskedBody::DataProtectionAuthority, "data-protection-authority"},
        {AskedBody::PublicAuthority, "public-authority"},
        {AskedBody::Expert, "expert"},
    }};
};

/// Information, or an opinion that no law sets a time for.
enum class Sought { Information, Opinion };

template <> struct Vocabulary<Sought> {
    static constexpr std::array<std::pair<Sought, std::string_view>, 2> kTexts{{
        {Sought::Information, "information"},
        {Sought::Opinion, "opinion"},
    }};
};

/// How far an answer answers the request (Art 5(3)): only a complete answer ends the suspension.
enum class AnswerExtent { Partial, Complete };

template <> struct Vocabulary<AnswerExtent> {
    static constexpr std::array<std::pair<AnswerExtent, std::string_view>, 2> kTexts{{
        {AnswerExtent::Partial, "partial"},
        {AnswerExtent::Complete, "complete"},
    }};
};

/// What the authority decided when it was asked for a longer period.
enum class ExtensionDecision { Granted, Refused };

template <> struct Vocabulary<ExtensionDecision> {
    static constexpr std::array<std::pair<ExtensionDecision, std::string_view>, 2> kTexts{{
        {ExtensionDecision::Granted, "granted"},
        {ExtensionDecision::Refused, "refused"},
    }};
};

/// What was done with something that came late.
enum class Consideration { Undecided, Considered, NotConsidered };

template <> struct Vocabulary<Consideration> {
    static constexpr std::array<std::pair<Consideration, std::string_view>, 3> kTexts{{
        {Consideration::Undecided, "undecided"},
        {Consideration::Considered, "considered"},
        {Consideration::NotConsidered, "not-considered"},
    }};
};

/// Art 9(4): what came out of the reassessment of an order.
enum class ReassessmentOutcome { GroundsHold, ModificationNeeded, RevocationNeeded };

template <> struct Vocabulary<ReassessmentOutcome> {
    static constexpr std::array<std::pair<ReassessmentOutcome, std::string_view>, 3> kTexts{{
        {ReassessmentOutcome::GroundsHold, "grounds-hold"},
        {ReassessmentOutcome::ModificationNeeded, "modification-needed"},
        {ReassessmentOutcome::RevocationNeeded, "revocation-needed"},
    }};
};

/// Outcomes of the provider's prior consultation under Art 36 GDPR.
enum class ConsultationOutcome { Advice, NoObjection, EndedWithoutAdvice, Withdrawn, OtherPowersUsed };

template <> struct Vocabulary<ConsultationOutcome> {
    static constexpr std::array<std::pair<ConsultationOutcome, std::string_view>, 5> kTexts{{
        {ConsultationOutcome::Advice, "advice"},
        {ConsultationOutcome::NoObjection, "no-objection"},
        {ConsultationOutcome::EndedWithoutAdvice, "ended-without-advice"},
        {ConsultationOutcome::Withdrawn, "withdrawn"},
        {ConsultationOutcome::OtherPowersUsed, "other-powers-used"},
    }};
};

/// Whether the advice that the provider attached is the one that the data-protection authority lodged: the
/// same bytes.
enum class AdviceMatch { NoDocument, OnlyDpa, OnlyProvider, Matched, Different };

template <> struct Vocabulary<AdviceMatch> {
    static constexpr std::array<std::pair<AdviceMatch, std::string_view>, 5> kTexts{{
        {AdviceMatch::NoDocument, "no-document"},
        {AdviceMatch::OnlyDpa, "only-dpa"},
        {AdviceMatch::OnlyProvider, "only-provider"},
        {AdviceMatch::Matched, "matched"},
        {AdviceMatch::Different, "different"},
    }};
};

/// Art 30(2): who has a right to see the file.
enum class Party { Provider, OtherParty };

template <> struct Vocabulary<Party> {
    static constexpr std::array<std::pair<Party, std::string_view>, 2> kTexts{{
        {Party::Provider, "provider"},
        {Party::OtherParty, "other-party"},
    }};
};

/// What a party has of a document; its own documents it has anyway.
enum class DisclosureState { NotDecided, OwnDocument, Disclosed, NonConfidentialVersion, Withheld };

template <> struct Vocabulary<DisclosureState> {
    static constexpr std::array<std::pair<DisclosureState, std::string_view>, 5> kTexts{{
        {DisclosureState::NotDecided, "not-decided"},
        {DisclosureState::OwnDocument, "own-document"},
        {DisclosureState::Disclosed, "disclosed"},
        {DisclosureState::NonConfidentialVersion, "non-confidential-version"},
        {DisclosureState::Withheld, "withheld"},
    }};
};

/// Art 8(2): to whom an order is addressed.
enum class Addressee { MainEstablishment, LegalRepresentative };

template <> struct Vocabulary<Addressee> {
    static constexpr std::array<std::pair<Addressee, std::string_view>, 2> kTexts{{
        {Addressee::MainEstablishment, "main-establishment"},
        {Addressee::LegalRepresentative, "legal-representative"},
    }};
};

/// The EU Centre's view of the draft request (Art 7(3)(d)).
enum class OpinionOutcome { Favourable, FavourableInPart, Unfavourable };

template <> struct Vocabulary<OpinionOutcome> {
    static constexpr std::array<std::pair<OpinionOutcome, std::string_view>, 3> kTexts{{
        {OpinionOutcome::Favourable, "favourable"},
        {OpinionOutcome::FavourableInPart, "favourable-in-part"},
        {OpinionOutcome::Unfavourable, "unfavourable"},
    }};
};

enum class CourtDecision { Issued, IssuedInPart, Refused };

template <> struct Vocabulary<CourtDecision> {
    static constexpr std::array<std::pair<CourtDecision, std::string_view>, 3> kTexts{{
        {CourtDecision::Issued, "issued"},
        {CourtDecision::IssuedInPart, "issued-in-part"},
        {CourtDecision::Refused, "refused"},
    }};
};

/// Where an order stands on a given day; computed, never stored.
enum class OrderStatus {
    IssuedReceiptAwaited,
    ReceivedNotYetApplicable,
    Applies,
    Modified, ///< applies in a version that differs from the one issued
    Suspended,
    Revoked,
    Annulled,
    Expired
};

template <> struct Vocabulary<OrderStatus> {
    static constexpr std::array<std::pair<OrderStatus, std::string_view>, 8> kTexts{{
        {OrderStatus::IssuedReceiptAwaited, "issued-receipt-awaited"},
        {OrderStatus::ReceivedNotYetApplicable, "received-not-yet-applicable"},
        {OrderStatus::Applies, "applies"},
        {OrderStatus::Modified, "modified"},
        {OrderStatus::Suspended, "suspended"},
        {OrderStatus::Revoked, "revoked"},
        {OrderStatus::Annulled, "annulled"},
        {OrderStatus::Expired, "expired"},
    }};
};

/// The state of a statutory clock on a day; computed, never stored.
enum class ClockState {
    NotStarted,
    Running,
    Stopped,
    Met,
    MetLate,
    Overdue,
    EndedWithoutAnswer,
    Unconfirmed
};

template <> struct Vocabulary<ClockState> {
    static constexpr std::array<std::pair<ClockState, std::string_view>, 8> kTexts{{
        {ClockState::NotStarted, "not-started"},
        {ClockState::Running, "running"},
        {ClockState::Stopped, "stopped"},
        {ClockState::Met, "met"},
        {ClockState::MetLate, "met-late"},
        {ClockState::Overdue, "overdue"},
        {ClockState::EndedWithoutAnswer, "ended-without-answer"},
        {ClockState::Unconfirmed, "unconfirmed"},
    }};
};

/// Whose turn it is in a case.
enum class WaitingFor { Authority, Head, Provider, Court, Dpa, EuCentre, Nobody };

template <> struct Vocabulary<WaitingFor> {
    static constexpr std::array<std::pair<WaitingFor, std::string_view>, 7> kTexts{{
        {WaitingFor::Authority, "authority"},
        {WaitingFor::Head, "head"},
        {WaitingFor::Provider, "provider"},
        {WaitingFor::Court, "court"},
        {WaitingFor::Dpa, "dpa"},
        {WaitingFor::EuCentre, "eu-centre"},
        {WaitingFor::Nobody, "nobody"},
    }};
};

} // namespace tutela

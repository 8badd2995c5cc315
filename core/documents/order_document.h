#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/documents/document_template.h"

namespace tutela::documents {

/// What an order lets the provider look for. Art 8(1)(e), Annex I section 4.
enum class DetectionKind { KnownMaterial, NewMaterial, Solicitation };

/// The databases of indicators kept by the EU Centre. Art 44(1)(a), (b), (c).
enum class IndicatorDatabase { KnownMaterial, NewMaterial, Solicitation };

/// To whom the order is addressed. Art 8(2).
enum class Addressee { MainEstablishment, LegalRepresentative };

/// What this document is beside the signed order. Art 8(1)(i).
enum class SignatureState {
    UnsignedCopy, ///< reproduces an order that was signed outside the register
    Electronic, ///< carries the electronic signature of the issuing authority
};

/// What changed the order since it was issued, and the day of it (Art 9(1), 9(4)).
enum class OrderAmendment { Rectified, Modified, AnnulledInPart, EndMoved, Revoked, Annulled };

struct AmendmentNote {
    OrderAmendment what = OrderAmendment::Rectified;
    Day on = {}; ///< of the decision; of a revocation or annulment the first day without the order
};

/// One way of redress. Art 8(1)(j), 9(1), Annex I section 7.
struct Redress {
    std::string who; ///< the provider, affected users
    std::string court;
    std::string timeLimit; ///< "one month from receipt of the order"
    std::string law; ///< the national provision

    friend bool operator==(const Redress&, const Redress&) = default;
};

/// All that a detection order must say (Art 8(1)(a)–(j)) in the order of Annex I. Texts are foreign text in
/// the language in which it was written; an empty one is shown as not stated, an address or a contact that is
/// not known as a line to be filled in.
struct OrderDocumentFacts {
    std::string textLanguage = {}; ///< of the issuing authority's texts, "de"; empty: not recorded

    // Section 1
    std::string requestingAuthority = {};
    std::string requestReference = {};
    std::optional<Day> requestedOn = {};
    std::string issuingAuthority = {}; ///< Art 8(1)(b)
    std::string issuingAuthorityAddress = {};
    std::vector<std::string> bench = {}; ///< the members who decided
    std::string reference = {}; ///< of the order

    // Section 2
    std::string provider = {}; ///< Art 8(1)(c)
    std::string providerSeat = {};
    std::string legalRepresentative = {}; ///< empty: none, the provider is established in the Union
    Addressee addressee = Addressee::MainEstablishment;
    std::string contactPoint = {};
    std::string contactPointDetails = {};

    // Section 3
    std::string service = {}; ///< Art 8(1)(d)
    std::string part = {}; ///< the part or component; empty: the whole service
    std::string targeting = {}; ///< Art 7(8)

    // Section 4
    std::set<DetectionKind> kinds = {}; ///< Art 8(1)(e)
    std::set<IndicatorDatabase> databases = {};
    std::string centreContact = {};
    std::vector<std::string> measures = {}; ///< Art 8(1)(a)
    std::vector<std::string> safeguards = {}; ///< beyond Art 10(4)–(6): Art 7(8)

    std::vector<AmendmentNote> amendments = {}; ///< in their order; the text is the one in force

    // Section 5
    std::vector<Passage> reasons = {}; ///< Art 8(1)(g), the issuing authority's own
    Day start = {}; ///< Art 8(1)(f), first day
    Day end = {}; ///< last day
    std::vector<Day> reportsDue = {}; ///< Art 9(3); empty: no report required
    std::string reportContent = {};

    // Section 6
    std::string clarificationContact = {}; ///< at the requesting authority, Art 8(3)

    // Section 7
    std::vector<Redress> redress = {}; ///< Art 8(1)(j)
    std::string redressRemark = {};
    std::string penalties = {}; ///< national penalties, Art 35; empty: the general sentence alone

    // Section 8, Art 8(1)(i)
    Day issuedOn = {};
    Instant timeStamp = {};
    std::string signatory = {};
    SignatureState signature = SignatureState::UnsignedCopy;
    std::string signatureValue = {}; ///< hexadecimal, when electronic

    std::string fingerprint = {};
    std::string legalBasis = {}; ///< the regulation in force, Art 8(1)(h); empty: none recorded
};

/// The order as a document in the language of the template ("detection-order").
[[nodiscard]] Document orderDocument(const OrderDocumentFacts& facts, const DocumentTemplate& form);

} // namespace tutela::documents

#include "core/documents/order_document.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tutela::documents {

namespace {

std::string flagOf(DetectionKind kind)
{
    switch (kind) {
    case DetectionKind::KnownMaterial:
        return "known";
    case DetectionKind::NewMaterial:
        return "new";
    case DetectionKind::Solicitation:
        return "solicitation";
    }
    return {};
}

std::string flagOf(IndicatorDatabase database)
{
    switch (database) {
    case IndicatorDatabase::KnownMaterial:
        return "database-known";
    case IndicatorDatabase::NewMaterial:
        return "database-new";
    case IndicatorDatabase::Solicitation:
        return "database-solicitation";
    }
    return {};
}

std::string flagOf(OrderAmendment what)
{
    switch (what) {
    case OrderAmendment::Rectified:
        return "rectified";
    case OrderAmendment::Modified:
        return "modified";
    case OrderAmendment::AnnulledInPart:
        return "annulled-in-part";
    case OrderAmendment::EndMoved:
        return "end-moved";
    case OrderAmendment::Revoked:
        return "revoked";
    case OrderAmendment::Annulled:
        return "annulled";
    }
    return {};
}

/// "As modified on …": the days of each kind of change.
void setAmendments(const OrderDocumentFacts& facts, const DocumentTemplate& form, TemplateValues& values)
{
    constexpr OrderAmendment kAll[] = {OrderAmendment::Rectified, OrderAmendment::Modified,
        OrderAmendment::AnnulledInPart, OrderAmendment::EndMoved, OrderAmendment::Revoked,
        OrderAmendment::Annulled};
    for (const OrderAmendment what : kAll) {
        std::string days;
        for (const AmendmentNote& note : facts.amendments) {
            if (note.what == what)
                days += (days.empty() ? "" : ", ") + form.dayText(note.on);
        }
        if (!days.empty())
            values.flags.insert(flagOf(what));
        values.texts[flagOf(what) + "On"] = std::move(days);
    }
}

void setParties(const OrderDocumentFacts& facts, TemplateValues& values)
{
    auto& texts = values.texts;
    texts["requestingAuthority"] = facts.requestingAuthority;
    texts["requestReference"] = facts.requestReference;
    if (facts.requestedOn)
        texts["requestedOn"] = *facts.requestedOn;
    else
        texts["requestedOn"] = std::string();
    texts["issuingAuthority"] = facts.issuingAuthority;
    texts["issuingAuthorityAddress"] = facts.issuingAuthorityAddress;
    texts["bench"] = fmt::format("{}", fmt::join(facts.bench, "\n"));
    texts["reference"] = facts.reference;
    texts["provider"] = facts.provider;
    texts["providerSeat"] = facts.providerSeat;
    texts["legalRepresentative"] = facts.legalRepresentative;
    texts["contactPoint"] = facts.contactPoint;
    texts["contactPointDetails"] = facts.contactPointDetails;
    texts["clarificationContact"] = facts.clarificationContact;
    if (facts.addressee == Addressee::LegalRepresentative)
        values.flags.insert("to-representative");
    if (!facts.legalRepresentative.empty())
        values.flags.insert("representative");
    if (!facts.contactPointDetails.empty())
        values.flags.insert("contact-details");
    if (!facts.issuingAuthorityAddress.empty())
        values.flags.insert("court-address");
}

void setMeasures(const OrderDocumentFacts& facts, TemplateValues& values)
{
    values.texts["service"] = facts.service;
    values.texts["part"] = facts.part;
    values.texts["targeting"] = facts.targeting;
    values.texts["centreContact"] = facts.centreContact;
    values.lists["measures"] = facts.measures;
    values.lists["safeguards"] = facts.safeguards;
    if (!facts.part.empty())
        values.flags.insert("part");
    if (!facts.centreContact.empty())
        values.flags.insert("centre-contact");
    for (const DetectionKind kind : facts.kinds)
        values.flags.insert(flagOf(kind));
    for (const IndicatorDatabase database : facts.databases)
        values.flags.insert(flagOf(database));
}

void setPeriod(const OrderDocumentFacts& facts, const DocumentTemplate& form, TemplateValues& values)
{
    values.texts["start"] = facts.start;
    values.texts["end"] = facts.end;
    values.texts["reportContent"] = facts.reportContent;
    std::vector<std::string> days;
    for (const Day day : facts.reportsDue)
        days.push_back(form.dayText(day));
    values.texts["reportsDue"] = fmt::format("{}", fmt::join(days, "\n"));
    values.passages["reasons"] = facts.reasons;
    if (!days.empty())
        values.flags.insert("reports");
    if (!facts.reportContent.empty())
        values.flags.insert("report-content");
}

/// Says in which language the court's texts stand, unless it is that of the document.
void setLanguage(const OrderDocumentFacts& facts, const DocumentTemplate& form, TemplateValues& values)
{
    values.texts["textLanguage"] = form.languageText(facts.textLanguage);
    if (facts.textLanguage.empty())
        values.flags.insert("language-unknown");
    else if (facts.textLanguage != form.language())
        values.flags.insert("other-language");
}

void setRedressAndSignature(const OrderDocumentFacts& facts, TemplateValues& values)
{
    for (const Redress& redress : facts.redress)
        values.tables["redress"].push_back({redress.who, redress.court, redress.timeLimit, redress.law});
    values.tables.try_emplace("redress");
    values.texts["redressRemark"] = facts.redressRemark;
    values.texts["penalties"] = facts.penalties;
    values.texts["issuedOn"] = facts.issuedOn;
    values.texts["timeStamp"] = facts.timeStamp;
    values.texts["signatory"] = facts.signatory;
    values.texts["signatureValue"] = facts.signatureValue;
    values.texts["fingerprint"] = facts.fingerprint;
    values.texts["legalBasis"] = facts.legalBasis;
    const auto flagWhen = [&](bool holds, const char* flag) {
        if (holds)
            values.flags.insert(flag);
    };
    flagWhen(!facts.redressRemark.empty(), "redress-remark");
    flagWhen(!facts.penalties.empty(), "penalties");
    flagWhen(!facts.legalBasis.empty(), "in-force");
    switch (facts.signature) {
    case SignatureState::UnsignedCopy:
        values.flags.insert("unsigned");
        break;
    case SignatureState::Electronic:
        values.flags.insert("electronic");
        break;
    }
}

} // namespace

Document orderDocument(const OrderDocumentFacts& facts, const DocumentTemplate& form)
{
    TemplateValues values;
    values.reference = facts.reference;
    values.fingerprint = facts.fingerprint;
    values.created = facts.timeStamp;
    setLanguage(facts, form, values);
    setParties(facts, values);
    setMeasures(facts, values);
    setPeriod(facts, form, values);
    setAmendments(facts, form, values);
    setRedressAndSignature(facts, values);
    return form.fill(values);
}

} // namespace tutela::documents

#include "core/domain/case_file.h"

#include <algorithm>

namespace tutela {

bool isWithin(const OrderScope& inner, const OrderScope& outer)
{
    if (inner.start < outer.start || inner.end > outer.end)
        return false;
    if (outer.parts.empty())
        return true;
    return !inner.parts.empty() && std::ranges::all_of(inner.parts, [&](const std::string& part) {
        return std::ranges::find(outer.parts, part) != outer.parts.end();
    });
}

bool overlap(const OrderScope& one, const OrderScope& other)
{
    if (one.end < other.start || other.end < one.start)
        return false;
    if (one.parts.empty() || other.parts.empty())
        return true;
    return std::ranges::any_of(one.parts,
        [&](const std::string& part) { return std::ranges::find(other.parts, part) != other.parts.end(); });
}

const ReceivedFiling* firstCounted(const CaseFile& file)
{
    const auto found =
        std::ranges::find_if(file.filings, [](const ReceivedFiling& filing) { return !filing.movedTo; });
    return found == file.filings.end() ? nullptr : &*found;
}

const Determination* lastDetermination(const CaseFile& file, const ServiceId& service)
{
    const auto last = std::find_if(file.determinations.rbegin(), file.determinations.rend(),
        [&](const Determination& made) { return made.service == service; });
    return last == file.determinations.rend() ? nullptr : &*last;
}

bool answeredAnew(const CaseFile& file, const ServiceId& service)
{
    const Determination* last = lastDetermination(file, service);
    if (last == nullptr || last->outcome != Compliance::NotComplied)
        return false;
    return std::ranges::any_of(file.filings, [&](const ReceivedFiling& filing) {
        return filing.kind == FilingKind::RiskReport && filing.entry > last->entry && !filing.movedTo;
    });
}

std::vector<SubjectVerdict> verdictsOn(const CaseFile& file, const ServiceId& service)
{
    std::vector<SubjectVerdict> last;
    for (const SubjectVerdict& made : file.verdicts) {
        if (made.service != service)
            continue;
        std::erase_if(last, [&](const SubjectVerdict& earlier) {
            return earlier.subject == made.subject && earlier.measure == made.measure;
        });
        last.push_back(made);
    }
    std::ranges::sort(
        last, {}, [](const SubjectVerdict& made) { return std::pair(made.subject, made.measure); });
    return last;
}

const QuarantinedDocument* quarantineOf(const CaseFile& file, const DocumentId& document)
{
    const auto found = std::ranges::find(file.quarantined, document, &QuarantinedDocument::document);
    return found == file.quarantined.end() ? nullptr : &*found;
}

Day lastDayInForce(const DetectionOrder& order)
{
    return order.ended ? std::min(order.scope.end, order.ended->from - std::chrono::days{1})
                       : order.scope.end;
}

OrderChange lastChange(const DetectionOrder& order)
{
    return order.versions.empty() ? OrderChange::Issued : order.versions.back().change;
}

bool isChallenged(const DetectionOrder& order)
{
    return std::ranges::any_of(
        order.challenges, [](const Challenge& challenge) { return !challenge.outcome; });
}

bool isSuspended(const DetectionOrder& order, Day day)
{
    return std::ranges::any_of(
        order.suspensions, [&](const Suspension& one) { return one.parts.empty() && one.holdsOn(day); });
}

std::vector<std::string> suspendedParts(const DetectionOrder& order, Day day)
{
    std::vector<std::string> parts;
    for (const Suspension& one : order.suspensions) {
        if (one.holdsOn(day))
            parts.insert(parts.end(), one.parts.begin(), one.parts.end());
    }
    std::ranges::sort(parts);
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

OrderStatus orderStatus(const DetectionOrder& order, Day today)
{
    if (order.ended && order.ended->from <= today)
        return order.ended->how == OrderEnding::Revoked ? OrderStatus::Revoked : OrderStatus::Annulled;
    if (today > order.scope.end)
        return OrderStatus::Expired;
    if (isSuspended(order, today))
        return OrderStatus::Suspended;
    if (!order.receivedOn)
        return OrderStatus::IssuedReceiptAwaited;
    if (today < order.scope.start)
        return OrderStatus::ReceivedNotYetApplicable;
    const OrderChange change = lastChange(order);
    return change == OrderChange::Modified || change == OrderChange::AnnulledInPart ? OrderStatus::Modified
                                                                                    : OrderStatus::Applies;
}

const Disclosure* disclosureOf(const CaseFile& file, const DocumentId& document, Party party)
{
    const auto last = std::find_if(file.disclosures.rbegin(), file.disclosures.rend(),
        [&](const Disclosure& made) { return made.document == document && made.party == party; });
    return last == file.disclosures.rend() ? nullptr : &*last;
}

DisclosureState disclosureState(const CaseFile& file, const CaseDocument& document, Party party)
{
    if (const Disclosure* made = disclosureOf(file, document.id, party))
        return made->state;
    return document.ofProvider && party == Party::Provider ? DisclosureState::OwnDocument
                                                           : DisclosureState::NotDecided;
}

std::optional<std::int64_t> numberInFile(const CaseFile& file, EntrySeq entry)
{
    const auto found = std::ranges::find(file.entries, entry);
    if (found == file.entries.end())
        return std::nullopt;
    return found - file.entries.begin() + 1;
}

namespace {

const ConflictDeclaration* lastDeclaration(const CaseFile& file, const PersonId& judge)
{
    const auto last = std::find_if(file.declarations.rbegin(), file.declarations.rend(),
        [&](const ConflictDeclaration& declaration) { return declaration.judge == judge; });
    return last == file.declarations.rend() ? nullptr : &*last;
}

} // namespace

bool hasDeclaredNoConflict(const CaseFile& file, const PersonId& judge)
{
    const ConflictDeclaration* last = lastDeclaration(file, judge);
    return last != nullptr && !last->steppedAside;
}

bool hasSteppedAside(const CaseFile& file, const PersonId& judge)
{
    const ConflictDeclaration* last = lastDeclaration(file, judge);
    return last != nullptr && last->steppedAside;
}

bool Bench::has(const PersonId& judge) const
{
    return std::ranges::find(judges, judge) != judges.end();
}

const PersonId& Bench::signatory() const
{
    return signs == Signatory::Rapporteur && rapporteur ? *rapporteur : presiding;
}

const OrderRequest* requestInHand(const CaseFile& file)
{
    if (file.amendment)
        return &*file.amendment;
    return file.request ? &*file.request : nullptr;
}

const OrderRequest* filedRequestOf(const CaseFile& file, EntrySeq entry)
{
    if (file.request && file.request->filing && file.request->entry == entry)
        return &*file.request;
    const auto found = std::ranges::find(file.earlierRequests, entry, &OrderRequest::entry);
    return found == file.earlierRequests.end() ? nullptr : &*found;
}

const Bench* benchOf(const CaseFile& file)
{
    return file.benches.empty() ? nullptr : &file.benches.back();
}

bool isOnBench(const CaseFile& file, const PersonId& judge)
{
    const Bench* bench = benchOf(file);
    return bench == nullptr || bench->has(judge);
}

} // namespace tutela

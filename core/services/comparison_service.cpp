#include "core/services/comparison_service.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "core/filings/compare_filings.h"
#include "core/filings/read_filing.h"
#include "core/procedure/visibility.h"
#include "core/services/filing_views.h"
#include "core/services/guarded.h"
#include "core/services/performer.h"
#include "core/services/presenter.h"
#include "core/services/readable_document.h"

namespace tutela::services {

namespace {

using interfaces::ComparisonView;
using interfaces::FilingReference;
using interfaces::RiskRow;

/// A filing that this person may read, where it lies.
struct SeenFiling {
    FilingReference reference;
    ReceivedFiling received;

    [[nodiscard]] auto order() const { return std::tie(reference.receivedOn, received.entry); }
};

/// Every filing in the files about the services of this one, in the order of receipt.
std::vector<SeenFiling> seenFilings(Register& source, const CaseFile& file, const Actor& actor)
{
    std::set<CaseId> ids{file.id};
    for (const ServiceId& service : file.services) {
        for (const CaseId& id : source.services.casesOf(service))
            ids.insert(id);
    }
    std::vector<SeenFiling> seen;
    for (const CaseId& id : ids) {
        const auto loaded = Performer(source).visibleCase(id, actor);
        if (!loaded || procedure::mustDeclareFirst(loaded.value().file, actor)
            || loaded.value().file.provider != file.provider)
            continue;
        const CaseFile visible = Presenter(source, loaded.value(), actor, source.today()).visibleFile();
        for (const ReceivedFiling& filing : visible.filings) {
            if (!filing.form.empty() && !filing.movedTo)
                seen.push_back({{filing.original, id, filing.receivedOn, filing.version}, filing});
        }
    }
    std::ranges::sort(seen, {}, &SeenFiling::order);
    return seen;
}

Error badPair(const char* id, const DocumentId& record)
{
    return {.code = ErrorCode::BadInput, .what = {id, {}}, .law = "Art 5(1)", .record = record.text()};
}

/// A filing read from its original, with the provider of its case and where it stands there.
struct ReadOriginal {
    domain::Filing filing;
    ProviderId provider;
    std::optional<ReceivedFiling> received;
};

Result<ReadOriginal> readOriginal(Register& source, const DocumentId& original)
{
    const auto document = readableDocument(source, original);
    if (!document)
        return document.error();
    auto filing = filings::readFiling(document.value().bytes);
    if (!filing)
        return filing.error();
    const CaseFile& file = document.value().source.file;
    const auto received = std::ranges::find(file.filings, original, &ReceivedFiling::original);
    return ReadOriginal{std::move(filing).value(), file.provider,
        received == file.filings.end() ? std::nullopt : std::optional(*received)};
}

/// Why these two cannot be put side by side in this order.
std::optional<Error> whyNotComparable(
    const ReadOriginal& before, const ReadOriginal& after, const DocumentId& later)
{
    if (before.filing.form != after.filing.form)
        return badPair("compare.other-form", later);
    if (before.provider != after.provider)
        return badPair("compare.other-provider", later);
    if (before.received && after.received
        && std::tie(after.received->receivedOn, after.received->entry)
            < std::tie(before.received->receivedOn, before.received->entry))
        return badPair("compare.order", later);
    return std::nullopt;
}

/// Whether the provider's name stands for another of its services than those of this file.
bool isElsewhere(Register& source, const CaseFile& file, const std::string& name)
{
    return std::ranges::any_of(source.directory.services(), [&](const store::ServiceRow& row) {
        return row.provider == file.provider && row.name == name
            && std::ranges::find(file.services, row.id) == file.services.end();
    });
}

std::vector<RiskRow> risksOver(Register& source, const CaseFile& file, const std::vector<SeenFiling>& seen)
{
    std::vector<RiskRow> rows;
    for (const SeenFiling& one : seen) {
        if (one.received.kind != FilingKind::RiskReport)
            continue;
        const auto read = readOriginal(source, one.reference.original);
        if (!read)
            continue;
        for (auto& risk : filings::statedRisks(read.value().filing)) {
            if (!isElsewhere(source, file, risk.service))
                rows.push_back({one.reference, std::move(risk)});
        }
    }
    std::ranges::stable_sort(
        rows, {}, [](const RiskRow& row) { return std::tie(row.stated.service, row.stated.risk); });
    return rows;
}

} // namespace

Result<std::vector<FilingReference>> ComparisonService::earlierFilings(const DocumentId& original)
{
    return guardedReading(m_register.engine, [&]() -> Result<std::vector<FilingReference>> {
        const auto document = readableDocument(m_register, original);
        if (!document)
            return document.error();
        const auto seen = seenFilings(m_register, document.value().source.file, *m_register.actor());
        const auto self = std::ranges::find_if(
            seen, [&](const SeenFiling& one) { return one.reference.original == original; });
        std::vector<FilingReference> earlier;
        if (self == seen.end())
            return earlier;
        for (auto one = self; one != seen.begin();) {
            --one;
            if (one->received.form == self->received.form)
                earlier.push_back(one->reference);
        }
        return earlier;
    });
}

Result<ComparisonView> ComparisonService::compare(const DocumentId& earlier, const DocumentId& later)
{
    return guardedReading(m_register.engine, [&]() -> Result<ComparisonView> {
        const auto before = readOriginal(m_register, earlier);
        if (!before)
            return before.error();
        const auto after = readOriginal(m_register, later);
        if (!after)
            return after.error();
        if (auto why = whyNotComparable(before.value(), after.value(), later))
            return *why;
        const auto compared = filings::compareFilings(before.value().filing, after.value().filing);
        ComparisonView view{compared.fields, {}};
        for (const domain::Finding& finding : compared.contradictions)
            view.findings.push_back(viewOf(finding));
        return view;
    });
}

Result<std::vector<RiskRow>> ComparisonService::risks(const CaseId& caseId)
{
    return guardedReading(m_register.engine, [&]() -> Result<std::vector<RiskRow>> {
        const auto read = readableCase(m_register, caseId);
        if (!read)
            return read.error();
        const CaseFile& file = read.value().loaded.file;
        return risksOver(m_register, file, seenFilings(m_register, file, read.value().actor));
    });
}

} // namespace tutela::services

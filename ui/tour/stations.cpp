#include "ui/tour/stations.h"

#include <algorithm>
#include <set>

#include "ui/convert.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;
using interfaces::CaseView;
using interfaces::Office;

namespace {

constexpr std::int64_t kCasesLookedAt = 200;

int pointsOf(const CaseView& view, PointSource source)
{
    return static_cast<int>(std::count_if(
        view.points.begin(), view.points.end(), [source](const auto& row) { return row.source == source; }));
}

int pointsOfOpinions(Office&, const CaseView& view)
{
    return pointsOf(view, PointSource::Opinion);
}

int pointsOfAdvice(Office&, const CaseView& view)
{
    return pointsOf(view, PointSource::Advice);
}

int grounds(Office&, const CaseView& view)
{
    int count = 0;
    for (const auto& row : view.conditions)
        count += static_cast<int>(row.grounds.size());
    return count;
}

// The more differs, the better; a contradiction weighs as much as ten fields.
int differences(Office& office, const CaseView& view)
{
    constexpr int kContradiction = 10;
    int most = 0;
    for (const ReceivedFiling& filing : view.file.filings) {
        const auto earlier = office.comparisons().earlierFilings(filing.original);
        if (!earlier || earlier.value().empty())
            continue;
        const auto compared = office.comparisons().compare(earlier.value().front().original, filing.original);
        if (compared)
            most = std::max(most,
                kContradiction * static_cast<int>(compared.value().findings.size())
                    + static_cast<int>(compared.value().fields.size()));
    }
    return most;
}

int risks(Office& office, const CaseView& view)
{
    const auto rows = office.comparisons().risks(view.file.id);
    return rows ? static_cast<int>(rows.value().size()) : 0;
}

int plans(Office&, const CaseView& view)
{
    return static_cast<int>(std::count_if(view.file.filings.begin(), view.file.filings.end(),
        [](const auto& filing) { return filing.kind == FilingKind::ImplementationPlan; }));
}

int courtsDifferences(Office&, const CaseView& view)
{
    int count = 0;
    for (const auto& card : view.cards) {
        for (const auto& field : card.fields)
            count += card.tab == "decision" ? static_cast<int>(field.lines.size()) : 0;
    }
    return count;
}

int suspensions(Office&, const CaseView& view)
{
    return view.file.order
        ? static_cast<int>(view.file.order->suspensions.size() + view.file.order->challenges.size())
        : 0;
}

int attempts(Office&, const CaseView& view)
{
    return view.file.order ? static_cast<int>(view.file.order->attempts.size()) : 0;
}

int renewals(Office&, const CaseView& view)
{
    return view.file.renews ? static_cast<int>(view.cards.size()) : 0;
}

// First all three kinds, then as many as there are.
int letters(Office& office, const CaseView& view)
{
    constexpr int kKind = 100;
    std::set<std::string> kinds;
    int count = 0;
    for (const auto& card : view.cards) {
        if (card.tab == "letters" && card.status)
            kinds.insert(card.status->id);
        count += card.tab == "letters" ? 1 : 0;
    }
    const auto drafted = office.letters().drafted(view.file.id);
    return kKind * static_cast<int>(kinds.size()) + count
        + (drafted ? static_cast<int>(drafted.value().size()) : 0);
}

int quarantined(Office&, const CaseView& view)
{
    return static_cast<int>(view.file.quarantined.size());
}

int access(Office&, const CaseView& view)
{
    int count = 0;
    for (const auto& row : view.access) {
        for (const auto& state : row.parties)
            count += state.state != DisclosureState::NotDecided ? 1 : 0;
    }
    return count;
}

} // namespace

const std::vector<Station>& stations()
{
    static const std::vector<Station> kStations{
        {u"risks-over-time"_s, u"risk-report"_s, u"riskOverTime"_s, Closeness::Once, risks},
        {u"two-filings"_s, u"risk-report"_s, u"comparison"_s, Closeness::EveryWay, differences},
        {u"points-of-an-opinion"_s, u"opinions"_s, u"points"_s, Closeness::Once, pointsOfOpinions},
        {u"points-of-advice"_s, u"prior-consultation"_s, u"points"_s, Closeness::EveryWay, pointsOfAdvice},
        {u"plan"_s, u"implementation-plan"_s, u"technologySheet"_s, Closeness::EveryWay, plans},
        {u"renewal"_s, u"draft-and-comments"_s, {}, Closeness::Once, renewals},
        {u"conditions"_s, u"request"_s, u"conditions"_s, Closeness::EveryWay, grounds},
        {u"decision-and-request"_s, u"decision"_s, u"card"_s, Closeness::EveryWay, courtsDifferences},
        {u"order-suspended"_s, u"order"_s, u"orderLife"_s, Closeness::EveryWay, suspensions},
        {u"order-delivered-again"_s, u"order"_s, u"orderLife"_s, Closeness::Once, attempts},
        {u"letters"_s, u"letters"_s, {}, Closeness::EveryWay, letters},
        {u"quarantine"_s, u"documents"_s, {}, Closeness::EveryWay, quarantined},
        {u"access"_s, u"access-to-the-file"_s, {}, Closeness::EveryWay, access},
    };
    return kStations;
}

std::vector<Visit> visits(Office& office)
{
    interfaces::WorklistQuery query;
    query.withClosed = true;
    query.limit = kCasesLookedAt;
    const auto page = office.worklist().page(query);
    std::vector<std::pair<int, std::optional<CaseId>>> best(stations().size());
    for (const auto& row : page ? page.value().rows : std::vector<interfaces::WorklistRow>()) {
        const auto view = office.cases().open(row.caseId, std::nullopt);
        for (std::size_t at = 0; view && at < best.size(); ++at) {
            const int shown = stations()[at].shown(office, view.value());
            if (shown > best[at].first)
                best[at] = {shown, row.caseId};
        }
    }
    std::vector<Visit> made;
    for (std::size_t at = 0; at < best.size(); ++at) {
        if (best[at].second)
            made.push_back({stations()[at], *best[at].second});
    }
    return made;
}

} // namespace tutela::ui

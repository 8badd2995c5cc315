#include "core/services/renewal_views.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/procedure/visibility.h"

namespace tutela::services {

namespace {

/// The scope that the file has reached, or null while nothing is drafted.
const OrderScope* scopeReached(const CaseFile& file)
{
    if (file.order && file.order->decision != CourtDecision::Refused)
        return &file.order->scope;
    if (file.request)
        return &file.request->scope;
    return file.drafts.empty() ? nullptr : &file.drafts.back().scope;
}

std::vector<std::string> partsOnlyIn(const OrderScope& one, const OrderScope& other)
{
    std::vector<std::string> parts;
    for (const std::string& part : one.parts) {
        if (std::ranges::find(other.parts, part) == other.parts.end())
            parts.push_back(part);
    }
    return parts;
}

Argument partsArgument(const std::vector<std::string>& parts)
{
    if (parts.empty())
        return {"parts", Term{"order.life.whole-service"}};
    return {"parts", fmt::format("{}", fmt::join(parts, ", "))};
}

void compareParts(const OrderScope& now, const OrderScope& before, std::vector<Message>& lines)
{
    if (now.parts.empty() != before.parts.empty()) {
        lines.push_back({now.parts.empty() ? "renewal-view.wider" : "renewal-view.narrower",
            {partsArgument(now.parts.empty() ? before.parts : now.parts)}});
        return;
    }
    const auto added = partsOnlyIn(now, before);
    const auto left = partsOnlyIn(before, now);
    if (added.empty() && left.empty())
        lines.push_back({"renewal-view.same-parts", {}});
    if (!added.empty())
        lines.push_back({"renewal-view.added", {partsArgument(added)}});
    if (!left.empty())
        lines.push_back({"renewal-view.left-out", {partsArgument(left)}});
}

/// The days without an order between the two; negative when they meet.
std::int64_t daysBetween(const OrderScope& now, Day end)
{
    return (now.start - end).count() - 1;
}

} // namespace

std::optional<RenewalView> renewalView(Register& source, const CaseFile& file, const Actor& actor)
{
    const auto earlier = file.renews ? source.loadCase(*file.renews) : std::nullopt;
    if (!earlier || !earlier->file.order || earlier->file.order->decision == CourtDecision::Refused
        || !procedure::readsFor(earlier->file, actor))
        return std::nullopt;
    const DetectionOrder& order = *earlier->file.order;
    const Day end = lastDayInForce(order);
    RenewalView view;
    view.lines.push_back({"renewal-view.earlier",
        {{"case", earlier->file.id.text()}, partsArgument(order.scope.parts), {"start", order.scope.start},
            {"end", end}}});
    const OrderScope* now = scopeReached(file);
    if (now == nullptr) {
        view.lines.push_back({"renewal-view.not-drafted", {}});
        return view;
    }
    compareParts(*now, order.scope, view.lines);
    const std::int64_t days = daysBetween(*now, end);
    if (days < 0)
        view.lines.push_back({"renewal-view.meets", {{"start", now->start}, {"end", end}}});
    else if (days == 0)
        view.lines.push_back({"renewal-view.no-gap", {{"start", now->start}}});
    else
        view.lines.push_back({"renewal-view.gap", {{"days", days}, {"start", now->start}, {"end", end}}});
    if (days > 0 && !hasEnded(file.step))
        view.gap = CaseWarning{WarningKind::RenewalGap, WarningLevel::Near,
            {"case-warning.renewal-gap",
                {{"case", earlier->file.id.text()}, {"end", end}, {"start", now->start}, {"days", days}}},
            now->start, {}, "Art 7(9)"};
    return view;
}

} // namespace tutela::services

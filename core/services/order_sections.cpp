#include "core/services/order_sections.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tutela::services {

namespace {

using interfaces::OrderLine;
using interfaces::OrderSection;

Term lifeTerm(std::string_view area, std::string_view value)
{
    return {fmt::format("{}.{}", area, value)};
}

Argument partsNamed(const std::vector<std::string>& parts)
{
    if (parts.empty())
        return {"parts", Term{"order.life.whole-service"}};
    return {"parts", fmt::format("{}", fmt::join(parts, ", "))};
}

OrderSection versionLines(const DetectionOrder& order)
{
    OrderSection section{"order.section.versions", {}};
    for (const OrderVersion& version : order.versions) {
        const bool inForce = version.number == order.versions.back().number && !order.ended;
        section.lines.push_back({version.madeOn,
            {"order.life.version",
                {{"number", version.number}, {"change", lifeTerm("order-change", toText(version.change))},
                    partsNamed(version.scope.parts), {"start", version.scope.start},
                    {"end", version.scope.end}}},
            inForce ? std::optional(Term{"status.in-force"}) : std::nullopt});
    }
    if (order.ended)
        section.lines.push_back({order.ended->madeOn,
            {"order.life.ended",
                {{"how", lifeTerm("order-ending", toText(order.ended->how))}, {"from", order.ended->from}}},
            {}});
    return section;
}

OrderSection attemptLines(const DetectionOrder& order)
{
    OrderSection section{"order.section.attempts", {}};
    for (const DeliveryAttempt& attempt : order.attempts) {
        std::vector<Argument> arguments{{"id", attempt.id}, {"version", attempt.version},
            {"outcome", lifeTerm("delivery_outcome", toText(attempt.outcome))}};
        if (attempt.receivedOn)
            arguments.push_back({"received", *attempt.receivedOn});
        section.lines.push_back({attempt.sentOn,
            {attempt.receivedOn ? "order.life.attempt-counts" : "order.life.attempt", std::move(arguments)},
            Term{attempt.receivedOn ? "status.counts-as-receipt" : "status.does-not-count"}});
    }
    return section;
}

OrderSection noticeLines(const DetectionOrder& order)
{
    OrderSection section{"order.section.notices", {}};
    for (const NonExecutionNotice& notice : order.notices)
        section.lines.push_back({notice.receivedOn,
            {"order.life.notice",
                {{"id", notice.id}, {"ground", lifeTerm("non_execution", toText(notice.ground))}}},
            Term{notice.answeredOn ? "status.answered" : "status.open"}});
    return section;
}

OrderSection challengeLines(const DetectionOrder& order)
{
    OrderSection section{"order.section.challenges", {}};
    for (const Challenge& one : order.challenges)
        section.lines.push_back({one.lodgedOn,
            {"order.life.challenge",
                {{"id", one.id}, {"who", lifeTerm("challenger", toText(one.challenger))}}},
            one.outcome ? lifeTerm("challenge_outcome", toText(*one.outcome)) : Term{"status.open"}});
    return section;
}

OrderSection suspensionLines(const DetectionOrder& order, Day today)
{
    OrderSection section{"order.section.suspensions", {}};
    for (const Suspension& one : order.suspensions) {
        std::string id = one.parts.empty() ? "order.life.suspended-whole" : "order.life.suspended-parts";
        std::vector<Argument> arguments{{"id", one.id}, partsNamed(one.parts), {"from", one.from}};
        const bool lifted = one.liftedOn && *one.liftedOn > one.from;
        if (const auto last = lifted ? std::optional(*one.liftedOn - std::chrono::days{1}) : one.until) {
            id += "-until";
            arguments.push_back({"until", *last});
        }
        const char* state = one.from > today ? "status.suspension-to-come" : "status.suspension-ended";
        section.lines.push_back({one.from, {std::move(id), std::move(arguments)},
            Term{one.holdsOn(today) ? "status.suspended" : state}});
    }
    return section;
}

OrderSection copyLines(const DetectionOrder& order)
{
    OrderSection section{"order.section.copies", {}};
    for (const OrderCopy& copy : order.copyList) {
        std::vector<Argument> arguments{{"authority", copy.authority}};
        if (copy.receivedOn)
            arguments.push_back({"received", *copy.receivedOn});
        section.lines.push_back({copy.sentOn,
            {copy.receivedOn ? "order.life.copy-received" : "order.life.copy", std::move(arguments)},
            copy.receivedOn ? std::optional<Term>() : Term{"status.receipt-open"}});
    }
    return section;
}

template <class Records> const auto* lifeRecord(const Records& records, EntrySeq entry)
{
    const auto found = std::ranges::find_if(records, [&](const auto& one) { return one.entry == entry; });
    return found == records.end() ? nullptr : &*found;
}

std::optional<Term> statusIn(const DetectionOrder& order, EntrySeq entry)
{
    if (const auto* made = lifeRecord(order.reassessments, entry))
        return lifeTerm("reassessment", toText(made->outcome));
    if (const auto* one = lifeRecord(order.challenges, entry))
        return one->outcome ? lifeTerm("challenge_outcome", toText(*one->outcome)) : Term{"status.open"};
    if (const auto* one = lifeRecord(order.suspensions, entry); one != nullptr && one->liftedOn)
        return Term{"status.suspension-ended"};
    if (const auto* one = lifeRecord(order.attempts, entry))
        return Term{one->receivedOn ? "status.counts-as-receipt" : "status.does-not-count"};
    if (const auto* one = lifeRecord(order.notices, entry))
        return Term{one->answeredOn ? "status.answered" : "status.open"};
    return std::nullopt;
}

} // namespace

std::optional<Term> orderLifeStatus(const CaseFile& file, EntrySeq entry)
{
    for (const DetectionOrder& earlier : file.earlierOrders) {
        if (earlier.entry == entry)
            return Term{"challenge_outcome.remitted"};
        if (auto status = statusIn(earlier, entry))
            return status;
    }
    return file.order ? statusIn(*file.order, entry) : std::nullopt;
}

std::vector<OrderSection> orderSections(const DetectionOrder& order, Day today)
{
    std::vector<OrderSection> sections{versionLines(order), attemptLines(order), noticeLines(order),
        challengeLines(order), suspensionLines(order, today), copyLines(order)};
    std::erase_if(sections, [](const OrderSection& section) { return section.lines.empty(); });
    return sections;
}

} // namespace tutela::services

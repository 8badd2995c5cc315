#include "core/procedure/differences.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tutela::procedure {

namespace {

using Parts = std::vector<std::string>;

Parts sortedParts(Parts parts)
{
    std::ranges::sort(parts);
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

/// No part named is the whole service.
bool coversParts(const Parts& outer, const Parts& inner)
{
    return outer.empty() || (!inner.empty() && std::ranges::includes(outer, inner));
}

Argument partsArgument(const char* name, const Parts& parts)
{
    if (parts.empty())
        return {name, Term{"difference.whole-service"}};
    return {name, fmt::format("{}", fmt::join(parts, ", "))};
}

Message withSense(std::string id, Argument requested, Argument decided, DifferenceSense sense)
{
    const char* term = sense == DifferenceSense::Less ? "difference.less"
        : sense == DifferenceSense::More              ? "difference.more"
                                                      : "difference.other";
    return {std::move(id), {std::move(requested), std::move(decided), {"sense", Term{term}}}};
}

std::string wordsOf(const std::string& text)
{
    std::istringstream in(text);
    std::string words;
    for (std::string word; in >> word;)
        words += (words.empty() ? "" : " ") + word;
    return words;
}

std::string addresseeTerm(Addressee addressee)
{
    return fmt::format("addressee.{}", toText(addressee));
}

class Comparison final {
public:
    Comparison(const OrderTerms& requested, const OrderTerms& decided)
        : m_requested(requested)
        , m_decided(decided)
    {
    }

    std::vector<Difference> all()
    {
        parts();
        // A later start and an earlier end order less.
        day(DifferencePoint::Start, "difference.start", m_requested.scope.start, m_decided.scope.start);
        day(DifferencePoint::End, "difference.end", m_decided.scope.end, m_requested.scope.end);
        addressee();
        words(DifferencePoint::Targeting, "difference.targeting", m_requested.targeting, m_decided.targeting);
        words(DifferencePoint::Safeguards, "difference.safeguards", m_requested.safeguards,
            m_decided.safeguards);
        return std::move(m_found);
    }

private:
    void add(DifferencePoint point, DifferenceSense sense, Message text)
    {
        m_found.push_back({point, sense, std::move(text)});
    }

    void parts()
    {
        const Parts requested = sortedParts(m_requested.scope.parts);
        const Parts decided = sortedParts(m_decided.scope.parts);
        if (requested == decided)
            return;
        DifferenceSense sense = DifferenceSense::Other;
        if (coversParts(requested, decided))
            sense = DifferenceSense::Less;
        else if (coversParts(decided, requested))
            sense = DifferenceSense::More;
        add(DifferencePoint::Parts, sense,
            withSense("difference.parts", partsArgument("requested", requested),
                partsArgument("decided", decided), sense));
    }

    /// Less is ordered when `outer` comes first.
    void day(DifferencePoint point, const char* id, Day outer, Day inner)
    {
        if (outer == inner)
            return;
        const DifferenceSense sense = outer < inner ? DifferenceSense::Less : DifferenceSense::More;
        const bool start = point == DifferencePoint::Start;
        add(point, sense,
            withSense(id, {"requested", start ? m_requested.scope.start : m_requested.scope.end},
                {"decided", start ? m_decided.scope.start : m_decided.scope.end}, sense));
    }

    void addressee()
    {
        const bool sameName = m_decided.addressee == Addressee::MainEstablishment
            || wordsOf(m_requested.representative) == wordsOf(m_decided.representative);
        if (m_requested.addressee == m_decided.addressee && sameName)
            return;
        add(DifferencePoint::Addressee, DifferenceSense::Other,
            {"difference.addressee",
                {{"requested", Term{addresseeTerm(m_requested.addressee)}},
                    {"decided", Term{addresseeTerm(m_decided.addressee)}}}});
    }

    void words(
        DifferencePoint point, const char* id, const std::string& requested, const std::string& decided)
    {
        if (wordsOf(requested) != wordsOf(decided))
            add(point, DifferenceSense::Other, {id, {}});
    }

    const OrderTerms& m_requested;
    const OrderTerms& m_decided;
    std::vector<Difference> m_found;
};

} // namespace

std::vector<Difference> differencesOf(const OrderTerms& requested, const OrderTerms& decided)
{
    return Comparison(requested, decided).all();
}

} // namespace tutela::procedure

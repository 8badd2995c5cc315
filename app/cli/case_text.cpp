#include <algorithm>

#include <fmt/format.h>

#include "app/cli/case_json.h"
#include "app/cli/technology_text.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::Card;
using interfaces::CaseView;

std::string joinedNames(const std::vector<std::string>& names)
{
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

std::string headerText(const CaseView& view, const Context& context)
{
    const CaseFile& file = view.file;
    std::string out = context.styled(file.id.text(), Style::Strong) + "  "
        + context.label("case-kind", toText(file.kind)) + "  "
        + context.styled(context.label("step", toText(file.step)), Style::Strong) + "\n";
    out += wrapText(context.text(view.banner.state), context.width(), 0);
    std::string next = context.text(view.banner.next);
    if (view.banner.due && view.banner.next.id == "banner.waiting")
        next += " " + context.text({"cli.case.until", {{"day", *view.banner.due}}});
    if (!next.empty())
        out += wrapText(context.term("cli.case.next") + " " + next, context.width(), 2);
    out += "\n";
    out +=
        facts({{context.term("cli.column.provider"), view.provider},
                  {context.term("cli.column.service"), joinedNames(view.services)},
                  {context.term("cli.column.waiting-for"), context.label("waiting", toText(view.waitingFor))},
                  {context.term("cli.column.responsible"), view.responsible},
                  {context.term("cli.label.opened"), context.instant(file.openedAt)},
                  {context.term("cli.label.rulebook"), file.rulebook},
                  {context.term("cli.label.linked"), file.linkedCase ? file.linkedCase->text() : ""}},
            context);
    return out;
}

std::string sizeText(std::int64_t bytes)
{
    if (bytes < 1024)
        return fmt::format("{} B", bytes);
    if (bytes < 1024 * 1024)
        return fmt::format("{} KiB", (bytes + 512) / 1024);
    return fmt::format("{} MiB", (bytes + (1 << 19)) >> 20);
}

std::string cardText(const Card& card, const Context& context)
{
    std::string title = context.text(card.title);
    if (!card.id.empty())
        title = printable(card.id) + "  " + title;
    if (card.status)
        title += fmt::format(" – {}", context.term(card.status->id));
    std::string out = wrapText("  " + title, context.width(), 4);
    out +=
        context.styled(fmt::format("    {}  {}", context.instant(card.at), printable(card.by)), Style::Faint)
        + "\n";
    if (card.recordedFromDocument)
        out += wrapText("    " + context.term(card.confirmed ? "cli.case.recorded" : "cli.case.unconfirmed"),
            context.width(), 4);
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& field : card.fields) {
        if (field.lines.empty())
            rows.emplace_back(
                context.text(field.label), field.instant ? context.instant(*field.instant) : field.value);
        std::string label = context.text(field.label);
        for (const Message& line : field.lines)
            rows.emplace_back(std::exchange(label, {}), context.text(line));
    }
    out += facts(rows, context, 4);
    for (const auto& document : card.documents) {
        out += wrapText(fmt::format("    ▪ {} ({}, {}, {})", printable(document.name),
                            printable(document.mediaType), sizeText(document.size), document.id.text()),
            context.width(), 6);
        if (document.flag)
            out += context.styled(wrapText("      " + context.label("document-flag", toText(*document.flag)),
                                      context.width(), 6),
                Style::Warning);
    }
    return out;
}

/// What was said of one point, line by line.
std::string pointText(const interfaces::PointRow& row, const Context& context)
{
    const std::string open = row.leftOut ? "left-out" : "open";
    std::string made = context.label("authority_view", row.view ? std::string(toText(*row.view)) : open);
    if (row.superseded)
        made = context.term("status.superseded");
    std::string out =
        wrapText(fmt::format("  {}  {}", row.id, context.styled(made, Style::Strong)), context.width(), 4);
    out += wrapText("    " + printable(row.text), context.width(), 4);
    std::string plan = row.placeInPlan;
    if (row.adjustment)
        plan += (plan.empty() ? "" : ", ") + context.label("adjustment", toText(*row.adjustment));
    if (!row.explanation.empty())
        plan += ": " + row.explanation;
    out += facts({{context.term("field.place_in_plan"), plan}, {context.term("field.reason"), row.reason},
                     {context.term("field.place"), row.place}},
        context, 4);
    return out;
}

std::string pointsText(const CaseView& view, PointSource source, const Context& context)
{
    std::string out;
    for (const interfaces::PointRow& row : view.points) {
        if (row.source == source)
            out += pointText(row, context);
    }
    return out.empty() ? out : wrapText("  " + context.term("cli.case.points"), context.width(), 2) + out;
}

std::string conditionsText(const CaseView& view, const Context& context)
{
    std::string out;
    for (const interfaces::ConditionRow& row : view.conditions) {
        out += wrapText(
            fmt::format("  {} ({})", context.label("condition", row.condition), row.law), context.width(), 4);
        for (const interfaces::GroundView& ground : row.grounds)
            out += wrapText(
                fmt::format("    {}  {}: {} [{}]", ground.id, context.label("side", toText(ground.side)),
                    printable(ground.text), printable(joinedNames(ground.restsOn))),
                context.width(), 8);
        if (row.grounds.empty())
            out += wrapText("    " + context.term("cli.case.no-ground"), context.width(), 4);
    }
    return out;
}

/// What a tab shows beside its cards.
std::string weighingText(const CaseView& view, std::string_view tab, const Context& context)
{
    if (tab == "opinions")
        return pointsText(view, PointSource::Opinion, context);
    if (tab == "prior-consultation")
        return pointsText(view, PointSource::Advice, context);
    if (tab == "draft-and-comments")
        return pointsText(view, PointSource::Comments, context);
    return tab == "request" ? conditionsText(view, context) : std::string();
}

std::string cardsText(const CaseView& view, std::string_view only, const Context& context)
{
    std::string out;
    for (const std::string_view tab : interfaces::kTabs) {
        if (!only.empty() && tab != only)
            continue;
        const std::string weighed = weighingText(view, tab, context);
        const bool none = std::ranges::none_of(view.cards, [&](const Card& card) { return card.tab == tab; });
        if (none && weighed.empty())
            continue;
        out += heading(fmt::format("tab.{}", tab), context) + weighed;
        bool first = weighed.empty();
        for (const Card& card : view.cards) {
            if (card.tab != tab)
                continue;
            out += (first ? "" : "\n") + cardText(card, context);
            first = false;
        }
    }
    return out;
}

/// The index of the file: each document with what the parties have of it.
std::string accessText(const CaseView& view, const Context& context)
{
    std::string out;
    for (const interfaces::AccessRow& row : view.access) {
        out += wrapText(fmt::format("  {} ({})", printable(row.document.name), row.document.id.text()),
            context.width(), 4);
        for (const interfaces::AccessState& state : row.parties) {
            std::string line = fmt::format("    {}: {}", context.label("party", toText(state.party)),
                context.label("disclosure", toText(state.state)));
            if (state.on)
                line += " " + formatDay(*state.on);
            if (!state.ground.empty())
                line += " – " + printable(state.ground);
            out += wrapText(line, context.width(), 6);
        }
    }
    return out;
}

/// To whom the court may allocate the file, with the ids that the act takes.
std::string courtText(const CaseView& view, const Context& context)
{
    std::string out;
    for (const interfaces::CourtPerson& person : view.court)
        out += wrapText(fmt::format("  {}  {} ({})", person.id.text(), printable(person.name),
                            context.label("role", toText(person.role))),
            context.width(), 4);
    return out;
}

std::string historyText(const CaseView& view, const Context& context)
{
    Table table({"#", context.term("cli.column.when"), context.term("cli.column.act"),
        context.term("cli.column.step"), context.term("cli.column.by")});
    table.alignRight(0).mayShrink({4, 2});
    for (const auto& row : view.history) {
        std::string act = context.label("act", row.act);
        if (row.recordedFromDocument)
            act += " *";
        const bool moves = row.to && row.to != row.from;
        table.row({std::to_string(row.streamSeq), context.instant(row.at), act,
                      moves ? "→ " + context.label("step", toText(*row.to)) : "", row.by},
            {Style::Faint, Style::Faint});
    }
    const bool anyRecorded = std::ranges::any_of(view.history, &interfaces::HistoryRow::recordedFromDocument);
    return table.render(context.tableWidth(), context.colour())
        + (anyRecorded ? context.styled(context.term("cli.case.legend"), Style::Faint) + "\n" : "");
}

} // namespace

std::string tabText(const CaseView& view, const std::vector<CaseFiling>& filings, std::string_view tab,
    const Context& context)
{
    std::string cards = cardsText(view, tab, context);
    for (const CaseFiling& filing : filings) {
        if (tab == "implementation-plan" && !filing.view.technologies.empty())
            cards += "\n" + technologiesText(filing.view.technologies, context);
    }
    return headerText(view, context) + (cards.empty() ? context.term("cli.case.tab-empty") + "\n" : cards);
}

std::string caseText(const CaseView& view, const std::vector<CaseFiling>& filings, const Context& context)
{
    std::string out = headerText(view, context);
    if (!view.warnings.empty())
        out += heading("cli.heading.case-warnings", context) + warningsText(view.warnings, context);
    out += heading("cli.heading.clocks", context) + clocksTable(view.clocks, context);
    out += cardsText(view, {}, context);
    if (!filings.empty())
        out += heading("cli.heading.filings", context);
    for (const CaseFiling& filing : filings)
        out += filingText(filing.view, context);
    if (!view.access.empty())
        out += heading("cli.case.index", context) + accessText(view, context);
    if (!view.court.empty())
        out += heading("cli.heading.court", context) + courtText(view, context);
    if (!view.history.empty())
        out += heading("tab.history", context) + historyText(view, context);
    if (!view.audiences.empty()) {
        std::vector<std::string> names;
        for (const std::string& audience : view.audiences)
            names.push_back(context.term(audience));
        out += heading("tab.who-can-see-this", context)
            + wrapText("  " + printable(joinedNames(names)), context.width(), 2);
    }
    return out;
}

} // namespace tutela::cli

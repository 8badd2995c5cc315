#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"
#include "core/base/catalogue.h"

namespace tutela::cli {

namespace {

using interfaces::OrderView;

struct Options {
    std::string reference;
    std::string pdf;
    std::string language; ///< empty: its own
};

Json signedFileJson(const OrderView& order)
{
    if (!order.signedFile)
        return {};
    return Json::object({{"document", order.signedFile->document.text()}, {"name", order.signedFile->name},
        {"sha256", order.signedFile->sha256}, {"preserved", order.signedFile->preserved}});
}

Json partList(const std::vector<std::string>& parts)
{
    Json::Array list;
    for (const std::string& part : parts)
        list.emplace_back(part);
    return Json(std::move(list));
}

Json sectionsJson(const OrderView& order)
{
    Json sections = Json::object();
    for (const auto& section : order.sections) {
        Json::Array lines;
        for (const auto& line : section.lines)
            lines.push_back(
                Json::object({{"day", dayJson(line.day)}, {"text", Catalogue::embedded("en").text(line.text)},
                    {"status", line.status ? Json(line.status->id) : Json()}}));
        sections.set(section.id.substr(section.id.rfind('.') + 1), Json(std::move(lines)));
    }
    return sections;
}

Json orderJson(const OrderView& order)
{
    Json::Array timeline;
    for (const auto& event : order.timeline)
        timeline.push_back(Json::object({{"event", event.id}, {"day", dayJson(event.day)}, {"law", event.law},
            {"happened", event.happened}}));
    return Json::object({
        {"order", order.reference},
        {"kind", toText(order.kind)},
        {"status", toText(order.status)},
        {"final", order.final},
        {"language", order.language},
        {"start", formatDay(order.scope.start)},
        {"end", formatDay(order.scope.end)},
        {"parts", partList(order.scope.parts)},
        {"latest_lawful_receipt", dayJson(order.latestLawfulReceipt)},
        {"signed_file", signedFileJson(order)},
        {"timeline", std::move(timeline)},
        {"challenged", order.challenged},
        {"suspended_parts", partList(order.suspendedParts)},
        {"sections", sectionsJson(order)},
    });
}

/// That the signed file is the order and what is printed here only a copy.
std::string unsignedText(const OrderView& order, const Context& context)
{
    if (!order.signedFile)
        return {};
    const char* check = order.signedFile->preserved ? "signed-file.preserved" : "signed-file.differs";
    return wrapText("  " + context.text({"order.unsigned-copy", {{"file", order.signedFile->name}}}) + " "
            + context.term(check),
        context.width(), 2);
}

std::string orderText(const OrderView& order, const Context& context)
{
    std::string status = context.label("order-status", toText(order.status));
    if (order.final)
        status += ", " + context.term("cli.order.final");
    if (order.challenged)
        status += ", " + context.term("cli.order.challenged");
    std::string out = context.styled(printable(order.reference), Style::Strong) + "  "
        + context.label("detection-kind", toText(order.kind)) + "\n"
        + facts({{context.term("cli.column.state"), status},
                    {context.term("cli.order.from"), formatDay(order.scope.start)},
                    {context.term("cli.order.to"), formatDay(order.scope.end)},
                    {context.term("cli.order.latest-receipt"),
                        order.latestLawfulReceipt ? formatDay(*order.latestLawfulReceipt) : ""}},
            context, 2)
        + unsignedText(order, context) + heading("cli.heading.timeline", context);
    Table table({"", context.term("cli.column.day"), context.term("cli.column.event"),
        context.term("cli.column.law")});
    table.mayShrink({2});
    for (const auto& event : order.timeline) {
        const Style style = event.happened ? Style::Plain : Style::Faint;
        table.row({event.happened ? "●" : "○", event.day ? formatDay(*event.day) : "–",
                      context.term(event.id), event.law},
            {style, style, style, Style::Faint});
    }
    out += table.render(context.tableWidth(), context.colour());
    for (const auto& section : order.sections) {
        out += heading(section.id, context);
        Table lines({"", "", ""});
        lines.mayShrink({1});
        for (const auto& line : section.lines)
            lines.row({line.day ? formatDay(*line.day) : "–", context.text(line.text),
                line.status ? context.term(line.status->id) : ""});
        out += lines.render(context.tableWidth(), context.colour());
    }
    return out;
}

Result<Answer> run(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    interfaces::CaseDesk& desk = office.value()->cases();
    const CaseId caseId(options.reference);
    const auto order = desk.order(caseId);
    if (!order)
        return order.error();
    Answer answer;
    answer.json = orderJson(order.value());
    answer.text = orderText(order.value(), context);
    if (options.pdf.empty())
        return answer;
    const auto pdf = desk.orderDocument(caseId, options.language);
    if (!pdf)
        return pdf.error();
    if (const auto written = writeFile(options.pdf, pdf.value()); !written)
        return written.error();
    answer.json.set("pdf", options.pdf);
    answer.text += "\n" + context.text({"cli.order.written", {{"file", options.pdf}}}) + "\n";
    return answer;
}

} // namespace

void addOrder(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("order", "The detection order of a case and its life",
        "tutela --register training.tutela --as judge order D-2026-0001 --language fr --pdf order.pdf",
        [options](Context& context) { return run(context, *options); });
    app.add_option("REF", options->reference, "File number")->required();
    app.add_option("--pdf", options->pdf, "Write the order to this file")->type_name("OUT");
    app.add_option("--language", options->language,
           "en, fr, de or nl; otherwise the language in which it was drafted, or that of the provider")
        ->type_name("XX");
}

} // namespace tutela::cli

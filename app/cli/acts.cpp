#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::ActOffer;

Json fieldsJson(const ActOffer& offer)
{
    Json::Array out;
    for (const FieldDefinition& field : offer.fields) {
        Json::Array choices;
        for (const std::string& choice : field.options)
            choices.emplace_back(choice);
        out.push_back(Json::object({{"name", field.name}, {"type", toText(field.type)},
            {"required", field.required}, {"options", std::move(choices)}}));
    }
    return out;
}

Json offerJson(const ActOffer& offer, Json schema, const Context& context)
{
    Json::Array from;
    for (const Step step : offer.from)
        from.emplace_back(toText(step));
    return Json::object({
        {"act", offer.act},
        {"kind", toText(offer.kind)},
        {"roles", rolesJson(offer.roles)},
        {"from", std::move(from)},
        {"to", offer.to ? Json(toText(*offer.to)) : Json()},
        {"law", offer.law},
        {"binding", offer.binding},
        {"outside", offer.outside},
        {"only_from_document", offer.onlyFromDocument},
        {"fields", fieldsJson(offer)},
        {"schema", std::move(schema)},
        {"allowed", offer.allowed},
        {"why_not", whyNotJson(offer.whyNot, context)},
        {"points", whyNotJson(offer.points, context)},
        {"suggested", offer.suggested},
    });
}

std::string stepsOf(const ActOffer& offer, const Context& context)
{
    std::string out;
    for (const Step step : offer.from)
        out += (out.empty() ? "" : ", ") + context.label("step", toText(step));
    return out.empty() ? context.term("cli.acts.opens") : out;
}

/// `period*  length`: names with their types, an asterisk on those that must be there.
std::string carries(const ActOffer& offer)
{
    std::string out;
    for (const FieldDefinition& field : offer.fields)
        out += fmt::format("{}{}{} ({})", out.empty() ? "" : ", ", field.name, field.required ? "*" : "",
            toText(field.type));
    return out;
}

std::string offerText(const ActOffer& offer, const Context& context)
{
    std::string label = context.label("act", offer.act);
    if (offer.onlyFromDocument)
        label = context.text({"from-document.act", {{"act", Term{"act." + offer.act}}}});
    std::string out = context.styled(offer.act, Style::Strong);
    if (label != offer.act)
        out += "  " + label;
    out += "\n";
    out += facts(
        {{context.term("cli.acts.who"), rolesText(offer.roles, context)},
            {context.term("cli.acts.from"), stepsOf(offer, context)},
            {context.term("cli.acts.to"), offer.to ? context.label("step", toText(*offer.to)) : ""},
            {context.term("cli.acts.carries"), carries(offer)}, {context.term("cli.column.law"), offer.law}},
        context, 2);
    for (const auto& point : offer.points)
        out += wrapText("  ! " + context.text(point.text), context.width(), 4);
    for (const auto& reason : offer.whyNot) {
        std::string line = "  ✗ " + context.text(reason.text);
        if (!reason.law.empty())
            line += fmt::format(" [{}]", printable(reason.law));
        out += wrapText(line, context.width(), 4);
    }
    return out;
}

std::string offersText(const std::vector<ActOffer>& offers, bool forCase, const Context& context)
{
    std::string now;
    std::string others;
    for (const ActOffer& offer : offers) {
        std::string& place = forCase && offer.allowed ? now : others;
        place += (place.empty() ? "" : "\n") + offerText(offer, context);
    }
    if (!forCase)
        return others + "\n" + wrapText(context.term("cli.acts.legend"), context.width(), 0);
    std::string out = context.styled(context.term("cli.acts.now"), Style::Good) + "\n\n"
        + (now.empty() ? context.term("cli.acts.nothing") + "\n" : now);
    if (!others.empty())
        out += "\n" + context.styled(context.term("cli.acts.not-now"), Style::Warning) + "\n\n" + others;
    return out + "\n" + wrapText(context.term("cli.acts.legend"), context.width(), 0);
}

Result<Answer> run(Context& context, const std::string& reference)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    interfaces::CaseDesk& desk = office.value()->cases();
    std::optional<CaseId> caseId;
    if (!reference.empty())
        caseId = CaseId(reference);
    const auto offers = desk.acts(caseId);
    if (!offers)
        return offers.error();
    Answer answer;
    Json::Array out;
    for (const ActOffer& offer : offers.value()) {
        auto schema = desk.actSchema(offer.act);
        if (!schema)
            return schema.error();
        out.push_back(offerJson(offer, std::move(schema).value(), context));
    }
    answer.json = std::move(out);
    answer.text = offersText(offers.value(), caseId.has_value(), context);
    return answer;
}

} // namespace

void addActs(Verbs& verbs)
{
    auto reference = std::make_shared<std::string>();
    CLI::App& app = verbs.add("acts", "Every act: who may, from which stages, what it carries",
        "tutela --register training.tutela --as coordinator acts --case A-2026-0001",
        [reference](Context& context) { return run(context, *reference); });
    app.add_option("--case", *reference, "Also say what you may do on this case now, and why not the rest")
        ->type_name("REF");
}

} // namespace tutela::cli

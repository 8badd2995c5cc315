#include "app/cli/technology_text.h"

#include <fmt/format.h>

#include "app/cli/text.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using domain::DeclaredAlternative;
using domain::DeclaredRate;
using domain::DeclaredTechnology;
using interfaces::TechnologyView;

Json statedJson(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json countJson(const std::optional<std::int64_t>& count)
{
    return count ? Json(*count) : Json();
}

Json rateJson(const DeclaredRate& rate)
{
    return Json::object({{"measure", rate.measure ? Json(toText(*rate.measure)) : Json()},
        {"value", statedJson(rate.value)}, {"unit", rate.unit ? Json(toText(*rate.unit)) : Json()},
        {"of", statedJson(rate.of)}, {"measured", statedJson(rate.measured)},
        {"test_size", countJson(rate.testSize)}, {"prevalence", statedJson(rate.prevalence)},
        {"measured_on", dayJson(rate.measuredOn)}, {"measured_by", statedJson(rate.measuredBy)}});
}

Json alternativeJson(const DeclaredAlternative& other)
{
    return Json::object({{"name", statedJson(other.name)}, {"effectiveness", statedJson(other.effectiveness)},
        {"intrusiveness", statedJson(other.intrusiveness)}, {"errors", statedJson(other.errors)},
        {"reason", statedJson(other.reason)}});
}

Json technologyJson(const TechnologyView& view, const Context& context)
{
    const DeclaredTechnology& stated = view.stated;
    Json::Array alternatives;
    for (const DeclaredAlternative& other : stated.alternatives)
        alternatives.push_back(alternativeJson(other));
    Json::Array rates;
    for (const DeclaredRate& rate : stated.rates)
        rates.push_back(rateJson(rate));
    const Json alarms = Json::object({{"stated", countJson(stated.falseAlarms)},
        {"basis", statedJson(stated.falseAlarmsBasis)}, {"computed", countJson(view.alarms.aMonth)},
        {"how", context.texts().text(view.alarms.how)}, {"differs", view.alarms.differs.has_value()}});
    return Json::object({{"name", statedJson(stated.name)}, {"source", statedJson(stated.source)},
        {"description", statedJson(stated.description)}, {"effectiveness", statedJson(stated.effectiveness)},
        {"strictly_necessary", statedJson(stated.strictlyNecessary)},
        {"intrusiveness", statedJson(stated.intrusiveness)}, {"items_a_month", countJson(stated.itemsAMonth)},
        {"centre_list", statedJson(stated.centreList)}, {"board_opinion", statedJson(stated.boardOpinion)},
        {"encryption_effect", statedJson(stated.encryptionEffect)},
        {"alternatives", Json(std::move(alternatives))}, {"error_rates", Json(std::move(rates))},
        {"expected_false_alarms", alarms}});
}

std::string sheetWord(std::string_view id, const Context& context)
{
    return context.label("technology-sheet", id);
}

std::string orNotStated(const std::string& stated, const Context& context)
{
    return stated.empty() ? sheetWord("not-stated", context) : stated;
}

std::string alternativesText(const DeclaredTechnology& stated, const Context& context)
{
    const auto word = [&](std::string_view id) { return sheetWord(id, context); };
    const auto said = [&](const std::string& text) { return orNotStated(text, context); };
    Table table({word("name"), word("effectiveness"), word("intrusiveness"), word("errors"), word("reason")});
    table.mayShrink({4, 2, 1, 3, 0});
    std::string rates;
    for (const DeclaredRate& rate : stated.rates)
        rates += fmt::format(
            "{}{}: {} {}", rates.empty() ? "" : "; ", rate.measureText, rate.value, rate.unitText);
    table.row({said(stated.name), said(stated.effectiveness), said(stated.intrusiveness), said(rates),
        word("chosen")});
    for (const DeclaredAlternative& other : stated.alternatives)
        table.row({said(other.name), said(other.effectiveness), said(other.intrusiveness), said(other.errors),
            said(other.reason)});
    std::string out = "\n" + wrapText("  " + word("alternatives"), context.width(), 4)
        + table.render(context.tableWidth(), context.colour());
    return stated.alternatives.empty() ? out + wrapText("  " + word("no-alternatives"), context.width(), 4)
                                       : out;
}

std::string ratesText(const DeclaredTechnology& stated, const Context& context)
{
    const auto word = [&](std::string_view id) { return sheetWord(id, context); };
    const auto said = [&](const std::string& text) { return orNotStated(text, context); };
    const std::string head = "\n" + wrapText("  " + word("rates"), context.width(), 4);
    if (stated.rates.empty())
        return head + wrapText("  " + word("no-rates"), context.width(), 4);
    Table table(
        {word("rate-of"), word("rate"), word("of"), word("test-data"), word("prevalence"), word("measured")});
    table.mayShrink({3, 5, 4, 2});
    for (const DeclaredRate& rate : stated.rates) {
        const std::string size = rate.testSize
            ? context.text({"technology-sheet.items", {{"count", *rate.testSize}}})
            : word("not-stated");
        std::string measured = rate.measuredOn ? formatDay(*rate.measuredOn) : std::string();
        if (!rate.measuredBy.empty())
            measured += (measured.empty() ? "" : ", ") + rate.measuredBy;
        table.row({said(rate.measureText),
            rate.value.empty() ? word("not-stated") : fmt::format("{} {}", rate.value, rate.unitText),
            said(rate.of), rate.measured.empty() ? size : rate.measured + " " + size, said(rate.prevalence),
            said(measured)});
    }
    return head + table.render(context.tableWidth(), context.colour());
}

std::string technologyText(const TechnologyView& view, const Context& context)
{
    const DeclaredTechnology& stated = view.stated;
    const auto said = [&](const std::string& text) { return orNotStated(text, context); };
    std::string out = wrapText("  "
            + context.styled(
                context.text({"technology-sheet.sheet", {{"name", printable(said(stated.name))}}}),
                Style::Strong),
        context.width(), 4);
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& [id, text] : {std::pair("description", &stated.description),
             std::pair("source", &stated.source), std::pair("necessary", &stated.strictlyNecessary),
             std::pair("centre-list", &stated.centreList), std::pair("board-opinion", &stated.boardOpinion),
             std::pair("encryption", &stated.encryptionEffect)})
        rows.emplace_back(sheetWord(id, context), said(*text));
    std::string alarms = stated.falseAlarms ? std::to_string(*stated.falseAlarms) : said({});
    if (!stated.falseAlarmsBasis.empty())
        alarms += " – " + stated.falseAlarmsBasis;
    rows.emplace_back(sheetWord("stated-alarms", context), alarms);
    rows.emplace_back(sheetWord("computed-alarms", context), context.text(view.alarms.how));
    out += facts(rows, context, 4);
    if (view.alarms.differs)
        out += context.styled(
            wrapText("    " + context.text(*view.alarms.differs), context.width(), 4), Style::Warning);
    return out + alternativesText(stated, context) + ratesText(stated, context);
}

} // namespace

Json technologiesJson(const std::vector<TechnologyView>& technologies, const Context& context)
{
    Json::Array out;
    for (const TechnologyView& view : technologies)
        out.push_back(technologyJson(view, context));
    return Json(std::move(out));
}

std::string technologiesText(const std::vector<TechnologyView>& technologies, const Context& context)
{
    std::string out;
    for (const TechnologyView& view : technologies)
        out += (out.empty() ? "" : "\n") + technologyText(view, context);
    return out;
}

} // namespace tutela::cli

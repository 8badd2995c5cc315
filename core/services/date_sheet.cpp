#include "core/services/date_sheet.h"

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/documents/document_template.h"

namespace tutela::services {

namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view with)
{
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? std::string() : std::string(with)) + text;
    return all;
}

} // namespace

documents::Document dateSheetOf(
    Register& source, const interfaces::CaseView& view, const interfaces::ClockView& clock)
{
    const Catalogue& texts = Catalogue::embedded("en");
    const auto word = [&](const std::string& id) { return texts.text({id, {}}); };
    const auto& form = documents::DocumentTemplate::embedded("date-sheet", "en");
    documents::TemplateValues values;
    values.texts = {
        {"clock", fmt::format("{} ({})", word("clock." + clock.id.substr(0, clock.id.find('/'))), clock.id)},
        {"authority", source.identity().authority}, {"rulebook", source.rulebook().source()},
        {"lastDay", clock.end ? form.dayText(*clock.end) : std::string()}, {"today", source.today()},
        {"state", word(fmt::format("clock-state.{}", toText(clock.state)))}, {"actor", word(clock.actor)},
        {"law", clock.law}, {"provider", view.provider}, {"service", joined(view.services, ", ")}};
    auto& steps = values.tables["steps"];
    for (const interfaces::ClockStep& step : clock.steps) {
        const auto day = parseDay(step.result);
        steps.push_back({std::to_string(steps.size() + 1), texts.text(step.text), step.rule,
            day ? form.dayText(*day) : step.result});
    }
    auto& readings = values.tables["readings"];
    for (const interfaces::ReadingView& reading : clock.readings) {
        const auto option = [&](const std::string& name) {
            return word(fmt::format("reading.{}.{}", reading.key, name));
        };
        std::vector<std::string> others;
        for (const std::string& other : reading.others)
            others.push_back(option(other));
        readings.push_back(
            {word("reading." + reading.key), option(reading.followed), joined(others, "\n"), reading.law});
    }
    if (!readings.empty())
        values.flags.insert("readings");
    if (source.rulebook().inForce())
        values.flags.insert("in-force");
    if (!clock.confirmed)
        values.flags.insert("unconfirmed");
    values.reference = view.file.id.text();
    values.created = source.now();
    return form.fill(values);
}

} // namespace tutela::services

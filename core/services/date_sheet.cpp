#include "core/services/date_sheet.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/documents/document_template.h"
#include "core/documents/pdf_writer.h"
#include "core/services/guarded.h"

namespace tutela::services {

namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view with)
{
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? std::string() : std::string(with)) + text;
    return all;
}

documents::Document sheetOf(
    Register& source, const DateSheetSubject& subject, const interfaces::ClockView& clock)
{
    const Catalogue& texts = Catalogue::embedded("en");
    const auto word = [&](const std::string& id) { return texts.text({id, {}}); };
    const auto& form = documents::DocumentTemplate::embedded("date-sheet", "en");
    std::string title = word("clock." + clock.id.substr(0, clock.id.find('/')));
    if (!clock.service.empty())
        title += " · " + clock.service;
    documents::TemplateValues values;
    values.texts = {{"clock", fmt::format("{} ({})", title, clock.id)},
        {"authority", source.identity().authority}, {"rulebook", source.rulebook().source()},
        {"lastDay", clock.end ? form.dayText(*clock.end) : std::string()}, {"today", source.today()},
        {"state", word(fmt::format("clock-state.{}", toText(clock.state)))}, {"actor", word(clock.actor)},
        {"law", clock.law}, {"provider", subject.provider}, {"service", subject.service}};
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
    values.reference = subject.reference;
    values.created = source.now();
    return form.fill(values);
}

} // namespace

Result<std::string> dateSheetBytes(Register& source, const DateSheetSubject& subject,
    const std::vector<interfaces::ClockView>& clocks, std::string_view id)
{
    const auto found = std::ranges::find(clocks, id, &interfaces::ClockView::id);
    if (found == clocks.end()) {
        return Error{.code = ErrorCode::BadInput,
            .what = {"case.no-clock", {{"clock", std::string(id)}}},
            .record = subject.reference,
            .where = "clock"};
    }
    return guarded(
        [&]() -> Result<std::string> { return documents::writePdf(sheetOf(source, subject, *found)); });
}

} // namespace tutela::services

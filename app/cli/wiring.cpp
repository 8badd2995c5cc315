#include "app/cli/wiring.h"

#include "app/cli/wiring_law.h"
#include "app/cli/wiring_registers.h"
#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/filings/form.h"
#include "core/filings/form_schema.h"
#include "core/services/legal_texts.h"

namespace tutela::cli {

namespace {

Error unknownForm(std::string_view id)
{
    return {ErrorCode::NotAllowed, {"cli.forms.unknown", {}}, "", std::string(id)};
}

class BuiltInReference final : public Reference {
public:
    Result<PeriodReport> period(const PeriodRequest& request) override { return countPeriod(request); }

    Result<CalendarYear> calendar(std::string_view id, int year) override { return calendarYear(id, year); }

    std::vector<std::pair<std::string, std::string>> forms() override
    {
        std::vector<std::pair<std::string, std::string>> rows;
        for (const filings::Form& form : filings::forms())
            rows.emplace_back(form.id, form.title);
        return rows;
    }

    Result<Json> form(std::string_view id) override
    {
        const auto text = embeddedFile("forms/filings/" + std::string(id) + ".json");
        return text ? parseJson(*text, JsonLimits::forOwnData()) : Result<Json>(unknownForm(id));
    }

    Result<Json> formSchema(std::string_view id) override
    {
        const filings::Form* form = filings::formById(id);
        return form != nullptr ? Result<Json>(filings::formSchema(*form)) : Result<Json>(unknownForm(id));
    }

    std::vector<RulebookRow> rulebooks() override { return rulebookRows(); }

    Result<Json> rulebook(std::string_view id) override { return services::legalTextPack(id); }

    Result<std::vector<interfaces::TextDifference>> compareRulebooks(
        std::string_view first, std::string_view second) override
    {
        return services::legalTextDifferences(first, second);
    }

    std::vector<LimitRow> limits() override
    {
        constexpr JsonLimits json = JsonLimits::forForeignData();
        const auto count = [](std::size_t value) { return static_cast<std::int64_t>(value); };
        return {{"filing", count(json.maxBytes), "bytes"}, {"filing-depth", count(json.maxDepth), "levels"},
            {"filing-values", count(json.maxValues), "values"},
            {"filing-text", count(json.maxStringBytes), "bytes"},
            {"filing-key", count(json.maxKeyBytes), "bytes"}};
    }

    std::vector<AccessRow> accessMatrix() override { return builtInAccessMatrix(); }
};

} // namespace

std::unique_ptr<Registers> makeRegisters()
{
    return makeServiceRegisters();
}

std::unique_ptr<Reference> makeReference()
{
    return std::make_unique<BuiltInReference>();
}

} // namespace tutela::cli

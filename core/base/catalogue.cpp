#include "core/base/catalogue.h"

#include <stdexcept>

#include <fmt/format.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"

namespace tutela {

namespace {

template <class... Ts> struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;

std::string_view unitTerm(LengthUnit unit, bool one)
{
    switch (unit) {
    case LengthUnit::Hours:
        return one ? "unit.hour" : "unit.hours";
    case LengthUnit::Days:
        return one ? "unit.day" : "unit.days";
    case LengthUnit::WorkingDays:
        return one ? "unit.working-day" : "unit.working-days";
    case LengthUnit::Weeks:
        return one ? "unit.week" : "unit.weeks";
    case LengthUnit::Months:
        return one ? "unit.month" : "unit.months";
    case LengthUnit::Years:
        return one ? "unit.year" : "unit.years";
    }
    return {};
}

} // namespace

const Catalogue& Catalogue::embedded(std::string_view language)
{
    static const std::map<std::string, Catalogue, std::less<>> catalogues = [] {
        std::map<std::string, Catalogue, std::less<>> loaded;
        for (const EmbeddedFile& file : embeddedFiles()) {
            constexpr std::string_view folder = "forms/texts/";
            if (!file.path.starts_with(folder))
                continue;
            const auto name = file.path.substr(folder.size());
            loaded[std::string(name.substr(0, name.find('.')))].add(file.text);
        }
        // What a language lacks is said in English: papers need only some of the texts.
        for (auto& [name, catalogue] : loaded)
            catalogue.m_texts.insert(loaded["en"].m_texts.begin(), loaded["en"].m_texts.end());
        return loaded;
    }();
    const auto found = catalogues.find(language);
    if (found == catalogues.end())
        throw std::logic_error(fmt::format("no catalogue for language {}", language));
    return found->second;
}

Catalogue::Catalogue(std::string_view json)
{
    add(json);
}

void Catalogue::add(std::string_view json)
{
    const auto parsed = parseJson(json, JsonLimits::forOwnData());
    if (!parsed || !parsed.value().isObject())
        throw std::logic_error("a text catalogue is not a JSON object");
    for (const auto& [id, text] : parsed.value().asObject()) {
        if (!text.isString())
            throw std::logic_error(fmt::format("text {} is not a string", id));
        if (!m_texts.emplace(id, text.asString()).second)
            throw std::logic_error(fmt::format("text {} stands in two files", id));
    }
}

std::string Catalogue::term(std::string_view id) const
{
    const auto found = m_texts.find(id);
    return found == m_texts.end() ? std::string(id) : found->second;
}

std::string Catalogue::text(const Message& message) const
{
    const auto found = m_texts.find(message.id);
    const std::string& pattern = found == m_texts.end() ? message.id : found->second;
    const auto render = [this](const Argument& argument) {
        return std::visit(Overloaded{
                              [](const std::string& value) { return value; },
                              [](std::int64_t value) { return std::to_string(value); },
                              [](Day value) { return formatDay(value); },
                              [](Instant value) { return formatInstant(value); },
                              [this](Length value) {
                                  return fmt::format(
                                      "{} {}", value.amount, term(unitTerm(value.unit, value.amount == 1)));
                              },
                              [this](const Term& value) {
                                  return value.of.empty() ? term(value.id)
                                                          : fmt::format("{} · {}", term(value.id), value.of);
                              },
                          },
            argument.value);
    };
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto open = pattern.find('{', at);
        const auto close = open == std::string::npos ? open : pattern.find('}', open);
        if (close == std::string::npos) {
            out.append(pattern, at);
            break;
        }
        out.append(pattern, at, open - at);
        const std::string_view name(pattern.data() + open + 1, close - open - 1);
        bool filled = false;
        for (const Argument& argument : message.arguments) {
            if (argument.name == name) {
                out += render(argument);
                filled = true;
                break;
            }
        }
        if (!filled)
            out.append(pattern, open, close - open + 1);
        at = close + 1;
    }
    return out;
}

} // namespace tutela

#include "core/services/story_script.h"

#include <stdexcept>

#include <fmt/format.h>

namespace tutela::services {

namespace {

/// Where in a list of that size an index counted from 1, or from the end with -1, lies.
std::size_t placeOf(std::int64_t index, std::size_t size)
{
    const std::int64_t place = index > 0 ? index - 1 : static_cast<std::int64_t>(size) + index;
    if (place < 0 || place >= static_cast<std::int64_t>(size))
        throw std::logic_error(fmt::format("a story asks for number {} of {}", index, size));
    return static_cast<std::size_t>(place);
}

/// Puts what a story knows in the place of its placeholders.
struct StoryWords {
    SamplePlayer& player;
    const SampleProvider& provider;
    const ToldStory& told;
    const CaseFile* file;
    Day today;
    Day on; ///< the day of the act

    [[nodiscard]] Day after(std::string_view count) const
    {
        return on + std::chrono::days{std::stoll(std::string(count))};
    }

    template <class Items> [[nodiscard]] const auto& oneOf(const Items& items, std::string_view index) const
    {
        return items.at(placeOf(std::stoll(std::string(index)), items.size()));
    }

    [[nodiscard]] Json known(std::string_view kind, std::string_view argument) const
    {
        if (kind == "day")
            return Json(formatDay(today + (after(argument) - on)));
        if (kind == "on")
            return Json(formatDay(after(argument)));
        if (kind == "at")
            return Json(formatInstant(Instant{after(argument)} + std::chrono::hours{7}));
        if (kind == "provider")
            return Json(provider.id.text());
        if (kind == "service")
            return Json(oneOf(provider.services, argument).first.text());
        if (kind == "case")
            return Json(told.cases.at(std::string(argument)).text());
        if (kind == "document")
            return Json(oneOf(file->documents, argument).id.text());
        if (kind == "entry")
            return Json(oneOf(file->entries, argument));
        if (kind == "person")
            return Json(player.personOf(std::string(argument)).text());
        throw std::logic_error(fmt::format("a story knows no @{}", kind));
    }

    [[nodiscard]] Json allServices() const
    {
        Json::Array ids;
        for (const auto& [id, name] : provider.services)
            ids.emplace_back(id.text());
        return Json(std::move(ids));
    }

    [[nodiscard]] Json fill(const Json& value) const
    {
        if (value.isString() && value.asString() == "@services")
            return allServices();
        if (value.isString() && value.asString().starts_with('@')) {
            const std::string_view text = std::string_view(value.asString()).substr(1);
            const auto colon = text.find(':');
            return known(text.substr(0, colon),
                colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1));
        }
        if (value.isArray()) {
            Json::Array items;
            for (const Json& item : value.asArray())
                items.push_back(fill(item));
            return Json(std::move(items));
        }
        if (value.isObject()) {
            Json filled = Json::object();
            for (const auto& [name, member] : value.asObject())
                filled.set(name, fill(member));
            return filled;
        }
        return value;
    }

    [[nodiscard]] std::string bytesOf(const Json& content) const
    {
        if (content.isString())
            return content.asString();
        if (content.find("risk-report") != nullptr)
            return sampleRiskReport(
                provider, provider.services.size(), on + std::chrono::days{content.integer("risk-report")});
        if (content.find("further-report") != nullptr)
            return sampleFurtherReport(provider, on + std::chrono::days{content.integer("further-report")});
        if (content.find("implementation-plan") != nullptr)
            return sampleImplementationPlan(provider,
                {file->id.text(), fromText<DetectionKind>(content.text("implementation-plan")).value(),
                    on - std::chrono::days{46}, on - std::chrono::days{10}});
        if (content.find("impact-assessment") != nullptr)
            return sampleImpactAssessment(provider);
        if (content.find("advice") != nullptr)
            return sampleAdvice(file->id.text());
        throw std::logic_error("a story sends a file of no known kind");
    }
};

void playStoryAct(
    SamplePlayer& player, const StoryAct& step, const SampleProvider& provider, Day today, ToldStory& told)
{
    const auto known = told.cases.find(step.caseName);
    const std::optional<CaseId> id = known == told.cases.end() ? std::nullopt : std::optional(known->second);
    const auto loaded = id ? player.target().loadCase(*id) : std::nullopt;
    const StoryWords words{
        player, provider, told, loaded ? &loaded->file : nullptr, today, today + std::chrono::days{step.day}};
    std::vector<interfaces::AttachedFile> files;
    for (const auto& [name, content] : step.files.asObject())
        files.push_back({name, words.bytesOf(content)});
    const auto receipt = player.act(step.person, step.act, id, words.fill(step.data), std::move(files));
    told.cases.emplace(step.caseName, receipt.caseId);
}

} // namespace

void planStory(SamplePlayer& player, const StoryScript& script, const SampleProvider& provider, Day today,
    ToldStory& told)
{
    told.id = script.id;
    told.title = script.title;
    for (const StoryAct& step : script.acts) {
        player.on(today + std::chrono::days{step.day},
            [&player, &step, &told, provider, today] { playStoryAct(player, step, provider, today, told); });
    }
}

} // namespace tutela::services

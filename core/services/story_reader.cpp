#include <stdexcept>

#include <fmt/format.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/services/story_script.h"

namespace tutela::services {

namespace {

constexpr std::string_view kStoryFolder = "core/services/stories/";
constexpr std::string_view kPartsFile = "core/services/stories/parts.json";

Json storyJson(const EmbeddedFile& file)
{
    const auto json = parseJson(file.text, JsonLimits::forOwnData());
    if (!json)
        throw std::logic_error(fmt::format("{} cannot be read", file.path));
    return json.value();
}

/// The same with "@set:x" replaced by what the set has.
Json withSet(const Json& value, const Json& set)
{
    constexpr std::string_view kSet = "@set:";
    if (value.isString() && value.asString().starts_with(kSet)) {
        const Json* given = set.find(value.asString().substr(kSet.size()));
        return given == nullptr ? Json() : *given;
    }
    if (value.isArray()) {
        Json::Array items;
        for (const Json& item : value.asArray())
            items.push_back(withSet(item, set));
        return Json(std::move(items));
    }
    if (value.isObject()) {
        Json filled = Json::object();
        for (const auto& [name, member] : value.asObject())
            filled.set(name, withSet(member, set));
        return filled;
    }
    return value;
}

Json memberOr(const Json& json, std::string_view name)
{
    const Json* member = json.find(name);
    return member == nullptr ? Json::object() : *member;
}

StoryAct actFrom(const Json& json, std::int64_t day, std::string_view caseName, const Json& set)
{
    return {day + json.integer("day"), std::string(json.text("by")),
        withSet(Json(json.text("act")), set).asString(), std::string(caseName),
        withSet(memberOr(json, "data"), set), withSet(memberOr(json, "files"), set),
        std::string(json.text("refused"))};
}

void addActs(const Json& json, const Json& parts, std::vector<StoryAct>& acts)
{
    const std::string_view part = json.text("part");
    if (part.empty()) {
        acts.push_back(actFrom(json, 0, json.text("case"), Json::object()));
        return;
    }
    if (parts.items(part).empty())
        throw std::logic_error(fmt::format("no story has a part {}", part));
    const Json add = memberOr(json, "add");
    for (const Json& shared : parts.items(part)) {
        StoryAct act = actFrom(shared, json.integer("day"), json.text("case"), memberOr(json, "set"));
        const Json further = memberOr(add, act.act);
        for (const auto& [name, value] : further.asObject())
            act.data.set(name, value);
        acts.push_back(std::move(act));
    }
}

StoryScript scriptFrom(const Json& json, const Json& parts)
{
    StoryScript script;
    script.id = json.text("id");
    script.title = json.text("title");
    script.provider = json.text("provider");
    for (const Json& service : json.items("services"))
        script.services.emplace_back(
            service.text("name"), fromText<ServiceKind>(service.text("kind")).value());
    for (const Json& act : json.items("acts"))
        addActs(act, parts, script.acts);
    const Json ends = memberOr(json, "ends");
    for (const auto& [name, step] : ends.asObject())
        script.ends.emplace(name, fromText<Step>(step.asString()).value());
    return script;
}

const Json& sharedParts()
{
    static const Json kParts = [] {
        for (const EmbeddedFile& file : embeddedFiles()) {
            if (file.path == kPartsFile)
                return storyJson(file);
        }
        throw std::logic_error(fmt::format("{} is missing", kPartsFile));
    }();
    return kParts;
}

std::vector<StoryScript> readScripts()
{
    std::vector<StoryScript> scripts;
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (file.path.starts_with(kStoryFolder) && file.path != kPartsFile)
            scripts.push_back(storyFrom(storyJson(file)));
    }
    return scripts;
}

} // namespace

StoryScript storyFrom(const Json& json)
{
    return scriptFrom(json, sharedParts());
}

const std::vector<StoryScript>& storyScripts()
{
    static const std::vector<StoryScript> kScripts = readScripts();
    return kScripts;
}

} // namespace tutela::services

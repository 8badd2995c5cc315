#include "core/law/rulebook_pack.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"

namespace tutela::law {

namespace {

[[noreturn]] void broken(std::string_view id, std::string_view what)
{
    throw std::logic_error(fmt::format("rulebook {}: {}", id, what));
}

Json packOf(std::string_view id, std::string_view text)
{
    auto json = parseJson(text, JsonLimits::forOwnData());
    if (!json)
        broken(id, "no JSON");
    return std::move(json).value();
}

const Json& named(const Json& pack, std::string_view list, std::string_view key, std::string_view name)
{
    for (const Json& item : pack.items(list)) {
        if (item.text(key) == name)
            return item;
    }
    broken(pack.text("id"), name);
}

/// The items of a list that the pack names, each as the text it is based on has it with the members that the
/// pack gives; "like" names the item meant where that is another one.
Json variedItems(const Json& pack, const Json& base, std::string_view list, std::string_view key)
{
    Json::Array items;
    for (const Json& item : pack.items(list)) {
        const std::string_view like = item.text("like").empty() ? item.text(key) : item.text("like");
        Json varied = named(base, list, key, like);
        for (const auto& [name, value] : item.asObject()) {
            if (name != "like")
                varied.set(name, value);
        }
        items.push_back(std::move(varied));
    }
    return Json(std::move(items));
}

Json withOptions(const Json& act, const Json& change)
{
    Json changed = act;
    Json::Array fields;
    for (Json field : act.items("fields")) {
        if (field.text("name") == change.text("field"))
            field.set("options", *change.find("options"));
        fields.push_back(std::move(field));
    }
    changed.set("fields", Json(std::move(fields)));
    return changed;
}

Json withGuard(const Json& act, const Json& change)
{
    Json changed = act;
    Json::Array guards;
    bool found = false;
    for (const Json& guard : act.items("guards")) {
        const bool meant = guard.asString() == change.text("guard");
        found = found || meant;
        guards.push_back(meant ? *change.find("by") : guard);
    }
    if (!found)
        broken(act.text("act"), change.text("guard"));
    changed.set("guards", Json(std::move(guards)));
    return changed;
}

Json actsOf(const Json& pack, const Json& base)
{
    const auto leftOut = [&pack](const Json& act) {
        return std::ranges::any_of(pack.items("without"),
            [&act](const Json& absence) { return absence.text("case") == act.text("case"); });
    };
    Json::Array acts;
    for (Json act : base.items("acts")) {
        if (leftOut(act))
            continue;
        for (const Json& change : pack.items("changes")) {
            if (change.text("act") != act.text("act"))
                continue;
            act = change.find("guard") != nullptr ? withGuard(act, change) : withOptions(act, change);
        }
        acts.push_back(std::move(act));
    }
    return Json(std::move(acts));
}

} // namespace

Result<std::string> rulebookPack(std::string_view id)
{
    const auto textOf = [](std::string_view of) {
        return embeddedFile(fmt::format("core/law/rulebooks/{}.json", of));
    };
    const auto text = textOf(id);
    if (!text)
        return Error{.code = ErrorCode::BadInput, .what = {"rulebook.unknown", {{"id", std::string(id)}}}};
    const Json pack = packOf(id, *text);
    const std::string_view basedOn = pack.text("basedOn");
    if (basedOn.empty())
        return std::string(*text);
    const auto baseText = textOf(basedOn);
    if (!baseText)
        broken(id, basedOn);
    const Json base = packOf(basedOn, *baseText);
    Json whole = Json::object({});
    for (const auto& [key, value] : pack.asObject()) {
        if (key != "changes" && key != "clocks" && key != "readings")
            whole.set(key, value);
    }
    whole.set("clocks", variedItems(pack, base, "clocks", "id"));
    whole.set("readings", variedItems(pack, base, "readings", "key"));
    if (const Json* conditions = base.find("conditions");
        conditions != nullptr && pack.items("without").empty())
        whole.set("conditions", *conditions);
    whole.set("acts", actsOf(pack, base));
    return canonicalJson(whole);
}

} // namespace tutela::law

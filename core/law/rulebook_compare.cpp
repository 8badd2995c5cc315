#include "core/law/rulebook_compare.h"

#include <map>
#include <string_view>

#include <fmt/format.h>

namespace tutela::law {

namespace {

using Leaves = std::map<std::string, std::string>;

/// What tells an item of a list from the others, or nothing.
std::string_view nameOf(const Json& item)
{
    for (const std::string_view key : {"id", "key", "act", "name"}) {
        if (const auto name = item.text(key); !name.empty())
            return name;
    }
    return {};
}

void flatten(const Json& value, const std::string& path, Leaves& out)
{
    if (value.isObject()) {
        for (const auto& [key, member] : value.asObject())
            flatten(member, path.empty() ? key : path + "." + key, out);
    } else if (value.isArray()) {
        std::size_t index = 0;
        for (const Json& item : value.asArray()) {
            const std::string_view name = nameOf(item);
            flatten(item,
                fmt::format("{}[{}]", path, name.empty() ? std::to_string(index) : std::string(name)), out);
            ++index;
        }
    } else {
        out[path] = value.isString() ? value.asString() : canonicalJson(value);
    }
}

std::optional<std::string> leafOf(const Leaves& leaves, const std::string& path)
{
    const auto found = leaves.find(path);
    return found == leaves.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::vector<PackDifference> comparePacks(const Json& first, const Json& second)
{
    Leaves before;
    Leaves after;
    flatten(first, "", before);
    flatten(second, "", after);
    Leaves all = before;
    all.insert(after.begin(), after.end());
    std::vector<PackDifference> differences;
    for (const auto& [path, ignored] : all) {
        PackDifference difference{path, leafOf(before, path), leafOf(after, path)};
        if (difference.first != difference.second)
            differences.push_back(std::move(difference));
    }
    return differences;
}

} // namespace tutela::law

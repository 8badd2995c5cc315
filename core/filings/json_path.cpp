#include "core/filings/json_path.h"

#include <algorithm>

#include "core/base/json.h"

namespace tutela::filings {

std::string memberPath(const std::string& parent, std::string_view key)
{
    const auto isWord = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    if (!key.empty() && std::ranges::all_of(key, isWord))
        return parent + "." + std::string(key);
    return parent + "[" + canonicalJson(Json(key)) + "]";
}

std::string itemPath(const std::string& parent, std::size_t index)
{
    return parent + "[" + std::to_string(index) + "]";
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

std::string shortened(std::string_view text)
{
    constexpr std::size_t kLongest = 100;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u && ++count > kLongest)
            return std::string(text.substr(0, i)) + "…";
    }
    return std::string(text);
}

} // namespace tutela::filings

#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace tutela {

/// A textual identifier that does not mix with identifiers of another kind. No meaning is read from its text.
template <class Tag> class StrongId final {
public:
    explicit StrongId(std::string text)
        : m_text(std::move(text))
    {
    }

    [[nodiscard]] const std::string& text() const { return m_text; }

    friend auto operator<=>(const StrongId&, const StrongId&) = default;

private:
    std::string m_text;
};

} // namespace tutela

template <class Tag> struct std::hash<tutela::StrongId<Tag>> {
    std::size_t operator()(const tutela::StrongId<Tag>& id) const noexcept
    {
        return std::hash<std::string>()(id.text());
    }
};

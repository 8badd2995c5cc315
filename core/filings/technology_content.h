#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/domain/technology.h"

namespace tutela::filings {

/// Gathers the technologies of an implementation plan while its fields are read one after the other.
class TechnologyContent final {
public:
    /// A group of that fact begins: "technology", "alternative", "rate"; others are passed over.
    void begin(const std::string& fact);

    /// A field of that fact, in words and as it stands.
    void remember(const std::string& fact, const std::string& text, const Json& value);

    void end(const std::string& fact);

    [[nodiscard]] std::vector<domain::DeclaredTechnology> take() { return std::move(m_technologies); }

private:
    std::vector<domain::DeclaredTechnology> m_technologies;
    domain::DeclaredTechnology m_technology;
    domain::DeclaredAlternative m_alternative;
    domain::DeclaredRate m_rate;
};

} // namespace tutela::filings

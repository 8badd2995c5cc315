#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/ids.h"

namespace tutela::interfaces {

struct SearchHit {
    CaseId caseId;
    std::string where; ///< the act whose text holds the words; empty: the name of the provider holds them
    std::string snippet; ///< foreign text
};

/// Full text over what this person may see, the files of a provider of that name first.
class SearchDesk {
public:
    virtual ~SearchDesk() = default;
    [[nodiscard]] virtual Result<std::vector<SearchHit>> search(
        std::string_view words, std::int64_t limit) = 0;
};

} // namespace tutela::interfaces

#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/domain/finding.h"
#include "core/filings/form.h"

namespace tutela::filings {

/// No document gets more findings than this; a last one then says that there are more.
inline constexpr std::size_t kMaxFindings = 1000;

/// What a finding tells beside the field: a text, a number, a word of the catalogue.
using FindingDetail = decltype(Argument::value);

/// Collects findings up to kMaxFindings.
class FindingList final {
public:
    /// Adds `code` with its message, whose arguments are `field` and `detail`, shortened. The same code at
    /// the same path is added once.
    void add(const std::string& code, domain::Severity severity, const std::string& path,
        const std::string& law, const std::string& field = {}, const FindingDetail& detail = {});

    [[nodiscard]] std::vector<domain::Finding> take();

private:
    std::vector<domain::Finding> m_findings;
    std::set<std::string> m_keys; ///< code and path of each
    std::size_t m_left = 0;
};

/// Everything that is wrong with a document of that form, all at once, each with path and article. Pure: a
/// day is not compared with today. For an own form, no MustFix finding means that the exported schema accepts
/// it. In an open form null counts as absent and an unknown field is to be checked, not to be fixed.
[[nodiscard]] std::vector<domain::Finding> checkFiling(const Json& filing, const Form& form);

} // namespace tutela::filings

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/json_parse.h"
#include "core/filings/html_text.h"
#include "core/filings/read_filing.h"

namespace {

bool isReadable(std::string_view text)
{
    return tutela::parseJson(tutela::canonicalJson(tutela::Json(text)), tutela::JsonLimits::forOwnData())
        .ok();
}

} // namespace

/// Any bytes give a filing or a refusal; what is shown of a filing is valid UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    static_cast<void>(tutela::filings::plainTextOfHtml(input));
    const auto filing = tutela::filings::readFiling(input);
    if (!filing)
        return 0;
    if (filing.value().size != size)
        std::abort();
    for (const auto& section : filing.value().sections) {
        for (const auto& item : section.items) {
            if (!isReadable(item.label) || !isReadable(item.text))
                std::abort();
        }
    }
    return 0;
}

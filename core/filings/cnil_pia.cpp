#include "core/filings/cnil_pia.h"

#include <algorithm>
#include <stdexcept>

#include "core/filings/cnil_pia_reader.h"

namespace tutela::filings {

bool isCnilPia(const Json& document)
{
    const Json* pia = document.find("pia");
    return pia != nullptr && pia->isObject()
        && std::ranges::any_of(
            std::initializer_list<const char*>{"answers", "measures", "evaluations", "comments"},
            [&document](const char* key) {
                const Json* rows = document.find(key);
                return rows != nullptr && rows->isArray();
            });
}

domain::Filing readCnilPia(const Json& document)
{
    const Form* form = formById("dpia-cnil-pia");
    if (form == nullptr)
        throw std::logic_error("the form dpia-cnil-pia is missing");
    return pia::PiaReader(document, *form).read();
}

} // namespace tutela::filings

#include "core/filings/read_filing.h"

#include "core/base/json_parse.h"
#include "core/filings/check_filing.h"
#include "core/filings/cnil_pia.h"
#include "core/filings/filing_content.h"
#include "core/filings/json_path.h"

namespace tutela::filings {

namespace {

Error noFiling(const char* id, const char* where, std::string detail = {})
{
    return {.code = ErrorCode::BadInput, .what = {id, {{"detail", std::move(detail)}}}, .where = where};
}

Result<domain::Filing> readDocument(const Json& document)
{
    if (!document.isObject())
        return noFiling("filing.not-an-object", "$");
    const Json* named = document.find("form");
    if (named == nullptr && isCnilPia(document))
        return readCnilPia(document);
    if (named == nullptr)
        return noFiling("filing.no-form", "$");
    if (!named->isString())
        return noFiling("filing.unknown-form", "$.form", shortened(canonicalJson(*named)));
    const Form* form = formById(named->asString());
    if (form == nullptr)
        return noFiling("filing.unknown-form", "$.form", shortened(named->asString()));
    if (form->open)
        return isCnilPia(document) ? Result(readCnilPia(document)) : noFiling("filing.no-form", "$");
    domain::Filing filing = filingContent(document, *form);
    filing.findings = checkFiling(document, *form);
    return filing;
}

} // namespace

Result<domain::Filing> readFiling(std::string_view bytes)
{
    const auto document = parseJson(bytes, JsonLimits::forForeignData());
    if (!document)
        return document.error();
    auto filing = readDocument(document.value());
    if (filing) {
        filing.value().sha256 = sha256(bytes);
        filing.value().size = bytes.size();
    }
    return filing;
}

} // namespace tutela::filings

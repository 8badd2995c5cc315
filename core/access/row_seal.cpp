#include "core/access/row_seal.h"

#include <algorithm>

#include "core/base/digest.h"

namespace tutela::access {

namespace {

/// No checkpoint begins like this, so that no signature of the log key means two things.
std::string statementOf(std::string_view origin, const LocalRow& row)
{
    return "tutela-local-row-v1\n"
        + canonicalJson(Json::object(
            {{"key", row.key}, {"origin", origin}, {"table", row.table}, {"values", row.values}}));
}

} // namespace

std::string RowSealer::seal(const LocalRow& row) const
{
    return std::string(asText(m_signer(statementOf(m_origin, row))));
}

bool sealFits(
    const SigningPublicKey& logKey, std::string_view origin, const LocalRow& row, std::string_view seal)
{
    Signature signature{};
    if (seal.size() != signature.size())
        return false;
    std::ranges::copy(asBytes(seal), signature.begin());
    return verifySignature(logKey, statementOf(origin, row), signature);
}

} // namespace tutela::access

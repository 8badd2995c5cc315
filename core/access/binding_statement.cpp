#include "core/access/binding_statement.h"

namespace tutela::access {

std::string BindingStatement::bytes() const
{
    Json::Array hashes;
    for (const Digest& commitment : commitments)
        hashes.emplace_back(toHex(commitment));
    Json json = Json::object({{"act", act}, {"commitments", std::move(hashes)}, {"rulebook", toHex(rulebook)},
        {"store", store}, {"stream", stream}, {"streamSeq", expectedStreamSeq}});
    if (bundle)
        json.set("bundle", toHex(*bundle));
    return "tutela-act-v1\n" + canonicalJson(json);
}

Signature sign(const BindingStatement& statement, const PersonKeys& person)
{
    return person.sign(statement.bytes());
}

bool verify(const BindingStatement& statement, const SigningPublicKey& person, const Signature& signature)
{
    return verifySignature(person, statement.bytes(), signature);
}

} // namespace tutela::access

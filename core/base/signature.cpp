#include "core/base/signature.h"

#include <sodium.h>

#include "core/base/digest.h"

namespace tutela {

bool verifySignature(const SigningPublicKey& key, std::string_view bytes, const Signature& signature)
{
    return crypto_sign_verify_detached(
               signature.data(), asBytes(bytes).data(), bytes.size(), key.bytes.data())
        == 0;
}

} // namespace tutela

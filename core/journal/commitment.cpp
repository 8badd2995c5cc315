#include "core/journal/commitment.h"

#include <stdexcept>

namespace tutela::journal {

Salt drawSalt(RandomSource& random)
{
    Salt salt{};
    random.fill(salt);
    return salt;
}

Digest commitment(std::string_view stream, std::string_view name, const Salt& salt, const Digest& content)
{
    constexpr std::string_view kEnd("\0", 1);
    if (stream.find('\0') != std::string_view::npos || name.find('\0') != std::string_view::npos)
        throw std::invalid_argument("U+0000 in the name of a commitment");
    return Sha256()
        .add("tutela-content-v1")
        .add(stream)
        .add(kEnd)
        .add(name)
        .add(kEnd)
        .add(asText(salt))
        .add(asText(content))
        .finish();
}

Digest commitmentTo(std::string_view stream, std::string_view name, const Salt& salt, std::string_view bytes)
{
    return commitment(stream, name, salt, sha256(bytes));
}

bool verifyCommitment(const Digest& committed, std::string_view stream, std::string_view name,
    const Salt& salt, std::string_view bytes)
{
    return committed == commitmentTo(stream, name, salt, bytes);
}

} // namespace tutela::journal

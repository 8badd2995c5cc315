#include "core/base/embedded.h"

namespace tutela {

std::optional<std::string_view> embeddedFile(std::string_view path)
{
    for (const EmbeddedFile& file : embeddedFiles()) {
        if (file.path == path)
            return file.text;
    }
    return std::nullopt;
}

} // namespace tutela

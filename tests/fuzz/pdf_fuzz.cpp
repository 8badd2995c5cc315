#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/documents/pdf_examination.h"

/// Any bytes give a flag or none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    static_cast<void>(tutela::documents::examinePdf(input));
    return 0;
}

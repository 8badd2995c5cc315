#include <cstdio>
#include <fstream>
#include <string_view>

#include "core/documents/pdf_writer.h"
#include "core/documents/text_writer.h"
#include "tests/unit/documents/sample_documents.h"

/// documents_sample NAME FILE: writes one sample as PDF, for tests that need a process of its own.
int main(int count, char** arguments)
{
    using namespace tutela::documents;
    if (count != 3)
        return 2;
    try {
        std::ofstream(arguments[2], std::ios::binary) << writePdf(everyBlock());
    } catch (const PdfFailure& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 3;
    }
    return 0;
}

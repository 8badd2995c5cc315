#include <cstdio>
#include <fstream>
#include <string_view>

#include "core/documents/pdf_writer.h"
#include "tests/unit/documents/sample_documents.h"

/// documents_sample blocks|order FILE: writes a sample as PDF, for tests that need a process of its own.
int main(int count, char** arguments)
{
    using namespace tutela::documents;
    if (count != 3)
        return 2;
    try {
        const bool order = std::string_view(arguments[1]) == "order";
        const Document document = order
            ? orderDocument(orderFacts(), DocumentTemplate::embedded("detection-order", "en"))
            : everyBlock();
        std::ofstream(arguments[2], std::ios::binary) << writePdf(document);
    } catch (const PdfFailure& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 3;
    }
    return 0;
}

#pragma once

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/support/scratch_folder.h"

namespace tutela::testing {

/// The words of a PDF as pdftotext reads them, with one space between them.
[[nodiscard]] inline std::string pdfWords(const std::string& pdf)
{
    const ScratchFolder folder;
    std::ofstream(folder.file("paper.pdf"), std::ios::binary) << pdf;
    const std::string command = "pdftotext -layout '" + folder.file("paper.pdf").string() + "' -";
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr)
        return out;
    char buffer[4096];
    while (const std::size_t count = fread(buffer, 1, sizeof buffer, pipe))
        out.append(buffer, count);
    pclose(pipe);
    std::istringstream split(out);
    std::string words;
    for (std::string word; split >> word;)
        words += (words.empty() ? "" : " ") + word;
    return words;
}

} // namespace tutela::testing

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "core/base/catalogue.h"

namespace tutela::cli {

namespace {

/// Beginnings to which the code adds the rest.
bool isBeginning(const std::string& id)
{
    return id == "cli.severity" || id.ends_with('.');
}

TEST(TextsOfTheCommandLine, AreAllInTheCatalogue)
{
    const Catalogue& texts = Catalogue::embedded("en");
    const std::regex literal("\"(cli\\.[a-z.-]+)\"");
    int found = 0;
    for (const auto& file : std::filesystem::directory_iterator(TUTELA_SOURCE_DIR "/app/cli")) {
        if (file.path().extension() != ".cpp")
            continue;
        std::stringstream code;
        code << std::ifstream(file.path()).rdbuf();
        const std::string text = code.str();
        for (std::sregex_iterator hit(text.begin(), text.end(), literal), end; hit != end; ++hit) {
            const std::string id = (*hit)[1];
            ++found;
            EXPECT_TRUE(isBeginning(id) || texts.has(id)) << id << " in " << file.path();
        }
    }
    EXPECT_GT(found, 100);
}

} // namespace

} // namespace tutela::cli

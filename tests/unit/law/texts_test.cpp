#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "core/base/catalogue.h"

namespace tutela::law {

namespace {

std::set<std::string> idsInCode()
{
    std::set<std::string> ids;
    const std::regex pattern("\"((period|zone|calendar|ledger|clock|law\\.pack)\\.[a-z][a-z.-]*[a-z])\"");
    for (const auto& file : std::filesystem::directory_iterator(TUTELA_SOURCE_DIR "/core/law")) {
        if (file.path().extension() != ".cpp" && file.path().extension() != ".h")
            continue;
        std::ostringstream text;
        text << std::ifstream(file.path()).rdbuf();
        const std::string code = text.str();
        for (std::sregex_iterator at(code.begin(), code.end(), pattern), end; at != end; ++at)
            ids.insert((*at)[1]);
    }
    return ids;
}

TEST(LawTexts, HaveAnEnglishTextForEveryIdInTheCode)
{
    const auto ids = idsInCode();
    EXPECT_GT(ids.size(), 50U);
    for (const std::string& id : ids)
        EXPECT_TRUE(Catalogue::embedded("en").has(id)) << id;
}

} // namespace

} // namespace tutela::law

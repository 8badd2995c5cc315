#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "core/filings/read_filing.h"
#include "filing_as_json.h"

namespace tutela::filings {

namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string golden(const fs::path& input)
{
    const auto filing = readFiling(bytesOf(input));
    return filing ? prettyJson(asJson(filing.value())) : filing.error().what.id + " " + filing.error().where;
}

TEST(GoldenFilings, AreReadAsExpected)
{
    const fs::path root = fs::path(TUTELA_SOURCE_DIR) / "tests/golden/filings";
    const fs::path actualRoot = fs::path(TUTELA_BINARY_DIR) / "golden/filings";
    int cases = 0;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".in.json"))
            continue;
        ++cases;
        const std::string stem = name.substr(0, name.size() - std::string(".in.json").size());
        const fs::path expected = entry.path().parent_path() / (stem + ".expected.json");
        const std::string actual = golden(entry.path()) + "\n";
        if (bytesOf(expected) == actual)
            continue;
        const fs::path written = actualRoot / fs::relative(expected, root);
        fs::create_directories(written.parent_path());
        std::ofstream(written, std::ios::binary) << actual;
        ADD_FAILURE() << "compare " << expected << " with " << written;
    }
    EXPECT_GE(cases, 10);
}

} // namespace

} // namespace tutela::filings

// Writes the JSON Schema of each form, and many documents with our own verdict on each: the golden inputs,
// and every variation of them that drops one value or puts another in its place.
//   judged_documents GOLDEN_FOLDER OUTPUT_FOLDER

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "core/base/json_parse.h"
#include "core/filings/check_filing.h"
#include "core/filings/form_schema.h"

namespace {

namespace fs = std::filesystem;
using namespace tutela;

std::string bytesOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class Writer final {
public:
    Writer(const filings::Form& form, std::string name, std::ostream& out)
        : m_form(form)
        , m_name(std::move(name))
        , m_out(out)
    {
    }

    void asItIs(const Json& document) { write(document, "as it is"); }

    void varied(Json document) { vary(document, document, "$"); }

private:
    void write(const Json& document, const std::string& what)
    {
        const auto findings = filings::checkFiling(document, m_form);
        const bool accepted = std::ranges::none_of(findings,
            [](const domain::Finding& finding) { return finding.severity == domain::Severity::MustFix; });
        m_out << canonicalJson(Json::object({{"form", m_form.id}, {"name", m_name + " " + what},
            {"accepted", accepted}, {"document", document}}))
              << '\n';
    }

    /// `at` is a part of `document`: both change together.
    void vary(Json& document, Json& at, const std::string& path)
    {
        if (at.isObject())
            varyMembers(document, at, path);
        if (at.isArray()) {
            for (std::size_t i = 0; i < at.asArray().size() && i < 2; ++i)
                replace(document, at.asArray()[i], path + "[]");
        }
    }

    void varyMembers(Json& document, Json& at, const std::string& path)
    {
        std::vector<std::string> keys;
        for (const auto& [key, value] : at.asObject())
            keys.push_back(key);
        at.set("unheardOf", "x");
        write(document, path + " with an unknown field");
        at.asObject().erase("unheardOf");
        for (const std::string& key : keys) {
            if (path == "$" && key == "form")
                continue;
            const Json kept = *at.find(key);
            at.asObject().erase(key);
            write(document, path + " without " + key);
            at.set(key, kept);
            replace(document, at.asObject().find(key)->second, path + "." + key);
        }
    }

    void replace(Json& document, Json& at, const std::string& path)
    {
        static const Json::Array others = {Json(), true, false, 0, -1, 7, Decimal{"1.5"}, "", " \t\n",
            "\u00a0", "x", "2031-02-28", "2031-02-29", "2031-2-1", std::string(600, 'x'), Json::Array{},
            Json::Array{""}, Json::Array{1}, Json::Array{"hosting"}, Json::Array{"a", "b", "c"},
            Json::object(), Json::Array{Json::object()}};
        const Json kept = at;
        for (const Json& other : others) {
            at = other;
            write(document, path + " = " + canonicalJson(other).substr(0, 30));
        }
        at = kept;
        vary(document, at, path);
    }

    const filings::Form& m_form;
    std::string m_name;
    std::ostream& m_out;
};

void judge(const fs::path& golden, std::ostream& out)
{
    for (const auto& entry : fs::recursive_directory_iterator(golden)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".in.json"))
            continue;
        const auto document = parseJson(bytesOf(entry.path()), JsonLimits::forForeignData());
        const std::string named(document.value().text("form"));
        const filings::Form* form = filings::formById(named.empty() ? "dpia-cnil-pia" : named);
        Writer writer(*form, name, out);
        writer.asItIs(document.value());
        if (name.starts_with("complete."))
            writer.varied(document.value());
    }
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 3) {
        std::cerr << "judged_documents GOLDEN_FOLDER OUTPUT_FOLDER\n";
        return 2;
    }
    const fs::path output = arguments[2];
    Json schemas = Json::object();
    for (const filings::Form& form : filings::forms())
        schemas.set(form.id, filings::formSchema(form));
    std::ofstream(output / "schemas.json", std::ios::binary) << canonicalJson(schemas);
    std::ofstream out(output / "judged.jsonl", std::ios::binary);
    judge(arguments[1], out);
    return out.good() ? 0 : 1;
}

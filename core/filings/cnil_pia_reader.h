#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/domain/filing.h"
#include "core/filings/check_filing.h"
#include "core/filings/form.h"

namespace tutela::filings::pia {

using domain::FilingItem;
using domain::FilingSection;
using domain::Severity;

/// A reference or a level as text: some versions of the tool write numbers, others texts. Null is empty.
[[nodiscard]] std::string keyText(const Json& object, std::string_view key);

/// Turns one export into a filing. Used once; the parts of the export keep their own functions.
class PiaReader final {
public:
    PiaReader(const Json& document, const Form& form)
        : m_document(document)
        , m_form(form)
    {
    }

    domain::Filing read();

private:
    struct Answer {
        const Json* json;
        std::string path;
        bool isShown = false;
    };

    // What each part of the export becomes.
    void header();
    void opinions();
    void collectAnswers();
    void outline();
    void riskOf(const OutlineItem& part, FilingSection& section);
    void measures();
    void evaluations();
    void action(const Json& evaluation, const std::string& about, const std::string& path);
    void comments();
    void unrecognised();

    [[nodiscard]] const Json::Array& rows(std::string_view key) const { return m_document.items(key); }

    std::string text(const Json& object, std::string_view key, const std::string& path);
    std::string word(
        const std::string& list, const Json& object, std::string_view key, const std::string& path);
    std::optional<Day> day(const Json& object, std::string_view key, const std::string& path);
    domain::FilingMeasure* measureOf(const Json& object);
    std::string aboutOf(const Json& object, const std::string& path);
    void items(const OutlineQuestion& question, const OutlineItem& part, FilingSection& section);
    std::vector<std::string> listOf(const Json& answer, const std::string& path);
    void risk(domain::FilingRisk& risk, const OutlineQuestion& question, const Answer& answer);

    [[nodiscard]] std::string heading(const char* key) const { return wordFor(m_form, "heading", key); }

    void toCheck(const char* code, const std::string& path, const std::string& field,
        const std::string& detail = {}, const std::string& law = {})
    {
        m_findings.add(code, Severity::ToCheck, path, law, field, detail);
    }

    const Json& m_document;
    const Form& m_form;
    domain::Filing m_filing;
    FindingList m_findings;
    std::multimap<std::string, Answer> m_answers;
    std::map<std::string, std::size_t> m_measures; ///< number → place in the filing
    std::map<std::string, std::string> m_labels; ///< question or part → label
};

} // namespace tutela::filings::pia

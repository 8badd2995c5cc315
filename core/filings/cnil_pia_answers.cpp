#include <set>
#include <string_view>

#include "core/filings/cnil_pia_reader.h"
#include "core/filings/filing_content.h"
#include "core/filings/html_text.h"
#include "core/filings/json_path.h"

namespace tutela::filings::pia {

namespace {

/// Where the answers to a question stand.
std::string pathOfQuestion(const std::string& question)
{
    return "$.answers[?@.reference_to==" + question + "]";
}

/// The list of an answer as plain texts.
std::vector<std::string> plainList(const Json& answer, bool* leftOut = nullptr)
{
    std::vector<std::string> out;
    const Json* inner = answer.find("data");
    if (inner == nullptr)
        return out;
    for (const Json& entry : inner->items("list")) {
        PlainText plain = plainTextOfHtml(plainValue(entry));
        if (leftOut != nullptr)
            *leftOut = *leftOut || plain.leftOut;
        out.push_back(std::move(plain.text));
    }
    return out;
}

} // namespace

void PiaReader::collectAnswers()
{
    for (std::size_t i = 0; i < rows("answers").size(); ++i) {
        const Json& answer = rows("answers")[i];
        const std::string path = itemPath("$.answers", i);
        if (!answer.isObject())
            continue;
        const std::string reference = keyText(answer, "reference_to");
        if (!reference.empty() && m_answers.contains(reference))
            toCheck("filing.pia-answered-twice", path,
                m_labels.contains(reference) ? m_labels[reference] : reference);
        m_answers.emplace(reference, Answer{&answer, path});
    }
}

std::vector<std::string> PiaReader::listOf(const Json& answer, const std::string& path)
{
    bool leftOut = false;
    auto out = plainList(answer, &leftOut);
    if (leftOut)
        toCheck("filing.pia-left-out", path + ".data.list", "list");
    return out;
}

void PiaReader::risk(domain::FilingRisk& risk, const OutlineQuestion& question, const Answer& answer)
{
    const Json* inner = answer.json->find("data");
    const std::string gauge = inner == nullptr ? std::string() : keyText(*inner, "gauge");
    const std::string level = gauge.empty() || gauge == "0" ? std::string() : wordFor(m_form, "gauge", gauge);
    if (question.fact == "impacts")
        risk.impacts = plainList(*answer.json);
    else if (question.fact == "threats")
        risk.threats = plainList(*answer.json);
    else if (question.fact == "sources")
        risk.sources = plainList(*answer.json);
    else if (question.fact == "measures")
        risk.measures = plainList(*answer.json);
    else if (question.fact == "severity")
        risk.severityBefore = level;
    else if (question.fact == "likelihood")
        risk.likelihoodBefore = level;
    if ((question.fact == "severity" || question.fact == "likelihood") && inner != nullptr) {
        const std::string reason = plainTextOfHtml(inner->text("text")).text;
        if (!reason.empty())
            risk.explanation += (risk.explanation.empty() ? "" : "\n") + question.label + ": " + reason;
    }
}

/// The answers to one question; a question without answer is an item without text and a point to check.
void PiaReader::items(const OutlineQuestion& question, const OutlineItem& part, FilingSection& section)
{
    const auto [first, last] = m_answers.equal_range(question.id);
    bool isAnswered = false;
    for (auto at = first; at != last; ++at) {
        Answer& answer = at->second;
        answer.isShown = true;
        FilingItem item{question.label, part.law, {}, listOf(*answer.json, answer.path)};
        const Json* inner = answer.json->find("data");
        if (inner != nullptr && inner->isObject()) {
            item.text = text(*inner, "text", answer.path + ".data");
            const std::string level = word("gauge", *inner, "gauge", answer.path + ".data");
            if (!level.empty() && keyText(*inner, "gauge") != "0")
                section.items.push_back({question.label + ": " + heading("level"), part.law, level, {}});
        }
        isAnswered = isAnswered || !item.text.empty() || !item.list.empty();
        section.items.push_back(std::move(item));
    }
    if (first == last)
        section.items.push_back({question.label, part.law, {}, {}});
    if (!isAnswered)
        toCheck(
            "filing.pia-not-answered", pathOfQuestion(question.id), question.label, part.heading, part.law);
}

void PiaReader::riskOf(const OutlineItem& part, FilingSection& section)
{
    domain::FilingRisk out;
    out.name = part.heading;
    out.path = pathOfQuestion(part.questions.front().id);
    for (const OutlineQuestion& question : part.questions) {
        if (const auto found = m_answers.find(question.id); found != m_answers.end())
            risk(out, question, found->second);
    }
    for (std::size_t i = 0; i < rows("evaluations").size(); ++i) {
        const Json& evaluation = rows("evaluations")[i];
        const Json* gauges = evaluation.find("gauges");
        if (gauges == nullptr || keyText(evaluation, "reference_to") != part.id)
            continue;
        const std::string path = itemPath("$.evaluations", i) + ".gauges";
        if (keyText(*gauges, "x") != "0")
            out.severityAfter = word("gauge", *gauges, "x", path);
        if (keyText(*gauges, "y") != "0")
            out.likelihoodAfter = word("gauge", *gauges, "y", path);
    }
    std::set<std::string_view> described;
    for (const domain::FilingMeasure& measure : m_filing.measures)
        described.insert(measure.name);
    for (const std::string& measure : out.measures) {
        if (!described.contains(measure))
            toCheck("filing.pia-measure-not-described", memberPath(out.path, measure), measure, part.heading,
                "GDPR Art 35(7)(d)");
    }
    for (const auto& [key, level] : {std::pair("severity-after", &out.severityAfter),
             std::pair("likelihood-after", &out.likelihoodAfter)}) {
        if (!level->empty())
            section.items.push_back({heading(key), part.law, *level, {}});
    }
    m_filing.risks.push_back(std::move(out));
}

void PiaReader::outline()
{
    for (const OutlineItem& part : m_form.outline) {
        FilingSection section{part.heading, part.law, 0, {}};
        for (const OutlineQuestion& question : part.questions)
            items(question, part, section);
        if (part.risk)
            riskOf(part, section);
        m_filing.sections.push_back(std::move(section));
    }
}

} // namespace tutela::filings::pia

#include "core/filings/cnil_pia_reader.h"

#include <algorithm>

#include "core/filings/filing_content.h"
#include "core/filings/html_text.h"
#include "core/filings/json_path.h"
#include "core/filings/unrecognised.h"

namespace tutela::filings::pia {

std::string keyText(const Json& object, std::string_view key)
{
    const Json* value = object.find(key);
    return value == nullptr || value->isNull()
        ? std::string()
        : (value->isString() ? value->asString() : canonicalJson(*value));
}

std::string PiaReader::text(const Json& object, std::string_view key, const std::string& path)
{
    const Json* value = object.find(key);
    if (value == nullptr)
        return {};
    if (!value->isString())
        return plainValue(*value);
    PlainText plain = plainTextOfHtml(value->asString());
    if (plain.leftOut)
        toCheck("filing.pia-left-out", memberPath(path, key), std::string(key));
    return std::move(plain.text);
}

std::string PiaReader::word(
    const std::string& list, const Json& object, std::string_view key, const std::string& path)
{
    const std::string value = keyText(object, key);
    const auto& words = m_form.words.at(list);
    if (value.empty())
        return {};
    if (!words.contains(value))
        toCheck("filing.pia-unknown-value", memberPath(path, key), std::string(key), value);
    return wordFor(m_form, list, value);
}

std::optional<Day> PiaReader::day(const Json& object, std::string_view key, const std::string& path)
{
    const std::string value = text(object, key, path);
    if (value.empty())
        return std::nullopt;
    if (const auto found = parseDay(value))
        return found;
    if (const auto instant = parseInstant(value))
        return std::chrono::floor<std::chrono::days>(*instant);
    toCheck("filing.no-day", memberPath(path, key), std::string(key), value);
    return std::nullopt;
}

/// The measure that an evaluation ("3.1.7") or a comment (7, for a measure) is about, or null-pointer.
domain::FilingMeasure* PiaReader::measureOf(const Json& object)
{
    std::string reference = keyText(object, "reference_to");
    if (reference.starts_with("3.1."))
        reference.erase(0, 4);
    else if (!object.flag("for_measure"))
        return nullptr;
    const auto found = m_measures.find(reference);
    return found == m_measures.end() ? nullptr : &m_filing.measures[found->second];
}

/// What a comment or an evaluation is about: "1.1" a part, "212" a question, "2.1.212" a question in its
/// part, "3.1.7" the measure with number 7. The reference itself when none of them.
std::string PiaReader::aboutOf(const Json& object, const std::string& path)
{
    const std::string reference = keyText(object, "reference_to");
    const auto dot = reference.rfind('.');
    const std::string last = dot == std::string::npos ? reference : reference.substr(dot + 1);
    const bool isOfItsPart =
        last.size() == 3 && reference == last.substr(0, 1) + "." + last.substr(1, 1) + "." + last;
    if (const domain::FilingMeasure* measure = measureOf(object))
        return measure->name;
    if (const auto label = m_labels.find(isOfItsPart ? last : reference);
        label != m_labels.end() && !object.flag("for_measure"))
        return label->second;
    if (!reference.empty())
        toCheck("filing.pia-unknown-reference", memberPath(path, "reference_to"), reference);
    return reference;
}

void PiaReader::header()
{
    const Json& pia = *m_document.find("pia");
    const Field& group = m_form.fields.front();
    FilingSection shown{heading("header"), m_form.law, 0, {}};
    FilingSection technical{heading("technical"), {}, 0, {}};
    for (const Field& field : group.fields) {
        if (field.fact == "pia.opinion" || pia.find(field.id) == nullptr)
            continue;
        const std::string value =
            field.words.empty() ? text(pia, field.id, "$.pia") : word(field.words, pia, field.id, "$.pia");
        if (!value.empty())
            (field.fact == "pia.header" ? shown : technical)
                .items.push_back({field.label, field.law, value, {}});
    }
    m_filing.sections.push_back(std::move(shown));
    if (!technical.items.empty())
        m_filing.sections.push_back(std::move(technical));
}

void PiaReader::opinions()
{
    const Json& pia = *m_document.find("pia");
    FilingSection section{heading("opinions"), "GDPR Art 35(2), (9)", 0, {}};
    for (const Field& field : m_form.fields.front().fields) {
        if (field.fact != "pia.opinion" || pia.find(field.id) == nullptr)
            continue;
        const std::string value =
            field.words.empty() ? text(pia, field.id, "$.pia") : word(field.words, pia, field.id, "$.pia");
        if (!value.empty())
            section.items.push_back({field.label, field.law, value, {}});
    }
    const auto plain = [&pia](std::string_view key) { return plainTextOfHtml(keyText(pia, key)).text; };
    const auto outcome = [this, &pia](std::string_view key) {
        return wordFor(m_form, "opinion-status", keyText(pia, key));
    };
    if (!plain("dpo_opinion").empty() || !plain("dpos_names").empty())
        m_filing.opinions.push_back({plain("dpos_names"), heading("dpo"), outcome("dpo_status"),
            plain("dpo_opinion"), {}, {}, "$.pia.dpo_opinion"});
    if (plain("dpo_opinion").empty())
        toCheck("filing.pia-no-dpo-advice", "$.pia.dpo_opinion", {}, {}, "GDPR Art 35(2)");
    if (!plain("concerned_people_opinion").empty() || !plain("people_names").empty())
        m_filing.opinions.push_back(
            {plain("people_names"), heading("concerned-people"), outcome("concerned_people_status"),
                plain("concerned_people_opinion"), {}, {}, "$.pia.concerned_people_opinion"});
    if (!section.items.empty())
        m_filing.sections.push_back(std::move(section));
}

void PiaReader::measures()
{
    FilingSection section{heading("measures"), "GDPR Art 35(7)(d)", 0, {}};
    for (std::size_t i = 0; i < rows("measures").size(); ++i) {
        const Json& row = rows("measures")[i];
        const std::string path = itemPath("$.measures", i);
        if (!row.isObject())
            continue;
        domain::FilingMeasure measure;
        measure.name = text(row, "title", path);
        measure.description = text(row, "content", path);
        measure.path = path;
        m_measures[keyText(row, "id")] = m_filing.measures.size();
        section.items.push_back({measure.name, {}, measure.description, {}});
        m_filing.measures.push_back(std::move(measure));
    }
    if (!section.items.empty())
        m_filing.sections.push_back(std::move(section));
}

void PiaReader::action(const Json& evaluation, const std::string& about, const std::string& path)
{
    domain::FilingAction out;
    out.about = about;
    out.what = text(evaluation, "action_plan_comment", path);
    out.responsible = text(evaluation, "person_in_charge", path);
    out.due = day(evaluation, "estimated_implementation_date", path);
    out.status = wordFor(m_form, "evaluation-status", keyText(evaluation, "status"));
    out.path = path;
    if (!out.what.empty() || !out.responsible.empty() || out.due)
        m_filing.actions.push_back(std::move(out));
}

void PiaReader::evaluations()
{
    FilingSection section{heading("evaluations"), m_form.law, 0, {}};
    FilingSection plan{heading("actions"), m_form.law, 0, {}};
    for (std::size_t i = 0; i < rows("evaluations").size(); ++i) {
        const Json& row = rows("evaluations")[i];
        const std::string path = itemPath("$.evaluations", i);
        if (!row.isObject())
            continue;
        const std::string about = aboutOf(row, path);
        const std::string status = word("evaluation-status", row, "status", path);
        FilingItem item{about, {}, status, {}};
        for (const char* key : {"evaluation_comment", "evaluation_infos", "evaluation_date"}) {
            if (std::string more = text(row, key, path); !more.empty())
                item.list.push_back(std::move(more));
        }
        if (domain::FilingMeasure* measure = measureOf(row)) {
            measure->status = status;
            measure->evaluation = text(row, "evaluation_comment", path);
        }
        section.items.push_back(std::move(item));
        action(row, about, path);
    }
    for (const domain::FilingAction& each : m_filing.actions) {
        FilingItem item{each.about, {}, each.what, {}};
        if (!each.responsible.empty())
            item.list.push_back(each.responsible);
        if (each.due)
            item.list.push_back(formatDay(*each.due));
        plan.items.push_back(std::move(item));
    }
    for (FilingSection* each : {&section, &plan}) {
        if (!each->items.empty())
            m_filing.sections.push_back(std::move(*each));
    }
}

void PiaReader::comments()
{
    FilingSection section{heading("comments"), {}, 0, {}};
    for (std::size_t i = 0; i < rows("comments").size(); ++i) {
        const Json& row = rows("comments")[i];
        const std::string path = itemPath("$.comments", i);
        if (row.isObject())
            section.items.push_back({aboutOf(row, path), {}, text(row, "description", path), {}});
    }
    if (!section.items.empty())
        m_filing.sections.push_back(std::move(section));
}

/// Whatever no other part has shown: unknown fields, values of the wrong shape, answers to unknown questions.
void PiaReader::unrecognised()
{
    FilingSection section{heading("unknown"), {}, 0, {}};
    for (auto& [reference, answer] : m_answers) {
        if (answer.isShown)
            continue;
        if (!reference.empty())
            toCheck("filing.pia-unknown-reference", memberPath(answer.path, "reference_to"), reference);
        FilingItem item{reference, {}, {}, listOf(*answer.json, answer.path)};
        if (const Json* inner = answer.json->find("data"); inner != nullptr && inner->isObject()) {
            item.text = text(*inner, "text", answer.path + ".data");
            if (const std::string level = keyText(*inner, "gauge"); !level.empty())
                item.list.push_back(heading("level") + ": " + wordFor(m_form, "gauge", level));
        }
        section.items.push_back(std::move(item));
    }
    addUnrecognised(m_document, m_form.fields, "$", section);
    if (!section.items.empty())
        m_filing.sections.push_back(std::move(section));
}

domain::Filing PiaReader::read()
{
    m_filing.form = m_form.id;
    m_filing.formVersion = m_form.version;
    m_filing.kind = m_form.kind;
    m_filing.title = m_form.title;
    for (const OutlineItem& part : m_form.outline) {
        m_labels[part.id] = part.heading;
        for (const OutlineQuestion& question : part.questions)
            m_labels[question.id] = question.label;
    }
    header();
    measures();
    collectAnswers();
    outline();
    evaluations();
    opinions();
    comments();
    unrecognised();
    auto shape = checkFiling(m_document, m_form);
    auto content = m_findings.take();
    m_filing.findings = std::move(shape);
    m_filing.findings.insert(m_filing.findings.end(), content.begin(), content.end());
    return std::move(m_filing);
}

} // namespace tutela::filings::pia

#include "core/filings/form.h"

#include <algorithm>
#include <set>

#include "core/base/json_parse.h"

namespace tutela::filings {

namespace {

constexpr std::string_view kLanguage = "en";

constexpr FieldType kFieldTypes[] = {FieldType::Text, FieldType::Day, FieldType::Integer, FieldType::Boolean,
    FieldType::Choice, FieldType::List, FieldType::Group, FieldType::Objects, FieldType::Any,
    FieldType::Scalar};

const std::set<std::string, std::less<>> kFacts = {"provider.name", "provider.establishment",
    "provider.representative", "provider.contact", "provider.languages", "assessed-on", "service",
    "service.name", "service.kinds", "service.residual-risk", "measure", "measure.name", "measure.kind",
    "measure.description", "measure.status", "measure.evaluation", "risk", "risk.name",
    "risk.severity-before", "risk.likelihood-before", "risk.severity-after", "risk.likelihood-after",
    "risk.explanation", "opinion", "opinion.by", "opinion.outcome", "opinion.text", "opinion.asked-on",
    "opinion.ended-on", "technology", "technology.title", "technology.source", "technology.description",
    "technology.effectiveness", "technology.necessary", "technology.intrusiveness",
    "technology.items-a-month", "technology.false-alarms", "technology.false-alarms-basis",
    "technology.centre-list", "technology.board-opinion", "technology.encryption", "alternative",
    "alternative.title", "alternative.effectiveness", "alternative.intrusiveness", "alternative.errors",
    "alternative.reason", "rate", "rate.measure", "rate.value", "rate.unit", "rate.of", "rate.measured",
    "rate.test-size", "rate.prevalence", "rate.measured-on", "rate.measured-by", "plan.file-number",
    "plan.detection-kind", "plan.renewal", "plan.adjustments", "pia.header", "pia.opinion", "pia.technical",
    "impacts", "threats", "sources", "measures", "severity", "likelihood"};

/// Reads the definition; the first problem is kept and everything after it is ignored.
class Reader final {
public:
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

    Form form(const Json& json);

private:
    void fail(const char* id, const std::string& where)
    {
        if (!m_problem)
            m_problem = Error{.code = ErrorCode::BadInput, .what = {id, {}}, .where = where};
    }

    void keys(const Json& json, const std::string& where,
        std::initializer_list<std::pair<std::string_view, bool (Json::*)() const>> known);
    std::string words(const Json& json, std::string_view key, const std::string& where);
    std::string fact(const Json& json, const std::string& where);
    std::optional<std::int64_t> number(const Json& json, std::string_view key);
    std::optional<std::size_t> size(const Json& json, std::string_view key, const std::string& where);
    std::vector<Choice> choices(const Json& json, const std::string& where);
    std::vector<Field> fields(const Json& json, const std::string& where);
    Field field(const Json& json, const std::string& where);
    void shape(const Field& field, const std::string& where);
    std::vector<Condition> conditions(const Json& json, std::string_view key, const std::string& where);
    FormRule rule(const Json& json, const Form& form, const std::string& where);
    OutlineItem outlineItem(const Json& json, const std::string& where);
    void wordLists(const Json& json, Form& form);
    void wordListsOf(const std::vector<Field>& fields, const Form& form, const std::string& where);

    std::optional<Error> m_problem;
};

std::string at(const std::string& where, std::string_view key, std::size_t index)
{
    return where + "." + std::string(key) + "[" + std::to_string(index) + "]";
}

void Reader::keys(const Json& json, const std::string& where,
    std::initializer_list<std::pair<std::string_view, bool (Json::*)() const>> known)
{
    if (!json.isObject())
        return fail("filing.form-no-object", where);
    for (const auto& [key, value] : json.asObject()) {
        const auto* found = std::find_if(
            known.begin(), known.end(), [&name = key](const auto& entry) { return entry.first == name; });
        if (found == known.end())
            return fail("filing.form-unknown-key", where + "." + key);
        if (!(value.*(found->second))())
            return fail("filing.form-wrong-type", where + "." + key);
    }
}

std::string Reader::words(const Json& json, std::string_view key, const std::string& where)
{
    const Json* texts = json.find(key);
    std::string text = texts == nullptr ? std::string() : std::string(texts->text(kLanguage));
    if (text.empty())
        fail("filing.form-no-text", where + "." + std::string(key));
    return text;
}

std::string Reader::fact(const Json& json, const std::string& where)
{
    std::string name(json.text("as"));
    if (!name.empty() && !kFacts.contains(name))
        fail("filing.form-unknown-value", where + ".as");
    return name;
}

std::optional<std::int64_t> Reader::number(const Json& json, std::string_view key)
{
    return json.find(key) == nullptr ? std::nullopt : std::optional(json.integer(key));
}

std::optional<std::size_t> Reader::size(const Json& json, std::string_view key, const std::string& where)
{
    const auto value = number(json, key);
    if (!value)
        return std::nullopt;
    if (*value < 1)
        fail("filing.form-unknown-value", where + "." + std::string(key));
    return static_cast<std::size_t>(*value);
}

std::vector<Choice> Reader::choices(const Json& json, const std::string& where)
{
    std::vector<Choice> out;
    for (const Json& item : json.items("choices")) {
        const std::string place = at(where, "choices", out.size());
        keys(item, place, {{"id", &Json::isString}, {"label", &Json::isObject}});
        if (m_problem)
            break;
        for (const Choice& earlier : out) {
            if (earlier.id == item.text("id"))
                fail("filing.form-duplicate", place);
        }
        out.push_back({std::string(item.text("id")), words(item, "label", place)});
    }
    return out;
}

Field Reader::field(const Json& json, const std::string& where)
{
    keys(json, where,
        {{"id", &Json::isString}, {"type", &Json::isString}, {"required", &Json::isBool},
            {"law", &Json::isString}, {"label", &Json::isObject}, {"help", &Json::isObject},
            {"as", &Json::isString}, {"missing", &Json::isString}, {"words", &Json::isString},
            {"minimum", &Json::isInteger}, {"maximum", &Json::isInteger}, {"maxLength", &Json::isInteger},
            {"maxItems", &Json::isInteger}, {"choices", &Json::isArray}, {"fields", &Json::isArray}});
    Field out;
    if (m_problem)
        return out;
    out.id = json.text("id");
    if (out.id.empty() || out.id.find_first_of(".[]$\"") != std::string::npos)
        fail("filing.form-unknown-value", where + ".id");
    const auto* type = std::find_if(std::begin(kFieldTypes), std::end(kFieldTypes),
        [&json](FieldType one) { return toText(one) == json.text("type"); });
    if (type == std::end(kFieldTypes))
        fail("filing.form-unknown-value", where + ".type");
    else
        out.type = *type;
    out.requirement = json.flag("required") ? Requirement::Required : Requirement::Optional;
    out.law = json.text("law");
    out.label = words(json, "label", where);
    out.help = json.find("help") == nullptr ? std::string() : words(json, "help", where);
    out.fact = fact(json, where);
    out.missing = json.find("missing") == nullptr ? "filing.missing" : std::string(json.text("missing"));
    out.words = json.text("words");
    out.minimum = number(json, "minimum");
    out.maximum = number(json, "maximum");
    out.maxLength = size(json, "maxLength", where);
    out.maxItems = size(json, "maxItems", where);
    out.choices = choices(json, where);
    out.fields = fields(json, where);
    shape(out, where);
    return out;
}

void Reader::shape(const Field& field, const std::string& where)
{
    const bool nested = field.type == FieldType::Group || field.type == FieldType::Objects;
    const bool many = field.type == FieldType::List || field.type == FieldType::Objects;
    const bool chosen = field.type == FieldType::Choice || field.type == FieldType::List;
    if (nested == field.fields.empty() || (field.type == FieldType::Choice && field.choices.empty())
        || (!chosen && !field.choices.empty()) || (!many && field.maxItems)
        || (field.maxLength && field.type != FieldType::Text && field.type != FieldType::List)
        || ((field.minimum || field.maximum) && field.type != FieldType::Integer))
        fail("filing.form-wrong-shape", where);
}

std::vector<Field> Reader::fields(const Json& json, const std::string& where)
{
    std::vector<Field> out;
    std::set<std::string> ids;
    for (const Json& item : json.items("fields")) {
        const std::string place = at(where, "fields", out.size());
        out.push_back(field(item, place));
        if (m_problem)
            break;
        if (!ids.insert(out.back().id).second)
            fail("filing.form-duplicate", place);
    }
    return out;
}

std::vector<Condition> Reader::conditions(const Json& json, std::string_view key, const std::string& where)
{
    std::vector<Condition> out;
    for (const Json& item : json.items(key)) {
        if (!item.isObject() || item.text("path").empty() || item.asObject().size() > 2
            || (item.asObject().size() == 2 && item.find("is") == nullptr)) {
            fail("filing.form-wrong-shape", at(where, key, out.size()));
            break;
        }
        const Json* is = item.find("is");
        out.push_back({std::string(item.text("path")), is == nullptr ? std::nullopt : std::optional(*is)});
    }
    return out;
}

/// The fields of the items of a list, or of the lists inside them: "technologies.errorRates".
std::optional<std::span<const Field>> listedFields(std::span<const Field> fields, std::string_view path)
{
    while (true) {
        const auto dot = path.find('.');
        const Field* list = fieldAt(fields, path.substr(0, dot));
        if (list == nullptr || list->type != FieldType::Objects)
            return std::nullopt;
        fields = list->fields;
        if (dot == std::string_view::npos)
            return fields;
        path.remove_prefix(dot + 1);
    }
}

FormRule Reader::rule(const Json& json, const Form& form, const std::string& where)
{
    keys(json, where,
        {{"code", &Json::isString}, {"severity", &Json::isString}, {"law", &Json::isString},
            {"each", &Json::isString}, {"when", &Json::isArray}, {"need", &Json::isArray}});
    FormRule out;
    if (m_problem)
        return out;
    const auto severity = domain::severityFromText(json.text("severity"));
    if (!severity)
        fail("filing.form-unknown-value", where + ".severity");
    out = {std::string(json.text("code")), severity.value_or(domain::Severity::ToCheck),
        std::string(json.text("law")), std::string(json.text("each")), conditions(json, "when", where),
        conditions(json, "need", where)};
    std::span<const Field> scope = form.fields;
    if (!out.each.empty()) {
        const auto inner = listedFields(form.fields, out.each);
        if (!inner)
            fail("filing.form-unknown-path", where + ".each");
        else
            scope = *inner;
    }
    for (const auto* list : {&out.when, &out.need}) {
        for (const Condition& condition : *list) {
            if (fieldAt(scope, condition.path) == nullptr)
                fail("filing.form-unknown-path", where + " " + condition.path);
        }
    }
    if (out.code.empty() || out.need.empty())
        fail("filing.form-wrong-shape", where);
    return out;
}

OutlineItem Reader::outlineItem(const Json& json, const std::string& where)
{
    keys(json, where,
        {{"id", &Json::isString}, {"heading", &Json::isObject}, {"law", &Json::isString},
            {"risk", &Json::isBool}, {"questions", &Json::isArray}});
    OutlineItem out;
    if (m_problem)
        return out;
    out.id = json.text("id");
    out.heading = words(json, "heading", where);
    out.law = json.text("law");
    out.risk = json.flag("risk");
    for (const Json& question : json.items("questions")) {
        const std::string place = at(where, "questions", out.questions.size());
        keys(question, place, {{"id", &Json::isString}, {"label", &Json::isObject}, {"as", &Json::isString}});
        if (m_problem)
            break;
        out.questions.push_back(
            {std::string(question.text("id")), words(question, "label", place), fact(question, place)});
    }
    return out;
}

void Reader::wordLists(const Json& json, Form& form)
{
    const Json* lists = json.find("words");
    if (lists == nullptr)
        return;
    for (const auto& [list, entries] : lists->asObject()) {
        if (!entries.isObject())
            return fail("filing.form-wrong-type", "$.words." + list);
        for (const auto& [value, texts] : entries.asObject())
            form.words[list][value] = words(entries, value, "$.words." + list);
    }
}

void Reader::wordListsOf(const std::vector<Field>& fields, const Form& form, const std::string& where)
{
    for (const Field& field : fields) {
        if (!field.words.empty() && !form.words.contains(field.words))
            fail("filing.form-unknown-value", where + "." + field.id + ".words");
        wordListsOf(field.fields, form, where + "." + field.id);
    }
}

Form Reader::form(const Json& json)
{
    keys(json, "$",
        {{"id", &Json::isString}, {"version", &Json::isInteger}, {"kind", &Json::isString},
            {"law", &Json::isString}, {"title", &Json::isObject}, {"open", &Json::isBool},
            {"fields", &Json::isArray}, {"rules", &Json::isArray}, {"outline", &Json::isArray},
            {"words", &Json::isObject}});
    Form out;
    if (m_problem)
        return out;
    out.id = json.text("id");
    out.version = json.integer("version");
    const auto kind = fromText<FilingKind>(json.text("kind"));
    if (out.id.empty() || out.version < 1 || !kind)
        fail("filing.form-unknown-value", "$");
    out.kind = kind.value_or(FilingKind::RiskReport);
    out.law = json.text("law");
    out.title = words(json, "title", "$");
    out.open = json.flag("open");
    out.fields = fields(json, "$");
    if (out.fields.empty())
        fail("filing.form-wrong-shape", "$.fields");
    for (const Json& item : json.items("rules")) {
        if (!m_problem)
            out.rules.push_back(rule(item, out, at("$", "rules", out.rules.size())));
    }
    for (const Json& item : json.items("outline")) {
        if (!m_problem)
            out.outline.push_back(outlineItem(item, at("$", "outline", out.outline.size())));
    }
    if (!m_problem)
        wordLists(json, out);
    wordListsOf(out.fields, out, "$");
    return out;
}

} // namespace

Result<Form> parseForm(std::string_view json)
{
    auto parsed = parseJson(json, JsonLimits::forOwnData());
    if (!parsed)
        return parsed.error();
    Reader reader;
    Form form = reader.form(parsed.value());
    if (reader.problem())
        return *reader.problem();
    return form;
}

} // namespace tutela::filings

#include "core/documents/document_template.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <stdexcept>

#include <fmt/format.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"

namespace tutela::documents {

namespace {

std::string pathOf(std::string_view form, std::string_view language)
{
    return fmt::format("forms/documents/{}.{}.json", form, language);
}

[[noreturn]] void fail(std::string_view what, std::string_view detail)
{
    throw std::logic_error(fmt::format("document template: {} \"{}\"", what, detail));
}

/// Replaces each `{name}` by what `valueOf` gives, in one pass.
template <class ValueOf> std::string substitute(std::string_view phrase, const ValueOf& valueOf)
{
    std::string filled;
    for (;;) {
        const std::size_t open = phrase.find('{');
        const std::size_t close = phrase.find('}', open);
        filled += phrase.substr(0, open);
        if (open == std::string_view::npos)
            return filled;
        if (close == std::string_view::npos)
            fail("open place in", phrase);
        filled += valueOf(phrase.substr(open + 1, close - open - 1));
        phrase.remove_prefix(close + 1);
    }
}

/// A line of a field that has nothing to say is left out at its end.
std::string withoutLastBreaks(std::string text)
{
    text.erase(text.find_last_not_of('\n') + 1);
    return text;
}

std::string dayIn(const Json& words, Day day)
{
    const std::chrono::year_month_day date(day);
    const auto month = static_cast<unsigned>(date.month());
    return substitute(words.text("day"), [&](std::string_view name) {
        if (name == "day" && date.day() == std::chrono::day(1) && words.find("firstDay") != nullptr)
            return std::string(words.text("firstDay"));
        if (name == "day")
            return fmt::to_string(static_cast<unsigned>(date.day()));
        if (name == "year")
            return fmt::to_string(static_cast<int>(date.year()));
        return std::string(words.items("months").at(month - 1).asString());
    });
}

std::string instantIn(const Json& words, Instant instant)
{
    const Day day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(instant - day));
    return substitute(words.text("instant"), [&](std::string_view name) {
        return name == "day" ? dayIn(words, day)
                             : fmt::format("{:02}:{:02}:{:02}", time.hours().count(), time.minutes().count(),
                                 time.seconds().count());
    });
}

std::string_view wordOf(LengthUnit unit)
{
    switch (unit) {
    case LengthUnit::Hours:
        return "hours";
    case LengthUnit::Days:
        return "days";
    case LengthUnit::WorkingDays:
        return "workingDays";
    case LengthUnit::Weeks:
        return "weeks";
    case LengthUnit::Months:
        return "months";
    case LengthUnit::Years:
        return "years";
    }
    return "";
}

class Filler final {
public:
    Filler(const Json& form, const TemplateValues& values)
        : m_form(form)
        , m_words(form.find("words") != nullptr ? *form.find("words") : form)
        , m_values(values)
    {
    }

    Document fill()
    {
        m_document.title = textOf(m_form, "title");
        m_document.subtitle = textOf(m_form, "subtitle");
        m_document.language = m_form.text("language");
        m_document.author = textOf(m_form, "author");
        m_document.created = m_values.created;
        m_document.reference = m_values.reference;
        m_document.fingerprint = m_values.fingerprint;
        m_document.words = {std::string(m_words.text("page")), std::string(m_words.text("reference")),
            std::string(m_words.text("fingerprint")), std::string(m_words.text("nothingStated"))};
        for (const Json& footer : m_form.items("footers")) {
            if (holds(footer))
                m_document.footers.push_back(textOf(footer, "text"));
        }
        for (const Json& item : m_form.items("blocks")) {
            if (holds(item))
                addItem(item);
        }
        return std::move(m_document);
    }

private:
    [[nodiscard]] bool holds(const Json& item) const
    {
        const std::string_view when = item.text("when");
        return when.empty() || isSet(when);
    }

    [[nodiscard]] bool isSet(std::string_view flag) const
    {
        return flag.starts_with('!') ? !m_values.flags.contains(flag.substr(1))
                                     : m_values.flags.contains(flag);
    }

    [[nodiscard]] std::string textOf(const Json& item, std::string_view key) const
    {
        const Json* phrase = item.find(key);
        if (phrase == nullptr)
            return {};
        if (phrase->isString())
            return filled(phrase->asString());
        for (const Json& choice : phrase->asArray()) {
            if (holds(choice))
                return filled(choice.text("text"));
        }
        return {};
    }

    [[nodiscard]] std::string filled(std::string_view phrase) const
    {
        return substitute(phrase, [this](std::string_view name) { return valueOf(name); });
    }

    [[nodiscard]] std::string valueOf(std::string_view name) const
    {
        const auto found = m_values.texts.find(name);
        if (found == m_values.texts.end())
            fail("no value for the place", name);
        if (const auto* day = std::get_if<Day>(&found->second))
            return dayIn(m_words, *day);
        if (const auto* instant = std::get_if<Instant>(&found->second))
            return instantIn(m_words, *instant);
        return std::get<std::string>(found->second);
    }

    template <class Values> static const auto& named(const Values& values, std::string_view name)
    {
        const auto found = values.find(name);
        if (found == values.end())
            fail("no value for the list", name);
        return found->second;
    }

    void addItem(const Json& item)
    {
        if (item.find("heading") != nullptr)
            m_document.blocks.push_back(
                Heading{static_cast<int>(item.integer("level", 1)), textOf(item, "heading")});
        else if (item.find("paragraph") != nullptr)
            m_document.blocks.push_back(Paragraph{textOf(item, "paragraph"), emphasisOf(item)});
        else if (item.find("fields") != nullptr)
            addFields(item);
        else if (item.find("boxes") != nullptr)
            addBoxes(item);
        else if (item.find("numbered") != nullptr)
            addNumbered(named(m_values.lists, item.text("numbered")));
        else if (item.find("paragraphs") != nullptr)
            addParagraphs(named(m_values.lists, item.text("paragraphs")));
        else if (item.find("passages") != nullptr)
            addPassages(named(m_values.passages, item.text("passages")));
        else if (item.find("table") != nullptr)
            addTable(item);
        else if (item.flag("pageBreak"))
            m_document.blocks.push_back(PageBreak{});
        else if (item.find("part") != nullptr)
            std::ranges::copy(
                named(m_values.parts, item.text("part")), std::back_inserter(m_document.blocks));
        else
            fail("unknown kind of item", canonicalJson(item));
    }

    static Emphasis emphasisOf(const Json& item)
    {
        const std::string_view emphasis = item.text("emphasis");
        if (emphasis.empty())
            return Emphasis::None;
        if (emphasis == "notice")
            return Emphasis::Notice;
        if (emphasis == "small")
            return Emphasis::Small;
        fail("unknown emphasis", emphasis);
    }

    void addFields(const Json& item)
    {
        FieldGroup group{{}, item.flag("together") ? Keep::Together : Keep::Flowing};
        for (const Json& field : item.items("fields")) {
            if (holds(field))
                group.fields.push_back({textOf(field, "label"), withoutLastBreaks(textOf(field, "text"))});
        }
        if (!group.fields.empty())
            m_document.blocks.push_back(std::move(group));
    }

    void addBoxes(const Json& item)
    {
        TickList list{textOf(item, "question"), {}};
        for (const Json& box : item.items("boxes"))
            list.boxes.push_back(
                {isSet(box.text("ticked")) ? Tick::Ticked : Tick::Unticked, textOf(box, "text")});
        m_document.blocks.push_back(std::move(list));
    }

    void addNothingStated() { m_document.blocks.push_back(Paragraph{m_document.words.nothingStated}); }

    void addNumbered(const std::vector<std::string>& items)
    {
        if (items.empty())
            return addNothingStated();
        m_document.blocks.push_back(NumberedList{1, items});
    }

    void addParagraphs(const std::vector<std::string>& items)
    {
        for (const std::string& text : items)
            m_document.blocks.push_back(Paragraph{text});
    }

    /// Own words are numbered through; a passage of somebody else stands between them as quotation.
    void addPassages(const std::vector<Passage>& passages)
    {
        if (passages.empty())
            return addNothingStated();
        int number = 1;
        for (const Passage& passage : passages) {
            if (!passage.quotedFrom.empty())
                m_document.blocks.push_back(Quotation{passage.text, passage.quotedFrom});
            else
                m_document.blocks.push_back(NumberedList{number++, {passage.text}});
        }
    }

    void addTable(const Json& item)
    {
        Table table{{}, named(m_values.tables, item.text("table"))};
        if (table.rows.empty())
            return addNothingStated();
        for (const Json& heading : item.items("headings"))
            table.headings.push_back(heading.asString());
        m_document.blocks.push_back(std::move(table));
    }

    const Json& m_form;
    const Json& m_words;
    const TemplateValues& m_values;
    Document m_document;
};

} // namespace

const DocumentTemplate& DocumentTemplate::embedded(std::string_view form, std::string_view language)
{
    static std::mutex mutex;
    static std::map<std::string, DocumentTemplate> read;
    const std::string path = pathOf(form, language);
    const std::lock_guard lock(mutex);
    auto found = read.find(path);
    if (found == read.end()) {
        const auto text = embeddedFile(path);
        if (!text)
            fail("there is no", path);
        found = read.emplace(path, DocumentTemplate(*text)).first;
    }
    return found->second;
}

bool DocumentTemplate::exists(std::string_view form, std::string_view language)
{
    return embeddedFile(pathOf(form, language)).has_value();
}

DocumentTemplate::DocumentTemplate(std::string_view json)
{
    Result<Json> parsed = parseJson(json, JsonLimits::forOwnData());
    if (!parsed || !parsed.value().isObject())
        fail("not a JSON object", parsed.ok() ? "" : parsed.error().where);
    m_template = std::move(parsed.value());
}

Document DocumentTemplate::fill(const TemplateValues& values) const
{
    return Filler(m_template, values).fill();
}

std::string DocumentTemplate::dayText(Day day) const
{
    return dayIn(m_template.find("words") != nullptr ? *m_template.find("words") : m_template, day);
}

std::string DocumentTemplate::word(std::string_view name) const
{
    const Json* words = m_template.find("words");
    const Json* found = words == nullptr ? nullptr : words->find(name);
    if (found == nullptr || !found->isString())
        fail("no word of the name", name);
    return std::string(found->asString());
}

std::string DocumentTemplate::languageText(std::string_view code) const
{
    const Json* words = m_template.find("words");
    const Json* languages = words == nullptr ? nullptr : words->find("languages");
    const std::string_view found = languages == nullptr ? std::string_view() : languages->text(code);
    return std::string(found.empty() ? code : found);
}

std::string DocumentTemplate::lengthText(Length length) const
{
    const Json* words = m_template.find("words");
    const Json* lengths = words == nullptr ? nullptr : words->find("lengths");
    if (lengths == nullptr)
        fail("no words for lengths in", m_template.text("form"));
    const Json::Array& forms = lengths->items(wordOf(length.unit));
    return substitute(forms.at(length.amount == 1 ? 0 : 1).asString(),
        [&](std::string_view) { return fmt::to_string(length.amount); });
}

} // namespace tutela::documents

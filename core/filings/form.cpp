#include "core/filings/form.h"

#include <algorithm>
#include <stdexcept>

#include "core/base/embedded.h"

namespace tutela::filings {

std::string_view toText(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return "text";
    case FieldType::Day:
        return "day";
    case FieldType::Integer:
        return "integer";
    case FieldType::Boolean:
        return "boolean";
    case FieldType::Choice:
        return "choice";
    case FieldType::List:
        return "list";
    case FieldType::Group:
        return "group";
    case FieldType::Objects:
        return "objects";
    case FieldType::Any:
        return "any";
    case FieldType::Scalar:
        return "scalar";
    }
    return {};
}

std::span<const Form> forms()
{
    static const std::vector<Form> loaded = [] {
        std::vector<Form> out;
        for (const EmbeddedFile& file : embeddedFiles()) {
            if (!file.path.starts_with("forms/filings/"))
                continue;
            auto form = parseForm(file.text);
            if (!form)
                throw std::logic_error(
                    std::string(file.path) + ": " + form.error().what.id + " at " + form.error().where);
            out.push_back(std::move(form).value());
        }
        std::ranges::sort(out, {}, &Form::id);
        return out;
    }();
    return loaded;
}

const Form* formById(std::string_view id)
{
    for (const Form& form : forms()) {
        if (form.id == id)
            return &form;
    }
    return nullptr;
}

const Field* fieldAt(std::span<const Field> fields, std::string_view path)
{
    const auto dot = path.find('.');
    for (const Field& field : fields) {
        if (field.id == path.substr(0, dot))
            return dot == std::string_view::npos ? &field : fieldAt(field.fields, path.substr(dot + 1));
    }
    return nullptr;
}

std::string wordFor(const Form& form, std::string_view list, const std::string& value)
{
    const auto found = form.words.find(std::string(list));
    if (found == form.words.end())
        return value;
    const auto word = found->second.find(value);
    return word == found->second.end() ? value : word->second;
}

} // namespace tutela::filings

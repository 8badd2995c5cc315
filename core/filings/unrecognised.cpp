#include "core/filings/unrecognised.h"

#include <algorithm>

#include "core/filings/filing_content.h"
#include "core/filings/json_path.h"

namespace tutela::filings {

namespace {

void addMember(const Json& value, const Field& field, const std::string& path, domain::FilingSection& section)
{
    const bool isNested = field.type == FieldType::Group || field.type == FieldType::Objects;
    if (field.type == FieldType::Group && value.isObject())
        return addUnrecognised(value, field.fields, path, section);
    if (field.type == FieldType::Objects && value.isArray()) {
        for (std::size_t i = 0; i < value.asArray().size(); ++i) {
            const Json& row = value.asArray()[i];
            if (row.isObject())
                addUnrecognised(row, field.fields, itemPath(path, i), section);
            else
                section.items.push_back({itemPath(path, i), {}, plainValue(row), {}});
        }
        return;
    }
    if (!value.isNull() && (isNested || (field.type == FieldType::List && !value.isArray())))
        section.items.push_back({path, {}, plainValue(value), {}});
}

} // namespace

void addUnrecognised(const Json& object, const std::vector<Field>& fields, const std::string& path,
    domain::FilingSection& section)
{
    for (const auto& [key, value] : object.asObject()) {
        const auto field = std::ranges::find(fields, key, &Field::id);
        const std::string place = memberPath(path, key);
        if (field != fields.end())
            addMember(value, *field, place, section);
        else if (path != "$" || (key != "form" && key != "formVersion"))
            section.items.push_back({place, {}, plainValue(value), {}});
    }
}

} // namespace tutela::filings

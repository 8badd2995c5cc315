#include "core/services/case_projection.h"

#include "core/procedure/clocks.h"
#include "core/procedure/visibility.h"
#include "core/services/entry_content.h"
#include "core/services/service_cycles.h"

namespace tutela::services {

std::string searchTextOf(Register& target, const Entry& entry)
{
    std::string text;
    if (procedure::isOfTheBench(entry))
        return text; // found by nobody: who reads it depends on the person and not on the institution
    const auto add = [&](const Json& value, const auto& self) -> void {
        if (value.isString())
            text += value.asString() + "\n";
        else if (value.isArray())
            for (const Json& item : value.asArray())
                self(item, self);
        else if (value.isObject())
            for (const auto& [name, item] : value.asObject())
                self(item, self);
    };
    add(contentOf(target, entry.seq), add);
    return text;
}

void projectCase(
    Register& target, const CaseFile& file, const std::vector<Entry>& entries, bool audiencesMayChange)
{
    target.cases.project(procedure::summaryOf(file, target.rulebook(), target.calendars()));
    projectServicesOf(target, file);
    if (!entries.empty()) {
        const Entry& last = entries.back();
        target.search.add(
            file.id, last.seq, last.act, procedure::readersOf(file, last), searchTextOf(target, last));
    }
    if (!audiencesMayChange)
        return;
    for (const Entry& entry : entries)
        target.search.setAudiences(entry.seq, procedure::readersOf(file, entry));
}

} // namespace tutela::services

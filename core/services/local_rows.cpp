#include "core/services/local_rows.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/services/writing.h"

namespace tutela::services {

namespace {

/// Whether the log says that every local row has a seal.
bool rowsAreSealed(Register& source)
{
    const auto first = source.journal.body(0);
    if (first && store::entryOf(first->bytes).facts.flag(kRowsSealed))
        return true;
    return std::ranges::any_of(
        source.journal.stream("register"), [](const Entry& entry) { return entry.facts.flag(kRowsSealed); });
}

bool holds(const Register& source, const store::SealedRow& row)
{
    return row.fitsItself
        && access::sealFits(source.identity().logKey, source.identity().origin, row.row, *row.seal);
}

/// Every person has a credential and a count of wrong passwords: taking the row away would take the lock
/// away.
std::vector<LocalProblem> missingRows(
    Register& source, const std::set<std::string>& present, const std::optional<PersonId>& only)
{
    std::vector<PersonId> people;
    if (only)
        people.push_back(*only);
    else
        std::ranges::transform(
            source.directory.people(), std::back_inserter(people), [](const auto& row) { return row.id; });
    std::vector<LocalProblem> missing;
    for (const PersonId& person : people) {
        for (const char* table : {"credential", "lockout"}) {
            if (!present.contains(fmt::format("{}/{}", table, person.text())))
                missing.push_back({table, person.text()});
        }
    }
    return missing;
}

} // namespace

std::vector<LocalProblem> localProblems(Register& source, const std::optional<PersonId>& person)
{
    std::vector<LocalProblem> changed;
    std::vector<LocalProblem> bare;
    std::set<std::string> present;
    source.local.sealedRows(person, [&](const store::SealedRow& row) {
        present.insert(fmt::format("{}/{}", row.row.table, row.row.key));
        if (!row.seal)
            bare.push_back({row.row.table, row.row.key});
        else if (!holds(source, row))
            changed.push_back({row.row.table, row.row.key});
    });
    std::ranges::move(missingRows(source, present, person), std::back_inserter(bare));
    // A damaged draft keeps nobody out: whoever opens it is told, and so is the doctor.
    if (!person)
        std::ranges::move(ownProblems(source, person), std::back_inserter(changed));
    if (!bare.empty() && rowsAreSealed(source))
        std::ranges::move(bare, std::back_inserter(changed));
    return changed;
}

std::vector<LocalProblem> ownProblems(Register& source, const std::optional<PersonId>& person)
{
    std::vector<LocalProblem> problems;
    source.drafts.sealedRows(person, [&](const store::SealedRow& row) {
        if (!holds(source, row))
            problems.push_back({row.row.table, row.row.key});
    });
    return problems;
}

Error localRowError(const LocalProblem& problem)
{
    const std::string row = fmt::format("{}/{}", problem.table, problem.row);
    return {.code = ErrorCode::Integrity,
        .what = {"doctor.E_LOCAL", {{"row", row}}},
        .record = row,
        .where = row};
}

void sealOlderRows(Register& target)
{
    if (!target.local.hasOlderRows())
        return;
    Writing writing(target);
    if (!target.local.hasOlderRows())
        return; // another process was faster
    NewEntry entry{.stream = "register", .act = "seal-local-rows", .effect = "seal-local-rows"};
    entry.role = target.sessionRole();
    entry.facts = Json::object({{kRowsSealed, true}});
    static_cast<void>(writing.append(std::move(entry)));
    target.local.sealAll(writing.random(), target.sealer());
    writing.finish();
}

} // namespace tutela::services

#include "core/services/legal_texts.h"

#include "core/base/json_parse.h"
#include "core/law/rulebook_compare.h"
#include "core/law/rulebook_pack.h"
#include "core/services/desks.h"

namespace tutela::services {

namespace {

/// Tags of figures that were read in the text itself.
bool isVerified(std::string_view tag)
{
    return tag.starts_with("V-") && tag != "V-sec";
}

interfaces::Checked checkedBy(const std::string& tag)
{
    return {tag, isVerified(tag)};
}

interfaces::LegalTextRow rowOf(const law::Rulebook& book, const std::string& applied)
{
    return {book.id(), book.title(), book.source(), book.basedOn(), book.inForce(), book.id() == applied};
}

interfaces::DefinedClock clockOf(const law::ClockDefinition& clock)
{
    return {clock.id, clock.law, clock.actor, clock.length, clock.cap, clock.floor,
        clock.source == law::LengthSource::SetByAuthority, clock.use == law::ClockUse::Used,
        checkedBy(clock.verification)};
}

} // namespace

std::vector<interfaces::LegalTextRow> LegalTextService::list()
{
    std::vector<interfaces::LegalTextRow> rows;
    for (const std::string& id : law::Rulebook::embeddedIds()) {
        if (const auto book = law::Rulebook::embedded(id))
            rows.push_back(rowOf(book.value(), m_register.rulebook().id()));
    }
    return rows;
}

Result<interfaces::LegalTextView> LegalTextService::show(const std::string& id)
{
    const auto found = law::Rulebook::embedded(id);
    if (!found)
        return found.error();
    const law::Rulebook& book = found.value();
    interfaces::LegalTextView view{.text = rowOf(book, m_register.rulebook().id())};
    for (const law::Absence& absence : book.absences())
        view.leftOut.push_back({absence.caseKind, absence.law});
    for (const law::Parameter& parameter : book.parameters())
        view.parameters.push_back({parameter.key, parameter.value, parameter.article, parameter.mode,
            checkedBy(parameter.verification)});
    for (const law::Reading& reading : book.readings())
        view.readings.push_back({reading.key, reading.law, reading.followed, reading.options});
    for (const law::RulebookClock& clock : book.clocks())
        view.clocks.push_back(clockOf(clock.definition));
    return view;
}

Result<std::vector<interfaces::TextDifference>> LegalTextService::compare(
    const std::string& first, const std::string& second)
{
    return legalTextDifferences(first, second);
}

Result<Json> legalTextPack(std::string_view id)
{
    const auto pack = law::rulebookPack(id);
    if (!pack)
        return pack.error();
    return parseJson(pack.value(), JsonLimits::forOwnData());
}

Result<std::vector<interfaces::TextDifference>> legalTextDifferences(
    std::string_view first, std::string_view second)
{
    const auto before = legalTextPack(first);
    if (!before)
        return before.error();
    const auto after = legalTextPack(second);
    if (!after)
        return after.error();
    std::vector<interfaces::TextDifference> differences;
    for (law::PackDifference& found : law::comparePacks(before.value(), after.value()))
        differences.push_back({std::move(found.item), std::move(found.first), std::move(found.second)});
    return differences;
}

} // namespace tutela::services

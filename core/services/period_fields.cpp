#include "core/services/period_fields.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/law/clock_ledger.h"
#include "core/procedure/clocks.h"

namespace tutela::services {

namespace {

using interfaces::FieldView;

std::vector<FieldView> fieldsOfPeriod(
    const procedure::CaseClock& clock, const law::Calendar& calendar, const Catalogue& texts)
{
    std::vector<FieldView> fields;
    const auto last = law::lastDayToAct(law::countLedger(*clock.definition, clock.facts, calendar));
    if (last)
        fields.push_back({{"period.last-day", {}}, formatDay(*last), *last});
    for (const law::ClockExtension& extension : clock.facts.extensions)
        fields.push_back({{"period.extension", {}},
            texts.text({fmt::format("period.{}", toText(extension.decision)),
                {{"length", extension.by}, {"day", extension.announcedOn}}})});
    for (const Day day : clock.facts.partialAnswers)
        fields.push_back({{"period.partial-answer", {}}, formatDay(day), day});
    for (const law::LateAnswer& late : clock.facts.lateAnswers)
        fields.push_back({{"period.late", {}},
            texts.text(
                {fmt::format("period.late.{}", toText(late.consideration)), {{"day", late.receivedOn}}})});
    return fields;
}

} // namespace

void addPeriodFields(const Register& source, const CaseFile& file, std::vector<interfaces::Card>& cards,
    const Catalogue& texts)
{
    for (const procedure::CaseClock& clock : procedure::clocksOf(file, source.rulebook())) {
        const auto card = std::ranges::find(cards, clock.trigger, &interfaces::Card::entry);
        if (card == cards.end() || clock.definition->source != law::LengthSource::SetByAuthority)
            continue;
        const law::Calendar& calendar = procedure::calendarOf(clock, file, source.calendars());
        for (FieldView& field : fieldsOfPeriod(clock, calendar, texts))
            card->fields.push_back(std::move(field));
    }
}

} // namespace tutela::services

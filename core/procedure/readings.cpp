#include "core/procedure/readings.h"

namespace tutela::procedure {

std::string toText(const ReadingChoice& choice)
{
    return choice.reading + "=" + choice.option;
}

std::optional<ReadingChoice> readingChoiceFromText(std::string_view text)
{
    const auto parting = text.find('=');
    if (parting == std::string_view::npos || parting == 0 || parting + 1 == text.size())
        return std::nullopt;
    return ReadingChoice{std::string(text.substr(0, parting)), std::string(text.substr(parting + 1))};
}

law::PeriodReadings periodReadings(const law::Rulebook& rulebook)
{
    law::PeriodReadings readings;
    if (rulebook.follows("reg1182_71.art3_5.hours", "two-working-days"))
        readings.hours = law::HoursReading::TwoWorkingDays;
    if (rulebook.follows("art7_9.duration.first-day", "excluded"))
        readings.cap = law::CapReading::FirstDayExcluded;
    if (rulebook.follows("reg1182_71.art3_4.backward", "during-the-day"))
        readings.backward = law::BackwardReading::DuringTheDay;
    return readings;
}

law::ResumptionReading resumptionReading(const law::Rulebook& rulebook)
{
    return rulebook.follows("art5_3.unanswered.resumes", "same-day") ? law::ResumptionReading::SameDay
                                                                     : law::ResumptionReading::NextDay;
}

law::MinimumReading minimumReading(const law::Rulebook& rulebook)
{
    return rulebook.follows("art7_9.start.minimum", "last-day") ? law::MinimumReading::Lenient
                                                                : law::MinimumReading::Safe;
}

} // namespace tutela::procedure

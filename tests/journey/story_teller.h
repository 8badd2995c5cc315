#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/services/story_script.h"
#include "tests/journey/training_office.h"

namespace tutela::journey {

/// "assessment", or the kind of order for which a detection file was opened, as the program words it.
[[nodiscard]] std::string kindOf(const Json& file);

/// Plays a story act by act through the program, each act as the person named in it. Of the scripts it knows
/// no number: cases, documents, letters and persons are those that the program printed.
class StoryTeller final : public services::StoryPlace {
public:
    /// A register with the people of a training register and the provider of the story, added by the
    /// registrar.
    explicit StoryTeller(const services::StoryScript& script);

    /// The story as far as it was told, in a register of its own that goes its own way from here.
    StoryTeller(const StoryTeller& other);
    StoryTeller& operator=(const StoryTeller&) = delete;

    /// Performs acts in the order of their days. The first that is refused, or that is not refused as the
    /// script says, is a failure of the test that names story, act and error code, and ends the telling.
    /// Whether all went as they should.
    [[nodiscard]] bool play(std::vector<services::StoryAct> acts);

    /// Moves the clock of the register to the day from which the story counts its days.
    void comeToToday();

    /// The case of that name as the auditor reads it. Precondition: the story opened it.
    [[nodiscard]] Json file(const std::string& caseName);

    /// Everything by which it can be told how a case went: its stages and the names of its acts, and of an
    /// order its state and that of its challenges.
    [[nodiscard]] std::set<std::string> marksOf(const Json& file);

    [[nodiscard]] TrainingOffice& office() { return m_office; }

    [[nodiscard]] std::string caseNumber(const std::string& caseName) override;
    [[nodiscard]] std::vector<std::string> documents(const std::string& caseName) override;
    [[nodiscard]] std::vector<std::string> letters(const std::string& caseName) override;
    [[nodiscard]] std::string person(const std::string& signInName) override;

private:
    [[nodiscard]] Outcome perform(const services::StoryAct& act, const services::StoryContents& contents);
    [[nodiscard]] Outcome submit(const services::StoryAct& act, const services::StoryContents& contents);
    [[nodiscard]] std::vector<std::string> written(const services::StoryContents& contents);

    TrainingOffice m_office;
    std::string m_story;
    services::SampleProvider m_provider;
    std::map<std::string, std::string> m_cases; ///< number by the story's own name
    std::int64_t m_day = 0; ///< of the act before, counted as the story counts
    int m_acts = 0;
};

} // namespace tutela::journey

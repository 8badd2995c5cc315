#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/domain/vocabulary.h"
#include "core/services/sample_stories.h"

namespace tutela::services {

/// One act of a story.
struct StoryAct {
    std::int64_t day = 0; ///< counted from the register's today
    std::string person; ///< sign-in name
    std::string act;
    std::string caseName; ///< the story's own name of the case: "A", "D", "D2"
    Json data; ///< with placeholders, see StoryScript
    Json files; ///< name → text, or an object that names what a provider sends
    std::string refused; ///< message of the rule that refuses it: it is tried; empty: it is performed
};

/// A story of the training register: one provider and what happened to its files. The scripts stand in
/// core/services/stories; acts that many stories share stand in parts.json and are taken in with
/// {"part", "day", "case", "set", "add"}: "@set:x" in a part is the member x of "set" (missing: left out),
/// and "add" gives further data to an act by its name.
///
/// In data and sets "@day:-30" is a day counted from the register's today and "@on:-1" one counted from the
/// day of the act, "@at:0" nine o'clock of such a day, "@provider", "@services" and "@service:1" what the
/// story has, "@case:D" the number of a case, "@document:1" and "@document:-1" the first and last document of
/// the act's case, "@letter:provider" the letter to that party that was drafted last in it, "@person:judge"
/// the person of a sign-in name. A member without value is left out. A file is its text or one of
/// {"risk-report": -60}, {"further-report": -20}, {"implementation-plan": kind}, {"impact-assessment": true},
/// {"advice": true}; the number is the day of the assessment, counted from the act. An act with "refused" is
/// only tried, and refused with that message.
struct StoryScript {
    std::string id;
    std::string title; ///< in English: it is content, like the names in it
    std::string provider;
    std::vector<std::pair<std::string, ServiceKind>> services;
    std::vector<StoryAct> acts;
    std::map<std::string, Step> ends; ///< where each of its cases stands today
};

/// The stories in the order in which they are told, read from the program itself. Throws std::logic_error
/// when one cannot be read: that is a bug.
[[nodiscard]] const std::vector<StoryScript>& storyScripts();

/// A story or a piece of one, in the words of the scripts; it may take in the shared parts. Throws
/// std::logic_error when it cannot be read.
[[nodiscard]] StoryScript storyFrom(const Json& json);

/// Where a story is played, asked for what its placeholders stand for: the register itself, or what a program
/// prints of it. Cases go by the story's own names.
class StoryPlace {
public:
    virtual ~StoryPlace() = default;

    /// The number of a case; empty before it was opened.
    [[nodiscard]] virtual std::string caseNumber(const std::string& caseName) = 0;

    /// The ids of its documents, in the order in which they came.
    [[nodiscard]] virtual std::vector<std::string> documents(const std::string& caseName) = 0;

    /// The ids of the letters drafted in it for the authority to send, the latest last.
    [[nodiscard]] virtual std::vector<std::string> letters(const std::string& caseName) = 0;

    [[nodiscard]] virtual std::string person(const std::string& signInName) = 0;
};

/// What an act of a story carries where it is played.
struct StoryContents {
    Json data;
    std::vector<interfaces::AttachedFile> files;
};

/// The act with its placeholders replaced. Throws std::logic_error for one that stands for nothing there.
[[nodiscard]] StoryContents contentsOf(
    const StoryAct& act, const SampleProvider& provider, Day today, StoryPlace& place);

/// What became of a story: its cases by the story's own names.
struct ToldStory {
    std::string id;
    std::string title;
    std::map<std::string, CaseId> cases;
};

/// Plans the acts of a story; `told` has its cases when everything was played and must live until then.
void planStory(SamplePlayer& player, const StoryScript& script, const SampleProvider& provider, Day today,
    ToldStory& told);

} // namespace tutela::services

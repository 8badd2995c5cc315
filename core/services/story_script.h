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
};

/// A story of the training register: one provider and what happened to its files. The scripts stand in
/// core/services/stories; acts that many stories share stand in parts.json and are taken in with
/// {"part", "day", "case", "set", "add"}: "@set:x" in a part is the member x of "set" (missing: left out),
/// and "add" gives further data to an act by its name.
///
/// In data and sets "@day:-30" is a day counted from the register's today and "@on:-1" one counted from the
/// day of the act, "@at:0" nine o'clock of such a day, "@provider", "@services" and "@service:1" what the
/// story has, "@case:D" the number of a case, "@document:1", "@document:-1" and "@entry:-1" the first, last …
/// of the act's case, "@person:judge" the person of a sign-in name. A file is its text or one of
/// {"risk-report": -60},
/// {"further-report": -20}, {"implementation-plan": kind}, {"impact-assessment": true}, {"advice": true}; the
/// number is the day of the assessment, counted from the act.
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

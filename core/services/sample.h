#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/vocabulary.h"
#include "core/services/story_script.h"

namespace tutela::services {

/// A fictitious person of the training register. The password is shown on purpose: nothing in it is secret.
struct SamplePerson {
    std::string signInName;
    std::string name;
    std::vector<Role> roles;
    std::string password;
};

/// Whether the stories of core/services/stories are told beside the cases.
enum class SampleStories { Told, LeftOut };

struct SamplePlan {
    std::filesystem::path file;
    std::int64_t cases = 24;
    std::uint64_t seed = 1;
    Day anchor{}; ///< "today" of the new register
    SampleStories stories = SampleStories::LeftOut;
};

struct SampleReport {
    std::int64_t cases = 0;
    std::int64_t entries = 0;
    std::vector<SamplePerson> people;
    std::vector<ToldStory> stories;
};

/// The people of every training register.
[[nodiscard]] const std::vector<SamplePerson>& samplePeople();

/// Makes a training register of the fictitious Member State of Arcadia with cases at every stage. The same
/// seed and anchor give the same bytes. Errors: as createRegister.
[[nodiscard]] Result<SampleReport> createSample(
    const SamplePlan& plan, const std::function<void(std::int64_t done, std::int64_t total)>& progress = {});

} // namespace tutela::services

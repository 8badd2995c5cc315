#pragma once

#include <string>

#include "core/base/json.h"
#include "tests/journey/training_office.h"

namespace tutela::journey {

/// Data of the acts of one invented detection file on solicitation, as the tests send them.
namespace data {

[[nodiscard]] Json scope(const std::string& start, const std::string& end);
[[nodiscard]] Json draft(const std::string& start, const std::string& end);
[[nodiscard]] Json reSentDraft(const std::string& start, const std::string& end);
[[nodiscard]] Json submission(const std::string& start, const std::string& end);
[[nodiscard]] Json decision(const std::string& start, const std::string& end);
[[nodiscard]] Json refusal();
[[nodiscard]] Json opinion();

} // namespace data

/// A provider with one interpersonal communications service, added by the registrar.
struct Newcomer {
    std::string provider;
    std::string service;
};

[[nodiscard]] Newcomer addNewcomer(TrainingOffice& office);

} // namespace tutela::journey

#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/base/json.h"
#include "core/interfaces/case_desk.h"

namespace tutela::ui {

/// An act as it was filled in when its form was closed.
struct Draft {
    Json data;
    std::vector<interfaces::AttachedFile> files;
};

/// Whose draft for which case and act.
using DraftKey = std::tuple<std::string, std::string, std::string>;

/// Drafts of this run of the program; a form that is closed or refused loses nothing.
using Drafts = std::map<DraftKey, Draft>;

} // namespace tutela::ui

#pragma once

#include "core/interfaces/technology_views.h"

class QFrame;

namespace tutela::ui {

/// A technology of an implementation plan on one sheet: what it is, beside its alternatives, its error rates,
/// and the false alarms to expect in a month. What the plan leaves out is marked as not stated.
[[nodiscard]] QFrame* technologyCard(const interfaces::TechnologyView& technology);

} // namespace tutela::ui

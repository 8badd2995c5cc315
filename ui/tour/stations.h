#pragma once

#include <vector>

#include <QString>

#include "core/interfaces/office.h"

namespace tutela::ui {

/// How closely a station is looked at: also dark and as on a screen at 150 %, or once.
enum class Closeness { Once, EveryWay };

/// A part of a tab that only some cases show; it is pictured in the case that shows most of it.
struct Station {
    QString name; ///< of the picture
    QString tab;
    QString part; ///< the widget to which the tab is scrolled
    Closeness closeness;
    int (*shown)(interfaces::Office&, const interfaces::CaseView&); ///< how much of it there is; 0: nothing
};

/// The parts of a case to look at, in the order of the tabs.
[[nodiscard]] const std::vector<Station>& stations();

/// A station and the case that shows most of it.
struct Visit {
    Station station;
    CaseId caseId;
};

/// Where to look at what in this register; a station that no case shows is left out.
[[nodiscard]] std::vector<Visit> visits(interfaces::Office& office);

} // namespace tutela::ui

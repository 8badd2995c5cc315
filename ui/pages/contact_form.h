#pragma once

#include "core/interfaces/office.h"

class QWidget;

namespace tutela::ui {

/// Lets the head or a registrar change how the offices are reached. Whether anything was changed.
bool editContacts(interfaces::Office& office, QWidget* parent);

} // namespace tutela::ui

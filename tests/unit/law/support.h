#pragma once

#include <string_view>

#include "core/base/day.h"
#include "core/base/json_parse.h"
#include "core/law/period.h"

namespace tutela::law {

/// A day of a test; throws when the text is none.
inline Day onDay(std::string_view text)
{
    return parseDay(text).value();
}

inline Length ofLength(std::string_view text)
{
    return parseLength(text).value();
}

inline Json asJson(std::string_view text)
{
    return parseJson(text, JsonLimits::forOwnData()).value();
}

inline Calendar calendarOf(std::string_view id)
{
    return Calendar::embedded(id).value();
}

inline Zone brussels()
{
    return Zone::named("Europe/Brussels").value();
}

} // namespace tutela::law

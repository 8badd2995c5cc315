#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_parse.h"
#include "core/domain/case_file.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/circumstances.h"
#include "core/procedure/guards.h"

namespace tutela::testing {

/// A day of a test; throws when the text is none.
inline Day day(std::string_view text)
{
    return parseDay(text).value();
}

inline Instant instant(std::string_view text)
{
    return parseInstant(text).value();
}

inline Length length(std::string_view text)
{
    return parseLength(text).value();
}

inline Json json(std::string_view text)
{
    return parseJson(text, JsonLimits::forOwnData()).value();
}

/// The Commission's text with its acts, read once.
const law::Rulebook& rulebook();
const procedure::ActTable& acts();

/// The Commission's text with another reading followed.
law::Rulebook following(std::string_view reading, std::string_view option);

/// The calendars of the fictitious Member State and of the EU institutions.
const procedure::Calendars& calendars();

/// Everything the rules may look at, at noon of a day in Brussels, as a coordinator U-0001.
procedure::Circumstances onDay(std::string_view today, Role role = Role::Coordinator);

/// An assessment received on 2026-03-02 of services S-0001 (messages) and S-0002 (hosting) of P-0001.
CaseFile assessment();

/// A detection file of S-0001 for known material with fresh evidence.
CaseFile detection();

/// A detection file with draft, request filed by U-0001 and approved by U-0003; scope 2027-01-01 to
/// 2027-12-31.
CaseFile beforeTheCourt();

/// The same with an order issued by U-0007 on 2026-09-01.
CaseFile withOrder();

/// Ids of everything that refuses and warns, in order, parted by spaces.
std::string refusalsOf(const procedure::Verdict& verdict);
std::string warningsOf(const procedure::Verdict& verdict);

} // namespace tutela::testing

#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/base/length.h"
#include "core/base/result.h"
#include "core/law/clock_definition.h"

namespace tutela::law {

/// One figure or choice of a legal text.
struct Parameter {
    std::string key; ///< "art5_3.further_information.max"
    std::string value; ///< a length in ISO 8601 form, a day, or a choice
    std::string article;
    std::string
        mode; ///< forward, backward, cap, floor, threshold, office, lapses, choice, slip (of the drafters)
    std::string verification; ///< how the figure was checked: "V-COM", "V-sec", …
};

/// A place where the law can be read in several ways. What every reading forbids is refused; between readings
/// an act warns, and whoever performs it records the choice with its reason.
struct Reading {
    std::string key; ///< "art7_9.start.minimum"; texts: "reading.<key>" and "reading.<key>.<option>"
    std::string law;
    std::vector<std::string> options;
    std::string followed; ///< the option by which dates are counted
    std::string verification;
    std::vector<std::string> clocks; ///< definitions whose dates depend on it
};

/// A condition of an order that the authority weighs grounds for and against (Art 7(4) to (8)). Its name is
/// the text "condition.<id>".
struct Condition {
    std::string id; ///< "likely-use"
    std::string law;
    std::vector<std::string> kinds; ///< of detection: "known", "new", "solicitation"
    std::string field; ///< of the request in which its grounds are set out

    [[nodiscard]] bool isOf(std::string_view kind) const
    {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    }
};

/// What starts a clock of a case.
enum class ClockTrigger {
    FilingReceived,
    ReviewInformationAsked,
    InformationDemanded,
    HearingInvited,
    UpdateRequired,
    AdverseDetermination,
    DraftSent,
    DraftReceivedByCentre,
    PlanDemanded,
    ConsultationRequested,
    ReceiptAwaited,
    OrderIssued,
    OrderStarts,
    OrderHalfway,
    HalfwayReportReceived,
    OrderFinal,
    FinalCopyReceived,
};

/// What starts a clock of a service, whatever cases there are about it.
enum class ServiceTrigger { ApplicationOrServiceStart, AssessmentCarriedOut, OrderEnds, AssessmentDue };

/// A clock of the legal text and the fact that starts it: one of a case, one of a service, or none while the
/// product does not have its procedure.
struct RulebookClock {
    std::optional<ClockTrigger> trigger;
    ClockDefinition definition;
    std::optional<ServiceTrigger> serviceTrigger = std::nullopt;
};

/// A kind of case that a legal text leaves out, though the text it is based on has it.
struct Absence {
    std::string caseKind; ///< "detection"
    std::string law; ///< why it is absent, with its source
};

/// One legal text as data. A case keeps the rulebook under which it was opened.
class Rulebook final {
public:
    /// Reads a pack strictly. Errors: BadInput with the path of the first thing that is not as it must be.
    [[nodiscard]] static Result<Rulebook> parse(std::string_view json);

    /// The embedded rulebook of that id. Errors: BadInput when there is none.
    [[nodiscard]] static Result<Rulebook> embedded(std::string_view id);

    /// Ids of all embedded rulebooks.
    [[nodiscard]] static std::vector<std::string> embeddedIds();

    [[nodiscard]] const std::string& id() const { return m_id; }

    [[nodiscard]] const std::string& title() const { return m_title; }

    [[nodiscard]] const std::string& source() const { return m_source; }

    /// Whether the text is law, or a proposal that binds nobody.
    [[nodiscard]] bool inForce() const { return m_inForce; }

    [[nodiscard]] const std::vector<Parameter>& parameters() const { return m_parameters; }

    [[nodiscard]] const std::vector<RulebookClock>& clocks() const { return m_clocks; }

    [[nodiscard]] const std::vector<Reading>& readings() const { return m_readings; }

    /// Whether dates are counted by that option. False for a reading that the text does not list: then the
    /// strict or undisputed one is followed.
    [[nodiscard]] bool follows(std::string_view reading, std::string_view option) const;

    /// The legal text of which this one is a variation; may be empty.
    [[nodiscard]] const std::string& basedOn() const { return m_basedOn; }

    /// What it leaves out of that text.
    [[nodiscard]] const std::vector<Absence>& absences() const { return m_absences; }

    /// In the order in which they are weighed; none in packs that were written before they were listed.
    [[nodiscard]] const std::vector<Condition>& conditions() const { return m_conditions; }

    /// The acts as they stand in the pack; core/procedure reads them.
    [[nodiscard]] const Json& acts() const { return m_acts; }

    /// SHA-256 of the pack's bytes, quoted by signatures.
    [[nodiscard]] const Digest& digest() const { return m_digest; }

    /// A parameter that is a length. Throws std::logic_error when the rulebook has no such length: packs are
    /// checked when they are read, so that asking for a missing one is our bug.
    [[nodiscard]] Length length(std::string_view key) const;

    /// The same for a setting of the office, which older texts may not have.
    [[nodiscard]] Length lengthOr(std::string_view key, Length fallback) const;
    [[nodiscard]] const Parameter* parameter(std::string_view key) const;

private:
    Rulebook() = default;

    std::string m_id;
    std::string m_title;
    std::string m_source;
    std::string m_basedOn;
    bool m_inForce = false;
    std::vector<Absence> m_absences;
    std::vector<Parameter> m_parameters;
    std::vector<Reading> m_readings;
    std::vector<RulebookClock> m_clocks;
    std::vector<Condition> m_conditions;
    Json m_acts;
    Digest m_digest{};
};

} // namespace tutela::law

#include "core/services/consultation_views.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/services/entry_content.h"

namespace tutela::services {

namespace {

using interfaces::ConsultationView;
using interfaces::FieldView;

AdviceMatch matchOf(const ConsultationView& view)
{
    if (!view.lodged)
        return view.providersCopy ? AdviceMatch::OnlyProvider : AdviceMatch::NoDocument;
    if (!view.providersCopy)
        return AdviceMatch::OnlyDpa;
    return view.lodged->sha256 == view.providersCopy->sha256 ? AdviceMatch::Matched : AdviceMatch::Different;
}

std::vector<Message> dayLine(const DayBySource& stated)
{
    if (stated.differs())
        return {{"consultation.differs", {{"provider", *stated.provider}, {"dpa", *stated.dpa}}}};
    if (stated.provider && stated.dpa)
        return {{"consultation.agreed", {{"day", *stated.provider}}}};
    if (stated.provider)
        return {{"consultation.by-provider", {{"day", *stated.provider}}}};
    if (stated.dpa)
        return {{"consultation.by-dpa", {{"day", *stated.dpa}}}};
    return {};
}

Message pauseLine(const ConsultationPause& pause)
{
    if (!pause.resumedOn)
        return {"consultation.pause-open", {{"from", pause.stoppedOn}}};
    return {"consultation.pause", {{"from", pause.stoppedOn}, {"to", *pause.resumedOn}}};
}

} // namespace

ConsultationView consultationView(Register& source, const Register::LoadedCase& loaded,
    const Consultation& consultation, const std::function<bool(const Entry&)>& mayRead)
{
    ConsultationView view;
    const auto lodged = consultation.lodged ? source.vault.document(*consultation.lodged) : std::nullopt;
    for (const Entry& entry : loaded.entries) {
        if (entry.documents.empty() || !mayRead(entry))
            continue;
        const bool withPlan = entry.effect == "record-plan";
        for (const store::StoredDocument& document : source.vault.documentsOf(entry.seq)) {
            if (consultation.lodged == document.id)
                view.lodged = documentView(loaded.file, entry, document);
            // A copy that was not named as such is known by its bytes.
            const bool same = lodged && lodged->sha256 == document.sha256 && !consultation.providersCopy;
            if (withPlan && (same || consultation.providersCopy == document.id)) {
                view.providersCopy = documentView(loaded.file, entry, document);
                view.copyReceivedOn = parseDay(entry.facts.text("received_on"));
            }
        }
    }
    view.match = matchOf(view);
    return view;
}

std::vector<FieldView> consultationFields(const Consultation& consultation, const ConsultationView& view)
{
    std::vector<FieldView> fields;
    const auto add = [&](const char* label, std::vector<Message> lines) {
        if (!lines.empty())
            fields.push_back({{label, {}}, {}, {}, {}, std::move(lines)});
    };
    add("consultation.requested", dayLine(consultation.requested));
    if (consultation.extension && consultation.extensionAnnouncedOn)
        add("consultation.extended",
            {{"consultation.extended-by",
                {{"length", *consultation.extension}, {"day", *consultation.extensionAnnouncedOn}}}});
    std::vector<Message> pauses;
    for (const ConsultationPause& pause : consultation.pauses)
        pauses.push_back(pauseLine(pause));
    add("consultation.paused", std::move(pauses));
    add("consultation.ended", dayLine(consultation.ended));
    if (consultation.outcome || view.match != AdviceMatch::NoDocument)
        add("consultation.copy", {{fmt::format("advice-match.{}", toText(view.match)), {}}});
    return fields;
}

void addVersions(const CaseFile& file, interfaces::Card& card)
{
    std::vector<Message> lines;
    const auto moved = [&](const char* text, std::int64_t given, std::int64_t now) {
        if (given > 0 && given < now)
            lines.push_back({text, {{"given", given}, {"now", now}}});
    };
    for (const CentreOpinion& opinion : file.opinions) {
        if (opinion.entry != card.entry)
            continue;
        moved("version.draft", opinion.draftVersion, file.drafts.empty() ? 0 : file.drafts.back().version);
        if (card.entry != file.opinions.back().entry)
            lines.push_back({"version.superseded", {{"by", file.opinions.back().id}}});
    }
    for (const Consultation& consultation : file.consultations) {
        if (consultation.advice != card.entry)
            continue;
        const auto count = [&](FilingKind kind) {
            return std::ranges::count(file.filings, kind, &ReceivedFiling::kind);
        };
        moved("version.assessment", consultation.assessmentVersion, count(FilingKind::ImpactAssessment));
        moved("version.plan", consultation.planVersion, count(FilingKind::ImplementationPlan));
    }
    if (!lines.empty())
        card.fields.push_back({{"version.moved", {}}, {}, {}, {}, std::move(lines)});
}

} // namespace tutela::services

#include <algorithm>
#include <map>

#include "core/procedure/corrections.h"
#include "core/services/entry_content.h"
#include "core/services/performer.h"
#include "core/services/quarantine.h"

namespace tutela::services {

using interfaces::ActRequest;
using procedure::ActDefinition;
using procedure::Effect;

namespace {

/// The act by which a file takes in a filing of that kind.
const char* takingAct(FilingKind kind)
{
    switch (kind) {
    case FilingKind::RiskReport:
        return "record-further-report";
    case FilingKind::ImplementationPlan:
        return "record-plan";
    case FilingKind::ImpactAssessment:
        return "record-impact-assessment";
    }
    return "";
}

} // namespace

Result<ActRequest> Performer::handingOver(
    const Register::LoadedCase& loaded, EntrySeq entry, const CaseId& target)
{
    const auto filing = std::ranges::find(loaded.file.filings, entry, &ReceivedFiling::entry);
    const auto source = std::ranges::find(loaded.entries, entry, &Entry::seq);
    const ActDefinition* taking =
        filing == loaded.file.filings.end() ? nullptr : m_register.acts().find(takingAct(filing->kind));
    if (taking == nullptr || source == loaded.entries.end())
        return Error{
            .code = ErrorCode::Refused, .what = {"correction.no-kind", {}}, .record = loaded.file.id.text()};
    ActRequest request{.act = taking->name, .caseId = target};
    request.data = Json::object({{"received_on", formatDay(filing->receivedOn)}});
    const Json content = contentOf(m_register, entry);
    std::map<std::string, std::string> names;
    for (const store::StoredDocument& document : m_register.vault.documentsOf(entry)) {
        if (quarantineOf(loaded.file, document.id) != nullptr)
            return quarantined(document.id);
        names.emplace(document.id.text(), document.name);
        request.attachments.push_back({document.name, m_register.vault.documentBytes(document.id)});
    }
    for (const FieldDefinition& field : taking->fields) {
        const Json* value = source->facts.find(field.name);
        if (value == nullptr)
            value = content.find(field.name);
        if (value == nullptr || field.name == "received_on")
            continue;
        const auto named = value->isString() ? names.find(value->asString()) : names.end();
        if (field.type != FieldType::Document)
            request.data.set(field.name, *value);
        else if (named != names.end())
            request.data.set(field.name, named->second);
    }
    if (const auto original = names.find(filing->original.text()); original != names.end())
        request.data.set("document", original->second);
    return request;
}

Result<std::vector<CaseId>> Performer::completeElsewhere(
    Writing& writing, const ActDefinition& act, const Register::LoadedCase& loaded, const ActRequest& request)
{
    EntrySeq entry = 0;
    std::optional<CaseId> target;
    if (act.effect == Effect::Quarantine)
        return quarantineSameBytes(writing, request);
    if (act.effect == Effect::PlaceFiling) {
        entry = firstCounted(loaded.file)->entry;
        target = CaseId(std::string(request.data.text("case")));
    } else if (act.effect == Effect::ConfirmCorrection) {
        const Correction* moved = procedure::correctionOf(loaded.file, request.data.text("correction"));
        entry = moved->corrected;
        target = moved->movesTo;
    }
    if (!target)
        return std::vector<CaseId>();
    auto taking = handingOver(loaded, entry, *target);
    if (!taking)
        return taking.error();
    if (const std::string_view summary = request.data.text("summary"); !summary.empty())
        taking.value().data.set("summary", std::string(summary));
    m_movedFrom = loaded.file.id;
    const auto taken = performIn(writing, taking.value());
    m_movedFrom.reset();
    return taken ? Result<std::vector<CaseId>>({*target}) : Result<std::vector<CaseId>>(taken.error());
}

} // namespace tutela::services

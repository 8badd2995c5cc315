#include "core/services/performer.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/filings/read_filing.h"
#include "core/procedure/apply.h"
#include "core/procedure/corrections.h"
#include "core/procedure/facts.h"
#include "core/procedure/visibility.h"
#include "core/services/absent_acts.h"
#include "core/services/attached_files.h"
#include "core/services/case_projection.h"
#include "core/services/clock_views.h"
#include "core/services/correction_views.h"
#include "core/services/court_views.h"
#include "core/services/foreign_pdf.h"
#include "core/services/guarded.h"
#include "core/services/presenter.h"
#include "core/services/quarantine.h"
#include "core/services/sent_letters.h"
#include "core/services/signed_order.h"

namespace tutela::services {

namespace {

using interfaces::ActReceipt;
using interfaces::ActRequest;
using procedure::ActDefinition;
using procedure::Effect;

Error refusedBy(const procedure::Refusal& refusal, const ActRequest& request)
{
    return {.code = refusal.code == "role" ? ErrorCode::NotAllowed : ErrorCode::Refused,
        .what = refusal.text,
        .law = refusal.law,
        .record = request.caseId ? request.caseId->text() : std::string()};
}

Error changedMeanwhile(const CaseFile& file, std::int64_t expected)
{
    return {.code = ErrorCode::Conflict,
        .what = {"act.changed-meanwhile", {{"expected", expected}, {"found", file.streamSeq}}},
        .record = file.id.text()};
}

/// The case of a refused act, where there is such a case.
Json refusedOn(Register& target, const ActRequest& request)
{
    Json facts = Json::object();
    if (request.caseId && target.cases.exists(*request.caseId))
        facts.set("case", request.caseId->text());
    return facts;
}

/// Whether the act may be performed as it was asked for; gives what the rules warn of.
Result<std::vector<Message>> judged(Register& target, const ActDefinition& act, const CaseFile* file,
    const ActRequest& request, const procedure::Circumstances& circumstances)
{
    // Role and step first: whoever may not act is not told about the form of the data.
    const procedure::ActSource source = procedure::sourceOf(request.data);
    const auto standing = verdictOn(target, act, file, nullptr, source, circumstances);
    if (!standing.refusals.empty())
        return refusedBy(standing.refusals.front(), request);
    if (const auto checked = checkAttachments(request.attachments); !checked)
        return checked.error();
    const auto problems = procedure::checkShape(act, request.data, namesOf(request.attachments));
    if (!problems.empty())
        return Error{.code = ErrorCode::BadInput,
            .what = problems.front().text,
            .law = act.law,
            .record = act.name,
            .where = problems.front().path};
    auto verdict = verdictOn(target, act, file, &request.data, source, circumstances);
    if (!verdict.refusals.empty())
        return refusedBy(verdict.refusals.front(), request);
    if (act.effect == Effect::FileReport) {
        const auto original = std::ranges::find(
            request.attachments, request.data.text("original"), &interfaces::AttachedFile::name);
        if (procedure::filingNamed(circumstances, original->name) == nullptr)
            return filings::readFiling(original->bytes).error();
    }
    return std::move(verdict.warnings);
}

CaseId nextCaseId(Register& target, const ActDefinition& act)
{
    const std::chrono::year_month_day day{target.today()};
    const std::string series =
        fmt::format("{}-{}", act.kind == CaseKind::Assessment ? "A" : "D", static_cast<int>(day.year()));
    return CaseId(fmt::format("{}-{:04}", series, target.cases.nextNumber(series)));
}

bool changesAudiences(Effect effect)
{
    return effect == Effect::SubmitForApproval || effect == Effect::FileRequest || effect == Effect::SendBack
        || effect == Effect::FileAmendment || effect == Effect::ReferToDpa;
}

} // namespace

std::string refusalCode(const procedure::Refusal& refusal)
{
    std::string code = "E_";
    for (const char c : refusal.code)
        code += c == '.' || c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return code;
}

Digest bundleHash(Register& target, const std::vector<EntrySeq>& entries)
{
    Json::Array bundle;
    for (const EntrySeq seq : entries) {
        const auto body = target.journal.body(seq);
        if (!body)
            continue;
        const Entry entry = store::entryOf(body->bytes);
        Json::Array documents;
        for (const auto& document : target.vault.documentsOf(seq)) {
            documents.push_back(Json::object(
                {{"id", document.id.text()}, {"version", 1}, {"sha256", toHex(document.sha256)}}));
        }
        bundle.push_back(Json::object({{"entry", seq},
            {"content", entry.contentCommitment ? toHex(*entry.contentCommitment) : std::string()},
            {"documents", Json(std::move(documents))}}));
    }
    return sha256(canonicalJson(Json(std::move(bundle))));
}

Result<Register::LoadedCase> Performer::visibleCase(const CaseId& id, const Actor& actor)
{
    auto loaded = m_register.loadCase(id);
    if (!loaded || !procedure::readsFor(loaded->file, actor))
        return notAllowed(id.text());
    return std::move(*loaded);
}

std::optional<Result<ActReceipt>> Performer::repeated(const ActRequest& request)
{
    if (request.key.empty())
        return std::nullopt;
    const auto seq = m_register.cases.entryOfKey(keyDigestOf(m_register.session->person.id, request.key));
    const auto body = seq ? m_register.journal.body(*seq) : std::nullopt;
    if (!body || !body->stream.starts_with("case/"))
        return std::nullopt;
    const CaseId id(body->stream.substr(5));
    const auto loaded = m_register.loadCase(id);
    const Entry entry = store::entryOf(body->bytes);
    if (entry.act != request.act || (request.caseId && *request.caseId != id)) {
        return Error{.code = ErrorCode::Conflict,
            .what = {"act.key-used", {{"case", id.text()}}},
            .record = id.text()};
    }
    return ActReceipt{id, entry.streamSeq, entry.seq, toHex(body->leaf), entry.to.value_or(loaded->file.step),
        clockViews(m_register, loaded->file, m_register.today(), ClockTexts::Hidden), {}};
}

void Performer::examine(const std::vector<interfaces::AttachedFile>& files)
{
    for (const auto& file : files) {
        if (!m_flags.contains(file.name))
            m_flags.emplace(file.name, examineForeign(file.bytes));
    }
}

/// Puts document ids where the data name attached files.
std::vector<NewDocument> Performer::takeDocuments(
    const ActDefinition& act, const ActRequest& request, Json& facts)
{
    examine(request.attachments);
    std::vector<NewDocument> documents;
    for (const auto& file : request.attachments) {
        const DocumentId id(fmt::format("DOC-{:06}", m_register.cases.nextNumber("DOC")));
        for (const FieldDefinition& field : act.fields) {
            if (field.type == FieldType::Document && facts.text(field.name) == file.name)
                facts.set(field.name, id.text());
        }
        documents.push_back(
            {id, file.name, acceptedMediaType(file.bytes).value_or("application/octet-stream"), file.bytes,
                m_flags.at(file.name)});
    }
    return documents;
}

Result<std::optional<Register::LoadedCase>> Performer::caseOf(const ActRequest& request, const Actor& actor)
{
    if (!request.caseId)
        return std::optional<Register::LoadedCase>();
    auto visible = visibleCase(*request.caseId, actor);
    if (!visible)
        return visible.error();
    return std::optional(std::move(visible).value());
}

NewEntry Performer::entryFor(const ActDefinition& act, const CaseFile* file, const ActRequest& request,
    const procedure::Circumstances& circumstances)
{
    procedure::Proposal proposal = procedure::decide(act, file, request.data, circumstances);
    NewEntry entry{.act = act.name,
        .effect = std::string(procedure::toText(act.effect)),
        .law = act.law,
        .role = proposal.role,
        .from = proposal.from,
        .to = proposal.to,
        .facts = std::move(proposal.facts),
        .content = std::move(proposal.content),
        .recordedFromDocument = proposal.recordedFromDocument,
        .key = request.key,
        .binding = act.binding && !proposal.recordedFromDocument};
    if (m_movedFrom)
        entry.facts.set("moved_from", m_movedFrom->text());
    entry.documents = takeDocuments(act, request, entry.facts);
    if (act.effect == Effect::FileRequest || act.effect == Effect::FileAmendment) {
        std::vector<EntrySeq> bundle;
        for (const Json& item : entry.facts.items("bundle"))
            bundle.push_back(item.asInteger());
        entry.bundle = bundleHash(m_register, bundle);
        entry.facts.set("bundle_hash", toHex(*entry.bundle));
    } else if (file != nullptr && file->request && !file->request->bundleHash.empty()) {
        entry.bundle = digestFromHex(file->request->bundleHash);
    }
    return entry;
}

ActReceipt Performer::keep(
    Writing& writing, NewEntry entry, const ActDefinition& act, std::optional<Register::LoadedCase>& loaded)
{
    const CaseId id = loaded ? loaded->file.id : nextCaseId(m_register, act);
    entry.stream = "case/" + id.text();
    const Appended appended = writing.append(std::move(entry));
    if (act.effect == Effect::ConfirmDestruction)
        m_register.vault.destroyBytes(DocumentId(std::string(appended.entry.facts.text("document"))));
    if (!loaded)
        loaded = Register::LoadedCase{CaseFile{.id = id}, {}};
    const std::optional<CaseFile> before =
        loaded->entries.empty() ? std::nullopt : std::optional(loaded->file);
    procedure::apply(loaded->file, appended.entry);
    loaded->entries.push_back(appended.entry);
    projectCase(m_register, loaded->file, loaded->entries, changesAudiences(act.effect));
    const Day today = m_register.today();
    ActReceipt receipt{id, appended.entry.streamSeq, appended.entry.seq, toHex(appended.leaf),
        loaded->file.step, clockViews(m_register, loaded->file, today, ClockTexts::Hidden), {}};
    receipt.moved = changedOnly(clockChanges(m_register, before ? &*before : nullptr, loaded->file, today));
    return receipt;
}

Result<ActReceipt> Performer::performIn(Writing& writing, const ActRequest& request)
{
    const auto actor = m_register.actor();
    if (!actor)
        return m_register.noActor();
    const ActDefinition* act = m_register.acts().find(request.act);
    if (act == nullptr)
        return missingAct(m_register.rulebook(), request.act);
    if (auto done = repeated(request))
        return std::move(*done);
    auto found = caseOf(request, *actor);
    if (!found)
        return found.error();
    std::optional<Register::LoadedCase> loaded = std::move(found).value();
    const CaseFile* file = loaded ? &loaded->file : nullptr;
    if (file != nullptr && request.expectedStreamSeq && *request.expectedStreamSeq != file->streamSeq)
        return changedMeanwhile(*file, *request.expectedStreamSeq);
    const auto circumstances = circumstancesFor(*actor, file, &request);
    auto warnings = judged(m_register, *act, file, request, circumstances);
    if (!warnings)
        return warnings.error();
    if (const auto fits = checkMove(*act, loaded, request); !fits)
        return fits.error();
    if (const auto clean = checkQuarantine(m_register, request.attachments); !clean)
        return clean.error();
    ActReceipt receipt = keep(writing, entryFor(*act, file, request, circumstances), *act, loaded);
    receipt.warnings = std::move(warnings).value();
    const auto taken = completeElsewhere(writing, *act, *loaded, request);
    if (!taken)
        return taken.error();
    receipt.alsoChanged = taken.value();
    return receipt;
}

std::vector<CaseId> Performer::quarantineSameBytes(Writing& writing, const ActRequest& request)
{
    std::vector<CaseId> changed;
    for (const FiledDocument& same :
        sameBytesInReach(m_register, DocumentId(std::string(request.data.text("document"))))) {
        std::optional<Register::LoadedCase> other = m_register.loadCase(same.file);
        const auto act = std::ranges::find_if(m_register.acts().all(), [&](const ActDefinition& one) {
            return one.effect == Effect::Quarantine && one.kind == other->file.kind;
        });
        ActRequest there{.act = act->name, .caseId = same.file, .data = request.data};
        there.data.set("document", same.document.text());
        const auto circumstances = circumstancesFor(*m_register.actor(), &other->file, &there);
        static_cast<void>(keep(writing, entryFor(*act, &other->file, there, circumstances), *act, other));
        if (std::ranges::find(changed, same.file) == changed.end() && same.file != request.caseId)
            changed.push_back(same.file);
    }
    return changed;
}

Result<Done> Performer::checkMove(
    const ActDefinition& act, const std::optional<Register::LoadedCase>& loaded, const ActRequest& request)
{
    if (act.effect != Effect::ProposeMove || !loaded)
        return Done{};
    const CaseId target(std::string(request.data.text("case")));
    const auto taking = handingOver(*loaded, request.data.integer("receipt"), target);
    if (!taking)
        return taking.error();
    const auto actor = m_register.actor();
    const auto other = visibleCase(target, *actor);
    if (!other)
        return other.error();
    const auto verdict = judged(m_register, *m_register.acts().find(taking.value().act), &other.value().file,
        taking.value(), circumstancesFor(*actor, &other.value().file, &taking.value()));
    return verdict ? Result<Done>(Done{}) : Result<Done>(verdict.error());
}

Result<ActReceipt> Performer::perform(const ActRequest& asked)
{
    const auto printed = withDraftedLetter(m_register, asked);
    if (!printed)
        return printed.error();
    const ActRequest& request = printed.value();
    return guarded([&]() -> Result<ActReceipt> {
        if (m_register.actor()) {
            examine(request.attachments);
            m_signedFile = checkSignedOrder(m_register, request);
        }
        std::optional<Error> refusal;
        {
            Writing writing(m_register);
            auto receipt = performIn(writing, request);
            if (receipt) {
                m_register.drafts.remove({m_register.session->person.id,
                    request.caseId ? request.caseId->text() : std::string(), request.act});
                writing.finish();
                return receipt;
            }
            refusal = receipt.error();
        }
        keepRefusal(m_register, request.act, *refusal, refusedOn(m_register, request));
        return std::move(*refusal);
    });
}

bool Performer::judgePreview(const ActDefinition& act, const CaseFile* file, const ActRequest& request,
    const procedure::Circumstances& circumstances, interfaces::ActPreview& preview)
{
    const auto problems = procedure::checkShape(act, request.data, namesOf(request.attachments));
    for (const auto& problem : problems)
        preview.refused.push_back({"E_FIELD " + problem.path, problem.text, act.law});
    const procedure::ActSource source = procedure::sourceOf(request.data);
    // The authority enters the act of another institution from its document: until that is named, it is
    // what lacks.
    if (procedure::recordsOnly(act, circumstances.actor) && source == procedure::ActSource::Own) {
        preview.refused.push_back({"E_FIELD $.recorded_from", {"field-problem.recorded-from", {}}, act.law});
        return false;
    }
    // Words steer no date: the rules can look at all the rest already.
    const bool onlyWordsLack = std::ranges::all_of(problems,
        [&](const procedure::FieldProblem& problem) { return procedure::lacksWords(act, problem); });
    auto verdict =
        verdictOn(m_register, act, file, onlyWordsLack ? &request.data : nullptr, source, circumstances);
    const bool counts = onlyWordsLack && verdict.refusals.empty();
    if (onlyWordsLack && !problems.empty())
        verdict = verdictOn(m_register, act, file, nullptr, source, circumstances);
    for (const auto& refusal : verdict.refusals)
        preview.refused.push_back({refusalCode(refusal), refusal.text, refusal.law});
    preview.warnings = std::move(verdict.warnings);
    return counts;
}

void Performer::foresee(const ActDefinition& act, const std::optional<Register::LoadedCase>& loaded,
    const ActRequest& request, const procedure::Circumstances& circumstances, interfaces::ActPreview& preview)
{
    const CaseFile* file = loaded ? &loaded->file : nullptr;
    procedure::Proposal proposal = procedure::decide(act, file, request.data, circumstances);
    Register::LoadedCase after = loaded.value_or(
        Register::LoadedCase{CaseFile{.id = CaseId(act.kind == CaseKind::Assessment ? "A" : "D")}, {}});
    Entry entry;
    entry.seq = m_register.journal.size();
    entry.stream = "case/" + after.file.id.text();
    entry.streamSeq = after.file.streamSeq + 1;
    entry.at = circumstances.now;
    entry.actor = circumstances.actor.person;
    entry.role = proposal.role;
    entry.act = act.name;
    entry.effect = procedure::toText(act.effect);
    entry.from = proposal.from;
    entry.to = proposal.to;
    entry.rulebook = circumstances.rulebook.id();
    entry.law = act.law;
    entry.facts = std::move(proposal.facts);
    entry.recordedFromDocument = proposal.recordedFromDocument;
    procedure::apply(after.file, entry);
    after.entries.push_back(entry);
    preview.counted = true;
    preview.step = after.file.step;
    if (act.effect == Effect::ProposeCorrection || act.effect == Effect::ProposeMove
        || act.effect == Effect::ConfirmCorrection)
        foreseeCorrection(entry, after, preview);
    std::optional<CaseFile> before;
    if (loaded)
        before = Presenter(m_register, *loaded, circumstances.actor, circumstances.today).visibleFile();
    preview.clocks = clockChanges(m_register, before ? &*before : nullptr,
        Presenter(m_register, after, circumstances.actor, circumstances.today).visibleFile(),
        circumstances.today);
}

void Performer::foreseeCorrection(
    const Entry& entry, Register::LoadedCase& after, interfaces::ActPreview& preview) const
{
    const bool proposes = entry.effect != procedure::toText(Effect::ConfirmCorrection);
    const std::string_view id = entry.facts.text(proposes ? "id" : "correction");
    const Correction* correction = procedure::correctionOf(after.file, id);
    if (correction == nullptr)
        return;
    preview.actsUnderOldDate = actsUnderOldDateOf(m_register, after, *correction);
    preview.onConfirmation = proposes;
    if (proposes)
        procedure::applyCorrection(after.file, Correction(*correction));
}

Result<interfaces::ActPreview> Performer::preview(const ActRequest& request)
{
    return guarded([&]() -> Result<interfaces::ActPreview> {
        const auto actor = m_register.actor();
        if (!actor)
            return m_register.noActor();
        const ActDefinition* act = m_register.acts().find(request.act);
        if (act == nullptr)
            return missingAct(m_register.rulebook(), request.act);
        const auto loaded = caseOf(request, *actor);
        if (!loaded)
            return loaded.error();
        const CaseFile* file = loaded.value() ? &loaded.value()->file : nullptr;
        m_signedFile = checkSignedOrder(m_register, request);
        const auto circumstances = circumstancesFor(*actor, file, &request);
        interfaces::ActPreview preview;
        if (act->effect == Effect::Issue && circumstances.requested)
            preview.differences = differencesSoFar(*circumstances.requested, request.data);
        if (!judgePreview(*act, file, request, circumstances, preview))
            return preview;
        if (const auto fits = checkMove(*act, loaded.value(), request); !fits)
            preview.refused.push_back({"E_MOVE", fits.error().what, fits.error().law});
        else
            foresee(*act, loaded.value(), request, circumstances, preview);
        return preview;
    });
}

} // namespace tutela::services

#include "core/services/court_views.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/procedure/act_definition.h"
#include "core/procedure/facts.h"
#include "core/procedure/visibility.h"
#include "core/services/entry_content.h"

namespace tutela::services {

namespace {

using interfaces::FieldView;
using procedure::Effect;

FieldView linesField(const char* label, std::vector<Message> lines)
{
    return {{label, {}}, {}, {}, {}, std::move(lines)};
}

/// Where each judge of the bench stands: nobody decides before all have declared.
FieldView benchField(Register& source, const CaseFile& file, const Bench& bench)
{
    std::vector<Message> lines;
    for (const PersonId& judge : bench.judges) {
        const auto person = source.directory.person(judge);
        const char* state = "bench.awaited";
        if (hasSteppedAside(file, judge))
            state = "bench.stepped-aside";
        else if (hasDeclaredNoConflict(file, judge))
            state = "bench.declared";
        lines.push_back({state, {{"person", person ? person->name : judge.text()}}});
    }
    return linesField("field.bench", std::move(lines));
}

/// Who agreed to the draft of the decision, and whether it is the last one.
FieldView agreedField(Register& source, const DecisionDraft& draft)
{
    std::vector<Message> lines;
    for (const PersonId& judge : draft.agreed) {
        const auto person = source.directory.person(judge);
        lines.push_back({"bench.agreed", {{"person", person ? person->name : judge.text()}}});
    }
    return linesField("field.agreed", std::move(lines));
}

procedure::OrderTerms termsOf(const OrderScope& scope, Addressee addressee, const Json& content)
{
    return {scope, addressee, std::string(content.text("representative")),
        std::string(content.text("targeting")), std::string(content.text("safeguards"))};
}

/// The request on which the court decided.
std::optional<FieldView> differencesField(Register& source, const CaseFile& file)
{
    const auto requested = requestedTerms(source, file);
    const Json content = contentOf(source, file.order->entry);
    if (!requested || content.text("targeting").empty())
        return std::nullopt;
    std::vector<Message> lines;
    for (procedure::Difference& difference :
        procedure::differencesOf(*requested, termsOf(file.order->scope, file.order->addressee, content)))
        lines.push_back(std::move(difference.text));
    if (lines.empty())
        lines.push_back({"difference.none", {}});
    return linesField("field.differences", std::move(lines));
}

/// The files opened on new facts after this one was refused.
std::vector<Message> openedAfter(Register& source, const CaseFile& refused)
{
    std::vector<Message> lines;
    for (const ServiceId& service : refused.services) {
        for (const CaseSummary& other : source.cases.detectionFilesOf(service)) {
            if (other.id == refused.id || other.detectionKind != refused.detectionKind)
                continue;
            const auto loaded = source.loadCase(other.id);
            if (loaded && loaded->file.afterRefusal == refused.id)
                lines.push_back({"refusal.opened-after", {{"case", other.id.text()}}});
        }
    }
    return lines;
}

void addOfDecision(
    Register& source, const CaseFile& file, std::optional<Institution> reader, std::vector<FieldView>& fields)
{
    if (file.order->decision == CourtDecision::Refused) {
        auto after = reader == Institution::Authority ? openedAfter(source, file) : std::vector<Message>();
        if (!after.empty())
            fields.push_back(linesField("field.opened-after", std::move(after)));
    } else if (auto differences = differencesField(source, file)) {
        fields.push_back(std::move(*differences));
    }
}

/// The version of the request that the entry submitted, or on which it was done; 0 for neither.
std::int64_t versionOf(const CaseFile& file, const Entry& entry)
{
    for (const OrderRequest& earlier : file.earlierRequests) {
        if (earlier.entry == entry.seq)
            return earlier.version;
    }
    for (const auto* request : {&file.request, &file.amendment}) {
        if (*request && (*request)->entry == entry.seq)
            return (*request)->version;
    }
    return entry.facts.integer("request_version");
}

} // namespace

std::vector<FieldView> courtFields(
    Register& source, const Register::LoadedCase& loaded, const Entry& entry, const Actor& actor)
{
    const CaseFile& file = loaded.file;
    std::vector<FieldView> fields;
    if (const std::int64_t version = versionOf(file, entry); version > 0)
        fields.push_back({{"field.request-version", {}}, std::to_string(version)});
    if (file.order && file.order->signedFile && file.order->signedFile->entry == entry.seq)
        fields.push_back(linesField("field.signed-file-check",
            {{file.order->signedFile->preserved ? "signed-file.preserved" : "signed-file.differs", {}}}));
    const auto bench = std::ranges::find(file.benches, entry.seq, &Bench::entry);
    if (bench != file.benches.end() && benchOf(file) == &*bench)
        fields.push_back(benchField(source, file, *bench));
    const auto draft = std::ranges::find(file.decisionDrafts, entry.seq, &DecisionDraft::entry);
    if (draft != file.decisionDrafts.end()) {
        fields.push_back({{"field.draft_version", {}}, std::to_string(draft->version)});
        fields.push_back(agreedField(source, *draft));
    }
    if (file.order && file.order->entry == entry.seq)
        addOfDecision(source, file, procedure::readsFor(file, actor), fields);
    if (procedure::effectFromText(entry.effect) == Effect::OpenDetection && file.afterRefusal)
        fields.push_back(linesField(
            "field.after-refusal", {{"refusal.was-refused", {{"case", file.afterRefusal->text()}}}}));
    return fields;
}

std::optional<Term> courtStatus(const CaseFile& file, EntrySeq entry)
{
    const auto isThat = [&](const auto& record) { return record.entry == entry; };
    const Bench* bench = benchOf(file);
    if (bench != nullptr && bench->entry != entry && std::ranges::any_of(file.benches, isThat))
        return Term{"status.replaced"};
    if (std::ranges::any_of(file.earlierRequests, isThat))
        return Term{"status.replaced"};
    if (std::ranges::any_of(file.decisionDrafts, isThat) && !isThat(file.decisionDrafts.back()))
        return Term{"status.replaced"};
    if (file.amendment && isThat(*file.amendment))
        return Term{file.amendment->approvedBy ? "status.approved" : "status.for-approval"};
    return std::nullopt;
}

std::vector<interfaces::CourtPerson> courtPeople(
    Register& source, const CaseFile& file, std::optional<Institution> reader)
{
    std::vector<interfaces::CourtPerson> people;
    const bool reads = reader == Institution::Court || reader == Institution::Authority;
    if (!reads || file.step != Step::BeforeTheCourt)
        return people;
    for (const Role role : {Role::Judge, Role::CourtClerk}) {
        for (const PersonId& id : source.directory.peopleWith(role)) {
            const auto person = source.directory.person(id);
            people.push_back({id, person ? person->name : id.text(), role});
        }
    }
    return people;
}

std::optional<procedure::OrderTerms> requestedTerms(Register& source, const CaseFile& file)
{
    if (!file.request)
        return std::nullopt;
    const Json content = contentOf(source, file.request->entry);
    if (content.text("targeting").empty())
        return std::nullopt;
    return termsOf(file.request->scope, file.request->addressee, content);
}

std::vector<Message> differencesSoFar(const procedure::OrderTerms& requested, const Json& decision)
{
    const procedure::Facts given(decision);
    procedure::OrderTerms decided = requested; // what is not filled in yet differs in nothing
    decided.scope.parts = given.codes("parts");
    decided.scope.start = given.day("start").value_or(requested.scope.start);
    decided.scope.end = given.day("end").value_or(requested.scope.end);
    decided.addressee = given.choice<Addressee>("addressee").value_or(requested.addressee);
    for (const auto& [field, text] : {std::pair("representative", &decided.representative),
             std::pair("targeting", &decided.targeting), std::pair("safeguards", &decided.safeguards)}) {
        if (given.has(field))
            *text = given.text(field);
    }
    std::vector<Message> lines;
    for (procedure::Difference& difference : procedure::differencesOf(requested, decided))
        lines.push_back(std::move(difference.text));
    return lines;
}

bool wasRefused(Register& source, const CaseSummary& file)
{
    if (!hasEnded(file.step) || file.orderIssued)
        return false;
    const auto loaded = source.loadCase(file.id);
    return loaded && loaded->file.order && loaded->file.order->decision == CourtDecision::Refused;
}

} // namespace tutela::services

#include <algorithm>

#include <fmt/format.h>

#include "core/base/json_parse.h"
#include "core/documents/pdf_writer.h"
#include "core/procedure/act_data.h"
#include "core/procedure/apply.h"
#include "core/procedure/clocks.h"
#include "core/procedure/service_clocks.h"
#include "core/procedure/visibility.h"
#include "core/services/absent_acts.h"
#include "core/services/access_index.h"
#include "core/services/court_bundle.h"
#include "core/services/date_sheet.h"
#include "core/services/desks.h"
#include "core/services/guarded.h"
#include "core/services/order_document.h"
#include "core/services/order_view.h"
#include "core/services/performer.h"
#include "core/services/presenter.h"
#include "core/services/readable_document.h"
#include "core/services/signed_order.h"
#include "core/services/weighing_views.h"

namespace tutela::services {

namespace {

using interfaces::ActOffer;

ActOffer offerOf(const procedure::ActDefinition& act)
{
    return {.act = act.name,
        .kind = act.kind,
        .roles = act.roles,
        .from = act.from,
        .to = act.to,
        .law = act.law,
        .tab = act.tab,
        .binding = act.binding,
        .outside = act.outside,
        .touchesClocks = procedure::touchesClocks(act.effect),
        .fields = act.fields};
}

/// Cases that the legal text does not have cannot be opened, and the reason is shown.
void addAbsent(std::vector<ActOffer>& offers, const law::Rulebook& rulebook)
{
    for (const AbsentAct& absent : absentActs(rulebook)) {
        if (!absent.act.opensCase)
            continue;
        ActOffer offer = offerOf(absent.act);
        offer.whyNot.push_back({"E_NOT_IN_TEXT", absenceText(rulebook, absent), {}});
        offers.push_back(std::move(offer));
    }
}

/// The case as it stood at an instant: entries recorded later are left away.
void cutAt(Register::LoadedCase& loaded, Instant asOf)
{
    std::erase_if(loaded.entries, [&](const Entry& entry) { return entry.at > asOf; });
    if (!loaded.entries.empty())
        loaded.file = procedure::fold(loaded.file.id, loaded.entries);
}

Error noLanguage(const char* message, std::string_view language)
{
    return {.code = ErrorCode::BadInput,
        .what = {message, {{"language", std::string(language)}}},
        .where = "language"};
}

/// When the assessment that the order asks for was made; the authority alone has the reports of the service.
std::optional<Day> updateSeen(Register& source, const CaseFile& file, const Actor& actor)
{
    if (procedure::readsFor(file, actor) != Institution::Authority)
        return std::nullopt;
    std::optional<Day> updated;
    for (const ServiceId& service : file.services) {
        const auto record = source.services.record(service);
        const auto one = record ? procedure::updatedUnderOrder(
                             *record, file.id, source.services.applicationDay(), source.rulebook())
                                : std::nullopt;
        updated = one ? std::max(one, updated) : updated;
    }
    return updated;
}

/// The order as the person signed in may see it.
Result<interfaces::OrderView> orderSeen(Register& source, const CaseId& caseId)
{
    const auto read = readableCase(source, caseId);
    if (!read)
        return read.error();
    const auto& [actor, loaded] = read.value();
    const CaseFile file = Presenter(source, loaded, actor, source.today()).visibleFile();
    if (!file.order || file.order->decision == CourtDecision::Refused)
        return Error{
            .code = ErrorCode::Refused, .what = {"order.none", {}}, .law = "Art 8", .record = caseId.text()};
    interfaces::OrderView view = orderView(source, file, source.today(), updateSeen(source, file, actor));
    view.language = orderLanguage(source, loaded);
    if (file.order->signedFile)
        view.signedFile = signedFileOf(source, *file.order->signedFile);
    return view;
}

} // namespace

Result<interfaces::CaseView> CaseService::open(const CaseId& caseId, std::optional<Instant> asOf)
{
    return guardedReading(m_register.engine, [&]() -> Result<interfaces::CaseView> {
        const auto actor = m_register.actor();
        if (!actor)
            return m_register.noActor();
        auto loaded = Performer(m_register).visibleCase(caseId, *actor);
        if (!loaded)
            return loaded.error();
        Day today = m_register.today();
        if (asOf) {
            cutAt(loaded.value(), *asOf);
            if (loaded.value().entries.empty())
                return notAllowed(caseId.text());
            today = m_register.zone().dayOf(*asOf);
        }
        return Presenter(m_register, loaded.value(), *actor, today).view();
    });
}

Result<std::vector<ActOffer>> CaseService::acts(const std::optional<CaseId>& caseId)
{
    return guardedReading(m_register.engine, [&]() -> Result<std::vector<ActOffer>> {
        const auto actor = m_register.actor();
        if (!actor)
            return m_register.noActor();
        Performer performer(m_register);
        std::optional<Register::LoadedCase> loaded;
        if (caseId) {
            auto visible = performer.visibleCase(*caseId, *actor);
            if (!visible)
                return visible.error();
            loaded = std::move(visible).value();
        }
        const CaseFile* file = loaded ? &loaded->file : nullptr;
        const auto circumstances = performer.circumstancesFor(*actor, file, nullptr);
        std::vector<ActOffer> offers;
        for (const procedure::ActDefinition& act : m_register.acts().all()) {
            if (file != nullptr && (act.kind != file->kind || act.opensCase))
                continue;
            ActOffer offer = offerOf(act);
            offer.onlyFromDocument = procedure::recordsOnly(act, *actor);
            const auto source = offer.onlyFromDocument && file != nullptr
                ? procedure::ActSource::RecordedFromDocument
                : procedure::ActSource::Own;
            const auto verdict = verdictOn(m_register, act, file, nullptr, source, circumstances);
            for (const auto& refusal : verdict.refusals)
                offer.whyNot.push_back({refusalCode(refusal), refusal.text, refusal.law});
            for (const Message& warning : verdict.warnings)
                offer.points.push_back({warning.id, warning, act.law});
            offer.allowed = offer.whyNot.empty();
            if (offer.allowed && act.effect == procedure::Effect::SubmitForApproval)
                offer.suggested = composedRequest(m_register, *file);
            offers.push_back(std::move(offer));
        }
        if (file == nullptr)
            addAbsent(offers, m_register.rulebook());
        return offers;
    });
}

Result<interfaces::ActPreview> CaseService::preview(const interfaces::ActRequest& request)
{
    return Performer(m_register).preview(request);
}

Result<interfaces::ActReceipt> CaseService::perform(const interfaces::ActRequest& request)
{
    auto receipt = Performer(m_register).perform(request);
    if (receipt) {
        std::vector<CaseId> changed{receipt.value().caseId};
        std::ranges::copy(receipt.value().alsoChanged, std::back_inserter(changed));
        m_news.tell(changed);
    }
    return receipt;
}

Result<std::string> CaseService::document(const DocumentId& document)
{
    return guardedReading(m_register.engine, [&]() -> Result<std::string> {
        auto read = readableDocument(m_register, document);
        return read ? Result<std::string>(std::move(read.value().bytes)) : Result<std::string>(read.error());
    });
}

Result<interfaces::OrderView> CaseService::order(const CaseId& caseId)
{
    return guardedReading(m_register.engine, [&] { return orderSeen(m_register, caseId); });
}

Result<std::string> CaseService::orderDocument(const CaseId& caseId, std::string_view language)
{
    const auto document = guardedReading(m_register.engine, [&]() -> Result<documents::Document> {
        const auto seen = orderSeen(m_register, caseId);
        if (!seen)
            return seen.error();
        if (!language.empty() && !documents::DocumentTemplate::exists("detection-order", language))
            return noLanguage("order.language", language);
        const auto loaded = m_register.loadCase(caseId);
        return orderDocumentOf(m_register, *loaded, seen.value(),
            language.empty() ? std::string_view(seen.value().language) : language);
    });
    if (!document)
        return document.error();
    // Setting the pages takes longer than a reader may keep writers waiting.
    return guarded([&]() -> Result<std::string> { return documents::writePdf(document.value()); });
}

Result<std::string> CaseService::bundleDocument(const CaseId& caseId, std::string_view language)
{
    const auto facts = guardedReading(m_register.engine, [&]() -> Result<documents::BundleFacts> {
        const auto read = readableCase(m_register, caseId);
        if (!read)
            return read.error();
        const auto& [actor, loaded] = read.value();
        const CaseFile& file = loaded.file;
        const auto reader = procedure::readsFor(file, actor);
        if (reader != Institution::Authority && reader != Institution::Court)
            return notAllowed(caseId.text());
        if (!documents::DocumentTemplate::exists("court-bundle", language))
            return noLanguage("bundle.language", language);
        if (!file.request || !file.request->filing)
            return Error{.code = ErrorCode::Refused,
                .what = {"bundle.none", {}},
                .law = "Art 7(3)",
                .record = caseId.text()};
        return courtBundleOf(m_register, loaded, actor.person,
            documents::DocumentTemplate::embedded("court-bundle", language));
    });
    if (!facts)
        return facts.error();
    return guarded([&]() -> Result<std::string> {
        return documents::bundlePdf(
            facts.value(), documents::DocumentTemplate::embedded("court-bundle", language));
    });
}

Result<std::string> CaseService::dateSheet(const CaseId& caseId, std::string_view clock)
{
    const auto view = open(caseId, std::nullopt);
    if (!view)
        return view.error();
    std::string services;
    for (const std::string& name : view.value().services)
        services += (services.empty() ? "" : ", ") + name;
    return dateSheetBytes(
        m_register, {caseId.text(), view.value().provider, services}, view.value().clocks, clock);
}

Result<std::string> CaseService::accessIndex(const CaseId& caseId)
{
    const auto view = open(caseId, std::nullopt);
    return view ? accessIndexBytes(m_register, view.value()) : Result<std::string>(view.error());
}

Result<Json> CaseService::actSchema(std::string_view act)
{
    if (const procedure::ActDefinition* found = m_register.acts().find(act))
        return procedure::actSchema(*found);
    for (const AbsentAct& absent : absentActs(m_register.rulebook())) {
        if (absent.act.name == act && absent.act.opensCase) // it is offered, with the reason against it
            return procedure::actSchema(absent.act);
    }
    return missingAct(m_register.rulebook(), act);
}

} // namespace tutela::services

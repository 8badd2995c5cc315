#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/filings/form.h"
#include "core/filings/form_schema.h"
#include "core/filings/read_filing.h"
#include "core/services/desks.h"
#include "core/services/directory_writes.h"
#include "core/services/filing_address.h"
#include "core/services/filing_views.h"
#include "core/services/guarded.h"
#include "core/services/performer.h"
#include "core/services/readable_document.h"

namespace tutela::services {

namespace {

using interfaces::FilingView;
using interfaces::IntakeReceipt;
using interfaces::IntakeRequest;

Error unknownForm(std::string_view id)
{
    return {
        .code = ErrorCode::BadInput, .what = {"forms.unknown", {{"form", std::string(id)}}}, .where = "form"};
}

/// Nothing is kept of a file that is no filing, except that it came and why it was refused.
void journalNoFiling(Register& target, const Actor& actor, std::string_view bytes, const Error& why)
{
    Writing writing(target);
    NewEntry entry{.stream = "register", .act = "refuse-filing", .effect = "refusal", .law = "Art 5(1)"};
    entry.role = registryRoleOf(actor);
    entry.facts = Json::object({{"why", why.what.id}, {"sha256", toHex(sha256(bytes))},
        {"size", static_cast<std::int64_t>(bytes.size())}});
    static_cast<void>(writing.append(std::move(entry)));
    writing.finish();
}

/// One filing on its way into the register.
class Reception final {
public:
    Reception(
        Register& target, const Actor& actor, const IntakeRequest& request, const domain::Filing& filing)
        : m_register(target)
        , m_actor(actor)
        , m_request(request)
        , m_filing(filing)
    {
    }

    Result<IntakeReceipt> receive()
    {
        if (m_filing.kind == FilingKind::RiskReport && m_request.caseId)
            return Error{.code = ErrorCode::Refused,
                .what = {"intake.case-of-report", {}},
                .law = "Art 5(1)",
                .record = m_request.caseId->text()};
        m_performer.examine(m_request.attachments);
        std::optional<Writing> writing(std::in_place, m_register);
        auto received = m_filing.kind == FilingKind::RiskReport ? openCase(*writing) : file(*writing);
        if (received) {
            writing->finish();
            return receiptOf(received.value());
        }
        // What was begun is undone before the refusal is written.
        writing.reset();
        keepRefusal(m_register, "file-report", received.error());
        return received.error();
    }

private:
    using Received = Result<interfaces::ActReceipt>;

    [[nodiscard]] interfaces::ActRequest actOn(const char* act, const char* field) const
    {
        const std::string name = m_request.fileName.empty() ? "filing.json" : m_request.fileName;
        interfaces::ActRequest request{.act = act};
        request.data = Json::object({{field, name}});
        request.attachments = {{name, m_request.bytes}};
        request.attachments.insert(
            request.attachments.end(), m_request.attachments.begin(), m_request.attachments.end());
        return request;
    }

    [[nodiscard]] Instant receivedAt() const { return m_request.receivedAt.value_or(m_register.now()); }

    /// Opens a file of its own for the filing.
    Received openCase(Writing& writing)
    {
        auto address = m_request.services.empty()
            ? Result<FilingAddress>(addressByNames(m_register, writing, m_actor, m_filing))
            : addressByIds(m_register, m_request.services);
        if (!address)
            return address.error();
        Json::Array services;
        for (const ServiceId& service : address.value().services)
            services.emplace_back(service.text());
        interfaces::ActRequest act = actOn("file-report", "original");
        act.data.set("provider", address.value().provider.text());
        act.data.set("services", Json(std::move(services)));
        act.data.set("received_at", formatInstant(receivedAt()));
        act.data.set("channel", "electronic");
        for (interfaces::FindingView& finding : address.value().findings)
            m_findings.push_back(std::move(finding));
        return m_performer.performIn(writing, act);
    }

    /// Takes a plan or an impact assessment into its detection file; where that cannot be, into a file in
    /// which it waits to be placed.
    Received file(Writing& writing)
    {
        const auto target =
            m_request.caseId ? m_request.caseId : detectionFileOf(m_register, m_filing, m_request.services);
        if (!target) {
            m_findings.push_back(pointToCheck("intake.to-place", "$", "Art 7(3)", {}));
            return openCase(writing);
        }
        interfaces::ActRequest act = actOn(
            m_filing.kind == FilingKind::ImplementationPlan ? "record-plan" : "record-impact-assessment",
            "document");
        act.caseId = target;
        act.data.set("received_on", formatDay(m_register.zone().dayOf(receivedAt())));
        auto received = m_performer.performIn(writing, act);
        if (received) {
            const auto loaded = m_register.loadCase(*target);
            m_findings = comparedWithCase(m_register, m_filing, loaded->file);
        } else if (received.error().code == ErrorCode::Refused) {
            m_findings.push_back(
                pointToCheck("intake.not-placed", "$", "Art 7(3)", {{"case", target->text()}}));
            return openCase(writing);
        }
        return received;
    }

    [[nodiscard]] IntakeReceipt receiptOf(const interfaces::ActReceipt& received)
    {
        const auto loaded = m_register.loadCase(received.caseId);
        IntakeReceipt receipt{
            loaded->file.filings.back().original.text(), {received.caseId}, viewOf(m_filing)};
        for (interfaces::FindingView& finding : m_findings)
            receipt.view.findings.push_back(std::move(finding));
        return receipt;
    }

    Register& m_register;
    Performer m_performer{m_register};
    const Actor& m_actor;
    const IntakeRequest& m_request;
    const domain::Filing& m_filing;
    std::vector<interfaces::FindingView> m_findings;
};

} // namespace

Result<FilingView> IntakeService::preview(std::string_view bytes)
{
    const auto filing = filings::readFiling(bytes);
    if (!filing)
        return filing.error();
    return viewOf(filing.value());
}

Result<IntakeReceipt> IntakeService::receive(const IntakeRequest& request)
{
    return guarded([&]() -> Result<IntakeReceipt> {
        const auto actor = m_register.actor();
        if (!actor) {
            keepRefusal(m_register, "file-report", m_register.noActor());
            return m_register.noActor();
        }
        if (!actor->has(Role::Coordinator) && !actor->has(Role::Registrar)) {
            keepRefusal(m_register, "file-report", notAllowed({}));
            return notAllowed({});
        }
        const auto filing = filings::readFiling(request.bytes);
        if (!filing) {
            journalNoFiling(m_register, *actor, request.bytes, filing.error());
            return filing.error();
        }
        auto receipt = Reception(m_register, *actor, request, filing.value()).receive();
        if (receipt)
            m_news.tell(receipt.value().cases);
        return receipt;
    });
}

Result<FilingView> IntakeService::filing(const DocumentId& original)
{
    return guarded([&]() -> Result<FilingView> {
        const auto read = readableDocument(m_register, original);
        if (!read)
            return read.error();
        const auto filing = filings::readFiling(read.value().bytes);
        if (!filing)
            return filing.error();
        FilingView view = viewOf(filing.value());
        for (auto& finding : comparedWithCase(m_register, filing.value(), read.value().source.file))
            view.findings.push_back(std::move(finding));
        return view;
    });
}

std::vector<std::pair<std::string, std::string>> IntakeService::forms()
{
    std::vector<std::pair<std::string, std::string>> list;
    for (const filings::Form& form : filings::forms())
        list.emplace_back(form.id, form.title);
    return list;
}

Result<Json> IntakeService::form(std::string_view id)
{
    const auto text = embeddedFile(fmt::format("forms/filings/{}.json", id));
    return text ? parseJson(*text, JsonLimits::forOwnData()) : Result<Json>(unknownForm(id));
}

Result<Json> IntakeService::formSchema(std::string_view id)
{
    const filings::Form* form = filings::formById(id);
    return form != nullptr ? Result<Json>(filings::formSchema(*form)) : Result<Json>(unknownForm(id));
}

} // namespace tutela::services

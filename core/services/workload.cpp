#include "core/services/workload.h"

#include <map>
#include <memory>
#include <random>

#include "core/services/guarded.h"
#include "core/services/people.h"
#include "core/services/performer.h"
#include "core/services/sample.h"
#include "core/services/sample_stories.h"

namespace tutela::services {

namespace {

class Workload final {
public:
    Workload(Register& target, std::uint64_t seed)
        : m_register(target)
        , m_random(seed ^ static_cast<std::uint64_t>(target.journal.size()))
    {
    }

    Result<Done> signIn()
    {
        for (const SamplePerson& person : samplePeople()) {
            if (person.roles.front() != Role::Coordinator && person.roles.front() != Role::Registrar)
                continue;
            auto session = openSession(m_register, person.signInName, person.password);
            if (!session)
                return Error{.code = ErrorCode::Usage, .what = {"workload.no-sample", {}}};
            m_sessions[person.signInName] = std::move(session).value();
        }
        return Done{};
    }

    /// One act; nothing when the one drawn is not possible now.
    Result<std::optional<interfaces::ActReceipt>> once()
    {
        const std::uint64_t draw = m_random() % 10;
        const auto cases =
            m_register.workList.page({.audience = Institution::Authority, .kind = CaseKind::Assessment},
                store::WorkOrder::Due, {}, 40);
        if (draw < 3 || cases.empty())
            return perform("registrar", fileReport());
        const CaseId id = cases[m_random() % cases.size()].summary.id;
        const auto loaded = m_register.loadCase(id);
        return perform("coordinator", nextAct(loaded->file));
    }

private:
    interfaces::ActRequest fileReport()
    {
        const auto services = m_register.directory.services();
        const store::ServiceRow& service = services[m_random() % services.size()];
        const auto provider = m_register.directory.provider(service.provider);
        const SampleProvider sample{service.provider, provider->name, {{service.id, service.name}}};
        interfaces::ActRequest request{.act = "file-report"};
        request.data = Json::object({{"provider", service.provider.text()},
            {"services", Json::array({service.id.text()})}, {"received_at", formatInstant(m_register.now())},
            {"original", "risk-report.json"}, {"channel", "electronic"}});
        request.attachments = {{"risk-report.json", sampleRiskReport(sample, 1, m_register.today())}};
        return request;
    }

    interfaces::ActRequest nextAct(const CaseFile& file)
    {
        interfaces::ActRequest request{.caseId = file.id};
        for (const InformationRequest& asked : file.requests) {
            if (asked.answeredOn || asked.closedUnansweredOn)
                continue;
            request.act = "record-answer";
            request.data =
                Json::object({{"request", asked.id}, {"received_on", formatDay(m_register.today())},
                    {"extent", m_random() % 3 == 0 ? "partial" : "complete"},
                    {"summary", "An invented answer."}});
            return request;
        }
        if (file.step == Step::DeterminationMade) {
            request.act = "close";
            request.data = Json::object({{"reason", "Nothing further is due."}});
        } else if (m_random() % 2 == 0) {
            request.act = "ask-information";
            request.data =
                Json::object({{"questions", Json::array({"An invented question?"})}, {"period", "P1W"}});
        } else {
            request.act = "determine";
            request.data = Json::object({{"service", undetermined(file)}, {"outcome", "complied"},
                {"reasons", "An invented reason."}, {"redress", "An invented court, one month."}});
        }
        return request;
    }

    static std::string undetermined(const CaseFile& file)
    {
        return file.services[file.determinations.size() % file.services.size()].text();
    }

    Result<std::optional<interfaces::ActReceipt>> perform(
        const std::string& person, const interfaces::ActRequest& request)
    {
        m_register.session = m_sessions.at(person);
        Performer performer(m_register);
        const auto preview = performer.preview(request);
        if (!preview)
            return preview.error();
        if (!preview.value().refused.empty())
            return std::optional<interfaces::ActReceipt>();
        auto receipt = performer.perform(request);
        // Another process was faster and the act has become impossible since it was checked.
        if (!receipt && receipt.error().code == ErrorCode::Refused)
            return std::optional<interfaces::ActReceipt>();
        if (!receipt)
            return receipt.error();
        return std::optional<interfaces::ActReceipt>(std::move(receipt).value());
    }

    Register& m_register;
    std::mt19937_64 m_random;
    std::map<std::string, std::shared_ptr<Session>> m_sessions;
};

} // namespace

Result<std::int64_t> runWorkload(const std::filesystem::path& file, std::uint64_t seed,
    std::int64_t operations, const Acknowledge& acknowledge)
{
    return guarded([&]() -> Result<std::int64_t> {
        Register target(file, HeadCheck::Required);
        if (!target.identity().training)
            return Error{.code = ErrorCode::Usage, .what = {"workload.no-training", {}}};
        Workload workload(target, seed);
        if (const auto done = workload.signIn(); !done)
            return done.error();
        std::int64_t performed = 0;
        for (std::int64_t tries = 0; performed < operations && tries < operations * 20 + 100; ++tries) {
            const auto receipt = workload.once();
            if (!receipt)
                return receipt.error();
            if (!receipt.value())
                continue;
            acknowledge(receipt.value()->seq, receipt.value()->leaf);
            ++performed;
        }
        return performed;
    });
}

} // namespace tutela::services

#include "core/services/rebuild.h"

#include <charconv>
#include <map>

#include "core/procedure/clocks.h"
#include "core/procedure/visibility.h"
#include "core/services/calendar_entries.h"
#include "core/services/case_projection.h"
#include "core/services/directory_writes.h"
#include "core/services/entry_content.h"
#include "core/services/service_cycles.h"
#include "core/store/each_body.h"
#include "core/store/projection_store.h"

namespace tutela::services {

namespace {

class Rebuild final {
public:
    explicit Rebuild(Register& target)
        : m_register(target)
        , m_projections(target.engine)
    {
    }

    void run()
    {
        m_projections.clear();
        store::forEachBody(
            m_register.journal, [&](const store::StoredBody& body) { take(store::entryOf(body.bytes)); });
        m_register.readCalendars();
        std::vector<CaseId> cases;
        m_register.cases.allCaseIds([&](const CaseId& id) { cases.push_back(id); });
        for (const CaseId& id : cases)
            takeCase(id);
        projectAllDuties(m_register);
    }

private:
    /// "A-2026-0001" gives the series "A-2026" and the number 1.
    void number(const std::string& id)
    {
        const auto dash = id.rfind('-');
        if (dash == std::string::npos)
            return;
        std::int64_t value = 0;
        std::from_chars(id.data() + dash + 1, id.data() + id.size(), value);
        m_projections.raiseNumber(id.substr(0, dash), value);
    }

    void take(const Entry& entry)
    {
        if (!entry.keyDigest.empty())
            m_register.cases.rememberKey(entry.keyDigest, entry.seq);
        for (const DocumentCommitment& document : entry.documents)
            number(document.id.text());
        if (entry.stream == "register")
            projectCalendarEntry(m_register, entry);
        const auto slash = entry.stream.find('/');
        if (slash == std::string::npos) {
            if (entry.effect == "record-application-date")
                m_register.services.recordApplicationDay(
                    entry.seq, parseDay(entry.facts.text("day")).value_or(Day{}));
            return;
        }
        const std::string id = entry.stream.substr(slash + 1);
        if (entry.streamSeq == 1)
            number(id);
        if (entry.stream.starts_with("person/"))
            takePerson(PersonId(id), entry);
        else if (entry.stream.starts_with("provider/"))
            takeProvider(ProviderId(id), entry);
    }

    void takePerson(const PersonId& id, const Entry& entry)
    {
        if (projectAppointmentEntry(m_register, entry))
            return;
        auto& directory = m_register.directory;
        auto row = directory.person(id).value_or(store::PersonRow{id, {}, {}, {}, {}, false});
        if (entry.effect == "add-person" || entry.effect == "change-keys") {
            row.signingKey = entry.facts.text("signing");
            row.boxKey = entry.facts.text("box");
            if (entry.effect == "add-person") {
                const Json content = contentOf(m_register, entry.seq);
                row.signIn = content.text("sign_in");
                row.name = content.text("name");
            }
            directory.project(row);
        } else if (entry.effect == "disable-person") {
            row.disabled = true;
            directory.project(row);
        } else if (const auto role = fromText<Role>(entry.facts.text("role"))) {
            const bool confirmed = entry.effect == "confirm-grant" || entry.facts.flag("confirmed");
            directory.project(id, {*role, entry.actor, confirmed});
        }
    }

    void takeProvider(const ProviderId& id, const Entry& entry)
    {
        const Json content = contentOf(m_register, entry.seq);
        const ServiceId service(std::string(entry.facts.text("service")));
        if (entry.effect == "add-provider" || entry.effect == "change-provider") {
            m_register.directory.project(rowOf(id, providerDetails(entry.facts, content)));
        } else if (entry.effect == "record-measures") {
            m_register.services.recordStatement(
                service, {entry.seq, parseDay(entry.facts.text("since")).value_or(Day{})});
        } else {
            number(service.text());
            m_register.directory.project(rowOf(service, id, serviceDetails(entry.facts, content)));
        }
    }

    void takeCase(const CaseId& id)
    {
        const auto loaded = m_register.loadCase(id);
        if (!loaded)
            return;
        m_register.cases.project(
            procedure::summaryOf(loaded->file, m_register.rulebook(), m_register.calendars()));
        static_cast<void>(m_register.services.replaceCase(loaded->file));
        for (const Entry& entry : loaded->entries) {
            m_register.search.add(id, entry.seq, entry.act, procedure::readersOf(loaded->file, entry),
                searchTextOf(m_register, entry));
        }
    }

    Register& m_register;
    store::ProjectionStore m_projections;
};

} // namespace

void rebuildProjections(Register& target)
{
    Rebuild(target).run();
}

} // namespace tutela::services

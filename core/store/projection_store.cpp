#include "core/store/projection_store.h"

#include <utility>

#include <fmt/format.h>

namespace tutela::store {

namespace {

/// Each projection with its rows as one text, in the order of its key.
constexpr std::pair<const char*, const char*> kDumps[] = {
    {"case_row",
        "SELECT json_array(case_id, kind, step, provider, detection_kind, order_issued, stream_seq) FROM "
        "case_row"
        " ORDER BY case_id"},
    {"case_service", "SELECT json_array(service, case_id) FROM case_service ORDER BY service, case_id"},
    {"work",
        "SELECT json_array(audience, rank, due, case_id, kind, step, provider, service, services, "
        "waiting_for,"
        " clock_id, clock_open, confirmed, responsible, provider_name) FROM work ORDER BY audience, rank, "
        "due, case_id"},
    {"provider_row",
        "SELECT json_array(provider, name, establishment, contact_point, language, valid_from, member_state,"
        " representative, representative_state) FROM provider_row"
        " ORDER BY provider"},
    {"service_row",
        "SELECT json_array(service, provider, name, kind, valid_from, offered_from, offered_until, "
        "risk_class)"
        " FROM service_row ORDER BY service"},
    {"application_day", "SELECT json_array(entry, day) FROM application_day ORDER BY entry"},
    {"service_assessment",
        "SELECT json_array(case_id, service, entry, assessed_on, received_on, measures) FROM"
        " service_assessment ORDER BY case_id, service, entry"},
    {"service_order",
        "SELECT json_array(case_id, service, decided_on, ends) FROM service_order ORDER BY case_id, service"},
    {"service_statement",
        "SELECT json_array(service, entry, day) FROM service_statement ORDER BY service, entry"},
    {"duty", "SELECT json_array(earliest, service, clock, ends) FROM duty ORDER BY earliest, service, clock"},
    {"person_row",
        "SELECT json_array(person, sign_in, name, signing, box, disabled) FROM person_row ORDER BY person"},
    {"role_grant",
        "SELECT json_array(person, role, granted_by, confirmed) FROM role_grant ORDER BY person, role"},
    {"case_date",
        "SELECT json_array(day, case_id, clock_id, confirmed, responsible) FROM case_date ORDER BY day, "
        "case_id, "
        "clock_id"},
    {"case_desk", "SELECT json_array(person, case_id) FROM case_desk ORDER BY person, case_id"},
    {"calendar_addition",
        "SELECT json_array(seq, day, calendar, effect, name, withdrawn_by) FROM calendar_addition ORDER BY "
        "seq, "
        "day"},
    {"appointment",
        "SELECT json_array(seq, kind, person, stands_for, first_day, last_day, entered_by, confirmed, ended) "
        "FROM "
        "appointment ORDER BY seq"},
    {"act_key", "SELECT json_array(digest, seq) FROM act_key ORDER BY digest"},
    {"numbering", "SELECT json_array(series, last) FROM numbering ORDER BY series"},
    {"search", "SELECT json_array(rowid, audience, text, case_id, seq, act) FROM search ORDER BY rowid"},
};

} // namespace

void ProjectionStore::clear()
{
    m_engine.run("DELETE FROM case_row");
    m_engine.run("DELETE FROM case_service");
    m_engine.run("DELETE FROM work");
    m_engine.run("DELETE FROM provider_row");
    m_engine.run("DELETE FROM service_row");
    m_engine.run("DELETE FROM application_day");
    m_engine.run("DELETE FROM service_assessment");
    m_engine.run("DELETE FROM service_order");
    m_engine.run("DELETE FROM service_statement");
    m_engine.run("DELETE FROM duty");
    m_engine.run("DELETE FROM person_row");
    m_engine.run("DELETE FROM role_grant");
    m_engine.run("DELETE FROM case_date");
    m_engine.run("DELETE FROM case_desk");
    m_engine.run("DELETE FROM calendar_addition");
    m_engine.run("DELETE FROM appointment");
    m_engine.run("DELETE FROM act_key");
    m_engine.run("DELETE FROM numbering");
    m_engine.run("DELETE FROM search");
}

std::map<std::string, Digest> ProjectionStore::digests()
{
    std::map<std::string, Digest> digests;
    for (const auto& [table, sql] : kDumps) {
        Sha256 hash;
        m_engine.query(sql, {}, [&](const Row& row) { hash.add(row.text(0)).add("\n"); });
        digests.emplace(table, hash.finish());
    }
    return digests;
}

void ProjectionStore::raiseNumber(const std::string& series, std::int64_t number)
{
    m_engine.run("INSERT INTO numbering (series, last) VALUES ($1, $2)"
                 " ON CONFLICT (series) DO UPDATE SET last = max(last, excluded.last)",
        {series, number});
}

std::vector<std::string> ProjectionStore::structureProblems()
{
    std::vector<std::string> problems;
    m_engine.query("PRAGMA integrity_check(20)", {}, [&](const Row& row) {
        if (row.text(0) != "ok")
            problems.emplace_back(row.text(0));
    });
    m_engine.query("PRAGMA foreign_key_check", {},
        [&](const Row& row) { problems.push_back(fmt::format("{}/{}", row.text(0), row.integer(1))); });
    return problems;
}

} // namespace tutela::store

#include "core/services/sample_player.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/services/letters.h"
#include "core/services/people.h"
#include "core/services/sent_letters.h"

namespace tutela::services {

void SamplePlayer::bring(const std::string& signInName, const std::string& password)
{
    flush();
    auto session = openSession(m_register, signInName, password);
    if (!session)
        throw std::logic_error(fmt::format("cannot sign in {}", signInName));
    m_sessions[signInName] = std::move(session).value();
}

void SamplePlayer::on(Day day, std::function<void()> what)
{
    m_planned.push_back({day, m_planned.size(), std::move(what)});
}

void SamplePlayer::flush()
{
    if (!m_writing)
        return;
    m_writing->finish();
    m_writing.reset();
    m_acts = 0;
}

Writing& SamplePlayer::writingAs(const std::string& person)
{
    const auto session = m_sessions.find(person);
    if (session == m_sessions.end())
        throw std::logic_error(fmt::format("{} is not signed in", person));
    if (m_writing && ++m_acts > kActsPerCommit)
        flush();
    m_register.session = session->second;
    if (!m_writing)
        m_writing = std::make_unique<Writing>(m_register);
    return *m_writing;
}

void SamplePlayer::readAs(const std::string& person)
{
    flush();
    m_register.session = m_sessions.at(person);
}

void SamplePlayer::tryInVain(
    const std::string& person, const interfaces::ActRequest& request, std::string_view message)
{
    readAs(person);
    const auto receipt = Performer(m_register).perform(request);
    if (receipt || receipt.error().what.id != message) {
        throw std::logic_error(fmt::format("{} as {} on {}: {} instead of {}", request.act, person,
            formatDay(m_day), receipt ? "performed" : receipt.error().what.id, message));
    }
}

std::vector<std::string> SamplePlayer::lettersToSend(const std::string& person, const CaseId& caseId)
{
    readAs(person);
    std::vector<std::string> ids;
    const auto drafted = LetterService(m_register).drafted(caseId);
    if (!drafted)
        throw std::logic_error(fmt::format("{} reads no letters of {}", person, caseId.text()));
    for (const interfaces::LetterView& letter : drafted.value()) {
        if (!letter.ofCourt)
            ids.push_back(letter.id);
    }
    return ids;
}

PersonId SamplePlayer::personOf(const std::string& signInName) const
{
    return m_sessions.at(signInName)->person.id;
}

void SamplePlayer::playUntil(Day day)
{
    std::ranges::stable_sort(
        m_planned, {}, [](const Planned& planned) { return std::tie(planned.day, planned.order); });
    const auto setClock = [&](Day at, int minute) {
        const auto local =
            law::LocalTime{at.time_since_epoch()} + std::chrono::hours{9} + std::chrono::minutes{minute};
        const auto instant = m_register.zone().instantOf(local);
        if (instant && instant.value() > m_register.now())
            m_register.setTrainingClock(instant.value());
    };
    for (const Planned& planned : m_planned) {
        if (planned.day > day)
            continue;
        writingAs(m_sessions.begin()->first);
        m_minute = planned.day == m_day ? std::min(m_minute + 1, 170) : 0;
        m_day = planned.day;
        setClock(planned.day, m_minute);
        planned.what();
    }
    writingAs(m_sessions.begin()->first);
    setClock(day, 180);
    flush();
    m_planned.clear();
}

interfaces::ActReceipt SamplePlayer::act(const std::string& person, const std::string& act,
    const std::optional<CaseId>& caseId, Json data, std::vector<interfaces::AttachedFile> attachments)
{
    std::erase_if(data.asObject(), [](const auto& member) { return member.second.isNull(); });
    interfaces::ActRequest request{.act = act, .caseId = caseId, .data = std::move(data)};
    request.attachments = std::move(attachments);
    if (!request.data.text("drafted_letter").empty()) {
        readAs(person);
        auto printed = withDraftedLetter(m_register, request);
        if (!printed)
            throw std::logic_error(fmt::format("{} sends no letter on {}", person, formatDay(m_day)));
        request = std::move(printed).value();
    }
    Writing& writing = writingAs(person);
    auto receipt = Performer(m_register).performIn(writing, request);
    if (!receipt) {
        throw std::logic_error(fmt::format("{} as {} on {}: {} ({})", act, person, formatDay(m_day),
            Catalogue::embedded("en").text(receipt.error().what), receipt.error().where));
    }
    return std::move(receipt).value();
}

} // namespace tutela::services

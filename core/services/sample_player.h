#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/interfaces/case_desk.h"
#include "core/services/performer.h"
#include "core/services/register.h"
#include "core/services/writing.h"

namespace tutela::services {

/// Plays acts as the people of a training register: many in one transaction, in the order of their days. An
/// act that the rules refuse is a bug of the story and throws std::logic_error.
class SamplePlayer final {
public:
    explicit SamplePlayer(Register& target)
        : m_register(target)
    {
    }

    /// Signs a person in for later acts. Precondition: the password is right.
    void bring(const std::string& signInName, const std::string& password);

    /// Plans something for a day; things of one day happen in the order in which they were planned.
    void on(Day day, std::function<void()> what);

    /// Plays everything that was planned up to and including that day; the clock ends there at noon.
    void playUntil(Day day);

    /// Performs an act now as that person; the data may leave out what has no value (null members).
    interfaces::ActReceipt act(const std::string& person, const std::string& act,
        const std::optional<CaseId>& caseId, Json data,
        std::vector<interfaces::AttachedFile> attachments = {});

    /// Tries an act that a rule refuses; the register log keeps the refusal. That it is not refused, or for
    /// another reason than this message, is a bug of the story and throws std::logic_error.
    void tryInVain(
        const std::string& person, const interfaces::ActRequest& request, std::string_view message);

    /// Ids of the letters that are drafted in a case for the authority to send, the latest last, as that
    /// person reads them.
    [[nodiscard]] std::vector<std::string> lettersToSend(const std::string& person, const CaseId& caseId);

    /// Acts as an administrator or registrar inside the same transaction.
    Writing& writingAs(const std::string& person);

    [[nodiscard]] Register& target() { return m_register; }

    /// Precondition: that person was brought.
    [[nodiscard]] PersonId personOf(const std::string& signInName) const;

private:
    struct Planned {
        Day day;
        std::size_t order;
        std::function<void()> what;
    };

    void flush();

    /// Between two transactions, as a person reads; what follows starts another one.
    void readAs(const std::string& person);

    static constexpr int kActsPerCommit = 100;

    Register& m_register;
    std::map<std::string, std::shared_ptr<Session>> m_sessions;
    std::vector<Planned> m_planned;
    std::unique_ptr<Writing> m_writing;
    int m_acts = 0;
    Day m_day{};
    int m_minute = 0;
};

} // namespace tutela::services

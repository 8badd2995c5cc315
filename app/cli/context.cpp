#include "app/cli/context.h"

#include <fmt/format.h>

#include "app/cli/exit_code.h"

namespace tutela::cli {

Context::Context(const Globals& globals, Wiring wiring, Io& io, const Catalogue& texts)
    : m_globals(globals)
    , m_wiring(wiring)
    , m_io(io)
    , m_texts(texts)
    , m_passwords(globals.passwordFd)
{
}

Result<std::string> Context::registerFile() const
{
    if (!m_globals.registerFile.empty())
        return m_globals.registerFile;
    Error error = usageError("cli.no-register");
    error.hint = Message{"cli.no-register.hint", {}};
    return error;
}

Result<Done> Context::open(OpenFor purpose)
{
    const auto file = registerFile();
    if (!file)
        return file.error();
    if (m_globals.totpFd)
        return usageError("cli.no-totp");
    auto office = m_wiring.registers.open(file.value(), purpose);
    if (!office)
        return office.error();
    m_office = std::move(office).value();
    if (m_office->signIn().registerFacts().openedWithoutHead)
        m_io.note(wrapText(term("cli.note.no-head"), width(), 0));
    return Done{};
}

Result<Done> Context::signIn(std::string* keep)
{
    auto secret = password("cli.prompt.password");
    if (!secret)
        return secret.error();
    const auto person = m_office->signIn().signIn(m_globals.as, secret.value());
    if (keep != nullptr)
        *keep = secret.value();
    forget(secret.value());
    if (!person)
        return person.error();
    if (person.value().mustChangePassword && m_io.notesGoToTerminal())
        m_io.note(wrapText(term("cli.note.change-password"), width(), 0));
    return Done{};
}

Result<Done> Context::moveClock()
{
    if (m_globals.at.empty())
        return Done{};
    const auto at = parseInstant(m_globals.at);
    if (!at)
        return usageError("cli.at.malformed", m_globals.at);
    return m_office->clock().advanceTo(*at);
}

Result<interfaces::Office*> Context::office(std::string* signInPassword)
{
    if (m_office)
        return m_office.get();
    const auto file = registerFile();
    if (!file)
        return file.error();
    if (m_globals.as.empty()) {
        Error error = usageError("cli.no-person");
        error.hint = Message{"cli.no-person.hint", {}};
        return error;
    }
    if (const auto opened = open(OpenFor::Work); !opened)
        return opened.error();
    if (const auto signedIn = signIn(signInPassword); !signedIn)
        return signedIn.error();
    if (const auto moved = moveClock(); !moved)
        return moved.error();
    return m_office.get();
}

Result<interfaces::Office*> Context::unsignedOffice(OpenFor purpose)
{
    if (m_office)
        return m_office.get();
    if (const auto opened = open(purpose); !opened)
        return opened.error();
    if (const auto moved = moveClock(); !moved)
        return moved.error();
    return m_office.get();
}

Result<std::string> Context::password(std::string_view prompt)
{
    return m_passwords.next(term(prompt));
}

std::string Context::instant(Instant at) const
{
    const auto offset = m_office ? m_office->clock().offsetAt(at) : std::chrono::seconds{0};
    const std::string local = formatInstant(at + offset);
    const auto minutes = std::chrono::abs(std::chrono::duration_cast<std::chrono::minutes>(offset)).count();
    return fmt::format("{} {} {}{:02}:{:02}", local.substr(0, 10), local.substr(11, 5),
        offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string Context::text(const Message& message) const
{
    return printable(m_texts.text(message));
}

std::string Context::label(std::string_view area, std::string_view id) const
{
    const auto key = fmt::format("{}.{}", area, id);
    return m_texts.has(key) ? m_texts.term(key) : printable(id);
}

std::string Context::styled(std::string_view text, Style style) const
{
    return cli::styled(text, style, m_io.colour());
}

} // namespace tutela::cli

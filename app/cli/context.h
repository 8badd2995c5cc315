#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/cli/io.h"
#include "app/cli/password.h"
#include "app/cli/wiring.h"
#include "core/base/catalogue.h"
#include "core/base/json.h"

namespace tutela::cli {

/// The options that stand before or after every verb.
struct Globals {
    std::string registerFile;
    std::string as;
    std::optional<int> passwordFd;
    std::optional<int> totpFd;
    std::string at;
    bool json = false;
};

/// What a verb has to say: once for programs, once for people.
struct Answer {
    Json json;
    std::string text; ///< ends in a line break
    int exit = 0;
    bool streamed = false; ///< everything was written already
};

/// What a verb may use: the options, the register, the texts.
class Context final {
public:
    Context(const Globals& globals, Wiring wiring, Io& io, const Catalogue& texts);

    [[nodiscard]] const Globals& globals() const { return m_globals; }

    [[nodiscard]] Registers& registers() { return m_wiring.registers; }

    [[nodiscard]] Reference& reference() { return m_wiring.reference; }

    [[nodiscard]] Io& io() { return m_io; }

    [[nodiscard]] int width() const { return m_io.width(); }

    [[nodiscard]] int tableWidth() const { return m_io.tableWidth(); }

    [[nodiscard]] Colour colour() const { return m_io.colour(); }

    /// The register file named by the options. Error Usage when there is none.
    [[nodiscard]] Result<std::string> registerFile() const;

    /// The register with a person signed in and its clock at `--at`. Errors: Usage, SignIn, Clock and those
    /// of opening. Keeps the password that was read in `signInPassword` for a caller that needs it again.
    [[nodiscard]] Result<interfaces::Office*> office(std::string* signInPassword = nullptr);

    /// The register without a sign-in.
    [[nodiscard]] Result<interfaces::Office*> unsignedOffice(OpenFor purpose);

    /// The next password of the descriptor or the terminal; `prompt` is a text id.
    [[nodiscard]] Result<std::string> password(std::string_view prompt);

    /// An instant for people: "2026-02-01 10:30 +01:00", in the office's zone once a register is open.
    [[nodiscard]] std::string instant(Instant at) const;

    /// A message as one printable line.
    [[nodiscard]] std::string text(const Message& message) const;

    /// The text "<area>.<id>"; `id` itself where the catalogue has none.
    [[nodiscard]] std::string label(std::string_view area, std::string_view id) const;

    /// The text of a term.
    [[nodiscard]] std::string term(std::string_view id) const { return m_texts.term(id); }

    [[nodiscard]] const Catalogue& texts() const { return m_texts; }

    [[nodiscard]] std::string styled(std::string_view text, Style style) const;

private:
    [[nodiscard]] Result<Done> open(OpenFor purpose);
    [[nodiscard]] Result<Done> signIn(std::string* keep);
    [[nodiscard]] Result<Done> moveClock();

    const Globals& m_globals;
    Wiring m_wiring;
    Io& m_io;
    const Catalogue& m_texts;
    PasswordSource m_passwords;
    std::unique_ptr<interfaces::Office> m_office;
};

} // namespace tutela::cli

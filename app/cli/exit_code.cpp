#include "app/cli/exit_code.h"

#include <fmt/format.h>

#include "app/cli/text.h"

namespace tutela::cli {

int exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return 2;
    case ErrorCode::Refused:
        return 3;
    case ErrorCode::NotAllowed:
        return 4;
    case ErrorCode::Conflict:
        return 5;
    case ErrorCode::Integrity:
        return kExitIntegrity;
    case ErrorCode::Storage:
        return 7;
    case ErrorCode::Busy:
        return 8;
    case ErrorCode::Version:
        return 9;
    case ErrorCode::BadInput:
        return 10;
    case ErrorCode::SignIn:
        return 11;
    case ErrorCode::Clock:
        return 12;
    }
    return kExitBug;
}

std::string errorCodeText(std::string_view messageId)
{
    std::string code = "E_";
    for (const char c : messageId) {
        const bool lower = c >= 'a' && c <= 'z';
        const bool kept = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        code += lower ? static_cast<char>(c - 'a' + 'A') : kept ? c : '_';
    }
    return code;
}

namespace {

Json errorObject(std::string code, int exit, const Error& error, const Catalogue& texts)
{
    return Json::object({{"error",
        Json::object({
            {"code", std::move(code)},
            {"exit", exit},
            {"what", texts.text(error.what)},
            {"law", error.law},
            {"record", error.record},
            {"where", error.where},
            {"hint", error.hint ? texts.text(*error.hint) : std::string()},
        })}});
}

} // namespace

Json errorJson(const Error& error, const Catalogue& texts)
{
    return errorObject(errorCodeText(error.what.id), exitCode(error.code), error, texts);
}

Json bugJson(const Catalogue& texts)
{
    const Error error{ErrorCode::Integrity, {"cli.bug", {}}, "", "", "", Message{"cli.bug.hint", {}}};
    return errorObject("E_BUG", kExitBug, error, texts);
}

std::string errorText(const Error& error, const Catalogue& texts, int width)
{
    std::string out = wrapText("tutela: " + printable(texts.text(error.what)), width, 8);
    const auto line = [&](std::string_view label, const std::string& value) {
        if (!value.empty())
            out += wrapText(fmt::format("  {:<8}{}", texts.term(label), printable(value)), width, 10);
    };
    line("cli.error.law", error.law);
    line("cli.error.record", error.record);
    line("cli.error.where", error.where);
    if (error.hint)
        line("cli.error.hint", texts.text(*error.hint));
    return out;
}

Error usageError(std::string_view messageId, std::string detail)
{
    return {ErrorCode::Usage, {std::string(messageId), {{"detail", std::move(detail)}}}};
}

Error inputError(std::string_view messageId, std::string where, std::string detail)
{
    return {ErrorCode::BadInput, {std::string(messageId), {{"detail", std::move(detail)}}}, "", "",
        std::move(where)};
}

} // namespace tutela::cli

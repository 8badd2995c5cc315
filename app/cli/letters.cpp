#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string reference;
    std::string letter;
    std::string pdf;
    std::string language; ///< empty: the one in which it is drafted
};

Json lettersJson(const std::vector<interfaces::LetterView>& letters, const Context& context)
{
    Json::Array out;
    for (const auto& letter : letters)
        out.push_back(
            Json::object({{"letter", letter.id}, {"entry", letter.entry}, {"party", letter.party.id},
                {"addressee", letter.addressee}, {"subject", context.texts().text(letter.subject)},
                {"since", formatDay(letter.since)}, {"language", letter.language},
                {"declared_language", letter.declared.empty() ? Json() : Json(letter.declared)},
                {"status", letter.sentOn ? "sent" : "draft"}, {"sent_on", dayJson(letter.sentOn)},
                {"sender", letter.ofCourt ? "court" : "authority"}}));
    return Json(std::move(out));
}

std::string lettersText(const std::vector<interfaces::LetterView>& letters, const Context& context)
{
    Table table({context.term("cli.column.letter"), context.term("cli.column.addressee"),
        context.term("cli.column.subject-line"), context.term("cli.column.since"),
        context.term("cli.column.language"), context.term("cli.column.state")});
    table.mayShrink({2, 1});
    for (const auto& letter : letters)
        table.row({letter.id, letter.addressee, context.text(letter.subject), formatDay(letter.since),
            letter.declared.empty() ? letter.language
                                    : context.text({"cli.letters.declared",
                                        {{"language", letter.language}, {"declared", letter.declared}}}),
            letter.sentOn ? context.text({"letter.sent-on", {{"day", *letter.sentOn}}})
                          : context.term("letter.draft")});
    return table.empty() ? context.term("cli.letters.none") + "\n"
                         : table.render(context.tableWidth(), context.colour());
}

Result<Answer> run(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    interfaces::LetterDesk& desk = office.value()->letters();
    const CaseId caseId(options.reference);
    if (options.letter.empty() != options.pdf.empty())
        return optionError("--pdf", options.pdf, context.term("cli.letters.both"));
    if (options.letter.empty()) {
        const auto letters = desk.drafted(caseId);
        if (!letters)
            return letters.error();
        return Answer{
            .json = lettersJson(letters.value(), context), .text = lettersText(letters.value(), context)};
    }
    const auto pdf = desk.pdf(caseId, options.letter, options.language);
    if (!pdf)
        return pdf.error();
    if (const auto written = writeFile(options.pdf, pdf.value()); !written)
        return written.error();
    Answer answer;
    answer.json = Json::object({{"letter", options.letter}, {"pdf", options.pdf}});
    answer.text = context.text({"cli.letters.written", {{"file", options.pdf}}}) + "\n";
    return answer;
}

} // namespace

void addLetters(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("letters", "The letters that the register has drafted in a case",
        "tutela --register training.tutela --as coordinator letters A-2026-0001 E2-provider --language fr "
        "--pdf "
        "letter.pdf",
        [options](Context& context) { return run(context, *options); });
    app.add_option("REF", options->reference, "File number")->required();
    app.add_option("LETTER", options->letter,
        "Letter to write, such as E5-provider, or several of one kind about different services as one, such "
        "as "
        "E5+E6-provider; without it they are listed");
    app.add_option("--pdf", options->pdf, "Write the letter to this file")->type_name("OUT");
    app.add_option("--language", options->language,
           "en, fr, de or nl; otherwise the language of the provider, or English")
        ->type_name("XX");
}

} // namespace tutela::cli

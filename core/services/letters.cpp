#include "core/services/letters.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/documents/letter_document.h"
#include "core/documents/pdf_writer.h"
#include "core/procedure/visibility.h"
#include "core/services/contact_service.h"
#include "core/services/correction_views.h"
#include "core/services/drafted_letters.h"
#include "core/services/guarded.h"
#include "core/services/readable_document.h"

namespace tutela::services {

namespace {

using interfaces::LetterView;

Result<LettersReader> readCase(Register& source, const CaseId& caseId)
{
    auto readable = readableCase(source, caseId);
    if (!readable)
        return readable.error();
    const auto reader = procedure::readsFor(readable.value().loaded.file, readable.value().actor);
    if (!reader)
        return notAllowed(caseId.text());
    return LettersReader{std::move(readable.value().loaded), *reader};
}

documents::TemplateValues correctionValues(Register& source, const Register::LoadedCase& loaded,
    const Correction& correction, const documents::DocumentTemplate& words)
{
    documents::TemplateValues values;
    const auto end = [&](const std::optional<interfaces::ClockStand>& stand) {
        return stand && stand->end ? words.dayText(*stand->end) : std::string("–");
    };
    values.texts = {{"case", loaded.file.id.text()}, {"was", words.dayText(correction.was)},
        {"becomes", words.dayText(correction.becomes)},
        {"decided", words.dayText(correction.decidedOn.value_or(correction.was))},
        {"proof", proofOf(source, correction)},
        {"other", correction.movesTo ? correction.movesTo->text() : std::string()}};
    values.flags.insert(fmt::format("kind-{}", toText(correction.kind)));
    if (correction.movesTo)
        values.flags.insert("moves");
    auto& rows = values.tables["moved"];
    for (const interfaces::ClockChange& change : movedBy(source, loaded, correction, source.today()))
        rows.push_back(
            {fmt::format("{} ({})", change.law, change.id), end(change.before), end(change.after)});
    if (!rows.empty())
        values.flags.insert("moved");
    if (!actsUnderOldDateOf(source, loaded, correction).empty())
        values.flags.insert("acts-stay");
    return values;
}

/// The provisions of the act, of its period and of the counting of days.
std::string lawOf(const Entry& entry, const documents::TemplateValues& values, const Catalogue& texts)
{
    std::string law = entry.law;
    const auto clock = values.texts.find("clockLaw");
    const auto* own = clock == values.texts.end() ? nullptr : std::get_if<std::string>(&clock->second);
    if (own != nullptr && !own->empty() && law.find(*own) == std::string::npos)
        law += "; " + *own;
    if (values.flags.contains("last-day") || values.flags.contains("moved"))
        law += "; " + texts.term("letter.correction.law");
    return law;
}

/// What the sections of a joint letter say, each that of its own letter, under the name of its service.
documents::TemplateValues jointValues(Register& source, const Register::LoadedCase& loaded,
    const DraftedLetter& letter, const documents::DocumentTemplate& words)
{
    documents::TemplateValues values;
    const auto& form = documents::DocumentTemplate::embedded(letter.kind->form, words.language());
    auto& sections = values.parts["sections"];
    std::string names;
    for (const DraftedLetter& part : letter.joined) {
        const auto section = letterValues(source, loaded, *part.entry, *part.kind, words);
        const std::string& name = std::get<std::string>(section.texts.at("services"));
        names += (names.empty() ? "" : ", ") + name;
        sections.emplace_back(documents::Heading{1, name});
        for (documents::Block& block : form.fill(section).blocks) {
            if (auto* heading = std::get_if<documents::Heading>(&block))
                ++heading->level;
            sections.push_back(std::move(block));
        }
    }
    values.texts = {{"case", loaded.file.id.text()}, {"services", names},
        {"count", std::to_string(letter.joined.size())}};
    values.flags.insert(std::string("of-") + (letter.kind->form + std::string_view("letter-").size()));
    return values;
}

/// The provisions of all that the letter says, each once.
std::string lawOfSections(Register& source, const Register::LoadedCase& loaded, const DraftedLetter& letter,
    const documents::DocumentTemplate& words)
{
    std::vector<std::string> provisions;
    for (const DraftedLetter& part : letter.joined) {
        const auto values = letterValues(source, loaded, *part.entry, *part.kind, words);
        std::istringstream law(lawOf(*part.entry, values, Catalogue::embedded(words.language())));
        for (std::string one; std::getline(law >> std::ws, one, ';');) {
            if (std::ranges::find(provisions, one) == provisions.end())
                provisions.push_back(one);
        }
    }
    return fmt::format("{}", fmt::join(provisions, "; "));
}

/// Where letters to an institution go; empty for whoever has no address in the register.
std::string addressOf(const OfficeContacts& contacts, std::string_view party)
{
    if (party == "institution.authority")
        return contacts.authority;
    if (party == "institution.court")
        return contacts.courtAddress;
    if (party == "institution.eu-centre")
        return contacts.euCentre;
    return party == "institution.dpa" ? contacts.dpa : std::string();
}

documents::LetterFacts factsOf(Register& source, const LettersReader& read, const DraftedLetter& letter,
    const documents::DocumentTemplate& words, std::optional<Day> sentOn)
{
    documents::LetterFacts facts;
    if (!letter.joined.empty()) {
        facts.form = "letter-joint";
        facts.values = jointValues(source, read.loaded, letter, words);
    } else if (letter.kind != nullptr) {
        facts.form = letter.kind->form;
        facts.values = letterValues(source, read.loaded, *letter.entry, *letter.kind, words);
    } else {
        facts.form = "letter-correction";
        facts.values = correctionValues(source, read.loaded, *letter.correction, words);
    }
    const OfficeContacts contacts = contactsOf(source);
    const bool ofCourt = senderOf(letter) == LetterSender::Court;
    facts.authority = ofCourt ? contacts.court : source.identity().authority;
    facts.contact =
        fmt::format("{}\n{}", facts.authority, ofCourt ? contacts.courtAddress : contacts.authority);
    facts.addressee = letter.view.addressee;
    facts.addresseeFlag = fmt::format("to-{}", shortOf(letter.view.party.id));
    if (const auto provider = source.directory.provider(read.loaded.file.provider);
        provider && letter.view.party.id == "party.provider")
        facts.addresseeAddress = provider->establishment;
    else
        facts.addresseeAddress = addressOf(contacts, letter.view.party.id);
    facts.reference = fmt::format("{}/{}", read.loaded.file.id.text(), letter.view.id);
    facts.writtenOn = source.today();
    facts.sentOn = sentOn;
    facts.law = letter.joined.empty()
        ? lawOf(*letter.entry, facts.values, Catalogue::embedded(words.language()))
        : lawOfSections(source, read.loaded, letter, words);
    facts.created = source.now();
    if (const auto body = source.journal.body(letter.entry->seq))
        facts.fingerprint = toHex(body->leaf);
    if (source.rulebook().inForce())
        facts.legalBasis = source.rulebook().source();
    return facts;
}

Result<documents::Document> documentOf(Register& source, const LettersReader& read, std::string_view letter,
    std::string_view chosen, std::optional<Day> sentOn)
{
    const auto found = letterOf(source, read, letter);
    if (!found)
        return found.error();
    const std::string language(chosen.empty() ? std::string_view(found.value().view.language) : chosen);
    return documents::letterDocument(factsOf(source, read, found.value(),
                                         documents::DocumentTemplate::embedded("letter", language), sentOn),
        language);
}

Result<std::string> written(Register& source, const CaseId& caseId, std::string_view letter,
    std::string_view language, std::optional<Day> sentOn)
{
    const auto document = guardedReading(source.engine, [&]() -> Result<documents::Document> {
        if (!language.empty() && !documents::DocumentTemplate::exists("letter", language))
            return Error{.code = ErrorCode::BadInput,
                .what = {"letter.language", {{"language", std::string(language)}}},
                .where = "language"};
        const auto read = readCase(source, caseId);
        if (!read)
            return read.error();
        return documentOf(source, read.value(), letter, language, sentOn);
    });
    if (!document)
        return document.error();
    // Setting the pages takes longer than a reader may keep writers waiting.
    return guarded([&]() -> Result<std::string> { return documents::writePdf(document.value()); });
}

} // namespace

Result<std::vector<LetterView>> LetterService::drafted(const CaseId& caseId)
{
    return guardedReading(m_register.engine, [&]() -> Result<std::vector<LetterView>> {
        const auto read = readCase(m_register, caseId);
        if (!read)
            return read.error();
        std::vector<LetterView> letters;
        for (DraftedLetter& one : lettersFor(m_register, read.value()))
            letters.push_back(std::move(one.view));
        return letters;
    });
}

Result<std::string> LetterService::pdf(
    const CaseId& caseId, std::string_view letter, std::string_view language)
{
    return written(m_register, caseId, letter, language, std::nullopt);
}

Result<std::string> letterAsSent(
    Register& source, const CaseId& caseId, std::string_view letter, std::string_view language, Day sentOn)
{
    return written(source, caseId, letter, language, sentOn);
}

} // namespace tutela::services

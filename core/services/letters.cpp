#include "core/services/letters.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/documents/letter_document.h"
#include "core/documents/pdf_writer.h"
#include "core/procedure/visibility.h"
#include "core/services/correction_views.h"
#include "core/services/guarded.h"
#include "core/services/performer.h"

namespace tutela::services {

namespace {

using interfaces::LetterView;

/// The case, when this person is of the authority and may see it.
Result<Register::LoadedCase> caseOfAuthority(Register& source, const CaseId& caseId)
{
    const auto actor = source.actor();
    if (!actor)
        return source.noActor();
    auto loaded = Performer(source).visibleCase(caseId, *actor);
    if (loaded && procedure::readsFor(loaded.value().file, *actor) != Institution::Authority)
        return notAllowed(caseId.text());
    return loaded;
}

Message subjectOf(const CaseFile& file, const Correction& correction)
{
    return {correction.movesTo ? "letter.move.subject" : "letter.correction.subject",
        {{"kind", Term{fmt::format("receipt-kind.{}", toText(correction.kind))}}, {"case", file.id.text()}}};
}

/// The provider always; each other institution that has the file, and so sees the dates move.
std::vector<LetterView> lettersOf(Register& source, const CaseFile& file, const Correction& correction)
{
    const Catalogue& texts = Catalogue::embedded("en");
    const Day since = correction.decidedOn.value_or(Day{});
    const auto provider = source.directory.provider(file.provider);
    std::vector<LetterView> letters{
        {correction.id + "-provider", correction.decision.value_or(0), {"party.provider"},
            provider ? provider->name : file.provider.text(), subjectOf(file, correction), since}};
    for (const Institution institution : procedure::audiencesOf(file)) {
        if (institution == Institution::Authority)
            continue;
        const Term party{fmt::format("institution.{}", toText(institution))};
        const std::string court = source.local.setting("court").value_or(std::string());
        const std::string name =
            institution == Institution::Court && !court.empty() ? court : texts.term(party.id);
        letters.push_back({fmt::format("{}-{}", correction.id, toText(institution)),
            correction.decision.value_or(0), party, name, subjectOf(file, correction), since});
    }
    return letters;
}

/// Texts of a letter, with days in the words of its template.
struct Wording {
    const documents::DocumentTemplate& form;
    const Catalogue& texts = Catalogue::embedded("en");

    [[nodiscard]] std::string day(Day day) const { return form.dayText(day); }

    [[nodiscard]] std::string endOf(const std::optional<interfaces::ClockStand>& stand) const
    {
        return stand && stand->end ? day(*stand->end) : texts.term("correction.no-date");
    }

    [[nodiscard]] std::string moved(const interfaces::ClockChange& change) const
    {
        const std::string definition = change.id.substr(0, change.id.find('/'));
        return texts.text({"letter.correction.moved",
            {{"clock", Term{"clock." + definition}}, {"id", change.id}, {"law", change.law},
                {"before", endOf(change.before)}, {"after", endOf(change.after)}}});
    }
};

std::vector<std::string> bodyOf(
    Register& source, const Register::LoadedCase& loaded, const Correction& correction, const Wording& words)
{
    const auto moved = movedBy(source, loaded, correction, source.today());
    std::vector<std::string> body{words.texts.term("letter.draft"),
        words.texts.text({correction.movesTo ? "letter.move.what" : "letter.correction.what",
            {{"kind", Term{fmt::format("receipt-kind.{}", toText(correction.kind))}},
                {"case", loaded.file.id.text()}, {"was", words.day(correction.was)},
                {"becomes", words.day(correction.becomes)},
                {"decided", words.day(correction.decidedOn.value_or(correction.was))},
                {"proof", proofOf(source, correction)},
                {"other", correction.movesTo ? correction.movesTo->text() : std::string()}}})};
    body.push_back(words.texts.term(moved.empty() ? "letter.correction.none" : "letter.correction.these"));
    for (const interfaces::ClockChange& change : moved)
        body.push_back(words.moved(change));
    if (!actsUnderOldDateOf(source, loaded, correction).empty())
        body.push_back(words.texts.term("letter.correction.acts-stay"));
    return body;
}

documents::LetterFacts factsOf(Register& source, const Register::LoadedCase& loaded,
    const Correction& correction, const LetterView& letter, const Wording& words)
{
    documents::LetterFacts facts;
    facts.authority = source.identity().authority;
    facts.addressee = letter.addressee;
    if (const auto provider = source.directory.provider(loaded.file.provider);
        provider && letter.party.id == "party.provider")
        facts.addresseeAddress = provider->establishment;
    facts.reference = fmt::format("{}/{}", loaded.file.id.text(), letter.id);
    facts.writtenOn = source.today();
    facts.subject = words.texts.text(letter.subject);
    facts.body = bodyOf(source, loaded, correction, words);
    std::set<std::string> laws;
    for (const interfaces::ClockChange& change : movedBy(source, loaded, correction, source.today()))
        laws.insert(change.law);
    facts.law = words.texts.term("letter.correction.law");
    for (const std::string& law : laws)
        facts.law += "; " + law;
    facts.contact = source.identity().authority;
    facts.signatory = words.texts.term("letter.not-signed");
    facts.created = source.now();
    if (const auto body = source.journal.body(letter.entry))
        facts.fingerprint = toHex(body->leaf);
    if (source.rulebook().inForce())
        facts.legalBasis = source.rulebook().source();
    return facts;
}

} // namespace

Result<std::vector<LetterView>> LetterService::drafted(const CaseId& caseId)
{
    return guardedReading(m_register.engine, [&]() -> Result<std::vector<LetterView>> {
        const auto loaded = caseOfAuthority(m_register, caseId);
        if (!loaded)
            return loaded.error();
        std::vector<LetterView> letters;
        for (const Correction& correction : loaded.value().file.corrections) {
            if (correction.state != CorrectionState::Confirmed)
                continue;
            auto own = lettersOf(m_register, loaded.value().file, correction);
            std::ranges::move(own, std::back_inserter(letters));
        }
        return letters;
    });
}

Result<std::string> LetterService::pdf(
    const CaseId& caseId, std::string_view letter, std::string_view language)
{
    const auto document = guardedReading(m_register.engine, [&]() -> Result<documents::Document> {
        if (!documents::DocumentTemplate::exists("letter", language))
            return Error{.code = ErrorCode::BadInput,
                .what = {"letter.language", {{"language", std::string(language)}}},
                .where = "language"};
        const auto loaded = caseOfAuthority(m_register, caseId);
        if (!loaded)
            return loaded.error();
        const auto& form = documents::DocumentTemplate::embedded("letter", language);
        for (const Correction& correction : loaded.value().file.corrections) {
            if (correction.state != CorrectionState::Confirmed)
                continue;
            for (const LetterView& one : lettersOf(m_register, loaded.value().file, correction)) {
                if (one.id == letter)
                    return documents::letterDocument(
                        factsOf(m_register, loaded.value(), correction, one, {form}), form);
            }
        }
        return Error{.code = ErrorCode::Refused,
            .what = {"letter.none", {{"letter", std::string(letter)}}},
            .record = caseId.text()};
    });
    if (!document)
        return document.error();
    // Setting the pages takes longer than a reader may keep writers waiting.
    return guarded([&]() -> Result<std::string> { return documents::writePdf(document.value()); });
}

} // namespace tutela::services

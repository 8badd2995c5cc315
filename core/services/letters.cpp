#include "core/services/letters.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/documents/letter_document.h"
#include "core/documents/pdf_writer.h"
#include "core/procedure/visibility.h"
#include "core/services/contact_service.h"
#include "core/services/correction_views.h"
#include "core/services/entry_content.h"
#include "core/services/guarded.h"
#include "core/services/letter_kinds.h"
#include "core/services/readable_document.h"

namespace tutela::services {

namespace {

using interfaces::LetterView;

/// A letter with what it is drafted from: an act, or a correction; or the letters that go out as one.
struct Drafted {
    LetterView view;
    const Entry* entry;
    const LetterKind* kind = nullptr;
    const Correction* correction = nullptr;
    std::vector<Drafted> joined = {};
};

/// The case and for which institution this person reads it.
struct Read {
    Register::LoadedCase loaded;
    Institution reader;
};

Result<Read> readCase(Register& source, const CaseId& caseId)
{
    auto readable = readableCase(source, caseId);
    if (!readable)
        return readable.error();
    const auto reader = procedure::readsFor(readable.value().loaded.file, readable.value().actor);
    if (!reader)
        return notAllowed(caseId.text());
    return Read{std::move(readable.value().loaded), *reader};
}

const Entry* entryOf(const Register::LoadedCase& loaded, EntrySeq seq)
{
    const auto found = std::ranges::find(loaded.entries, seq, &Entry::seq);
    return found == loaded.entries.end() ? nullptr : &*found;
}

/// Letters to the provider are written in the language that it declared (Art 23(3)) where they exist in it.
void chooseLanguage(Register& source, const CaseFile& file, LetterView& view)
{
    const auto provider = source.directory.provider(file.provider);
    if (!provider || view.party.id != "party.provider")
        return;
    view.language = languageWrittenTo(provider->language);
    if (provider->language != view.language)
        view.declared = provider->language;
}

/// The name of a party: the data-protection authority as the referral names it.
std::string nameOf(Register& source, const CaseFile& file, const Term& party)
{
    std::string name;
    if (party.id == "party.provider") {
        const auto provider = source.directory.provider(file.provider);
        name = provider ? provider->name : file.provider.text();
    } else if (party.id == "institution.authority") {
        name = source.identity().authority;
    } else if (party.id == "institution.court") {
        name = contactsOf(source).court;
    } else if (party.id == "institution.dpa" && !file.consultations.empty()) {
        name = contentOf(source, file.consultations.back().entry).text("authority");
    }
    return name.empty() ? Catalogue::embedded("en").term(party.id) : name;
}

/// The entries and the addressee of a letter: {"E5", "E6"} and "provider" of "E5+E6-provider".
struct LetterNumber {
    std::vector<std::string_view> origins;
    std::string_view party;
};

LetterNumber numberOf(std::string_view id)
{
    const std::size_t dash = std::min(id.find('-'), id.size());
    LetterNumber number{{}, id.substr(std::min(dash + 1, id.size()))};
    for (std::string_view rest = id.substr(0, dash); !rest.empty();) {
        const std::size_t plus = std::min(rest.find('+'), rest.size());
        number.origins.push_back(rest.substr(0, plus));
        rest.remove_prefix(std::min(plus + 1, rest.size()));
    }
    return number;
}

/// Whether all that the one letter says stands in the other.
bool isPartOf(std::string_view id, std::string_view other)
{
    const LetterNumber one = numberOf(id);
    const LetterNumber all = numberOf(other);
    return one.party == all.party && std::ranges::all_of(one.origins, [&](std::string_view origin) {
        return std::ranges::find(all.origins, origin) != all.origins.end();
    });
}

/// "provider" of "party.provider".
std::string_view shortOf(std::string_view party)
{
    return party.substr(party.find('.') + 1);
}

LetterView viewOf(
    Register& source, const CaseFile& file, const std::string& origin, EntrySeq entry, const Term& party)
{
    LetterView view;
    view.id = fmt::format("{}-{}", origin, shortOf(party.id));
    view.entry = entry;
    view.party = party;
    view.addressee = nameOf(source, file, party);
    chooseLanguage(source, file, view);
    for (const Letter& sent : file.letters) {
        if (isPartOf(view.id, sent.drafted))
            view.sentOn = sent.on;
    }
    return view;
}

/// Whether the act took in a risk report that counts in this file.
bool isRiskReport(const CaseFile& file, EntrySeq entry)
{
    return std::ranges::any_of(file.filings, [&](const ReceivedFiling& filing) {
        return filing.entry == entry && filing.kind == FilingKind::RiskReport && !filing.movedTo;
    });
}

/// Whether the act sets a field: a flag to yes, any other to a value. True where no field is asked for.
bool isSet(const Json& facts, std::string_view field)
{
    const Json* value = facts.find(field);
    return field.empty() || (value != nullptr && (!value->isBool() || value->asBool()));
}

void addLettersOf(
    Register& source, const Register::LoadedCase& loaded, const Entry& entry, std::vector<Drafted>& letters)
{
    const auto effect = procedure::effectFromText(entry.effect);
    for (const LetterKind& kind : letterKinds()) {
        const bool unasked = kind.points == LetterPoints::OfTheAdvice && loaded.file.consultations.empty();
        if (effect != kind.effect || unasked || !isSet(entry.facts, kind.flag))
            continue;
        const auto asked = fromText<AskedBody>(entry.facts.text("asked_body")).value_or(AskedBody::Provider);
        if (kind.asked && *kind.asked != asked)
            continue;
        if (effect == procedure::Effect::FileReport && !isRiskReport(loaded.file, entry.seq))
            continue;
        const std::string origin =
            fmt::format("E{}", numberInFile(loaded.file, entry.seq).value_or(entry.seq));
        Drafted drafted{viewOf(source, loaded.file, origin, entry.seq, {kind.party}), &entry, &kind};
        drafted.view.subject = {kind.form, {{"case", loaded.file.id.text()}}};
        drafted.view.subject.id.replace(0, std::string_view("letter-").size(), "letter.");
        if (kind.asked && *kind.asked != AskedBody::Provider)
            drafted.view.addressee = contentOf(source, entry.seq).text("asked_name");
        else if (drafted.view.party.id == "party.new-authority")
            drafted.view.addressee = contentOf(source, entry.seq).text("authority");
        drafted.view.since = source.zone().dayOf(entry.at);
        drafted.view.ofCourt = kind.sender == LetterSender::Court;
        letters.push_back(std::move(drafted));
    }
}

/// The provider always; each other institution that has the file, and so sees the dates move.
void addLettersOf(Register& source, const Register::LoadedCase& loaded, const Correction& correction,
    std::vector<Drafted>& letters)
{
    const Entry* entry = entryOf(loaded, correction.decision.value_or(0));
    if (correction.state != CorrectionState::Confirmed || entry == nullptr)
        return;
    std::vector<Term> parties{{"party.provider"}};
    for (const Institution institution : procedure::audiencesOf(loaded.file)) {
        if (institution != Institution::Authority)
            parties.push_back({fmt::format("institution.{}", toText(institution))});
    }
    for (const Term& party : parties) {
        Drafted drafted{viewOf(source, loaded.file, correction.id, entry->seq, party), entry};
        drafted.correction = &correction;
        drafted.view.subject = {correction.movesTo ? "letter.move.subject" : "letter.correction.subject",
            {{"kind", Term{fmt::format("receipt-kind.{}", toText(correction.kind))}},
                {"case", loaded.file.id.text()}}};
        drafted.view.since = correction.decidedOn.value_or(Day{});
        letters.push_back(std::move(drafted));
    }
}

/// Whether letters can go out as one: of one kind to one addressee, each about another service.
bool canBeJoined(const std::vector<Drafted>& letters)
{
    std::set<std::string_view> services;
    for (const Drafted& one : letters) {
        const std::string_view service = one.entry->facts.text("service");
        if (one.kind == nullptr || one.kind != letters.front().kind || service.empty()
            || !services.insert(service).second)
            return false;
    }
    return letters.size() > 1;
}

/// Precondition: they can be joined.
Drafted joinedLetter(Register& source, const CaseFile& file, std::vector<Drafted> parts)
{
    std::string origins;
    for (const Drafted& part : parts)
        origins += fmt::format("{}{}", origins.empty() ? "" : "+", numberOf(part.view.id).origins.front());
    const Drafted& last = parts.back();
    Drafted letter{viewOf(source, file, origins, last.entry->seq, last.view.party), last.entry, last.kind};
    letter.view.subject = {"letter.joint." + last.view.subject.id.substr(std::string_view("letter.").size()),
        {{"case", file.id.text()}, {"count", static_cast<std::int64_t>(parts.size())}}};
    letter.view.since = last.view.since;
    letter.joined = std::move(parts);
    return letter;
}

/// The letters under these numbers, in that order; empty when one of them is not there.
std::vector<Drafted> partsOf(const LetterNumber& number, const std::vector<Drafted>& letters)
{
    std::vector<Drafted> parts;
    for (const std::string_view origin : number.origins) {
        const std::string part = fmt::format("{}-{}", origin, number.party);
        const auto found = std::ranges::find(letters, part, [](const Drafted& one) { return one.view.id; });
        if (found == letters.end())
            return {};
        parts.push_back(*found);
    }
    return parts;
}

/// Adds the letters that went out as one, and offers as one what waits for several services; where one of
/// them comes twice, what one day gave rise to.
void addJointLetters(Register& source, const CaseFile& file, std::vector<Drafted>& letters)
{
    std::vector<std::vector<Drafted>> groups;
    for (const Letter& sent : file.letters)
        groups.push_back(partsOf(numberOf(sent.drafted), letters));
    std::map<const LetterKind*, std::map<Day, std::vector<Drafted>>> waiting;
    for (const Drafted& one : letters) {
        if (one.kind != nullptr && !one.entry->facts.text("service").empty() && !one.view.sentOn)
            waiting[one.kind][one.view.since].push_back(one);
    }
    for (auto& [kind, days] : waiting) {
        std::vector<Drafted> all;
        for (const auto& [day, group] : days)
            all.insert(all.end(), group.begin(), group.end());
        if (canBeJoined(all)) {
            groups.push_back(std::move(all));
        } else {
            for (auto& [day, group] : days)
                groups.push_back(std::move(group));
        }
    }
    for (std::vector<Drafted>& group : groups) {
        if (!canBeJoined(group))
            continue;
        Drafted joint = joinedLetter(source, file, std::move(group));
        const bool listed =
            std::ranges::any_of(letters, [&](const Drafted& one) { return one.view.id == joint.view.id; });
        if (!listed)
            letters.push_back(std::move(joint));
    }
}

LetterSender senderOf(const Drafted& letter)
{
    return letter.kind == nullptr ? LetterSender::Authority : letter.kind->sender;
}

/// All letters that the reader may see: the authority each, another institution those addressed to it, the
/// court also its own.
std::vector<Drafted> lettersFor(Register& source, const Read& read)
{
    std::vector<Drafted> letters;
    for (const Entry& entry : read.loaded.entries)
        addLettersOf(source, read.loaded, entry, letters);
    for (const Correction& correction : read.loaded.file.corrections)
        addLettersOf(source, read.loaded, correction, letters);
    addJointLetters(source, read.loaded.file, letters);
    if (read.reader == Institution::Authority)
        return letters;
    std::erase_if(letters, [&](const Drafted& one) {
        const auto readers = procedure::readersOf(read.loaded.file, *one.entry);
        const bool own = read.reader == Institution::Court && senderOf(one) == LetterSender::Court;
        return (!own && one.view.party.id != fmt::format("institution.{}", toText(read.reader)))
            || std::ranges::find(readers, read.reader) == readers.end();
    });
    return letters;
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
    const Drafted& letter, const documents::DocumentTemplate& words)
{
    documents::TemplateValues values;
    const auto& form = documents::DocumentTemplate::embedded(letter.kind->form, words.language());
    auto& sections = values.parts["sections"];
    std::string names;
    for (const Drafted& part : letter.joined) {
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
std::string lawOfSections(Register& source, const Register::LoadedCase& loaded, const Drafted& letter,
    const documents::DocumentTemplate& words)
{
    std::vector<std::string> provisions;
    for (const Drafted& part : letter.joined) {
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

documents::LetterFacts factsOf(Register& source, const Read& read, const Drafted& letter,
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

/// The letter of that number; one that joins others need not be listed.
Result<Drafted> letterOf(Register& source, const Read& read, std::string_view id)
{
    std::vector<Drafted> letters = lettersFor(source, read);
    const auto refused = [&](const char* why) {
        return Error{.code = ErrorCode::Refused,
            .what = {why, {{"letter", std::string(id)}}},
            .record = read.loaded.file.id.text()};
    };
    const auto listed = std::ranges::find(letters, id, [](const Drafted& one) { return one.view.id; });
    if (listed != letters.end())
        return std::move(*listed);
    std::vector<Drafted> parts = partsOf(numberOf(id), letters);
    if (parts.size() < 2)
        return refused("letter.none");
    if (!canBeJoined(parts))
        return refused("letter.not-joint");
    return joinedLetter(source, read.loaded.file, std::move(parts));
}

Result<documents::Document> documentOf(Register& source, const Read& read, std::string_view letter,
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
        for (Drafted& one : lettersFor(m_register, read.value()))
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

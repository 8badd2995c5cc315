#include "core/services/drafted_letters.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/procedure/visibility.h"
#include "core/services/contact_service.h"
#include "core/services/entry_content.h"

namespace tutela::services {

namespace {

using interfaces::LetterView;

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

LetterView letterViewOf(
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

void addLettersOf(Register& source, const Register::LoadedCase& loaded, const Entry& entry,
    std::vector<DraftedLetter>& letters)
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
        DraftedLetter drafted{
            letterViewOf(source, loaded.file, origin, entry.seq, {kind.party}), &entry, &kind};
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
    std::vector<DraftedLetter>& letters)
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
        DraftedLetter drafted{letterViewOf(source, loaded.file, correction.id, entry->seq, party), entry};
        drafted.correction = &correction;
        drafted.view.subject = {correction.movesTo ? "letter.move.subject" : "letter.correction.subject",
            {{"kind", Term{fmt::format("receipt-kind.{}", toText(correction.kind))}},
                {"case", loaded.file.id.text()}}};
        drafted.view.since = correction.decidedOn.value_or(Day{});
        letters.push_back(std::move(drafted));
    }
}

/// Whether letters can go out as one: of one kind to one addressee, each about another service.
bool canBeJoined(const std::vector<DraftedLetter>& letters)
{
    std::set<std::string_view> services;
    for (const DraftedLetter& one : letters) {
        const std::string_view service = one.entry->facts.text("service");
        if (one.kind == nullptr || one.kind != letters.front().kind || service.empty()
            || !services.insert(service).second)
            return false;
    }
    return letters.size() > 1;
}

/// Precondition: they can be joined.
DraftedLetter joinedLetter(Register& source, const CaseFile& file, std::vector<DraftedLetter> parts)
{
    std::string origins;
    for (const DraftedLetter& part : parts)
        origins += fmt::format("{}{}", origins.empty() ? "" : "+", numberOf(part.view.id).origins.front());
    const DraftedLetter& last = parts.back();
    DraftedLetter letter{
        letterViewOf(source, file, origins, last.entry->seq, last.view.party), last.entry, last.kind};
    letter.view.subject = {"letter.joint." + last.view.subject.id.substr(std::string_view("letter.").size()),
        {{"case", file.id.text()}, {"count", static_cast<std::int64_t>(parts.size())}}};
    letter.view.since = last.view.since;
    letter.joined = std::move(parts);
    return letter;
}

/// The letters under these numbers, in that order; empty when one of them is not there.
std::vector<DraftedLetter> partsOf(const LetterNumber& number, const std::vector<DraftedLetter>& letters)
{
    std::vector<DraftedLetter> parts;
    for (const std::string_view origin : number.origins) {
        const std::string part = fmt::format("{}-{}", origin, number.party);
        const auto found =
            std::ranges::find(letters, part, [](const DraftedLetter& one) { return one.view.id; });
        if (found == letters.end())
            return {};
        parts.push_back(*found);
    }
    return parts;
}

/// Adds the letters that went out as one, and offers as one what waits for several services; where one of
/// them comes twice, what one day gave rise to.
void addJointLetters(Register& source, const CaseFile& file, std::vector<DraftedLetter>& letters)
{
    std::vector<std::vector<DraftedLetter>> groups;
    for (const Letter& sent : file.letters)
        groups.push_back(partsOf(numberOf(sent.drafted), letters));
    std::map<const LetterKind*, std::map<Day, std::vector<DraftedLetter>>> waiting;
    for (const DraftedLetter& one : letters) {
        if (one.kind != nullptr && !one.entry->facts.text("service").empty() && !one.view.sentOn)
            waiting[one.kind][one.view.since].push_back(one);
    }
    for (auto& [kind, days] : waiting) {
        std::vector<DraftedLetter> all;
        for (const auto& [day, group] : days)
            all.insert(all.end(), group.begin(), group.end());
        if (canBeJoined(all)) {
            groups.push_back(std::move(all));
        } else {
            for (auto& [day, group] : days)
                groups.push_back(std::move(group));
        }
    }
    for (std::vector<DraftedLetter>& group : groups) {
        if (!canBeJoined(group))
            continue;
        DraftedLetter joint = joinedLetter(source, file, std::move(group));
        const bool listed = std::ranges::any_of(
            letters, [&](const DraftedLetter& one) { return one.view.id == joint.view.id; });
        if (!listed)
            letters.push_back(std::move(joint));
    }
}

} // namespace

std::string_view shortOf(std::string_view party)
{
    return party.substr(party.find('.') + 1);
}

LetterSender senderOf(const DraftedLetter& letter)
{
    return letter.kind == nullptr ? LetterSender::Authority : letter.kind->sender;
}

std::vector<DraftedLetter> lettersFor(Register& source, const LettersReader& read)
{
    std::vector<DraftedLetter> letters;
    for (const Entry& entry : read.loaded.entries)
        addLettersOf(source, read.loaded, entry, letters);
    for (const Correction& correction : read.loaded.file.corrections)
        addLettersOf(source, read.loaded, correction, letters);
    addJointLetters(source, read.loaded.file, letters);
    if (read.reader == Institution::Authority)
        return letters;
    std::erase_if(letters, [&](const DraftedLetter& one) {
        const auto readers = procedure::readersOf(read.loaded.file, *one.entry);
        const bool own = read.reader == Institution::Court && senderOf(one) == LetterSender::Court;
        return (!own && one.view.party.id != fmt::format("institution.{}", toText(read.reader)))
            || std::ranges::find(readers, read.reader) == readers.end();
    });
    return letters;
}

Result<DraftedLetter> letterOf(Register& source, const LettersReader& read, std::string_view id)
{
    std::vector<DraftedLetter> letters = lettersFor(source, read);
    const auto refused = [&](const char* why) {
        return Error{.code = ErrorCode::Refused,
            .what = {why, {{"letter", std::string(id)}}},
            .record = read.loaded.file.id.text()};
    };
    const auto listed = std::ranges::find(letters, id, [](const DraftedLetter& one) { return one.view.id; });
    if (listed != letters.end())
        return std::move(*listed);
    std::vector<DraftedLetter> parts = partsOf(numberOf(id), letters);
    if (parts.size() < 2)
        return refused("letter.none");
    if (!canBeJoined(parts))
        return refused("letter.not-joint");
    return joinedLetter(source, read.loaded.file, std::move(parts));
}

} // namespace tutela::services

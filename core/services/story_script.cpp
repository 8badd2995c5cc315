#include "core/services/story_script.h"

#include <stdexcept>

#include <fmt/format.h>

namespace tutela::services {

namespace {

/// Where in a list of that size an index counted from 1, or from the end with -1, lies.
std::size_t placeOf(std::int64_t index, std::size_t size)
{
    const std::int64_t place = index > 0 ? index - 1 : static_cast<std::int64_t>(size) + index;
    if (place < 0 || place >= static_cast<std::int64_t>(size))
        throw std::logic_error(fmt::format("a story asks for number {} of {}", index, size));
    return static_cast<std::size_t>(place);
}

/// Puts what a story knows in the place of its placeholders.
struct StoryWords {
    const StoryAct& act;
    const SampleProvider& provider;
    Day today;
    Day on; ///< the day of the act
    StoryPlace& place;

    [[nodiscard]] Day after(std::string_view count) const
    {
        return on + std::chrono::days{std::stoll(std::string(count))};
    }

    template <class Items> [[nodiscard]] auto oneOf(const Items& items, std::string_view index) const
    {
        return items.at(placeOf(std::stoll(std::string(index)), items.size()));
    }

    [[nodiscard]] std::string lastLetterTo(std::string_view party) const
    {
        std::string last;
        for (const std::string& letter : place.letters(act.caseName)) {
            if (letter.ends_with(fmt::format("-{}", party)))
                last = letter;
        }
        if (last.empty())
            throw std::logic_error(fmt::format("no letter to {} is drafted for {}", party, act.act));
        return last;
    }

    [[nodiscard]] Json known(std::string_view kind, std::string_view argument) const
    {
        if (kind == "day")
            return Json(formatDay(today + (after(argument) - on)));
        if (kind == "on")
            return Json(formatDay(after(argument)));
        if (kind == "at")
            return Json(formatInstant(Instant{after(argument)} + std::chrono::hours{7}));
        if (kind == "provider")
            return Json(provider.id.text());
        if (kind == "service")
            return Json(oneOf(provider.services, argument).first.text());
        if (kind == "case")
            return Json(place.caseNumber(std::string(argument)));
        if (kind == "document")
            return Json(oneOf(place.documents(act.caseName), argument));
        if (kind == "letter")
            return Json(lastLetterTo(argument));
        if (kind == "person")
            return Json(place.person(std::string(argument)));
        throw std::logic_error(fmt::format("a story knows no @{}", kind));
    }

    [[nodiscard]] Json allServices() const
    {
        Json::Array ids;
        for (const auto& [id, name] : provider.services)
            ids.emplace_back(id.text());
        return Json(std::move(ids));
    }

    [[nodiscard]] Json fill(const Json& value) const
    {
        if (value.isString() && value.asString() == "@services")
            return allServices();
        if (value.isString() && value.asString().starts_with('@')) {
            const std::string_view text = std::string_view(value.asString()).substr(1);
            const auto colon = text.find(':');
            return known(text.substr(0, colon),
                colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1));
        }
        if (value.isArray()) {
            Json::Array items;
            for (const Json& item : value.asArray())
                items.push_back(fill(item));
            return Json(std::move(items));
        }
        if (value.isObject()) {
            Json filled = Json::object();
            for (const auto& [name, member] : value.asObject()) {
                if (!member.isNull())
                    filled.set(name, fill(member));
            }
            return filled;
        }
        return value;
    }

    [[nodiscard]] std::string bytesOf(const Json& content) const
    {
        if (content.isString())
            return content.asString();
        if (content.find("risk-report") != nullptr)
            return sampleRiskReport(
                provider, provider.services.size(), on + std::chrono::days{content.integer("risk-report")});
        if (content.find("further-report") != nullptr)
            return sampleFurtherReport(provider, on + std::chrono::days{content.integer("further-report")});
        if (content.find("implementation-plan") != nullptr)
            return sampleImplementationPlan(provider,
                {place.caseNumber(act.caseName),
                    fromText<DetectionKind>(content.text("implementation-plan")).value(),
                    on - std::chrono::days{46}, on - std::chrono::days{10}});
        if (content.find("impact-assessment") != nullptr)
            return sampleImpactAssessment(provider);
        if (content.find("advice") != nullptr)
            return sampleAdvice(place.caseNumber(act.caseName));
        throw std::logic_error("a story sends a file of no known kind");
    }
};

/// The register in which a story is played.
class StoryRegister final : public StoryPlace {
public:
    StoryRegister(SamplePlayer& player, const StoryAct& act, const ToldStory& told)
        : m_player(player)
        , m_act(act)
        , m_told(told)
    {
    }

    [[nodiscard]] std::string caseNumber(const std::string& caseName) override
    {
        const auto id = caseOf(caseName);
        return id ? id->text() : std::string();
    }

    [[nodiscard]] std::vector<std::string> documents(const std::string& caseName) override
    {
        const auto loaded = m_player.target().loadCase(caseOf(caseName).value());
        std::vector<std::string> ids;
        for (const CaseDocument& document : loaded.value().file.documents)
            ids.push_back(document.id.text());
        return ids;
    }

    [[nodiscard]] std::vector<std::string> letters(const std::string& caseName) override
    {
        return m_player.lettersToSend(m_act.person, caseOf(caseName).value());
    }

    [[nodiscard]] std::string person(const std::string& signInName) override
    {
        return m_player.personOf(signInName).text();
    }

    [[nodiscard]] std::optional<CaseId> caseOf(const std::string& caseName) const
    {
        const auto known = m_told.cases.find(caseName);
        return known == m_told.cases.end() ? std::nullopt : std::optional(known->second);
    }

private:
    SamplePlayer& m_player;
    const StoryAct& m_act;
    const ToldStory& m_told;
};

void playStoryAct(
    SamplePlayer& player, const StoryAct& step, const SampleProvider& provider, Day today, ToldStory& told)
{
    StoryRegister place(player, step, told);
    StoryContents contents = contentsOf(step, provider, today, place);
    const auto id = place.caseOf(step.caseName);
    if (!step.refused.empty()) {
        player.tryInVain(
            step.person, {.act = step.act, .caseId = id, .data = std::move(contents.data)}, step.refused);
        return;
    }
    const auto receipt =
        player.act(step.person, step.act, id, std::move(contents.data), std::move(contents.files));
    told.cases.emplace(step.caseName, receipt.caseId);
}

} // namespace

StoryContents contentsOf(const StoryAct& act, const SampleProvider& provider, Day today, StoryPlace& place)
{
    const StoryWords words{act, provider, today, today + std::chrono::days{act.day}, place};
    StoryContents contents{words.fill(act.data), {}};
    for (const auto& [name, content] : act.files.asObject())
        contents.files.push_back({name, words.bytesOf(content)});
    return contents;
}

void planStory(SamplePlayer& player, const StoryScript& script, const SampleProvider& provider, Day today,
    ToldStory& told)
{
    told.id = script.id;
    told.title = script.title;
    for (const StoryAct& step : script.acts) {
        player.on(today + std::chrono::days{step.day},
            [&player, &step, &told, provider, today] { playStoryAct(player, step, provider, today, told); });
    }
}

} // namespace tutela::services

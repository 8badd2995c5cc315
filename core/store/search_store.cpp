#include "core/store/search_store.h"

#include <fmt/format.h>

namespace tutela::store {

namespace {

/// What parts words; FTS5 reads an expression up to the first zero byte only.
constexpr std::string_view kBetweenWords(" \t\r\n\0", 5);

/// One token, so that no word of a text can stand for an audience.
std::string audienceToken(Institution audience)
{
    switch (audience) {
    case Institution::Authority:
        return "xaudauthority";
    case Institution::Court:
        return "xaudcourt";
    case Institution::Dpa:
        return "xauddpa";
    case Institution::EuCentre:
        return "xaudeucentre";
    }
    return {};
}

std::string tokensOf(const std::vector<Institution>& audiences)
{
    std::string tokens;
    for (const Institution audience : audiences)
        tokens += audienceToken(audience) + " ";
    return tokens;
}

/// The words as FTS5 strings, so that nothing in them is syntax.
std::string matchOf(std::string_view words, Institution audience)
{
    std::string match = fmt::format("audience : {}", audienceToken(audience));
    for (std::size_t at = 0; at < words.size();) {
        const auto start = words.find_first_not_of(kBetweenWords, at);
        if (start == std::string_view::npos)
            break;
        auto end = words.find_first_of(kBetweenWords, start);
        if (end == std::string_view::npos)
            end = words.size();
        std::string quoted;
        for (const char c : words.substr(start, end - start)) {
            quoted += c;
            if (c == '"')
                quoted += '"';
        }
        match += fmt::format(" AND text : \"{}\" *", quoted);
        at = end;
    }
    return match;
}

} // namespace

void SearchStore::add(const CaseId& caseId, EntrySeq seq, std::string_view act,
    const std::vector<Institution>& audiences, std::string_view text)
{
    const std::string tokens = tokensOf(audiences);
    m_engine.run(
        "INSERT INTO search (rowid, audience, text, case_id, seq, act) VALUES ($1, $2, $3, $4, $1, $5)",
        {seq, tokens, text, caseId.text(), act});
}

void SearchStore::setAudiences(EntrySeq seq, const std::vector<Institution>& audiences)
{
    const std::string tokens = tokensOf(audiences);
    m_engine.run("UPDATE search SET audience = $1 WHERE rowid = $2 AND audience <> $1", {tokens, seq});
}

std::vector<SearchRow> SearchStore::find(std::string_view words, Institution audience, std::int64_t limit)
{
    std::vector<SearchRow> rows;
    if (words.find_first_not_of(kBetweenWords) == std::string_view::npos)
        return rows;
    m_engine.query("SELECT case_id, seq, act, snippet(search, 1, '', '', ' … ', 16) FROM search"
                   " WHERE search MATCH $1 ORDER BY rank, rowid LIMIT $2",
        {matchOf(words, audience), limit}, [&](const Row& row) {
            rows.push_back({CaseId(std::string(row.text(0))), row.integer(1), std::string(row.text(2)),
                std::string(row.text(3))});
        });
    return rows;
}

} // namespace tutela::store

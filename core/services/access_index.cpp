#include "core/services/access_index.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/catalogue.h"
#include "core/documents/document_template.h"
#include "core/documents/pdf_writer.h"
#include "core/services/guarded.h"

namespace tutela::services {

namespace {

using interfaces::AccessRow;
using interfaces::AccessState;
using interfaces::CaseView;

using Rows = std::vector<std::vector<std::string>>;

/// The index goes to the provider: it is written in the language that the provider declared.
std::string_view languageOf(Register& source, const CaseView& view)
{
    const auto provider = source.directory.provider(view.file.provider);
    return languageWrittenTo(provider ? provider->language : std::string());
}

Rows indexRows(const CaseView& view, const Catalogue& texts)
{
    Rows rows;
    for (const AccessRow& row : view.access) {
        const auto& flag = row.document.flag;
        const bool kept = flag == DocumentFlag::InQuarantine || flag == DocumentFlag::Destroyed;
        rows.push_back({std::to_string(rows.size() + 1), row.document.name, texts.text(row.cameWith),
            std::to_string(row.document.size), row.document.sha256.substr(0, 16),
            kept ? texts.term("access-index.quarantine") : std::string()});
    }
    return rows;
}

/// What was decided for a party on a document, in the order of the index.
Rows setRows(const CaseView& view, const documents::DocumentTemplate& form, const Catalogue& texts)
{
    Rows rows;
    std::size_t number = 0;
    for (const AccessRow& row : view.access) {
        ++number;
        for (const AccessState& state : row.parties) {
            if (state.party != Party::Provider && state.state == DisclosureState::NotDecided)
                continue;
            rows.push_back({std::to_string(number), texts.term(fmt::format("party.{}", toText(state.party))),
                texts.term(fmt::format("disclosure.{}", toText(state.state))),
                state.on ? form.dayText(*state.on) : std::string(), state.ground});
        }
    }
    return rows;
}

Rows claimRows(const CaseView& view, const Catalogue& texts)
{
    Rows rows;
    for (const ConfidentialityClaim& claim : view.file.claims) {
        const auto document = std::ranges::find(
            view.access, claim.document, [](const AccessRow& row) { return row.document.id; });
        std::string accepted;
        for (const std::int64_t passage : claim.accepted)
            accepted += (accepted.empty() ? "" : ", ") + std::to_string(passage);
        rows.push_back({claim.id,
            document == view.access.end() ? claim.document.text()
                                          : std::to_string(document - view.access.begin() + 1),
            std::to_string(claim.passages),
            claim.decision ? (accepted.empty() ? texts.term("access-index.none-kept") : accepted)
                           : texts.term("access-index.undecided")});
    }
    return rows;
}

documents::Document indexOf(Register& source, const CaseView& view)
{
    const std::string_view language = languageOf(source, view);
    const auto& form = documents::DocumentTemplate::embedded("access-index", language);
    const Catalogue& texts = Catalogue::embedded(language);
    documents::TemplateValues values;
    values.texts = {{"authority", source.identity().authority}, {"rulebook", source.rulebook().source()},
        {"provider", view.provider}, {"today", source.today()},
        {"service", fmt::format("{}", fmt::join(view.services, ", "))}};
    values.tables["index"] = indexRows(view, texts);
    values.tables["sets"] = setRows(view, form, texts);
    values.tables["claims"] = claimRows(view, texts);
    if (!view.file.claims.empty())
        values.flags.insert("claims");
    if (source.rulebook().inForce())
        values.flags.insert("in-force");
    values.reference = view.file.id.text();
    values.created = source.now();
    return form.fill(values);
}

} // namespace

Result<std::string> accessIndexBytes(Register& source, const CaseView& view)
{
    if (view.access.empty()) {
        return Error{.code = ErrorCode::Refused,
            .what = {"access-index.nothing", {}},
            .law = "Art 30(2)",
            .record = view.file.id.text()};
    }
    return guarded([&]() -> Result<std::string> { return documents::writePdf(indexOf(source, view)); });
}

} // namespace tutela::services

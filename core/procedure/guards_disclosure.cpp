#include "core/procedure/guard_run.h"

#include <algorithm>

namespace tutela::procedure {

namespace {

const CaseDocument* documentOf(const GuardRun& run, const std::string& id)
{
    return findById(run.file->documents, DocumentId(id));
}

/// A decision on a document of the case. What is kept from a party is kept on a ground; a non-confidential
/// version is attached; nobody is kept from its own document. What somebody claimed to be confidential is not
/// shown in full to another before that is decided, nor after a passage was found to be so.
void disclosureFits(const GuardRun& run)
{
    const std::string id = run.facts().text("document");
    const CaseDocument* document = documentOf(run, id);
    if (document == nullptr)
        return run.refuse({{"document", id}}, "unknown");
    const auto state = run.facts().choice<DisclosureState>("disclosure");
    const bool own = document->ofProvider && run.facts().choice<Party>("party") == Party::Provider;
    if (state == DisclosureState::Disclosed) {
        for (const ConfidentialityClaim& claim : run.file->claims) {
            if (own || claim.document != document->id)
                continue;
            if (!claim.decision)
                run.refuse({{"claim", claim.id}}, "claim-open");
            else if (!claim.accepted.empty())
                run.refuse({{"claim", claim.id}}, "claim-accepted");
        }
        return;
    }
    if (own)
        return run.refuse({{"document", id}}, "own");
    if (!run.facts().has("ground"))
        run.refuse({}, "ground");
    if (state == DisclosureState::NonConfidentialVersion && !run.facts().has("version"))
        run.refuse({}, "version");
}

/// Art 30(2): what is held against the provider was disclosed to it, or the reason is recorded.
void citesDisclosed(const GuardRun& run)
{
    for (const std::string& id : run.facts().codes("cited_documents")) {
        const CaseDocument* document = documentOf(run, id);
        if (document == nullptr) {
            run.refuse({{"document", id}}, "unknown");
            continue;
        }
        const DisclosureState state = disclosureState(*run.file, *document, Party::Provider);
        const bool kept = state == DisclosureState::NotDecided || state == DisclosureState::Withheld;
        if (kept && !run.facts().has("undisclosed_reason"))
            run.refuse({{"document", id}});
        else if (kept)
            run.warn("cites-undisclosed", {{"document", id}});
    }
}

constexpr GuardRow kRows[] = {
    {Guard::DisclosureFits, LooksAt::Data, disclosureFits},
    {Guard::CitesDisclosed, LooksAt::Data, citesDisclosed},
};

} // namespace

std::span<const GuardRow> disclosureGuards()
{
    return kRows;
}

} // namespace tutela::procedure

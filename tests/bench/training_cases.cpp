#include "tests/bench/training_cases.h"

namespace tutela::bench {

interfaces::CaseView openCase(interfaces::Office& office, const CaseId& caseId)
{
    return orEnd(office.cases().open(caseId, std::nullopt));
}

interfaces::ActRequest nextAct(interfaces::Office& office, const CaseId& caseId)
{
    interfaces::ActRequest request{.caseId = caseId};
    const CaseFile file = openCase(office, caseId).file;
    for (const InformationRequest& asked : file.requests) {
        if (asked.answeredOn || asked.closedUnansweredOn)
            continue;
        request.act = "record-answer";
        request.data = Json::object({{"request", asked.id},
            {"received_on", formatDay(office.clock().today())}, {"extent", "complete"},
            {"summary", "Figures of the invented test were sent with comments."}});
        return request;
    }
    request.act = "ask-information";
    request.data = Json::object(
        {{"questions", Json::array({"Which figures does the invented test rest on?"})}, {"period", "P1W"}});
    return request;
}

interfaces::ActReceipt perform(interfaces::Office& office, const interfaces::ActRequest& request)
{
    return orEnd(office.cases().perform(request));
}

void growTo(interfaces::Office& office, const CaseId& caseId, std::int64_t entries)
{
    while (openCase(office, caseId).file.streamSeq < entries)
        perform(office, nextAct(office, caseId));
}

std::vector<CaseId> assessmentsUnderReview(interfaces::Office& office, std::int64_t most)
{
    interfaces::WorklistQuery query;
    query.kind = CaseKind::Assessment;
    query.step = Step::UnderReview;
    query.limit = most;
    std::vector<CaseId> cases;
    for (const interfaces::WorklistRow& row : orEnd(office.worklist().page(query)).rows)
        cases.push_back(row.caseId);
    return cases;
}

} // namespace tutela::bench

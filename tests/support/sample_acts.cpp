#include "tests/support/sample_office.h"

namespace tutela::testing {

using interfaces::ActOffer;

namespace {

FieldDefinition field(
    std::string name, FieldType type, bool required = true, std::vector<std::string> options = {})
{
    return {std::move(name), type, required, std::move(options)};
}

ActOffer offer(std::string act, CaseKind kind, std::string tab, std::vector<Role> roles,
    std::vector<Step> from, std::optional<Step> to, std::vector<FieldDefinition> fields)
{
    ActOffer made;
    made.act = std::move(act);
    made.kind = kind;
    made.tab = std::move(tab);
    made.roles = std::move(roles);
    made.from = std::move(from);
    made.to = to;
    made.law = kind == CaseKind::Assessment ? "Art 5" : "Art 7";
    made.fields = std::move(fields);
    return made;
}

std::vector<ActOffer> assessmentActs()
{
    constexpr auto kKind = CaseKind::Assessment;
    const std::vector<Step> review{Step::UnderReview};
    const std::vector<Role> coordinator{Role::Coordinator};
    return {
        offer("take-under-review", kKind, "overview", coordinator, {Step::Received}, Step::UnderReview, {}),
        offer("ask-information", kKind, "information-requests", coordinator, review, std::nullopt,
            {field("question", FieldType::Text), field("period", FieldType::Duration),
                field("points", FieldType::Points, false)}),
        offer("record-answer", kKind, "information-requests", {Role::Registrar, Role::Coordinator}, review,
            std::nullopt,
            {field("request", FieldType::Request),
                field("extent", FieldType::Choice, true, {"partial", "complete"}),
                field("received_on", FieldType::Date), field("answer", FieldType::Text, false),
                field("document", FieldType::Document, false)}),
        offer("record-determination", kKind, "measures", coordinator, review, Step::DeterminationMade,
            {field("service", FieldType::Service),
                field("outcome", FieldType::Choice, true, {"complied", "not-complied"}),
                field("reasons", FieldType::Text), field("hearing", FieldType::Hearing, false)}),
        offer("close-case", kKind, "overview", coordinator, {Step::DeterminationMade}, Step::Closed,
            {field("reason", FieldType::Text)}),
    };
}

std::vector<ActOffer> detectionActs()
{
    constexpr auto kKind = CaseKind::Detection;
    const std::vector<Role> coordinator{Role::Coordinator};
    const std::vector<Role> judge{Role::Judge};
    const std::vector<Step> court{Step::BeforeTheCourt};
    std::vector<ActOffer> acts{
        offer("open-detection", kKind, "overview", coordinator, {}, Step::Investigation,
            {field("provider", FieldType::Provider), field("linked_case", FieldType::Case, false),
                field("kind", FieldType::Choice, true, {"known", "new", "solicitation"})}),
        offer("record-comments", kKind, "draft-and-comments", coordinator, {Step::OutForComments},
            std::nullopt,
            {field("received_at", FieldType::Moment), field("comments", FieldType::Text),
                field("entry", FieldType::Entry, false)}),
        offer("give-opinion", kKind, "opinions", {Role::EuCentreLiaison}, {Step::OutForComments},
            std::nullopt,
            {field("outcome", FieldType::Choice, true, {"favourable", "unfavourable"}),
                field("points", FieldType::Points)}),
        offer("lodge-advice", kKind, "prior-consultation", {Role::DpaOfficer}, {Step::OutForComments},
            std::nullopt, {field("consultation", FieldType::Consultation), field("advice", FieldType::Text)}),
        offer("declare-no-conflict", kKind, "decision", judge, court, std::nullopt, {}),
        offer("ask-authority", kKind, "decision", judge, court, std::nullopt,
            {field("question", FieldType::Text)}),
        offer("answer-court", kKind, "decision", coordinator, court, std::nullopt,
            {field("question_id", FieldType::Question), field("answer", FieldType::Text)}),
        offer("issue-order", kKind, "decision", judge, court, Step::OrderIssued,
            {field("reasons", FieldType::Text), field("start", FieldType::Date),
                field("end", FieldType::Date), field("parts", FieldType::Codes, false)}),
        offer("refuse-request", kKind, "decision", judge, court, Step::Refused,
            {field("reasons", FieldType::Text)}),
        offer("record-receipt", kKind, "order", {Role::CourtClerk}, {Step::OrderIssued}, std::nullopt,
            {field("received_at", FieldType::Moment), field("proof", FieldType::Document),
                field("copies", FieldType::Integer, false), field("electronic", FieldType::Flag, false),
                field("person", FieldType::Person, false)}),
    };
    for (ActOffer& act : acts) {
        act.binding = act.act == "issue-order" || act.act == "refuse-request" || act.act == "give-opinion";
        act.outside = act.act == "give-opinion" || act.act == "lodge-advice" || act.act == "record-receipt";
    }
    return acts;
}

} // namespace

std::vector<ActOffer> sampleActs()
{
    std::vector<ActOffer> acts = assessmentActs();
    for (ActOffer& act : detectionActs())
        acts.push_back(std::move(act));
    return acts;
}

} // namespace tutela::testing

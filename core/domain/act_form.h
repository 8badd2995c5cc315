#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/domain/vocabulary.h"

namespace tutela {

/// What one field of an act holds. Texts, lines and the texts inside points go to the vault; everything else
/// steers steps, clocks or counters and stands in the body of the entry.
enum class FieldType {
    Line, ///< one line of text
    Text, ///< several paragraphs, at most 64 KiB
    Date,
    Moment,
    Duration,
    Integer,
    Flag,
    Choice, ///< one of `options`
    Codes, ///< list of short ids, [a-z0-9-]{1,40}
    Points, ///< numbered list of texts
    Service, ///< id of a service of the case
    Provider, ///< id of a provider
    Case, ///< file number of another case
    Request, ///< id of an information request of the case
    Hearing, ///< id of a hearing of the case
    Consultation, ///< id of a prior consultation of the case
    Question, ///< id of a question of the court
    Period, ///< the running of a clock of the case whose length the authority set: "DL07/R1"
    LateAnswer, ///< id of something of the case that came late
    Entry, ///< sequence number of an entry of the case
    Receipt, ///< sequence number of an entry of the case that recorded a day of receipt
    Correction, ///< id of a correction of the case
    OrderItem, ///< something open in the life of the order, by the name of the field: a challenge, a notice
    Document, ///< name of one of the files attached to the act
    FiledDocument, ///< id of a document of the case
    FiledDocuments, ///< list of such ids
    OpinionPoint, ///< id of a point of an opinion, of advice or of the comments: "O1.2"
    OpinionPoints, ///< list of such ids
    EvidenceItems, ///< list of ids of evidence of the case
    ConditionCell, ///< id of a ground recorded under a condition
    Person, ///< id of a person
    Persons, ///< list of such ids
};

template <> struct Vocabulary<FieldType> {
    static constexpr std::array<std::pair<FieldType, std::string_view>, 32> kTexts{{
        {FieldType::Line, "line"},
        {FieldType::Text, "text"},
        {FieldType::Date, "day"},
        {FieldType::Moment, "instant"},
        {FieldType::Duration, "length"},
        {FieldType::Integer, "integer"},
        {FieldType::Flag, "flag"},
        {FieldType::Choice, "choice"},
        {FieldType::Codes, "codes"},
        {FieldType::Points, "points"},
        {FieldType::Service, "service"},
        {FieldType::Provider, "provider"},
        {FieldType::Case, "case"},
        {FieldType::Request, "request"},
        {FieldType::Hearing, "hearing"},
        {FieldType::Consultation, "consultation"},
        {FieldType::Question, "question"},
        {FieldType::Period, "period"},
        {FieldType::LateAnswer, "late-answer"},
        {FieldType::Entry, "entry"},
        {FieldType::Receipt, "receipt"},
        {FieldType::Correction, "correction"},
        {FieldType::OrderItem, "order-item"},
        {FieldType::Document, "document"},
        {FieldType::FiledDocument, "filed-document"},
        {FieldType::FiledDocuments, "filed-documents"},
        {FieldType::OpinionPoint, "opinion-point"},
        {FieldType::OpinionPoints, "opinion-points"},
        {FieldType::EvidenceItems, "evidence-items"},
        {FieldType::ConditionCell, "condition-cell"},
        {FieldType::Person, "person"},
        {FieldType::Persons, "persons"},
    }};
};

/// One field of an act. Its label is the text "field.<name>", the label of an option "<name>.<option>".
struct FieldDefinition {
    std::string name;
    FieldType type = FieldType::Line;
    bool required = false;
    std::vector<std::string> options; ///< for Choice; for Person and Persons the roles to choose from
};

} // namespace tutela

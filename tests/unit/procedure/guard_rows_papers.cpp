#include "tests/unit/procedure/guard_rows.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

void asItStands(CaseFile& /*file*/) { }

void withDocument(CaseFile& file)
{
    file.documents.push_back({DocumentId("DOC-000001"), 10, true});
}

void refusedByTheCourt(CaseFile& file)
{
    file.order->decision = CourtDecision::Refused;
}

// clang-format off

const GuardSentence kPaperRows[] = {
    {"a letter of the provider needs no further name", "record-letter-in", "correspondent-named", Base::Assessment,
        asItStands, R"({"correspondent":"provider"})", "2026-03-04", ""},
    {"somebody else is named", "record-letter-in", "correspondent-named", Base::Assessment, asItStands,
        R"({"correspondent":"other","correspondent_name":"Sample Users' League"})", "2026-03-04", ""},
    {"and is not left unnamed", "record-letter-in", "correspondent-named", Base::Assessment, asItStands,
        R"({"correspondent":"other"})", "2026-03-04", "guard.correspondent-named"},
    {"a letter sent is kept as a document", "record-letter-out", "letter-kept", Base::Assessment, asItStands,
        R"({"document":"letter.pdf"})", "2026-03-04", ""},
    {"or as the letter that the register drafted", "record-letter-out", "letter-kept", Base::Assessment, asItStands,
        R"({"drafted_letter":"E2-provider"})", "2026-03-04", ""},
    {"and not as nothing", "record-letter-out", "letter-kept", Base::Assessment, asItStands, R"({"proof":"Post"})",
        "2026-03-04", "guard.letter-kept"},
    {"Art 8(2): an order that was issued is translated", "attach-translation-detection", "translation-fits",
        Base::WithOrder, asItStands, R"({"translation_of":"order"})", "2026-09-10", ""},
    {"before there is one, nothing is its translation", "attach-translation-detection", "translation-fits",
        Base::BeforeTheCourt, asItStands, R"({"translation_of":"order"})", "2026-09-10",
        "guard.translation-fits.no-order"},
    {"nor after a refusal", "attach-translation-detection", "translation-fits", Base::WithOrder, refusedByTheCourt,
        R"({"translation_of":"order"})", "2026-09-10", "guard.translation-fits.no-order"},
    {"a document of the file is translated", "attach-translation", "translation-fits", Base::Assessment,
        withDocument, R"({"translation_of":"filed-document","of_document":"DOC-000001"})", "2026-03-04", ""},
    {"and not one of another file", "attach-translation", "translation-fits", Base::Assessment, withDocument,
        R"({"translation_of":"filed-document","of_document":"DOC-000009"})", "2026-03-04",
        "guard.translation-fits.no-document"},
    {"nor one that is not named", "attach-translation", "translation-fits", Base::Assessment, withDocument,
        R"({"translation_of":"filed-document"})", "2026-03-04",
        "guard.translation-fits.no-document"},
    {"Art 8(2): an order in a language that the provider declared", "issue", "order-language", Base::BeforeTheCourt,
        asItStands, R"({"language":"pl","declared":"pl"})", "2026-09-01", ""},
    {"Art 8(2): in another it needs a translation", "issue", "order-language", Base::BeforeTheCourt, asItStands,
        R"({"language":"de","declared":"pl"})", "2026-09-01", "", "warning.order-language-not-declared"},
    {"Art 8(2): without a word it is drafted in the declared one", "issue", "order-language", Base::BeforeTheCourt,
        asItStands, R"({"declared":"nl"})", "2026-09-01", ""},
    {"or in English where the register has no text in it", "issue", "order-language", Base::BeforeTheCourt,
        asItStands, R"({"declared":"pl"})", "2026-09-01", "", "warning.order-language-not-declared"},
    {"nobody warns while nothing was declared", "issue", "order-language", Base::BeforeTheCourt, asItStands,
        R"({"language":"de"})", "2026-09-01", ""},
    {"Art 23(3): a letter to the provider in its language", "record-letter-out", "letter-language", Base::Assessment,
        asItStands, R"({"correspondent":"provider","drafted_letter":"E2-provider","declared":"fr"})", "2026-03-04",
        ""},
    {"Art 23(3): and not in another", "record-letter-out", "letter-language", Base::Assessment, asItStands,
        R"({"correspondent":"provider","drafted_letter":"E2-provider","letter_language":"en","declared":"fr"})",
        "2026-03-04", "", "warning.letter-language-not-declared"},
    {"what others are written in is theirs", "record-letter-out", "letter-language", Base::Assessment, asItStands,
        R"({"correspondent":"court","drafted_letter":"E2-court","letter_language":"en","declared":"fr"})",
        "2026-03-04", ""},
    {"of a paper nobody knows the language", "record-letter-out", "letter-language", Base::Assessment, asItStands,
        R"({"correspondent":"provider","document":"letter.pdf","declared":"fr"})", "2026-03-04", ""},
};

// clang-format on

} // namespace

std::span<const GuardSentence> paperRows()
{
    return kPaperRows;
}

} // namespace tutela::procedure

#include "core/services/order_document.h"

#include <gmock/gmock.h>

#include "core/documents/text_writer.h"
#include "core/services/order_view.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using ::testing::HasSubstr;

/// The orders of a sample register.
class OrderPapers : public SampleRegister {
protected:
    static CaseId withOrder(interfaces::Office& office)
    {
        for (const auto& row : office.worklist().page({.kind = CaseKind::Detection}).value().rows) {
            if (row.step == Step::OrderIssued)
                return row.caseId;
        }
        throw std::runtime_error("no order");
    }
};

TEST_F(OrderPapers, ArePrintedInEachOfFourLanguagesAndInNoOther)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = withOrder(*office);
    std::set<std::string> prints;
    for (const std::string_view language : interfaces::kLetterLanguages) {
        const auto pdf = office->cases().orderDocument(id, language);
        ASSERT_TRUE(pdf.ok()) << language << pdf.error().what.id;
        prints.insert(pdf.value());
    }
    EXPECT_EQ(prints.size(), 4U);
    EXPECT_EQ(office->cases().orderDocument(id, "").value(), office->cases().orderDocument(id, "en").value());
    const auto refused = office->cases().orderDocument(id, "pl");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().what.id, "order.language");
    EXPECT_EQ(refused.error().code, ErrorCode::BadInput);
}

TEST_F(OrderPapers, StandInTheLanguageThatTheProviderDeclared)
{
    const auto office = openAs(file, "coordinator");
    const CaseId id = withOrder(*office);
    EXPECT_EQ(office->cases().order(id).value().language, "en");
    const ProviderId provider = office->cases().open(id, {}).value().file.provider;
    const auto registrar = openAs(file, "registrar");
    for (const auto& row : registrar->providers().providers().value()) {
        auto details = row.details;
        details.language = "nl";
        details.validFrom = {};
        if (row.id == provider) {
            ASSERT_TRUE(registrar->providers().changeProvider(provider, details).ok());
        }
    }
    EXPECT_EQ(office->cases().order(id).value().language, "nl");
}

TEST_F(OrderPapers, CarryTheAddressesOfTheRegister)
{
    const CaseId id = withOrder(*openAs(file, "coordinator"));
    Register source(file, HeadCheck::Required);
    const auto loaded = source.loadCase(id);
    const auto order = orderView(source, loaded->file, source.today());
    const std::string text = documents::writeText(orderDocumentOf(source, *loaded, order, "de"), 100'000);
    EXPECT_THAT(text, HasSubstr("Anschrift der Anordnungsbehörde:\n    1 Example Square, Port Example"));
    EXPECT_THAT(text, HasSubstr("Zugang zu den Indikatoren:\n    indicators@eu-centre.example"));
    EXPECT_THAT(text, HasSubstr("orders@authority.example"));
    EXPECT_THAT(text, HasSubstr("Wer: Der Anbieter und betroffene Nutzer"));
    EXPECT_THAT(text, HasSubstr("Human review of every hit."));
}

} // namespace

} // namespace tutela::services

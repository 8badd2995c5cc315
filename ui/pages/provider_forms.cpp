#include "ui/pages/provider_forms.h"

#include <QComboBox>
#include <QLineEdit>

#include "ui/convert.h"
#include "ui/widgets/facts_dialog.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;
using interfaces::ProviderDetails;
using interfaces::ServiceDetails;

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("ProviderForms", text);
}

std::string typed(const QLineEdit* field)
{
    return toStd(field->text().trimmed());
}

template <class Id> Result<Done> asDone(const Result<Id>& result)
{
    return result ? Result<Done>(Done{}) : Result<Done>(result.error());
}

QLineEdit* addValidFrom(FactsDialog& form)
{
    return form.addDay(u"factValidFrom"_s, said("So since"), std::nullopt,
        said("Empty: today. What held before stays in the history."));
}

} // namespace

bool editProvider(
    interfaces::Office& office, const std::optional<interfaces::ProviderView>& known, QWidget* parent)
{
    const ProviderDetails before = known ? known->details : ProviderDetails{};
    FactsDialog form(known ? said("Change provider") : said("New provider"), {}, parent);
    auto* name = form.addLine(u"factName"_s, said("Name"), toQt(before.name));
    auto* seat = form.addLine(u"factEstablishment"_s, said("Main establishment"), toQt(before.establishment),
        said("Address of the seat in the Union, if there is one."));
    auto* state = form.addLine(u"factMemberState"_s, said("Member State"), toQt(before.memberState),
        said("Two letters. Its public holidays count for the provider’s dates."));
    auto* representative = form.addLine(u"factRepresentative"_s, said("Legal representative"),
        toQt(before.representative), said("In addition to the seat, or instead (Art 24)."));
    auto* representativeState = form.addLine(u"factRepresentativeState"_s,
        said("Member State of the representative"), toQt(before.representativeState),
        said("Two letters. It decides who is competent where there is no seat (Art 33)."));
    auto* contact =
        form.addLine(u"factContactPoint"_s, said("Contact point"), toQt(before.contactPoint), said("Art 23"));
    auto* language = form.addLine(u"factLanguage"_s, said("Language"), toQt(before.language),
        said("Two letters, of the contact point (Art 23(3))."));
    auto* from = addValidFrom(form);
    form.onSave([&]() -> Result<Done> {
        const auto since = FactsDialog::dayOf(from, office.clock().today());
        if (!since)
            return since.error();
        const ProviderDetails details{typed(name), typed(seat), typed(contact), typed(language),
            since.value(), toStd(state->text().trimmed().toUpper()), typed(representative),
            toStd(representativeState->text().trimmed().toUpper())};
        return known ? office.providers().changeProvider(known->id, details)
                     : asDone(office.providers().addProvider(details));
    });
    return form.exec() == QDialog::Accepted;
}

bool editService(interfaces::Office& office, const ProviderId& provider,
    const std::optional<interfaces::ServiceView>& known, QWidget* parent)
{
    const ServiceDetails before = known ? known->details : ServiceDetails{};
    FactsDialog form(known ? said("Change service") : said("New service"), {}, parent);
    auto* name = form.addLine(u"factName"_s, said("Name"), toQt(before.name));
    std::vector<std::pair<QString, int>> kinds;
    for (const auto& [kind, text] : Vocabulary<ServiceKind>::kTexts)
        kinds.emplace_back(term("service-kind", text), static_cast<int>(kind));
    auto* kind = form.addChoice(u"factKind"_s, said("Kind"), kinds, static_cast<int>(before.kind));
    auto* offered = form.addDay(u"factOfferedFrom"_s, said("Offered since"), before.offeredFrom,
        said("First day in the Union. It may lie before the regulation applies."));
    auto* until = form.addDay(u"factOfferedUntil"_s, said("Offered until"), before.offeredUntil,
        said("Last day in the Union. Empty while the service is offered."));
    std::vector<std::pair<QString, int>> classes{{said("Not assigned"), -1}};
    for (const auto& [value, text] : Vocabulary<RiskClass>::kTexts)
        classes.emplace_back(term("risk-class", text), static_cast<int>(value));
    auto* risk = form.addChoice(u"factRiskClass"_s, said("Risk class"), classes,
        before.riskClass ? static_cast<int>(*before.riskClass) : -1,
        said("As the authority assigned it. Only some legal texts have classes."));
    auto* from = addValidFrom(form);
    form.onSave([&]() -> Result<Done> {
        ServiceDetails details{
            typed(name), static_cast<ServiceKind>(kind->currentData().toInt()), std::nullopt};
        for (const auto& [field, day] : {std::pair(from, &details.validFrom),
                 std::pair(offered, &details.offeredFrom), std::pair(until, &details.offeredUntil)}) {
            const auto read = FactsDialog::dayOf(field, office.clock().today());
            if (!read)
                return read.error();
            *day = read.value();
        }
        if (risk->currentData().toInt() >= 0)
            details.riskClass = static_cast<RiskClass>(risk->currentData().toInt());
        return known ? office.providers().changeService(known->id, details)
                     : asDone(office.providers().addService(provider, details));
    });
    return form.exec() == QDialog::Accepted;
}

bool recordMeasures(interfaces::Office& office, const interfaces::ServiceView& service, QWidget* parent)
{
    FactsDialog form(said("Record measures in place"),
        said("For %1. Use this when the report only plans measures, was kept as a document, or when none are "
             "required because no risk was found.")
            .arg(toQt(service.details.name)),
        parent);
    auto* since = form.addDay(u"factSince"_s, said("In place since"), office.clock().today());
    auto* statement = form.addLine(u"factStatement"_s, said("Known from"), {},
        said("For example the letter or the visit from which this is known."));
    form.onSave([&]() -> Result<Done> {
        const auto day = FactsDialog::dayOf(since, office.clock().today());
        if (!day)
            return day.error();
        return office.duties().recordMeasures(
            service.id, day.value().value_or(office.clock().today()), typed(statement));
    });
    return form.exec() == QDialog::Accepted;
}

bool recordApplicationDate(interfaces::Office& office, QWidget* parent)
{
    const auto date = office.duties().applicationDate();
    FactsDialog form(said("Record the date of application"),
        date && date.value().inForce
            ? QString()
            : said("The legal text is a proposal and not in force. The day recorded here is an assumption of "
                   "this authority; every date that rests on it says so."),
        parent);
    auto* day =
        form.addDay(u"factApplication"_s, said("Applies from"), date ? date.value().day : std::nullopt);
    auto* basis =
        form.addLine(u"factBasis"_s, said("Basis"), {}, said("The legal act, or why this day is assumed."));
    form.onSave([&]() -> Result<Done> {
        const auto read = FactsDialog::dayOf(day, office.clock().today());
        if (!read)
            return read.error();
        if (!read.value())
            return Error{.code = ErrorCode::BadInput,
                .what = {"ui.facts.day", {{"field", toStd(day->accessibleName())}}}};
        return office.duties().recordApplicationDate(*read.value(), typed(basis));
    });
    return form.exec() == QDialog::Accepted;
}

} // namespace tutela::ui

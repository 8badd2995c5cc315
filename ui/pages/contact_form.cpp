#include "ui/pages/contact_form.h"

#include <QCoreApplication>
#include <QLineEdit>

#include "ui/convert.h"
#include "ui/widgets/facts_dialog.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

bool editContacts(interfaces::Office& office, QWidget* parent)
{
    const auto known = office.contacts().contacts();
    if (!known || !known.value().mayChange)
        return false;
    const auto& view = known.value();
    QString explanation = QCoreApplication::translate("ContactForm",
        "As letters and orders print it from now on. What was sent and what was decided keeps what it says.");
    if (view.changedAt)
        explanation +=
            u" "_s + ui::text({"contacts.changed", {{"by", view.changedBy}, {"at", *view.changedAt}}});
    FactsDialog form(
        QCoreApplication::translate("ContactForm", "Addresses of the offices"), explanation, parent);

    struct Row {
        const char* name;
        const char* label;
        std::string OfficeContacts::*member;
        QLineEdit* edit = nullptr;
    };

    Row rows[] = {{"contactAuthority", "contacts.authority", &OfficeContacts::authority},
        {"contactCourt", "contacts.court-name", &OfficeContacts::court},
        {"contactCourtAddress", "contacts.court-address", &OfficeContacts::courtAddress},
        {"contactEuCentre", "contacts.eu-centre", &OfficeContacts::euCentre},
        {"contactDpa", "contacts.dpa", &OfficeContacts::dpa}};
    for (Row& row : rows)
        row.edit = form.addLine(
            QString::fromLatin1(row.name), term(Term{row.label}), toQt(view.contacts.*row.member));
    form.onSave([&]() -> Result<Done> {
        OfficeContacts contacts = view.contacts;
        for (const Row& row : rows)
            contacts.*row.member = toStd(row.edit->text().trimmed());
        return office.contacts().changeContacts(contacts);
    });
    return form.exec() == QDialog::Accepted;
}

} // namespace tutela::ui

#include "ui/acts/order_choices.h"

#include "core/domain/case_file.h"
#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

ChoiceItem orderItem(const std::string& id, const QString& what, Day day)
{
    return {id, toQt(id) + u" · "_s + what + u" · "_s + dateText(day)};
}

} // namespace

std::vector<ChoiceItem> orderItemsFor(const std::string& field, const interfaces::CaseView* view)
{
    std::vector<ChoiceItem> items;
    if (view == nullptr || !view->file.order)
        return items;
    const DetectionOrder& order = *view->file.order;
    if (field == "challenge") {
        for (const Challenge& one : order.challenges) {
            if (!one.outcome)
                items.push_back(orderItem(one.id, term("challenger", toText(one.challenger)), one.lodgedOn));
        }
    } else if (field == "suspension") {
        for (const Suspension& one : order.suspensions) {
            if (!one.liftedOn)
                items.push_back(orderItem(one.id, toQt(one.challenge), one.from));
        }
    } else if (field == "notice") {
        for (const NonExecutionNotice& one : order.notices) {
            if (!one.answeredOn)
                items.push_back(orderItem(one.id, term("non_execution", toText(one.ground)), one.receivedOn));
        }
    } else if (field == "authority_served") {
        for (const OrderCopy& one : order.copyList) {
            if (!one.receivedOn)
                items.push_back({one.authority, toQt(one.authority) + u" · "_s + dateText(one.sentOn)});
        }
    }
    return items;
}

} // namespace tutela::ui

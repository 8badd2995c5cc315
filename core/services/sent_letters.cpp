#include "core/services/sent_letters.h"

#include <fmt/format.h>

#include "core/procedure/act_data.h"
#include "core/procedure/act_definition.h"
#include "core/services/attached_files.h"
#include "core/services/letters.h"

namespace tutela::services {

Result<interfaces::ActRequest> withDraftedLetter(Register& source, const interfaces::ActRequest& request)
{
    const procedure::ActDefinition* act = source.acts().find(request.act);
    if (act == nullptr || act->effect != procedure::Effect::RecordLetterOut || !request.caseId)
        return request;
    const std::string letter(request.data.text("drafted_letter"));
    // What is wrong with the rest is said before anything is printed.
    if (letter.empty() || !procedure::checkShape(*act, request.data, namesOf(request.attachments)).empty())
        return request;
    const std::string language(request.data.text("letter_language"));
    auto pdf = letterAsSent(source, *request.caseId, letter, language,
        parseDay(request.data.text("sent_on")).value_or(source.today()));
    if (!pdf)
        return pdf.error();
    interfaces::ActRequest printed = request;
    if (request.data.find("document") == nullptr) {
        const std::string name = fmt::format("{}-{}.pdf", request.caseId->text(), letter);
        printed.attachments.push_back({name, std::move(pdf).value()});
        printed.data.set("document", name);
    }
    return printed;
}

} // namespace tutela::services

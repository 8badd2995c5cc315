#include "core/services/signed_order.h"

#include <algorithm>

#include "core/documents/document_template.h"
#include "core/documents/pdf_writer.h"
#include "core/interfaces/letter_desk.h"
#include "core/services/attached_files.h"
#include "core/services/order_document.h"
#include "core/services/order_view.h"

namespace tutela::services {

namespace {

using procedure::SignedFileCheck;

/// An electronic signature is added behind the bytes that are signed (ISO 32000-1, 7.5.6).
SignedFileCheck besideExports(Register& source, Register::LoadedCase loaded, const std::string& bytes)
{
    loaded.file.order->signedFile.reset(); // what was exported before any signed file was there
    for (const std::string_view language : interfaces::kLetterLanguages) {
        if (!documents::DocumentTemplate::exists("detection-order", language))
            continue;
        const auto order = orderView(source, loaded.file, source.today());
        const std::string own = documents::writePdf(orderDocumentOf(source, loaded, order, language));
        if (bytes == own)
            return SignedFileCheck::OwnExport;
        if (bytes.starts_with(own))
            return SignedFileCheck::Preserved;
    }
    return SignedFileCheck::Different;
}

} // namespace

std::optional<SignedFileCheck> checkSignedOrder(Register& source, const interfaces::ActRequest& request)
{
    const procedure::ActDefinition* act = source.acts().find(request.act);
    if (act == nullptr || act->effect != procedure::Effect::AttachSignedOrder || !request.caseId)
        return std::nullopt;
    const auto file = std::ranges::find(
        request.attachments, request.data.text("signed_file"), &interfaces::AttachedFile::name);
    if (file == request.attachments.end())
        return std::nullopt;
    if (acceptedMediaType(file->bytes) != "application/pdf")
        return SignedFileCheck::NotPdf;
    auto loaded = source.loadCase(*request.caseId);
    if (!loaded || !loaded->file.order || loaded->file.order->decision == CourtDecision::Refused)
        return SignedFileCheck::Different;
    return besideExports(source, std::move(*loaded), file->bytes);
}

interfaces::SignedFileView signedFileOf(Register& source, const SignedOrder& signedOrder)
{
    interfaces::SignedFileView view{signedOrder.document, {}, {}, signedOrder.preserved};
    if (const auto stored = source.vault.document(signedOrder.document)) {
        view.name = stored->name;
        view.sha256 = toHex(stored->sha256);
    }
    return view;
}

} // namespace tutela::services

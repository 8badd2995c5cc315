#include "core/services/attached_files.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/filings/read_filing.h"

namespace tutela::services {

namespace {

constexpr std::size_t kMaxAttachment = 100u << 20;

} // namespace

std::vector<std::string> namesOf(const std::vector<interfaces::AttachedFile>& files)
{
    std::vector<std::string> names;
    names.reserve(files.size());
    for (const auto& file : files)
        names.push_back(file.name);
    return names;
}

Result<Done> checkAttachments(const std::vector<interfaces::AttachedFile>& files)
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto bad = [&](const char* id) {
            return Error{
                .code = ErrorCode::BadInput, .what = {id, {{"file", files[i].name}}}, .where = files[i].name};
        };
        if (files[i].name.empty() || files[i].name.size() > 180 || !isUtf8(files[i].name))
            return bad("attachment.name");
        if (files[i].bytes.empty())
            return bad("attachment.empty");
        if (files[i].bytes.size() > kMaxAttachment)
            return bad("attachment.too-large");
        if (!acceptedMediaType(files[i].bytes))
            return bad("attachment.not-accepted");
        for (std::size_t j = 0; j < i; ++j) {
            if (files[j].name == files[i].name)
                return bad("attachment.twice");
        }
    }
    return Done{};
}

std::optional<std::string> acceptedMediaType(std::string_view bytes)
{
    if (bytes.starts_with("%PDF-"))
        return "application/pdf";
    const bool text = isUtf8(bytes) && std::ranges::none_of(bytes, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    });
    if (!text)
        return std::nullopt;
    const auto first = bytes.find_first_not_of(" \t\r\n");
    const bool json = first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
    return json ? "application/json" : "text/plain";
}

std::vector<procedure::ReadAttachment> readAttachments(
    const procedure::ActDefinition* act, const std::vector<interfaces::AttachedFile>& files)
{
    std::vector<procedure::ReadAttachment> read;
    const bool takesFilings = act != nullptr
        && (act->effect == procedure::Effect::FileReport || act->effect == procedure::Effect::RecordPlan
            || act->effect == procedure::Effect::RecordImpactAssessment
            || act->effect == procedure::Effect::RecordFurtherReport);
    if (!takesFilings)
        return read;
    for (const auto& file : files) {
        if (acceptedMediaType(file.bytes) != "application/json")
            continue;
        auto filing = filings::readFiling(file.bytes);
        read.push_back({file.name, filing ? std::optional(std::move(filing).value()) : std::nullopt});
    }
    return read;
}

} // namespace tutela::services

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/interfaces/case_desk.h"

namespace tutela::interfaces {

/// Which form a draft was typed into.
struct DraftKey {
    std::optional<CaseId> caseId; ///< none for an act that opens a case
    std::string act;
};

/// What a person typed into the form of an act and has not recorded yet.
struct ActDraft {
    Json data;
    std::vector<AttachedFile> files;
    bool filesLeftOut = false; ///< the files were too large to be kept with the draft
};

struct KeptDraft {
    ActDraft draft;
    Instant keptAt{};
};

struct DraftRow {
    DraftKey key;
    Instant keptAt{};
};

/// Files of a draft beyond this size are left out of it.
inline constexpr std::int64_t kMaxDraftFileBytes = std::int64_t{8} << 20;

/// What the person signed in keeps in this register for themselves: drafts, which nobody else can read, and
/// how their lists look. Nothing of it belongs to a case or to the register log.
class OwnDesk {
public:
    virtual ~OwnDesk() = default;

    /// Keeps the draft in place of the earlier one. Errors: SignIn, BadInput when the text is too long,
    /// Storage, Busy.
    [[nodiscard]] virtual Result<Done> keepDraft(const DraftKey& key, const ActDraft& draft) = 0;

    [[nodiscard]] virtual Result<std::optional<KeptDraft>> draft(const DraftKey& key) = 0;
    [[nodiscard]] virtual Result<Done> discardDraft(const DraftKey& key) = 0;

    /// The drafts of the person, newest first.
    [[nodiscard]] virtual Result<std::vector<DraftRow>> drafts() = 0;

    /// How a list looks, in the words of the screen that shows it.
    [[nodiscard]] virtual Result<Done> keepLayout(std::string_view list, const Json& layout) = 0;
    [[nodiscard]] virtual Result<std::optional<Json>> layout(std::string_view list) = 0;
};

} // namespace tutela::interfaces

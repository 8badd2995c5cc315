#pragma once

#include "core/interfaces/own_desk.h"
#include "tests/unit/cli/fake_office.h"

namespace tutela::cli {

/// Answers with the one draft of the state.
class FakeOwn final : public interfaces::OwnDesk {
public:
    explicit FakeOwn(FakeState& state)
        : m_state(state)
    {
    }

    Result<Done> keepDraft(const interfaces::DraftKey&, const interfaces::ActDraft&) override
    {
        return Done{};
    }

    Result<std::optional<interfaces::KeptDraft>> draft(const interfaces::DraftKey&) override
    {
        return m_state.draft ? std::optional(m_state.draft->second) : std::nullopt;
    }

    Result<Done> discardDraft(const interfaces::DraftKey& key) override
    {
        m_state.discarded = key.act;
        return Done{};
    }

    Result<std::vector<interfaces::DraftRow>> drafts() override
    {
        std::vector<interfaces::DraftRow> rows;
        if (m_state.draft)
            rows.push_back({m_state.draft->first, m_state.draft->second.keptAt});
        return rows;
    }

    Result<Done> keepLayout(std::string_view, const Json&) override { return Done{}; }

    Result<std::optional<Json>> layout(std::string_view) override { return std::optional<Json>(); }

private:
    FakeState& m_state;
};

} // namespace tutela::cli

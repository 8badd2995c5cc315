#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tutela::documents {

/// Where marked content of a structure element stands.
struct TagMark {
    int page; ///< from 0
    int content; ///< the marked-content id on that page
};

/// One structure element of a tagged PDF (ISO 32000-1, 14.7). Children are the later nodes that name it as
/// parent.
struct TagNode {
    std::string role; ///< "P", "LI", "TD", …
    std::size_t parent;
    std::vector<TagMark> marks = {};
};

/// The logical structure of a document; node 0 is the whole document.
struct TagTree {
    std::vector<TagNode> nodes = {{"Document", 0}};
    std::vector<TagMark> artifacts = {}; ///< rules, running headers and footers

    std::size_t add(std::string role, std::size_t parent)
    {
        nodes.push_back({std::move(role), parent});
        return nodes.size() - 1;
    }
};

} // namespace tutela::documents

#pragma once

#include <string>

namespace tutela {

/// How the offices are reached, for the papers; what is empty is left open there to be filled in by hand.
struct OfficeContacts {
    std::string authority; ///< contact of the authority for questions about an order (Annex I, section 6)
    std::string court; ///< name of the issuing authority
    std::string courtAddress;
    std::string euCentre; ///< contact for access to the indicators (Annex I, section 4)
    std::string dpa = {}; ///< address of the data-protection authority

    friend bool operator==(const OfficeContacts&, const OfficeContacts&) = default;
};

} // namespace tutela

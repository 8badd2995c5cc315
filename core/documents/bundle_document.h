#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/documents/document_template.h"

namespace tutela::documents {

/// A file of the bundle: its text, its pages to be appended, or only its name.
struct BundleFile {
    std::string name;
    std::string mediaType;
    std::int64_t size = 0; ///< in bytes
    std::string sha256;
    std::vector<Block> blocks; ///< what it says, for a file that is text
    std::string pdf; ///< its bytes, for a PDF that is appended
    std::string apart; ///< why it is neither; empty otherwise
};

/// One document of the bundle: an act of the file with its texts and files.
struct BundleItem {
    std::string title;
    Day on = {};
    std::string by; ///< name and role
    std::vector<Field> fields;
    std::vector<BundleFile> files;
};

/// What was left out of the bundle, or not given to the provider in full, and why.
struct BundleOmission {
    std::string what;
    std::optional<Day> on;
    std::string why;
};

/// The file as it was frozen for the court (Art 7(3), third subparagraph).
struct BundleFacts {
    std::string authority;
    std::string court;
    std::string provider;
    std::string service;
    std::string reference; ///< file number
    Day filedOn = {};
    std::string hash; ///< SHA-256 of the frozen bundle
    Instant created = {}; ///< of the filing, for the properties of the file
    std::string legalBasis; ///< the regulation in force; empty: none recorded
    std::vector<BundleItem> items; ///< the request first
    std::vector<BundleOmission> leftOut;
    std::vector<BundleOmission> withheld; ///< what the provider has not, or not in full
};

/// The bundle as one PDF: contents with page numbers, every item with its texts, the schedule of what is left
/// out, then the PDFs of others on numbered pages; one that cannot be read is named only. The same facts give
/// the same bytes. Throws PdfFailure as writePdf does.
[[nodiscard]] std::string bundlePdf(const BundleFacts& given, const DocumentTemplate& form);

/// Its own pages as a document, without page numbers in the contents, for a writer of text.
[[nodiscard]] Document bundleDocument(const BundleFacts& facts, const DocumentTemplate& form);

} // namespace tutela::documents

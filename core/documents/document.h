#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/base/day.h"

namespace tutela::documents {

/// A heading; level 1 is a section, 2 and 3 lie below it. The title of the document stands above level 1.
struct Heading {
    int level;
    std::string text;

    friend bool operator==(const Heading&, const Heading&) = default;
};

/// How a paragraph is set off from the running text.
enum class Emphasis {
    None, ///< running text
    Notice, ///< framed, for what a reader must not miss
    Small, ///< a remark
};

/// Running text. A line feed begins a new line.
struct Paragraph {
    std::string text;
    Emphasis emphasis = Emphasis::None;

    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// A label and what stands beside it. An empty value is shown as `PageWords::nothingStated`.
struct Field {
    std::string label;
    std::string value;

    friend bool operator==(const Field&, const Field&) = default;
};

/// Whether a group may be divided between two pages.
enum class Keep { Flowing, Together };

/// Labelled fields, one below the other.
struct FieldGroup {
    std::vector<Field> fields;
    Keep keep = Keep::Flowing;

    friend bool operator==(const FieldGroup&, const FieldGroup&) = default;
};

enum class Tick { Ticked, Unticked };

struct TickBox {
    Tick tick;
    std::string text;

    friend bool operator==(const TickBox&, const TickBox&) = default;
};

/// Boxes under one question; all are shown, so that a reader sees what was not chosen.
struct TickList {
    std::string question;
    std::vector<TickBox> boxes;

    friend bool operator==(const TickList&, const TickList&) = default;
};

/// Rows under column headings. A row with fewer cells than headings has empty cells at its end, surplus cells
/// are shown in an own last column.
struct Table {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;

    friend bool operator==(const Table&, const Table&) = default;
};

/// Paragraphs numbered from `first`.
struct NumberedList {
    int first = 1;
    std::vector<std::string> items;

    friend bool operator==(const NumberedList&, const NumberedList&) = default;
};

/// A passage taken over from somebody else; `source` names where it stands, or is empty.
struct Quotation {
    std::string text;
    std::string source;

    friend bool operator==(const Quotation&, const Quotation&) = default;
};

struct PageBreak {
    friend bool operator==(const PageBreak&, const PageBreak&) = default;
};

using Block =
    std::variant<Heading, Paragraph, FieldGroup, TickList, Table, NumberedList, Quotation, PageBreak>;

/// The few words that a writer adds by itself, in the language of the document.
struct PageWords {
    std::string page; ///< "Page {page} of {pages}"
    std::string reference; ///< the label before the reference
    std::string fingerprint; ///< the label before the fingerprint
    std::string nothingStated; ///< shown where a value is empty

    friend bool operator==(const PageWords&, const PageWords&) = default;
};

/// An order or a letter before it takes the form of bytes. All text is plain UTF-8, never markup; foreign
/// text may be put in as it came, the writers make invalid bytes and invisible controls visible.
struct Document {
    std::string title;
    std::string subtitle; ///< one line below the title, may be empty
    std::string language; ///< BCP 47, "en"
    std::string author; ///< the issuing institution, above the title and in the properties of the file
    Instant created = {}; ///< the instant in the properties of the file; never the present
    std::string reference; ///< on each page
    std::string fingerprint; ///< on each page
    std::vector<std::string> footers; ///< on each page, one line or more each
    PageWords words;
    std::vector<Block> blocks;

    friend bool operator==(const Document&, const Document&) = default;
};

} // namespace tutela::documents

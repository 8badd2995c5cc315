#include <fstream>

#include <gmock/gmock.h>

#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

using Doctor = SampleRegister;
using ::testing::HasSubstr;

TEST_F(Doctor, FindsASoundRegisterSound)
{
    EXPECT_EQ(diagnosis(*open(file)), "ok");
}

/// One damage done behind the program's back, and what doctor must name.
struct Damage {
    const char* what;
    const char* sql;
    const char* named;
};

void PrintTo(const Damage& damage, std::ostream* out)
{
    *out << damage.what;
}

class DoctorNames : public SampleRegister, public ::testing::WithParamInterface<Damage> { };

TEST_P(DoctorNames, TheDamage)
{
    store::Engine(file, store::OpenMode::Existing).script(GetParam().sql);
    const auto office = openOffice(file, HeadCheck::Skipped);
    const std::string found = office.ok() ? diagnosis(*office.value()) : office.error().what.id;
    EXPECT_THAT(found, HasSubstr(GetParam().named));
}

INSTANTIATE_TEST_SUITE_P(Each, DoctorNames,
    ::testing::Values(Damage{"a body",
                          "DROP TRIGGER body_kept_update;"
                          "UPDATE body SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"v\":1', '\"v\":01') "
                          "AS BLOB) WHERE seq = 9",
                          "E_LOG body/9"},
        Damage{"a fact of a body that stays readable",
            "DROP TRIGGER body_kept_update; UPDATE body SET bytes ="
            " CAST(replace(CAST(bytes AS TEXT), '\"P2W\"', '\"P9W\"') AS BLOB) WHERE seq ="
            " (SELECT min(seq) FROM body WHERE CAST(bytes AS TEXT) LIKE '%\"P2W\"%')",
            "E_LOG body/"},
        Damage{"a leaf", "DROP TRIGGER body_kept_update; UPDATE body SET leaf = zeroblob(32) WHERE seq = 9",
            "E_LOG"},
        Damage{"a node",
            "DROP TRIGGER node_kept_update; UPDATE node SET hash = zeroblob(32) WHERE level = 1 AND idx = 2",
            "E_LOG"},
        Damage{"the last entry gone",
            "DROP TRIGGER body_kept_delete; PRAGMA foreign_keys=OFF; DELETE FROM body WHERE seq = (SELECT "
            "max(seq) FROM body)",
            "E_LOG"},
        Damage{"an entry in the middle gone",
            "DROP TRIGGER body_kept_delete; PRAGMA foreign_keys=OFF; DELETE FROM body WHERE seq = 12",
            "E_LOG"},
        Damage{"the last checkpoint",
            "DROP TRIGGER checkpoint_kept_update; UPDATE checkpoint SET note = replace(note, 'tutela', "
            "'tutelo')"
            " WHERE size = (SELECT max(size) FROM checkpoint)",
            "E_HEAD head"},
        Damage{"an early checkpoint",
            "DROP TRIGGER checkpoint_kept_update; UPDATE checkpoint SET note = replace(note, 'tutela', "
            "'tutelo')"
            " WHERE size = (SELECT min(size) FROM checkpoint)",
            "E_LOG"},
        Damage{"a text",
            "UPDATE content SET bytes = CAST(CAST(bytes AS TEXT) || ' ' AS BLOB) WHERE seq = (SELECT "
            "max(seq) FROM content)",
            "E_CONTENT content/"},
        Damage{"a salt", "UPDATE content SET salt = zeroblob(16) WHERE seq = (SELECT max(seq) FROM content)",
            "E_CONTENT content/"},
        Damage{"a text for an entry that had none",
            "INSERT INTO content (seq, alg, salt, bytes) SELECT min(seq), 0, zeroblob(16), x'7b7d' FROM body"
            " WHERE seq NOT IN (SELECT seq FROM content)",
            "E_CONTENT content/"},
        Damage{"a byte of a document",
            "UPDATE chunk SET bytes = CAST('#' || substr(CAST(bytes AS TEXT), 2) AS BLOB) WHERE rowid = "
            "(SELECT min(rowid) FROM chunk)",
            "E_DOCUMENT document/DOC-"},
        Damage{"a text gone with its row", "DELETE FROM content WHERE seq = (SELECT max(seq) FROM content)",
            "E_CONTENT_MISSING content/"},
        Damage{"a text gone from its row",
            "UPDATE content SET bytes = NULL, salt = NULL WHERE seq = (SELECT max(seq) FROM content)",
            "E_CONTENT_MISSING content/"},
        Damage{"a piece of a document gone", "DELETE FROM chunk WHERE rowid = (SELECT min(rowid) FROM chunk)",
            "E_DOCUMENT_MISSING chunk/DOC-"},
        Damage{"a document put in beside",
            "INSERT INTO document SELECT 'DOC-999999', seq, name, media_type, size, sha256, alg, salt"
            " FROM document WHERE id = (SELECT min(id) FROM document)",
            "E_DOCUMENT document/DOC-999999"},
        Damage{"a document gone",
            "DELETE FROM chunk WHERE document = (SELECT min(id) FROM document);"
            "DELETE FROM document WHERE id = (SELECT min(id) FROM document)",
            "E_DOCUMENT_MISSING document/DOC-"},
        Damage{"a setting", "UPDATE setting SET value = 'Another Court' WHERE name = 'court'",
            "E_LOCAL setting/court"},
        Damage{"a setting put in", "INSERT INTO setting (name, value) VALUES ('policy', 'open')",
            "E_LOCAL setting/policy"},
        Damage{"a seal taken off", "UPDATE setting SET seal = NULL WHERE name = 'authority'",
            "E_LOCAL setting/authority"},
        Damage{"a first password that need not be changed",
            "UPDATE credential SET must_change = 1 - must_change WHERE person = 'U-0003'",
            "E_LOCAL credential/U-0003"},
        Damage{"a weaker password recipe",
            "UPDATE credential SET recipe = replace(recipe, '8388608', '8388609') WHERE person = 'U-0003'",
            "E_LOCAL credential/U-0003"},
        Damage{"the credential of another person",
            "UPDATE credential SET (recipe, wrapped_seed, sealed_log_key, seal) ="
            " (SELECT recipe, wrapped_seed, sealed_log_key, seal FROM credential WHERE person = 'U-0004')"
            " WHERE person = 'U-0003'",
            "E_LOCAL credential/U-0003"},
        Damage{"a credential gone", "DELETE FROM credential WHERE person = 'U-0003'",
            "E_LOCAL credential/U-0003"},
        Damage{"wrong passwords that nobody counted",
            "UPDATE lockout SET failures = 3 WHERE person = 'U-0003'", "E_LOCAL lockout/U-0003"},
        Damage{"a lock that nobody set",
            "UPDATE lockout SET locked_until = '2099-01-01T00:00:00.000000Z' WHERE person = 'U-0003'",
            "E_LOCAL lockout/U-0003"},
        Damage{"a count of wrong passwords gone", "DELETE FROM lockout WHERE person = 'U-0003'",
            "E_LOCAL lockout/U-0003"},
        Damage{"a date in a list",
            "UPDATE work SET due = '2020-01-01' WHERE case_id = (SELECT min(case_id) FROM work)",
            "E_PROJECTION work"},
        Damage{"a case gone from a list", "DELETE FROM work WHERE case_id = (SELECT max(case_id) FROM work)",
            "E_PROJECTION work"},
        Damage{"a role nobody granted",
            "INSERT INTO role_grant (person, role, granted_by, confirmed) VALUES ('U-0003', 'judge', "
            "'U-0001', 1)",
            "E_PROJECTION role_grant"},
        Damage{"another key for a person", "UPDATE person_row SET signing = box WHERE person = 'U-0003'",
            "E_PROJECTION person_row"},
        Damage{"a text opened to another institution",
            "UPDATE search SET audience = audience || ' xauddpa' WHERE rowid = (SELECT min(rowid) FROM "
            "search)",
            "E_PROJECTION search"}));

void overwrite(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
}

std::string refusalOf(const std::filesystem::path& file)
{
    const auto office = openOffice(file, HeadCheck::Required);
    return office.ok() ? "opened" : office.error().what.id;
}

TEST_F(Doctor, AnOlderCopyBesideANewerHeadIsRefused)
{
    overwrite(file, folder.file("older"));
    {
        const auto office = openAs(file, "coordinator");
        ASSERT_TRUE(office->cases().perform(asking(underReview(*office))).ok());
    }
    overwrite(folder.file("older"), file);
    EXPECT_EQ(refusalOf(file), "head.truncated");
    EXPECT_EQ(openOffice(file, HeadCheck::Required).error().code, ErrorCode::Integrity);
    EXPECT_THAT(diagnosis(*open(file, HeadCheck::Skipped)), HasSubstr("E_HEAD head"));
}

TEST_F(Doctor, AnotherHistoryBesideTheHeadIsRefused)
{
    const auto other = folder.file("other");
    copyTo(other);
    const auto act = [](const std::filesystem::path& path, const char* period) {
        const auto office = openAs(path, "coordinator");
        ASSERT_TRUE(office->cases().perform(asking(underReview(*office), period)).ok());
    };
    act(file, "P1W");
    act(other, "P2W");
    overwrite(other, file);
    EXPECT_EQ(refusalOf(file), "head.forked");
    act(other, "P1D");
    overwrite(other, file);
    EXPECT_EQ(refusalOf(file), "head.forked") << "also when it has gone further";
}

TEST_F(Doctor, ADamagedHeadIsRefusedAndAMissingOneIsSaid)
{
    const auto head = store::headPath(file);
    std::ofstream(head, std::ios::app) << "x";
    EXPECT_NE(refusalOf(file), "opened");
    std::ofstream(head, std::ios::trunc) << "";
    EXPECT_NE(refusalOf(file), "opened");
    std::filesystem::remove(head);
    ASSERT_EQ(refusalOf(file), "opened");
    EXPECT_TRUE(open(file)->signIn().registerFacts().openedWithoutHead);
}

} // namespace

} // namespace tutela::services

#ifndef TUTELA_TESTS_BENCH_LIMIT_H
#define TUTELA_TESTS_BENCH_LIMIT_H

/* The least that any program has to do on the same tables: plain C on sqlite3, the same pragmas and
 * durability. Every function ends the program with a message when SQLite or the disk fails. */

#ifdef __cplusplus
extern "C" {
#endif

struct sqlite3;
struct sqlite3_stmt;

/* One connection with its kept statements. */
struct limit;

enum limit_page_kind {
    LIMIT_PAGE_BY_DUE, /* all open assessments that wait for the authority, by next date */
    LIMIT_PAGE_BY_PROVIDER, /* the same by name of the provider */
    LIMIT_PAGE_RARE /* open detection files before the court, by next date */
};

struct limit* limit_open(const char* file);
void limit_close(struct limit* self);
struct sqlite3* limit_database(struct limit* self);

/* Reads 51 rows with the names that a page shows; the number of rows. */
int limit_page(struct limit* self, enum limit_page_kind kind);

/* Reads the bodies of a stream by its index and nothing else; the number of bytes. */
long limit_read_bodies(struct limit* self, const char* stream);

/* Reads every body and inner node once and hashes each; the number of bytes hashed. */
long limit_hash_log(struct limit* self);

/* Copies the rows of `source` into the empty register of this connection, `entries` in one commit, with a
 * head file after each; the number of entries. */
long limit_copy(struct limit* self, const char* source, const char* head, int entries);

/* The rows of the last entry of a stream, to be written once more as the next entry. */
struct limit_act;
struct limit_act* limit_prepare_act(struct limit* self, const char* stream);
void limit_free_act(struct limit_act* act);

/* Writes it as one commit: the bodies of the case read, body, inner nodes, content, checkpoint, last instant,
 * list row, search row; then the head file: written beside, synced, renamed, its folder synced. */
void limit_record_act(struct limit* self, struct limit_act* act, const char* head);

/* Replaces a file durably. */
void limit_replace_file(const char* path, const char* text, int length);

/* Prepares a statement or ends the program. */
struct sqlite3_stmt* limit_statement(struct limit* self, const char* sql);
void limit_run(struct limit* self, const char* sql);
void limit_fail(struct limit* self, const char* what);

#ifdef __cplusplus
}
#endif

#endif

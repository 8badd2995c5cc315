#define OPENSSL_API_COMPAT 0x10100000L
#define _GNU_SOURCE

#include "tests/bench/limit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <openssl/sha.h>
#include <sqlite3.h>

enum { PAGES = 3 };

struct limit {
    sqlite3* database;
    sqlite3_stmt* pages[PAGES];
    sqlite3_stmt* bodies;
};

void limit_fail(struct limit* self, const char* what)
{
    fprintf(stderr, "limit: %s: %s\n", what, self != NULL ? sqlite3_errmsg(self->database) : "failed");
    exit(1);
}

sqlite3_stmt* limit_statement(struct limit* self, const char* sql)
{
    sqlite3_stmt* statement = NULL;
    if (sqlite3_prepare_v3(self->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        limit_fail(self, sql);
    return statement;
}

void limit_run(struct limit* self, const char* sql)
{
    if (sqlite3_exec(self->database, sql, NULL, NULL, NULL) != SQLITE_OK)
        limit_fail(self, sql);
}

struct limit* limit_open(const char* file)
{
    struct limit* self = calloc(1, sizeof *self);
    if (self == NULL || sqlite3_open(file, &self->database) != SQLITE_OK)
        limit_fail(self, file);
    limit_run(self,
        "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON;"
        "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
        "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32768;");
    return self;
}

void limit_close(struct limit* self)
{
    for (int i = 0; i < PAGES; ++i)
        sqlite3_finalize(self->pages[i]);
    sqlite3_finalize(self->bodies);
    sqlite3_close(self->database);
    free(self);
}

sqlite3* limit_database(struct limit* self)
{
    return self->database;
}

#define PAGE(INDEX, FILTER, ORDER)                                                                           \
    "SELECT w.case_id, w.kind, w.step, w.provider, w.service, w.services, w.waiting_for, w.due, w.clock_id," \
    " w.clock_open, w.confirmed, w.rank, w.responsible, w.provider_name, s.name, r.name FROM ("              \
    "SELECT w.audience, w.rank, w.due, w.case_id FROM work w INDEXED BY " INDEX                              \
    " WHERE w.audience = 'authority' AND (w.rank > 1) = 0" FILTER " ORDER BY " ORDER " LIMIT 51) k"          \
    " CROSS JOIN work w ON w.audience = k.audience AND w.rank = k.rank AND w.due = k.due"                    \
    " AND w.case_id = k.case_id LEFT JOIN service_row s ON s.service = w.service"                            \
    " LEFT JOIN person_row r ON r.person = w.responsible ORDER BY " ORDER

#define BY_DUE "w.rank, w.due, w.case_id"
#define BY_PROVIDER "w.provider_name, w.provider, " BY_DUE
#define ASSESSMENTS_TO_DO " AND w.kind = 'assessment' AND w.waiting_for = 'authority'"
#define BEFORE_THE_COURT " AND w.kind = 'detection' AND w.step = 'before-the-court'"

static const char* const page_statements[PAGES] = {
    PAGE("work_by_waiting", ASSESSMENTS_TO_DO, BY_DUE),
    PAGE("work_by_provider", ASSESSMENTS_TO_DO, BY_PROVIDER),
    PAGE("work_by_step", BEFORE_THE_COURT, BY_DUE),
};

int limit_page(struct limit* self, enum limit_page_kind kind)
{
    if (self->pages[kind] == NULL)
        self->pages[kind] = limit_statement(self, page_statements[kind]);
    sqlite3_stmt* statement = self->pages[kind];
    int rows = 0;
    long length = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int column = 0; column < 16; ++column) {
            if (sqlite3_column_text(statement, column) != NULL)
                length += sqlite3_column_bytes(statement, column);
        }
        ++rows;
    }
    sqlite3_reset(statement);
    return length >= 0 ? rows : -1;
}

long limit_read_bodies(struct limit* self, const char* stream)
{
    if (self->bodies == NULL)
        self->bodies = limit_statement(self, "SELECT bytes FROM body WHERE stream = ?1 ORDER BY stream_seq");
    sqlite3_bind_text(self->bodies, 1, stream, -1, SQLITE_STATIC);
    long length = 0;
    while (sqlite3_step(self->bodies) == SQLITE_ROW) {
        if (sqlite3_column_blob(self->bodies, 0) != NULL)
            length += sqlite3_column_bytes(self->bodies, 0);
    }
    sqlite3_reset(self->bodies);
    return length;
}

static long hash_rows(struct limit* self, const char* sql, int extra)
{
    static const unsigned char prefix[33] = {0};
    sqlite3_stmt* statement = limit_statement(self, sql);
    unsigned char digest[32];
    long length = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        SHA256_CTX context;
        const void* bytes = sqlite3_column_blob(statement, 0);
        const int size = sqlite3_column_bytes(statement, 0);
        SHA256_Init(&context);
        SHA256_Update(&context, prefix, (size_t)extra);
        SHA256_Update(&context, bytes, (size_t)size);
        SHA256_Final(digest, &context);
        length += size;
    }
    sqlite3_finalize(statement);
    return length;
}

long limit_hash_log(struct limit* self)
{
    return hash_rows(self, "SELECT bytes, leaf FROM body ORDER BY seq", 1)
        + hash_rows(self, "SELECT hash FROM node", 33);
}

/* Rows of the entries from ?1 to ?2; an inner node belongs to the entry that completes it. */
static const char* const copy_statements[] = {
    "INSERT INTO body SELECT * FROM source.body WHERE seq BETWEEN ?1 AND ?2",
    "INSERT INTO node SELECT n.* FROM (WITH RECURSIVE l(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM l WHERE "
    "v < 24)"
    " SELECT v FROM l) AS levels JOIN source.node n ON n.level = levels.v"
    " AND n.idx BETWEEN ((?1 + 1 + (1 << levels.v) - 1) >> levels.v) - 1 AND ((?2 + 1) >> levels.v) - 1",
    "INSERT INTO content SELECT * FROM source.content WHERE seq BETWEEN ?1 AND ?2",
    "INSERT INTO document SELECT * FROM source.document WHERE seq BETWEEN ?1 AND ?2",
    "INSERT INTO chunk SELECT c.* FROM source.document d JOIN source.chunk c ON c.document = d.id"
    " WHERE d.seq BETWEEN ?1 AND ?2",
    "INSERT INTO search (rowid, audience, text, case_id, seq, act)"
    " SELECT rowid, audience, text, case_id, seq, act FROM source.search WHERE rowid BETWEEN ?1 AND ?2",
    "INSERT INTO checkpoint SELECT * FROM source.checkpoint WHERE size BETWEEN ?1 + 1 AND ?2 + 1",
};

enum { COPIES = sizeof copy_statements / sizeof copy_statements[0] };

static long entries_of(struct limit* self)
{
    sqlite3_stmt* statement = limit_statement(self, "SELECT max(seq) + 1 FROM source.body");
    const long entries = sqlite3_step(statement) == SQLITE_ROW ? (long)sqlite3_column_int64(statement, 0) : 0;
    sqlite3_finalize(statement);
    return entries;
}

long limit_copy(struct limit* self, const char* source, const char* head, int entries)
{
    sqlite3_stmt* attach = limit_statement(self, "ATTACH ?1 AS source");
    sqlite3_bind_text(attach, 1, source, -1, SQLITE_STATIC);
    if (sqlite3_step(attach) != SQLITE_DONE)
        limit_fail(self, source);
    sqlite3_finalize(attach);
    sqlite3_stmt* statements[COPIES];
    for (int i = 0; i < COPIES; ++i)
        statements[i] = limit_statement(self, copy_statements[i]);
    const long all = entries_of(self);
    char text[328];
    memset(text, 'h', sizeof text);
    for (long first = 0; first < all; first += entries) {
        limit_run(self, "BEGIN IMMEDIATE");
        for (int i = 0; i < COPIES; ++i) {
            sqlite3_bind_int64(statements[i], 1, first);
            sqlite3_bind_int64(statements[i], 2, first + entries - 1);
            if (sqlite3_step(statements[i]) != SQLITE_DONE)
                limit_fail(self, copy_statements[i]);
            sqlite3_reset(statements[i]);
        }
        limit_run(self, "COMMIT");
        limit_replace_file(head, text, (int)sizeof text);
    }
    limit_run(self,
        "BEGIN; INSERT INTO case_row SELECT * FROM source.case_row; INSERT INTO work SELECT * FROM "
        "source.work;"
        "INSERT INTO case_service SELECT * FROM source.case_service;"
        "INSERT INTO provider_row SELECT * FROM source.provider_row;"
        "INSERT INTO service_row SELECT * FROM source.service_row; COMMIT");
    for (int i = 0; i < COPIES; ++i)
        sqlite3_finalize(statements[i]);
    limit_run(self, "DETACH source");
    return all;
}

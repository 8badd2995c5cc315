#define _GNU_SOURCE

#include "tests/bench/limit.h"

#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

enum step { BODY, NODE, CONTENT, CHECKPOINT, SETTING, CASE_ROW, WORK, SEARCH, STEPS };

struct bytes {
    char* data;
    int length;
};

struct limit_act {
    char* stream;
    sqlite3_int64 seq;
    sqlite3_int64 stream_seq;
    struct bytes body;
    struct bytes content;
    struct bytes salt;
    struct bytes note;
    struct bytes audience;
    struct bytes text;
    sqlite3_stmt* statements[STEPS];
};

static const char* const step_statements[STEPS] = {
    "INSERT INTO body (seq, stream, stream_seq, bytes, leaf) VALUES (?1, ?2, ?3, ?4, ?5)",
    "INSERT INTO node (level, idx, hash) VALUES (?1, ?2, ?3)",
    "INSERT INTO content (seq, alg, salt, bytes) VALUES (?1, 0, ?2, ?3)",
    "INSERT INTO checkpoint (size, note) VALUES (?1, ?2)",
    "UPDATE setting SET value = ?1 WHERE name = 'random_counter'",
    "UPDATE case_row SET stream_seq = ?1 WHERE case_id = ?2",
    "UPDATE work SET due = date(due, '+1 day') WHERE case_id = ?1",
    "INSERT INTO search (rowid, audience, text, case_id, seq, act) VALUES (?1, ?2, ?3, ?4, ?1, "
    "'record-answer')",
};

static struct bytes bytes_of(sqlite3_stmt* statement, int column)
{
    struct bytes bytes = {NULL, sqlite3_column_bytes(statement, column)};
    bytes.data = malloc((size_t)bytes.length + 1);
    if (bytes.length > 0)
        memcpy(bytes.data, sqlite3_column_blob(statement, column), (size_t)bytes.length);
    return bytes;
}

struct limit_act* limit_prepare_act(struct limit* self, const char* stream)
{
    struct limit_act* act = calloc(1, sizeof *act);
    act->stream = strdup(stream);
    sqlite3_stmt* row = limit_statement(self,
        "SELECT (SELECT max(seq) FROM body), b.stream_seq, b.bytes, c.bytes, c.salt,"
        " (SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1), s.audience, s.text"
        " FROM body b JOIN content c ON c.seq = b.seq JOIN search s ON s.rowid = b.seq"
        " WHERE b.stream = ?1 ORDER BY b.stream_seq DESC LIMIT 1");
    sqlite3_bind_text(row, 1, stream, -1, SQLITE_STATIC);
    if (sqlite3_step(row) != SQLITE_ROW)
        limit_fail(self, stream);
    act->seq = sqlite3_column_int64(row, 0);
    act->stream_seq = sqlite3_column_int64(row, 1);
    act->body = bytes_of(row, 2);
    act->content = bytes_of(row, 3);
    act->salt = bytes_of(row, 4);
    act->note = bytes_of(row, 5);
    act->audience = bytes_of(row, 6);
    act->text = bytes_of(row, 7);
    sqlite3_finalize(row);
    for (int i = 0; i < STEPS; ++i)
        act->statements[i] = limit_statement(self, step_statements[i]);
    return act;
}

void limit_free_act(struct limit_act* act)
{
    for (int i = 0; i < STEPS; ++i)
        sqlite3_finalize(act->statements[i]);
    free(act->stream);
    free(act->body.data);
    free(act->content.data);
    free(act->salt.data);
    free(act->note.data);
    free(act->audience.data);
    free(act->text.data);
    free(act);
}

static void bind_bytes(sqlite3_stmt* statement, int place, struct bytes bytes)
{
    sqlite3_bind_blob(statement, place, bytes.data, bytes.length, SQLITE_STATIC);
}

static void bind_text(sqlite3_stmt* statement, int place, struct bytes bytes)
{
    sqlite3_bind_text(statement, place, bytes.data, bytes.length, SQLITE_STATIC);
}

static void step(struct limit* self, struct limit_act* act, enum step which)
{
    if (sqlite3_step(act->statements[which]) != SQLITE_DONE)
        limit_fail(self, step_statements[which]);
    sqlite3_reset(act->statements[which]);
}

/* Every trailing one of the old size closes an inner node. */
static void add_nodes(struct limit* self, struct limit_act* act, const unsigned char* hash)
{
    for (sqlite3_int64 level = 1, size = act->seq; (size & 1) != 0; ++level, size >>= 1) {
        sqlite3_bind_int64(act->statements[NODE], 1, level);
        sqlite3_bind_int64(act->statements[NODE], 2, act->seq >> level);
        sqlite3_bind_blob(act->statements[NODE], 3, hash, 32, SQLITE_STATIC);
        step(self, act, NODE);
    }
}

void limit_record_act(struct limit* self, struct limit_act* act, const char* head)
{
    static const unsigned char hash[32] = {1};
    const char* case_id = act->stream + strlen("case/");
    ++act->seq;
    ++act->stream_seq;
    limit_run(self, "BEGIN IMMEDIATE");
    (void)limit_read_bodies(self, act->stream);
    sqlite3_bind_int64(act->statements[BODY], 1, act->seq);
    sqlite3_bind_text(act->statements[BODY], 2, act->stream, -1, SQLITE_STATIC);
    sqlite3_bind_int64(act->statements[BODY], 3, act->stream_seq);
    bind_bytes(act->statements[BODY], 4, act->body);
    sqlite3_bind_blob(act->statements[BODY], 5, hash, 32, SQLITE_STATIC);
    step(self, act, BODY);
    add_nodes(self, act, hash);
    sqlite3_bind_int64(act->statements[CONTENT], 1, act->seq);
    bind_bytes(act->statements[CONTENT], 2, act->salt);
    bind_bytes(act->statements[CONTENT], 3, act->content);
    step(self, act, CONTENT);
    sqlite3_bind_int64(act->statements[CHECKPOINT], 1, act->seq + 1);
    bind_text(act->statements[CHECKPOINT], 2, act->note);
    step(self, act, CHECKPOINT);
    sqlite3_bind_text(act->statements[SETTING], 1, "2026-05-04T10:00:00.000000Z", -1, SQLITE_STATIC);
    step(self, act, SETTING);
    sqlite3_bind_int64(act->statements[CASE_ROW], 1, act->stream_seq);
    sqlite3_bind_text(act->statements[CASE_ROW], 2, case_id, -1, SQLITE_STATIC);
    step(self, act, CASE_ROW);
    sqlite3_bind_text(act->statements[WORK], 1, case_id, -1, SQLITE_STATIC);
    step(self, act, WORK);
    sqlite3_bind_int64(act->statements[SEARCH], 1, act->seq);
    bind_text(act->statements[SEARCH], 2, act->audience);
    bind_text(act->statements[SEARCH], 3, act->text);
    sqlite3_bind_text(act->statements[SEARCH], 4, case_id, -1, SQLITE_STATIC);
    step(self, act, SEARCH);
    limit_run(self, "COMMIT");
    limit_replace_file(head, act->note.data, act->note.length);
}

void limit_replace_file(const char* path, const char* text, int length)
{
    char beside[4096];
    char folder[4096];
    snprintf(beside, sizeof beside, "%s.new", path);
    snprintf(folder, sizeof folder, "%s", path);
    const int file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0 || write(file, text, (size_t)length) != length || fsync(file) != 0 || close(file) != 0
        || rename(beside, path) != 0)
        limit_fail(NULL, beside);
    const int directory = open(dirname(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0 || fsync(directory) != 0 || close(directory) != 0)
        limit_fail(NULL, folder);
}

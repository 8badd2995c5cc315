CREATE INDEX appointment_by_end ON appointment (last_day);
CREATE UNIQUE INDEX body_by_stream ON body (stream, stream_seq);
CREATE INDEX case_date_by_case ON case_date (case_id);
CREATE INDEX case_date_by_responsible ON case_date (responsible, day);
CREATE INDEX document_by_seq ON document (seq);
CREATE INDEX document_by_sha256 ON document (sha256);
CREATE INDEX duty_by_service ON duty (service);
CREATE UNIQUE INDEX person_by_sign_in ON person_row (sign_in);
CREATE INDEX provider_by_name ON provider_row (name);
CREATE INDEX service_assessment_by_service ON service_assessment (service);
CREATE INDEX service_by_provider ON service_row (provider);
CREATE INDEX service_order_by_service ON service_order (service);
CREATE INDEX work_by_case ON work (case_id);
CREATE INDEX work_by_number ON work (audience, rank > 1, case_id, rank, due, kind, step, waiting_for, responsible);
CREATE INDEX work_by_provider ON work (audience, rank > 1, provider_name, provider, rank, due, case_id, kind, step,
    waiting_for, responsible);
CREATE INDEX work_by_responsible ON work (audience, rank > 1, responsible, rank, due, case_id);
CREATE INDEX work_by_step ON work (audience, rank > 1, step, rank, due, case_id);
CREATE INDEX work_by_waiting ON work (audience, rank > 1, waiting_for, rank, due, case_id);
CREATE INDEX work_of_provider ON work (provider);
CREATE TABLE act_key (
    digest TEXT    PRIMARY KEY,
    seq    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE application_day (
    entry INTEGER PRIMARY KEY,
    day   TEXT NOT NULL
) STRICT;
CREATE TABLE appointment (
    seq        INTEGER PRIMARY KEY,
    kind       TEXT    NOT NULL CHECK (kind IN ('absence', 'acting-head', 'substitute')),
    person     TEXT    NOT NULL,
    stands_for TEXT    NOT NULL,
    first_day  TEXT    NOT NULL,
    last_day   TEXT    NOT NULL,
    entered_by TEXT    NOT NULL,
    confirmed  INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    ended      INTEGER NOT NULL CHECK (ended IN (0, 1))
) STRICT;
CREATE TABLE body (
    seq        INTEGER PRIMARY KEY,
    stream     TEXT    NOT NULL,
    stream_seq INTEGER NOT NULL CHECK (stream_seq >= 1),
    bytes      BLOB    NOT NULL,
    leaf       BLOB    NOT NULL CHECK (length(leaf) = 32)
) STRICT;
CREATE TABLE calendar_addition (
    seq          INTEGER NOT NULL,
    day          TEXT    NOT NULL,
    calendar     TEXT    NOT NULL CHECK (calendar IN ('authority', 'institutions')),
    effect       TEXT    NOT NULL CHECK (effect IN ('holiday', 'working-day')),
    name         TEXT    NOT NULL,
    withdrawn_by INTEGER,
    PRIMARY KEY (seq, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE case_date (
    day         TEXT    NOT NULL,
    case_id     TEXT    NOT NULL,
    clock_id    TEXT    NOT NULL,
    confirmed   INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    responsible TEXT    NOT NULL,
    PRIMARY KEY (day, case_id, clock_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE case_desk (
    person  TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (person, case_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE case_row (
    case_id        TEXT    PRIMARY KEY,
    kind           TEXT    NOT NULL CHECK (kind IN ('assessment', 'detection')),
    step           TEXT    NOT NULL,
    provider       TEXT    NOT NULL,
    detection_kind TEXT,
    order_issued   INTEGER NOT NULL CHECK (order_issued IN (0, 1)),
    stream_seq     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE case_service (
    service TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (service, case_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint (
    size INTEGER PRIMARY KEY,
    note TEXT NOT NULL
) STRICT;
CREATE TABLE chunk (
    document TEXT    NOT NULL REFERENCES document (id),
    idx      INTEGER NOT NULL CHECK (idx >= 0),
    bytes    BLOB    NOT NULL,
    PRIMARY KEY (document, idx)
) STRICT;
CREATE TABLE content (
    seq   INTEGER PRIMARY KEY REFERENCES body (seq),
    alg   INTEGER NOT NULL CHECK (alg = 0),
    salt  BLOB,
    bytes BLOB
) STRICT;
CREATE TABLE credential (
    person         TEXT    PRIMARY KEY,
    recipe         TEXT    NOT NULL,
    wrapped_seed   BLOB    NOT NULL,
    sealed_log_key BLOB    NOT NULL,
    must_change    INTEGER NOT NULL CHECK (must_change IN (0, 1))
, seal BLOB CHECK (length(seal) = 64)) STRICT, WITHOUT ROWID;
CREATE TABLE document (
    id         TEXT    PRIMARY KEY,
    seq        INTEGER NOT NULL REFERENCES body (seq),
    name       TEXT,
    media_type TEXT    NOT NULL,
    size       INTEGER NOT NULL CHECK (size >= 0),
    sha256     BLOB    NOT NULL CHECK (length(sha256) = 32),
    alg        INTEGER NOT NULL CHECK (alg = 0),
    salt       BLOB
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    person  TEXT NOT NULL,
    case_id TEXT NOT NULL,
    act     TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    sealed  BLOB NOT NULL,
    seal    BLOB NOT NULL CHECK (length(seal) = 64),
    PRIMARY KEY (person, case_id, act)
) STRICT;
CREATE TABLE duty (
    earliest TEXT NOT NULL,
    service  TEXT NOT NULL,
    clock    TEXT NOT NULL,
    ends     TEXT NOT NULL,
    PRIMARY KEY (earliest, service, clock)
) STRICT, WITHOUT ROWID;
CREATE TABLE layout (
    person TEXT NOT NULL,
    list   TEXT NOT NULL,
    value  TEXT NOT NULL,
    seal   BLOB NOT NULL CHECK (length(seal) = 64),
    PRIMARY KEY (person, list)
) STRICT, WITHOUT ROWID;
CREATE TABLE lockout (
    person       TEXT    PRIMARY KEY,
    failures     INTEGER NOT NULL,
    locked_until TEXT
, link BLOB CHECK (length(link) = 32), last BLOB CHECK (length(last) = 32), seal BLOB CHECK (length(seal) = 64)) STRICT, WITHOUT ROWID;
CREATE TABLE node (
    level INTEGER NOT NULL CHECK (level >= 1),
    idx   INTEGER NOT NULL CHECK (idx >= 0),
    hash  BLOB    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, idx)
) STRICT, WITHOUT ROWID;
CREATE TABLE numbering (
    series TEXT    PRIMARY KEY,
    last   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE person_row (
    person     TEXT PRIMARY KEY,
    sign_in    TEXT NOT NULL,
    name       TEXT NOT NULL,
    signing    TEXT NOT NULL,
    box        TEXT NOT NULL,
    disabled   INTEGER NOT NULL CHECK (disabled IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE provider_row (
    provider      TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    establishment TEXT NOT NULL,
    contact_point TEXT NOT NULL,
    language      TEXT NOT NULL,
    valid_from    TEXT NOT NULL
, member_state TEXT NOT NULL DEFAULT '', representative TEXT NOT NULL DEFAULT '', representative_state TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
CREATE TABLE rebuild_due (
    since INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE role_grant (
    person    TEXT    NOT NULL,
    role      TEXT    NOT NULL,
    granted_by TEXT   NOT NULL,
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    PRIMARY KEY (person, role)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (audience, text, case_id UNINDEXED, seq UNINDEXED, act UNINDEXED,
    tokenize = "unicode61 remove_diacritics 2");
CREATE TABLE service_assessment (
    case_id     TEXT    NOT NULL,
    service     TEXT    NOT NULL,
    entry       INTEGER NOT NULL,
    assessed_on TEXT    NOT NULL,
    received_on TEXT    NOT NULL,
    measures    TEXT    NOT NULL CHECK (measures IN ('not-read', 'none', 'planned', 'in-place')),
    PRIMARY KEY (case_id, service, entry)
) STRICT, WITHOUT ROWID;
CREATE TABLE service_order (
    case_id    TEXT NOT NULL,
    service    TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    ends       TEXT NOT NULL,
    PRIMARY KEY (case_id, service)
) STRICT, WITHOUT ROWID;
CREATE TABLE service_row (
    service    TEXT PRIMARY KEY,
    provider   TEXT NOT NULL,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('hosting', 'interpersonal-communications')),
    valid_from TEXT NOT NULL
, offered_from TEXT NOT NULL DEFAULT '', offered_until TEXT NOT NULL DEFAULT '', risk_class TEXT NOT NULL DEFAULT ''
    CHECK (risk_class IN ('', 'high', 'medium', 'low'))) STRICT, WITHOUT ROWID;
CREATE TABLE service_statement (
    service TEXT    NOT NULL,
    entry   INTEGER NOT NULL,
    day     TEXT    NOT NULL,
    PRIMARY KEY (service, entry)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
, seal BLOB CHECK (length(seal) = 64)) STRICT, WITHOUT ROWID;
CREATE TABLE work (
    audience    TEXT    NOT NULL CHECK (audience IN ('authority', 'court', 'dpa', 'eu-centre')),
    rank        INTEGER NOT NULL CHECK (rank IN (0, 1, 2)),
    due         TEXT    NOT NULL,
    case_id     TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    step        TEXT    NOT NULL,
    provider    TEXT    NOT NULL,
    service     TEXT    NOT NULL,
    services    INTEGER NOT NULL,
    waiting_for TEXT    NOT NULL,
    clock_id    TEXT    NOT NULL,
    clock_open  INTEGER NOT NULL CHECK (clock_open IN (0, 1)),
    confirmed   INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    responsible TEXT, provider_name TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (audience, rank, due, case_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER body_kept_delete BEFORE DELETE ON body BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER body_kept_update BEFORE UPDATE ON body BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER checkpoint_kept_delete BEFORE DELETE ON checkpoint
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER checkpoint_kept_update BEFORE UPDATE ON checkpoint
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER node_kept_delete BEFORE DELETE ON node BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER node_kept_update BEFORE UPDATE ON node BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;

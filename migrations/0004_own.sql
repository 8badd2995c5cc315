-- What one person keeps for themselves. Local: of this file alone, not of the register's
-- history; each row stands under the seal of the log key.

-- A draft is sealed to the person's key; `case_id` is empty for an act that opens a case.
CREATE TABLE draft (
    person  TEXT NOT NULL,
    case_id TEXT NOT NULL,
    act     TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    sealed  BLOB NOT NULL,
    seal    BLOB NOT NULL CHECK (length(seal) = 64),
    PRIMARY KEY (person, case_id, act)
) STRICT;

-- How a list looks to a person.
CREATE TABLE layout (
    person TEXT NOT NULL,
    list   TEXT NOT NULL,
    value  TEXT NOT NULL,
    seal   BLOB NOT NULL CHECK (length(seal) = 64),
    PRIMARY KEY (person, list)
) STRICT, WITHOUT ROWID;

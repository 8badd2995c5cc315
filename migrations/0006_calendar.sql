-- Legal time: the dates of all running clocks, what a register adds to its calendars, and who is away or stands in for
-- whom. All three are projections.

-- The last days to act of the running clocks of open files, for a calendar page by range and a desk's load by week;
-- `responsible` is empty when nobody is.
CREATE TABLE case_date (
    day         TEXT    NOT NULL,
    case_id     TEXT    NOT NULL,
    clock_id    TEXT    NOT NULL,
    confirmed   INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    responsible TEXT    NOT NULL,
    PRIMARY KEY (day, case_id, clock_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_date_by_case ON case_date (case_id);
CREATE INDEX case_date_by_responsible ON case_date (responsible, day);

-- Everybody who was ever responsible for a file: what their calendars were told of it has to be taken back there.
CREATE TABLE case_desk (
    person  TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (person, case_id)
) STRICT, WITHOUT ROWID;

-- One row for each day of an addition; `seq` is its entry, `withdrawn_by` the entry that took it back.
CREATE TABLE calendar_addition (
    seq          INTEGER NOT NULL,
    day          TEXT    NOT NULL,
    calendar     TEXT    NOT NULL CHECK (calendar IN ('authority', 'institutions')),
    effect       TEXT    NOT NULL CHECK (effect IN ('holiday', 'working-day')),
    name         TEXT    NOT NULL,
    withdrawn_by INTEGER,
    PRIMARY KEY (seq, day)
) STRICT, WITHOUT ROWID;

-- `seq` is the entry; `stands_for` is empty where nobody is stood in for; `last_day` moves forward when it is ended early.
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
CREATE INDEX appointment_by_end ON appointment (last_day);

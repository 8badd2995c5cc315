-- What recurs for a service whatever cases there are about it (Art 3(4), 4(2)(d), 5(1)), and what is known of providers
-- and services. The new projections cannot be made in SQL: the register is built again when it is opened next.

ALTER TABLE provider_row ADD COLUMN member_state TEXT NOT NULL DEFAULT '';
ALTER TABLE provider_row ADD COLUMN representative TEXT NOT NULL DEFAULT '';
ALTER TABLE service_row ADD COLUMN offered_from TEXT NOT NULL DEFAULT '';
ALTER TABLE service_row ADD COLUMN offered_until TEXT NOT NULL DEFAULT '';
ALTER TABLE service_row ADD COLUMN risk_class TEXT NOT NULL DEFAULT ''
    CHECK (risk_class IN ('', 'high', 'medium', 'low'));

-- From when the regulation applies, each time it was recorded; the last one counts.
CREATE TABLE application_day (
    entry INTEGER PRIMARY KEY,
    day   TEXT NOT NULL
) STRICT;

-- Reports on a service and the order on it, by the case that has them.
CREATE TABLE service_assessment (
    case_id     TEXT    NOT NULL,
    service     TEXT    NOT NULL,
    entry       INTEGER NOT NULL,
    assessed_on TEXT    NOT NULL,
    received_on TEXT    NOT NULL,
    measures    TEXT    NOT NULL CHECK (measures IN ('not-read', 'none', 'planned', 'in-place')),
    PRIMARY KEY (case_id, service, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_assessment_by_service ON service_assessment (service);

CREATE TABLE service_order (
    case_id    TEXT NOT NULL,
    service    TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    ends       TEXT NOT NULL,
    PRIMARY KEY (case_id, service)
) STRICT, WITHOUT ROWID;
CREATE INDEX service_order_by_service ON service_order (service);

-- The authority recorded that the measures are in place.
CREATE TABLE service_statement (
    service TEXT    NOT NULL,
    entry   INTEGER NOT NULL,
    day     TEXT    NOT NULL,
    PRIMARY KEY (service, entry)
) STRICT, WITHOUT ROWID;

-- Duties not fulfilled, by the earliest day on which their time can be over: no holiday stands in it, because the
-- calendar of the provider's Member State comes with the program and may change. `ends` is '9999-12-31' when the
-- duty does not fall away.
CREATE TABLE duty (
    earliest TEXT NOT NULL,
    service  TEXT NOT NULL,
    clock    TEXT NOT NULL,
    ends     TEXT NOT NULL,
    PRIMARY KEY (earliest, service, clock)
) STRICT, WITHOUT ROWID;
CREATE INDEX duty_by_service ON duty (service);

-- Not empty: the projections are to be built again.
CREATE TABLE rebuild_due (
    since INTEGER PRIMARY KEY
) STRICT;
INSERT INTO rebuild_due (since) SELECT max(seq) FROM body HAVING count(*) > 0;

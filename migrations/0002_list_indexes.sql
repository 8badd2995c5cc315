-- Each order and filter of a list walks an index; `rank > 1` are the closed files, which come last. The name stands in
-- the row, so that a list by provider walks open files only. Where a walk may leave many rows out, the columns of the
-- filters stand in the index too.
ALTER TABLE work ADD COLUMN provider_name TEXT NOT NULL DEFAULT '';
UPDATE work SET provider_name = coalesce((SELECT p.name FROM provider_row p WHERE p.provider = work.provider), '');
CREATE INDEX work_by_number ON work (audience, rank > 1, case_id, rank, due, kind, step, waiting_for, responsible);
CREATE INDEX work_by_provider ON work (audience, rank > 1, provider_name, provider, rank, due, case_id, kind, step,
    waiting_for, responsible);
CREATE INDEX work_by_step ON work (audience, rank > 1, step, rank, due, case_id);
CREATE INDEX work_by_waiting ON work (audience, rank > 1, waiting_for, rank, due, case_id);
CREATE INDEX work_by_responsible ON work (audience, rank > 1, responsible, rank, due, case_id);
CREATE INDEX work_of_provider ON work (provider);
CREATE INDEX provider_by_name ON provider_row (name);

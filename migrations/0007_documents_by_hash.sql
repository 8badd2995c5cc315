-- The same bytes may have come to several files: what goes into quarantine in one has to be found in all.
CREATE INDEX document_by_sha256 ON document (sha256);

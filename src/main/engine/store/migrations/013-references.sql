-- References say of whom a record is. From here on a store holds their keyed hash (HMAC-SHA-256, key of its own), which
-- tells repeats and nothing else. What earlier versions kept in plain text is hashed and its bytes are wiped.
CREATE TABLE reference_key (
  reference_key_id INTEGER PRIMARY KEY CHECK (reference_key_id = 1),
  key BLOB NOT NULL CHECK (length(key) = 32),
  made_at TEXT NOT NULL
) STRICT;

INSERT INTO reference_key VALUES (1, randomblob(32), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));

CREATE TRIGGER reference_key_is_never_edited BEFORE UPDATE ON reference_key
BEGIN SELECT raise(ABORT, 'the key of references is never edited: repeats would no longer be found'); END;

CREATE TRIGGER reference_key_is_never_deleted BEFORE DELETE ON reference_key
BEGIN SELECT raise(ABORT, 'the key of references is never deleted: repeats would no longer be found'); END;

-- What was removed, and is to be wiped from the file as soon as nothing stands in the way.
CREATE TABLE wipe_due (since TEXT NOT NULL, what TEXT NOT NULL) STRICT;

INSERT INTO wipe_due
SELECT made_at, 'references' FROM reference_key
WHERE EXISTS (SELECT 1 FROM record WHERE reference IS NOT NULL) OR EXISTS (SELECT 1 FROM score);

DROP TRIGGER record_is_never_edited;

UPDATE record SET reference = reference_hash('record', reference, (SELECT key FROM reference_key))
WHERE reference IS NOT NULL;

CREATE TRIGGER record_is_never_edited BEFORE UPDATE ON record
BEGIN SELECT raise(ABORT, 'a record is never edited: import the correction'); END;

UPDATE score SET client = reference_hash('client', client, (SELECT key FROM reference_key));

UPDATE import_sheet SET report = report_without_people(report) WHERE layout IN ('records', 'entry-exit-scores');

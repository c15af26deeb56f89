-- Records that were removed because their time was over: what, by which rule, why. Counts by month stay.
CREATE TABLE record_purge (
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  records INTEGER NOT NULL CHECK (records >= 0),
  rule TEXT CHECK (rule IS NULL OR json_valid(rule)),
  why TEXT NOT NULL,
  purged_at TEXT NOT NULL,
  PRIMARY KEY (import_id, position),
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;

CREATE TRIGGER record_purge_is_never_edited BEFORE UPDATE ON record_purge
BEGIN SELECT raise(ABORT, 'what was removed is never edited'); END;

CREATE TRIGGER record_purge_is_never_deleted BEFORE DELETE ON record_purge
BEGIN SELECT raise(ABORT, 'that records were removed is never deleted'); END;

DROP TRIGGER record_is_never_deleted;

CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
WHEN NOT EXISTS (SELECT 1 FROM record_purge p WHERE p.import_id = OLD.import_id AND p.position = OLD.position)
BEGIN SELECT raise(ABORT, 'a record is never deleted: withdraw its import'); END;

-- What the officer decided of a sheet, kept for the next file of the same source. Each row is a version; the highest one
-- of a source and sheet counts. `source` and `sheet` are names without digits and dates; `dataset` and `measure_id` are
-- what the workbench saw by itself; `header` is where the headings stood; `choice` null: forgotten from then on.
CREATE TABLE mapping (
  mapping_id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  sheet TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  file_name TEXT NOT NULL,
  dataset TEXT NOT NULL,
  measure_id TEXT,
  fingerprint TEXT NOT NULL,
  header TEXT NOT NULL CHECK (json_valid(header)),
  choice TEXT CHECK (choice IS NULL OR json_valid(choice)),
  made_at TEXT NOT NULL,
  UNIQUE (source, sheet, version)
) STRICT;

-- Which version of a kept mapping a sheet of an import was read by.
CREATE TABLE import_mapping (
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  mapping_id INTEGER NOT NULL REFERENCES mapping (mapping_id),
  PRIMARY KEY (import_id, position),
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;

CREATE TRIGGER mapping_is_never_edited BEFORE UPDATE ON mapping
BEGIN SELECT raise(ABORT, 'a kept mapping is never edited: keep another version'); END;
CREATE TRIGGER mapping_is_never_deleted BEFORE DELETE ON mapping
BEGIN SELECT raise(ABORT, 'a kept mapping is never deleted: forget it'); END;

-- A small sheet as it was seen when its file was kept, so that any figure can show the cells it came from. Rows as JSON,
-- deflated. Lists of records, score sheets and sheets that were left out are never copied.
CREATE TABLE sheet_copy (
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  rows BLOB NOT NULL,
  PRIMARY KEY (import_id, position),
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;
CREATE TRIGGER sheet_copy_is_never_edited BEFORE UPDATE ON sheet_copy
BEGIN SELECT raise(ABORT, 'a copy of a sheet is never edited: import the newer file'); END;

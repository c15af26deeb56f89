-- Recommendations and agreed actions as a sheet lists them. `due`: a day; `due_words` where the sheet names none.
CREATE TABLE recommendation (
  recommendation_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  number TEXT,
  text TEXT NOT NULL,
  owner TEXT,
  due TEXT CHECK (due IS NULL OR due GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  due_words TEXT,
  progress TEXT,
  status TEXT,
  cell TEXT NOT NULL,
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;
CREATE INDEX recommendation_by_import ON recommendation (import_id);
CREATE TRIGGER recommendation_is_never_edited BEFORE UPDATE ON recommendation
BEGIN SELECT raise(ABORT, 'a recommendation is never edited: import the newer list'); END;
CREATE TRIGGER recommendation_is_never_deleted BEFORE DELETE ON recommendation
BEGIN SELECT raise(ABORT, 'a recommendation is never deleted: withdraw its import'); END;

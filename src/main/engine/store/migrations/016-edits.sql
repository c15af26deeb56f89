-- Which entries of the audit trail were made by one edit, so that it can be undone as one. `undoes`: the edit this one put back.
CREATE TABLE edit (
  edit_id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  who TEXT NOT NULL,
  made_at TEXT NOT NULL,
  entries TEXT NOT NULL CHECK (json_valid(entries)),
  undoes INTEGER REFERENCES edit (edit_id)
) STRICT;
CREATE TRIGGER edit_is_never_edited BEFORE UPDATE ON edit
BEGIN SELECT raise(ABORT, 'an edit is never edited: undo it'); END;
CREATE TRIGGER edit_is_never_deleted BEFORE DELETE ON edit
BEGIN SELECT raise(ABORT, 'an edit is never deleted: undo it'); END;

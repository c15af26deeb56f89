-- Lists kept by hand: recommendations, outcomes, work programme, thematic groups, grants, calendar, community voice,
-- evidence. Each saving is a new version; an entry taken out stays, and can be put back. An entry that began with an
-- extract bears that extract's words until it is saved here.
CREATE TABLE list_entry (
  list TEXT NOT NULL CHECK (length(list) BETWEEN 1 AND 40),
  entry_id TEXT NOT NULL CHECK (length(entry_id) BETWEEN 1 AND 160),
  version INTEGER NOT NULL CHECK (version >= 1),
  entry TEXT NOT NULL CHECK (json_valid(entry)),
  state TEXT NOT NULL CHECK (state IN ('kept', 'taken-out')),
  file_name TEXT,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (list, entry_id, version)
) STRICT;
CREATE TRIGGER list_entry_is_never_edited BEFORE UPDATE ON list_entry
BEGIN SELECT raise(ABORT, 'an entry of a list is never edited: save its next version'); END;
CREATE TRIGGER list_entry_is_never_deleted BEFORE DELETE ON list_entry
BEGIN SELECT raise(ABORT, 'an entry of a list is never deleted: take it out'); END;

-- What became of an entry, dated.
CREATE TABLE list_note (
  list_note_id INTEGER PRIMARY KEY,
  list TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  said_on TEXT NOT NULL CHECK (said_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 4000),
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX list_note_by_entry ON list_note (list, entry_id);
CREATE TRIGGER list_note_is_never_edited BEFORE UPDATE ON list_note
BEGIN SELECT raise(ABORT, 'a note is never edited: add another'); END;
CREATE TRIGGER list_note_is_never_deleted BEFORE DELETE ON list_note
BEGIN SELECT raise(ABORT, 'a note is never deleted: add another'); END;

-- Questions of surveys and engagement sessions as a sheet lists them. `held`: a day; `period` where it names no day.
CREATE TABLE survey_answer (
  survey_answer_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('survey', 'session')),
  question TEXT NOT NULL,
  answer TEXT,
  part INTEGER CHECK (part >= 0),
  whole INTEGER CHECK (whole >= 0),
  held TEXT CHECK (held IS NULL OR held GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  period TEXT,
  quote TEXT,
  cell TEXT NOT NULL,
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;
CREATE INDEX survey_answer_by_import ON survey_answer (import_id);
CREATE TRIGGER survey_answer_is_never_edited BEFORE UPDATE ON survey_answer
BEGIN SELECT raise(ABORT, 'an answer is never edited: import the newer sheet'); END;
CREATE TRIGGER survey_answer_is_never_deleted BEFORE DELETE ON survey_answer
BEGIN SELECT raise(ABORT, 'an answer is never deleted: withdraw its import'); END;

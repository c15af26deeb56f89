-- From which month a definition holds (null: always), and why it was changed: last year's pack keeps last year's.
ALTER TABLE measure_version ADD COLUMN in_force_from TEXT
  CHECK (in_force_from IS NULL OR in_force_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]');
ALTER TABLE measure_version ADD COLUMN why TEXT NOT NULL DEFAULT '';
CREATE TRIGGER measure_version_is_never_edited BEFORE UPDATE ON measure_version
BEGIN SELECT raise(ABORT, 'a definition is never edited: save the next version'); END;
CREATE TRIGGER measure_version_is_never_deleted BEFORE DELETE ON measure_version
BEGIN SELECT raise(ABORT, 'a definition is never deleted: end the measure'); END;

-- The officer's words on one view for one month's paper, apart from the draft. `edited` null: the draft stands.
-- `figures`: fingerprint of the figures the words were written on.
CREATE TABLE words (
  view TEXT NOT NULL,
  as_at TEXT NOT NULL CHECK (as_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  version INTEGER NOT NULL CHECK (version >= 1),
  edited TEXT,
  commentary TEXT NOT NULL,
  figures TEXT NOT NULL CHECK (length(figures) = 64),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (view, as_at, version)
) STRICT;
CREATE TRIGGER words_are_never_edited BEFORE UPDATE ON words
BEGIN SELECT raise(ABORT, 'words are never edited: save the next version'); END;
CREATE TRIGGER words_are_never_deleted BEFORE DELETE ON words
BEGIN SELECT raise(ABORT, 'words are never deleted: go back to the draft'); END;

-- What a meeting agreed to do, and what became of it from meeting to meeting.
CREATE TABLE agreed_action (
  action_id INTEGER PRIMARY KEY,
  view TEXT NOT NULL,
  agreed_for TEXT NOT NULL CHECK (agreed_for GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 2000),
  owner TEXT NOT NULL,
  due TEXT CHECK (due IS NULL OR due GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  report_back INTEGER NOT NULL CHECK (report_back IN (0, 1)),
  saved_at TEXT NOT NULL
) STRICT;
CREATE TABLE action_note (
  action_note_id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES agreed_action (action_id),
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  note TEXT NOT NULL,
  said_on TEXT NOT NULL
) STRICT;
CREATE INDEX action_note_by_action ON action_note (action_id);
CREATE TRIGGER agreed_action_is_never_edited BEFORE UPDATE ON agreed_action
BEGIN SELECT raise(ABORT, 'what was agreed is never edited: note what became of it'); END;
CREATE TRIGGER agreed_action_is_never_deleted BEFORE DELETE ON agreed_action
BEGIN SELECT raise(ABORT, 'what was agreed is never deleted: note that it was dropped'); END;
CREATE TRIGGER action_note_is_never_edited BEFORE UPDATE ON action_note
BEGIN SELECT raise(ABORT, 'a note is never edited: add another'); END;
CREATE TRIGGER action_note_is_never_deleted BEFORE DELETE ON action_note
BEGIN SELECT raise(ABORT, 'a note is never deleted: add another'); END;

-- Settings by name; each saving is a new version.
CREATE TABLE setting (
  name TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  value TEXT NOT NULL CHECK (json_valid(value)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (name, version)
) STRICT;

-- How a pack is composed; each saving is a new version.
CREATE TABLE pack_template (
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  version INTEGER NOT NULL CHECK (version >= 1),
  sections TEXT NOT NULL CHECK (json_valid(sections)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (name, version)
) STRICT;

-- A pack as it was written, with all that it takes to write it again: the last import and the last withdrawal it knew,
-- the definitions, choices and words it used. `figures`: fingerprint of every figure in it.
CREATE TABLE pack (
  pack_id INTEGER PRIMARY KEY,
  as_at TEXT NOT NULL CHECK (as_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  made_at TEXT NOT NULL,
  template TEXT NOT NULL,
  choices TEXT NOT NULL CHECK (json_valid(choices)),
  last_import INTEGER NOT NULL,
  last_import_event INTEGER NOT NULL,
  imports TEXT NOT NULL CHECK (json_valid(imports)),
  measure_versions TEXT NOT NULL CHECK (json_valid(measure_versions)),
  figures TEXT NOT NULL CHECK (length(figures) = 64),
  app_version TEXT NOT NULL
) STRICT;
CREATE TABLE pack_file (
  pack_id INTEGER NOT NULL REFERENCES pack (pack_id),
  format TEXT NOT NULL CHECK (format IN ('xlsx', 'docx', 'pdf')),
  file_name TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;
CREATE INDEX pack_file_by_pack ON pack_file (pack_id);
CREATE TRIGGER pack_is_never_edited BEFORE UPDATE ON pack
BEGIN SELECT raise(ABORT, 'a pack is never edited: write another'); END;
CREATE TRIGGER pack_is_never_deleted BEFORE DELETE ON pack
BEGIN SELECT raise(ABORT, 'a pack is never deleted'); END;

-- An assessment as it was handed over, and what it rested on. `chapters`: fingerprint of every word and figure in it.
CREATE TABLE assessment_file (
  assessment_file_id INTEGER PRIMARY KEY,
  year TEXT NOT NULL,
  title TEXT NOT NULL,
  marking TEXT,
  format TEXT NOT NULL CHECK (format IN ('xlsx', 'docx', 'pdf')),
  file_name TEXT NOT NULL,
  period_from TEXT NOT NULL CHECK (period_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  period_to TEXT NOT NULL CHECK (period_to GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  imports TEXT NOT NULL CHECK (json_valid(imports)),
  scheme TEXT NOT NULL,
  own_words INTEGER NOT NULL CHECK (own_words >= 0),
  chapters TEXT NOT NULL CHECK (length(chapters) = 64),
  app_version TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER assessment_file_is_never_edited BEFORE UPDATE ON assessment_file
BEGIN SELECT raise(ABORT, 'an assessment handed over is never edited: write another'); END;
CREATE TRIGGER assessment_file_is_never_deleted BEFORE DELETE ON assessment_file
BEGIN SELECT raise(ABORT, 'that an assessment was handed over is never deleted'); END;

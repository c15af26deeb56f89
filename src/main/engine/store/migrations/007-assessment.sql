-- Schemes imported from a sheet (those of the workbench itself are not kept here), and which one a year is scored by.
CREATE TABLE risk_scheme (
  scheme_id TEXT NOT NULL CHECK (length(scheme_id) BETWEEN 1 AND 120),
  version TEXT NOT NULL,
  scheme TEXT NOT NULL CHECK (json_valid(scheme)),
  file_name TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (scheme_id, version)
) STRICT;
CREATE TRIGGER risk_scheme_is_never_edited BEFORE UPDATE ON risk_scheme
BEGIN SELECT raise(ABORT, 'a scheme is never edited: import it under its next version'); END;
CREATE TRIGGER risk_scheme_is_never_deleted BEFORE DELETE ON risk_scheme
BEGIN SELECT raise(ABORT, 'a scheme is never deleted: scores rest on it'); END;
CREATE TABLE assessment_scheme (
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
  version INTEGER NOT NULL CHECK (version >= 1),
  scheme_id TEXT NOT NULL,
  scheme_version TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (year, version)
) STRICT;

-- The register of issues; each saving is a new version.
CREATE TABLE issue (
  issue_id TEXT NOT NULL CHECK (length(issue_id) BETWEEN 1 AND 80),
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind TEXT NOT NULL CHECK (kind IN ('victims', 'offenders', 'communities', 'key-issue')),
  description TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (issue_id, version)
) STRICT;
CREATE TRIGGER issue_is_never_edited BEFORE UPDATE ON issue
BEGIN SELECT raise(ABORT, 'an issue is never edited: save its next version'); END;
CREATE TRIGGER issue_is_never_deleted BEFORE DELETE ON issue
BEGIN SELECT raise(ABORT, 'an issue is never deleted: close it'); END;

-- One scorer's judgement of one dimension; a later one of the same scorer stands before it. `level` null: taken back.
CREATE TABLE issue_score (
  issue_score_id INTEGER PRIMARY KEY,
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
  issue_id TEXT NOT NULL,
  scheme_id TEXT NOT NULL,
  scheme_version TEXT NOT NULL,
  dimension TEXT NOT NULL,
  scorer TEXT NOT NULL CHECK (length(scorer) BETWEEN 1 AND 120),
  level REAL,
  reason TEXT NOT NULL CHECK (length(reason) >= 1),
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  scored_on TEXT NOT NULL CHECK (scored_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;
CREATE INDEX issue_score_by_year ON issue_score (year, issue_id);
CREATE TRIGGER issue_score_is_never_edited BEFORE UPDATE ON issue_score
BEGIN SELECT raise(ABORT, 'a score is never edited: score again'); END;
CREATE TRIGGER issue_score_is_never_deleted BEFORE DELETE ON issue_score
BEGIN SELECT raise(ABORT, 'a score is never deleted: take it back'); END;

-- What a workshop settled after talking: a level of one dimension, or how sure it is (`dimension` null).
CREATE TABLE issue_settled (
  issue_settled_id INTEGER PRIMARY KEY,
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
  issue_id TEXT NOT NULL,
  scheme_id TEXT NOT NULL,
  scheme_version TEXT NOT NULL,
  dimension TEXT,
  level REAL,
  confidence TEXT,
  reason TEXT NOT NULL CHECK (length(reason) >= 1),
  settled_on TEXT NOT NULL CHECK (settled_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  CHECK (dimension IS NULL OR confidence IS NULL),
  CHECK (dimension IS NOT NULL OR level IS NULL)
) STRICT;
CREATE TRIGGER issue_settled_is_never_edited BEFORE UPDATE ON issue_settled
BEGIN SELECT raise(ABORT, 'what a workshop settled is never edited: settle it again'); END;
CREATE TRIGGER issue_settled_is_never_deleted BEFORE DELETE ON issue_settled
BEGIN SELECT raise(ABORT, 'what a workshop settled is never deleted: settle it again'); END;

-- The priorities a meeting agreed, and why where they depart from the ranking; the latest of a year stands.
CREATE TABLE agreed_priorities (
  agreed_priorities_id INTEGER PRIMARY KEY,
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
  agreed_on TEXT NOT NULL CHECK (agreed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  meeting TEXT NOT NULL CHECK (length(meeting) >= 1),
  issues TEXT NOT NULL CHECK (json_valid(issues)),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  saved_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER agreed_priorities_are_never_edited BEFORE UPDATE ON agreed_priorities
BEGIN SELECT raise(ABORT, 'what a meeting agreed is never edited: keep what the next one agrees'); END;
CREATE TRIGGER agreed_priorities_are_never_deleted BEFORE DELETE ON agreed_priorities
BEGIN SELECT raise(ABORT, 'what a meeting agreed is never deleted'); END;

-- The plan on a page of a year; each saving is a new version.
CREATE TABLE plan (
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
  version INTEGER NOT NULL CHECK (version >= 1),
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (year, version)
) STRICT;
CREATE TRIGGER plan_is_never_edited BEFORE UPDATE ON plan
BEGIN SELECT raise(ABORT, 'a plan is never edited: save its next version'); END;
CREATE TRIGGER plan_is_never_deleted BEFORE DELETE ON plan
BEGIN SELECT raise(ABORT, 'a plan is never deleted: save its next version'); END;

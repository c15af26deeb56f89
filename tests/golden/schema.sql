CREATE TABLE action_note (
  action_note_id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES agreed_action (action_id),
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  note TEXT NOT NULL,
  said_on TEXT NOT NULL
) STRICT;

CREATE INDEX action_note_by_action ON action_note (action_id);

CREATE TRIGGER action_note_is_never_deleted BEFORE DELETE ON action_note
BEGIN SELECT raise(ABORT, 'a note is never deleted: add another'); END;

CREATE TRIGGER action_note_is_never_edited BEFORE UPDATE ON action_note
BEGIN SELECT raise(ABORT, 'a note is never edited: add another'); END;

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

CREATE TRIGGER agreed_action_is_never_deleted BEFORE DELETE ON agreed_action
BEGIN SELECT raise(ABORT, 'what was agreed is never deleted: note that it was dropped'); END;

CREATE TRIGGER agreed_action_is_never_edited BEFORE UPDATE ON agreed_action
BEGIN SELECT raise(ABORT, 'what was agreed is never edited: note what became of it'); END;

CREATE TABLE agreed_priorities (
  agreed_priorities_id INTEGER PRIMARY KEY,
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
  agreed_on TEXT NOT NULL CHECK (agreed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  meeting TEXT NOT NULL CHECK (length(meeting) >= 1),
  issues TEXT NOT NULL CHECK (json_valid(issues)),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  saved_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER agreed_priorities_are_never_deleted BEFORE DELETE ON agreed_priorities
BEGIN SELECT raise(ABORT, 'what a meeting agreed is never deleted'); END;

CREATE TRIGGER agreed_priorities_are_never_edited BEFORE UPDATE ON agreed_priorities
BEGIN SELECT raise(ABORT, 'what a meeting agreed is never edited: keep what the next one agrees'); END;

CREATE TABLE area (
  area_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  area_key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('city', 'neighbourhood', 'partnership', 'force', 'region', 'ward', 'other')),
  UNIQUE (kind, area_key)
) STRICT;

CREATE TABLE area_alias (
  alias_key TEXT NOT NULL PRIMARY KEY,
  alias TEXT NOT NULL,
  area_id INTEGER NOT NULL REFERENCES area (area_id)
, import_id INTEGER REFERENCES import (import_id), kept_at TEXT) STRICT;

CREATE INDEX area_alias_by_area ON area_alias (area_id);

CREATE TABLE area_group (
  area_group_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind TEXT NOT NULL CHECK (kind IN ('partnership', 'force', 'own-choice')),
  own_area TEXT NOT NULL,
  valid_from TEXT NOT NULL CHECK (valid_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  valid_to TEXT CHECK (valid_to IS NULL OR (valid_to GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND valid_to >= valid_from)),
  source TEXT NOT NULL,
  example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1)),
  saved_at TEXT NOT NULL,
  UNIQUE (name, valid_from)
) STRICT;

CREATE TABLE area_group_member (
  area_group_id INTEGER NOT NULL REFERENCES area_group (area_group_id) ON DELETE CASCADE,
  area_key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (area_group_id, area_key)
) STRICT;

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

CREATE TRIGGER assessment_file_is_never_deleted BEFORE DELETE ON assessment_file
BEGIN SELECT raise(ABORT, 'that an assessment was handed over is never deleted'); END;

CREATE TRIGGER assessment_file_is_never_edited BEFORE UPDATE ON assessment_file
BEGIN SELECT raise(ABORT, 'an assessment handed over is never edited: write another'); END;

CREATE TABLE assessment_scheme (
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
  version INTEGER NOT NULL CHECK (version >= 1),
  scheme_id TEXT NOT NULL,
  scheme_version TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (year, version)
) STRICT;

CREATE TABLE audit (
  audit_id INTEGER PRIMARY KEY CHECK (audit_id >= 1),
  at TEXT NOT NULL,
  clock_at TEXT,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  why TEXT NOT NULL,
  app_version TEXT NOT NULL,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the audit trail is never deleted'); END;

CREATE TRIGGER audit_is_never_edited BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit trail is never edited'); END;

CREATE TRIGGER audit_is_only_added_to BEFORE INSERT ON audit
WHEN NEW.audit_id <> coalesce((SELECT max(audit_id) FROM audit), 0) + 1
  OR NEW.previous_hash <> coalesce(
    (SELECT hash FROM audit ORDER BY audit_id DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000')
  OR NEW.at < coalesce((SELECT at FROM audit ORDER BY audit_id DESC LIMIT 1), '')
BEGIN SELECT raise(ABORT, 'the audit trail is only added to at its end'); END;

CREATE TABLE boundary (
  boundary_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  geometry TEXT NOT NULL CHECK (json_valid(geometry)),
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE chart_setting (
  measure_id TEXT NOT NULL REFERENCES measure (measure_id),
  version INTEGER NOT NULL CHECK (version >= 1),
  setting TEXT NOT NULL CHECK (json_valid(setting)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (measure_id, version)
) STRICT;

CREATE TABLE edit (
  edit_id INTEGER PRIMARY KEY,
  command TEXT NOT NULL,
  who TEXT NOT NULL,
  made_at TEXT NOT NULL,
  entries TEXT NOT NULL CHECK (json_valid(entries)),
  undoes INTEGER REFERENCES edit (edit_id)
) STRICT;

CREATE TRIGGER edit_is_never_deleted BEFORE DELETE ON edit
BEGIN SELECT raise(ABORT, 'an edit is never deleted: undo it'); END;

CREATE TRIGGER edit_is_never_edited BEFORE UPDATE ON edit
BEGIN SELECT raise(ABORT, 'an edit is never edited: undo it'); END;

CREATE TABLE evidence_edit (
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
  evidence TEXT NOT NULL CHECK (length(evidence) BETWEEN 1 AND 80),
  version INTEGER NOT NULL CHECK (version >= 1),
  edit TEXT NOT NULL CHECK (json_valid(edit)),
  figures TEXT NOT NULL CHECK (length(figures) = 64),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (year, evidence, version)
) STRICT;

CREATE TRIGGER evidence_edit_is_never_deleted BEFORE DELETE ON evidence_edit
BEGIN SELECT raise(ABORT, 'words beside evidence are never deleted: go back to the draft'); END;

CREATE TRIGGER evidence_edit_is_never_edited BEFORE UPDATE ON evidence_edit
BEGIN SELECT raise(ABORT, 'words beside evidence are never edited: save the next version'); END;

CREATE TABLE exceptional_choice (
  exceptional_period_id INTEGER NOT NULL REFERENCES exceptional_period (exceptional_period_id) ON DELETE CASCADE,
  measure_id TEXT NOT NULL REFERENCES measure (measure_id),
  left_out_of TEXT NOT NULL CHECK (left_out_of IN ('limits', 'season', 'profile', 'last-year')),
  PRIMARY KEY (exceptional_period_id, measure_id, left_out_of)
) STRICT;

CREATE TABLE exceptional_period (
  exceptional_period_id INTEGER PRIMARY KEY,
  month_from TEXT NOT NULL CHECK (month_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  month_to TEXT NOT NULL CHECK (month_to GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND month_to >= month_from),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE figure_note (
  figure TEXT NOT NULL PRIMARY KEY CHECK (json_valid(figure)),
  note TEXT NOT NULL CHECK (note <> ''),
  noted_at TEXT NOT NULL
) STRICT;

CREATE TABLE import (
  import_id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  format TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  app_version TEXT NOT NULL,
  mapping_version INTEGER NOT NULL
) STRICT;

CREATE INDEX import_by_sha256 ON import (sha256);

CREATE TABLE import_event (
  import_event_id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES import (import_id),
  event TEXT NOT NULL CHECK (event IN ('withdrawn', 'reinstated')),
  reason TEXT NOT NULL,
  event_at TEXT NOT NULL
) STRICT;

CREATE INDEX import_event_by_import ON import_event (import_id);

CREATE TRIGGER import_event_is_never_deleted BEFORE DELETE ON import_event
BEGIN SELECT raise(ABORT, 'what happened to an import is never deleted'); END;

CREATE TRIGGER import_event_is_never_edited BEFORE UPDATE ON import_event
BEGIN SELECT raise(ABORT, 'what happened to an import is never edited'); END;

CREATE TRIGGER import_is_never_deleted BEFORE DELETE ON import
BEGIN SELECT raise(ABORT, 'an import is never deleted: withdraw it'); END;

CREATE TRIGGER import_is_never_edited BEFORE UPDATE ON import
BEGIN SELECT raise(ABORT, 'an import is never edited'); END;

CREATE TABLE import_mapping (
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  mapping_id INTEGER NOT NULL REFERENCES mapping (mapping_id),
  PRIMARY KEY (import_id, position),
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;

CREATE TABLE import_sheet (
  import_id INTEGER NOT NULL REFERENCES import (import_id),
  position INTEGER NOT NULL,
  sheet TEXT NOT NULL,
  layout TEXT NOT NULL,
  dataset TEXT NOT NULL,
  measure_id TEXT,
  covers_from TEXT CHECK (covers_from IS NULL OR covers_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  covers_to TEXT CHECK (covers_to IS NULL OR covers_to GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  report TEXT NOT NULL CHECK (json_valid(report)),
  PRIMARY KEY (import_id, position)
) STRICT;

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

CREATE TRIGGER issue_is_never_deleted BEFORE DELETE ON issue
BEGIN SELECT raise(ABORT, 'an issue is never deleted: close it'); END;

CREATE TRIGGER issue_is_never_edited BEFORE UPDATE ON issue
BEGIN SELECT raise(ABORT, 'an issue is never edited: save its next version'); END;

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

CREATE TRIGGER issue_score_is_never_deleted BEFORE DELETE ON issue_score
BEGIN SELECT raise(ABORT, 'a score is never deleted: take it back'); END;

CREATE TRIGGER issue_score_is_never_edited BEFORE UPDATE ON issue_score
BEGIN SELECT raise(ABORT, 'a score is never edited: score again'); END;

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

CREATE TRIGGER issue_settled_is_never_deleted BEFORE DELETE ON issue_settled
BEGIN SELECT raise(ABORT, 'what a workshop settled is never deleted: settle it again'); END;

CREATE TRIGGER issue_settled_is_never_edited BEFORE UPDATE ON issue_settled
BEGIN SELECT raise(ABORT, 'what a workshop settled is never edited: settle it again'); END;

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

CREATE TRIGGER list_entry_is_never_deleted BEFORE DELETE ON list_entry
BEGIN SELECT raise(ABORT, 'an entry of a list is never deleted: take it out'); END;

CREATE TRIGGER list_entry_is_never_edited BEFORE UPDATE ON list_entry
BEGIN SELECT raise(ABORT, 'an entry of a list is never edited: save its next version'); END;

CREATE TABLE list_note (
  list_note_id INTEGER PRIMARY KEY,
  list TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  said_on TEXT NOT NULL CHECK (said_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 4000),
  saved_at TEXT NOT NULL
) STRICT;

CREATE INDEX list_note_by_entry ON list_note (list, entry_id);

CREATE TRIGGER list_note_is_never_deleted BEFORE DELETE ON list_note
BEGIN SELECT raise(ABORT, 'a note is never deleted: add another'); END;

CREATE TRIGGER list_note_is_never_edited BEFORE UPDATE ON list_note
BEGIN SELECT raise(ABORT, 'a note is never edited: add another'); END;

CREATE VIEW live_import AS
SELECT import_id FROM import
WHERE coalesce(
  (SELECT event FROM import_event WHERE import_event.import_id = import.import_id
   ORDER BY import_event_id DESC LIMIT 1), 'reinstated') = 'reinstated';

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

CREATE TRIGGER mapping_is_never_deleted BEFORE DELETE ON mapping
BEGIN SELECT raise(ABORT, 'a kept mapping is never deleted: forget it'); END;

CREATE TRIGGER mapping_is_never_edited BEFORE UPDATE ON mapping
BEGIN SELECT raise(ABORT, 'a kept mapping is never edited: keep another version'); END;

CREATE TABLE measure (
  measure_id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE measure_version (
  measure_id TEXT NOT NULL REFERENCES measure (measure_id),
  version INTEGER NOT NULL CHECK (version >= 1),
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  made_at TEXT NOT NULL, in_force_from TEXT
  CHECK (in_force_from IS NULL OR in_force_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]'), why TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (measure_id, version)
) STRICT;

CREATE TRIGGER measure_version_in_use_is_never_deleted BEFORE DELETE ON measure_version
WHEN EXISTS (SELECT 1 FROM import_sheet WHERE measure_id = OLD.measure_id)
  OR EXISTS (SELECT 1 FROM pack, json_each(pack.measure_versions) WHERE json_each.key = OLD.measure_id)
BEGIN SELECT raise(ABORT, 'figures or packs rest on this definition: end the measure'); END;

CREATE TRIGGER measure_version_is_never_edited BEFORE UPDATE ON measure_version
BEGIN SELECT raise(ABORT, 'a definition is never edited: save the next version'); END;

CREATE TABLE month_count (
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  month TEXT NOT NULL,
  area_id INTEGER NOT NULL,
  district_id INTEGER NOT NULL,
  records INTEGER NOT NULL,
  events INTEGER NOT NULL,
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  PRIMARY KEY (import_id, position, month, area_id, district_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE observation (
  observation_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  measure_id TEXT NOT NULL,
  area_id INTEGER NOT NULL REFERENCES area (area_id),
  period_from TEXT NOT NULL CHECK (period_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  period_to TEXT NOT NULL CHECK (period_to GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND period_to >= period_from),
  quantity TEXT NOT NULL,
  value REAL,
  symbol TEXT,
  symbol_meaning TEXT CHECK (symbol_meaning IN
    ('under', 'suppressed', 'not-available', 'not-applicable', 'nil', 'low', 'gone')),
  cell TEXT NOT NULL,
  minus_cell TEXT,
  CHECK (value IS NOT NULL OR symbol_meaning IS NOT NULL),
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;

CREATE INDEX observation_by_import ON observation (import_id);

CREATE INDEX observation_by_series ON observation (measure_id, quantity, area_id, period_from);

CREATE TRIGGER observation_is_never_deleted BEFORE DELETE ON observation
BEGIN SELECT raise(ABORT, 'an observation is never deleted: withdraw its import'); END;

CREATE TRIGGER observation_is_never_edited BEFORE UPDATE ON observation
BEGIN SELECT raise(ABORT, 'an observation is never edited: import the correction'); END;

CREATE TABLE offence (
  offence_id INTEGER PRIMARY KEY,
  offence_group TEXT NOT NULL,
  offence TEXT NOT NULL,
  UNIQUE (offence_group, offence)
) STRICT;

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

CREATE TRIGGER pack_is_never_deleted BEFORE DELETE ON pack
BEGIN SELECT raise(ABORT, 'a pack is never deleted'); END;

CREATE TRIGGER pack_is_never_edited BEFORE UPDATE ON pack
BEGIN SELECT raise(ABORT, 'a pack is never edited: write another'); END;

CREATE TABLE pack_printed (
  pack_id INTEGER PRIMARY KEY REFERENCES pack (pack_id),
  minded TEXT NOT NULL CHECK (json_valid(minded)),
  printed TEXT NOT NULL CHECK (json_valid(printed))
) STRICT;

CREATE TRIGGER pack_printed_is_never_deleted BEFORE DELETE ON pack_printed
BEGIN SELECT raise(ABORT, 'what a pack printed is never deleted'); END;

CREATE TRIGGER pack_printed_is_never_edited BEFORE UPDATE ON pack_printed
BEGIN SELECT raise(ABORT, 'what a pack printed is never edited'); END;

CREATE TABLE pack_standing (
  pack_standing_id INTEGER PRIMARY KEY,
  pack_id INTEGER NOT NULL REFERENCES pack (pack_id),
  standing TEXT NOT NULL CHECK (standing IN ('handed-over', 'set-aside')),
  said_at TEXT NOT NULL
) STRICT;

CREATE INDEX pack_standing_by_pack ON pack_standing (pack_id);

CREATE TRIGGER pack_standing_is_never_deleted BEFORE DELETE ON pack_standing
BEGIN SELECT raise(ABORT, 'what was said of a pack is never deleted: say it anew'); END;

CREATE TRIGGER pack_standing_is_never_edited BEFORE UPDATE ON pack_standing
BEGIN SELECT raise(ABORT, 'what was said of a pack is never edited: say it anew'); END;

CREATE TABLE pack_template (
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  version INTEGER NOT NULL CHECK (version >= 1),
  sections TEXT NOT NULL CHECK (json_valid(sections)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (name, version)
) STRICT;

CREATE TABLE partnership (
  partnership_id INTEGER PRIMARY KEY CHECK (partnership_id = 1),
  name TEXT NOT NULL,
  city_area_id INTEGER NOT NULL REFERENCES area (area_id)
) STRICT;

CREATE TABLE plan (
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
  version INTEGER NOT NULL CHECK (version >= 1),
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (year, version)
) STRICT;

CREATE TRIGGER plan_is_never_deleted BEFORE DELETE ON plan
BEGIN SELECT raise(ABORT, 'a plan is never deleted: save its next version'); END;

CREATE TRIGGER plan_is_never_edited BEFORE UPDATE ON plan
BEGIN SELECT raise(ABORT, 'a plan is never edited: save its next version'); END;

CREATE TABLE priority_area (
  import_id INTEGER NOT NULL REFERENCES import (import_id),
  area_id INTEGER NOT NULL REFERENCES area (area_id),
  PRIMARY KEY (import_id, area_id)
) STRICT;

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

CREATE TRIGGER recommendation_is_never_deleted BEFORE DELETE ON recommendation
BEGIN SELECT raise(ABORT, 'a recommendation is never deleted: withdraw its import'); END;

CREATE TRIGGER recommendation_is_never_edited BEFORE UPDATE ON recommendation
BEGIN SELECT raise(ABORT, 'a recommendation is never edited: import the newer list'); END;

CREATE TABLE record (
  record_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  sheet_row INTEGER NOT NULL,
  events INTEGER NOT NULL CHECK (events >= 1),
  reference TEXT,
  day TEXT,
  month TEXT NOT NULL,
  time TEXT,
  area_id INTEGER REFERENCES area (area_id),
  offence_id INTEGER REFERENCES offence (offence_id),
  outcome_id INTEGER REFERENCES word (word_id),
  age_band_id INTEGER REFERENCES word (word_id),
  sex_id INTEGER REFERENCES word (word_id),
  flag_id INTEGER REFERENCES word (word_id),
  beat_id INTEGER REFERENCES word (word_id),
  lsoa_id INTEGER REFERENCES word (word_id),
  district_id INTEGER REFERENCES word (word_id),
  easting REAL,
  northing REAL, ethnicity_id INTEGER REFERENCES word (word_id), relationship_id INTEGER REFERENCES word (word_id), repeat_id INTEGER REFERENCES word (word_id), offender_age_band_id INTEGER REFERENCES word (word_id), offender_sex_id INTEGER REFERENCES word (word_id), offender_ethnicity_id INTEGER REFERENCES word (word_id),
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;

CREATE TABLE record_count (
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  month TEXT NOT NULL,
  area_id INTEGER REFERENCES area (area_id),
  offence_id INTEGER REFERENCES offence (offence_id),
  district_id INTEGER REFERENCES word (word_id),
  records INTEGER NOT NULL CHECK (records > 0),
  events INTEGER NOT NULL CHECK (events >= records),
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;

CREATE TRIGGER record_count_adds_up AFTER INSERT ON record_count
BEGIN
  INSERT INTO month_count
  VALUES (new.import_id, new.position, new.month, coalesce(new.area_id, 0), coalesce(new.district_id, 0), new.records,
    new.events, new.first_row, new.last_row)
  ON CONFLICT DO UPDATE SET records = records + new.records, events = events + new.events,
    first_row = min(first_row, new.first_row), last_row = max(last_row, new.last_row);
END;

CREATE INDEX record_count_by_month ON record_count (import_id, month);

CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
WHEN NOT EXISTS (SELECT 1 FROM record_purge p WHERE p.import_id = OLD.import_id AND p.position = OLD.position)
BEGIN SELECT raise(ABORT, 'a record is never deleted: withdraw its import'); END;

CREATE TRIGGER record_is_never_edited BEFORE UPDATE ON record
BEGIN SELECT raise(ABORT, 'a record is never edited: import the correction'); END;

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

CREATE TRIGGER record_purge_is_never_deleted BEFORE DELETE ON record_purge
BEGIN SELECT raise(ABORT, 'that records were removed is never deleted'); END;

CREATE TRIGGER record_purge_is_never_edited BEFORE UPDATE ON record_purge
BEGIN SELECT raise(ABORT, 'what was removed is never edited'); END;

CREATE TABLE reference_key (
  reference_key_id INTEGER PRIMARY KEY CHECK (reference_key_id = 1),
  key BLOB NOT NULL CHECK (length(key) = 32),
  made_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER reference_key_is_never_deleted BEFORE DELETE ON reference_key
BEGIN SELECT raise(ABORT, 'the key of references is never deleted: repeats would no longer be found'); END;

CREATE TRIGGER reference_key_is_never_edited BEFORE UPDATE ON reference_key
BEGIN SELECT raise(ABORT, 'the key of references is never edited: repeats would no longer be found'); END;

CREATE TABLE risk_scheme (
  scheme_id TEXT NOT NULL CHECK (length(scheme_id) BETWEEN 1 AND 120),
  version TEXT NOT NULL,
  scheme TEXT NOT NULL CHECK (json_valid(scheme)),
  file_name TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (scheme_id, version)
) STRICT;

CREATE TRIGGER risk_scheme_in_use_is_never_deleted BEFORE DELETE ON risk_scheme
WHEN EXISTS (SELECT 1 FROM issue_score WHERE scheme_id = OLD.scheme_id AND scheme_version = OLD.version)
  OR EXISTS (SELECT 1 FROM issue_settled WHERE scheme_id = OLD.scheme_id AND scheme_version = OLD.version)
  OR EXISTS (SELECT 1 FROM assessment_scheme WHERE scheme_id = OLD.scheme_id AND scheme_version = OLD.version)
BEGIN SELECT raise(ABORT, 'scores rest on this scheme'); END;

CREATE TRIGGER risk_scheme_is_never_edited BEFORE UPDATE ON risk_scheme
BEGIN SELECT raise(ABORT, 'a scheme is never edited: import it under its next version'); END;

CREATE TABLE score (
  score_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  client TEXT NOT NULL,
  domain TEXT NOT NULL,
  entry REAL,
  exit REAL,
  closed_on TEXT,
  satisfied INTEGER CHECK (satisfied IN (0, 1)),
  referral TEXT,
  cell TEXT NOT NULL,
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;

CREATE INDEX score_by_import ON score (import_id);

CREATE TABLE set_aside (
  digest TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  value TEXT NOT NULL CHECK (json_valid(value)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (name, version)
) STRICT;

CREATE TABLE sheet_copy (
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  rows BLOB NOT NULL,
  PRIMARY KEY (import_id, position),
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT;

CREATE TRIGGER sheet_copy_is_never_edited BEFORE UPDATE ON sheet_copy
BEGIN SELECT raise(ABORT, 'a copy of a sheet is never edited: import the newer file'); END;

CREATE TABLE small_area_count (
  import_id INTEGER NOT NULL REFERENCES import (import_id),
  position INTEGER NOT NULL,
  month TEXT NOT NULL,
  lsoa_id INTEGER REFERENCES word (word_id),
  events INTEGER NOT NULL CHECK (events > 0)
) STRICT;

CREATE INDEX small_area_count_by_month ON small_area_count (import_id, position, month);

CREATE TABLE small_area_counted (
  import_id INTEGER NOT NULL PRIMARY KEY REFERENCES import (import_id)
) STRICT;

CREATE TABLE small_area_lookup (
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  lsoa_id INTEGER NOT NULL REFERENCES word (word_id),
  area_id INTEGER NOT NULL REFERENCES area (area_id),
  cell TEXT NOT NULL,
  PRIMARY KEY (import_id, lsoa_id),
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT, WITHOUT ROWID;

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

CREATE TRIGGER survey_answer_is_never_deleted BEFORE DELETE ON survey_answer
BEGIN SELECT raise(ABORT, 'an answer is never deleted: withdraw its import'); END;

CREATE TRIGGER survey_answer_is_never_edited BEFORE UPDATE ON survey_answer
BEGIN SELECT raise(ABORT, 'an answer is never edited: import the newer sheet'); END;

CREATE TABLE unit_costs (
  version INTEGER NOT NULL PRIMARY KEY CHECK (version >= 1),
  costs TEXT NOT NULL CHECK (json_valid(costs)),
  file_name TEXT,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER unit_costs_are_never_deleted BEFORE DELETE ON unit_costs
BEGIN SELECT raise(ABORT, 'unit costs are never deleted: save the next version'); END;

CREATE TRIGGER unit_costs_are_never_edited BEFORE UPDATE ON unit_costs
BEGIN SELECT raise(ABORT, 'unit costs are never edited: save the next version'); END;

CREATE TABLE unplaced_count (
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  month TEXT NOT NULL,
  lsoa_id INTEGER NOT NULL REFERENCES word (word_id),
  district_id INTEGER NOT NULL,
  records INTEGER NOT NULL CHECK (records > 0),
  events INTEGER NOT NULL CHECK (events >= records),
  PRIMARY KEY (import_id, position, month, lsoa_id, district_id),
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE wipe_due (since TEXT NOT NULL, what TEXT NOT NULL) STRICT;

CREATE TABLE word (
  word_id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

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

CREATE TRIGGER words_are_never_deleted BEFORE DELETE ON words
BEGIN SELECT raise(ABORT, 'words are never deleted: go back to the draft'); END;

CREATE TRIGGER words_are_never_edited BEFORE UPDATE ON words
BEGIN SELECT raise(ABORT, 'words are never edited: save the next version'); END;

-- Who the people of a record were, as categories: never a name, an address or a day of birth. Null: the extract has no
-- such column, or its cell was blank. `age_band_id` and `sex_id` are of the victim.
ALTER TABLE record ADD COLUMN ethnicity_id INTEGER REFERENCES word (word_id);
ALTER TABLE record ADD COLUMN relationship_id INTEGER REFERENCES word (word_id);
ALTER TABLE record ADD COLUMN repeat_id INTEGER REFERENCES word (word_id);
ALTER TABLE record ADD COLUMN offender_age_band_id INTEGER REFERENCES word (word_id);
ALTER TABLE record ADD COLUMN offender_sex_id INTEGER REFERENCES word (word_id);
ALTER TABLE record ADD COLUMN offender_ethnicity_id INTEGER REFERENCES word (word_id);

-- What the officer makes of one table of evidence of one year, apart from the draft: own words, notes beside rows, rows
-- left out. Figures are never edited. `figures`: fingerprint of the figures it was written on.
CREATE TABLE evidence_edit (
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]/[0-9][0-9]'),
  evidence TEXT NOT NULL CHECK (length(evidence) BETWEEN 1 AND 80),
  version INTEGER NOT NULL CHECK (version >= 1),
  edit TEXT NOT NULL CHECK (json_valid(edit)),
  figures TEXT NOT NULL CHECK (length(figures) = 64),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (year, evidence, version)
) STRICT;
CREATE TRIGGER evidence_edit_is_never_edited BEFORE UPDATE ON evidence_edit
BEGIN SELECT raise(ABORT, 'words beside evidence are never edited: save the next version'); END;
CREATE TRIGGER evidence_edit_is_never_deleted BEFORE DELETE ON evidence_edit
BEGIN SELECT raise(ABORT, 'words beside evidence are never deleted: go back to the draft'); END;

-- What one offence of a group costs, from a sheet or as the officer changed it; each saving of the list is a new version.
CREATE TABLE unit_costs (
  version INTEGER NOT NULL PRIMARY KEY CHECK (version >= 1),
  costs TEXT NOT NULL CHECK (json_valid(costs)),
  file_name TEXT,
  saved_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER unit_costs_are_never_edited BEFORE UPDATE ON unit_costs
BEGIN SELECT raise(ABORT, 'unit costs are never edited: save the next version'); END;
CREATE TRIGGER unit_costs_are_never_deleted BEFORE DELETE ON unit_costs
BEGIN SELECT raise(ABORT, 'unit costs are never deleted: save the next version'); END;

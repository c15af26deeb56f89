-- A group of areas to compare with, in force from one month to another. The same name with another span is the same
-- group re-made: a picture across the change says so. Groups read from a sheet stay with their import instead.
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

-- How a measure's process chart is drawn: each saving is a new version, so that an older chart can still be explained.
CREATE TABLE chart_setting (
  measure_id TEXT NOT NULL REFERENCES measure (measure_id),
  version INTEGER NOT NULL CHECK (version >= 1),
  setting TEXT NOT NULL CHECK (json_valid(setting)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (measure_id, version)
) STRICT;

-- Months not like others, with the reason: a lockdown, a change in recording. A band on every chart.
CREATE TABLE exceptional_period (
  exceptional_period_id INTEGER PRIMARY KEY,
  month_from TEXT NOT NULL CHECK (month_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  month_to TEXT NOT NULL CHECK (month_to GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND month_to >= month_from),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  saved_at TEXT NOT NULL
) STRICT;

-- What a measure leaves an exceptional period out of, by the officer's choice. No row: it is only shown.
CREATE TABLE exceptional_choice (
  exceptional_period_id INTEGER NOT NULL REFERENCES exceptional_period (exceptional_period_id) ON DELETE CASCADE,
  measure_id TEXT NOT NULL REFERENCES measure (measure_id),
  left_out_of TEXT NOT NULL CHECK (left_out_of IN ('limits', 'season', 'profile', 'last-year')),
  PRIMARY KEY (exceptional_period_id, measure_id, left_out_of)
) STRICT;

-- Outlines of areas from a boundary file (GeoJSON), as the officer brought it.
CREATE TABLE boundary (
  boundary_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  geometry TEXT NOT NULL CHECK (json_valid(geometry)),
  saved_at TEXT NOT NULL
) STRICT;

-- Records counted by small area (LSOA), made when a map is first asked for and kept; it can be made anew at any time.
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

-- Counts of record imports by month and place, all offences together: what a year's table and the gap are made of.
-- `area_id` and `district_id` 0: none. Kept by the trigger below, so that it cannot differ from the counts it sums.
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

INSERT INTO month_count
SELECT import_id, position, month, coalesce(area_id, 0), coalesce(district_id, 0), sum(records), sum(events),
  min(first_row), max(last_row)
FROM record_count GROUP BY 1, 2, 3, 4, 5;

CREATE TRIGGER record_count_adds_up AFTER INSERT ON record_count
BEGIN
  INSERT INTO month_count
  VALUES (new.import_id, new.position, new.month, coalesce(new.area_id, 0), coalesce(new.district_id, 0), new.records,
    new.events, new.first_row, new.last_row)
  ON CONFLICT DO UPDATE SET records = records + new.records, events = events + new.events,
    first_row = min(first_row, new.first_row), last_row = max(last_row, new.last_row);
END;

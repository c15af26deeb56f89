-- Which neighbourhood or ward a small area (LSOA) lies in, as one import says it. Looked up when figures are asked for.
CREATE TABLE small_area_lookup (
  import_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  lsoa_id INTEGER NOT NULL REFERENCES word (word_id),
  area_id INTEGER NOT NULL REFERENCES area (area_id),
  cell TEXT NOT NULL,
  PRIMARY KEY (import_id, lsoa_id),
  FOREIGN KEY (import_id, position) REFERENCES import_sheet (import_id, position)
) STRICT, WITHOUT ROWID;

-- Records that name a small area and no neighbourhood, counted when they are kept. `district_id` 0: none.
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

INSERT INTO unplaced_count
SELECT import_id, position, month, lsoa_id, coalesce(district_id, 0), count(*), sum(events)
FROM record WHERE area_id IS NULL AND lsoa_id IS NOT NULL GROUP BY 1, 2, 3, 4, 5;

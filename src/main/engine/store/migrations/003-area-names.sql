-- Other names of areas: which import carried a code, or when the officer gave the name; both null for the first ones.
ALTER TABLE area_alias ADD COLUMN import_id INTEGER REFERENCES import (import_id);
ALTER TABLE area_alias ADD COLUMN kept_at TEXT;
CREATE INDEX area_alias_by_area ON area_alias (area_id);

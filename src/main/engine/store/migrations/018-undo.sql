-- What nothing rests on may be taken back whole. (What an entry of the audit trail says of it stays.)
DROP TRIGGER risk_scheme_is_never_deleted;
CREATE TRIGGER risk_scheme_in_use_is_never_deleted BEFORE DELETE ON risk_scheme
WHEN EXISTS (SELECT 1 FROM issue_score WHERE scheme_id = OLD.scheme_id AND scheme_version = OLD.version)
  OR EXISTS (SELECT 1 FROM issue_settled WHERE scheme_id = OLD.scheme_id AND scheme_version = OLD.version)
  OR EXISTS (SELECT 1 FROM assessment_scheme WHERE scheme_id = OLD.scheme_id AND scheme_version = OLD.version)
BEGIN SELECT raise(ABORT, 'scores rest on this scheme'); END;

DROP TRIGGER measure_version_is_never_deleted;
CREATE TRIGGER measure_version_in_use_is_never_deleted BEFORE DELETE ON measure_version
WHEN EXISTS (SELECT 1 FROM import_sheet WHERE measure_id = OLD.measure_id)
  OR EXISTS (SELECT 1 FROM pack, json_each(pack.measure_versions) WHERE json_each.key = OLD.measure_id)
BEGIN SELECT raise(ABORT, 'figures or packs rest on this definition: end the measure'); END;

-- Texts too large for the audit trail, which names them by their hash: kept when their row goes, for undo.
CREATE TABLE set_aside (
  digest TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

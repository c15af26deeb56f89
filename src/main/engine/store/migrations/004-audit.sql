-- Who changed what, when and why. Each entry carries the hash of the one before: none can be edited, left out or moved
-- without `audit verify` saying so. `clock_at`: what the clock said, where it stood before the entry before.
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

CREATE TRIGGER audit_is_only_added_to BEFORE INSERT ON audit
WHEN NEW.audit_id <> coalesce((SELECT max(audit_id) FROM audit), 0) + 1
  OR NEW.previous_hash <> coalesce(
    (SELECT hash FROM audit ORDER BY audit_id DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000')
  OR NEW.at < coalesce((SELECT at FROM audit ORDER BY audit_id DESC LIMIT 1), '')
BEGIN SELECT raise(ABORT, 'the audit trail is only added to at its end'); END;
CREATE TRIGGER audit_is_never_edited BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit trail is never edited'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the audit trail is never deleted'); END;

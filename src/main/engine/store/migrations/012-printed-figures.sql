-- What a pack printed and withheld, figure by figure, and which packs before it were minded when it was made: a pack
-- must not give away what an earlier one withheld, and says what it revised. `printed`: key, as held, as printed.
CREATE TABLE pack_printed (
  pack_id INTEGER PRIMARY KEY REFERENCES pack (pack_id),
  minded TEXT NOT NULL CHECK (json_valid(minded)),
  printed TEXT NOT NULL CHECK (json_valid(printed))
) STRICT;
CREATE TRIGGER pack_printed_is_never_edited BEFORE UPDATE ON pack_printed
BEGIN SELECT raise(ABORT, 'what a pack printed is never edited'); END;
CREATE TRIGGER pack_printed_is_never_deleted BEFORE DELETE ON pack_printed
BEGIN SELECT raise(ABORT, 'what a pack printed is never deleted'); END;

-- Whether a pack left the desk; the last word holds, and without one it did.
CREATE TABLE pack_standing (
  pack_standing_id INTEGER PRIMARY KEY,
  pack_id INTEGER NOT NULL REFERENCES pack (pack_id),
  standing TEXT NOT NULL CHECK (standing IN ('handed-over', 'set-aside')),
  said_at TEXT NOT NULL
) STRICT;
CREATE INDEX pack_standing_by_pack ON pack_standing (pack_id);
CREATE TRIGGER pack_standing_is_never_edited BEFORE UPDATE ON pack_standing
BEGIN SELECT raise(ABORT, 'what was said of a pack is never edited: say it anew'); END;
CREATE TRIGGER pack_standing_is_never_deleted BEFORE DELETE ON pack_standing
BEGIN SELECT raise(ABORT, 'what was said of a pack is never deleted: say it anew'); END;

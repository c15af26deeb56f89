-- What an officer notes about one figure. `figure`: the question it answers, as JSON with its keys in order.
CREATE TABLE figure_note (
  figure TEXT NOT NULL PRIMARY KEY CHECK (json_valid(figure)),
  note TEXT NOT NULL CHECK (note <> ''),
  noted_at TEXT NOT NULL
) STRICT;

/** One entry of the audit trail, as far as words need it. `before` and `after` are JSON text. */
export interface EntryToSay {
  readonly what: string;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Told = Readonly<Record<string, unknown>>;

interface Thing {
  readonly is: string;
  /** The name a row of it is known by. */
  readonly named: (row: Told) => string;
  /** Rows that belong to another thing: they are named only where they changed alone. */
  readonly isPart?: true;
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const inside = (value: unknown, field: string): string => {
  try {
    return text((JSON.parse(text(value)) as Told | null)?.[field]);
  } catch {
    return '';
  }
};
const nameInside = (value: unknown): string => inside(value, 'name');

/** What the officer calls the rows of each table, and by which of their columns. */
const THINGS: Readonly<Record<string, Thing>> = {
  measure_version: {
    is: 'the definition of',
    named: (row) => nameInside(row['definition']) || text(row['measure_id']),
  },
  chart_setting: { is: 'the process chart of', named: (row) => text(row['measure_id']) },
  words: { is: 'the words for', named: (row) => `${text(row['view'])}, ${text(row['as_at'])}` },
  setting: { is: 'the setting', named: (row) => text(row['name']) },
  pack_template: { is: 'the template', named: (row) => text(row['name']) },
  agreed_action: { is: 'the action', named: (row) => text(row['action']) },
  action_note: { is: 'a note on an action', named: (row) => text(row['note']) },
  area_alias: { is: 'the other name', named: (row) => text(row['alias']) },
  area_group: { is: 'the group', named: (row) => text(row['name']) },
  area_group_member: { is: 'a member of a group:', named: (row) => text(row['name']), isPart: true },
  exceptional_period: {
    is: 'the exceptional period',
    named: (row) => `${text(row['month_from'])} to ${text(row['month_to'])}`,
  },
  exceptional_choice: {
    is: 'what an exceptional period is left out of:',
    named: (row) => text(row['left_out_of']),
    isPart: true,
  },
  boundary: { is: 'the outlines', named: (row) => text(row['name']) },
  mapping: { is: 'the kept mapping of', named: (row) => text(row['file_name']) },
  issue: { is: 'the issue', named: (row) => text(row['name']) },
  issue_score: { is: 'a score of', named: (row) => text(row['issue_id']) },
  issue_settled: { is: 'what the workshop settled of', named: (row) => text(row['issue_id']) },
  agreed_priorities: { is: 'the agreed priorities of', named: (row) => text(row['year']) },
  assessment_scheme: { is: 'how issues are scored in', named: (row) => text(row['year']) },
  risk_scheme: { is: 'the matrix', named: (row) => nameInside(row['scheme']) || text(row['scheme_id']) },
  plan: { is: 'the plan on a page of', named: (row) => text(row['year']) },
  measure: { is: 'the place of a measure:', named: (row) => text(row['measure_id']), isPart: true },
  figure_note: { is: 'a note on a figure:', named: (row) => text(row['note']) },
  evidence_edit: {
    is: 'words on the evidence',
    named: (row) => `${text(row['evidence']).replaceAll('-', ' ')}, ${text(row['year'])}`,
  },
  unit_costs: { is: 'the unit costs of', named: (row) => inside(row['costs'], 'pricesOf') },
  list_entry: { is: 'an entry of the list of', named: (row) => text(row['list']) },
  list_note: { is: 'a note on an entry:', named: (row) => text(row['note']) },
  pack_standing: {
    is: 'what became of a pack:',
    named: (row) => (row['standing'] === 'set-aside' ? 'it never left the desk' : 'handed over'),
  },
};

const WHOLE: Readonly<Record<string, string>> = {
  'import.kept': 'Kept',
  'import.withdrawn': 'Withdrew',
  'import.reinstated': 'Reinstated',
  'store.made': 'Made the store',
  'store.updated': 'Updated the store to a newer version of the workbench',
  'audit.begun': 'Began the audit trail',
  'store.restored': 'Restored a backup',
  'store.encrypted': 'Encrypted the store',
  'store.re-encrypted': 'Encrypted the store under a new key',
  'store.passphrase-changed': 'Changed the passphrase',
  'store.recovery-key-renewed': 'Made a new recovery key',
};

const VERBS: Readonly<Record<string, string>> = { added: 'Added', changed: 'Changed', removed: 'Removed' };

const rowOf = ({ before, after }: EntryToSay): Told => {
  const found: unknown = JSON.parse(after ?? before ?? '{}');
  return typeof found === 'object' && found !== null ? (found as Told) : {};
};

/** One entry of the audit trail in words: «Changed the group “MSG 2015”». */
export function sayEntry(entry: EntryToSay): string {
  const whole = WHOLE[entry.what];
  const row = rowOf(entry);
  if (whole !== undefined) {
    const file = text(row['fileName']);
    return entry.what.startsWith('import.') ? `${whole} ${file === '' ? entry.subject : `“${file}”`}` : whole;
  }
  const [table = '', kind = ''] = entry.what.split('.');
  const thing = THINGS[table];
  // The next version of something is a change of it; a text (of a matrix) is a name.
  const { version } = row;
  const verb = kind === 'added' && typeof version === 'number' && version > 1 ? 'Changed' : (VERBS[kind] ?? kind);
  if (thing === undefined) return `${verb}: ${table.replaceAll('_', ' ')}`;
  const name = thing.named(row);
  return `${verb} ${thing.is}${name === '' ? '' : ` “${name.length > 80 ? `${name.slice(0, 79)}…` : name}”`}`;
}

/** The entries of one edit in words, by the thing that was changed, not its parts. */
export function sayEdit(entries: readonly EntryToSay[]): string {
  const isPart = ({ what }: EntryToSay): boolean => THINGS[what.split('.')[0] ?? '']?.isPart === true;
  const chief = entries.find((entry) => entry.what.startsWith('import.')) ?? entries.find((entry) => !isPart(entry));
  const [first] = entries;
  return chief === undefined ? (first === undefined ? '' : sayEntry(first)) : sayEntry(chief);
}

/** One field of a row that a change touched; null: it was not there, or was empty. */
export interface Difference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Fields = ReadonlyMap<string, string | null>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

const shown = (value: unknown): string | null =>
  value === null || value === undefined || value === ''
    ? null
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

/** A row flattened: what is kept as JSON within it is told field by field. */
function fieldsOf(json: string | null): Fields {
  const fields = new Map<string, string | null>();
  const add = (value: unknown, name: string): void => {
    const inside = parsed(value);
    if (isObject(inside))
      for (const [key, one] of Object.entries(inside)) add(one, name === '' ? key : `${name}, ${key}`);
    else fields.set(name.replaceAll('_', ' '), shown(inside));
  };
  if (json !== null) add(json, '');
  return fields;
}

/** What a change touched, field by field, from the JSON texts of before and after. */
export function differencesOf(before: string | null, after: string | null): Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((one) => one.before !== one.after);
}

import { readDay } from '../intake/read-day.ts';
import { idsOf, type EntryValues, type FieldForm, type ListForm } from './list-form.ts';
import { namesAPerson } from './names-a-person.ts';

const isBlankValue = (values: EntryValues, { id, kind }: FieldForm): boolean => {
  const value = values[id] ?? null;
  if (kind === 'measures' || kind === 'issues') return idsOf(values, id).length === 0;
  return value === null || (typeof value === 'string' && value.trim() === '');
};

function problemOfField(values: EntryValues, field: FieldForm): string | null {
  const value = values[field.id] ?? null;
  if (isBlankValue(values, field)) return field.needed === true ? `«${field.words}» is empty.` : null;
  switch (field.kind) {
    case 'line':
    case 'text':
      return typeof value === 'string' ? null : `«${field.words}» is not words.`;
    case 'day':
      return typeof value === 'string' && readDay(value)?.day === value
        ? null
        : `«${field.words}» names no day there is.`;
    case 'pence':
    case 'whole':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
        ? null
        : `«${field.words}» is no ${field.kind === 'pence' ? 'amount' : 'whole number'}.`;
    case 'choice': {
      const options = field.options ?? [];
      return options.some(({ id }) => id === value)
        ? null
        : `«${field.words}» is none of ${options.map(({ words }) => words).join(', ')}.`;
    }
    case 'measures':
    case 'issues':
      return Array.isArray(value) ? null : `«${field.words}» is no list.`;
  }
}

/** What keeps an entry from being kept, in words; empty when nothing does. */
export function problemsOfEntry(form: ListForm, values: EntryValues): string[] {
  const problems = form.fields.flatMap((field) => problemOfField(values, field) ?? []);
  const unknown = Object.keys(values).filter((id) => !form.fields.some((field) => field.id === id));
  const [part, whole] = [values['part'] ?? null, values['whole'] ?? null];
  if (form.list === 'voice' && typeof part === 'number') {
    if (typeof whole !== 'number') problems.push('Say of how many who answered.');
    else if (part > whole)
      problems.push(`${String(part)} of ${String(whole)} cannot be: the part is more than the whole.`);
  }
  const [awarded, paid] = [values['awarded'] ?? null, values['paid'] ?? null];
  if (form.list === 'grants' && typeof paid === 'number' && typeof awarded === 'number' && paid > awarded) {
    problems.push('More is paid than was awarded.');
  }
  return [...problems, ...unknown.map((id) => `There is no field «${id}».`)];
}

/** What should be looked at before an entry is kept, and does not stop it: somebody's words that seem to name a person. */
export const warningsOfEntry = (form: ListForm, values: EntryValues): string[] =>
  form.fields.flatMap((field) => {
    const value = values[field.id];
    return field.quoted === true && typeof value === 'string'
      ? namesAPerson(value).map((said) => `${said}. Take it out: a quote stands without who said it.`)
      : [];
  });

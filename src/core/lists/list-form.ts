/** What may stand in one field of an entry; null: not known, never nought. */
export type FieldValue = string | number | readonly string[] | null;

/**
 * `line`, `text`: words. `day`: `2015-07-23`. `pence`: a whole number of pence. `whole`: a whole number. `choice`: one of
 * its options. `measures`, `issues`: ids of measures, or of issues of the register.
 */
export type FieldKind = 'line' | 'text' | 'day' | 'pence' | 'whole' | 'choice' | 'measures' | 'issues';

export interface FieldForm {
  readonly id: string;
  readonly words: string;
  /** At the head of a column, where there is no room for more. */
  readonly head?: string;
  readonly kind: FieldKind;
  /** An entry without it is not kept. */
  readonly needed?: boolean;
  readonly hint?: string;
  readonly options?: readonly { readonly id: string; readonly words: string }[];
  /** By what heading a sheet's column is known, in small letters. */
  readonly heading: RegExp;
  /** Somebody's own words: a name or a way to reach a person does not belong in it. */
  readonly quoted?: boolean;
}

export type ListId = 'recommendations' | 'outcomes' | 'work' | 'groups' | 'grants' | 'calendar' | 'voice' | 'evidence';

/** A list kept by hand or brought from a sheet: what an entry of it says, field by field. */
export interface ListForm {
  readonly list: ListId;
  readonly name: string;
  /** One entry, after «a»: «recommendation», «grant». */
  readonly one: string;
  /** The field an entry is called by. */
  readonly title: string;
  /** The fields that tell two entries apart: the same there is the same entry, when a sheet brings it again. */
  readonly key: readonly string[];
  readonly fields: readonly FieldForm[];
  /** The field with the day an entry is due, the field with its state, and the states in which nothing is due any more. */
  readonly due: { readonly day: string; readonly state: string | null; readonly settled: readonly string[] } | null;
  /** Whether dated notes of progress are kept with an entry. */
  readonly notes: boolean;
}

/** What stands at the head of a field's column, in the window, on paper and in a sheet that is read. */
export const headOf = ({ head, words }: FieldForm): string => head ?? words;

export type EntryValues = Readonly<Record<string, FieldValue>>;

/** An entry as it stands. */
export interface ListEntry {
  readonly id: string;
  readonly values: EntryValues;
}

/** The words of a field; '' where it says nothing. */
export const wordsOf = (values: EntryValues, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value : '';
};

/** The number of a field; null where it says none. */
export const numberOf = (values: EntryValues, field: string): number | null => {
  const value = values[field];
  return typeof value === 'number' ? value : null;
};

/** The ids of a field; empty where it names none. */
export const idsOf = (values: EntryValues, field: string): readonly string[] => {
  const value = values[field];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

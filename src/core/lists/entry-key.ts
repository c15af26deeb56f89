import { wordsOf, type EntryValues, type ListForm } from './list-form.ts';

/** Words without their case and signs: spelt a little differently they are still the same. */
const keyOfWords = (words: string): string =>
  words
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 120) || 'entry';

/** The id of an entry of a list, by the fields that tell its entries apart. */
export const entryKey = (form: ListForm, values: EntryValues): string =>
  keyOfWords(form.key.map((field) => wordsOf(values, field)).join(' '));

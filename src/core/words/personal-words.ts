import type { PersonalKind } from '../intake/about-a-person.ts';

const WORDS: Readonly<Record<PersonalKind, string>> = {
  name: 'names',
  birth: 'dates of birth',
  postcode: 'full postcodes',
  address: 'addresses',
  telephone: 'telephone numbers',
  'e-mail': 'e-mail addresses',
  'identity-number': 'numbers that identify a person or vehicle',
  'free-text': 'free text',
};

/** What a column about people holds, in words: «names», «full postcodes». */
export const personalWords = (kind: PersonalKind): string => WORDS[kind];

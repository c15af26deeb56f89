import { GIVEN_NAMES } from './given-names.ts';

/** What a column of a record extract may say of a person. */
export type PersonalKind =
  | 'name'
  | 'birth'
  | 'postcode'
  | 'address'
  | 'telephone'
  | 'e-mail'
  | 'identity-number' // NHS, National Insurance, passport, licence, vehicle, bank
  | 'free-text';

const E_MAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.[a-z]{2,}/i;
/** A full postcode: outward and inward part (BS 7666; Royal Mail, «Programmer's guide to the Postcode Address File»). */
const POSTCODE = /\b(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-HJKPSTUW\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b/i;
/** Two letters, six digits, one letter (HM Revenue and Customs, NIM39110). */
const NATIONAL_INSURANCE = /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b/i;
/** A British number as people write it: nought or +44, then nine or ten digits. */
const TELEPHONE = /(?<![\d/-])(?:\+44|0044|\(?0)(?:[ ()-]{0,2}\d){9,10}(?![\d/-])/;
/** Plates since September 2001: two letters, two digits, three letters (DVLA, INF104). */
const VEHICLE = /^[A-Z]{2}\d{2} ?[A-Z]{3}$/i;
const STREET_WORDS =
  'road|rd|street|st|avenue|ave|lane|ln|close|cl|drive|dr|way|terrace|crescent|cres|gardens|gdns|place|pl|court|ct|grove|hill|walk|row|square|mews|park|rise|view|parade|green';
const HOUSE = new RegExp(
  `^(?:(?:flat|apartment|apt|room|unit) ?\\w{1,4},? +)?\\d{1,4}[a-z]?(?:-\\d{1,4})?,? +[a-z][\\w'’. -]*? (?:${STREET_WORDS})\\b`,
  'i',
);
const FLAT = /^(?:flat|apartment|apt) ?\d{1,4}[a-z]?\b/i;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|revd?|pc|ps|pcso|dc|ds|di|sgt|insp)\.? +(?:\d{2,6} +)?[a-z][\w'’-]*/i;
const SURNAME_FIRST = /^[A-Z][A-Za-z'’-]+, ?([A-Z][a-z'’-]+)(?: [A-Z][A-Za-z'’.-]*)*$/;
const WORDS_OF_NAME = /^[\p{Lu}][\p{L}'’-]+(?: [\p{Lu}][\p{L}'’.-]*){1,3}$/u;

/** NHS numbers end in a check digit: the first nine digits by 10 … 2, modulo 11 (NHS Data Dictionary, NHS NUMBER). */
export function isNhsNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  if (!/^[1-9]\d{9}$/.test(digits)) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && check % 11 === Number(digits[9]);
}

/** True for a text that begins with a title or a given name, as people's names do and names of places rarely. */
export function looksLikeName(text: string): boolean {
  if (text.length > 60) return false;
  if (TITLE.test(text)) return true;
  const [, given] = SURNAME_FIRST.exec(text) ?? [];
  if (given !== undefined) return GIVEN_NAMES.has(given.toLowerCase());
  if (!WORDS_OF_NAME.test(text) || /\b(?:St|Street|Road|Park|Town|Cross|Hill|Green|Ward|Estate|Centre)\b/.test(text))
    return false;
  return GIVEN_NAMES.has((text.split(' ')[0] ?? '').toLowerCase());
}

/** Two to four words with capitals: a name, or a place. */
export const isShapedLikeName = (text: string): boolean =>
  text.length <= 60 && (WORDS_OF_NAME.test(text) || SURNAME_FIRST.test(text) || TITLE.test(text));

const SENTENCE = /\b(?:he|she|his|her|him|they|their|states?|stated|alleges?|alleged|said|IP|AP|informant|unknown)\b/i;

/** True for a text that tells what happened, as notes and «MO» columns do and names of offences do not. */
export function tellsAStory(text: string): boolean {
  const words = text.split(/\s+/).length;
  return words >= 8 && (SENTENCE.test(text) || /[a-z]\. +[A-Z]/.test(text) || words >= 25);
}

/** What kinds a text may be of; several, since a column decides by what most of its cells are. */
export function kindsOf(text: string): PersonalKind[] {
  const kinds: PersonalKind[] = [];
  const certain = certainlyAbout(text);
  if (certain !== null) kinds.push(certain);
  if (HOUSE.test(text) || FLAT.test(text)) kinds.push('address');
  if (isNhsNumber(text) || VEHICLE.test(text)) kinds.push('identity-number');
  if (/^7\d{9}$/.test(text)) kinds.push('telephone'); // a mobile number typed as a number loses its nought
  if (looksLikeName(text)) kinds.push('name');
  if (tellsAStory(text)) kinds.push('free-text');
  return kinds;
}

/**
 * What one text certainly is, whatever column it stands in: an e-mail address, a full postcode, a National Insurance
 * number, a telephone number. Null: none of these.
 */
export function certainlyAbout(text: string): PersonalKind | null {
  if (text.length < 5 || !/[\d@]/.test(text)) return null;
  if (text.includes('@') && E_MAIL.test(text)) return 'e-mail';
  if (!/\d/.test(text)) return null;
  if (NATIONAL_INSURANCE.test(text)) return 'identity-number';
  if (POSTCODE.test(text)) return 'postcode';
  return TELEPHONE.test(text) ? 'telephone' : null;
}

const HARMLESS =
  /^(?:n\/?a|n\/?k|unknown|not known|tbc|none|nil|blank|total|\d{1,2}[ -](?:of )?[a-z]{3,9}[ -]\d{2,4}|[a-z]{3,9}[ -]\d{2,4}|#[a-z/0!?]+)$/i;

/** What a refused cell held, as far as it cannot be about a person: numbers, dates and signs; any other text is not repeated. */
export const withoutPeople = (found: string): string =>
  found === '' ||
  HARMLESS.test(found) ||
  (!/\p{L}/u.test(found) && certainlyAbout(found) === null && !isNhsNumber(found))
    ? found
    : 'text, not kept: it may be about a person';

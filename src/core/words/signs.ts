/** Shorthand in a table, as government analysts write it (Government Statistical Service, 11 January 2022). */
export type Sign = '[c]' | '[x]' | '[z]' | '[p]' | '[r]';

/** What each sign means, wherever it is explained. */
export const SIGN_MEANS: Readonly<Record<Sign, string>> = {
  '[c]': 'Left out to protect people: a small number, or one that would give a small number away (confidential).',
  '[x]': 'Not available: the period is over, and no figure has come.',
  '[z]': 'Does not apply: it is not worked out from so few.',
  '[p]': 'Provisional: may still change.',
  '[r]': 'Revised: an earlier pack printed another figure.',
};

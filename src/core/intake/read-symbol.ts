import type { CellSymbol, SymbolMeaning } from './draft.ts';

const MEANINGS: Readonly<Record<string, SymbolMeaning>> = {
  '*': 'suppressed',
  '**': 'suppressed',
  '[c]': 'suppressed',
  suppressed: 'suppressed',
  'n/a': 'not-available',
  'n.a.': 'not-available',
  'n.a': 'not-available',
  na: 'not-available',
  '#n/a': 'not-available',
  '..': 'not-available',
  '...': 'not-available',
  '…': 'not-available',
  ':': 'not-available',
  '[x]': 'not-available',
  '[u]': 'not-available',
  'not available': 'not-available',
  'no data': 'not-available',
  tbc: 'not-available',
  tba: 'not-available',
  awaited: 'not-available',
  'not yet available': 'not-available',
  'not known': 'not-available',
  unknown: 'not-available',
  '[z]': 'not-applicable',
  'not applicable': 'not-applicable',
  '-': 'nil',
  '–': 'nil',
  '—': 'nil',
  '--': 'nil',
  nil: 'nil',
  '[low]': 'low',
  '~': 'low',
};

const BELOW = /^(?:<|under |less than |fewer than )\s*(\d+)$/;
const AT_MOST = /^(?:<=|≤|up to )\s*(\d+)$/;

/**
 * A sign that stands where a number would: `<5`, `*`, `..`, `-`, `:`, `n/a`, `[c]`, `[x]`, `[z]`, `[low]` (the
 * Government Statistical Service's symbols and those partners use). Null when the text is none of them.
 */
export function readSymbol(text: string): CellSymbol | null {
  const found = text.trim();
  if (found === '' || found.length > 24) return null;
  const words = found.toLowerCase().replaceAll(/\s+/g, ' ');
  const meaning = Object.hasOwn(MEANINGS, words) ? MEANINGS[words] : undefined;
  if (meaning !== undefined) return { found, meaning, under: null };
  const [, below] = BELOW.exec(words) ?? [];
  if (below !== undefined) return { found, meaning: 'under', under: Number(below) };
  const [, atMost] = AT_MOST.exec(words) ?? [];
  return atMost === undefined ? null : { found, meaning: 'under', under: Number(atMost) + 1 };
}

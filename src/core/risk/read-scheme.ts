import type { Band, Dimension, Level, RiskScheme } from './scheme.ts';
import { sectionEnds } from './scheme.ts';
import {
  RISK_RULE_WORD,
  SCHEME_ROW,
  SECTION_RULE_WORD,
  SECTION_WORD,
  type SchemeRowKind,
  type SheetRow,
} from './scheme-rows.ts';
import { riskOf } from './score-issue.ts';

/** What could not be taken from a scheme's sheet: the row (from 1; null for the sheet as a whole), and why. */
export interface SchemeRefusal {
  readonly row: number | null;
  readonly says: string;
}

/** A scheme, or null with the reasons: half a matrix is never used. */
export interface SchemeReading {
  readonly scheme: RiskScheme | null;
  readonly refusals: readonly SchemeRefusal[];
}

interface Draft {
  readonly words: Map<SchemeRowKind, { readonly row: number; readonly value: string | number | null }>;
  readonly dimensions: (Dimension & { readonly levels: Level[] })[];
  readonly bands: Band[];
  readonly confidence: { grade: string; words: string }[];
  readonly refusals: SchemeRefusal[];
}

const textOf = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value).trim();

/** A number from a cell that holds one, as a number or as its digits; null for anything else. */
function numberOf(value: string | number | null | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const text = textOf(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

const found = (value: string | number | null | undefined): string =>
  textOf(value) === '' ? 'nothing' : `«${textOf(value)}»`;

const KINDS = new Map((Object.keys(SCHEME_ROW) as SchemeRowKind[]).map((kind) => [kind.toLowerCase(), kind]));

/** A name as an id: lower case, words joined by hyphens. */
const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

function readDimension(draft: Draft, row: number, cells: SheetRow): void {
  const section = SECTION_WORD[textOf(cells[1]).toLowerCase()];
  const name = textOf(cells[2]);
  const weight = cells[3] === null || cells[3] === undefined ? null : numberOf(cells[3]);
  const refuse = (says: string) => draft.refusals.push({ row, says });
  if (section === undefined) refuse(`The section is ${found(cells[1])}: write harm, likelihood or position.`);
  else if (name === '') refuse('The dimension has no name.');
  else if (weight === null || weight <= 0) {
    refuse(`The weight of ${name} is ${found(cells[3])}: write a number above 0.`);
  } else if (draft.dimensions.some((one) => one.id === idOf(name))) refuse(`${name} is there twice.`);
  else draft.dimensions.push({ id: idOf(name), name, section, weight, levels: [] });
}

function readLevel(draft: Draft, row: number, cells: SheetRow): void {
  const dimension = draft.dimensions.find((one) => one.id === idOf(textOf(cells[1])));
  const value = numberOf(cells[2]);
  const refuse = (says: string) => draft.refusals.push({ row, says });
  if (dimension === undefined) refuse(`The level is for ${found(cells[1])}, which is no dimension above it.`);
  else if (value === null || value < 0) {
    refuse(`The level of ${dimension.name} is ${found(cells[2])}: write a number of 0 or more.`);
  } else if (dimension.levels.some((level) => level.value === value)) {
    refuse(`${dimension.name} has level ${String(value)} twice.`);
  } else dimension.levels.push({ value, words: textOf(cells[3]) });
}

function readBand(draft: Draft, row: number, cells: SheetRow): void {
  const [name, from] = [textOf(cells[1]), numberOf(cells[2])];
  const refuse = (says: string) => draft.refusals.push({ row, says });
  if (name === '') refuse('The band has no name.');
  else if (from === null) refuse(`The band «${name}» begins at ${found(cells[2])}: write a number.`);
  else if (draft.bands.some((band) => band.from === from)) refuse(`Two bands begin at ${String(from)}.`);
  else draft.bands.push({ name, from });
}

function readRow(draft: Draft, row: number, cells: SheetRow): void {
  const first = textOf(cells[0]);
  if (cells.every((cell) => textOf(cell) === '')) return;
  const kind = KINDS.get(first.toLowerCase());
  const refuse = (says: string) => draft.refusals.push({ row, says });
  if (kind === undefined) {
    refuse(`The row begins with ${found(first)}: it should begin with ${Object.keys(SCHEME_ROW).join(', ')}.`);
  } else if (kind === 'Dimension') readDimension(draft, row, cells);
  else if (kind === 'Level') readLevel(draft, row, cells);
  else if (kind === 'Band') readBand(draft, row, cells);
  else if (kind === 'Confidence') {
    const grade = textOf(cells[1]);
    if (grade === '') refuse('The confidence has no grade.');
    else draft.confidence.push({ grade, words: textOf(cells[2]) });
  } else if (draft.words.has(kind)) refuse(`«${kind}» is there twice.`);
  else draft.words.set(kind, { row, value: cells[1] ?? null });
}

/** A word of a short list from the sheet; refused when it is missing or another word. */
function choose<T>(draft: Draft, kind: SchemeRowKind, choices: Readonly<Record<string, T>>): T | null {
  const held = draft.words.get(kind);
  const choice = choices[textOf(held?.value).toLowerCase()];
  if (choice !== undefined) return choice;
  const says = `«${kind}» is ${found(held?.value)}: write ${SCHEME_ROW[kind].join(', ')}.`;
  draft.refusals.push({ row: held?.row ?? null, says });
  return null;
}

function checkWhole(draft: Draft): void {
  const refuse = (says: string) => draft.refusals.push({ row: null, says });
  for (const section of ['harm', 'likelihood'] as const) {
    if (!draft.dimensions.some((one) => one.section === section)) refuse(`There is no dimension of ${section}.`);
  }
  for (const { name, levels } of draft.dimensions) {
    if (levels.length < 2) refuse(`${name} needs two levels or more; it has ${String(levels.length)}.`);
  }
}

/** Bands must begin at or below the lowest risk the scheme can make, or some issue would have none. */
function checkBands(scheme: RiskScheme): SchemeRefusal[] {
  const [first] = scheme.bands;
  if (first === undefined) return [];
  const lowest = riskOf(scheme, sectionEnds(scheme, 'harm').from, sectionEnds(scheme, 'likelihood').from);
  if (first.from <= lowest) return [];
  const says = `The lowest band begins at ${String(first.from)}, yet a risk can be as low as ${String(Math.round(lowest * 10) / 10)}.`;
  return [{ row: null, says }];
}

/**
 * Reads a partnership's own matrix, the one it is licensed to use, from the rows of a sheet: dimensions, levels,
 * weights, bands and how they are put together. Nothing is filled in for what the sheet does not say. This is how a
 * MoRiLE matrix comes in, for its scale is not published (METHODS §3.2).
 */
export function readScheme(rows: readonly SheetRow[]): SchemeReading {
  const draft: Draft = { words: new Map(), dimensions: [], bands: [], confidence: [], refusals: [] };
  for (const [at, cells] of rows.entries()) readRow(draft, at + 1, cells);
  const name = textOf(draft.words.get('Name')?.value);
  if (name === '') draft.refusals.push({ row: draft.words.get('Name')?.row ?? null, says: 'The matrix has no name.' });
  const sectionRule = choose(draft, 'Section score', SECTION_RULE_WORD);
  const riskRule = choose(draft, 'Risk', RISK_RULE_WORD);
  const held = draft.words.get('Decimals');
  const decimals = held === undefined ? 1 : numberOf(held.value);
  if (decimals === null || !Number.isInteger(decimals) || decimals < 0 || decimals > 3) {
    draft.refusals.push({ row: held?.row ?? null, says: `«Decimals» is ${found(held?.value)}: write 0, 1, 2 or 3.` });
  }
  checkWhole(draft);
  if (draft.refusals.length > 0 || sectionRule === null || riskRule === null || decimals === null) {
    return { scheme: null, refusals: draft.refusals };
  }
  const scheme: RiskScheme = {
    id: idOf(name),
    version: textOf(draft.words.get('Version')?.value),
    name,
    source: textOf(draft.words.get('Source')?.value),
    dimensions: draft.dimensions.map((one) => ({ ...one, levels: one.levels.sort((a, b) => a.value - b.value) })),
    sectionRule,
    riskRule,
    decimals,
    bands: draft.bands.sort((a, b) => a.from - b.from),
    confidence: draft.confidence,
  };
  const refusals = checkBands(scheme);
  return { scheme: refusals.length > 0 ? null : scheme, refusals };
}

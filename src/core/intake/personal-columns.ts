import { isShapedLikeName, kindsOf, type PersonalKind } from './about-a-person.ts';
import type { CellValue, Row } from './grid.ts';
import { shownText, textOf, tidyLabel } from './tidy-text.ts';

/** A column that is about people, and what told so. */
export interface PersonalColumn {
  readonly column: number;
  readonly heading: string;
  readonly kind: PersonalKind;
  readonly by: 'heading' | 'values';
}

const PEOPLE =
  'victim|suspect|offender|complainant|aggrieved|injured party|ip|client|customer|caller|informant|witness|perpetrator|person|subject|child|parent|guardian|officer|oic|occupier|keeper|owner|referrer|defendant|nominal|contact|partner|relative|neighbour';

/** Headings that say it by themselves; the first that fits wins. */
const HEADINGS: readonly (readonly [PersonalKind, RegExp])[] = [
  ['e-mail', /\be-?mail\b/],
  ['birth', /\bd\.?o\.?b\b|\bbirth\b|\bborn\b/],
  ['telephone', /\b(?:tele)?phone\b|\btel\b|\bmobile\b|\bcontact (?:number|no|details)\b|\bmsisdn\b|\bimei\b/],
  [
    'identity-number',
    /\bnhs\b|\bnational insurance\b|\bni (?:no|num|number)\b|\bnino\b|\bpassport\b|\blicen[cs]e (?:no|number)\b|\bpnc\b|\bcro (?:no|number)\b|\bvrm\b|\bvehicle reg|\bregistration (?:no|number|mark)\b|\b(?:bank )?account (?:no|number)\b|\bsort code\b|\bprison (?:no|number)\b|\bupn\b|\bip address\b|\bcard (?:no|number)\b/,
  ],
  ['postcode', /\bpost ?code\b|\bp ?code\b/],
  [
    'address',
    /\baddress(?:es)?\b|\bhouse (?:no|number|name)\b|\bflat (?:no|number)\b|\b(?:property|premises?|building) (?:name|no|number)\b|\bstreet(?: name)?$|\blocation (?:text|description|details)\b/,
  ],
  [
    'name',
    new RegExp(
      `^names?$|\\bfore ?names?\\b|\\bsur ?names?\\b|\\binitials\\b|\\b(?:first|last|given|family|middle|full|maiden|pet) ?names?\\b|\\balias(?:es)?\\b|\\b(?:${PEOPLE})(?:['’]?s)? names?\\b|\\bname of (?:the )?(?:${PEOPLE})\\b|^oic$|\\bofficer in (?:the )?case\\b|\\binvestigating officer\\b`,
    ),
  ],
  [
    'free-text',
    /\bm\.?o\b|\bmodus operandi\b|\bnotes?\b|\bcomments?\b|\bremarks?\b|\bnarrative\b|\bcircumstances\b|\bsynopsis\b|\bfree ?text\b|\bdetails\b|\bsummary\b|\blog (?:text|entry)\b|\b(?:incident|event) (?:text|description)\b|\bdescription of (?:the )?(?:incident|events?|offence|crime)\b|\bwhat happened\b/,
  ],
];

/** Headings of places and codes, whatever words of the above they hold. */
const NOT_PEOPLE =
  /\b(?:area|neighbourhood|nbhd|ward|lsoa|msoa|beat|sector|district|station|force|school|offence|crime|group|category|class|team|unit) names?\b|\bpost ?code (?:sector|district|area)\b|\bcountry of birth\b|\bstreet (?:crime|type)\b/;

/** A heading that is a person and nothing more: names may stand under it, or «Yes» and «Business». */
const A_PERSON = new RegExp(`^(?:${PEOPLE})(?: ?\\d| \\(\\w+\\))?$`, 'i');

/** The share of filled cells that decides for a kind when the heading is silent. */
const SHARE: Readonly<Record<PersonalKind, number>> = {
  'e-mail': 0.2,
  telephone: 0.3,
  postcode: 0.3,
  'identity-number': 0.5,
  address: 0.3,
  'free-text': 0.3,
  name: 0.4,
  birth: 1,
};
/** Kinds that differ from row to row: a column of few words that come again and again is a list of categories. */
const VARIED: ReadonlySet<PersonalKind> = new Set(['name', 'free-text', 'identity-number']);
const FEWEST = 3;
const LOOKED_AT = 400;

interface Values {
  readonly filled: number;
  readonly distinct: number;
  readonly longest: number;
  readonly texts: readonly string[];
  readonly years: readonly number[];
}

/**
 * Which columns are about people, by their headings and by what stands in the rows below. A heading that could be about
 * people is overruled where the values are plainly something else (districts under «Postcode», a few words that repeat
 * under «Details»).
 */
export function personalColumns(header: Row, below: readonly Row[]): PersonalColumn[] {
  const rows = below.slice(0, LOOKED_AT);
  const widest = Math.max(header.cells.length, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: widest }, (_, column) => column).flatMap((column): PersonalColumn[] => {
    const heading = tidyLabel(textOf(header.cells[column]));
    const values = valuesOf(rows, column);
    const named = kindOfHeading(heading);
    if (named !== null && !isOverruled(named, heading, values))
      return [{ column, heading, kind: named, by: 'heading' }];
    const found = kindOfValues(heading, values);
    return found === null ? [] : [{ column, heading, kind: found, by: 'values' }];
  });
}

/** What a heading says by itself; null: nothing about people. */
export function kindOfHeading(heading: string): PersonalKind | null {
  const words = heading.toLowerCase().replaceAll('_', ' ');
  if (words.length > 60 || NOT_PEOPLE.test(words)) return null;
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

function valuesOf(rows: readonly Row[], column: number): Values {
  const texts: string[] = [];
  const years: number[] = [];
  for (const { cells } of rows) {
    const cell: CellValue = cells[column] ?? null;
    if (cell !== null && typeof cell === 'object' && cell.kind === 'day') years.push(Number(cell.day.slice(0, 4)));
    const text = shownText(cell);
    const [, year] = /^\d{1,2}[/.-]\d{1,2}[/.-](\d{4})\b/.exec(text) ?? [];
    if (year !== undefined && typeof cell === 'string') years.push(Number(year));
    if (text !== '') texts.push(text);
  }
  return {
    filled: texts.length,
    distinct: new Set(texts).size,
    longest: Math.max(0, ...texts.map((text) => text.length)),
    texts,
    years: years.sort((a, b) => a - b),
  };
}

function isOverruled(kind: PersonalKind, heading: string, { filled, distinct, longest, texts }: Values): boolean {
  if (filled < FEWEST) return false;
  const as = (wanted: PersonalKind) => texts.some((text) => kindsOf(text).includes(wanted));
  if (kind === 'postcode') return !as('postcode');
  // Street-level crime data are moved to the middle of a street: «On or near Ker Street».
  if (kind === 'address') return texts.every((text) => /^(?:on or near|no location)\b/i.test(text));
  // «Details: Attempted» again and again is a category, however it is headed.
  const strong = /\bm\.?o\b|\bnotes?\b|\bcomments?\b|\bremarks?\b|\bfree ?text\b|\bnarrative\b/i.test(heading);
  return kind === 'free-text' && filled >= 10 && distinct * (strong ? 5 : 3) <= filled && longest <= 80;
}

function kindOfValues(heading: string, { filled, distinct, texts, years }: Values): PersonalKind | null {
  if (filled < FEWEST) return null;
  if (isBirth(years) && !/\b(?:recorded|reported|committed|occurred|created|from|to)\b/i.test(heading)) return 'birth';
  const shaped = texts.filter(isShapedLikeName).length;
  if (A_PERSON.test(heading) && distinct >= filled * 0.5 && shaped >= filled * 0.5) return 'name';
  const counts = new Map<PersonalKind, number>();
  for (const text of texts) for (const kind of kindsOf(text)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  // Names of places and offences repeat; people and what happened to them do not.
  const varied = distinct >= filled * 0.5;
  for (const [kind, count] of counts) {
    if (count < 2 || count < filled * SHARE[kind] || (VARIED.has(kind) && !varied)) continue;
    if (kind === 'telephone' && /\b(?:crime|ref|reference|urn|log)\b/i.test(heading)) continue;
    return kind;
  }
  return null;
}

/** Dates whose middle half spreads over ten years and more, as days of birth do and days of crimes do not. */
function isBirth(years: readonly number[]): boolean {
  if (years.length < 8) return false;
  const at = (share: number) => years[Math.floor((years.length - 1) * share)] ?? 0;
  return at(0.75) - at(0.25) >= 10;
}

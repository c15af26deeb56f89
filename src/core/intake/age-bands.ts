import type { Row } from './grid.ts';
import { shownText, tidyLabel } from './tidy-text.ts';

/** An age band as record extracts name it («18-24», «65+»); `to` null: and over. */
export interface AgeBand {
  readonly name: string;
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
}

/** The bands of the partnership's crime extract: residents are kept by these and no finer. */
export const AGE_BANDS: readonly AgeBand[] = [
  { name: '0-10', id: '0-10', from: 0, to: 10 },
  { name: '11-17', id: '11-17', from: 11, to: 17 },
  { name: '18-24', id: '18-24', from: 18, to: 24 },
  { name: '25-34', id: '25-34', from: 25, to: 34 },
  { name: '35-44', id: '35-44', from: 35, to: 44 },
  { name: '45-54', id: '45-54', from: 45, to: 54 },
  { name: '55-64', id: '55-64', from: 55, to: 64 },
  { name: '65+', id: '65-and-over', from: 65, to: null },
];

/** A column of residents of one single year of age; `open`: and over («90+»). */
export interface AgeColumn {
  readonly column: number;
  readonly age: number;
  readonly open: boolean;
}

const AGE = /^(?:age(?:d)? )?(\d{1,3})(\+| and over)?$/i;

/** Columns headed by single years of age, from 0 without a gap to the last («90+»); empty when they are anything else. */
export function ageColumns(header: Row | undefined): AgeColumn[] {
  const found = (header?.cells ?? []).flatMap((heading, column): AgeColumn[] => {
    const [, age, open] = AGE.exec(tidyLabel(shownText(heading))) ?? [];
    return age === undefined ? [] : [{ column, age: Number(age), open: open !== undefined }];
  });
  const whole = found.every(({ age, open }, index) => age === index && open === (index === found.length - 1));
  return whole && found.length > 65 ? found : [];
}

/** The band of a cell of a record extract: an exact age becomes its band and is kept nowhere; a band keeps its words. */
export function ageBandIn(text: string): string {
  const [, age] = /^(\d{1,3})(?: ?(?:years?|yrs?)(?: old)?)?$/i.exec(text) ?? [];
  if (age !== undefined) return bandOf(Number(age))?.name ?? text;
  const [, from, to] = /^(?:aged? )?(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})$/i.exec(text) ?? [];
  return from === undefined || to === undefined ? text : `${from}-${to}`;
}

/** The band an age falls into. */
export const bandOf = (age: number): AgeBand | undefined =>
  AGE_BANDS.find(({ from, to }) => age >= from && (to === null || age <= to));

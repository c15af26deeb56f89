import type { MeasureTable } from '../performance/measure-table.ts';
import { previousYear, readFinancialYearId } from '../time/financial-year.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import { sinceApril } from '../time/period-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { lieTogether, profileWords, stepsOf, yearPicture } from './year-picture.ts';

/** The financial year before a written one: `2014/15` for `2015/16`. */
export function yearBeforeText(year: string): string {
  const known = readFinancialYearId(year);
  return known === null ? 'last year' : previousYear(known);
}

/** The title of a measure's chart: name and the days it covers. */
export const measureTitle = (table: MeasureTable): string =>
  table.dataTo === null ? `${table.name}, ${table.year}` : `${table.name}, ${sinceApril(table.year, table.dataTo)}`;

function footOf(table: MeasureTable, sameLines: boolean): string[] {
  const target =
    table.annualTarget === null
      ? 'No target: monitoring only.'
      : `Target for ${table.year}: ${table.targetWords ?? numberInWords(table.annualTarget, table.decimals)}. ${profileWords(sameLines)}`;
  const standing = [
    ...(table.provisional ? [' Provisional: figures may still change.'] : []),
    ...(table.illustrative ? [' Illustrative figures.'] : []),
  ];
  return [target, `Source: ${table.source.replace(/\.$/, '')}.${standing.join('')}`];
}

/** A measure through its year: cumulative against profile and last year, and each period by itself. */
export function measurePicture(table: MeasureTable, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const { cadence, unit, decimals, periods: rows } = table;
  const linear = rows.map((row) => row.targetLinear);
  const share = rows.map((row) => row.targetLastYearShare);
  const lastYear = rows.map((row) => row.lastYearCumulative);
  const sameLines = lieTogether(share, lastYear);
  const before = yearBeforeText(table.year);
  return yearPicture(
    {
      words: { title: measureTitle(table), finding: table.sentence, foot: footOf(table, sameLines) },
      periods: rows.map((row) => row.period),
      decimals,
      cumulative: {
        heading: table.gap === true ? `Gap since 1 April, ${unit}` : `${sentenceCase(unit)} since 1 April`,
        lines: [
          { kind: 'last-year', name: before, values: lastYear },
          ...(sameLines ? [] : [{ kind: 'other-profile' as const, name: 'target, last year’s share', values: share }]),
          { kind: 'profile', name: 'target, linear', values: linear },
          { kind: 'this-year', name: table.year, values: rows.map((row) => row.cumulative) },
        ],
      },
      alone: {
        heading:
          table.gap === true
            ? `Added to the gap in each ${cadence} alone`
            : `${sentenceCase(unit)} in each ${cadence} alone`,
        lines: [
          { kind: 'last-year', name: before, values: rows.map((row) => row.lastYear) },
          { kind: 'profile', name: 'target, linear', values: stepsOf(linear) },
          { kind: 'this-year', name: table.year, values: rows.map((row) => row.actual) },
        ],
      },
    },
    size,
    look,
  );
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

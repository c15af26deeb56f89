import { describe, expect, it } from 'vitest';
import {
  methodOfComparedArea,
  methodOfGapFigure,
  methodOfMeasureFigure,
  methodOfNeighbourhood,
  methodOfPreviousYear,
  methodOfStatus,
} from '../../../src/core/performance/explain.ts';
import { makeComparisonView } from '../../../src/core/performance/make-comparison-view.ts';
import { makeGapView } from '../../../src/core/performance/make-gap-view.ts';
import { monthOf } from '../../../src/core/time/month.ts';
import { julyTable, measureOf, YEAR } from './july-2015.ts';

describe('how a figure was made', () => {
  const table = julyTable('asb');

  it('explains every column of a measure with the inputs that give it', () => {
    expect(methodOfMeasureFigure(table, '2015-06', 'cumulative')).toMatchObject({
      value: 2527,
      shown: '2,527',
      inputs: [
        { name: 'April 2015', value: '864' },
        { name: 'May 2015', value: '894' },
        { name: 'June 2015', value: '769' },
      ],
    });
    expect(methodOfMeasureFigure(table, '2015-06', 'targetLastYearShare')).toMatchObject({
      shown: '2,712.7',
      inputs: [
        { name: 'annual target', value: '10,064' },
        { name: 'last year to the same period', value: '2,713' },
        { name: 'last year’s total', value: '10,065' },
      ],
    });
    expect(methodOfMeasureFigure(table, '2015-06', 'changePercent')).toMatchObject({
      shown: '−24.8%',
      inputs: [
        { name: 'now', value: '769' },
        { name: 'last year', value: '1,023' },
      ],
    });
    expect(methodOfMeasureFigure(table, '2015-04', 'changePercent')?.shown).toBe('+6.9%');
  });

  it('gives every column of every period the table’s own value, and nothing for a period it does not have', () => {
    for (const row of table.periods) {
      for (const column of [
        'actual',
        'lastYear',
        'cumulative',
        'lastYearCumulative',
        'targetLinear',
        'targetLastYearShare',
        'changePercent',
        'cumulativeChangePercent',
      ] as const) {
        const explained = methodOfMeasureFigure(table, row.period, column);
        expect(explained?.value).toBe(row[column]);
        expect(explained?.shown === '').toBe(row[column] === null);
      }
    }
    expect(methodOfMeasureFigure(table, '2019-04', 'actual')).toBeNull();
  });

  it('says whether an earlier year is printed or summed, and how a status was told', () => {
    expect(methodOfPreviousYear(table, '2014/15')).toMatchObject({
      value: 10299,
      method: expect.stringContaining('printed') as string,
    });
    expect(methodOfPreviousYear(julyTable('da-referrals'), '2014/15')?.inputs).toHaveLength(4);
    expect(methodOfPreviousYear(table, '1999/00')).toBeNull();
    expect(methodOfStatus(table)).toMatchObject({
      shown: '0.4%',
      inputs: [
        { name: 'cumulative actual', value: '2,527' },
        { name: 'target to date, linear profile', value: '2,516.0' },
      ],
    });
    expect(methodOfStatus(julyTable('serious-acquisitive-crime')).method).toContain('only monitored');
  });

  it('explains the gap, a neighbourhood and a compared area', () => {
    const gap = makeGapView({
      measure: measureOf('gap'),
      year: YEAR,
      priority: ['A'],
      populations: [
        { name: 'A', residents: 1000 },
        { name: 'B', residents: 9000 },
      ],
      cityPopulation: null,
      populationYear: 'mid-2014',
      thisYear: [
        {
          month: '2015-04',
          byArea: new Map([
            ['A', 20],
            ['B', 60],
          ]),
          unplaced: 0,
        },
      ],
      lastYear: [],
      illustrative: false,
      notes: [],
    });
    expect(methodOfGapFigure(gap, '2015-04', 'gap')).toMatchObject({
      value: 12,
      shown: '12.0',
      inputs: [
        { name: 'rate of the priority neighbourhoods', value: '20.000' },
        { name: 'city rate', value: '8.000' },
      ],
    });
    for (const column of ['cityRate', 'priorityRate', 'lastYearGap', 'targetLinear', 'targetLastYearShare'] as const) {
      expect(methodOfGapFigure(gap, '2015-04', column)?.value).toBe(gap.periods[0]?.[column]);
    }
    expect(methodOfNeighbourhood(gap, 'A')?.inputs).toContainEqual({ name: 'share of the gap', value: '100.0%' });
    expect(methodOfNeighbourhood(gap, 'nowhere')).toBeNull();
    const comparison = makeComparisonView({
      measure: 'all-crime',
      measureName: 'All crime',
      period: { from: monthOf(2015, 4), to: monthOf(2015, 6) },
      areas: [{ name: 'Plymouth', own: true, count: 4799, population: 261546, printedRate: null }],
      source: 'iQuanta',
      provisional: true,
      illustrative: false,
      populationYear: 'mid-2014',
      notes: [],
    });
    expect(methodOfComparedArea(comparison, 'Plymouth')).toMatchObject({ shown: '18.3' });
    expect(methodOfComparedArea(comparison, 'nowhere')).toBeNull();
  });
});

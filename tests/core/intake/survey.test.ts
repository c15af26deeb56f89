import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/core/intake/grid.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { contextOf, gridOf } from './make-grid.ts';

const read = (rows: readonly (readonly CellValue[])[], fileName = 'survey.xlsx') => {
  const grid = gridOf(rows);
  const plan = recognise(grid, contextOf(fileName));
  return { plan, ...readTable(grid, plan, contextOf(fileName)) };
};
const counts = (reading: ReturnType<typeof read>) =>
  reading.observations.map(({ measure, from, to, value, cell }) => `${measure} ${from} ${to} ${String(value)} ${cell}`);

const HEAD = ['Question', 'Answer', 'Answered so', 'Of', 'Date'];

describe('a survey: question, how many answered so, of how many, when', () => {
  const title = ['Satisfaction after hate incidents, survey (illustrative)'];
  const satisfied = ['How satisfied were you with the outcome?', 'Very or fairly satisfied', 31, 44, '12/05/2015'];

  it('is the source of «Satisfied after hate incidents»: a day counts for its quarter, and that is said', () => {
    const reading = read([title, HEAD, satisfied]);
    expect(reading.plan).toMatchObject({
      layout: 'survey',
      dataset: 'survey',
      illustrative: true,
      measure: 'hate-satisfaction',
    });
    expect(counts(reading)).toEqual(['hate-satisfied 2015-04 2015-06 31 C3', 'hate-answered 2015-04 2015-06 44 D3']);
    expect(reading.warnings.map(({ check }) => check)).toContain('survey-day');
    expect(reading.covers).toEqual({ from: '2015-04', to: '2015-06' });
  });

  it('keeps every question, and takes for a measure only the one that asks for it', () => {
    const reading = read([title, HEAD, satisfied, ['How safe do you feel after dark?', 'Safe', 18, 44, 'Q1 2015/16']]);
    expect(reading.surveyAnswers?.map(({ part, whole, held, period }) => [part, whole, held, period])).toEqual([
      [31, 44, '2015-05-12', null],
      [18, 44, null, 'April to June 2015'],
    ]);
    expect(reading.observations).toHaveLength(2);
    expect(reading.refusals).toEqual([]);
  });

  it('takes the measure its own column names, and nothing where the name is not known', () => {
    const rows = (measure: string): CellValue[][] => [
      ['Residents’ survey, quarter 2 2015/16'],
      ['Question', 'Yes', 'Of', 'Measure'],
      ['Was it dealt with well?', 20, 25, measure],
    ];
    expect(counts(read(rows('Satisfied after hate incidents')))).toEqual([
      'hate-satisfied 2015-07 2015-09 20 B3',
      'hate-answered 2015-07 2015-09 25 C3',
    ]);
    expect(read(rows('weather')).observations).toEqual([]);
  });

  it('refuses more who said so than answered, cell by cell, and keeps unknown as unknown', () => {
    const reading = read([
      title,
      HEAD,
      ['How satisfied were you?', 'Satisfied', 50, 44, '12/05/2015'],
      ['Safe?', 'Yes', '<5', 44, null],
    ]);
    expect(reading.refusals.map(({ cell, why }) => `${cell} ${why}`)).toEqual([
      'C3 50 of 44: more answered so than answered at all',
      'D3 50 of 44: more answered so than answered at all',
      'A3 its row is not kept: more answered so than answered at all',
      'B3 its row is not kept: more answered so than answered at all',
      'E3 its row is not kept: more answered so than answered at all',
    ]);
    expect(reading.surveyAnswers).toMatchObject([{ question: 'Safe?', part: null, whole: 44 }]);
    expect(reading.observations).toEqual([]);
  });

  it('is a session where its title says so, with what was said in people’s own words', () => {
    const reading = read([
      ['Engagement session, Whitleigh, 3 June 2015'],
      ['Question', 'Said so', 'Of', 'In their own words'],
      ['Do you report what you see?', 4, 19, 'Nothing ever happens when I ring.'],
    ]);
    expect(reading.surveyAnswers?.[0]).toMatchObject({
      kind: 'session',
      source: 'Engagement session, Whitleigh, 3 June 2015',
      quote: 'Nothing ever happens when I ring.',
    });
  });
});

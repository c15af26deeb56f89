import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Output } from '../../../src/preload/contract.ts';
import { TEMPLATE_A } from '../../../src/core/risk/template-a.ts';
import { schemeRows } from '../../../src/core/risk/scheme-rows.ts';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { ask, SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { FileOf } from './undo-steps.ts';

/* What the officer sends in the cases of undo-cases.ts. */
export const period = { periodId: null, from: '2020-04', to: '2020-06', reason: 'Lockdown', choices: [] };
export const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
export const PLAN = readFileSync(join(FIXTURES, 'assessment/plan-on-a-page-2016.csv'), 'utf8');
export const year = '2015/16';
export const csv = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${String(cell)}"`).join(',')).join('\n');
export const matrix = csv(schemeRows({ ...TEMPLATE_A, name: 'Our matrix', version: '2015', source: 'Licence 12' }));
export const costs = (pounds: number): string =>
  `Prices of,2015/16\nSource,Ours\n\nOffence,Unit cost\nTheft,${String(pounds)}`;
export const outlines = (name: string): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { NM: name },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 50],
              [1, 50],
              [1, 51],
              [0, 50],
            ],
          ],
        },
      },
    ],
  });
/** A pack is written into a folder that goes with the test. */
export const packWritten = () =>
  Promise.resolve({ asAt: '2015-06', format: 'xlsx', path: join(temporaryFolder(), 'board.xlsx') });
export const EDIT = {
  finding: 'Fewer, by our own count.',
  words: 'Why it is so.',
  notes: {},
  leftOut: [],
  tableLeftOut: false,
};
export const score = (level: number) => ({
  year,
  issue: 'burglary',
  scorer: 'Police',
  scoredOn: '2015-07-08',
  scores: [{ dimension: 'physical', level, reason: 'Seen so', evidence: ['Police figures'] }],
});
export const settle = (level: number) => ({
  year,
  issue: 'burglary',
  dimension: 'physical',
  level,
  confidence: null,
  reason: 'Talked over',
  settledOn: '2015-07-08',
});
export const chart = (smallestBase: number) => ({
  measure: 'asb',
  rules: 'mdc-7',
  baseline: null,
  steps: [],
  smallestBase,
});
export const figure = { view: 'measure', measure: 'asb', year, period: '2015-06', column: 'actual' };
export const work = (deliverable: string) => ({ list: 'work', id: null, values: { deliverable, owner: 'A. Lead' } });
export const workAgain = (owner: string) => async (engine: Engine) => {
  const { entries } = await ask(engine, 'list.show', { list: 'work' });
  return { list: 'work', id: entries[0]?.id, values: { ...entries[0]?.values, owner } };
};
export const workEntry = (more: object) => async (engine: Engine) => {
  const { entries } = await ask(engine, 'list.show', { list: 'work' });
  return { list: 'work', id: entries[0]?.id, ...more };
};
export const workTakenOut = async (engine: Engine) => {
  const { takenOut } = await ask(engine, 'list.show', { list: 'work' });
  return { list: 'work', id: takenOut[0]?.id };
};
export const planTitled = (title: string) => async (engine: Engine) => {
  const view = await ask(engine, 'plan.show', {});
  return { plan: { ...view?.plan, title } };
};
export const measureNamed = (id: string, name: string) => async (engine: Engine) => {
  const { measure } = await ask(engine, 'measure.show', { measure: 'asb' });
  return { measure: { ...measure, id, name, shortName: name, datasets: ['noise'] }, inForceFrom: null, why: '' };
};
export const noises = csv([
  ['Noise log'],
  ['Wann', 'Wo', 'Was', 'Meldung'],
  ...Array.from({ length: 20 }, (_, at) => [
    `${String(at + 1).padStart(2, '0')}/06/2015`,
    'Ford',
    'Noise',
    `N${String(at)}`,
  ]),
]);
export const noiseChoice = (measure: string) => ({
  leaveOut: false,
  layout: 'records',
  measure,
  period: null,
  tables: [
    {
      headerRow: 2,
      columns: ['day', 'area', 'offence', 'reference'].map((field, column) => ({
        column,
        heading: ['Wann', 'Wo', 'Was', 'Meldung'][column],
        is: { kind: 'field', field },
      })),
      rows: [],
    },
  ],
});
export const noise = (measure: string) =>
  new FileOf('Noise log June 2015.csv', noises, { choice: noiseChoice(measure), position: 0 });
/** What was decided and taken back stands among the forgotten, where it can be kept again. */
export const inForce = (mappings: Output<'mapping.list'>) => mappings.filter(({ state }) => state === 'kept');
export const abuse = async (engine: Engine) => {
  const path = join(SAMPLE, 'police/Domestic abuse crimes and incidents to June 2015.xlsx');
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  return { preview: (await ask(engine, 'import.preview', { file })).preview };
};
export const action = {
  view: 'asb',
  agreedFor: '2015-06',
  action: 'Ask for the ward figures',
  owner: 'Matt',
  due: null,
  reportBack: true,
};
export const said = (state: string, note: string) => ({ actionId: 1, state, note, saidOn: '2015-07-23' });

export const choices = [{ measure: 'asb', leftOutOf: ['limits', 'season'] }];
export const group = {
  groupId: null,
  name: 'MSG 2015',
  kind: 'partnership',
  ownArea: 'Plymouth',
  validFrom: '2015-04',
  validTo: null,
  source: 'iQuanta',
  members: ['Plymouth', 'Bristol', 'Exeter'],
};
export const issue = { id: null, name: 'Burglary', kind: 'victims', description: 'Homes', state: 'open' };

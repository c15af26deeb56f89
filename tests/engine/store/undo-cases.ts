import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command, Output } from '../../../src/preload/contract.ts';
import { TEMPLATE_A } from '../../../src/core/risk/template-a.ts';
import { schemeRows } from '../../../src/core/risk/scheme-rows.ts';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { ask, SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

/** One thing asked of the engine: its input, a file to be offered, or what is to be found out first. */
export type Step = readonly [Command, unknown];
type Found = (engine: Engine) => Promise<unknown>;

export interface Case {
  readonly thing: string;
  /** How the officer sees it, and which part of that it is about. */
  readonly look: Step;
  readonly sees?: (answer: never) => unknown;
  readonly before?: readonly Step[];
  readonly edit: Step;
  /** Another edit of the same thing, undone and redone with it. */
  readonly then?: Step;
  readonly says: RegExp;
}

/** A file on this computer, to be offered when its turn comes. */
export class FileOf {
  readonly name: string;
  readonly text: string;
  readonly rest: Readonly<Record<string, unknown>>;
  constructor(name: string, text: string, rest: Readonly<Record<string, unknown>> = {}) {
    this.name = name;
    this.text = text;
    this.rest = rest;
  }
}

/** The input as the window would send it: a file is offered first, and previewed where it is to be imported. */
export async function inputOf(engine: Engine, input: unknown): Promise<unknown> {
  if (typeof input === 'function') return (input as Found)(engine);
  if (!(input instanceof FileOf)) return input;
  const path = join(temporaryFolder(), input.name);
  writeFileSync(path, input.text);
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  const { choice, ...rest } = input.rest;
  if (choice === undefined) return { file, ...rest };
  const { preview } = await ask(engine, 'import.preview', { file, choices: [{ position: 0, choice }] });
  return { preview, ...rest };
}

export const period = { periodId: null, from: '2020-04', to: '2020-06', reason: 'Lockdown', choices: [] };
const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
const PLAN = readFileSync(join(FIXTURES, 'assessment/plan-on-a-page-2016.csv'), 'utf8');
const year = '2015/16';
const csv = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${String(cell)}"`).join(',')).join('\n');
const matrix = csv(schemeRows({ ...TEMPLATE_A, name: 'Our matrix', version: '2015', source: 'Licence 12' }));
const costs = (pounds: number): string =>
  `Prices of,2015/16\nSource,Ours\n\nOffence,Unit cost\nTheft,${String(pounds)}`;
const outlines = (name: string): string =>
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
const packWritten = () =>
  Promise.resolve({ asAt: '2015-06', format: 'xlsx', path: join(temporaryFolder(), 'board.xlsx') });
const EDIT = {
  finding: 'Fewer, by our own count.',
  words: 'Why it is so.',
  notes: {},
  leftOut: [],
  tableLeftOut: false,
};
const score = (level: number) => ({
  year,
  issue: 'burglary',
  scorer: 'Police',
  scoredOn: '2015-07-08',
  scores: [{ dimension: 'physical', level, reason: 'Seen so', evidence: ['Police figures'] }],
});
const settle = (level: number) => ({
  year,
  issue: 'burglary',
  dimension: 'physical',
  level,
  confidence: null,
  reason: 'Talked over',
  settledOn: '2015-07-08',
});
const chart = (smallestBase: number) => ({ measure: 'asb', rules: 'mdc-7', baseline: null, steps: [], smallestBase });
const figure = { view: 'measure', measure: 'asb', year, period: '2015-06', column: 'actual' };
const work = (deliverable: string) => ({ list: 'work', id: null, values: { deliverable, owner: 'A. Lead' } });
const workAgain = (owner: string) => async (engine: Engine) => {
  const { entries } = await ask(engine, 'list.show', { list: 'work' });
  return { list: 'work', id: entries[0]?.id, values: { ...entries[0]?.values, owner } };
};
const workEntry = (more: object) => async (engine: Engine) => {
  const { entries } = await ask(engine, 'list.show', { list: 'work' });
  return { list: 'work', id: entries[0]?.id, ...more };
};
const workTakenOut = async (engine: Engine) => {
  const { takenOut } = await ask(engine, 'list.show', { list: 'work' });
  return { list: 'work', id: takenOut[0]?.id };
};
const planTitled = (title: string) => async (engine: Engine) => {
  const view = await ask(engine, 'plan.show', {});
  return { plan: { ...view?.plan, title } };
};
const measureNamed = (id: string, name: string) => async (engine: Engine) => {
  const { measure } = await ask(engine, 'measure.show', { measure: 'asb' });
  return { measure: { ...measure, id, name, shortName: name, datasets: ['noise'] }, inForceFrom: null, why: '' };
};
const noises = csv([
  ['Noise log'],
  ['Wann', 'Wo', 'Was', 'Meldung'],
  ...Array.from({ length: 20 }, (_, at) => [
    `${String(at + 1).padStart(2, '0')}/06/2015`,
    'Ford',
    'Noise',
    `N${String(at)}`,
  ]),
]);
const noiseChoice = (measure: string) => ({
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
const noise = (measure: string) =>
  new FileOf('Noise log June 2015.csv', noises, { choice: noiseChoice(measure), position: 0 });
/** What was decided and taken back stands among the forgotten, where it can be kept again. */
const inForce = (mappings: Output<'mapping.list'>) => mappings.filter(({ state }) => state === 'kept');
const abuse = async (engine: Engine) => {
  const path = join(SAMPLE, 'police/Domestic abuse crimes and incidents to June 2015.xlsx');
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  return { preview: (await ask(engine, 'import.preview', { file })).preview };
};
const action = {
  view: 'asb',
  agreedFor: '2015-06',
  action: 'Ask for the ward figures',
  owner: 'Matt',
  due: null,
  reportBack: true,
};
const said = (state: string, note: string) => ({ actionId: 1, state, note, saidOn: '2015-07-23' });

const choices = [{ measure: 'asb', leftOutOf: ['limits', 'season'] }];
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
export const CASES: readonly Case[] = [
  {
    thing: 'a new exceptional period, with what it is left out of',
    look: ['exceptional.list', {}],
    edit: ['exceptional.save', { ...period, choices }],
    says: /^Added the exceptional period “2020-04 to 2020-06”$/,
  },
  {
    thing: 'a changed exceptional period',
    look: ['exceptional.list', {}],
    before: [['exceptional.save', { ...period, choices }]],
    edit: ['exceptional.save', { ...period, periodId: 1, to: '2020-08', choices: [] }],
    says: /^Changed the exceptional period/,
  },
  {
    thing: 'an exceptional period taken away',
    look: ['exceptional.list', {}],
    before: [['exceptional.save', { ...period, choices }]],
    edit: ['exceptional.remove', { periodId: 1 }],
    says: /^Removed the exceptional period/,
  },
  {
    thing: 'a new group',
    look: ['group.list', {}],
    edit: ['group.save', group],
    says: /^Added the group “MSG 2015”$/,
  },
  {
    thing: 'a group with other members',
    look: ['group.list', {}],
    before: [['group.save', group]],
    edit: [
      'group.save',
      { ...group, groupId: 1, validTo: '2016-03', members: ['Plymouth', 'Bristol', 'Derby', 'Hull'] },
    ],
    says: /^Changed the group “MSG 2015”$/,
  },
  {
    thing: 'a group taken away with its members',
    look: ['group.list', {}],
    before: [['group.save', group]],
    edit: ['group.remove', { groupId: 1 }],
    says: /^Removed/,
  },
  {
    thing: 'an issue’s next version',
    look: ['risk.issues', {}],
    before: [['risk.save-issue', issue]],
    edit: ['risk.save-issue', { ...issue, id: 'burglary', name: 'Burglary of homes', description: 'And sheds' }],
    says: /^Changed the issue “Burglary of homes”$/,
  },
  {
    thing: 'the words of a month',
    look: ['words.show', { asAt: '2015-06' }],
    edit: ['words.save', { asAt: '2015-06', view: 'asb', edited: 'My own words.', commentary: '' }],
    says: /^Added the words for “asb, 2015-06”$/,
  },
  {
    thing: 'a closed issue opened again',
    look: ['risk.issues', {}],
    before: [['risk.save-issue', { ...issue, state: 'closed' }]],
    edit: ['risk.save-issue', { ...issue, id: 'burglary' }],
    says: /^Changed the issue “Burglary”$/,
  },
  {
    thing: 'the rule for small numbers',
    look: ['small-numbers.show', {}],
    edit: [
      'small-numbers.save',
      { applied: true, threshold: 10, showsZero: true, symbol: '[c]', protection: 'not-exact', rounding: null },
    ],
    says: /^Added the setting/,
  },
  {
    thing: 'another name of an area',
    look: ['area.list', {}],
    edit: ['area.keep-alias', { alias: 'Plimouth', name: 'Plymouth', kind: 'city' }],
    says: /^Added the other name “Plimouth”$/,
  },
  {
    thing: 'another name taken back',
    look: ['area.list', {}],
    before: [['area.keep-alias', { alias: 'Plimouth', name: 'Plymouth', kind: 'city' }]],
    edit: ['area.forget-alias', { alias: 'Plimouth' }],
    says: /^Removed the other name “Plimouth”$/,
  },
  {
    thing: 'the markings offered',
    look: ['marking.list', {}],
    before: [['marking.save', { markings: ['OFFICIAL'] }]],
    edit: ['marking.save', { markings: ['OFFICIAL', 'OFFICIAL-SENSITIVE'] }],
    says: /^Changed the setting/,
  },
  {
    thing: 'the markings, where they were never set before',
    look: ['marking.list', {}],
    edit: ['marking.save', { markings: ['RESTRICTED'] }],
    says: /^Added the setting/,
  },
  {
    thing: 'a plan on a page from its sheet, and its next version',
    look: ['plan.show', {}],
    edit: ['plan.import', new FileOf('plan.csv', PLAN)],
    then: ['plan.save', planTitled('Another title')],
    says: /^Changed the plan on a page of “2016\/17”$/,
  },
  {
    thing: 'a score, and another in its place',
    look: ['risk.show', { year }],
    before: [['risk.save-issue', issue]],
    edit: ['risk.score', score(2)],
    then: ['risk.score', score(3)],
    says: /^Added a score of “burglary”$/,
  },
  {
    thing: 'what a workshop settled, and settled again',
    look: ['risk.show', { year }],
    before: [['risk.save-issue', issue]],
    edit: ['risk.settle', settle(2)],
    then: ['risk.settle', settle(1)],
    says: /^Added what the workshop settled of “burglary”$/,
  },
  {
    thing: 'the priorities agreed, and what the next meeting agreed',
    look: ['risk.show', { year }],
    before: [['risk.save-issue', issue]],
    edit: [
      'risk.agree-priorities',
      { year, agreedOn: '2015-07-23', meeting: 'The Board', issues: ['burglary'], reasons: { burglary: 'Asked for' } },
    ],
    then: [
      'risk.agree-priorities',
      { year, agreedOn: '2015-09-23', meeting: 'The next', issues: ['burglary'], reasons: { burglary: 'Still' } },
    ],
    says: /^Added the agreed priorities of “2015\/16”$/,
  },
  {
    thing: 'a licensed matrix',
    look: ['risk.schemes', {}],
    edit: ['risk.import-scheme', new FileOf('matrix.csv', matrix)],
    says: /^Added the matrix “Our matrix”$/,
  },
  {
    thing: 'how a year is scored',
    look: ['risk.show', { year }],
    before: [['risk.import-scheme', new FileOf('matrix.csv', matrix)]],
    edit: ['risk.choose-scheme', { year, scheme: 'our-matrix', version: '2015' }],
    then: ['risk.choose-scheme', { year, scheme: 'template-a', version: '1' }],
    says: /^Changed how issues are scored in “2015\/16”$/,
  },
  {
    // An issue stays in the register, closed.
    thing: 'a register of issues from a sheet, with its scores',
    look: ['risk.show', { year }],
    sees: ({ table, results }: Output<'risk.show'>) => [table, results],
    edit: [
      'risk.import-issues',
      new FileOf(
        'issues.csv',
        readFileSync(resolve(import.meta.dirname, '../../../resources/assessment/issues-illustrative.csv'), 'utf8'),
        { year },
      ),
    ],
    says: /^Added the issue “/,
  },
  {
    thing: 'an entry of a list, and its next version',
    look: ['list.show', { list: 'work' }],
    edit: ['list.save', work('Review of routes')],
    then: ['list.save', workAgain('B. Lead')],
    says: /^Changed an entry of the list of “work”$/,
  },
  {
    thing: 'an entry taken out, and put back',
    look: ['list.show', { list: 'work' }],
    before: [['list.save', work('Review of routes')]],
    edit: ['list.take-out', workEntry({})],
    then: ['list.put-back', workTakenOut],
    says: /^Changed an entry of the list of “work”$/,
  },
  {
    thing: 'a list from a sheet',
    look: ['list.show', { list: 'grants' }],
    edit: [
      'list.import',
      new FileOf('grants.csv', readFileSync(join(FIXTURES, 'assessment/grants.csv'), 'utf8'), { list: 'grants' }),
    ],
    says: /^Added an entry of the list of “grants”$/,
  },
  {
    thing: 'notes on an entry',
    look: ['list.show', { list: 'work' }],
    before: [['list.save', work('Review of routes')]],
    edit: ['list.note', workEntry({ saidOn: '2015-07-08', note: 'Half done' })],
    then: ['list.note', workEntry({ saidOn: '2015-07-09', note: 'All done' })],
    says: /^Added a note on an entry: “All done”$/,
  },
  {
    thing: 'what became of an action, twice',
    look: ['action.list', {}],
    before: [['action.agree', action]],
    edit: ['action.note', said('done', 'They came')],
    then: ['action.note', said('open', 'They were last year’s')],
    says: /^Added a note on an action “They were last year’s”$/,
  },
  {
    thing: 'a note on a figure, and other words for it',
    look: ['figure.notes', {}],
    edit: ['figure.note', { figure, note: 'Two weeks late' }],
    then: ['figure.note', { figure, note: 'Three weeks late' }],
    says: /^Changed a note on a figure: “Three weeks late”$/,
  },
  {
    thing: 'a note on a figure taken away',
    look: ['figure.notes', {}],
    before: [['figure.note', { figure, note: 'Two weeks late' }]],
    edit: ['figure.note', { figure, note: '' }],
    says: /^Removed a note on a figure: “Two weeks late”$/,
  },
  {
    thing: 'words on a table of evidence, and others',
    look: ['evidence.show', { year }],
    edit: ['evidence.save', { year, evidence: 'crime-summary', edit: EDIT }],
    then: ['evidence.save', { year, evidence: 'crime-summary', edit: { ...EDIT, words: 'Another reason.' } }],
    says: /^Changed words on the evidence “crime summary, 2015\/16”$/,
  },
  {
    thing: 'the months of the evidence',
    look: ['evidence.show', { year }],
    edit: ['evidence.choose-period', { year, period: { from: '2014-04', to: '2015-03' } }],
    then: ['evidence.choose-period', { year, period: null }],
    says: /^Changed the setting/,
  },
  {
    thing: 'unit costs from a sheet, and the next list of them',
    look: ['costs.show', {}],
    edit: ['costs.import', new FileOf('costs.csv', costs(800))],
    then: [
      'costs.save',
      {
        costs: { pricesOf: '2016/17', source: 'Ours', illustrative: false, rows: [{ offence: 'Theft', pounds: 900 }] },
      },
    ],
    says: /^Changed the unit costs of “2016\/17”$/,
  },
  {
    thing: 'what was decided of a sheet, and decided again',
    look: ['mapping.list', {}],
    sees: inForce,
    edit: ['mapping.keep', noise('asb')],
    then: ['mapping.keep', noise('hate')],
    says: /^Changed the kept mapping of “Noise log June 2015.csv”$/,
  },
  {
    thing: 'a decision forgotten, and kept again',
    look: ['mapping.list', {}],
    sees: inForce,
    before: [['mapping.keep', noise('asb')]],
    edit: ['mapping.forget', { mapping: 1 }],
    then: ['mapping.keep-again', { mapping: 1 }],
    says: /^Changed the kept mapping of “Noise log June 2015.csv”$/,
  },
  {
    thing: 'how a process chart is drawn',
    look: ['spc.setting', { measure: 'asb' }],
    edit: ['spc.save', chart(20)],
    then: ['spc.save', chart(30)],
    says: /^Changed the process chart of “asb”$/,
  },
  {
    thing: 'a template of a pack, and its next version',
    look: ['template.list', {}],
    edit: ['template.save', { name: 'short', sections: [{ kind: 'exceptions' }] }],
    then: ['template.save', { name: 'short', sections: [{ kind: 'words', title: 'Chair', paragraphs: ['Welcome.'] }] }],
    says: /^Changed the template “short”$/,
  },
  {
    thing: 'that a pack never left the desk',
    look: ['pack.list', {}],
    before: [
      ['import.commit', abuse],
      ['report.write', packWritten],
    ],
    edit: ['pack.stand', { packId: 1, standing: 'set-aside' }],
    then: ['pack.stand', { packId: 1, standing: 'handed-over' }],
    says: /^Added what became of a pack: “handed over”$/,
  },
  {
    thing: 'outlines for a map, and others in their place',
    look: ['boundary.list', {}],
    edit: ['boundary.keep', new FileOf('outlines.geojson', outlines('Ford'), { name: 'Neighbourhoods' })],
    then: ['boundary.keep', new FileOf('later.geojson', outlines('Ham'), { name: 'Neighbourhoods' })],
    says: /^Changed the outlines “Neighbourhoods”$/,
  },
  {
    thing: 'outlines taken away',
    look: ['boundary.list', {}],
    before: [['boundary.keep', new FileOf('outlines.geojson', outlines('Ford'), { name: 'Neighbourhoods' })]],
    edit: ['boundary.remove', { boundaryId: 1 }],
    says: /^Removed the outlines “Neighbourhoods”$/,
  },
  {
    thing: 'a new measure, and its next definition',
    look: ['measure.list', {}],
    edit: ['measure.save', measureNamed('noise', 'Noise at night')],
    then: ['measure.save', measureNamed('noise', 'Noise after dark')],
    says: /^Changed the definition of “Noise after dark”$/,
  },
  {
    thing: 'how long records are kept',
    look: ['retention.show', {}],
    edit: ['retention.save', { dataset: 'recorded-crime', months: 24, after: 'import' }],
    then: ['retention.save', { dataset: 'recorded-crime', months: 36, after: 'period-end' }],
    says: /^Changed the setting/,
  },
  {
    thing: 'the example group of areas',
    look: ['group.list', {}],
    edit: ['group.add-example', {}],
    says: /^Kept “example-counts/,
  },
  {
    thing: 'an import withdrawn, and reinstated',
    look: ['import.list', {}],
    before: [['import.commit', new FileOf('Noise log June 2015.csv', noises, { choice: noiseChoice('asb') })]],
    edit: ['import.withdraw', { importId: 1, reason: 'Sent twice' }],
    then: ['import.reinstate', { importId: 1 }],
    says: /^Reinstated “Noise log June 2015.csv”$/,
  },
];

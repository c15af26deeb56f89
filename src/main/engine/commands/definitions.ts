import { isShare, type Measure } from '../../../core/measure/measure.ts';
import { refuseMeasure } from '../../../core/measure/refuse-measure.ts';
import { smartCheck } from '../../../core/measure/smart-check.ts';
import { financialYearFrom, lastMonthOf, type FinancialYear } from '../../../core/time/financial-year.ts';
import type { Definition } from '../../../preload/contract-packs.ts';
import type { Parsed } from '../../../preload/contract.ts';
import type { Handlers } from '../dispatch.ts';
import { gatherSummaries } from '../gather/summary.ts';
import { gatherShare } from '../gather/share.ts';
import { yearAsked } from '../gather/year-asked.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { listMeasures, measureById, measureVersions, saveMeasure, versionsInForce } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { changing } from './groups.ts';

type DefinitionCommands = Pick<
  Handlers,
  'measure.show' | 'measure.definitions' | 'measure.save' | 'measure.history' | 'share.show'
>;

/** The year a measure is looked at in when none is asked for: the latest with a target or figures. */
function yearOf(measure: Measure, held: FinancialYear | null): FinancialYear {
  const years = [...measure.targets.map(({ year }) => year), ...(held === null ? [] : [held])].sort();
  return years.at(-1) ?? financialYearFrom(2015);
}

function definitionOf(
  db: ReadStore,
  id: string,
  asked: FinancialYear | null,
  summaries = gatherSummaries(db),
): Definition {
  const summary = summaries.measures.find((one) => one.measure === id);
  const held = summary?.year == null ? null : yearAsked(summary.year);
  const year = asked ?? yearOf(measureById(db, id), held);
  const asAt = lastMonthOf(year);
  const measure = measureById(db, id, asAt);
  const dataTo = summary?.dataTo ?? null;
  return {
    measure: withPlainTargets(measure),
    version: versionsInForce(db, asAt)[id] ?? 1,
    year,
    lacks: smartCheck(measure, year, dataTo),
    dataTo,
  };
}

type MeasureAnswer = Definition['measure'];

/** The same measure as the doorway's shape has it. */
const withPlainTargets = (measure: Measure): MeasureAnswer => ({
  ...measure,
  madeOf: measure.madeOf === null ? null : { ...measure.madeOf },
  datasets: [...measure.datasets],
  targets: measure.targets.map(({ periods, why, ...target }) => ({
    ...target,
    ...(why === undefined ? {} : { why }),
    ...(periods === undefined ? {} : { periods: [...periods] }),
  })),
});

function measureGiven(db: ReadStore, given: Parsed<'measure.save'>['measure']): Measure {
  const measure: Measure = {
    ...given,
    targets: given.targets.map(({ year, periods, why, ...target }) => ({
      ...target,
      year: yearAsked(year),
      ...(why === undefined ? {} : { why }),
      ...(periods === undefined ? {} : { periods }),
    })),
    starts: given.starts as Measure['starts'],
    ends: given.ends as Measure['ends'],
  };
  const refused = refuseMeasure(measure);
  if (refused !== null) throw new FigureRefusal(refused);
  const before = listMeasures(db).find(({ id }) => id === measure.id);
  if (before !== undefined && (before.kind === 'cumulative-gap') !== (measure.kind === 'cumulative-gap')) {
    throw new FigureRefusal(
      'A gap stays a gap: its kind cannot be changed, nor another measure become one. Make a new measure.',
    );
  }
  const part = measure.madeOf?.part;
  const perResidents = measure.kind === 'rate' || (measure.kind === 'cumulative-gap' && measure.madeOf !== null);
  if (perResidents && !listMeasures(db).some(({ id, kind }) => id === part && kind === 'count')) {
    const made = measure.kind === 'rate' ? 'rate' : 'gap';
    throw new FigureRefusal(`«${part ?? ''}» is no measure that is counted, so no ${made} can be made of it.`);
  }
  return measure;
}

export const definitionCommands: DefinitionCommands = {
  'measure.show': ({ measure, year }, { store: { read } }) =>
    definitionOf(read, measure, year === undefined ? null : yearAsked(year)),

  'measure.definitions': (_input, { store: { read } }) => {
    const summaries = gatherSummaries(read);
    return listMeasures(read).map(({ id }) => definitionOf(read, id, null, summaries));
  },

  'measure.save': async ({ measure, inForceFrom, why }, engine) => {
    const { read } = engine.store;
    const given = measureGiven(read, measure);
    await changing(engine, ['measures', 'figures'], (db) => {
      saveMeasure(db, given, { inForceFrom, why });
    });
    return definitionOf(read, given.id, null);
  },

  'measure.history': ({ measure }, { store: { read } }) => {
    measureById(read, measure);
    return measureVersions(read, measure).map((one) => ({ ...one, measure: withPlainTargets(one.measure) }));
  },

  'share.show': ({ measure, year }, { store: { read } }) => {
    const asked = yearAsked(year);
    const held = measureById(read, measure, lastMonthOf(asked));
    if (!isShare(held)) throw new FigureRefusal(`«${held.shortName}» is no share of people: ask for measure.table.`);
    return gatherShare(read, held, asked).view;
  },
};

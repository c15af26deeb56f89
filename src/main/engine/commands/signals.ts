import { ruleSets } from '../../../core/statistics/spc-rules.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Handlers } from '../dispatch.ts';
import { countedMeasure } from '../gather/measure-series.ts';
import { gatherChange, gatherSeason, gatherSpc, gatherYearEnd } from '../gather/signals.ts';
import { yearAsked } from '../gather/year-asked.ts';
import { chartSetting, saveChartSetting } from '../store/chart-settings.ts';
import { listExceptional, removeExceptional, saveExceptional } from '../store/exceptional-periods.ts';
import type { ReadStore } from '../store/open-store.ts';
import { changing } from './groups.ts';

type SignalCommands = Pick<
  Handlers,
  Extract<keyof Handlers, 'change.show' | `spc.${string}` | `exceptional.${string}` | 'season.show' | 'year-end.show'>
>;

const months = ({ from, to }: { from: string; to: string }) => ({ from: from as Month, to: to as Month });

const settingOf = (db: ReadStore, measure: string) => ({
  measure: countedMeasure(db, measure).id,
  ...chartSetting(db, measure),
  ruleSets: Object.values(ruleSets).map(({ id, words }) => ({ id, words })),
});

export const signalCommands: SignalCommands = {
  'change.show': ({ measure, from, to, against = 'last-year', confidence = 95 }, { store: { read } }) =>
    gatherChange(
      read,
      measure,
      months({ from, to }),
      typeof against === 'string' ? against : months(against),
      confidence,
    ),

  'spc.show': ({ measure, rules = null }, { store: { read } }) => gatherSpc(read, measure, rules),

  'spc.setting': ({ measure }, { store: { read } }) => settingOf(read, measure),

  'spc.save': ({ measure, ...setting }, engine) =>
    changing(engine, ['figures'], (db) => {
      saveChartSetting(db, countedMeasure(db, measure).id, setting);
      return settingOf(db, measure);
    }),

  'exceptional.list': (_input, { store: { read } }) => listExceptional(read),

  'exceptional.save': (period, engine) =>
    changing(engine, ['figures'], (db) => {
      for (const { measure } of period.choices) countedMeasure(db, measure);
      return saveExceptional(db, period);
    }),

  'exceptional.remove': async ({ periodId }, engine) => {
    await changing(engine, ['figures'], (db) => {
      removeExceptional(db, periodId);
    });
    return {};
  },

  'season.show': ({ measure }, { store: { read } }) => gatherSeason(read, measure),

  'year-end.show': ({ measure, year, confidence = 95 }, { store: { read } }) =>
    gatherYearEnd(read, measure, yearAsked(year), confidence),
};

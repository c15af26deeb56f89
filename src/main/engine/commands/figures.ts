import { isRevised } from '../../../core/disclosure/earlier-packs.ts';
import { isShare } from '../../../core/measure/measure.ts';
import { signsOfMeasure } from '../../../core/performance/signs-of.ts';
import { firstMonthOf, lastMonthOf } from '../../../core/time/financial-year.ts';
import { addMonths } from '../../../core/time/month.ts';
import { readPeriodId } from '../../../core/time/period-in-words.ts';
import type { Handlers } from '../dispatch.ts';
import { explainFigure } from '../gather/explain.ts';
import { gatherGap } from '../gather/gap.ts';
import { gatherMeasure, tableOf } from '../gather/measure-table.ts';
import { gatherSummaries, monthInWords } from '../gather/summary.ts';
import { earlierPacks } from '../pack/earlier-packs.ts';
import { yearAsked } from '../gather/year-asked.ts';
import { listFigureNotes, noteFigure } from '../store/figure-notes.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { changing } from './groups.ts';
import { listImports } from '../store/imports.ts';
import { measureById, partnership } from '../store/measures.ts';

type FigureCommands = Pick<
  Handlers,
  'home.show' | 'measure.list' | 'measure.table' | 'gap.show' | Extract<keyof Handlers, `figure.${string}`>
>;

export const figureCommands: FigureCommands = {
  'home.show': (_input, { store: { read } }) => {
    const { measures, latest, overdue } = gatherSummaries(read);
    const imports = listImports(read);
    return {
      partnership: partnership(read).name,
      dataTo: latest === null ? null : monthInWords(latest),
      month: latest,
      measures,
      lastImport: imports[0] ?? null,
      imports: imports.length,
      overdue: imports.length === 0 ? [] : overdue,
    };
  },

  'measure.list': (_input, { store: { read } }) => gatherSummaries(read).measures,

  'measure.table': ({ measure, year }, { store }) => {
    const { read } = store;
    if (measure === 'gap') throw new FigureRefusal('The gap has a view of its own: ask for gap.show.');
    const asked = yearAsked(year);
    const held = measureById(read, measure, lastMonthOf(asked));
    if (isShare(held)) throw new FigureRefusal(`«${held.shortName}» is a share of people: ask for share.show.`);
    const table = tableOf(gatherMeasure(read, held, asked));
    const packs = earlierPacks(store);
    const to = table.dataTo === null ? null : readPeriodId(table.dataTo)?.to;
    const signs = signsOfMeasure(table, to ?? addMonths(firstMonthOf(asked), -1), (key, value) =>
      isRevised(packs, key, value),
    );
    return { ...table, signs: Object.fromEntries(signs) };
  },

  'gap.show': ({ year }, { store: { read } }) => gatherGap(read, yearAsked(year)).view,

  'figure.explain': (asked, { store: { read } }) => explainFigure(read, asked),

  'figure.notes': (_input, { store: { read } }) => listFigureNotes(read),

  'figure.note': ({ figure, note }, engine) =>
    changing(engine, ['notes'], (db) => {
      noteFigure(db, figure, note, engine.store.clock());
      return {};
    }),
};

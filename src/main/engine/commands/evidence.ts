import { basename } from 'node:path';
import { problemsOfCosts, readUnitCosts } from '../../../core/assessment/unit-costs.ts';
import type { Month } from '../../../core/time/month.ts';
import { gatherDocument } from '../document/gather-document.ts';
import { assessmentRestsOn, chaptersFingerprint } from '../document/rests-on.ts';
import { writeDocument } from '../document/write-document.ts';
import type { Handlers } from '../dispatch.ts';
import { assertPeriod, evidencePeriodSetting, gatherEvidence, type EvidenceOfYear } from '../gather/evidence.ts';
import { yearAsked } from '../gather/year-asked.ts';
import { assessmentFiles, noteAssessmentFile } from '../store/assessment-files.ts';
import { keepUnitCosts, saveEvidenceEdit, unitCostsHeld, type UnitCostsHeld } from '../store/evidence.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import type { ReadStore } from '../store/open-store.ts';
import { saveSetting } from '../store/settings.ts';
import { plainRows } from '../workbook/plain-rows.ts';
import { changing } from './groups.ts';
import { offeredFile } from './offered-file.ts';
import { refuseWriting } from './refuse-writing.ts';

type EvidenceCommands = Pick<
  Handlers,
  Extract<keyof Handlers, `evidence.${string}` | `costs.${string}` | `assessment.${string}`>
>;

function costsNow(db: ReadStore): UnitCostsHeld {
  const held = unitCostsHeld(db);
  if (held === null) throw new Error('the unit costs just kept are not there');
  return held;
}

export const evidenceCommands: EvidenceCommands = {
  'evidence.show': ({ year }, { store: { read } }): EvidenceOfYear => gatherEvidence(read, yearAsked(year)),

  'evidence.choose-period': async ({ year, period }, engine) => {
    const asked = yearAsked(year);
    if (period !== null) assertPeriod({ from: period.from as Month, to: period.to as Month });
    await changing(engine, ['evidence'], (db) => {
      saveSetting(db, evidencePeriodSetting(asked), period);
    });
    return gatherEvidence(engine.store.read, asked);
  },

  'evidence.save': async ({ year, evidence, edit }, engine) => {
    const asked = yearAsked(year);
    const shown = gatherEvidence(engine.store.read, asked).tables.find(({ table }) => table.id === evidence);
    if (shown === undefined) throw new Error('there is no such table of evidence');
    const rows = new Set(shown.table.rows.map(({ id }) => id));
    const own =
      edit.finding === null || edit.finding === '' || edit.finding === shown.table.finding ? null : edit.finding;
    const kept = {
      ...edit,
      finding: own,
      notes: Object.fromEntries(Object.entries(edit.notes).filter(([row, note]) => note !== '' && rows.has(row))),
    };
    await changing(engine, ['evidence'], (db) => {
      saveEvidenceEdit(db, { year: asked, evidence, edit: kept, figures: shown.figures });
    });
    return gatherEvidence(engine.store.read, asked);
  },

  'costs.show': (_input, { store: { read } }) => unitCostsHeld(read),

  'costs.import': async ({ file }, engine) => {
    const path = offeredFile(engine, file);
    const { costs, refusals } = readUnitCosts(await plainRows(path));
    if (costs === null) return { held: null, refusals };
    const held = await changing(engine, ['evidence'], (db) => {
      keepUnitCosts(db, costs, basename(path));
      return costsNow(db);
    });
    return { held, refusals };
  },

  'assessment.write': async ({ year, path, format, title, marking }, engine) => {
    const { store } = engine;
    const asked = yearAsked(year);
    const writtenAt = store.clock().toISOString();
    const content = await gatherDocument(store.read, asked, writtenAt, { title, marking });
    const restsOn = assessmentRestsOn(store.read, asked);
    try {
      await writeDocument(path, content, format);
    } catch (error) {
      return refuseWriting(error, path);
    }
    await changing(engine, ['packs'], (db) => {
      const { title: named, marking: marked } = content;
      const chapters = chaptersFingerprint(content);
      noteAssessmentFile(db, {
        ...{ year: asked, title: named, marking: marked, format, fileName: basename(path), writtenAt, chapters },
        ...restsOn,
      });
    });
    return { path, chapters: content.chapters.map((chapter) => chapter.title), illustrative: content.illustrative };
  },

  'assessment.written': (_input, { store: { read } }) => assessmentFiles(read),

  'costs.save': ({ costs }, engine) => {
    const problems = problemsOfCosts(costs);
    if (problems.length > 0) throw new FigureRefusal(problems.join(' '));
    return changing(engine, ['evidence'], (db) => {
      keepUnitCosts(db, costs, null);
      return costsNow(db);
    });
  },
};

import { basename } from 'node:path';
import { matrixPicture } from '../../../core/picture/matrix-picture.ts';
import { svgOfPage } from '../../../core/picture/page-shapes.ts';
import { planPage } from '../../../core/picture/plan-page.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { problemsOfPlan, readPlan } from '../../../core/plan/read-plan.ts';
import { problemsOfAgreement } from '../../../core/risk/agreed-priorities.ts';
import { MORILE_NOTICE } from '../../../core/risk/morile-notice.ts';
import { readScheme } from '../../../core/risk/read-scheme.ts';
import type { Handlers } from '../dispatch.ts';
import { PICTURE_SIZE } from '../gather/pictures.ts';
import { assertMeasuresHeld, gatherPlan, type PlanShown } from '../gather/plan.ts';
import { gatherRisk, rankingOf } from '../gather/risk.ts';
import { yearAsked } from '../gather/year-asked.ts';
import { drawPng, drawSvg, pngOfSvg, type DrawnPng } from '../picture/draw-picture.ts';
import { planPdf } from '../plan/plan-pdf.ts';
import { planWorkbook } from '../plan/plan-workbook.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { keepAgreed, keepScores, listIssues, saveIssue, settle } from '../store/issues.ts';
import { listMeasures } from '../store/measures.ts';
import type { WriteStore } from '../store/open-store.ts';
import { keepPlan, listPlans } from '../store/plans.ts';
import { chooseScheme, keepScheme, listSchemes, schemeOfYear } from '../store/schemes.ts';
import { plainRows } from '../workbook/plain-rows.ts';
import { bringIssues } from './bring-issues.ts';
import { changing } from './groups.ts';
import { offeredFile } from './offered-file.ts';

type AssessmentCommands = Pick<Handlers, Extract<keyof Handlers, `risk.${string}` | `plan.${string}`>>;

function planKept(db: WriteStore, plan: Plan): PlanShown {
  const problems = problemsOfPlan(plan);
  if (problems.length > 0) throw new FigureRefusal(problems.join(' '));
  assertMeasuresHeld(
    plan,
    listMeasures(db).map(({ id }) => id),
  );
  keepPlan(db, plan);
  const shown = gatherPlan(db, plan.year);
  if (shown === null) throw new Error('the plan just kept is not there');
  return shown;
}

const bytesOf = (svg: string): Uint8Array => new TextEncoder().encode(svg);

const asAnswer = ({ bytes, width, height }: DrawnPng, name: string) => ({ bytes, width, height, name });

export const assessmentCommands: AssessmentCommands = {
  'risk.schemes': (_input, { store: { read } }) => ({ notice: MORILE_NOTICE, schemes: listSchemes(read) }),

  'risk.import-scheme': async ({ file }, engine) => {
    const path = offeredFile(engine, file);
    const { scheme, refusals } = readScheme(await plainRows(path));
    if (scheme !== null) {
      await changing(engine, ['risk'], (db) => {
        keepScheme(db, scheme, basename(path));
      });
    }
    return { scheme, refusals };
  },

  'risk.choose-scheme': ({ year, scheme, version }, engine) =>
    changing(engine, ['risk'], (db) => {
      const asked = yearAsked(year);
      chooseScheme(db, asked, scheme, version);
      return gatherRisk(db, asked);
    }),

  'risk.issues': (_input, { store: { read } }) => ({ issues: listIssues(read) }),

  'risk.save-issue': (issue, engine) => changing(engine, ['risk'], (db) => saveIssue(db, issue)),

  'risk.score': ({ year, issue, scorer, scoredOn, scores }, engine) =>
    changing(engine, ['risk'], (db) => {
      const asked = yearAsked(year);
      const made = scores.map((score) => ({ ...score, issue, scorer, scoredOn }));
      keepScores(db, asked, schemeOfYear(db, asked).scheme, made);
      return gatherRisk(db, asked);
    }),

  'risk.settle': ({ year, ...one }, engine) =>
    changing(engine, ['risk'], (db) => {
      const asked = yearAsked(year);
      settle(db, asked, schemeOfYear(db, asked).scheme, one);
      return gatherRisk(db, asked);
    }),

  'risk.import-issues': ({ file, year }, engine) => bringIssues(engine, yearAsked(year), offeredFile(engine, file)),

  'risk.show': ({ year }, { store: { read } }) => gatherRisk(read, yearAsked(year)),

  'risk.agree-priorities': ({ year, ...agreed }, engine) =>
    changing(engine, ['risk'], (db) => {
      const asked = yearAsked(year);
      const problems = problemsOfAgreement(rankingOf(db, asked), agreed);
      if (problems.length > 0) throw new FigureRefusal(problems.join(' '));
      keepAgreed(db, asked, agreed);
      return gatherRisk(db, asked);
    }),

  'risk.draw-matrix': async ({ year, format }, { store: { read } }) => {
    const { matrix, scheme } = gatherRisk(read, yearAsked(year));
    const picture = matrixPicture(matrix, year, scheme, PICTURE_SIZE);
    const name = `Risk matrix ${year.replace('/', '-')}.${format}`;
    if (format === 'png') return asAnswer(await drawPng(picture), name);
    return { bytes: bytesOf(await drawSvg(picture)), name, width: picture.width, height: picture.height };
  },

  'plan.list': (_input, { store: { read } }) => ({
    plans: listPlans(read).map(({ plan: { year, title }, version }) => ({ year, title, version })),
  }),

  'plan.show': ({ year = null }, { store: { read } }) => gatherPlan(read, year),

  'plan.save': ({ plan }, engine) => changing(engine, ['plan'], (db) => planKept(db, plan)),

  'plan.import': async ({ file }, engine) => {
    const { plan, refusals } = readPlan(await plainRows(offeredFile(engine, file)));
    if (plan === null) return { view: null, refusals };
    return { view: await changing(engine, ['plan'], (db) => planKept(db, plan)), refusals };
  },

  'plan.draw': async ({ year = null, format }, { store: { read } }) => {
    const view = gatherPlan(read, year);
    if (view === null) {
      throw new FigureRefusal(year === null ? 'There is no plan yet.' : `There is no plan for ${year}.`);
    }
    const page = planPage(view);
    if (!page.fits) {
      throw new FigureRefusal('The plan has more words than one page holds in type that can be read. Shorten it.');
    }
    const svg = svgOfPage(page);
    const name = `Plan on a page ${view.plan.year.replace('/', '-')}.${format}`;
    if (format === 'png') return asAnswer(await pngOfSvg(svg), name);
    const { width, height } = page;
    if (format === 'pdf') return { bytes: await planPdf(view, page), name, width, height };
    if (format === 'docx') {
      const { planWord } = await import('../plan/plan-word.ts');
      return { bytes: await planWord(view), name, width, height };
    }
    if (format === 'xlsx') return { bytes: await planWorkbook(view), name, width, height };
    return { bytes: bytesOf(svg), name, width, height };
  },
};

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemeRows } from '../../../src/core/risk/scheme-rows.ts';
import { TEMPLATE_A } from '../../../src/core/risk/template-a.ts';
import type { Input } from '../../../src/preload/contract.ts';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { ask, emptyEngine } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

const YEAR = '2015/16';
const FIVE = ['Police', 'Council', 'Probation', 'Health', 'Voluntary sector'] as const;

const issue = (engine: Engine, name: string, kind: Input<'risk.save-issue'>['kind'] = 'key-issue') =>
  ask(engine, 'risk.save-issue', { id: null, name, kind, description: '', state: 'open' });

/** One group's levels, dimension by dimension in the scheme's order, with a reason and a link each. */
function score(
  engine: Engine,
  of: string,
  scorer: string,
  levels: readonly number[],
  year = YEAR,
  scheme = TEMPLATE_A,
) {
  return ask(engine, 'risk.score', {
    year,
    issue: of,
    scorer,
    scoredOn: '2015-07-08',
    scores: scheme.dimensions.map((dimension, at) => ({
      dimension: dimension.id,
      level: levels[at] ?? null,
      reason: `${scorer} on ${dimension.name}`,
      evidence: ['Measure: domestic abuse, April to June 2015'],
    })),
  });
}

const HIGH = [3, 4, 2, 2, 3, 1, 4, 3, 3, 2, 1];
const LOW = [1, 1, 1, 2, 2, 1, 2, 2, 2, 0, 0];

describe('a workshop of five scorers', () => {
  it('puts their levels together by the median, names who is furthest apart, and ranks the issues', async () => {
    const engine = emptyEngine();
    const abuse = await issue(engine, 'Domestic abuse', 'victims');
    const bikes = await issue(engine, 'Bicycle theft');
    for (const scorer of FIVE) {
      await score(engine, bikes.id, scorer, LOW);
      // Health sees physical harm two levels lower than everybody else.
      await score(engine, abuse.id, scorer, scorer === 'Health' ? [1, ...HIGH.slice(1)] : HIGH);
    }
    const risk = await ask(engine, 'risk.show', { year: YEAR });
    expect(risk.scorers).toEqual([...FIVE].sort());
    expect(risk.table.rows.map(({ name, rank }) => [name, rank])).toEqual([
      ['Domestic abuse', 1],
      ['Bicycle theft', 2],
    ]);
    const physical = risk.results
      .find((one) => one.issue === abuse.id)
      ?.agreements.find(({ dimension }) => dimension === 'physical');
    expect(physical).toMatchObject({
      scorers: 5,
      median: 3,
      lowest: 1,
      highest: 3,
      levelsApart: 2,
      disagreement: true,
    });
    expect(physical?.furthestApart?.lowest).toEqual(['Health']);
    expect(risk.table.rows[0]?.disagreements).toEqual(['Physical harm']);
    // Harm: (3×2 + 4×2 + 2 + 2 + 3 + 1) ÷ 4 ÷ 8; likelihood: (4 + 3 + 3) ÷ 4 ÷ 3; risk: the root of their product.
    const harm = (22 / 4 / 8) * 100;
    const likelihood = (10 / 4 / 3) * 100;
    expect(risk.table.rows[0]?.harm).toBeCloseTo(harm, 9);
    expect(risk.table.rows[0]?.likelihood).toBeCloseTo(likelihood, 9);
    expect(risk.table.rows[0]?.risk).toBe(Math.round(Math.sqrt(harm * likelihood) * 10) / 10);
    expect(risk.matrix.points.map(({ name }) => name)).toEqual(['Domestic abuse', 'Bicycle theft']);
    expect(risk.sensitivity[0]?.keepsRank).toBe(true);
    expect(risk.notice).toContain('not published here');
  });

  it('lets a level settled after talking stand before the median, and shows confidence beside the risk', async () => {
    const engine = emptyEngine();
    const abuse = await issue(engine, 'Domestic abuse', 'victims');
    for (const scorer of FIVE) await score(engine, abuse.id, scorer, HIGH);
    const before = (await ask(engine, 'risk.show', { year: YEAR })).table.rows[0];
    const settled = {
      year: YEAR,
      issue: abuse.id,
      reason: 'Health withdrew after the A&E figures.',
      settledOn: '2015-07-08',
    };
    await ask(engine, 'risk.settle', { ...settled, dimension: null, level: null, confidence: 'B' });
    const confident = (await ask(engine, 'risk.show', { year: YEAR })).table.rows[0];
    expect(confident).toMatchObject({ confidence: 'B', risk: before?.risk });
    const after = await ask(engine, 'risk.settle', { ...settled, dimension: 'physical', level: 4, confidence: null });
    expect(after.table.rows[0]?.risk).toBeGreaterThan(before?.risk ?? Infinity);
    const back = await ask(engine, 'risk.settle', { ...settled, dimension: 'physical', level: null, confidence: null });
    expect(back.table.rows[0]?.risk).toBe(before?.risk);
  });

  it('keeps every earlier score: a scorer who changes their mind adds one, and the later stands', async () => {
    const engine = emptyEngine();
    const abuse = await issue(engine, 'Domestic abuse', 'victims');
    await score(engine, abuse.id, 'Police', LOW);
    const risk = await score(engine, abuse.id, 'Police', HIGH);
    expect(risk.scores).toHaveLength(HIGH.length);
    const { write } = engine.store;
    expect(write.prepare('SELECT count(*) AS n FROM issue_score').get()).toEqual({ n: 2 * HIGH.length });
    expect(() => write.prepare('UPDATE issue_score SET level = 0').run()).toThrow('never edited');
    expect(() => write.prepare('DELETE FROM issue_score').run()).toThrow('never deleted');
    const taken = await ask(engine, 'risk.score', {
      year: YEAR,
      issue: abuse.id,
      scorer: 'Police',
      scoredOn: '2015-07-09',
      scores: [{ dimension: 'physical', level: null, reason: 'Scored the wrong issue.', evidence: [] }],
    });
    expect(taken.table.rows[0]).toMatchObject({ rank: null, missing: ['Physical harm'] });
  });

  it('refuses a score without reason or evidence, or with a level the scheme has not, and keeps none of the batch', async () => {
    const engine = emptyEngine();
    const abuse = await issue(engine, 'Domestic abuse', 'victims');
    const good = { dimension: 'physical', level: 3, reason: 'A&E attendances', evidence: ['Hospital table 4'] };
    const asked = { year: YEAR, issue: abuse.id, scorer: 'Police', scoredOn: '2015-07-08' };
    const refuse = (scores: Input<'risk.score'>['scores']) => ask(engine, 'risk.score', { ...asked, scores });
    await expect(refuse([good, { ...good, dimension: 'financial', reason: ' ' }])).rejects.toThrow(/reason is missing/);
    await expect(refuse([good, { ...good, dimension: 'financial', evidence: [] }])).rejects.toThrow(
      /evidence is missing/,
    );
    await expect(refuse([good, { ...good, dimension: 'financial', level: 9 }])).rejects.toThrow(/has no level 9/);
    expect((await ask(engine, 'risk.show', { year: YEAR })).scores).toEqual([]);
  });

  it('stands last year beside this one, and says when the Board departs from the ranking only with a reason', async () => {
    const engine = emptyEngine();
    const abuse = await issue(engine, 'Domestic abuse', 'victims');
    const bikes = await issue(engine, 'Bicycle theft');
    await score(engine, abuse.id, 'Workshop', LOW, '2014/15');
    await score(engine, bikes.id, 'Workshop', HIGH, '2014/15');
    await score(engine, abuse.id, 'Workshop', HIGH);
    const risk = await score(engine, bikes.id, 'Workshop', LOW);
    expect(risk.lastYear).toMatchObject({ year: '2014/15', sameScheme: true });
    expect(risk.table.rows[0]?.movement).toBe('up 1 place from 2');
    const agreed = { year: YEAR, agreedOn: '2015-07-23', meeting: 'Safer Plymouth Board', issues: [bikes.id] };
    await expect(ask(engine, 'risk.agree-priorities', { ...agreed, reasons: {} })).rejects.toThrow(
      /Say why the Board departs/,
    );
    const reasons = { [bikes.id]: 'A funded scheme ends this year.', [abuse.id]: 'Led by the safeguarding board.' };
    const kept = await ask(engine, 'risk.agree-priorities', { ...agreed, reasons });
    expect(kept.agreed).toMatchObject({ agreedOn: '2015-07-23', issues: [bikes.id] });
    expect(kept.departures.map(({ reason }) => reason)).toEqual(Object.values(reasons).reverse());
  });

  it('takes a licensed matrix from a sheet, scores by it, and says which row is wrong in one that is not whole', async () => {
    const engine = emptyEngine();
    const rows = schemeRows({ ...TEMPLATE_A, name: 'Our licensed matrix', version: '2015', source: 'Licence 12' });
    const offer = async (lines: typeof rows) => {
      const path = join(temporaryFolder(), 'matrix.csv');
      writeFileSync(path, lines.map((cells) => cells.map((cell) => `"${String(cell)}"`).join(',')).join('\n'));
      return (await ask(engine, 'file.offer', { path }, 'shell')).file;
    };
    const spoilt = rows.map((cells, at) => (at === 6 ? ['Dimension', 'harm', 'Physical harm', 'much'] : cells));
    const refused = await ask(engine, 'risk.import-scheme', { file: await offer(spoilt) });
    expect(refused.scheme).toBeNull();
    expect(refused.refusals[0]).toMatchObject({ row: 7 });
    const read = await ask(engine, 'risk.import-scheme', { file: await offer(rows) });
    expect(read.scheme?.dimensions).toHaveLength(11);
    const chosen = await ask(engine, 'risk.choose-scheme', {
      year: YEAR,
      scheme: 'our-licensed-matrix',
      version: '2015',
    });
    expect(chosen).toMatchObject({ schemeChosen: true, scheme: { name: 'Our licensed matrix' } });
  });
});

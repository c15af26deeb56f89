import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine, type Engine } from '../../../src/main/engine/engine.ts';
import { ask } from '../month.ts';

const GROUP = 'Example group (not the Home Office’s)';
const YEAR = { from: '2024-07', to: '2025-06' };

describe('the bundled example group, on real counts of the year to June 2025', () => {
  let engine: Engine;
  const home = mkdtempSync(join(tmpdir(), 'workbench-group-'));
  beforeAll(async () => {
    engine = startEngine(join(home, 'store.sqlite'), () => undefined);
    await ask(engine, 'group.add-example', {});
  });
  afterAll(() => {
    engine.store.close();
    rmSync(home, { recursive: true });
  });

  it('is named as an example, has fifteen areas, and is added only once', async () => {
    await ask(engine, 'group.add-example', {});
    const groups = await ask(engine, 'group.list', {});
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({
      name: GROUP,
      example: true,
      ownArea: 'Plymouth',
      validFrom: '2024-07',
      validTo: null,
    });
    expect(groups[0]?.members).toHaveLength(15);
    expect(await ask(engine, 'import.list', {})).toHaveLength(2);
  });

  it('gives Plymouth’s 25,767 and its parts, and says that the residents are of another year', async () => {
    const view = await ask(engine, 'group.show', { measure: 'all-crime', ...YEAR, group: GROUP });
    const own = view.areas.find((area) => area.own);
    expect(own).toMatchObject({ name: 'Plymouth', count: 25_767, population: 262_839 });
    expect(own?.ratePerThousand?.toFixed(2)).toBe('98.03');
    expect(view.of).toBe(15);
    expect(view.populationYear).toBe('mid-2020');
    expect(view.notes.join(' ')).toMatch(/mid-2020, which is not the year of the figures/);
    expect(view.notes.join(' ')).toMatch(/Home Office’s own list is not published/);
    const parts = await ask(engine, 'group.show', { measure: 'violence-against-the-person', ...YEAR, group: GROUP });
    expect(parts.areas.find((area) => area.own)?.count).toBe(11_192);
  });

  it('draws limits of three kinds by name, and says which under the chart', async () => {
    const show = (limits: string, more = {}) =>
      ask(engine, 'group.show', { measure: 'all-crime', ...YEAR, group: GROUP, limits, ...more });
    const one = await show('spread', { k: 1 });
    const two = await show('spread', { k: 2 });
    const half = ((one.limits?.upper ?? 0) - (one.limits?.lower ?? 0)) / 2;
    expect(((two.limits?.upper ?? 0) - (two.limits?.lower ?? 0)) / 2).toBeCloseTo(2 * half, 9);
    expect(one.limits?.words).toMatch(/iQuanta’s own formula is not published/);
    const counting = await show('counting', { confidence: 99.8 });
    expect(counting.limits?.words).toMatch(/counting error only.*99\.8%/);
    const additive = await show('overdispersed-additive');
    expect(additive.limits?.words).toMatch(/additive random effects/);
    const outside = (view: typeof one) => view.areas.filter((area) => area.verdict !== 'inline').length;
    expect(outside(counting)).toBeGreaterThan(outside(additive));
    expect((await show('overdispersed-multiplicative')).limits?.words).toMatch(/φ/);
  });

  it('says how many fewer crimes would bring Plymouth to the average', async () => {
    const view = await ask(engine, 'group.show', { measure: 'possession-of-weapons-offences', ...YEAR, group: GROUP });
    const own = view.areas.find((area) => area.own);
    const average = view.averageUsed ?? Number.NaN;
    const expected = (own?.count ?? Number.NaN) - (average / 1000) * (own?.population ?? Number.NaN);
    expect(view.fewerToAverage).toBeCloseTo(expected, 9);
    expect(view.fewerSentence).toMatch(/Plymouth/);
  });

  it('puts all offences into one table, with rank, distance and verdict', async () => {
    const table = await ask(engine, 'group.offences', { ...YEAR, group: GROUP });
    expect(table.rows).toHaveLength(23);
    expect(table.area).toBe('Plymouth');
    const shoplifting = table.rows.find((row) => row.measure === 'shoplifting');
    expect(shoplifting).toMatchObject({ name: 'Shoplifting', count: 2387, of: 15, direction: null, lastYear: null });
    for (const row of table.rows) expect(row.rank).toBeGreaterThanOrEqual(1);
  });

  it('crosses to the window as Arrow: fifteen areas by twenty-three offences', async () => {
    const { bytes, rows } = await ask(engine, 'group.figures', {});
    expect(rows).toBe(15 * 23);
    const table = tableFromIPC(bytes);
    expect(table.numRows).toBe(rows);
    const all = table.toArray().map((row) => (row as { toJSON(): Record<string, unknown> }).toJSON());
    expect(all).toContainEqual(
      expect.objectContaining({ measure: 'all-crime', area: 'Plymouth', count: 25_767, population: 262_839 }),
    );
  });

  it('keeps a group of the officer’s, and says when a picture crosses a change of members', async () => {
    const members = ['Plymouth', 'Derby', 'Swindon', 'Torbay'];
    const group = { groupId: null, name: 'Ours', kind: 'own-choice', ownArea: 'Plymouth', source: 'Board, May 2025' };
    const first = await ask(engine, 'group.save', { ...group, validFrom: '2024-04', validTo: '2025-03', members });
    await ask(engine, 'group.save', { ...group, validFrom: '2025-04', validTo: null, members: [...members, 'Medway'] });
    const view = await ask(engine, 'group.show', { measure: 'all-crime', ...YEAR, group: 'Ours' });
    expect(view.areas.map((area) => area.name).sort()).toEqual(['Derby', 'Medway', 'Plymouth', 'Swindon', 'Torbay']);
    expect(view.group).toMatchObject({ validFrom: '2025-04', members: 5 });
    await expect(ask(engine, 'group.save', { ...group, validFrom: '2024-04', validTo: null, members })).rejects.toThrow(
      /already there/,
    );
    const renamed = await ask(engine, 'group.save', {
      ...first,
      groupId: first.groupId,
      example: undefined,
      importId: undefined,
    }).catch((error: unknown) => String(error));
    expect(renamed).toMatch(/a way it does not know/);
    await ask(engine, 'group.remove', { groupId: first.groupId });
    expect((await ask(engine, 'group.list', {})).filter(({ name }) => name === 'Ours')).toHaveLength(1);
  });

  it('goes when its import is withdrawn', async () => {
    const imports = await ask(engine, 'import.list', {});
    const list = imports.find(({ fileName }) => fileName === 'example-group.csv');
    await ask(engine, 'import.withdraw', { importId: list?.importId, reason: 'our own list has come' });
    expect((await ask(engine, 'group.list', {})).map(({ name }) => name)).not.toContain(GROUP);
    await ask(engine, 'import.reinstate', { importId: list?.importId });
    expect((await ask(engine, 'group.list', {})).map(({ name }) => name)).toContain(GROUP);
  });

  it('draws the bars and the funnel as pictures', async () => {
    for (const view of ['group', 'funnel']) {
      const chart = { view, measure: 'all-crime', ...YEAR, group: GROUP, limits: 'overdispersed-additive' };
      const { bytes } = await ask(engine, 'chart.draw', { chart, format: 'svg' });
      const svg = new TextDecoder().decode(bytes);
      expect(svg).toContain('Plymouth');
      expect(svg).toMatch(/additive/);
    }
  });
});

import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureKey } from '../../../src/core/disclosure/keyed-figures.ts';
import { neighbourhoodCellId } from '../../../src/core/disclosure/from-neighbourhoods.ts';
import { deducibleRanges } from '../../../src/core/disclosure/protection.ts';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { earlierPacks } from '../../../src/main/engine/pack/earlier-packs.ts';
import { ask, engineWithMonth, SAMPLE } from '../month.ts';

let folder: string;
let engine: Engine;
/** Neighbourhoods with the crimes that the paper prints of each; null: left out. */
const printed = new Map<string, Map<string, number | null>>();
const packIds = new Map<string, number>();
let small = 0;

async function write(asAt: string, name: string): Promise<Map<string, number | null>> {
  const path = join(folder, `${name}.xlsx`);
  const { packId } = await ask(engine, 'report.write', { asAt, path, format: 'xlsx' }, 'shell');
  packIds.set(name, packId);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const found = new Map<string, number | null>();
  const sheet = book.worksheets.find((one) => one.name.startsWith('Neighbourhoods'));
  let crimes = 0;
  sheet?.eachRow((row) => {
    row.eachCell((cell, column) => {
      // «Crimes», or «Crimes [p]» where they may still change.
      if (typeof cell.value === 'string' && /^Crimes\b/.test(cell.value)) crimes = column;
    });
    const label = row.getCell(1).value;
    if (crimes === 0 || typeof label !== 'string') return;
    const { value } = row.getCell(crimes);
    if (typeof value === 'number' || value === '[c]') found.set(label, typeof value === 'number' ? value : null);
  });
  printed.set(name, found);
  return found;
}

const monthsBetween = (then: ReadonlyMap<string, number | null>, now: ReadonlyMap<string, number | null>): number[] =>
  [...now].flatMap(([name, count]) => {
    const before = then.get(name) ?? null;
    return count === null || before === null ? [] : [count - before];
  });
const isSmall = (count: number): boolean => count >= 1 && count <= small;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-earlier-'));
  engine = await engineWithMonth(SAMPLE, join(folder, 'store.sqlite'));
  const rule = await ask(engine, 'small-numbers.show', {});
  await ask(engine, 'small-numbers.save', { ...rule, applied: false });
  const plain = monthsBetween(await write('2015-05', 'May, open'), await write('2015-06', 'June, open'));
  small = Math.min(...plain.filter((count) => count > 0));
  for (const packId of packIds.values()) await ask(engine, 'pack.stand', { packId, standing: 'set-aside' });
  await ask(engine, 'small-numbers.save', { ...rule, threshold: small });
}, 180_000);
afterAll(() => {
  engine.store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('two packs in a row', () => {
  it('would give a small month of a neighbourhood away by subtraction if the one before were not minded', async () => {
    const june = await write('2015-06', 'June alone');
    expect(monthsBetween(printed.get('May, open') ?? new Map(), june).filter(isSmall)).not.toEqual([]);
    await ask(engine, 'pack.stand', { packId: packIds.get('June alone'), standing: 'set-aside' });
  }, 120_000);

  it('leave nothing to be found by subtraction, neighbourhood by neighbourhood or over all sums', async () => {
    const may = await write('2015-05', 'May');
    expect(may.size).toBeGreaterThan(20);
    const withheld = await ask(engine, 'pack.withheld', { asAt: '2015-06' });
    expect(withheld.map(({ why }) => why).join('\n')).toMatch(/in an earlier pack differs only by .*between May 2015/);
    const june = await write('2015-06', 'June');
    expect(monthsBetween(may, june).length).toBeGreaterThan(20);
    expect(monthsBetween(may, june).filter(isSmall)).toEqual([]);

    const packs = earlierPacks(engine.store);
    const cells = [...june.keys()].map(neighbourhoodCellId.count);
    const counts = ['2015-05', '2015-06'].flatMap((month) =>
      [...cells, neighbourhoodCellId.city].flatMap((cell) => {
        const then = packs.findLast(({ figures }) => figures.has(figureKey('gap', cell, month)));
        const one = then?.figures.get(figureKey('gap', cell, month));
        const id = `${cell} ${month}`;
        return one === undefined ? [] : [{ id, label: id, value: one.held, printed: one.printed, cell, month }];
      }),
    );
    const held = new Map(counts.map((one) => [one.id, one.value]));
    const between = cells.map((cell) => ({
      id: `${cell} June`,
      label: cell,
      value: (held.get(`${cell} 2015-06`) ?? 0) - (held.get(`${cell} 2015-05`) ?? 0),
      standing: 'unprinted' as const,
    }));
    const table = {
      counts: [...counts.map((one) => ({ ...one, standing: 'ordinary' as const })), ...between],
      derived: [],
      relations: [
        ...cells.map((cell) => ({ total: `${cell} 2015-06`, parts: [`${cell} 2015-05`, `${cell} June`], says: '' })),
        ...['2015-05', '2015-06'].map((month) => ({
          total: `${neighbourhoodCellId.city} ${month}`,
          parts: cells.map((cell) => `${cell} ${month}`),
          says: '',
        })),
      ],
    };
    const hidden = new Set([
      ...counts.filter((one) => one.printed === null).map((one) => one.id),
      ...between.map((one) => one.id),
    ]);
    const ranges = deducibleRanges(table, hidden, new Set());
    expect(ranges).not.toBeNull();
    const found = [...counts, ...between].filter(({ id, value }) => {
      const range = ranges?.get(id);
      return isSmall(value) && range !== undefined && range.from === range.to;
    });
    expect(found.map(({ label }) => label)).toEqual([]);
  }, 180_000);

  it('write the later one again as it was, from the packs it minded', async () => {
    const path = join(folder, 'June again.xlsx');
    const packId = packIds.get('June');
    expect(await ask(engine, 'pack.write-again', { packId, path, format: 'xlsx' }, 'shell')).toMatchObject({
      same: true,
    });
    expect((await ask(engine, 'pack.list', {})).map(({ standing }) => standing)).toEqual([
      'handed-over',
      'handed-over',
      'set-aside',
      'set-aside',
      'set-aside',
    ]);
  }, 120_000);
});

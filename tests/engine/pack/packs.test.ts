import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberInWords } from '../../../src/core/picture/number-in-words.ts';
import { GAP_HEADING } from '../../../src/core/words/gap-paragraph.ts';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { keepFile } from '../../../src/main/engine/import/import-file.ts';
import { ask, emptyEngine, engineWithMonth, SAMPLE } from '../month.ts';
import { captionsOf, cellsOf, readParts, tableUnder } from './read-docx.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

let folder: string;
let engine: Engine;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-packs-'));
  engine = await engineWithMonth(SAMPLE, join(folder, 'store.sqlite'));
}, 60_000);
afterAll(() => {
  engine.store.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, format: string, more: object = {}) =>
  ask(engine, 'report.write', { asAt: '2015-06', path: join(folder, name), format, ...more }, 'shell');

async function textOf(path: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
}

/** A later extract of the licence cohort that says something else of the same quarter. */
async function correction(): Promise<string> {
  const path = join(folder, 'Licence cohort corrected 2015-16.xlsx');
  copyFileSync(join(SAMPLE, 'partner/Licence cohort quarter 1 2015-16.xlsx'), path);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  book.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (typeof cell.value === 'number' && cell.value > 20 && cell.value < 1000) cell.value += 7;
      });
    });
  });
  await book.xlsx.writeFile(path);
  return path;
}

describe('a pack handed over', () => {
  it('is written again byte for byte after a later import, a withdrawal and a new definition changed the store', async () => {
    const first = await write('first.xlsx', 'xlsx', { marking: 'OFFICIAL-SENSITIVE' });
    const before = await ask(engine, 'share.show', { measure: 'crc-licence-cohort', year: '2015/16' });
    await keepFile(engine.store, await correction(), null, {});
    const after = await ask(engine, 'share.show', { measure: 'crc-licence-cohort', year: '2015/16' });
    expect(after.toDate.whole).not.toBe(before.toDate.whole);
    const [asb] = (await ask(engine, 'import.list', {})).filter(({ fileName }) => fileName.startsWith('Anti-social'));
    await ask(engine, 'import.withdraw', { importId: asb?.importId, reason: 'sent by mistake' });
    const shown = await ask(engine, 'measure.show', { measure: 'da-referrals' });
    const targets = shown.measure.targets.map((target) => ({ ...target, annual: 2000 }));
    await ask(engine, 'measure.save', { measure: { ...shown.measure, targets }, inForceFrom: null, why: 'a try' });

    const again = join(folder, 'again.xlsx');
    const reply = await ask(engine, 'pack.write-again', { packId: first.packId, path: again, format: 'xlsx' }, 'shell');
    expect(reply).toEqual({ path: again, figures: first.figures, same: true });
    expect(readFileSync(again).equals(readFileSync(join(folder, 'first.xlsx')))).toBe(true);

    const now = await write('now.xlsx', 'xlsx');
    expect(now.figures).not.toBe(first.figures);
    expect(now.packId).not.toBe(first.packId);
    await ask(engine, 'import.reinstate', { importId: asb?.importId });
  }, 120_000);

  it('stands in the list with its marking, its files and the imports it used', async () => {
    const packs = await ask(engine, 'pack.list', {});
    const first = packs.at(-1);
    expect(first).toMatchObject({ asAt: '2015-06', marking: 'OFFICIAL-SENSITIVE', template: 'board' });
    expect(first?.files.map(({ fileName }) => fileName)).toContain('first.xlsx');
    expect(first?.imports.length).toBeGreaterThan(8);
    expect(() => engine.store.write.prepare('DELETE FROM pack').run()).toThrow('never deleted');
  });

  it('is a tagged PDF with its title, its fonts and the marking, the same each time', async () => {
    const { packId } = await write('pack.pdf', 'pdf', { marking: 'OFFICIAL-SENSITIVE' });
    const bytes = readFileSync(join(folder, 'pack.pdf'));
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    const text = bytes.toString('latin1');
    for (const part of ['/MarkInfo', '/StructTreeRoot', '/Lang (en-GB)', '/FontFile2', '/Outlines']) {
      expect(text).toContain(part);
    }
    const again = join(folder, 'again.pdf');
    await ask(engine, 'pack.write-again', { packId, path: again, format: 'pdf' }, 'shell');
    expect(readFileSync(again).equals(bytes)).toBe(true);
  }, 120_000);

  it('is composed by a saved template, and refuses one that is not there', async () => {
    await ask(engine, 'template.save', {
      name: 'short',
      sections: [{ kind: 'words', title: 'From the chair', paragraphs: ['Welcome.'] }, { kind: 'exceptions' }],
    });
    expect((await ask(engine, 'template.list', {})).map(({ name }) => name)).toEqual(['board', 'short']);
    await write('short.docx', 'docx', { template: 'short' });
    await expect(write('none.docx', 'docx', { template: 'nobody’s' })).rejects.toThrow(
      'There is no template «nobody’s»',
    );
  }, 120_000);
});

describe('a measure whose figures have not come', () => {
  it('is in the pack with the Board’s own sentence', async () => {
    await write('waiting.xlsx', 'xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'waiting.xlsx'));
    for (const name of ['Satisfied after hate incidents', 'Vulnerable victims supported']) {
      const sheet = book.getWorksheet(name);
      expect(sheet?.getCell('A2').text).toMatch(/it will be ready for reporting at the next board\.$/);
      expect([name, sheet?.getCell('A3').text, sheet?.actualRowCount]).toEqual([name, '◌ Not yet known', 4]);
    }
  }, 60_000);
});

describe('small numbers in a pack', () => {
  it('leave the paper, with what would give them away, and stay in the window', async () => {
    const rule = await ask(engine, 'small-numbers.show', {});
    const view = await ask(engine, 'share.show', { measure: 'asb-satisfaction', year: '2015/16' });
    const { part, whole } = view.toDate;
    const others = (whole ?? 0) - (part ?? 0);
    // Those who were not satisfied are printed nowhere, and worked out at once.
    await ask(engine, 'small-numbers.save', { ...rule, threshold: Math.max(1, others) });
    const withheld = await ask(engine, 'pack.withheld', { asAt: '2015-06' });
    const satisfied = withheld.filter(({ table }) => table.startsWith('Satisfaction rate'));
    expect(satisfied.map(({ symbol }) => symbol)).toContain('[c]');
    await write('small.xlsx', 'xlsx');
    const text = await textOf(join(folder, 'small.xlsx'));
    expect(text).toContain('[c]');
    expect(text).toContain('a small number could be worked out from them');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'small.xlsx'));
    const lines: unknown[] = [];
    book.getWorksheet('Summary')?.eachRow((row) => {
      if (row.getCell(1).text === 'Victims satisfied') lines.push([row.getCell(3).value, row.getCell(7).value]);
    });
    expect(lines).toEqual([['[c]', '○ Monitoring only']]);
    expect(text).not.toContain(`"${String(part)} of ${String(whole)} (`);
    expect((await ask(engine, 'share.show', { measure: 'asb-satisfaction', year: '2015/16' })).toDate).toEqual(
      view.toDate,
    );

    await ask(engine, 'small-numbers.save', { ...rule, applied: false });
    await write('every.xlsx', 'xlsx');
    expect(await textOf(join(folder, 'every.xlsx'))).not.toContain('could be worked out from them');
    await ask(engine, 'small-numbers.save', rule);
  }, 120_000);

  it('refuse a rule that hides nothing by hiding everything wrongly', async () => {
    const rule = await ask(engine, 'small-numbers.show', {});
    await expect(ask(engine, 'small-numbers.save', { ...rule, threshold: 0 })).rejects.toThrow();
  });
});

describe('where each figure comes from', () => {
  it('names file, sheet and cells for every figure of the measures', async () => {
    await write('where.xlsx', 'xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'where.xlsx'));
    const sheet = book.getWorksheet('Where each figure comes from');
    const lines: unknown[][] = [];
    sheet?.eachRow((row) => lines.push(row.values as unknown[]));
    const june = lines.find((line) => line[1] === 'Anti-social behaviour' && line[3] === 'Actual 2015/16, June 2015');
    expect(june?.[4]).toBe(769);
    expect(String(june?.[5])).toContain('Anti-social behaviour');
    expect(String(june?.[7])).toMatch(/^[A-Z]+\d+$/);
    const measures = lines.filter((line) => /^(Actual|Cumulative|% change)/.test(String(line[3])));
    expect(measures.length).toBeGreaterThan(150);
    for (const line of measures) expect(String(line[5]), String(line[3])).not.toBe('');
  }, 60_000);

  it('is told of every number of the workbook, and only a target rests on no cell', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'where.xlsx'));
    const told = new Map<string, string>();
    const without = new Set<string>();
    book.getWorksheet('Where each figure comes from')?.eachRow((row, at) => {
      const [sheet, cell, what] = [1, 2, 3].map((column) => row.getCell(column).text);
      if (at < 5 || !sheet || !cell) return;
      told.set(`${sheet}!${cell}`, row.getCell(7).text);
      if (row.getCell(5).text === '') without.add((what ?? '').replace(/,.*$/, ''));
    });
    const untold = book.worksheets
      .filter(({ name }) => !/^(Where each figure|About these)/.test(name))
      .flatMap((sheet) => {
        const found: string[] = [];
        sheet.eachRow((row) => {
          row.eachCell((cell) => {
            const number = typeof cell.value === 'number' || cell.type === ExcelJS.ValueType.Formula;
            const place = `${sheet.name}!${cell.address}`;
            if (number && (told.get(place) ?? '') === '') found.push(place);
          });
        });
        return found;
      });
    expect(untold).toEqual([]);
    expect(told.size).toBeGreaterThan(500);
    expect([...without].sort()).toEqual(['Target', 'Target to date']);
  });

  it('prints in Word, number by number, what stands in the workbook and is told there with its cells', async () => {
    await write('beside.docx', 'docx');
    const document = readParts(readFileSync(join(folder, 'beside.docx'))).get('word/document.xml') ?? '';
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'where.xlsx'));
    const told = new Set<string>();
    book.getWorksheet('Where each figure comes from')?.eachRow((row, at) => {
      if (at > 4) told.add(`${row.getCell(1).text}!${row.getCell(2).text}`);
    });
    const measures = await ask(engine, 'measure.list', {});
    const shortOf = new Map(measures.map(({ name, shortName }) => [name, shortName]));
    shortOf.set(GAP_HEADING, 'The gap');
    /** The captions of the figures, and the sheet that holds the same table. */
    const sheetOf = (caption: string): string | null =>
      caption.startsWith('Measures at a glance')
        ? 'Summary'
        : caption.startsWith(GAP_HEADING)
          ? 'The gap'
          : caption.startsWith('All crime per 1,000 residents by neighbourhood')
            ? 'Neighbourhoods'
            : caption.startsWith('Most similar group')
              ? `MSG ${caption.includes('January') ? 'Jan to Mar' : 'Apr to Jun'} 2015`
              : (shortOf.get(caption.replace(/, 2015\/16$/, '')) ?? null);
    const labelIn = (sheet: string, label: string): string =>
      sheet === 'Summary'
        ? (shortOf.get(label) ?? label)
        : ({ 'Average of the rates, own area included': 'Average of the rates, own included' }[label] ??
          label.replace(/^All crimes over all residents$/, 'Pooled: all crimes over all residents'));
    const said = (cell: ExcelJS.Cell, like: string): string => {
      const { value, numFmt } = cell;
      // The reader drops a formula's stored result where it is nought.
      const number = typeof value === 'number' ? value : ((value as { result?: number }).result ?? 0);
      const decimals = /\.(\d+)/.exec(like)?.[1]?.length ?? 0;
      return numberInWords(numFmt.replace(/"[^"]*"/g, '').includes('%') ? number * 100 : number, decimals);
    };
    let tables = 0;
    const wrong: string[] = [];
    let numbers = 0;
    for (const caption of captionsOf(document)) {
      const sheet = sheetOf(caption);
      if (sheet === null) continue;
      tables += 1;
      const page = book.getWorksheet(sheet);
      const rows = new Map<string, ExcelJS.Row>();
      page?.eachRow((row) => {
        const label = row.getCell(1).text;
        if (!rows.has(label)) rows.set(label, row);
      });
      for (const [label = '', ...cells] of cellsOf(tableUnder(document, caption))) {
        const printed = cells.flatMap((text) =>
          /^[^A-Za-z]*$|% to /.test(text.replaceAll(/\[[a-z]\]/g, ''))
            ? [...text.replaceAll(/\[[a-z]\]/g, '').matchAll(/−?[\d,]*\d(?:\.\d+)?/g)].map(([number]) => number)
            : [],
        );
        // Heads name years; the rows under them are the figures.
        if (printed.length === 0 || cells.some((text) => /^\d{4}\/\d\d$/.test(text))) continue;
        const row = rows.get(labelIn(sheet, label));
        const held: ExcelJS.Cell[] = [];
        row?.eachCell((cell, column) => {
          const number = typeof cell.value === 'number' || cell.type === ExcelJS.ValueType.Formula;
          if (column > 1 && number) held.push(cell);
        });
        numbers += printed.length;
        const same = held.map((cell, at) => said(cell, printed[at] ?? '')).join(' ');
        if (same !== printed.join(' ')) wrong.push(`${caption}, ${label}: ${printed.join(' ')} beside ${same}`);
        for (const cell of held)
          if (!told.has(`${sheet}!${cell.address}`)) wrong.push(`${sheet}!${cell.address} is told nowhere`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tables).toBe(15);
    expect(numbers).toBeGreaterThan(650);
  }, 60_000);
});

describe('a definition', () => {
  it('keeps last year’s pack on last year’s words when it changes from a month on, and goes back as a new version', async () => {
    const own = emptyEngine();
    const { measure } = await ask(own, 'measure.show', { measure: 'hate', year: '2015/16' });
    const changed = {
      ...measure,
      name: 'Hate crime, as agreed in 2016',
      tolerancePercent: 5,
      targets: [...measure.targets, { year: '2016/17', annual: 640, words: 'record 640', why: 'a little more' }],
    };
    await ask(own, 'measure.save', { measure: changed, inForceFrom: '2016-04', why: 'review' });
    const shown = async (year: string) => (await ask(own, 'measure.show', { measure: 'hate', year })).measure.name;
    expect(await shown('2015/16')).toBe(measure.name);
    expect(await shown('2016/17')).toBe('Hate crime, as agreed in 2016');
    await ask(own, 'measure.save', { measure, inForceFrom: null, why: 'back to version 1' });
    expect(await shown('2016/17')).toBe(measure.name);
    const history = await ask(own, 'measure.history', { measure: 'hate' });
    expect(history.map(({ version, why }) => [version, why])).toEqual([
      [3, 'back to version 1'],
      [2, 'review'],
      [1, ''],
    ]);
    expect(() => own.store.write.prepare("UPDATE measure_version SET why = ''").run()).toThrow('never edited');
  });

  it('is refused where it contradicts itself', async () => {
    const own = emptyEngine();
    const { measure } = await ask(own, 'measure.show', { measure: 'asb' });
    const save = (part: object) =>
      ask(own, 'measure.save', { measure: { ...measure, ...part }, inForceFrom: null, why: '' });
    await expect(save({ starts: '2016-04', ends: '2015-04' })).rejects.toThrow('ends before it starts');
    await expect(save({ profile: 'own-periods' })).rejects.toThrow('needs 12 parts');
    await expect(save({ kind: 'rate' })).rejects.toThrow('A rate needs the measure');
  });

  it('makes a rate of a counted measure, told per 1,000 residents', async () => {
    const { measure } = await ask(engine, 'measure.show', { measure: 'asb' });
    const rate = {
      ...measure,
      id: 'asb-rate',
      name: 'Anti-social behaviour per 1,000 residents',
      shortName: 'ASB rate',
      kind: 'rate',
      unit: 'incidents per 1,000 residents',
      madeOf: { part: 'asb', whole: null },
      targets: [],
    };
    await ask(engine, 'measure.save', { measure: rate, inForceFrom: null, why: 'wanted by the Board' });
    const counts = await ask(engine, 'measure.table', { measure: 'asb', year: '2015/16' });
    const rates = await ask(engine, 'measure.table', { measure: 'asb-rate', year: '2015/16' });
    const { cityPopulation } = await ask(engine, 'gap.show', { year: '2015/16' });
    expect(rates.decimals).toBe(1);
    expect(rates.periods[2]?.cumulative).toBeCloseTo(
      ((counts.periods[2]?.cumulative ?? 0) / (cityPopulation ?? 1)) * 1000,
      9,
    );
  });
});

describe('the officer’s words', () => {
  it('stand beside the draft, go into the paper, and are marked when their figures change', async () => {
    const shown = async () =>
      (await ask(engine, 'words.show', { asAt: '2015-06' })).find(({ view }) => view === 'hate');
    const before = await shown();
    expect(before).toMatchObject({ edited: null, version: 0, figuresChanged: false });
    const own = {
      asAt: '2015-06',
      view: 'hate',
      edited: 'More people came forward.',
      commentary: 'A campaign ran in May.',
    };
    const saved = await ask(engine, 'words.save', own);
    expect(saved).toMatchObject({
      edited: own.edited,
      commentary: own.commentary,
      draft: before?.draft,
      figuresChanged: false,
    });
    await ask(engine, 'action.agree', {
      view: 'hate',
      agreedFor: '2015-06',
      action: 'Ask schools for their records',
      owner: 'R. Marsh',
      due: '2015-09-24',
      reportBack: true,
    });
    const [hate] = (await ask(engine, 'import.list', {})).filter(({ fileName }) => fileName.startsWith('Hate'));
    await ask(engine, 'import.withdraw', { importId: hate?.importId, reason: 'to see' });
    expect((await shown())?.figuresChanged).toBe(true);
    await ask(engine, 'import.reinstate', { importId: hate?.importId });
    expect((await shown())?.figuresChanged).toBe(false);
    const [action] = await ask(engine, 'action.list', {});
    expect(action).toMatchObject({ state: 'open', overdue: true, reportBack: true });
    const noted = await ask(engine, 'action.note', {
      actionId: action?.actionId,
      state: 'done',
      note: 'All but two have answered.',
      saidOn: '2015-09-24',
    });
    expect(noted[0]).toMatchObject({ state: 'done', overdue: false });
    await ask(engine, 'words.save', { ...own, edited: null, commentary: '' });
    expect((await shown())?.edited).toBeNull();
    expect(() => engine.store.write.prepare('DELETE FROM words').run()).toThrow('never deleted');
  }, 60_000);
});

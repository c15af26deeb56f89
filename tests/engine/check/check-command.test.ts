import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/check/finding.ts';
import { findingsIn } from '../../core/check/check-grids.ts';
import { FRONT, PRINTED, RIGHT } from '../../core/check/july-2015-sheets.ts';
import { workbench, workbenchJson } from '../cli/workbench.ts';
import { ask, emptyEngine } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { workbookOf } from './workbook-of.ts';

interface Answer {
  readonly findings: readonly Finding[];
  readonly files: readonly {
    readonly file: string;
    readonly refused: string | null;
    readonly sheets: readonly { readonly sheet: string }[];
    readonly findings: readonly Finding[];
  }[];
}

const EXTRACTS = new URL('../../../../shared/extracts/', import.meta.url).pathname;

describe('check FILE…', () => {
  it('finds in a real workbook what the tables give away, each with sheet, cells, found and expected', async () => {
    const file = workbookOf([...FRONT, ...PRINTED]);
    const { findings } = await workbenchJson<Answer>('check', file);
    expect(findings).toEqual(findingsIn([...FRONT, ...PRINTED]));
    for (const finding of findings)
      expect(Object.keys(finding)).toEqual(['check', 'sheet', 'cells', 'found', 'expected', 'says']);
    expect(findings).toContainEqual({
      check: 'annual-differs',
      sheet: 'ASB',
      cells: 'D8',
      found: '10,299',
      expected: '10,065',
      says: 'The year’s figure 10,299 is not the 10,065 that «Actual 2014 - 2015» adds up to (234 apart).',
    });
  });

  it('raises nothing about the same workbook put right, and says so in words', async () => {
    const file = workbookOf(RIGHT);
    expect((await workbenchJson<Answer>('check', file)).findings).toEqual([]);
    const { exit, out } = await workbench('check', file);
    expect(exit).toBe(0);
    expect(out).toContain('everything adds up');
  });

  it('reads a list of dates typed as text: Thursday 22 September 2015 is a Tuesday', async () => {
    const file = join(temporaryFolder(), 'minutes.csv');
    writeFileSync(file, 'Meeting,When\nBoard,Thursday 22 September 2015\nBoard,Thursday 21 January 2016\n');
    const { findings } = await workbenchJson<Answer>('check', file);
    expect(findings.map(({ check, cells, expected }) => [check, cells, expected])).toEqual([
      ['weekday-differs', 'B2', 'Tuesday'],
    ]);
  });

  it('is done with exit 0 whatever it finds, and refuses a file it cannot read with exit 1, the others checked', async () => {
    const file = workbookOf(PRINTED);
    const broken = join(file, '..', 'broken.xlsx');
    writeFileSync(broken, 'PK\u0003\u0004 not a workbook');
    expect((await workbench('check', file)).exit).toBe(0);
    const { exit, out } = await workbench('check', broken, file, '--json');
    const answer = JSON.parse(out) as Answer;
    expect(exit).toBe(1);
    expect(Object.keys(answer)).toEqual(['findings', 'files']);
    expect(answer.files.map((one) => [one.file, one.refused === null])).toEqual([
      [broken, false],
      [file, true],
    ]);
    expect(answer.findings.length).toBeGreaterThan(20);
    // Each file tells its own findings, and all of them together are the first list.
    expect(answer.files.flatMap((one) => one.findings)).toEqual(answer.findings);
    expect(answer.files[1]?.sheets.map(({ sheet }) => sheet)).toEqual(PRINTED.map(({ sheet }) => sheet));
    expect((await workbench('check')).exit).toBe(2);
  });

  it.skipIf(!existsSync(EXTRACTS))(
    'finds in the month’s extracts the printed differences that they carry',
    async () => {
      const files = readdirSync(EXTRACTS, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:xlsx?|csv)$/.test(name))
        .map((name) => join(EXTRACTS, name));
      const { findings } = await workbenchJson<Answer>('check', ...files);
      const found = findings.map(({ sheet, check, cells }) => `${sheet} ${check} ${cells}`).toSorted();
      expect(found).toEqual([
        'ASB annual-differs D3',
        'ASB annual-step B3:C3',
        'ASB target-step-differs E5:O5',
        'DV change-row-is-cumulative E8:G8',
        'DV future-period-filled H8:P8',
        'DV same-value-two-years F3, F4',
        'Gap annual-on-other-row B7:D7',
        'Gap annual-on-other-row C3:D3',
        'Gap future-period-filled H7:P7',
        'Gap target-step-differs H5:O5',
        'Gap text-numbers B7:D7',
        'Gap year-in-label E8:G8',
        'Hate incidents annual-on-other-row C4:D4',
        'Hate incidents target-step-differs E5:O5',
        'Hate incidents unit-word A3, A4',
        'SAC change-row-is-cumulative E6:F6',
        'SAC duplicate-row-label B3:P3',
        'Sheet1 row-sums-to-cell B3:E3, B4',
      ]);
    },
  );
});

describe('check.file', () => {
  it('tells the window the same findings and the cells to light, and keeps nothing', async () => {
    const engine = emptyEngine();
    const { file } = await ask(engine, 'file.offer', { path: workbookOf(PRINTED) }, 'shell');
    const answer = await ask(engine, 'check.file', { file });
    expect(answer).toMatchObject({ fileName: 'report.xlsx', outcome: 'checked', reason: null });
    expect(answer.sheets.map(({ sheet }) => sheet)).toEqual(PRINTED.map(({ sheet }) => sheet));
    expect(answer.findings).toEqual(findingsIn(PRINTED));
    const page = await ask(engine, 'check.sheet', { file, sheet: 'ASB', fromRow: 8, rows: 1 });
    expect(page.rows[0]?.cells.slice(0, 4)).toEqual(['Actual 2014 - 2015', '14342', '10291', '10299']);
    expect(await ask(engine, 'import.list', {})).toEqual([]);
  });

  it('says on import, as warnings, what it finds in a sheet', async () => {
    const engine = emptyEngine();
    const [gap, dv, , , asb] = PRINTED;
    for (const grid of [gap, dv, asb]) {
      if (grid === undefined) continue;
      const { file } = await ask(engine, 'file.offer', { path: workbookOf([grid]) }, 'shell');
      const { findings } = await ask(engine, 'check.file', { file });
      const preview = await ask(engine, 'import.preview', { file });
      expect(preview.sheets.flatMap(({ warnings }) => warnings.map(({ check, cells }) => [check, cells]))).toEqual(
        findings.map(({ check, cells }) => [check, cells]),
      );
    }
  });
});

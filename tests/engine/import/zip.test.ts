import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workbenchJson } from '../cli/workbench.ts';
import { ask, emptyEngine } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { zipOf } from '../workbook/write-zip.ts';

const months = 'Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar';
const sheet = (values: string) => [`,${months}`, `Actual 2015 - 2016,${values}`].join('\r\n');

/** Two extracts whose own file names say what they are, an unreadable one and a letter, zipped together. */
function zipFile(): string {
  const path = join(temporaryFolder(), 'June returns.zip');
  writeFileSync(
    path,
    zipOf([
      { name: 'police/Anti-social behaviour.csv', text: sheet('864,894,769') },
      { name: 'council/Hate incidents.csv', text: sheet('31,28,35') },
      { name: 'broken.xlsx', text: 'not a workbook at all' },
      { name: 'letter.docx', text: 'Dear colleague' },
    ]),
  );
  return path;
}

describe('a zip of several files', () => {
  it('names the file each sheet stands in, and takes that file’s name for what it says, not the zip’s', async () => {
    const engine = emptyEngine();
    const { file } = await ask(engine, 'file.offer', { path: zipFile() }, 'shell');
    const preview = await ask(engine, 'import.preview', { file });
    expect(preview).toMatchObject({ outcome: 'ready', format: 'zip' });
    expect(preview.sheets.map(({ sheet: name, measure, observations }) => [name, measure, observations])).toEqual([
      ['police/Anti-social behaviour.csv', 'asb', 3],
      ['council/Hate incidents.csv', 'hate', 3],
    ]);
    expect(preview.sheets[0]?.warnings.map(({ check, says }) => `${check}: ${says}`).join('\n')).toMatch(
      /file-note: broken\.xlsx: /,
    );
    const kept = await ask(engine, 'import.commit', { preview: preview.preview });
    const shown = await ask(engine, 'import.show', { importId: kept.importId });
    expect(shown.sheets.map(({ sheet: name }) => name)).toEqual([
      'police/Anti-social behaviour.csv',
      'council/Hate incidents.csv',
    ]);
    const table = await ask(engine, 'measure.table', { measure: 'asb', year: '2015/16' });
    expect(table.periods.slice(0, 3).map(({ actual }) => actual)).toEqual([864, 894, 769]);
    const june = { view: 'measure', measure: 'hate', year: '2015/16', period: '2015-06', column: 'actual' };
    const { from } = await ask(engine, 'figure.explain', june);
    expect(from[0]).toMatchObject({ file: 'June returns.zip', sheet: 'council/Hate incidents.csv', cell: 'D2' });
  });

  it('shows the cells of each, and comes through the command line alike', async () => {
    const engine = emptyEngine();
    const path = zipFile();
    const { file } = await ask(engine, 'file.offer', { path }, 'shell');
    const { preview } = await ask(engine, 'import.preview', { file });
    const page = await ask(engine, 'import.sheet', {
      preview,
      sheet: 'council/Hate incidents.csv',
      fromRow: 1,
      rows: 10,
    });
    expect(page.rows[1]?.cells.slice(0, 4)).toEqual(['Actual 2015 - 2016', '31', '28', '35']);
    const store = join(temporaryFolder(), 'store.sqlite');
    const { imports } = await workbenchJson<{ imports: { outcome: string; sheets: { sheet: string }[] }[] }>(
      'import',
      path,
      '--dry-run',
      '--store',
      store,
    );
    expect(imports[0]?.outcome).toBe('would-keep');
    expect(imports[0]?.sheets.map((one) => one.sheet)).toEqual([
      'police/Anti-social behaviour.csv',
      'council/Hate incidents.csv',
    ]);
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../../src/preload/contract.ts';
import { dispatch } from '../../../src/main/engine/dispatch.ts';
import { startEngine } from '../../../src/main/engine/engine.ts';
import { openStore } from '../../../src/main/engine/store/open-store.ts';
import { workbench, workbenchJson } from '../cli/workbench.ts';
import { EXTRACTS, SAMPLE } from '../month.ts';
import { readParts, textOf } from '../pack/read-docx.ts';

type Evidence = Output<'evidence.show'>;

const tableOf = ({ tables }: Evidence, id: string) => {
  const found = tables.find(({ table }) => table.id === id)?.table;
  if (found === undefined) throw new Error(`no table ${id}`);
  return found;
};
const rowOf = (evidence: Evidence, id: string, head: string) =>
  tableOf(evidence, id).rows.find((row) => row.head === head)?.cells;

const EXTRACT = [
  'Recorded crime, illustrative',
  'Crime Number,Date Recorded,Time,HO Group,Neighbourhood,Outcome,Victim Age,Victim Gender,Victim Ethnicity,Relationship to offender,Suspect Age,Suspect Sex',
  ...Array.from({ length: 12 }, (_, at) =>
    [
      `A/${String(at)}`,
      `${String(1 + at).padStart(2, '0')}/06/2015`,
      `${String(10 + at)}:15`,
      at < 8 ? 'Theft' : 'Burglary',
      at < 9 ? 'North' : '',
      'Charged',
      at < 6 ? '37' : '18–24',
      'F',
      '',
      at < 7 ? 'Stranger' : 'Partner',
      at < 4 ? '19 years' : '',
      'M',
    ].join(','),
  ),
].join('\n');

describe('records that say who the people were', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-evidence-'));
  const store = join(folder, 'store.sqlite');
  let evidence: Evidence;

  beforeAll(async () => {
    const file = join(folder, 'crime with people.csv');
    writeFileSync(file, EXTRACT);
    expect(await workbench('import', file, '--store', store)).toMatchObject({ exit: 0 });
    evidence = await workbenchJson<Evidence>(
      'assess',
      '--year',
      '2015/16',
      '--from',
      '2015-06',
      '--to',
      '2015-06',
      '--store',
      store,
    );
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('keep an age as its band and nowhere as itself', () => {
    expect(rowOf(evidence, 'victims', '35–44')?.[0]).toBe(6);
    expect(rowOf(evidence, 'victims', '18–24')?.[0]).toBe(6);
    expect(rowOf(evidence, 'offenders', '18–24')?.[0]).toBe(4);
    const opened = openStore(store);
    expect(opened.read.prepare("SELECT count(*) AS n FROM word WHERE word IN ('37', '19 years')").get()).toEqual({
      n: 0,
    });
    opened.close();
  });

  it('are counted by every field they fill; a field that is never filled is a gap in knowledge', () => {
    const heads = tableOf(evidence, 'victims').rows.map(({ head }) => head);
    expect(heads).toContain('Relationship of victim to offender');
    expect(heads).not.toContain('Ethnicity of the victim');
    expect(tableOf(evidence, 'knowledge-gaps').rows.find(({ id }) => id === 'absent')?.cells[0]).toContain(
      'ethnicity of the victim',
    );
  });

  it('are counted by weekday and hour', () => {
    // 1 June 2015 was a Monday, at 10:15; 8 June the next, at 17:15.
    const { columns, rows } = tableOf(evidence, 'when');
    const monday = rows.find(({ head }) => head === 'Monday')?.cells;
    expect(columns.map(({ head }, at) => [head, monday?.[at]]).filter(([, count]) => Number(count) > 0)).toEqual([
      ['10', 1],
      ['17', 1],
      ['All day', 2],
    ]);
  });

  it('keep the officer’s words apart from the draft, and say when the figures have changed since', async () => {
    const engine = startEngine(store, () => undefined);
    const ask = async (command: string, input: object) => {
      const reply = await dispatch(engine, command, input, 'window', (_id, _command, error) => {
        throw error;
      });
      if (!reply.ok) throw new Error(reply.failure.message);
      return reply.value as Evidence;
    };
    const edit = {
      finding: 'Theft leads.',
      words: 'The market was open.',
      notes: { theft: 'Mostly bicycles.' },
      leftOut: [],
      tableLeftOut: false,
    };
    const after = await ask('evidence.save', { year: '2015/16', evidence: 'crime-summary', edit });
    const saved = after.tables.find(({ table }) => table.id === 'crime-summary');
    expect(saved).toMatchObject({ edit, figuresChanged: false });
    expect(saved?.table.finding).not.toBe('Theft leads.');
    const moved = await ask('evidence.choose-period', { year: '2015/16', period: { from: '2015-05', to: '2015-06' } });
    expect(moved.tables.find(({ table }) => table.id === 'crime-summary')?.figuresChanged).toBe(true);
    const refused = await dispatch(
      engine,
      'evidence.choose-period',
      { year: '2015/16', period: { from: '2014-01', to: '2015-06' } },
      'window',
      () => undefined,
    );
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    await ask('evidence.choose-period', { year: '2015/16', period: { from: '2015-06', to: '2015-06' } });
    const what = engine.store.read
      .prepare('SELECT what FROM audit')
      .all()
      .map((row) => (row as { what: string }).what);
    expect(what).toContain('evidence_edit.added');
    engine.store.close();
  });

  it('are handed over as Word, Excel and PDF, small numbers left out and every page marked illustrative', async () => {
    for (const format of ['docx', 'xlsx', 'pdf']) {
      const out = join(folder, `assessment.${format}`);
      expect(await workbench('assess', '--year', '2015/16', '--out', out, '--store', store)).toMatchObject({ exit: 0 });
      expect(readFileSync(out).length).toBeGreaterThan(10_000);
    }
    const { out: listed } = await workbench('packs', '--json', '--store', store);
    const { assessments } = JSON.parse(listed) as { assessments: Record<string, unknown>[] };
    expect(assessments.map(({ fileName }) => fileName)).toEqual(
      ['pdf', 'xlsx', 'docx'].map((end) => `assessment.${end}`),
    );
    expect(assessments[0]).toMatchObject({
      ...{ year: '2015/16', periodFrom: '2015-06', periodTo: '2015-06', scheme: 'Template A, version 1', ownWords: 1 },
      imports: [1],
    });
    // What Word, Excel and PDF say is the same.
    expect(new Set(assessments.map(({ chapters }) => chapters)).size).toBe(1);
    const parts = readParts(readFileSync(join(folder, 'assessment.docx')));
    const words = textOf(parts.get('word/document.xml') ?? '');
    for (const said of [
      'Strategic assessment 2015/16',
      'Who the victims are',
      'Theft leads.',
      'Mostly bicycles.',
      '[c]',
      'Data notes and glossary',
    ])
      expect(words).toContain(said);
    const heads = [...parts]
      .filter(([name]) => /word\/(header|footer)\d+\.xml/.test(name))
      .map(([, xml]) => textOf(xml));
    expect(heads.length).toBeGreaterThan(1);
    for (const head of heads) expect(head).toContain('ILLUSTRATIVE');
    expect(
      await workbench('assess', '--year', '2015/16', '--out', join(folder, 'a.odt'), '--store', store),
    ).toMatchObject({ exit: 2 });
  });
});

const RECORDS = [
  join(SAMPLE, 'police/Recorded crime April 2014 to June 2015.xlsx'),
  join(EXTRACTS, 'police/Recorded crime Plymouth Apr14-Jun15.xlsx'),
].filter((path) => existsSync(path));

describe.each(RECORDS)('the evidence of the 23,621 records of %s', (records) => {
  it('has the months’ printed totals, their change and the ten neighbourhoods', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workbench-evidence-'));
    const store = join(folder, 'store.sqlite');
    const folderOf = records.startsWith(EXTRACTS) ? EXTRACTS : SAMPLE;
    const populations = join(folderOf, 'partner/Neighbourhood populations mid-2014.xlsx');
    await workbench('import', records, populations, '--store', store);
    const year = await workbenchJson<Evidence>('assess', '--year', '2015/16', '--store', store);
    expect(year.period).toEqual({ from: '2014-07', to: '2015-06' });
    expect(rowOf(year, 'crime-summary', 'All crime')?.[0]).toBe(18_835);
    const quarter = await workbenchJson<Evidence>(
      'assess',
      '--year',
      '2015/16',
      '--from',
      '2015-04',
      '--to',
      '2015-06',
      '--store',
      store,
    );
    // April to June: 1,662 + 1,706 + 1,431 and 1,612 + 1,546 + 1,628, as the paper prints them.
    expect(rowOf(quarter, 'crime-summary', 'All crime')?.slice(0, 3)).toEqual([4799, 4786, 13]);
    expect(rowOf(quarter, 'crime-summary', 'All crime')?.[4]).toBe('could easily be chance');
    // The gap of June 2015, from these records and residents: 18.0 more crimes for every 1,000 residents of the ten.
    const columns = tableOf(quarter, 'priority-neighbourhoods').columns.map(({ id }) => id);
    const rate = (row: string) => Number(rowOf(quarter, 'priority-neighbourhoods', row)?.[columns.indexOf('rate')]);
    expect((rate('The priority neighbourhoods together') - rate('The city')).toFixed(1)).toBe('18.0');
    const placed = Number(rowOf(quarter, 'priority-neighbourhoods', 'The priority neighbourhoods together')?.[0]);
    // In the extracts the ten have 905 + 889 + 766.
    if (records.startsWith(EXTRACTS)) expect(placed).toBe(2560);
    expect(rowOf(quarter, 'neighbourhoods', 'Not placed')?.slice(0, 2)).toEqual([63, 62]);
    rmSync(folder, { recursive: true, force: true });
  });
});

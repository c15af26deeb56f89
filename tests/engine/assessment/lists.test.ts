import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../../src/preload/contract.ts';
import { startEngine } from '../../../src/main/engine/engine.ts';
import { workbench, workbenchJson } from '../cli/workbench.ts';
import { ask, emptyEngine, SAMPLE } from '../month.ts';
import { cellsOf, readParts, tableUnder, textOf } from '../pack/read-docx.ts';
import { temporaryFolder } from '../temporary-store.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');
const SURVEY = join(FIXTURES, 'assessment/hate-satisfaction-survey.csv');
const GRANTS = join(FIXTURES, 'assessment/grants.csv');
const RECOMMENDATIONS = join(FIXTURES, 'recommendations-july-2015.csv');
const PLAN_2016 = join(FIXTURES, 'assessment/plan-on-a-page-2016.csv');

type List = Output<'list.show'>;
const newStore = () => join(temporaryFolder(), 'store.sqlite');
const bring = async (engine: ReturnType<typeof emptyEngine>, path: string) => {
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  const { preview } = await ask(engine, 'import.preview', { file });
  return ask(engine, 'import.commit', { preview });
};

describe('community voice', () => {
  it('comes with a survey’s extract, feeds its measure, speaks to issues once linked, and leaves with its import', async () => {
    const engine = emptyEngine();
    const kept = await bring(engine, SURVEY);
    const share = await ask(engine, 'share.show', { measure: 'hate-satisfaction', year: '2015/16' });
    expect(share.toDate).toMatchObject({ part: 31, whole: 44 });
    expect(share.toDate.lower).toBeCloseTo(55.8, 1);
    expect(share.illustrative).toBe(true);
    const { id: issue } = await ask(engine, 'risk.save-issue', {
      id: null,
      name: 'Hate crime',
      kind: 'communities',
      description: '',
      state: 'open',
    });
    const [first] = (await ask(engine, 'list.show', { list: 'voice' })).entries;
    if (first === undefined) throw new Error('the survey is not heard');
    expect(first).toMatchObject({
      version: 0,
      brought: { cell: 'A3' },
      values: { part: 31, whole: 44, held: '2015-05-12' },
    });
    const linked = { ...first.values, issues: [issue] };
    await ask(engine, 'list.save', { list: 'voice', id: first.id, values: linked });
    const balance = await ask(engine, 'balance.show', { year: '2015/16' });
    expect(balance.issues[0]?.shares.find(({ from }) => from === 'community')).toMatchObject({
      pieces: 1,
      percent: 100,
    });
    await ask(engine, 'import.withdraw', { importId: kept.importId, reason: 'wrong survey' });
    const left = (await ask(engine, 'list.show', { list: 'voice' })).entries;
    // What the officer saved stays, with no sheet behind it any more; what only the sheet said is gone.
    expect(left.map(({ brought, version }) => [brought, version])).toEqual([[null, 1]]);
    expect((await ask(engine, 'share.show', { measure: 'hate-satisfaction', year: '2015/16' })).toDate.part).toBeNull();
  });

  it('is refused with more who said so than answered, and with an issue there is not', async () => {
    const engine = emptyEngine();
    const save = (values: Record<string, unknown>) =>
      ask(engine, 'list.save', {
        list: 'voice',
        id: null,
        values: { source: 'S', question: 'Q?', ...values } as never,
      });
    await expect(save({ part: 9, whole: 8 })).rejects.toThrow(/9 of 8 cannot be/);
    await expect(save({ issues: ['weather'] })).rejects.toThrow(/no issue «weather»/);
    expect((await ask(engine, 'list.show', { list: 'voice' })).entries).toEqual([]);
  });
});

describe('recommendations', () => {
  it('are the 17 of July 2015, edited here, followed with dated notes, and still themselves when a newer list comes', async () => {
    const engine = emptyEngine();
    await bring(engine, RECOMMENDATIONS);
    const before = await ask(engine, 'list.show', { list: 'recommendations' });
    expect(before.entries).toHaveLength(17);
    const second = before.entries[1];
    if (second === undefined) throw new Error('there is no second');
    const values = { ...second.values, owner: 'Board', due: '2015-09-30', outcomes: 'Fewer repeat victims' };
    await ask(engine, 'list.save', { list: 'recommendations', id: second.id, values });
    const noted = await ask(engine, 'list.note', {
      list: 'recommendations',
      id: second.id,
      saidOn: '2015-10-22',
      note: 'Reviewed by the executive.',
    });
    expect(noted.entries[1]).toMatchObject({
      version: 1,
      values: { owner: 'Board' },
      notes: [{ note: 'Reviewed by the executive.' }],
    });
    // Next year's list: the same recommendation with progress, and a new one.
    const newer = join(temporaryFolder(), 'Recommendations 2015-16.csv');
    const text = String(second.values['text']);
    writeFileSync(
      newer,
      `Recommendation,Progress\n"2. ${text}","Delivered against all 11."\n"18. Publish the plan on a page",\n`,
    );
    await bring(engine, newer);
    const after = await ask(engine, 'list.show', { list: 'recommendations' });
    expect(after.entries).toHaveLength(18);
    const same = after.entries.find(({ id }) => id === second.id);
    expect(same?.values['outcomes']).toBe('Fewer repeat victims');
    expect(same?.notes.map(({ note, from }) => [note, from])).toContainEqual([
      'Delivered against all 11.',
      'Recommendations 2015-16.csv',
    ]);
    expect(same?.notes).toHaveLength(2);
    const paper = await ask(engine, 'recommendation.table', {});
    expect(paper.says).toBe('Of 18 recommendations: 0 done, 0 under way, 1 overdue, 17 with no word of progress.');
    expect(paper.rows.find(({ late }) => late)).toMatchObject({
      owner: 'Board',
      measuredBy: 'Outcomes: Fewer repeat victims',
    });
    engine.store.close();
  });
});

describe('the recommendations of a pack', () => {
  it('are those of the assessment’s room: edits and dated notes reach the paper, one taken out does not', async () => {
    const engine = emptyEngine();
    await bring(engine, join(SAMPLE, 'partner/Anti-social behaviour incidents to June 2015.xls'));
    await bring(engine, RECOMMENDATIONS);
    const { entries } = await ask(engine, 'list.show', { list: 'recommendations' });
    const [first, second, third] = entries;
    if (first === undefined || second === undefined || third === undefined) throw new Error('there are too few');
    await ask(engine, 'list.save', {
      list: 'recommendations',
      id: second.id,
      values: {
        ...second.values,
        owner: 'A. Lead',
        due: '2015-09-30',
        state: 'done',
        outcomes: 'Fewer repeat victims',
      },
    });
    await ask(engine, 'list.note', {
      list: 'recommendations',
      id: second.id,
      saidOn: '2015-10-22',
      note: 'Reviewed by the executive.',
    });
    await ask(engine, 'list.take-out', { list: 'recommendations', id: third.id });
    await ask(engine, 'list.save', {
      list: 'recommendations',
      id: null,
      values: { text: 'Publish the plan on a page', number: '18' },
    });
    await ask(engine, 'template.save', {
      name: 'progress',
      sections: [{ kind: 'recommendations', title: 'What became of them', held: true, rows: [] }],
    });
    const write = async (name: string): Promise<string> => {
      const path = join(temporaryFolder(), name);
      const asked = { asAt: '2015-06', path, format: 'docx', template: 'progress' } as const;
      await ask(engine, 'report.write', asked, 'shell');
      return readParts(readFileSync(path)).get('word/document.xml') ?? '';
    };
    const xml = await write('first.docx');
    const { says } = await ask(engine, 'recommendation.table', {});
    expect(textOf(xml)).toContain(says);
    expect(says).toBe('Of 17 recommendations: 1 done, 0 under way, 0 overdue, 16 with no word of progress.');
    const [heads, ...rows] = cellsOf(tableUnder(xml, 'What became of them'));
    expect(heads).toEqual(['No.', 'Recommendation', 'Owner', 'Due', 'Progress']);
    expect(rows).toHaveLength(17);
    expect(rows[1]).toEqual([
      '2',
      `${String(second.values['text'])} Outcomes: Fewer repeat victims`,
      'A. Lead',
      '30 September 2015',
      'Done. 22 October 2015: Reviewed by the executive.',
    ]);
    expect(rows.map(([number]) => number)).not.toContain('3');
    expect(rows.at(-1)).toEqual(['18', 'Publish the plan on a page', '', '', '']);
  }, 60_000);
});

describe('lists kept by hand', () => {
  it('bring grants from a sheet to the penny, say whose return is overdue, and go into the calendar', async () => {
    const store = newStore();
    expect(await workbench('list', 'grants', 'import', GRANTS, '--store', store)).toMatchObject({ exit: 0 });
    const { entries } = await workbenchJson<List>('list', 'grants', '--store', store);
    expect(entries.map(({ values }) => [values['awarded'], values['paid'] ?? null])).toEqual([
      [1_250_050, 625_025],
      [800_000, null],
    ]);
    expect((await workbench('list', 'grants', '--store', store)).out).toMatch(
      /Awarded: £12,500\.50[\s\S]*over a year overdue/,
    );
    const calendar = await workbenchJson<Output<'calendar.show'>>('calendar', '--year', '2015/16', '--store', store);
    const october = calendar.months.find(({ month }) => month === '2015-10');
    expect(october?.lines.filter(({ kind }) => kind === 'grant').map(({ what, late }) => [what, late])).toEqual([
      ['Night-time marshals', true],
      ['Safe Places', true],
    ]);
    const ics = join(temporaryFolder(), 'year.ics');
    expect(await workbench('calendar', '--year', '2015/16', '--out', ics, '--store', store)).toMatchObject({ exit: 0 });
    expect(readFileSync(ics, 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(2);
    // Again: the same grants, not two more.
    await workbench('list', 'grants', 'import', GRANTS, '--store', store);
    expect((await workbenchJson<List>('list', 'grants', '--store', store)).entries).toHaveLength(2);
  });

  it('keep nothing of a sheet with one row that cannot be read, and say which', async () => {
    const store = newStore();
    const spoilt = join(temporaryFolder(), 'grants.csv');
    writeFileSync(spoilt, readFileSync(GRANTS, 'utf8').replace('"£8,000"', 'about 8k'));
    const refused = await workbench('list', 'grants', 'import', spoilt, '--store', store);
    expect(refused).toMatchObject({ exit: 1 });
    expect(refused.err).toMatch(/Row 4: «Awarded» says «about 8k»[\s\S]*Nothing was kept/);
    expect((await workbenchJson<List>('list', 'grants', '--store', store)).entries).toEqual([]);
    expect(await workbench('list', 'weather', '--store', store)).toMatchObject({ exit: 2 });
  });

  it('take an entry out and put it back, every version in the audit trail', async () => {
    const store = newStore();
    const engine = startEngine(store, () => undefined);
    const values = { deliverable: 'Train 200 professionals', due: '2016-03-31' };
    const { id } = await ask(engine, 'list.save', { list: 'work', id: null, values });
    await expect(ask(engine, 'list.save', { list: 'work', id: null, values })).rejects.toThrow(
      /such a deliverable already/,
    );
    await ask(engine, 'list.save', { list: 'work', id, values: { ...values, owner: 'A. Lead' } });
    const out = await ask(engine, 'list.take-out', { list: 'work', id });
    expect([out.entries.length, out.takenOut.length]).toEqual([0, 1]);
    const back = await ask(engine, 'list.put-back', { list: 'work', id });
    expect(back.entries[0]).toMatchObject({ version: 4, values: { owner: 'A. Lead' } });
    engine.store.close();
    const trail = await workbench('audit', 'list', '--store', store, '--json');
    expect(trail.out.match(/list_entry\.added/g)).toHaveLength(4);
    expect(await workbench('audit', 'verify', '--store', store)).toMatchObject({ exit: 0 });
  });

  it('tell how an outcome stands from its measures, and which way each goes', async () => {
    const engine = emptyEngine();
    await bring(engine, join(SAMPLE, 'voluntary/Domestic abuse service referrals quarter 1 2015-16.xlsx'));
    const values = { outcome: 'Victims come forward earlier', measures: ['da-referrals'] };
    await ask(engine, 'list.save', { list: 'outcomes', id: null, values });
    const { standings } = await ask(engine, 'outcome.show', {});
    expect(standings[0]).toMatchObject({
      light: { tier: 'significant-concern' },
      trends: [{ name: 'Domestic abuse referrals', says: '↓ worse than last year' }],
    });
  });

  it('say which extracts of a year are awaited, a line for each source', async () => {
    const engine = emptyEngine();
    await bring(engine, join(SAMPLE, 'voluntary/Domestic abuse service referrals quarter 1 2015-16.xlsx'));
    const { months } = await ask(engine, 'calendar.show', { year: '2015/16' });
    const awaited = months
      .flatMap(({ lines }) => lines)
      .filter(({ what }) => what.startsWith('Domestic abuse service referrals'));
    expect(awaited.map(({ day, what, late }) => [day, what, late])).toEqual([
      ['2015-10-31', 'Domestic abuse service referrals, quarterly return: July 2015 to March 2016', true],
    ]);
  });
});

describe('the assessment handed over', () => {
  it('prints every list the room keeps, results with limits, pence in line, what is late, and no quote that names', async () => {
    const store = newStore();
    const folder = temporaryFolder();
    const sheet = (name: string) => resolve(import.meta.dirname, '../../../resources/assessment', name);
    const asb = join(SAMPLE, 'partner/Anti-social behaviour incidents to June 2015.xls');
    await workbench('import', asb, '--store', store);
    await workbench('risk', 'import-issues', sheet('issues-illustrative.csv'), '--year', '2015/16', '--store', store);
    const lists = ['voice', 'evidence', 'recommendations', 'outcomes', 'work', 'groups', 'grants', 'calendar'];
    for (const list of lists) {
      const brought = await workbench('list', list, 'import', sheet(`${list}-illustrative.csv`), '--store', store);
      expect([list, brought.exit, brought.err]).toEqual([list, 0, expect.not.stringMatching(/Row/)]);
    }
    const named = join(folder, 'voice.csv');
    writeFileSync(named, 'Survey,Question,Quote\nForum,Who helped?,Mrs Jane Smith of 12 Acacia Road helped\n');
    await workbench('list', 'voice', 'import', named, '--store', store);
    // A sheet brought a second time adds no note twice.
    await workbench('list', 'recommendations', 'import', sheet('recommendations-illustrative.csv'), '--store', store);
    const year = ['--year', '2015/16', '--store', store];
    const why = ['--reason', 'Modern slavery: Grave; not known. Sexual violence: Later'];
    const agreed = ['Domestic abuse', 'modern slavery', '--on', '2015-07-23', '--meeting', 'the Board', ...year];
    expect((await workbench('risk', 'agree', ...agreed)).err).toMatch(/Say why the Board departs from the ranking/);
    expect(await workbench('risk', 'agree', ...agreed, ...why)).toMatchObject({ exit: 2 });
    why[1] = 'Modern slavery: Grave; not known.; Sexual violence: Later.';
    expect((await workbench('risk', 'agree', ...agreed, ...why)).out).toMatch(
      /by the Board: 1 Domestic abuse, 2 Modern/,
    );
    const out = join(folder, 'assessment.docx');
    expect(await workbench('assess', '--year', '2015/16', '--out', out, '--store', store)).toMatchObject({ exit: 0 });
    const xml = readParts(readFileSync(out)).get('word/document.xml') ?? '';
    const under = (title: string) => cellsOf(tableUnder(xml, title));
    expect(under('Community voice').flat()).toContain('31 of 44 (70%; 95% limits 56% to 82%)');
    expect(textOf(xml)).not.toContain('Jane Smith');
    expect(
      under('Whose evidence each issue rests on, in percent of its pieces').find(
        ([issue]) => issue === 'Bicycle theft',
      ),
    ).toContain('100%');
    const recommended = under('Recommendations').map(([head]) => head);
    expect(recommended.filter((head) => /^\d\. /.test(head ?? ''))).toHaveLength(5);
    expect(recommended).toContain('30 October 2015: 58 of 200 people trained; the next courses are in January');
    expect(under('Priorities agreed').at(-1)).toEqual(['Modern slavery', '2', '7', 'Grave; not known.']);
    expect(textOf(xml)).toContain('Reason: Later.');
    expect(under('Outcomes framework').flat().join(' ')).toMatch(/Some concerns\..*Anti-social behaviour: ↓ better/);
    expect(under('Work programme').flat()).toContain('Reporting centre at the university');
    expect(under('Thematic groups').flat()).toContain('Hate crime group');
    expect(under('Grant spend plan').flat()).toEqual(expect.arrayContaining(['£12,500.50', '£8,000.00']));
    expect(under('Grant spend plan').at(-1)).toEqual(
      expect.arrayContaining(['All grants', '£66,500.50', '£33,250.25']),
    );
    const dates = under('Calendar 2015/16');
    expect(dates[1]).toEqual(['23 April 2015', 'Board meeting', 'Board', 'Illustrative chair', 'done']);
    expect(dates.find(([, what]) => what === 'Night-time marshals')?.at(-1)).toBe('overdue');
    expect(dates.map(([, what]) => what)).not.toContain('Safe Places');
  }, 60_000);
});

describe('the plan on a page for the wall', () => {
  it('is one A4 landscape page as PDF, and as Word and Excel with every word of it, the same each time', async () => {
    const folder = temporaryFolder();
    const store = join(folder, 'store.sqlite');
    await workbench('plan', 'import', PLAN_2016, '--store', store);
    for (const format of ['pdf', 'docx', 'xlsx']) {
      const [first, second] = [join(folder, `a.${format}`), join(folder, `b.${format}`)];
      for (const file of [first, second])
        expect(await workbench('plan', '--out', file, '--store', store)).toMatchObject({ exit: 0 });
      expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
    }
    const pdf = readFileSync(join(folder, 'a.pdf'), 'latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(/MediaBox \[0 0 842\.25 595\.5\]/);
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, 'a.xlsx'));
    const sheet = book.worksheets[0];
    const cells: string[] = [];
    sheet?.eachRow((row) => {
      row.eachCell((cell) => cells.push(cell.text));
    });
    expect(cells).toContain('Raise awareness about domestic abuse.');
    expect(cells.filter((text) => text.includes('Not yet known'))).toHaveLength(6);
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 1, paperSize: 9 });
  });
});

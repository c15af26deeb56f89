import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ImportSummary, Preview } from '../../src/preload/contract.ts';
import { App } from '../../src/renderer/app.tsx';
import { july, preview, recordedCrime, records } from './july-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();

async function openExtracts(answers: Parameters<typeof openDoorway>[0]) {
  const doorway = openDoorway({ ...july, ...answers });
  render(<App />);
  await screen.findByText('Safer Plymouth');
  fireEvent.click(within(screen.getByRole('navigation', { name: 'Rooms' })).getByRole('button', { name: 'Extracts' }));
  return doorway;
}
const chosen = (...previews: Preview[]) => ({
  'file.choose': () => ({ files: previews.map((one) => ({ file: one.fileName, name: one.fileName })) }),
  'import.preview': ({ file }: { file: string }) => previews.find((one) => one.fileName === file) ?? preview,
});
const choose = () => {
  fireEvent.click(screen.getByRole('button', { name: 'Choose files…' }));
};

describe('Extracts', () => {
  it('shows what was found before anything is kept', async () => {
    const doorway = await openExtracts(chosen(preview));
    choose();
    expect(await screen.findByRole('button', { name: 'Keep these 65 figures' })).toBeDefined();
    expect(screen.getByText('Months across, April to March')).toBeDefined();
    expect(screen.getByText('April 2014 to June 2015')).toBeDefined();
    expect(screen.getByText('«CITY CENTRE» as «City Centre», 54 rows')).toBeDefined();
    expect(doorway.asked.some((one) => one.command === 'import.commit')).toBe(false);
  });

  it('names each cell that could not be read, with what it holds and why', async () => {
    await openExtracts(chosen(preview));
    choose();
    fireEvent.click(await screen.findByRole('tab', { name: 'Worth a look (2)' }));
    expect(await screen.findByText('H7')).toBeDefined();
    expect(screen.getByText(/says «4799»: June carried forward/)).toBeDefined();
    expect(screen.getByText('4,799 stands nine times after June.')).toBeDefined();
  });

  it('keeps a mistyped name as another name of its area with one click, and takes it back with another', async () => {
    const proposal = { found: 'Keyhm', meant: 'Keyham', kind: 'neighbourhood' as const, rows: 3, distance: 1 };
    const [sheet] = preview.sheets;
    if (sheet === undefined) throw new Error('the example has a sheet');
    const mistyped: Preview = { ...preview, sheets: [{ ...sheet, areaProposals: [proposal] }] };
    const area = { areaId: 7, name: 'Keyham', kind: 'neighbourhood' as const, otherNames: [] };
    let known = false;
    const doorway = await openExtracts({
      ...chosen(mistyped, records),
      'import.preview': ({ file }) => (file === records.fileName ? records : known ? preview : mistyped),
      'area.keep-alias': () => {
        known = true;
        return { area, keptUnderIt: 0 };
      },
      'area.forget-alias': () => {
        known = false;
        return { area };
      },
    });
    choose();
    await screen.findByRole('button', { name: 'Keep all 2 ready files' });
    const doubts = await screen.findByRole('tab', { name: /Worth a look/ });
    act(() => {
      doubts.focus();
    });
    fireEvent.click(doubts);
    fireEvent.click(await screen.findByRole('button', { name: 'Keep Keyhm as another name of Keyham' }));
    expect(await screen.findByText(/«Keyhm» is now another name of «Keyham»/)).toBeDefined();
    expect(doorway.asked.filter((one) => one.command === 'import.preview')).toHaveLength(3);
    fireEvent.click(await screen.findByRole('button', { name: 'Take back: Keyhm is not Keyham' }));
    expect(await screen.findByRole('button', { name: 'Keep Keyhm as another name of Keyham' })).toBeDefined();
    expect(doorway.asked.find((one) => one.command === 'area.forget-alias')?.input).toEqual({ alias: 'Keyhm' });
  });

  it('lists areas with their other names, to add to and take away from', async () => {
    const areas = [
      {
        areaId: 1,
        name: 'Plymouth',
        kind: 'city' as const,
        otherNames: [{ alias: 'E06000026', by: 'extract' as const }],
      },
      { areaId: 2, name: 'Keyham', kind: 'neighbourhood' as const, otherNames: [] },
    ];
    const [, keyham] = areas;
    if (keyham === undefined) throw new Error('there are two areas');
    const doorway = await openExtracts({
      'area.list': () => ({ areas }),
      'area.keep-alias': () => ({ area: keyham, keptUnderIt: 0 }),
      'area.forget-alias': () => ({ area: keyham }),
    });
    fireEvent.click(await screen.findByRole('tab', { name: 'Areas and names' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Add another name of Keyham' }));
    fireEvent.change(screen.getByLabelText('Another name of Keyham'), { target: { value: 'Keyham and Ford' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('«Keyham and Ford» now means «Keyham».')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Take E06000026 away from Plymouth' }));
    expect(await screen.findByText(/no longer another name of «Plymouth»/)).toBeDefined();
    expect(doorway.asked.find((one) => one.command === 'area.keep-alias')?.input).toEqual({
      alias: 'Keyham and Ford',
      name: 'Keyham',
      kind: 'neighbourhood',
    });
    fireEvent.change(screen.getByLabelText('Find an area or a name'), { target: { value: 'e06' } });
    expect(screen.queryByText('Keyham')).toBeNull();
  });

  it('shows what keeping would change, the largest first', async () => {
    await openExtracts(chosen(preview));
    choose();
    fireEvent.click(await screen.findByRole('tab', { name: 'What changes (2)' }));
    const table = await screen.findByRole('table', { name: 'The largest changes first' });
    expect(within(table).getByText('May 2015')).toBeDefined();
    expect(within(table).getByText('1,706')).toBeDefined();
    expect(screen.getByRole('table', { name: 'Months that differ from what is held' })).toBeDefined();
  });

  it('keeps the records the button names', async () => {
    const doorway = await openExtracts({ ...chosen(records), 'import.commit': () => recordedCrime });
    choose();
    fireEvent.click(await screen.findByRole('button', { name: 'Keep these 23,621 records' }));
    expect((await screen.findAllByText(/Kept: Recorded crime · 23,621 records/)).length).toBeGreaterThan(0);
    expect(doorway.asked.find((one) => one.command === 'import.commit')?.input).toEqual({ preview: 'preview 2' });
  });

  it('keeps all ready files at once, and leaves the others', async () => {
    const refused: Preview = {
      ...preview,
      fileName: 'photo.xlsx',
      outcome: 'refused',
      reason: 'This is not a workbook.',
      sheets: [],
    };
    const doorway = await openExtracts({ ...chosen(preview, records, refused), 'import.commit': () => recordedCrime });
    choose();
    fireEvent.click(await screen.findByRole('button', { name: 'Keep all 2 ready files' }));
    await screen.findAllByText(/^Kept:/);
    expect(doorway.asked.filter((one) => one.command === 'import.commit')).toHaveLength(2);
    expect(screen.getAllByText('This is not a workbook.').length).toBeGreaterThan(0);
  });

  it('says so plainly when the file is already held', async () => {
    await openExtracts(
      chosen({ ...preview, outcome: 'already-held', reason: 'Already held since 10 July 2015.', heldAs: 1 }),
    );
    choose();
    expect(await screen.findByText(/There is nothing more to do/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /Keep/ })).toBeNull();
  });

  it('asks for the password of a locked workbook and reads it again', async () => {
    const locked: Preview = { ...preview, outcome: 'needs-password', sheets: [] };
    await openExtracts({
      ...chosen(preview),
      'import.preview': ({ password }) => (password === 'open sesame' ? preview : locked),
    });
    choose();
    fireEvent.change(await screen.findByLabelText('Password'), { target: { value: 'open sesame' } });
    fireEvent.click(screen.getByRole('button', { name: 'Open the workbook' }));
    expect(await screen.findByRole('button', { name: 'Keep these 65 figures' })).toBeDefined();
  });

  it('shows progress, and stops with nothing kept', async () => {
    const doorway = await openExtracts({
      ...chosen(preview),
      'import.preview': () => new Promise<Preview>(() => undefined),
      'import.cancel': () => ({ cancelled: true }),
    });
    choose();
    await screen.findAllByText('Reading…');
    act(() => {
      doorway.tell({ about: 'progress', step: 'reading', file: 'x', done: 12400, of: 23621, unit: 'rows' });
    });
    expect((await screen.findAllByText('Reading, 12,400 of 23,621 rows')).length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect((await screen.findAllByText('Stopped: nothing of it was kept')).length).toBeGreaterThan(0);
    expect(doorway.asked.some((one) => one.command === 'import.cancel')).toBe(true);
  });

  it('looks in a folder, says what is new there, and takes the new files in with one click', async () => {
    const file = (name: string, state: 'new' | 'changed' | 'held' | 'not-readable', says: string) => ({
      file: state === 'not-readable' ? null : `token ${name}`,
      name,
      within: '',
      bytes: 100,
      changedAt: '2015-07-01T09:00:00.000Z',
      state,
      importId: state === 'held' ? 1 : null,
      says,
    });
    const look = {
      folder: 'folder token',
      name: 'June returns',
      more: 0,
      files: [
        file('asb.xlsx', 'held', 'Held already (import 1)'),
        file('hate.csv', 'new', 'New'),
        file('crime.xlsx', 'changed', 'Changed since it was kept (import 2)'),
        file('letter.docx', 'not-readable', 'Not a kind of file that is read here (.docx)'),
      ],
    };
    const doorway = await openExtracts({
      ...chosen(preview),
      'folder.choose': () => ({ look }),
      'folder.look-again': () => look,
    });
    fireEvent.click(screen.getByRole('button', { name: 'Look in a folder…' }));
    const found = await screen.findByRole('region', { name: 'What is new in June returns' });
    expect(within(found).getByText('1 new here, 1 changed since, 1 not read here, 1 held already.')).toBeDefined();
    fireEvent.click(within(found).getByRole('button', { name: 'Look at the 2 new files' }));
    expect(await within(found).findAllByText('In the list below')).toHaveLength(2);
    await screen.findByRole('heading', { name: '2 files' });
    expect(doorway.asked.filter((one) => one.command === 'import.preview').map(({ input }) => input)).toContainEqual({
      file: 'token hate.csv',
    });
  });
});

describe('The history of imports', () => {
  it('withdraws an import with a reason', async () => {
    const doorway = await openExtracts({ 'import.withdraw': () => recordedCrime });
    fireEvent.click(await screen.findByRole('tab', { name: 'History (1)' }));
    fireEvent.click(await screen.findByRole('button', { name: `Withdraw ${recordedCrime.fileName}` }));
    const panel = await screen.findByRole('complementary', { name: /Withdraw/ });
    fireEvent.change(within(panel).getByLabelText('Why is it withdrawn?'), { target: { value: 'Sent by mistake' } });
    fireEvent.click(within(panel).getByRole('button', { name: 'Withdraw this import' }));
    expect(await screen.findByText(/is withdrawn\. The figures are as they were without it/)).toBeDefined();
    expect(doorway.asked.find((one) => one.command === 'import.withdraw')?.input).toEqual({
      importId: 1,
      reason: 'Sent by mistake',
    });
  });

  it('lists the recommendations of an import, and says where no progress is written', async () => {
    const one = {
      recommendationId: 1,
      importId: 1,
      file: 'recommendations.csv',
      sheet: 'recommendations',
      number: '15',
      text: 'The assessment to be less focused on Police data',
      owner: 'Council',
      due: '2016-03-31',
      dueWords: null,
      progress: null,
      status: null,
      cell: 'A17',
    };
    const [sheet] = preview.sheets;
    if (sheet === undefined) throw new Error('the example has a sheet');
    await openExtracts({
      'import.show': () => ({ import: recordedCrime, sheets: [{ ...sheet, layout: 'recommendations' }] }),
      'recommendation.list': () => ({ recommendations: [one] }),
    });
    fireEvent.click(await screen.findByRole('tab', { name: 'History (1)' }));
    fireEvent.click(await screen.findByRole('button', { name: recordedCrime.fileName }));
    const list = await screen.findByRole('region', { name: 'Recommendations' });
    expect(within(list).getByText(/The assessment to be less focused/)).toBeDefined();
    expect(within(list).getByText('Council · due 31 March 2016 · No progress is written yet · A17')).toBeDefined();
  });

  it('reinstates a withdrawn import and shows why it was withdrawn', async () => {
    const withdrawn: ImportSummary = { ...recordedCrime, state: 'withdrawn', withdrawnReason: 'Sent by mistake' };
    const doorway = await openExtracts({ 'import.list': () => [withdrawn], 'import.reinstate': () => recordedCrime });
    fireEvent.click(await screen.findByRole('tab', { name: 'History (1)' }));
    expect(await screen.findByText(/Sent by mistake/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: `Reinstate ${recordedCrime.fileName}` }));
    expect(await screen.findByText(/counts again/)).toBeDefined();
    expect(doorway.asked.some((one) => one.command === 'import.reinstate')).toBe(true);
  });

  it('lists what was decided of sheets by source, forgets it, and keeps it again', async () => {
    const noise = {
      mapping: 4,
      version: 2,
      source: 'noise log',
      sheet: 'log',
      fileName: 'Noise log June 2015.xlsx',
      madeAt: '2015-07-03T09:00:00.000Z',
      state: 'kept' as 'kept' | 'forgotten',
      uses: 3,
      lastUsed: { fileName: 'Noise log August 2015.xlsx', at: '2015-09-03T09:00:00.000Z' },
      headings: [['Wann', 'Wo']],
      leaveOut: false,
      layout: 'records' as const,
      measure: 'asb',
      columns: [{ heading: 'Wo', is: { kind: 'field' as const, field: 'area' } }],
      rows: [],
    };
    const changed = (state: 'kept' | 'forgotten') => () => {
      noise.state = state;
      doorway.tell({ about: 'changed', names: ['mappings'] });
      return [{ ...noise }];
    };
    const doorway = await openExtracts({
      'mapping.list': () => [{ ...noise }],
      'mapping.forget': changed('forgotten'),
      'mapping.keep-again': changed('kept'),
    });
    fireEvent.click(screen.getByRole('tab', { name: 'How sheets are read' }));
    const row = (await screen.findByText('noise log')).closest('tr');
    expect(row?.textContent).toMatch(
      /Column «Wo»: area.*Wann · Wo.*version 2.*Noise log August 2015\.xlsx, 3 files in all/,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Forget the mapping of noise log' }));
    expect(await screen.findByText(/the next file of «noise log» is read as the workbench sees it/)).toBeDefined();
    fireEvent.click(await screen.findByRole('button', { name: 'Keep the mapping of noise log again' }));
    expect(await screen.findByRole('button', { name: 'Forget the mapping of noise log' })).toBeDefined();
    expect(
      doorway.asked.filter(({ command }) => command.startsWith('mapping.')).map(({ input }) => input),
    ).toContainEqual({ mapping: 4 });
  });
});

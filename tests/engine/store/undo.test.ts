import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract, type Command, type Reply } from '../../../src/preload/contract.ts';
import { dispatch } from '../../../src/main/engine/dispatch.ts';
import { startEngine, type Engine } from '../../../src/main/engine/engine.ts';
import { auditedTables, auditHead, latestEntries } from '../../../src/main/engine/store/audit.ts';
import { verifyAudit } from '../../../src/main/engine/store/verify-audit.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { CASES } from './undo-cases.ts';
import { action, group, issue, period } from './undo-inputs.ts';
import { inputOf } from './undo-steps.ts';

let engine: Engine;
beforeEach(() => {
  engine = startEngine(join(temporaryFolder(), 'store.sqlite'), () => undefined);
});
afterEach(() => {
  engine.store.close();
});

const send = (command: Command, input: unknown): Promise<Reply<unknown>> =>
  dispatch(engine, command, input, contract[command].door, (_id, name, error) => {
    throw new Error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
async function done(command: Command, input: unknown): Promise<unknown> {
  const reply = await send(command, input);
  if (!reply.ok) throw new Error(`${command}: ${reply.failure.message}`);
  return reply.value;
}

/** What an officer sees: numbers of versions and of rows, and times of saving aside. */
const seen = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, one: unknown) =>
      /^(version|mapping|(saved|made|withdrawn)At|withdrawnReason)$/.test(key) ? undefined : one,
    ),
  );

/** Rows of every audited table that no import brought, to see that nothing else was touched. */
const everyRow = (): Map<string, string> =>
  new Map(
    auditedTables(engine.store.read).map((table) => [
      table,
      engine.store.read
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .filter((row) => ((row as { import_id?: number | null }).import_id ?? null) === null)
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n'),
    ]),
  );
const differ = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...one.keys()].filter((table) => one.get(table) !== other.get(table));
/** Tables that keep every state of a thing: going back is one more state. */
const keepsStates = (table: string): boolean =>
  engine.store.read
    .prepare(
      `SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = @table AND name LIKE '%never_edited'
       UNION ALL SELECT 1 FROM pragma_table_info(@table) WHERE name = 'version' AND type = 'INTEGER'`,
    )
    .get({ table }) !== undefined;

/** Changes that nobody can take back, and why. */
const NOT_TAKEN_BACK: Readonly<Record<string, string>> = {
  'edit.undo': 'is the taking back',
  'edit.redo': 'is the taking back',
  'retention.remove': 'must be final: records whose time is over leave no copy',
  'retention.delete-copies': 'deletes files that still held what was removed',
  'pack.write-again': 'writes down that a file was written',
  'table.keep-density': 'is how tables look on this computer: nothing of the store changes',
};
/** Tables that undo leaves alone: what is written down of handing over, and what only the store itself sets. */
const NO_EDITS = new Set(['pack', 'pack_file', 'pack_printed', 'assessment_file', 'partnership']);

const touched = new Set<string>();

describe('undo', () => {
  it.each(CASES)(
    'puts $thing back, does it again, and leaves the trail whole and every other row as it was',
    async ({ look, sees = (answer) => answer, before, edit, then, says }) => {
      const looked = async (): Promise<unknown> => seen(sees((await done(...look)) as never));
      for (const [command, input] of before ?? []) await done(command, await inputOf(engine, input));
      const rows = everyRow();
      const states = [await looked()];
      for (const step of then === undefined ? [edit] : [edit, then]) {
        await done(step[0], await inputOf(engine, step[1]));
        states.push(await looked());
        expect(states.at(-1)).not.toEqual(states.at(-2));
      }
      const [was, ...after] = states;
      const edited = differ(rows, everyRow());
      for (const table of edited) touched.add(table);
      const entries = auditHead(engine.store.read).entries;
      expect(await done('edit.undo', {})).toMatchObject({ says: expect.stringMatching(says) as string });
      for (const state of states.slice(1, -1).reverse()) {
        expect(await looked()).toEqual(state);
        await done('edit.undo', {});
      }
      expect(await looked()).toEqual(was);
      // Row for row: what keeps its states has some more of them, and nothing else has changed.
      const left = differ(rows, everyRow());
      expect(left.filter((table) => !edited.includes(table) || !keepsStates(table))).toEqual([]);
      expect(auditHead(engine.store.read).entries).toBeGreaterThan(entries);
      for (const state of after) {
        await done('edit.redo', {});
        expect(await looked()).toEqual(state);
      }
      for (const state of states.slice(0, -1).reverse()) {
        await done('edit.undo', {});
        expect(await looked()).toEqual(state);
      }
      const { path, read, key } = engine.store;
      expect(verifyAudit(path, read, key).faults).toEqual([]);
    },
  );

  it('is tried above for every change an officer can make, and for every audited table', () => {
    const tried = new Set(
      CASES.flatMap(({ before = [], edit, then }) => [...before, edit, ...(then ? [then] : [])]).map(
        ([command]) => command,
      ),
    );
    // Agreed actions, imports that are kept: below.
    const below = ['action.agree', 'import.commit'];
    const changes = Object.entries(contract).filter(([, { kind }]) => kind === 'change');
    const left = changes
      .map(([command]) => command)
      .filter((command) => !tried.has(command as Command) && !below.includes(command));
    expect(left.sort()).toEqual(Object.keys(NOT_TAKEN_BACK).sort());
    const db = engine.store.read;
    const broughtOnly = (table: string): boolean =>
      db.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = \'import_id\' AND "notnull" = 1').get(table) !==
      undefined;
    // What was agreed is never taken back: its own test is below.
    const untried = auditedTables(db).filter(
      (table) => !touched.has(table) && !NO_EDITS.has(table) && !broughtOnly(table) && table !== 'agreed_action',
    );
    expect(untried).toEqual([]);
  });

  it('goes back edit by edit, and a new edit leaves nothing to redo', async () => {
    for (const name of ['One', 'Two', 'Three'])
      await done('risk.save-issue', name === 'One' ? { ...issue, name } : { ...issue, id: 'one', name });
    const name = async (): Promise<string | undefined> =>
      ((await done('risk.issues', {})) as { issues: { name: string }[] }).issues[0]?.name;
    await done('edit.undo', {});
    expect(await name()).toBe('Two');
    await done('edit.undo', {});
    expect(await name()).toBe('One');
    await done('edit.redo', {});
    expect(await name()).toBe('Two');
    await done('exceptional.save', period);
    expect(await done('edit.offered', {})).toMatchObject({ redo: null });
    expect(await send('edit.redo', {})).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('refuses whole, with the reason, what has been changed since by another hand', async () => {
    await done('group.save', group);
    engine.store.write.exec("UPDATE area_group_member SET name = 'Bristol City' WHERE name = 'Bristol'");
    const before = await done('group.list', {});
    const entries = auditHead(engine.store.read).entries;
    const reply = await send('edit.undo', {});
    expect(reply).toMatchObject({
      ok: false,
      failure: { kind: 'refused', message: expect.stringContaining('changed again since') as string },
    });
    expect(await done('group.list', {})).toEqual(before);
    expect(auditHead(engine.store.read).entries).toBe(entries);
  });

  it('keeps a definition’s versions: going back is one more of them', async () => {
    type Shown = { version: number; measure: { name: string } & Record<string, unknown> };
    const { measure } = (await done('measure.show', { measure: 'asb' })) as Shown;
    await done('measure.save', {
      measure: { ...measure, name: 'Anti-social behaviour incidents' },
      inForceFrom: null,
      why: '',
    });
    expect(await done('edit.undo', {})).toMatchObject({
      says: 'Changed the definition of “Anti-social behaviour incidents”',
    });
    const back = (await done('measure.show', { measure: 'asb' })) as Shown;
    expect(back.measure.name).toBe(measure.name);
    expect(((await done('measure.history', { measure: 'asb' })) as unknown[]).length).toBe(3);
  });

  it('closes a new issue rather than deleting it from the register', async () => {
    await done('risk.save-issue', issue);
    await done('edit.undo', {});
    expect(await done('risk.issues', {})).toMatchObject({ issues: [{ name: 'Burglary', state: 'closed' }] });
  });

  it('notes an action as dropped rather than deleting what was agreed', async () => {
    await done('action.agree', action);
    const state = async (): Promise<string | undefined> =>
      ((await done('action.list', {})) as { state: string }[])[0]?.state;
    await done('edit.undo', {});
    expect(await state()).toBe('dropped');
    await done('edit.redo', {});
    expect(await state()).toBe('open');
  });

  it('withdraws an import that was kept, and reinstates it', async () => {
    const file = join(import.meta.dirname, '../../fixtures/recommendations-july-2015.csv');
    const offered = await dispatch(engine, 'file.offer', { path: file }, 'shell', () => undefined);
    if (!offered.ok) throw new Error(offered.failure.message);
    const { preview } = (await done('import.preview', { file: (offered.value as { file: string }).file })) as {
      preview: string;
    };
    await done('import.commit', { preview });
    const state = async (): Promise<string | undefined> =>
      ((await done('import.list', {})) as { state: string }[])[0]?.state;
    expect(await done('edit.undo', {})).toMatchObject({ says: 'Kept “recommendations-july-2015.csv”' });
    expect(await state()).toBe('withdrawn');
    await done('edit.redo', {});
    expect(await state()).toBe('kept');
  });

  it('says so where there is nothing to undo', async () => {
    expect(await done('edit.offered', {})).toEqual({ undo: null, redo: null });
    expect(await send('edit.undo', {})).toMatchObject({
      ok: false,
      failure: { kind: 'refused', message: 'There is nothing to undo.' },
    });
    expect(latestEntries(engine.store.read, 5)).toHaveLength(1);
  });
});

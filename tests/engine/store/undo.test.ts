import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command, Reply } from '../../../src/preload/contract.ts';
import { dispatch } from '../../../src/main/engine/dispatch.ts';
import { startEngine, type Engine } from '../../../src/main/engine/engine.ts';
import { auditHead, latestEntries } from '../../../src/main/engine/store/audit.ts';
import { verifyAudit } from '../../../src/main/engine/store/verify-audit.ts';
import { temporaryFolder } from '../temporary-store.ts';

let engine: Engine;
beforeEach(() => {
  engine = startEngine(join(temporaryFolder(), 'store.sqlite'), () => undefined);
});
afterEach(() => {
  engine.store.close();
});

const send = (command: Command, input: unknown): Promise<Reply<unknown>> =>
  dispatch(engine, command, input, 'window', (_id, name, error) => {
    throw new Error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  });
async function done(command: Command, input: unknown): Promise<unknown> {
  const reply = await send(command, input);
  if (!reply.ok) throw new Error(`${command}: ${reply.failure.message}`);
  return reply.value;
}

/** What an officer sees: numbers of versions and times of saving aside. */
const seen = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, one: unknown) => (/^(version|savedAt|madeAt|notes)$/.test(key) ? undefined : one)),
  );

interface Case {
  readonly thing: string;
  /** How the officer sees it. */
  readonly look: readonly [Command, unknown];
  readonly before?: readonly (readonly [Command, unknown])[];
  readonly edit: readonly [Command, unknown];
  readonly says: RegExp;
}

const period = { periodId: null, from: '2020-04', to: '2020-06', reason: 'Lockdown', choices: [] };
const choices = [{ measure: 'asb', leftOutOf: ['limits', 'season'] }];
const group = {
  groupId: null,
  name: 'MSG 2015',
  kind: 'partnership',
  ownArea: 'Plymouth',
  validFrom: '2015-04',
  validTo: null,
  source: 'iQuanta',
  members: ['Plymouth', 'Bristol', 'Exeter'],
};
const issue = { id: null, name: 'Burglary', kind: 'victims', description: 'Homes', state: 'open' };
const CASES: readonly Case[] = [
  {
    thing: 'a new exceptional period, with what it is left out of',
    look: ['exceptional.list', {}],
    edit: ['exceptional.save', { ...period, choices }],
    says: /^Added the exceptional period “2020-04 to 2020-06”$/,
  },
  {
    thing: 'a changed exceptional period',
    look: ['exceptional.list', {}],
    before: [['exceptional.save', { ...period, choices }]],
    edit: ['exceptional.save', { ...period, periodId: 1, to: '2020-08', choices: [] }],
    says: /^Changed the exceptional period/,
  },
  {
    thing: 'an exceptional period taken away',
    look: ['exceptional.list', {}],
    before: [['exceptional.save', { ...period, choices }]],
    edit: ['exceptional.remove', { periodId: 1 }],
    says: /^Removed the exceptional period/,
  },
  {
    thing: 'a new group',
    look: ['group.list', {}],
    edit: ['group.save', group],
    says: /^Added the group “MSG 2015”$/,
  },
  {
    thing: 'a group with other members',
    look: ['group.list', {}],
    before: [['group.save', group]],
    edit: [
      'group.save',
      { ...group, groupId: 1, validTo: '2016-03', members: ['Plymouth', 'Bristol', 'Derby', 'Hull'] },
    ],
    says: /^Changed the group “MSG 2015”$/,
  },
  {
    thing: 'a group taken away with its members',
    look: ['group.list', {}],
    before: [['group.save', group]],
    edit: ['group.remove', { groupId: 1 }],
    says: /^Removed/,
  },
  {
    thing: 'an issue’s next version',
    look: ['risk.issues', {}],
    before: [['risk.save-issue', issue]],
    edit: ['risk.save-issue', { ...issue, id: 'burglary', name: 'Burglary of homes', description: 'And sheds' }],
    says: /^Changed the issue “Burglary of homes”$/,
  },
  {
    thing: 'the words of a month',
    look: ['words.show', { asAt: '2015-06' }],
    edit: ['words.save', { asAt: '2015-06', view: 'asb', edited: 'My own words.', commentary: '' }],
    says: /^Added the words for “asb, 2015-06”$/,
  },
  {
    thing: 'a closed issue opened again',
    look: ['risk.issues', {}],
    before: [['risk.save-issue', { ...issue, state: 'closed' }]],
    edit: ['risk.save-issue', { ...issue, id: 'burglary' }],
    says: /^Changed the issue “Burglary”$/,
  },
  {
    thing: 'the rule for small numbers',
    look: ['small-numbers.show', {}],
    edit: [
      'small-numbers.save',
      { applied: true, threshold: 10, showsZero: true, symbol: '[c]', protection: 'not-exact', rounding: null },
    ],
    says: /^Added the setting/,
  },
  {
    thing: 'another name of an area',
    look: ['area.list', {}],
    edit: ['area.keep-alias', { alias: 'Plimouth', name: 'Plymouth', kind: 'city' }],
    says: /^Added the other name “Plimouth”$/,
  },
  {
    thing: 'another name taken back',
    look: ['area.list', {}],
    before: [['area.keep-alias', { alias: 'Plimouth', name: 'Plymouth', kind: 'city' }]],
    edit: ['area.forget-alias', { alias: 'Plimouth' }],
    says: /^Removed the other name “Plimouth”$/,
  },
  {
    thing: 'the markings offered',
    look: ['marking.list', {}],
    before: [['marking.save', { markings: ['OFFICIAL'] }]],
    edit: ['marking.save', { markings: ['OFFICIAL', 'OFFICIAL-SENSITIVE'] }],
    says: /^Changed the setting/,
  },
  {
    thing: 'the markings, where they were never set before',
    look: ['marking.list', {}],
    edit: ['marking.save', { markings: ['RESTRICTED'] }],
    says: /^Added the setting/,
  },
];

describe('undo', () => {
  it.each(CASES)(
    'puts $thing back, does it again, and leaves the trail whole',
    async ({ look, before, edit, says }) => {
      for (const [command, input] of before ?? []) await done(command, input);
      const was = seen(await done(...look));
      await done(...edit);
      const is = seen(await done(...look));
      expect(is).not.toEqual(was);
      const entries = auditHead(engine.store.read).entries;
      expect(await done('edit.undo', {})).toMatchObject({ says: expect.stringMatching(says) as string });
      expect(seen(await done(...look))).toEqual(was);
      expect(auditHead(engine.store.read).entries).toBeGreaterThan(entries);
      expect(await done('edit.redo', {})).toMatchObject({ says: expect.stringMatching(says) as string });
      expect(seen(await done(...look))).toEqual(is);
      await done('edit.undo', {});
      expect(seen(await done(...look))).toEqual(was);
      const { path, read, key } = engine.store;
      expect(verifyAudit(path, read, key).faults).toEqual([]);
    },
  );

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
    await done('action.agree', {
      view: 'asb',
      agreedFor: '2015-06',
      action: 'Ask for the ward figures',
      owner: 'Matt',
      due: null,
      reportBack: true,
    });
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

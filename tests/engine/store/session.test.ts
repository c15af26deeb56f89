import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/main/cli/run-command.ts';
import { openAsAsked, waitsFor } from '../../../src/main/engine/opening.ts';
import { faultLog } from '../../../src/main/engine/log-fault.ts';
import { SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { markedFile, open, PASSPHRASE, secret } from './marked-month.ts';
import { everyFile, PLANTED, toldIn } from './plain-text.ts';

const env = { BOARD: PASSPHRASE, NEW: 'a wholly other sentence of words', WEAK: 'password1' };

/** One command as from a terminal that has these passphrases in its environment. */
async function type(...args: string[]): Promise<{ exit: number; out: string; err: string }> {
  const [said, wrong]: [string[], string[]] = [[], []];
  const exit = await runCommand(args, { out: (text) => said.push(text), err: (text) => wrong.push(text), env });
  return { exit, out: said.join('\n'), err: wrong.join('\n') };
}

const RECOVERY = /([0-9A-Z]{4}-){8}[0-9A-Z]{4}/;

describe('a session with an encrypted store from a terminal', () => {
  it(
    'leaves nothing in plain text in the data folder, from the first import to the last report',
    { timeout: 120_000 },
    async () => {
      const data = temporaryFolder();
      const elsewhere = temporaryFolder();
      const temporaryBefore = new Set(readdirSync(tmpdir()));
      const store = ['--store', join(data, 'board.sqlite'), '--passphrase-env', 'BOARD'];
      const first = await type('import', markedFile('April', PLANTED), ...store, '--json');
      expect(first.exit).toBe(0);
      expect(first.err).toMatch(RECOVERY);
      expect(first.err).not.toMatch(/not encrypted/);
      expect(JSON.parse(first.out)).toMatchObject({ imports: [{ outcome: 'kept' }] });
      expect((await type('import', join(SAMPLE, 'partner/Hate incidents to June 2015.csv'), ...store)).exit).toBe(0);
      expect((await type('withdraw', '1', '--reason', 'Withdrawn-because', ...store)).exit).toBe(0);
      expect((await type('store', 'backup', ...store)).exit).toBe(0);
      const report = join(elsewhere, 'board.xlsx');
      expect((await type('report', '--as-at', '2015-06', '--out', report, ...store)).err).toBe('');
      expect((await type('audit', 'list', '--out', join(elsewhere, 'trail.csv'), ...store)).exit).toBe(0);
      expect(readFileSync(join(elsewhere, 'trail.csv'), 'utf8')).toMatch(/Withdrawn-because/);
      faultLog(join(data, 'board.sqlite.faults.log'), () => new Date())(
        '1',
        'import.commit',
        new Error(`Zennor ${String(PLANTED)}`),
      );
      const files = everyFile(data);
      expect(files.length).toBeGreaterThan(7);
      expect(toldIn(files)).toEqual([]);
      const left = readdirSync(tmpdir()).filter((name) => !temporaryBefore.has(name) && /sqlite|etilqs/.test(name));
      expect(left).toEqual([]);
    },
  );

  it(
    'changes the passphrase, encrypts anew, restores and verifies, and says a weak passphrase is weak',
    { timeout: 120_000 },
    async () => {
      const path = join(temporaryFolder(), 'board.sqlite');
      const old = ['--store', path, '--passphrase-env', 'BOARD'];
      const now = ['--store', path, '--passphrase-env', 'NEW'];
      await type('import', markedFile('April', 864), ...old);
      const { backup } = JSON.parse((await type('store', 'backup', ...old, '--json')).out) as {
        backup: { name: string };
      };
      await type('import', markedFile('April again', 865), ...old);
      expect((await type('store', 'rekey', ...old, '--new-passphrase-env', 'NEW')).exit).toBe(0);
      expect((await type('imports', ...old)).exit).toBe(3);
      const full = await type('store', 'rekey', '--full', ...now);
      expect(full.err).toMatch(RECOVERY);
      const preview = await type('store', 'restore', backup.name, '--dry-run', ...now);
      expect(preview.out).toMatch(/goes: import 2/);
      expect((await type('store', 'restore', backup.name, ...now)).exit).toBe(0);
      expect((await type('store', 'verify', ...now)).out).toMatch(/Sound/);
      expect((await type('audit', 'verify', ...now)).out).toMatch(/Whole/);
      expect((await type('store', 'rekey', ...now, '--new-passphrase-env', 'WEAK')).err).toMatch(/weak/);
      expect((await type('store', 'nonsense', ...now)).exit).toBe(2);
    },
  );
});

describe('the engine of a window', () => {
  it('asks for the passphrase, says when it is wrong, and opens with the right one', () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    open(path, { secret }).close();
    const tell = () => undefined;
    expect(openAsAsked(path, tell, 'import.list', {}).reply).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    const wrong = openAsAsked(path, tell, 'store.unlock', { passphrase: 'no' });
    expect(wrong.reply).toMatchObject({
      ok: false,
      failure: { message: expect.stringMatching(/not the passphrase/) as string },
    });
    const right = openAsAsked(path, tell, 'store.unlock', { passphrase: PASSPHRASE });
    expect(right.reply).toEqual({ ok: true, value: { opened: true, recoveryKey: null } });
    right.started?.store.close();
  });

  it('makes a new store with a passphrase and answers its recovery key once; the key sets another passphrase', () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const tell = () => undefined;
    expect(waitsFor(path, true)?.needs).toBe('new-passphrase');
    expect(waitsFor(path, false)).toBeNull();
    const made = openAsAsked(path, tell, 'store.create', { passphrase: PASSPHRASE });
    const { value } = made.reply as { value: { recoveryKey: string } };
    expect(value.recoveryKey).toMatch(RECOVERY);
    made.started?.store.close();
    const lost = openAsAsked(path, tell, 'store.unlock', {
      recoveryKey: value.recoveryKey,
      newPassphrase: 'another one',
    });
    expect(lost.reply).toMatchObject({ ok: true });
    lost.started?.store.close();
    const again = openAsAsked(path, tell, 'store.unlock', { passphrase: 'another one' });
    expect(again.reply).toMatchObject({ ok: true });
    again.started?.store.close();
  });

  it('makes a plain store only when that was chosen', () => {
    const path = join(temporaryFolder(), 'store.sqlite');
    const made = openAsAsked(path, () => undefined, 'store.create', { passphrase: null });
    expect(made.reply).toEqual({ ok: true, value: { opened: true, recoveryKey: null } });
    expect(made.started?.store.key).toBeNull();
    made.started?.store.close();
  });
});

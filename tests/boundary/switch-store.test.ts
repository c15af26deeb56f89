import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/main/shell/engine.ts';
import { fillSample, sampleFiles } from '../../src/main/shell/sample-month.ts';
import { switchStore } from '../../src/main/shell/switch-store.ts';
import type { Told } from '../../src/preload/contract.ts';

const changed: Told = { about: 'changed', names: ['imports'] };

/** An engine that answers with its own name and remembers what it was asked. */
function named(name: string, log: string[], held = 0): Engine {
  return {
    ask: (command, input) => {
      log.push(`${name} ${command}${command === 'file.offer' ? ` ${(input as { path: string }).path}` : ''}`);
      const value: Readonly<Record<string, unknown>> = {
        'import.list': Array.from({ length: held }, () => ({})),
        'file.offer': { file: 'token', name: 'a.csv' },
        'import.preview': { preview: 'token', outcome: 'ready' },
      };
      return Promise.resolve({ ok: true, value: value[command] ?? name });
    },
    reopen: () => {
      log.push(`${name} reopened`);
    },
    stop: () => {
      log.push(`${name} stopped`);
      return Promise.resolve();
    },
  };
}

describe('going to the sample partnership and back', () => {
  it('opens the sample once it is ready, closes the store before it, and comes back', async () => {
    const log: string[] = [];
    const engine = switchStore(
      (which) => named(which, log),
      () => undefined,
    );
    expect(engine.which()).toBe('own');
    await engine.open('sample', (sample) => sample.ask('import.commit', {}, 'shell'));
    expect([engine.which(), log]).toEqual(['sample', ['sample import.commit', 'own stopped']]);
    expect(await engine.ask('home.show', {}, 'window')).toEqual({ ok: true, value: 'sample' });
    await engine.open('own', () => Promise.resolve({ ok: true, value: {} }));
    expect(await engine.ask('home.show', {}, 'window')).toEqual({ ok: true, value: 'own' });
  });

  it('stays with the officer’s own store where the sample cannot be made ready', async () => {
    const log: string[] = [];
    const engine = switchStore(
      (which) => named(which, log),
      () => undefined,
    );
    const refused = { ok: false, failure: { kind: 'refused', message: 'Not here.' } } as const;
    expect(await engine.open('sample', () => Promise.resolve(refused))).toEqual(refused);
    expect([engine.which(), log]).toEqual(['own', ['sample stopped']]);
  });

  it('lets the window hear only the store that is open', async () => {
    const heard: string[] = [];
    const tells = new Map<string, (told: Told) => void>();
    const engine = switchStore(
      (which, tell) => {
        tells.set(which, () => {
          heard.push(which);
          tell(changed);
        });
        return named(which, []);
      },
      () => heard.push('window'),
    );
    await engine.open('sample', () => {
      tells.get('sample')?.(changed);
      return Promise.resolve({ ok: true, value: {} });
    });
    tells.get('own')?.(changed);
    tells.get('sample')?.(changed);
    expect(heard).toEqual(['sample', 'own', 'sample', 'window']);
  });
});

describe('the sample month', () => {
  it('is brought in file by file, once, and says how far it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sample-'));
    mkdirSync(join(folder, 'police'));
    for (const name of ['police/b.xlsx', 'a.csv', 'README.md']) writeFileSync(join(folder, name), '');
    expect(sampleFiles(folder)).toEqual([join(folder, 'a.csv'), join(folder, 'police/b.xlsx')]);
    const [log, steps]: [string[], string[]] = [[], []];
    const tell = (told: Told): void => {
      steps.push(told.about === 'sample' ? `${String(told.done)} of ${String(told.of)}` : told.about);
    };
    expect(await fillSample(named('s', log), folder, tell)).toEqual({ ok: true, value: { files: 2 } });
    expect(steps).toEqual(['0 of 2', '1 of 2']);
    expect(log.filter((line) => line === 's import.commit')).toHaveLength(2);
    const again: string[] = [];
    await fillSample(named('s', again, 2), folder, tell);
    expect(again).toEqual(['s import.list']);
    rmSync(folder, { recursive: true });
  });

  it('says so where it was not installed', async () => {
    const reply = await fillSample(named('s', []), join(tmpdir(), 'not-there-at-all'), () => undefined);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });
});

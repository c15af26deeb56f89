import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Told } from '../../src/preload/contract.ts';
import { superviseEngine } from '../../src/main/shell/engine.ts';
import type { Engine } from '../../src/main/shell/engine.ts';

vi.mock('electron', () => ({ utilityProcess: null }));
const { inNode } = await import('../../src/main/shell/engine-process.ts');

const opened: Engine[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((engine) => engine.stop()));
});

function open(storePath = 'workbench.sqlite'): { engine: Engine; told: Told[] } {
  const told: Told[] = [];
  const script = join(import.meta.dirname, 'stand-in-engine.mjs');
  const engine = superviseEngine({
    start: (heard) => inNode({ script, storePath, node: process.execPath, asks: true }, heard),
    tell: (one) => told.push(one),
    silenceSeconds: 0.5,
    cancelSeconds: 0.3,
  });
  opened.push(engine);
  return { engine, told };
}

const pidOf = async (engine: Engine): Promise<unknown> => {
  const reply = await engine.ask('home.show', {}, 'window');
  return reply.ok ? (reply.value as { pid: number }).pid : reply.failure;
};

describe('the engine behind the window', () => {
  it('answers what is asked before it is ready', async () => {
    const { engine } = open();
    expect(await engine.ask('home.show', {}, 'window')).toMatchObject({ ok: true, value: { command: 'home.show' } });
  });

  it('answers many questions each with its own answer', async () => {
    const { engine } = open();
    const asked = Array.from({ length: 50 }, (_, n) => engine.ask('measure.table', { n }, 'window'));
    const replies = await Promise.all(asked);
    expect(replies.map((reply) => (reply.ok ? (reply.value as { input: { n: number } }).input.n : null))).toEqual(
      Array.from({ length: 50 }, (_, n) => n),
    );
  });

  it('passes on what the engine tells', async () => {
    const { engine, told } = open();
    await engine.ask('import.list', {}, 'window');
    expect(told).toEqual([{ about: 'changed', names: ['imports'] }]);
  });

  it('is started again after a crash, answers the call that was cut off, and says so', async () => {
    const { engine, told } = open();
    const before = await pidOf(engine);
    const cut = await engine.ask('import.commit', {}, 'window');
    expect(cut).toMatchObject({ ok: false, failure: { kind: 'failed' } });
    expect(told).toEqual([{ about: 'engine-restarted', says: expect.stringContaining('started again') as string }]);
    expect(await pidOf(engine)).not.toBe(before);
  });

  it('is ended and started again when it hangs', async () => {
    const { engine, told } = open();
    await pidOf(engine);
    const hung = await engine.ask('import.preview', {}, 'window');
    expect(hung).toMatchObject({
      ok: false,
      failure: { kind: 'failed', message: expect.stringContaining('too long') as string },
    });
    expect(told).toHaveLength(1);
    expect(await pidOf(engine)).toEqual(expect.any(Number));
  });

  it('is not called silent while it has nothing to answer', async () => {
    const { engine, told } = open();
    const before = await pidOf(engine);
    await wait(800);
    expect(await pidOf(engine)).toBe(before);
    expect(told).toEqual([]);
  });

  it('is ended when the officer cancels and it does not listen', async () => {
    const { engine, told } = open();
    await pidOf(engine);
    const preview = engine.ask('import.withdraw', {}, 'window');
    const hung = engine.ask('import.preview', {}, 'window');
    const cancelled = await engine.ask('import.cancel', {}, 'window');
    expect(cancelled).toEqual({ ok: true, value: { cancelled: true } });
    expect(await hung).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(await preview).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(told).toHaveLength(1);
  });

  it('says why the store cannot be opened, and goes on listening, so that a passphrase or a backup may open it', async () => {
    const { engine, told } = open('newer.sqlite');
    const refusal = { ok: false, failure: { kind: 'refused', message: 'This store was made by a newer version.' } };
    expect(await engine.ask('home.show', {}, 'window')).toEqual(refusal);
    await wait(100);
    expect(await engine.ask('home.show', {}, 'window')).toEqual(refusal);
    expect(told).toEqual([]);
  });

  it('is ended and started anew when the store is to be opened again', async () => {
    const { engine, told } = open();
    const before = await pidOf(engine);
    engine.reopen();
    await vi.waitFor(() => {
      expect(told).toEqual([{ about: 'changed', names: ['store'] }]);
    });
    expect(await pidOf(engine)).not.toBe(before);
  });

  it('answers nothing after closing', async () => {
    const { engine } = open();
    const pid = (await pidOf(engine)) as number;
    await engine.stop();
    expect(() => process.kill(pid, 0)).toThrow();
    expect(await engine.ask('home.show', {}, 'window')).toMatchObject({ ok: false });
  });
});

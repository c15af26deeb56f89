import { describe, expect, it } from 'vitest';
import { contract } from '../../src/preload/contract.ts';
import { answerCall, offerPaths } from '../../src/main/shell/calls.ts';
import type { ShellAnswers } from '../../src/main/shell/calls.ts';
import type { Engine } from '../../src/main/shell/engine.ts';

function asked(): { calls: unknown[][]; engine: Engine; answers: ShellAnswers } {
  const calls: unknown[][] = [];
  const engine: Engine = {
    ask: (command, input, door) => {
      calls.push(['engine', command, input, door]);
      return Promise.resolve({ ok: true, value: { file: 'token', name: 'month.xlsx' } });
    },
    reopen: () => undefined,
    stop: () => Promise.resolve(),
  };
  const note =
    (name: string) =>
    (input: unknown): never => {
      calls.push(['shell', name, input]);
      return { ok: true, value: {} } as never;
    };
  const answers = {
    'file.choose': note('file.choose'),
    'folder.choose': note('folder.choose'),
    'report.save': note('report.save'),
    'pack.save-again': note('pack.save-again'),
    'assessment.save': note('assessment.save'),
    'chart.save': note('chart.save'),
    'chart.copy': note('chart.copy'),
    'table.copy': note('table.copy'),
    'store.reopen': note('store.reopen'),
    'audit.save': note('audit.save'),
    'support.save': note('support.save'),
    'store.copy-recovery': note('store.copy-recovery'),
    'app.about': note('app.about'),
    'table.density': note('table.density'),
    'table.keep-density': note('table.keep-density'),
    'sample.open': note('sample.open'),
    'sample.leave': note('sample.leave'),
  } as ShellAnswers;
  return { calls, engine, answers };
}

describe('a call of the window', () => {
  it('goes to the engine by the window’s door, as it is', async () => {
    const { calls, engine, answers } = asked();
    await answerCall('measure.table', { measure: 'asb', year: '2015/16' }, engine, answers);
    expect(calls).toEqual([['engine', 'measure.table', { measure: 'asb', year: '2015/16' }, 'window']]);
  });

  it('is answered by the shell where the contract says so, once what is asked has been checked', async () => {
    const { calls, engine, answers } = asked();
    await answerCall('report.save', { asAt: '2015-06', format: 'xlsx' }, engine, answers);
    expect(calls).toEqual([['shell', 'report.save', { asAt: '2015-06', format: 'xlsx' }]]);
  });

  it.each([
    ['report.save', { asAt: '../2015-06', format: 'xlsx' }],
    ['report.save', { asAt: '2015-06', format: 'xlsx', path: '/etc/passwd' }],
    ['chart.save', { bytes: 'text', name: 'a.png' }],
    ['table.copy', { html: 1, text: 'x' }],
    ['file.choose', { folder: '/' }],
    ['file.choose', undefined],
    ['folder.choose', { path: '/' }],
    ['sample.open', { path: '/home/officer/workbench.sqlite' }],
    ['sample.leave', { store: 'other.sqlite' }],
  ])('to the shell that is put wrongly goes no further: %s %j', async (command, input) => {
    const { calls, engine, answers } = asked();
    expect(await answerCall(command, input, engine, answers)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid' },
    });
    expect(calls).toEqual([]);
  });

  it.each([
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    '',
    'offer',
    'home.Show',
    42,
    null,
    undefined,
    {},
    [],
  ])('that is no command is refused: %j', async (command) => {
    const { calls, engine, answers } = asked();
    expect(await answerCall(command, {}, engine, answers)).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    expect(calls).toEqual([]);
  });

  it.each(Object.keys(contract).filter((name) => contract[name as keyof typeof contract].door === 'shell'))(
    'for the shell alone is refused: %s',
    async (command) => {
      const { calls, engine, answers } = asked();
      const reply = await answerCall(command, { path: '/etc/passwd', asAt: '2015-06' }, engine, answers);
      expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
      expect(calls).toEqual([]);
    },
  );
});

describe('dropped files', () => {
  it('become tokens, and their paths stay behind the window', async () => {
    const { calls, engine } = asked();
    const reply = await offerPaths(['/home/officer/month.xlsx'], engine);
    expect(calls).toEqual([['engine', 'file.offer', { path: '/home/officer/month.xlsx' }, 'shell']]);
    expect(reply).toEqual({ ok: true, value: { files: [{ file: 'token', name: 'month.xlsx' }] } });
  });

  it.each([[[]], [['']], [[42]], ['/etc/passwd'], [null], [Array.from({ length: 201 }, () => '/a')]])(
    'that are none are refused: %#',
    async (paths) => {
      const { calls, engine } = asked();
      expect(await offerPaths(paths, engine)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
      expect(calls).toEqual([]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { dispatch } from '../../src/main/engine/dispatch.ts';
import { emptyEngine } from './month.ts';

const quiet = () => undefined;

describe('the engine’s door', () => {
  it.each(['toString', '__proto__', 'constructor', 'import.everything', ''])(
    'knows no command «%s»',
    async (command) => {
      const reply = await dispatch(emptyEngine(), command, {}, 'window', quiet);
      expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    },
  );

  it('never takes a path from the window: files are offered by the shell alone', async () => {
    const reply = await dispatch(emptyEngine(), 'file.offer', { path: '/etc/passwd' }, 'window', quiet);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
  });

  it.each([
    ['something unasked', 'measure.table', { measure: 'asb', year: '2015/16', also: 1 }],
    ['a wrong kind of value', 'measure.table', { measure: 7, year: '2015/16' }],
    ['nothing at all', 'measure.table', undefined],
    ['SQL for a measure', 'measure.table', { measure: "asb' OR 1=1", year: '2015/16' }],
  ])('refuses %s', async (_what, command, input) => {
    const reply = await dispatch(emptyEngine(), command, input, 'window', quiet);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
  });

  it('says plainly which measures there are when asked for one there is not', async () => {
    const reply = await dispatch(
      emptyEngine(),
      'measure.table',
      { measure: 'weather', year: '2015/16' },
      'window',
      quiet,
    );
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'refused', message: /no measure «weather».*asb/ } });
  });

  it('says of a year that is none that it is none', async () => {
    const reply = await dispatch(emptyEngine(), 'gap.show', { year: '2015/17' }, 'window', quiet);
    expect(reply).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('logs a fault of its own under a number and tells the window only that number', async () => {
    const engine = emptyEngine();
    engine.store.read.close();
    const faults: string[] = [];
    const reply = await dispatch(engine, 'import.list', {}, 'window', (id) => faults.push(id));
    expect(faults).toHaveLength(1);
    expect(reply).toMatchObject({
      ok: false,
      failure: { kind: 'failed', message: expect.stringContaining(faults[0] ?? '-') as string },
    });
  });
});

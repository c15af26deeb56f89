import { describe, expect, it } from 'vitest';
import { figureKey } from '../../src/core/provenance/figure-key.ts';
import { secondsLeft } from '../../src/renderer/views/extracts/seconds-left.ts';
import { ask, emptyEngine } from './month.ts';

const june = { view: 'measure', measure: 'asb', year: '2015/16', period: '2015-06', column: 'actual' } as const;

describe('a note on a figure', () => {
  it('is kept with the figure, replaced by the next, taken away by nothing, and every step is in the audit trail', async () => {
    const engine = emptyEngine();
    await ask(engine, 'figure.note', { figure: june, note: ' Includes the fair weekend. ' });
    await ask(engine, 'figure.note', { figure: june, note: 'The police will check.' });
    const held = await ask(engine, 'figure.notes', {});
    expect(held.map(({ figure, note }) => ({ figure, note }))).toEqual([
      { figure: figureKey(june), note: 'The police will check.' },
    ]);
    await ask(engine, 'figure.note', { figure: june, note: '  ' });
    expect(await ask(engine, 'figure.notes', {})).toEqual([]);
    const trail = engine.store.read
      .prepare<[], { what: string }>("SELECT what FROM audit WHERE subject = 'figure_note' ORDER BY audit_id")
      .all();
    expect(trail.map(({ what }) => what)).toEqual(['figure_note.added', 'figure_note.changed', 'figure_note.removed']);
  });

  it('hangs on the figure whatever the order in which it is asked for', () => {
    const { column, ...rest } = june;
    expect(figureKey({ column, ...rest })).toBe(figureKey(june));
  });
});

describe('how much longer a file takes', () => {
  it('is not said before the pace can be told, and follows the pace from then on', () => {
    expect(secondsLeft(500, 50, 100)).toBeNull();
    expect(secondsLeft(5000, 1, 100)).toBeNull();
    expect(secondsLeft(5000, 50, null)).toBeNull();
    expect(secondsLeft(5000, 50, 100)).toBe(5);
    expect(secondsLeft(8000, 80, 100)).toBeCloseTo(2);
  });
});

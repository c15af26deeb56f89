import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, emptyEngine } from '../month.ts';

const FIXTURE = resolve(import.meta.dirname, '../../fixtures/recommendations-july-2015.csv');

describe('the recommendations of July 2015', () => {
  it('are kept with the cell each stands in, listed with their import, and leave with it', async () => {
    const engine = emptyEngine();
    const { file } = await ask(engine, 'file.offer', { path: FIXTURE }, 'shell');
    const preview = await ask(engine, 'import.preview', { file });
    expect(preview).toMatchObject({ outcome: 'ready', sheets: [{ layout: 'recommendations', observations: 17 }] });
    const kept = await ask(engine, 'import.commit', { preview: preview.preview });
    expect(kept.about).toContain('17 recommendations');
    const { recommendations } = await ask(engine, 'recommendation.list', { importId: kept.importId });
    expect(recommendations).toHaveLength(17);
    expect(recommendations[0]).toMatchObject({ number: '1', cell: 'A3', file: 'recommendations-july-2015.csv' });
    expect((await ask(engine, 'recommendation.list', {})).recommendations).toHaveLength(17);
    await ask(engine, 'import.withdraw', { importId: kept.importId, reason: 'a newer list came' });
    expect((await ask(engine, 'recommendation.list', {})).recommendations).toEqual([]);
  });
});

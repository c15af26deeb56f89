import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { keepFile } from '../../../src/main/engine/import/import-file.ts';
import { cell, expectClose, hasOracle, number, oracleRows, type OracleRow } from '../../core/statistics/oracle.ts';
import { ask, emptyEngine } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

const PERIOD = { measure: 'all-crime', from: '2015-04', to: '2015-06' };

/** Keeps a sheet of areas for April to June 2015; the first area is the own one. */
async function engineWith(areas: readonly { name: string; count: number; residents: number }[]): Promise<Engine> {
  const engine = emptyEngine();
  const path = join(temporaryFolder(), 'MSG all crime April to June 2015.csv');
  const lines = areas.map(({ name, count, residents }) =>
    [name, count, residents, ((count / residents) * 1000).toFixed(4)].join(','),
  );
  writeFileSync(
    path,
    ['All crime 01 April 15 - 30 June 2015', 'Area,Crimes,Population,Crimes per 1000', ...lines].join('\n'),
  );
  await keepFile(engine.store, path, null, {});
  return engine;
}

const LABELS: Readonly<Record<string, string>> = { Lower: 'better', Higher: 'worse', Similar: 'similar' };

describe.runIf(hasOracle)('a group of fifteen, from a sheet to every published number', () => {
  const datasets = () => {
    const rows = oracleRows('msg_synthetic_phe_rate.csv');
    return [...new Set(rows.map((row) => cell(row, 'dataset')))].map((dataset) => ({
      dataset,
      rows: rows.filter((row) => cell(row, 'dataset') === dataset),
    }));
  };
  const named = (row: OracleRow, first: OracleRow | undefined) => (row === first ? 'Plymouth' : cell(row, 'area'));
  const sheetOf = (rows: readonly OracleRow[]) =>
    rows.map((row) => ({
      name: named(row, rows[0]),
      count: number(row, 'count') ?? 0,
      residents: number(row, 'pop') ?? 0,
    }));

  it('gives each area its rate, both limits, both averages and every label', async () => {
    for (const { rows } of datasets()) {
      const engine = await engineWith(sheetOf(rows));
      for (const [average, benchmark] of [
        ['pooled', 'pooled'],
        ['unweighted', 'mean'],
      ] as const) {
        const view = await ask(engine, 'group.show', { ...PERIOD, average });
        for (const row of rows) {
          const area = view.areas.find(({ name }) => name === named(row, rows[0]));
          if (area === undefined) throw new Error(`no area ${cell(row, 'area')}`);
          expectClose(area.ratePerThousand, number(row, 'value'), 1e-9);
          expectClose(area.lower95, number(row, 'lower95_0cl'), 1e-9);
          expectClose(area.upper95, number(row, 'upper95_0cl'), 1e-9);
          expectClose(area.lower998, number(row, 'lower99_8cl'), 1e-9);
          expectClose(area.upper998, number(row, 'upper99_8cl'), 1e-9);
          expect(area.label95, `${area.name} 95%`).toBe(LABELS[cell(row, `ci95_vs_${benchmark}`)]);
          expect(area.label998, `${area.name} 99.8%`).toBe(LABELS[cell(row, `ci998_vs_${benchmark}`)]);
          // The table ranks from the highest; areas with the same rate share a place from either end.
          const above = view.areas.filter((other) => (other.ratePerThousand ?? -1) > (area.ratePerThousand ?? -1));
          expect(1 + above.length).toBe(number(row, 'rank_high1'));
          const below = view.areas.filter((other) => (other.ratePerThousand ?? NaN) < (area.ratePerThousand ?? -1));
          expect(1 + below.length).toBe(area.rank);
          expectClose(view.averagePooled, number(row, 'pooled_group_rate'), 1e-9);
          expectClose(view.averageUnweighted, number(row, 'unweighted_mean_rate'), 1e-9);
        }
      }
    }
  });

  it('widens the limits by the areas’ own spread as published, and then finds no outlier', async () => {
    const rows = oracleRows('funnel_overdispersion_funnelplotr.csv').filter(
      (row) => cell(row, 'dataset') === 'synthetic_all_crime_15' && cell(row, 'sr_method') === 'SHMI',
    );
    const areas = datasets().find(({ rows: own }) => own.some((row) => cell(row, 'count') === '4799'));
    const engine = await engineWith(sheetOf(areas?.rows ?? []));
    const view = await ask(engine, 'group.show', { ...PERIOD, limits: 'overdispersed-additive' });
    const pooled = view.averagePooled ?? NaN;
    for (const row of rows) {
      const name = cell(row, 'group') === cell(areas?.rows[0] ?? {}, 'area') ? 'Plymouth' : cell(row, 'group');
      const area = view.areas.find((one) => one.name === name);
      expectClose((area?.bandLower ?? NaN) / pooled, number(row, 'OD95LCL'), 1e-6, name);
      expectClose((area?.bandUpper ?? NaN) / pooled, number(row, 'OD95UCL'), 1e-6, name);
    }
    const wide = await ask(engine, 'group.show', { ...PERIOD, limits: 'overdispersed-additive', confidence: 99.8 });
    expect(wide.areas.every((area) => area.verdict === 'inline')).toBe(true);
    const counting = await ask(engine, 'group.show', { ...PERIOD, limits: 'counting', confidence: 99.8 });
    expect(counting.areas.filter((area) => area.verdict !== 'inline').length).toBeGreaterThanOrEqual(13);
  });
});

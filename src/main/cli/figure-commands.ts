import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { MeasureSummary } from '../../preload/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { number, percent, tierWords, textTable } from './text-table.ts';

const NO_VALUE = '';

/** `measures`: every measure with its status. */
export async function measuresCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const measures = await ask(engine, 'measure.list', {});
  out(
    line.json
      ? JSON.stringify({ measures: measures.map((one) => ({ id: one.measure, ...one })) }, null, 2)
      : textTable(HEADS, measures.map(measureLine)),
  );
  return EXIT.done;
}

const HEADS = ['Measure', 'Data to', 'To date', 'Last year', 'Change', 'Profile', 'Status'];

function measureLine(one: MeasureSummary): string[] {
  const show = (value: number | null) => number(value, one.decimals);
  return [
    one.shortName,
    one.dataTo ?? NO_VALUE,
    show(one.toDate),
    show(one.lastYearToDate),
    percent(one.changePercent),
    number(one.profile, 1),
    tierWords(one.status.tier),
  ];
}

/** `measure ID --year`: the Board's table of one measure. */
export async function measureCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const [measure] = line.words;
  if (measure === undefined) throw new UsageError('«measure» needs a measure’s id, as «measures» lists it');
  const table = await ask(engine, 'measure.table', { measure, year: line.needed('year') });
  if (line.json) {
    out(JSON.stringify(table, null, 2));
    return EXIT.done;
  }
  const rows = table.periods.map((row) => [
    row.period,
    row.lastYearSymbol ?? number(row.lastYear, table.decimals),
    row.symbol ?? number(row.actual, table.decimals),
    number(row.lastYearCumulative, table.decimals),
    number(row.cumulative, table.decimals),
    number(row.targetLinear, 1),
    number(row.targetLastYearShare, 1),
    percent(row.changePercent),
    percent(row.cumulativeChangePercent),
  ]);
  const heads = [
    'Period',
    'Last year',
    'This year',
    'Cum last',
    'Cum this',
    'Target',
    'Target share',
    '% period',
    '% cum',
  ];
  out(
    [
      table.name,
      table.sentence,
      textTable(heads, rows),
      `Status: ${tierWords(table.status.tier)}`,
      ...table.notes,
    ].join('\n'),
  );
  return EXIT.done;
}

/** `gap --year`: the priority neighbourhoods against the city, cumulative by month. */
export async function gapCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const gap = await ask(engine, 'gap.show', { year: line.needed('year') });
  if (line.json) {
    out(JSON.stringify(gap, null, 2));
    return EXIT.done;
  }
  const rows = gap.periods.map((row) => [
    row.period,
    number(row.priorityRate, 1),
    number(row.cityRate, 1),
    number(row.gap, 1),
    number(row.lastYearGap, 1),
    number(row.targetLinear, 2),
  ]);
  out([gap.sentence, textTable(['Month', 'Priority', 'City', 'Gap', 'Last year', 'Target'], rows)].join('\n'));
  return EXIT.done;
}

/** `compare`: a most-similar-group comparison, and its chart when a file is named. */
export async function compareCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const asked = { measure: line.needed('measure'), from: line.needed('from'), to: line.needed('to') };
  const view = await ask(engine, 'comparison.show', asked);
  const chart = line.value('chart');
  if (chart !== null) await writeChart(engine, chart, { view: 'comparison', ...asked });
  if (line.json) {
    out(JSON.stringify(view, null, 2));
    return EXIT.done;
  }
  const rows = view.areas.map((area) => [
    `${area.own ? '▶ ' : '  '}${area.name}`,
    number(area.count, 0),
    number(area.population, 0),
    number(area.ratePerThousand, 1),
  ]);
  out([view.sentence, textTable(['Area', 'Count', 'Residents', 'Per 1,000'], rows)].join('\n'));
  if (chart !== null) out(`Chart: ${chart}`);
  return EXIT.done;
}

async function writeChart(
  engine: Engine,
  file: string,
  chart: { view: 'comparison'; measure: string; from: string; to: string },
): Promise<void> {
  const format = extname(file).slice(1).toLowerCase();
  if (format !== 'png' && format !== 'svg') throw new UsageError('--chart needs a file that ends in .png or .svg');
  const { bytes } = await ask(engine, 'chart.draw', { chart, format });
  await writeFile(file, bytes);
}

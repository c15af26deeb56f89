import { isShare } from '../../core/measure/measure.ts';
import type { MeasureSummary } from '../../preload/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { drawTo } from './draw-to.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { number, percent, tierWords, textTable } from './text-table.ts';

const NO_VALUE = '';

/** `measures`: every measure with its status. */
export async function measuresCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  if (line.definitions) return definitionsCommand(line, engine, { out });
  const measures = await ask(engine, 'measure.list', {});
  out(
    line.json
      ? JSON.stringify({ measures: measures.map((one) => ({ id: one.measure, ...one })) }, null, 2)
      : textTable(HEADS, measures.map(measureLine)),
  );
  return EXIT.done;
}

/** `measures --definitions`: what each counts, who answers for it, its target, and what it lacks. */
async function definitionsCommand(
  line: CommandLine,
  engine: Engine,
  { out }: Pick<Surroundings, 'out'>,
): Promise<number> {
  const definitions = await ask(engine, 'measure.definitions', {});
  if (line.json) {
    out(JSON.stringify({ definitions }, null, 2));
    return EXIT.done;
  }
  for (const { measure, version, year, lacks } of definitions) {
    const target = measure.targets.find((one) => one.year === year);
    out(
      [
        `${measure.name} (${measure.id}, ${measure.kind}, version ${String(version)})`,
        `  ${measure.definition}`,
        `  Owner: ${measure.owner}. Target for ${year}: ${target?.words ?? 'none'}.`,
        ...lacks.map(({ says }) => `  Lacks: ${says}`),
      ].join('\n'),
    );
  }
  return EXIT.done;
}

const HEADS = ['Measure', 'Data to', 'To date', 'Last year', 'Change', 'Profile', 'Status'];

function measureLine(one: MeasureSummary): string[] {
  const sign = ['percentage', 'cohort', 'distance-travelled'].includes(one.kind) ? '%' : '';
  const show = (value: number | null) => (value === null ? NO_VALUE : `${number(value, one.decimals)}${sign}`);
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
  const { measure: held } = await ask(engine, 'measure.show', { measure });
  if (isShare(held)) return shareCommand(line, engine, { out }, measure);
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

/** `measure ID --year` of a percentage, a cohort or distance travelled: n of N by period, with limits. */
async function shareCommand(
  line: CommandLine,
  engine: Engine,
  { out }: Pick<Surroundings, 'out'>,
  measure: string,
): Promise<number> {
  const view = await ask(engine, 'share.show', { measure, year: line.needed('year') });
  if (line.json) {
    out(JSON.stringify(view, null, 2));
    return EXIT.done;
  }
  const row = (label: string, share: (typeof view)['toDate']) => [
    label,
    number(share.part, 0),
    number(share.whole, 0),
    share.percent === null ? NO_VALUE : `${number(share.percent, 1)}%`,
    share.lower === null ? NO_VALUE : `${number(share.lower, 1)}% to ${number(share.upper, 1)}%`,
  ];
  const rows = [...view.periods.map((one) => row(one.period, one)), row('Since April', view.toDate)];
  out(
    [
      view.name,
      view.sentence,
      textTable(['Period', view.partWords, view.wholeWords, '%', '95% limits'], rows),
      `Status: ${tierWords(view.status.tier)}`,
      ...view.notes,
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
  const drawn = await drawTo(line, engine, { view: 'comparison', ...asked });
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
  out([view.sentence, textTable(['Area', 'Count', 'Residents', 'Per 1,000'], rows), ...drawn].join('\n'));
  return EXIT.done;
}

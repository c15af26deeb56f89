import type { Input } from '../../preload/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { confidenceOf, numberGiven, pInWords } from './calculator-commands.ts';
import { drawTo } from './draw-to.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { number, percent, textTable } from './text-table.ts';

type GroupChoice = Pick<Input<'group.show'>, 'group' | 'own' | 'kind' | 'limits' | 'k' | 'average' | 'confidence'>;
const LIMITS = ['spread', 'counting', 'overdispersed-additive', 'overdispersed-multiplicative'] as const;

function measureOf(line: CommandLine): string {
  const measure = line.words[0] ?? line.value('measure');
  if (measure === null) throw new UsageError(`«${line.command}» needs a measure’s id`);
  return measure;
}

function confidenceAsked(line: CommandLine): 95 | 99.8 {
  const confidence = confidenceOf(line);
  if (confidence !== 95 && confidence !== 99.8) throw new UsageError('--confidence is 95 or 99.8');
  return confidence;
}

/** `--group --kind --own --limits --k --confidence --average`, as far as given. */
function groupChoice(line: CommandLine): GroupChoice {
  const limits = line.value('limits');
  const kind = line.value('kind');
  const average = line.value('average');
  const k = numberGiven(line, 'k');
  const known = LIMITS.find((one) => one === limits);
  if (limits !== null && known === undefined) throw new UsageError(`--limits is one of ${LIMITS.join(', ')}`);
  if (kind !== null && kind !== 'partnership' && kind !== 'force')
    throw new UsageError('--kind is partnership or force');
  if (average !== null && average !== 'unweighted' && average !== 'pooled')
    throw new UsageError('--average is unweighted or pooled');
  const group = line.value('group');
  const own = line.value('own');
  return {
    group: group ?? undefined,
    own: own ?? undefined,
    kind: kind ?? undefined,
    limits: known,
    k: k ?? undefined,
    average: average ?? undefined,
    confidence: confidenceAsked(line),
  };
}

/** `change MEASURE --from --to [--against last-year|period-before] [--confidence 95|99.8]`: is the change real? */
export async function changeCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const against = line.value('against') ?? 'last-year';
  if (against !== 'last-year' && against !== 'period-before')
    throw new UsageError('--against is last-year or period-before');
  const found = await ask(engine, 'change.show', {
    measure: measureOf(line),
    from: line.needed('from'),
    to: line.needed('to'),
    against,
    confidence: confidenceAsked(line),
  });
  if (line.json) out(JSON.stringify(found, null, 2));
  else {
    const sure = found.p === null ? '' : ` (p = ${pInWords(found.p)})`;
    const ratio =
      found.ratio === null || found.ratioLower === null
        ? []
        : [`Rate ratio ${number(found.ratio, 3)} (${number(found.ratioLower, 3)} to ${number(found.ratioUpper, 3)})`];
    const points =
      found.difference === null || found.differenceLower === null
        ? []
        : [
            `Difference ${number(found.difference, 1)} percentage points (${number(found.differenceLower, 1)} to ` +
              `${number(found.differenceUpper, 1)})`,
          ];
    out(
      [
        `${found.name}, ${found.before.words} and ${found.after.words}`,
        `${found.says}${sure}`,
        ...ratio,
        ...points,
        ...(found.chartSays === null ? [] : [found.chartSays]),
        ...found.notes,
      ].join('\n'),
    );
  }
  return EXIT.done;
}

/** `spc MEASURE [--rules NAME] [--chart FILE]`: the measure's process chart. */
export async function spcCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const measure = measureOf(line);
  const rules = line.value('rules');
  // The engine checks the name of the rule set and says which there are.
  const asked = { measure, ...(rules === null ? {} : { rules }) } as Input<'spc.show'>;
  const chart = await ask(engine, 'spc.show', asked);
  const drawn = await drawTo(line, engine, { view: 'spc', ...asked });
  if (line.json) {
    out(JSON.stringify(chart, null, 2));
    return EXIT.done;
  }
  const places = Math.max(1, chart.decimals);
  const rows = chart.points.map((point) => [
    point.period,
    number(point.value, chart.decimals),
    ...(chart.kind === 'count'
      ? []
      : [point.part === null ? '' : `${number(point.part, 0)} of ${number(point.whole, 0)}`]),
    number(point.mean, places),
    number(point.lower, places),
    number(point.upper, places),
    point.leftOut ? 'left out' : point.causes.join(', ') || '·',
  ]);
  const made = chart.kind === 'count' ? [] : ['Counted'];
  const table = textTable(['Period', 'Value', ...made, 'Mean', 'Lower', 'Upper', 'Special'], rows);
  out([chart.sentence, table, ...chart.notes, ...drawn].join('\n'));
  return EXIT.done;
}

/** `funnel MEASURE --from --to [--group NAME] [--limits KIND] [--chart FILE]`: the areas with limits by name. */
export async function funnelCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const choice = groupChoice(line);
  const asked = {
    measure: measureOf(line),
    from: line.needed('from'),
    to: line.needed('to'),
    ...choice,
    limits: choice.limits ?? 'overdispersed-additive',
  } as const;
  const view = await ask(engine, 'group.show', asked);
  const drawn = await drawTo(line, engine, { view: 'funnel', ...asked });
  if (line.json) {
    out(JSON.stringify(view, null, 2));
    return EXIT.done;
  }
  const rows = view.areas.map((area) => [
    `${area.own ? '▶ ' : '  '}${area.name}`,
    number(area.count, 0),
    number(area.population, 0),
    number(area.ratePerThousand, 2),
    number(area.bandLower, 2),
    number(area.bandUpper, 2),
    verdictOf(area.verdict),
  ]);
  const heads = ['Area', 'Count', 'Residents', 'Per 1,000', 'Lower', 'Upper', 'Verdict'];
  out([view.sentence, textTable(heads, rows), view.limits?.words ?? '', ...view.notes, ...drawn].join('\n'));
  return EXIT.done;
}

/**
 * `over-time MEASURE [--months 12 --every 3] [--shows rate|rank] [--group NAME] [--chart FILE]`: rate and rank of the own
 * area period by period, with what later releases changed.
 */
export async function overTimeCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const whole = (name: 'months' | 'every'): number | undefined => numberGiven(line, name) ?? undefined;
  const shows = line.value('shows') ?? 'rate';
  if (shows !== 'rate' && shows !== 'rank') throw new UsageError('--shows is rate or rank');
  const asked = {
    measure: measureOf(line),
    months: whole('months'),
    every: whole('every'),
    ...groupChoice(line),
  };
  const series = await ask(engine, 'group.over-time', asked);
  const drawn = await drawTo(line, engine, { view: 'over-time', shows, ...asked });
  if (line.json) {
    out(JSON.stringify(series, null, 2));
    return EXIT.done;
  }
  const rows = series.moments.map((moment) => [
    moment.words,
    number(moment.count, 0),
    moment.revisedFrom === null ? '' : number(moment.revisedFrom, 0),
    number(moment.ratePerThousand, 2),
    number(moment.average, 2),
    moment.rank === null ? '' : `${String(moment.rank)} of ${String(moment.of)}`,
    verdictOf(moment.verdict),
  ]);
  const heads = ['Period', 'Count', 'Before revision', 'Per 1,000', 'Average', 'Rank', 'Verdict'];
  const title = `${series.measureName}: ${series.area ?? 'no own area'} over time`;
  out([title, textTable(heads, rows), ...series.warnings, ...series.notes, ...drawn].join('\n'));
  return EXIT.done;
}

const verdictOf = (verdict: 'inline' | 'above' | 'below' | null): string =>
  verdict === 'inline' ? 'in line' : (verdict ?? '');

const DIRECTIONS = { up: '▲ up', down: '▼ down', unclear: '· may be chance', level: '= level' } as const;

/** `msg-table --from --to [--group NAME] [--limits KIND] [--k 1] [--average unweighted|pooled]`: all offences at once. */
export async function msgTableCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const table = await ask(engine, 'group.offences', {
    from: line.needed('from'),
    to: line.needed('to'),
    ...groupChoice(line),
  });
  if (line.json) {
    out(JSON.stringify(table, null, 2));
    return EXIT.done;
  }
  const rows = table.rows.map((row) => [
    row.name,
    number(row.count, 0),
    number(row.ratePerThousand, 2),
    number(row.average, 2),
    row.rank === null ? '' : `${String(row.rank)} of ${String(row.of)}`,
    percent(row.distancePercent),
    verdictOf(row.verdict),
    row.direction === null ? '' : DIRECTIONS[row.direction],
  ]);
  const heads = ['Offence group', 'Count', 'Per 1,000', 'Average', 'Rank', 'Distance', 'Verdict', 'Direction'];
  const title = `${table.area ?? 'No own area'}, ${table.periodInWords}`;
  out([title, textTable(heads, rows), table.limitsWords ?? '', ...table.notes].join('\n'));
  return EXIT.done;
}

/** `season MEASURE [--chart FILE]`: seasonal index and same-month comparison, or that it cannot be told. */
export async function seasonCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const measure = measureOf(line);
  const season = await ask(engine, 'season.show', { measure });
  const drawn = await drawTo(line, engine, { view: 'season', measure });
  if (line.json) {
    out(JSON.stringify(season, null, 2));
    return EXIT.done;
  }
  const rows = season.months.map((month) => [
    month.words,
    number(month.value, 0),
    number(month.lastYear, 0),
    percent(month.changePercent),
    number(month.withoutSeason, 0),
    month.changeSays ?? '',
  ]);
  const heads = ['Month', 'Value', 'Last year', 'Change', 'Without season', 'Says'];
  out([season.says, textTable(heads, rows), ...season.notes, ...drawn].join('\n'));
  return EXIT.done;
}

/** `year-end MEASURE --year 2015/16`: where the year would end, by both ways, with a range. */
export async function yearEndCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const found = await ask(engine, 'year-end.show', {
    measure: measureOf(line),
    year: line.needed('year'),
    confidence: confidenceAsked(line),
  });
  out(line.json ? JSON.stringify(found, null, 2) : [found.sentence, ...found.notes].join('\n'));
  return EXIT.done;
}

/** `groups [--example]`: the groups held; with `--example` the bundled one is added first. */
export async function groupsCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  if (line.words[0] === 'example') await ask(engine, 'group.add-example', {});
  const groups = await ask(engine, 'group.list', {});
  if (line.json) {
    out(JSON.stringify({ groups }, null, 2));
    return EXIT.done;
  }
  const rows = groups.map((group) => [
    group.name,
    String(group.members.length),
    group.validFrom,
    group.validTo ?? '',
    group.source,
  ]);
  out(rows.length === 0 ? 'No group is held yet.' : textTable(['Group', 'Areas', 'From', 'To', 'Source'], rows));
  return EXIT.done;
}

import { z } from 'zod';
import { AreaName, ComparedId, groupChoice, GroupSort } from './contract-group.ts';
import { BoundaryShape, GapExploreShape, MapOf, MapViewShape } from './contract-maps.ts';
import { change, MeasureId, MonthText, Nothing, question, Token, YearText } from './contract-parts.ts';
import {
  AreaGroupShape,
  ChangeViewShape,
  ChartSettingShape,
  ExceptionalShape,
  GroupKind,
  GroupOverTimeShape,
  GroupViewShape,
  LeftOutOf,
  OffenceTableShape,
  RuleSetName,
  SeasonShape,
  SpcViewShape,
  YearEndShape,
} from './contract-views.ts';

/* Comparison, change, process charts, season, the gap explored and maps. */

const Confidence = z.union([z.literal(95), z.literal(99.8)]);
const Span = z.strictObject({ from: MonthText, to: MonthText });
const gapChoice = {
  year: YearText,
  method: z.enum(['named', 'worst-in-baseline', 'worst-in-period']).optional(),
  worst: z.number().int().min(1).max(200).optional(),
  baselineYear: YearText.optional(),
  priority: z.enum(['pooled', 'mean-of-rates']).optional(),
  city: z.enum(['with-priority', 'without-priority']).optional(),
  names: z.array(AreaName).max(200).optional(),
};
const against = z.union([z.enum(['last-year', 'period-before']), Span]);

const Reason = z.string().trim().min(1).max(500);
const chartSetting = {
  rules: RuleSetName,
  baseline: z.strictObject({ months: z.number().int().min(2).max(600), reason: Reason }).nullable(),
  steps: z.array(z.strictObject({ month: MonthText, reason: Reason })).max(50),
  smallestBase: z.number().int().min(0).max(1000),
};
const mapAsked = {
  boundaryId: z.number().int(),
  measure: MeasureId,
  from: MonthText,
  to: MonthText,
  of: MapOf,
};

/** Pictures of these views, as `chart.draw` is asked for them. */
export const comparisonCharts = [
  z.strictObject({ view: z.literal('group'), measure: ComparedId, from: MonthText, to: MonthText, ...groupChoice }),
  z.strictObject({ view: z.literal('funnel'), measure: ComparedId, from: MonthText, to: MonthText, ...groupChoice }),
  z.strictObject({
    view: z.literal('over-time'),
    shows: z.enum(['rate', 'rank']),
    measure: ComparedId,
    months: z.number().int().min(1).max(60).optional(),
    every: z.number().int().min(1).max(60).optional(),
    ...groupChoice,
  }),
  z.strictObject({ view: z.literal('spc'), measure: MeasureId, rules: RuleSetName.optional() }),
  z.strictObject({ view: z.literal('season'), measure: MeasureId }),
  z.strictObject({ view: z.literal('gap-explored'), shows: z.enum(['over-time', 'parts']), ...gapChoice }),
  z.strictObject({ view: z.literal('neighbourhoods'), year: YearText }),
  z.strictObject({ view: z.literal('map'), ...mapAsked }),
] as const;

export const comparisonContract = {
  // ── groups of areas
  'group.list': question('window', 'engine', Nothing, z.array(AreaGroupShape)),
  'group.save': change(
    'window',
    'engine',
    z.strictObject({
      groupId: z.number().int().nullable(),
      name: AreaName,
      kind: GroupKind,
      ownArea: AreaName,
      validFrom: MonthText,
      validTo: MonthText.nullable(),
      source: z.string().trim().min(1).max(500),
      members: z.array(AreaName).min(2).max(500),
    }),
    AreaGroupShape,
  ),
  'group.remove': change('window', 'engine', z.strictObject({ groupId: z.number().int() }), Nothing),
  /** Adds the bundled example group of real areas; doing it again changes nothing. */
  'group.add-example': change('window', 'engine', Nothing, AreaGroupShape),
  /** What can be compared: measures with the spans held for at least three areas, and the areas' names. */
  'group.measures': question(
    'window',
    'engine',
    z.strictObject({ kind: GroupSort.optional() }),
    z.object({
      measures: z.array(
        z.object({
          measure: z.string(),
          name: z.string(),
          spans: z.array(z.object({ from: z.string(), to: z.string(), words: z.string(), areas: z.number() })),
        }),
      ),
      areas: z.array(z.string()),
    }),
  ),
  /** `besideWarning`: why this picture and the one of `beside` are not like for like. */
  'group.show': question(
    'window',
    'engine',
    z.strictObject({ measure: ComparedId, from: MonthText, to: MonthText, beside: Span.optional(), ...groupChoice }),
    GroupViewShape.extend({ besideWarning: z.string().nullable() }),
  ),
  'group.offences': question(
    'window',
    'engine',
    z.strictObject({ from: MonthText, to: MonthText, ...groupChoice }),
    OffenceTableShape,
  ),
  'group.over-time': question(
    'window',
    'engine',
    z.strictObject({
      measure: ComparedId,
      months: z.number().int().min(1).max(60).optional(),
      every: z.number().int().min(1).max(60).optional(),
      ...groupChoice,
    }),
    GroupOverTimeShape,
  ),
  /** Every area, measure and span held, as an Arrow IPC stream: area, measure, from, to, count, population, rate. */
  'group.figures': question(
    'window',
    'engine',
    z.strictObject({ kind: GroupSort.optional(), measure: ComparedId.optional() }),
    z.object({ bytes: z.instanceof(Uint8Array), rows: z.number() }),
  ),
  /** Records of a measure in some months, as an Arrow IPC stream, in order of the file; `from` counts rows from 0. */
  'record.table': question(
    'window',
    'engine',
    z.strictObject({
      measure: MeasureId,
      from: MonthText,
      to: MonthText,
      area: AreaName.optional(),
      after: z.number().int().min(0).optional(),
      rows: z.number().int().min(1).max(100_000),
    }),
    z.object({ bytes: z.instanceof(Uint8Array), rows: z.number(), of: z.number(), last: z.number().nullable() }),
  ),

  // ── is the change real?
  'change.show': question(
    'window',
    'engine',
    z.strictObject({
      measure: MeasureId,
      from: MonthText,
      to: MonthText,
      against: against.optional(),
      confidence: Confidence.optional(),
    }),
    ChangeViewShape,
  ),
  'spc.show': question(
    'window',
    'engine',
    z.strictObject({ measure: MeasureId, rules: RuleSetName.optional() }),
    SpcViewShape,
  ),
  'spc.setting': question('window', 'engine', z.strictObject({ measure: MeasureId }), ChartSettingShape),
  'spc.save': change('window', 'engine', z.strictObject({ measure: MeasureId, ...chartSetting }), ChartSettingShape),
  'exceptional.list': question('window', 'engine', Nothing, z.array(ExceptionalShape)),
  'exceptional.save': change(
    'window',
    'engine',
    z.strictObject({
      periodId: z.number().int().nullable(),
      from: MonthText,
      to: MonthText,
      reason: Reason,
      choices: z.array(z.strictObject({ measure: MeasureId, leftOutOf: z.array(LeftOutOf) })).max(500),
    }),
    ExceptionalShape,
  ),
  'exceptional.remove': change('window', 'engine', z.strictObject({ periodId: z.number().int() }), Nothing),
  'season.show': question('window', 'engine', z.strictObject({ measure: MeasureId }), SeasonShape),
  'year-end.show': question(
    'window',
    'engine',
    z.strictObject({ measure: MeasureId, year: YearText, confidence: Confidence.optional() }),
    YearEndShape,
  ),

  // ── the gap, further, and maps
  'gap.explore': question('window', 'engine', z.strictObject(gapChoice), GapExploreShape),
  'boundary.list': question('window', 'engine', Nothing, z.array(BoundaryShape)),
  'boundary.keep': change(
    'window',
    'engine',
    z.strictObject({ file: Token, name: AreaName }),
    BoundaryShape.extend({ outlines: z.number() }),
  ),
  'boundary.remove': change('window', 'engine', z.strictObject({ boundaryId: z.number().int() }), Nothing),
  /** What can be mapped: measures with records held, their months, and whether records are placed in neighbourhoods. */
  'map.measures': question(
    'window',
    'engine',
    Nothing,
    z.array(z.object({ measure: z.string(), name: z.string(), from: z.string(), to: z.string(), placed: z.boolean() })),
  ),
  'map.show': question('window', 'engine', z.strictObject(mapAsked), MapViewShape),
} as const;

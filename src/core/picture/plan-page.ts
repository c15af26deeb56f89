import type { Tier } from '../performance/measure-table.ts';
import { PLAN_BANDS, type Plan, type PlanRow, type PlanView, type RowLight } from '../plan/plan.ts';
import { LIGHT_LOOK, type Weight } from './look.ts';
import type { DrawnPage, PageShape, TextShape } from './page-shapes.ts';
import { BAND_COLOURS, LIGHT_COLOURS, lightMark } from './plan-look.ts';
import { textWidth, wrapText } from './text-width.ts';

/** A4 on its side, in pixels of 1/96 inch. */
const PAGE = { width: 1123, height: 794 };
const EDGE = 30;
const INNER = PAGE.width - 2 * EDGE;
const STRIP = 30;
const PAD = 9;
/** Widths of the table's columns after the strip; they fill the page. */
const COLUMNS = [
  { head: 'WE WILL', under: 'aim', width: 192 },
  { head: 'SO THAT', under: 'outputs', width: 182 },
  { head: 'AND ULTIMATELY', under: 'outcomes', width: 182 },
  { head: 'WITH SUCCESS MEASURED BY', under: 'indicators', width: 225 },
  { head: 'ACCOUNTABLE', under: 'person', width: 104 },
  { head: 'WHERE WE ARE', under: 'from the measures', width: 148 },
] as const;
/** Type sizes tried, the largest that fits is used; below the last nobody could read it on a wall. */
const SIZES = [14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8];

const { ink: INK, muted: MUTED, hairline: HAIRLINE, accent: ACCENT } = LIGHT_LOOK;
const PALE = '#F5F7F9';

const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  style: { weight?: Weight; fill?: string; anchor?: TextShape['anchor']; turned?: boolean } = {},
): TextShape => ({
  kind: 'text',
  x,
  y,
  text: words,
  size,
  weight: style.weight ?? 400,
  fill: style.fill ?? INK,
  anchor: style.anchor ?? 'start',
  turned: style.turned ?? false,
});

const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0): PageShape => ({
  kind: 'box',
  x,
  y,
  width,
  height,
  fill,
  radius,
});

interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: string;
}

const leading = (size: number): number => Math.round(size * 1.28 * 4) / 4;

/** Paragraphs set one under the other from `top`; answers the shapes and where the next line would begin. */
function set(
  paragraphs: readonly string[],
  at: { readonly x: number; readonly top: number; readonly width: number },
  { size, weight = 400, fill = INK }: Style,
  between = 0,
): { shapes: PageShape[]; bottom: number } {
  const shapes: PageShape[] = [];
  let top = at.top;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) top += between;
    for (const line of wrapText(paragraph, at.width, size, weight)) {
      shapes.push(text(line, at.x, top + size, size, { weight, fill }));
      top += leading(size);
    }
  }
  return { shapes, bottom: top };
}

/** Names with dots between, broken only after a name. */
function namesInLines(names: readonly string[], width: number, size: number): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    const longer = last === undefined ? name : `${last} · ${name}`;
    if (last !== undefined && textWidth(longer, size, 600) <= width) lines[lines.length - 1] = longer;
    else lines.push(name);
  }
  return lines;
}

/** The upper part: vision, who we are and how we work, what we are facing. */
function upper(plan: Plan, top: number, size: number): { shapes: PageShape[]; bottom: number } {
  const gap = 12;
  const widths = { vision: 300, who: 330, facing: INNER - 630 - 2 * gap };
  const [x1, x2] = [EDGE, EDGE + widths.vision + gap];
  const x3 = x2 + widths.who + gap;
  const head = (words: string, x: number, y: number, fill = ACCENT) =>
    text(words, x, y + 11, 11.5, { weight: 600, fill });
  const first = top + 10;
  const room = widths.who - 24;
  const who = set(
    namesInLines(plan.whoWeAre, room, size),
    { x: x2 + 12, top: first + 20, width: room },
    { size, weight: 600 },
  );
  const together = set([plan.whoWeAreTogether], { x: x2 + 12, top: who.bottom, width: room }, { size, fill: MUTED });
  const doingTop = together.bottom + 9;
  const doing = set(plan.doingTheWork, { x: x2 + 12, top: doingTop + 20, width: room }, { size }, 3);
  const words = set([plan.facingWords], { x: x3 + 12, top: first + 20, width: widths.facing - 24 }, { size });
  const column = (widths.facing - 24 - 2 * 12) / 3;
  const facing = PLAN_BANDS.map((band, at) => {
    const x = x3 + 12 + at * (column + 12);
    const { strong, words: name } = BAND_COLOURS[band];
    const under = words.bottom + 8;
    const items = plan.facing.filter((one) => one.band === band).map((one) => one.text);
    const listed = set(items, { x, top: under + 24, width: column }, { size }, 4);
    const rule = box(x, under + 17, column, 2, strong);
    return {
      shapes: [text(name, x, under + 12, 11, { weight: 600, fill: strong }), rule, ...listed.shapes],
      bottom: listed.bottom,
    };
  });
  const visionAt = { x: x1 + 12, top: first + 20, width: widths.vision - 24 };
  const visionIn = (type: number) => set([plan.vision], visionAt, { size: type, fill: '#FFFFFF' });
  const beside = Math.max(doing.bottom, ...facing.map((one) => one.bottom));
  const largest = [19, 18, 17, 16, 15, 14].find((one) => one > size && visionIn(one).bottom <= beside);
  const vision = visionIn(largest ?? size);
  const bottom = Math.max(vision.bottom, beside) + 8;
  const height = bottom - top;
  return {
    bottom,
    shapes: [
      box(x1, top, widths.vision, height, '#0B3C6F', 4),
      box(x2, top, widths.who, height, PALE, 4),
      box(x3, top, widths.facing, height, PALE, 4),
      head('OUR VISION', x1 + 12, first, '#FFFFFF'),
      ...vision.shapes,
      head('WHO WE ARE', x2 + 12, first),
      ...who.shapes,
      ...together.shapes,
      head('DOING THE WORK', x2 + 12, doingTop),
      ...doing.shapes,
      head('WHAT WE’RE FACING', x3 + 12, first),
      ...words.shapes,
      ...facing.flatMap((one) => one.shapes),
    ],
  };
}

const cellsOf = (row: PlanRow): string[] => [
  row.weWill,
  row.soThat,
  row.ultimately,
  row.measuredBy,
  row.accountable ?? 'not yet named',
];

/** One row of the table from `top`; `spare` is shared out above and below its words. */
function tableRow(row: PlanRow, light: RowLight, top: number, size: number, spare: number) {
  const shapes: PageShape[] = [];
  const start = top + PAD + spare / 2;
  let bottom = start;
  let x = EDGE + STRIP;
  for (const [at, words] of cellsOf(row).entries()) {
    const width = COLUMNS[at]?.width ?? 0;
    const weight = at === 0 ? 600 : 400;
    const unnamed = at === 4 && row.accountable === null;
    const placed = set(
      [words],
      { x: x + PAD, top: start, width: width - 2 * PAD },
      { size, weight, fill: unnamed ? MUTED : INK },
    );
    shapes.push(...placed.shapes);
    bottom = Math.max(bottom, placed.bottom);
    x += width;
  }
  const { ink, words } = LIGHT_COLOURS[light.tier];
  const radius = size * 0.42;
  shapes.push(lightMark(light.tier, x + PAD + radius + 1, start + size * 0.66, radius));
  const room = COLUMNS[5].width - 2 * PAD;
  const name = set(
    [words],
    { x: x + PAD + 2 * radius + 7, top: start, width: room - 2 * radius - 7 },
    { size, weight: 600, fill: ink },
  );
  const why = set(
    [light.why],
    { x: x + PAD, top: name.bottom + 1, width: room },
    { size: Math.max(7.5, size - 2), fill: MUTED },
  );
  shapes.push(...name.shapes, ...why.shapes);
  return { shapes, bottom: Math.max(bottom, why.bottom) + PAD + spare / 2, light: { x, top } };
}

/** Heads of the table. */
function heads(top: number): PageShape[] {
  const shapes: PageShape[] = [];
  let x = EDGE + STRIP;
  for (const { head, under, width } of COLUMNS) {
    shapes.push(text(head, x + PAD, top + 13, 11.5, { weight: 600, fill: ACCENT }));
    shapes.push(text(under, x + PAD, top + 26, 10.5, { fill: MUTED }));
    x += width;
  }
  return shapes;
}
const HEADS = 33;

interface Laid {
  readonly shapes: PageShape[];
  readonly bottom: number;
  readonly rows: number;
}

/** The table, band by band in the order of the page. */
function table({ plan, lights }: PlanView, top: number, size: number, spare: number): Laid {
  const shapes: PageShape[] = [...heads(top)];
  let y = top + HEADS;
  let count = 0;
  for (const band of PLAN_BANDS) {
    const own = plan.rows.flatMap((row, at) => (row.band === band ? [{ row, light: lights[at] }] : []));
    if (own.length === 0) continue;
    const bandTop = y;
    const { strong, words } = BAND_COLOURS[band];
    for (const [at, { row, light }] of own.entries()) {
      const laid = tableRow(row, light ?? { tier: 'not-yet-known', why: '' }, y, size, spare);
      const tint: Tier = light?.tier ?? 'not-yet-known';
      const pale = LIGHT_COLOURS[tint].paper;
      shapes.push(box(laid.light.x, y, COLUMNS[5].width, laid.bottom - y, pale));
      shapes.push(box(EDGE + STRIP, y, INNER - STRIP, at === 0 ? 1.5 : 1, at === 0 ? strong : HAIRLINE));
      shapes.push(...laid.shapes);
      y = laid.bottom;
      count += 1;
    }
    shapes.push(box(EDGE, bandTop, STRIP - 6, y - bandTop, strong, 2));
    const fitting = Math.min(11.5, (y - bandTop - 6) / textWidth(words, 1, 600));
    shapes.push(
      text(words, EDGE + 16, (bandTop + y) / 2, fitting, {
        weight: 600,
        fill: '#FFFFFF',
        anchor: 'middle',
        turned: true,
      }),
    );
    y += 5;
  }
  return { shapes, bottom: y - 5, rows: count };
}

const FOOT = 24;

/** The words at the foot: where the plan comes from, and what the marks mean. */
function foot(plan: Plan): PageShape[] {
  const y = PAGE.height - 16;
  const tiers = Object.keys(LIGHT_COLOURS) as Tier[];
  const shapes: PageShape[] = [];
  let x = PAGE.width - EDGE;
  for (const tier of tiers.reverse()) {
    const { words } = LIGHT_COLOURS[tier];
    x -= textWidth(words, 9.5);
    shapes.push(text(words, x, y, 9.5, { fill: MUTED }));
    x -= 8;
    shapes.push(lightMark(tier, x, y - 3.2, 3.6));
    x -= 14;
  }
  const note = wrapText(plan.note, x - EDGE - 8, 9.5);
  const from = y - (note.length - 1) * 11.5;
  shapes.push(...note.map((line, at) => text(line, EDGE, from + at * 11.5, 9.5, { fill: MUTED })));
  return shapes;
}

/** Title, year and what the page is for. */
function title(plan: Plan): { shapes: PageShape[]; bottom: number } {
  const { shapes, bottom } = set([plan.title], { x: EDGE, top: 20, width: INNER - 160 }, { size: 26, weight: 600 });
  return {
    bottom: bottom + 6,
    shapes: [...shapes, text(plan.year, PAGE.width - EDGE, 46, 20, { weight: 600, fill: MUTED, anchor: 'end' })],
  };
}

function laidOut(view: PlanView, size: number, spare: number) {
  const { plan } = view;
  const top = title(plan);
  const above = upper(plan, top.bottom, size);
  const lead = set([plan.wantToSee], { x: EDGE, top: above.bottom + 9, width: INNER }, { size: size + 0.5 });
  const rows = table(view, lead.bottom + 7, size, spare);
  const shapes = [...top.shapes, ...above.shapes, ...lead.shapes, ...rows.shapes];
  return { shapes, bottom: rows.bottom, rows: rows.rows };
}

/** Where the last row may end, in pixels. */
const LOWEST = PAGE.height - FOOT - 12;

/** The largest type in which a plan fits on its page, in pixels; null: it fits in none that can be read. */
export const planTypeSize = (view: PlanView): number | null =>
  SIZES.find((one) => laidOut(view, one, 0).bottom <= LOWEST) ?? null;

/**
 * A plan on one A4 landscape page: the largest type that fits, the room left over shared among the rows. Every light has
 * shape, word and reason, so the page reads in grey.
 */
export function planPage(view: PlanView): DrawnPage {
  const size = planTypeSize(view);
  const used = size ?? SIZES.at(-1) ?? 8;
  const tight = laidOut(view, used, 0);
  const spare = tight.rows === 0 ? 0 : Math.min(24, Math.max(0, LOWEST - tight.bottom) / tight.rows);
  const { shapes } = laidOut(view, used, spare);
  return {
    width: PAGE.width,
    height: PAGE.height,
    shapes: [box(0, 0, PAGE.width, PAGE.height, '#FFFFFF'), ...shapes, ...foot(view.plan)],
    fits: size !== null,
  };
}

import {
  AlignmentType,
  BorderStyle,
  Document,
  HeightRule,
  Packer,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  type TextRun,
} from 'docx';
import { BAND_COLOURS } from '../../../core/picture/plan-look.ts';
import { planTypeSize } from '../../../core/picture/plan-page.ts';
import { PLAN_BANDS, type Plan, type RowLight } from '../../../core/plan/plan.ts';
import { wrapText } from '../../../core/picture/text-width.ts';
import { fixFonts, readPackFonts } from '../pack/font-parts.ts';
import { A4, COLOUR, FONT, STATUS } from '../pack/pack-look.ts';
import { plainText } from '../pack/plain-text.ts';
import { settleZip } from '../pack/settle-zip.ts';
import { run } from '../pack/word-runs.ts';
import { wordStyles } from '../pack/word-styles.ts';
import type { PlanShown } from '../gather/plan.ts';
import { wordProperties } from '../report/made-by.ts';

const EDGE = 454;
const ROOM = A4.long - 2 * EDGE;
const BAND = 440;
/** Twentieths of a point: we will, so that, and ultimately, measured by, accountable, where we are. */
const SHARES = [2750, 2650, 2650, 3250, 1700];
const COLUMNS = [...SHARES, ROOM - BAND - SHARES.reduce((sum, one) => sum + one, 0)];
const TOP = [4300, 5000, ROOM - 9300];
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const BARE = { top: NONE, bottom: NONE, left: NONE, right: NONE };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: COLOUR.hairline } as const;
const DARK = '0B3C6F';
const PALE = 'F5F7F9';

type Runs = readonly TextRun[];
const paragraph = (children: Runs, after = 20, alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Paragraph({
    children: [...children],
    spacing: { before: 0, after, line: 228 },
    ...(alignment === undefined ? {} : { alignment }),
  });

const filled = (fill: string) => ({ shading: { type: ShadingType.CLEAR, fill, color: 'auto' } });

function cell(children: readonly Paragraph[], width: number, more: object = {}): TableCell {
  return new TableCell({
    children: [...children],
    width: { size: width, type: 'dxa' },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    borders: BARE,
    ...more,
  });
}

const head = (text: string, color: string, size: number) => paragraph([run(text, { bold: true, color, size })], 30);

/** The upper part: vision, who we are and how we work, what we are facing. */
function upper(plan: Plan, size: number): Table {
  const words = (text: string, look = {}) => paragraph([run(text, { size, ...look })]);
  const facing = PLAN_BANDS.flatMap((band) => {
    const items = plan.facing.filter((one) => one.band === band);
    if (items.length === 0) return [];
    const { strong, words: name } = BAND_COLOURS[band];
    return [
      paragraph([
        run(`${name}  `, { bold: true, color: strong.slice(1), size: size - 1 }),
        run(items.map(({ text }) => text).join(' · '), { size }),
      ]),
    ];
  });
  const [first = 0, second = 0, third = 0] = TOP;
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: TOP,
    width: { size: ROOM, type: 'dxa' },
    rows: [
      new TableRow({
        children: [
          cell(
            [head('OUR VISION', 'FFFFFF', size), paragraph([run(plan.vision, { size: size + 3, color: 'FFFFFF' })])],
            first,
            filled(DARK),
          ),
          cell(
            [
              head('WHO WE ARE', COLOUR.accent, size),
              words(plan.whoWeAre.join(' · '), { bold: true }),
              words(plan.whoWeAreTogether, { color: COLOUR.muted }),
              head('DOING THE WORK', COLOUR.accent, size),
              ...plan.doingTheWork.map((text) => words(text)),
            ],
            second,
            filled(PALE),
          ),
          cell(
            [head('WHAT WE’RE FACING', COLOUR.accent, size), words(plan.facingWords), ...facing],
            third,
            filled(PALE),
          ),
        ],
      }),
    ],
  });
}

const HEADS = [
  ['WE WILL', 'aim'],
  ['SO THAT', 'outputs'],
  ['AND ULTIMATELY', 'outcomes'],
  ['WITH SUCCESS MEASURED BY', 'indicators'],
  ['ACCOUNTABLE', 'person'],
  ['WHERE WE ARE', 'from the measures'],
] as const;

function lightCell({ tier, why }: RowLight, size: number, width: number, more: object): TableCell {
  const { shape, short, ink, paper } = STATUS[tier];
  return cell(
    [
      paragraph([run(`${shape}\u00A0${short}`, { bold: true, size, color: ink })]),
      paragraph([run(why, { size: Math.max(11, size - 3), color: COLOUR.muted })]),
    ],
    width,
    { ...more, ...filled(paper) },
  );
}

function rowsTable({ plan, lights }: PlanShown, size: number, least: number): Table {
  const rows = PLAN_BANDS.flatMap((band) => {
    const own = plan.rows.flatMap((row, at) => (row.band === band ? [{ row, light: lights[at] }] : []));
    const { strong, words } = BAND_COLOURS[band];
    return own.map(({ row, light }, at) => {
      const borders = { ...BARE, top: RULE };
      const said = [row.weWill, row.soThat, row.ultimately, row.measuredBy, row.accountable ?? 'not yet named'];
      const strip = cell(
        [paragraph([run(words, { bold: true, color: 'FFFFFF', size: size - 2 })], 0, AlignmentType.CENTER)],
        BAND,
        {
          ...filled(strong.slice(1)),
          rowSpan: own.length,
          textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT,
          verticalAlign: VerticalAlignTable.CENTER,
          margins: { top: 0, bottom: 0, left: 20, right: 20 },
        },
      );
      return new TableRow({
        cantSplit: true,
        height: { value: least, rule: HeightRule.ATLEAST },
        children: [
          ...(at === 0 ? [strip] : []),
          ...said.map((text, column) =>
            cell([paragraph([run(text, { size, bold: column === 0 })])], COLUMNS[column] ?? 0, { borders }),
          ),
          lightCell(light ?? { tier: 'not-yet-known', why: '' }, size, COLUMNS[5] ?? 0, { borders }),
        ],
      });
    });
  });
  const heads = new TableRow({
    tableHeader: true,
    height: { value: 300, rule: HeightRule.ATLEAST },
    children: [
      cell([paragraph([])], BAND, { margins: { top: 0, bottom: 0, left: 0, right: 0 } }),
      ...HEADS.map(([name, under], at) =>
        cell(
          [
            paragraph([run(name, { bold: true, color: COLOUR.accent, size: size - 1 })]),
            paragraph([run(under, { color: COLOUR.muted, size: size - 3 })]),
          ],
          COLUMNS[at] ?? 0,
        ),
      ),
    ],
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [BAND, ...COLUMNS],
    width: { size: ROOM, type: 'dxa' },
    rows: [heads, ...rows],
  });
}

/** Twentieths of a point a text takes in a column of so many, set in so many half points. */
const heightOf = (text: string, width: number, size: number): number =>
  wrapText(text, (width - 200) / 15, (size / 2) * (96 / 72)).length * size * 10 * 1.28;

/** What every row may be high so that the page is filled: less than that would leave its foot empty. */
function leastHeight(plan: Plan, size: number): number {
  const [first = 0, second = 0] = TOP;
  const who = [plan.whoWeAre.join(' · '), plan.whoWeAreTogether, ...plan.doingTheWork];
  const beside = who.reduce((sum, text) => sum + heightOf(text, second, size) + 20, 3 * size * 13);
  const above = Math.max(beside, heightOf(plan.vision, first, size + 3) + 2 * size * 13);
  const room = A4.short - 700 - above - 1900;
  const needed = plan.rows.map((row) =>
    Math.max(
      ...[row.weWill, row.soThat, row.ultimately, row.measuredBy].map((text, at) =>
        heightOf(text, COLUMNS[at] ?? 0, size),
      ),
    ),
  );
  const even = Math.floor(room / Math.max(1, plan.rows.length));
  // Rows that need more than an even share leave less to the others.
  const over = needed.reduce((sum, height) => sum + Math.max(0, height + 120 - even), 0);
  return Math.max(0, Math.min(1500, Math.floor((room - over) / Math.max(1, plan.rows.length))));
}

/** The plan as one A4 landscape page of Word: real tables, every word of it open to change. */
export async function planWord(view: PlanShown): Promise<Uint8Array> {
  const { plan } = view;
  // Half points of Word; its tables need a little more room than the drawn page.
  const size = Math.max(12, Math.floor((planTypeSize(view) ?? 8) * 0.75 * 2) - 1);
  const fonts = await readPackFonts();
  const document = new Document({
    styles: wordStyles(),
    fonts: [{ name: FONT, data: fonts.regular, bold: fonts.bold }],
    sections: [
      {
        properties: {
          page: {
            size: { width: A4.short, height: A4.long, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 400, bottom: 300, left: EDGE, right: EDGE, header: 200, footer: 200 },
          },
        },
        children: [
          paragraph(
            [
              run(plan.title, { bold: true, size: 36 }),
              run(`   ${plan.year}`, { bold: true, size: 28, color: COLOUR.muted }),
            ],
            60,
          ),
          upper(plan, size),
          new Paragraph({ children: [run(plan.wantToSee, { size: size + 1 })], spacing: { before: 120, after: 80 } }),
          rowsTable(view, size, leastHeight(plan, size)),
          new Paragraph({
            children: [run(plan.note, { size: 13, color: COLOUR.muted })],
            spacing: { before: 100, after: 0 },
          }),
        ],
      },
    ],
  });
  const title = plainText(`${plan.title}, ${plan.year}`);
  const properties = wordProperties({ title, made: new Date(view.savedAt) });
  const written = await Packer.toBuffer(document, false, [properties, fixFonts(document)]);
  return settleZip(new Uint8Array(written), 'word/document.xml', (xml) => xml);
}

import {
  BorderStyle,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  SequentialIdentifier,
  TableOfContents,
  type Table,
} from 'docx';
import type { Block, WordsStyle } from './blocks.ts';
import { COLOUR, STATUS, STYLE } from './pack-look.ts';
import { plainText } from './plain-text.ts';
import { run, statusRun } from './word-runs.ts';
import { wordTable } from './word-table.ts';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

const STYLES: Record<WordsStyle, string | null> = {
  plain: null,
  lead: STYLE.lead,
  note: STYLE.note,
  contents: STYLE.contents,
};

/** Twentieths of a point in a pixel at 96 to the inch. */
const TWENTIETHS_IN_PIXEL = 15;

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

function captionOf({ what, title }: Of<'caption'>): Paragraph {
  return new Paragraph({
    style: STYLE.caption,
    keepNext: true,
    children: [run(`${what} `), new SequentialIdentifier(what), run(`\u2003${title}`)],
  });
}

function statusOf({ tier, says, target, onto }: Of<'status'>): Paragraph {
  const [status = says, ...rule] = says.split(' (');
  const rest = rule.length === 0 ? '' : ` (${rule.join(' (')}`;
  return new Paragraph({
    style: STYLE.status,
    children: [
      statusRun(tier, status),
      run(rest, { color: COLOUR.muted }),
      ...(target === null
        ? []
        : onto === 'one line'
          ? [run(`  ·  ${target}`, { color: COLOUR.muted })]
          : [run(target, { color: COLOUR.muted, break: 1 })]),
    ],
  });
}

function coverOf({ line, text }: Of<'cover'>): Paragraph {
  switch (line) {
    case 'partnership':
      return new Paragraph({
        style: STYLE.coverLine,
        spacing: { before: 300, after: 0 },
        children: [run(text, { size: 28, color: COLOUR.accent, bold: true })],
      });
    case 'title':
      return new Paragraph({ heading: HeadingLevel.TITLE, style: STYLE.coverTitle, children: [run(text)] });
    case 'meeting':
      return new Paragraph({ style: STYLE.coverLine, children: [run(text)] });
    case 'as-at':
      return new Paragraph({
        style: STYLE.coverLine,
        spacing: { after: 0 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 14, color: COLOUR.accent } },
        children: [run(text)],
      });
  }
}

/** How many measures stand where, each as shape, words and number. */
function tallyOf({ counts }: Of<'tally'>): Paragraph {
  return new Paragraph({
    spacing: { before: 200, after: 60, line: 300, lineRule: LineRuleType.AUTO },
    children: counts.flatMap(({ tier, count }, index) => [
      ...(index === 0 ? [] : [run('   ')]),
      statusRun(tier, `${STATUS[tier].short} ${String(count)}`),
    ]),
  });
}

/** A chart in the line of text, no larger than the room, with its sentence for those who cannot see it. */
function pictureOf({ picture, room, height, says, id }: Of<'picture'>): Paragraph {
  const scale = Math.min(1, room / TWENTIETHS_IN_PIXEL / picture.width, height / picture.height);
  return new Paragraph({
    spacing: { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: Buffer.from(picture.png),
        transformation: { width: Math.floor(picture.width * scale), height: Math.floor(picture.height * scale) },
        altText: { id: String(id), name: `Chart ${String(id)}`, title: '', description: plainText(says) },
      }),
    ],
  });
}

const isNote = (block: Block | null): boolean => block?.kind === 'words' && block.style === 'note';

/** One piece of a pack as Word has it: real headings, counted captions, real tables; what belongs to `next` stays with it. */
export function wordBlock(block: Block, next: Block | null): Paragraph | Table | TableOfContents {
  switch (block.kind) {
    case 'heading':
      return new Paragraph({
        heading: HEADINGS[block.level],
        children: [run(block.text)],
        ...(block.startsPage ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
      });
    case 'words': {
      const style = STYLES[block.style];
      // A note belongs to what stands over it, a lead to the table or chart under it.
      const keepNext = block.style === 'note' ? isNote(next) : next?.kind === 'caption';
      return new Paragraph({ children: [run(block.text)], keepNext, ...(style === null ? {} : { style }) });
    }
    case 'caption':
      return captionOf(block);
    case 'status':
      return statusOf(block);
    case 'action':
      return new Paragraph({
        bullet: { level: 0 },
        children: [run('Action: ', { bold: true }), run(block.says)],
      });
    case 'cover':
      return coverOf(block);
    case 'tally':
      return tallyOf(block);
    case 'table-of-contents':
      return new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2', beginDirty: false });
    case 'table':
      return wordTable(block.draft, isNote(next));
    case 'picture':
      return pictureOf(block);
  }
}

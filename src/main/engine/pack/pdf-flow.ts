import type { Block } from './blocks.ts';
import { opaquePng } from './opaque-png.ts';
import { COLOUR, STATUS, type Orientation } from './pack-look.ts';
import { areContentsClose } from './pack-parts.ts';
import { BOLD, ink, pdfText, points, REGULAR, roomOf, sizeOf, type Pdf, type Room } from './pdf-page.ts';
import { drawStatus, statusWidth } from './pdf-status.ts';
import { drawTable, tableRoom } from './pdf-table.ts';

/** Points in a pixel at 96 to the inch. */
const POINT = 0.75;
/** A line of the contents and its letters, in points: as they are, and set closer. */
const ENTRY = { usual: { step: 14.5, size: 10 }, close: { step: 12.6, size: 9 } };
/** The least a chart is shrunk to, so that it stays on its table's page. */
const SHRUNK = 0.7;
/** Pixels; lower charts on upright pages share them with a table. */
const TALL = 460;
const BESIDE_A_TABLE = 0.8;
/** Points a heading, a caption or a status takes with the air around it. */
const ALONE = { heading: 34, caption: 24, status: 24 } as const;
/** Points; longer words over a table need not stay with it. */
const SHORT = 90;
/** What a lead may speak of. */
const LED: readonly Block['kind'][] = ['caption', 'table', 'picture', 'words'];
/** A table that fits a page of its own is not torn while less than so much of this one is left. */
const MUCH = 0.45;

const HEADING = {
  1: { size: 17, above: 0, below: 9 },
  2: { size: 12.5, above: 14, below: 4 },
  3: { size: 11, above: 10, below: 3 },
} as const;

const WORDS = {
  plain: { size: 10.5, colour: COLOUR.ink, bold: false, below: 6 },
  lead: { size: 11.5, colour: COLOUR.ink, bold: false, below: 8 },
  note: { size: 9, colour: COLOUR.muted, bold: false, below: 4 },
  contents: { size: 12.5, colour: COLOUR.ink, bold: true, below: 6 },
} as const;

const COVER = {
  partnership: { size: 14, colour: COLOUR.accent, bold: true, above: 20, below: 2 },
  title: { size: 32, colour: COLOUR.ink, bold: true, above: 0, below: 6 },
  meeting: { size: 12, colour: COLOUR.ink, bold: false, above: 0, below: 2 },
  'as-at': { size: 12, colour: COLOUR.ink, bold: false, above: 0, below: 16 },
} as const;

/** Roles of a tagged PDF (ISO 32000-1, 14.8.4). */
const ROLE: Record<Block['kind'], string> = {
  heading: 'H',
  words: 'P',
  caption: 'Caption',
  status: 'P',
  action: 'LI',
  cover: 'P',
  tally: 'P',
  'table-of-contents': 'TOC',
  table: 'Table',
  picture: 'Figure',
};

interface Entry {
  readonly text: string;
  readonly level: 1 | 2;
  readonly page: number;
}

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** Sets the pieces of a pack down page after page, and remembers where its headings came to stand. */
export class PdfFlow {
  /** How each page lies, in order. */
  readonly orientations: Orientation[] = [];
  private readonly pdf: Pdf;
  private readonly root;
  private readonly entriesToCome: number;
  private readonly entry: (typeof ENTRY)['usual'];
  private readonly entries: Entry[] = [];
  private contents: { page: number; y: number }[] = [];
  private readonly counted = { Table: 0, Figure: 0 };
  private outline: { addItem: (title: string) => unknown } | null = null;
  private room: Room = roomOf('portrait');
  private orientation: Orientation = 'portrait';
  private y = 0;
  private fresh = true;
  private inside = false;

  constructor(pdf: Pdf, entriesToCome: number) {
    this.pdf = pdf;
    this.entriesToCome = entriesToCome;
    this.entry = areContentsClose(entriesToCome) ? ENTRY.close : ENTRY.usual;
    this.root = pdf.struct('Document');
    pdf.addStructure(this.root);
  }

  startPage(orientation: Orientation = this.orientation): void {
    this.orientation = orientation;
    this.room = roomOf(orientation);
    const page = { size: sizeOf(orientation), margin: 0 };
    // Inside a piece its tag is closed on the one page and opened again on the next.
    if (this.inside) this.pdf.continueOnNewPage(page);
    else this.pdf.addPage(page);
    this.orientations.push(orientation);
    this.y = this.room.top;
    this.fresh = true;
  }

  /** Sets one piece; `rest` is what follows, so that nothing that belongs to it is left on another page. */
  put(block: Block, rest: readonly Block[]): void {
    if (block.kind === 'heading' && block.startsPage && !this.fresh) this.startPage();
    this.keepWithNext(block, rest);
    const role = block.kind === 'heading' ? `H${String(block.level)}` : ROLE[block.kind];
    const alt = block.kind === 'picture' ? { alt: pdfText(block.says) } : {};
    const piece = this.pdf.struct(role, alt, () => {
      this.inside = true;
      this.draw(block, rest);
      this.inside = false;
    });
    this.root.add(piece);
    piece.end();
    this.fresh = false;
  }

  end(): void {
    this.root.end();
  }

  private keepWithNext(block: Block, rest: readonly Block[]): void {
    if (this.fresh || (block.kind !== 'heading' && block.kind !== 'caption' && block.kind !== 'status')) return;
    const wanted = ALONE[block.kind] + this.roomToBegin(rest, this.y + ALONE[block.kind]);
    if (this.y + Math.min(wanted, this.room.bottom - this.room.top) > this.room.bottom) this.startPage();
  }

  /** Room the next pieces need to begin at all, from `y` on: headings, leads and captions with what they stand over. */
  private roomToBegin(blocks: readonly Block[], y: number): number {
    const [block, ...rest] = blocks;
    if (block === undefined) return 0;
    switch (block.kind) {
      case 'heading':
      case 'caption':
      case 'status':
        return ALONE[block.kind] + this.roomToBegin(rest, y + ALONE[block.kind]);
      case 'words': {
        const height = this.wordsHeight(block);
        // A short lead stays with the table or chart it speaks of.
        const leads = height < SHORT && LED.some((kind) => kind === rest[0]?.kind);
        // A paragraph is never parted: its heading needs room for all of it.
        return leads ? height + this.roomToBegin(rest, y + height) : height;
      }
      case 'picture':
        return this.pictureSize(block).height * SHRUNK + 8 + this.noteUnder(rest);
      case 'table': {
        const { begins, whole } = tableRoom(this.pdf, block.draft);
        const all = whole + this.noteUnder(rest);
        const page = this.room.bottom - this.room.top;
        const moves = block.draft.together === true || this.room.bottom - y < page * MUCH;
        return moves && all <= page ? all : begins;
      }
      default:
        return 30;
    }
  }

  private wordsHeight({ text, style }: Of<'words'>): number {
    const { size, bold, below } = WORDS[style];
    this.pdf.font(bold ? BOLD : REGULAR).fontSize(size);
    const width = this.room.right - this.room.left;
    return this.pdf.heightOfString(pdfText(text), { width, lineGap: size * 0.12 }) + below;
  }

  private draw(block: Block, rest: readonly Block[]): void {
    switch (block.kind) {
      case 'heading':
        this.heading(block);
        return;
      case 'words': {
        const { size, colour, bold, below } = WORDS[block.style];
        this.text(block.text, { size, colour, bold, below, above: block.style === 'contents' ? 16 : 0 });
        return;
      }
      case 'caption':
        this.caption(block);
        return;
      case 'status':
        this.status(block);
        return;
      case 'action':
        this.text(`•  Action: ${block.says}`, { size: 10.5, colour: COLOUR.ink, bold: false, above: 0, below: 4 });
        return;
      case 'cover':
        this.cover(block);
        return;
      case 'tally':
        this.tally(block);
        return;
      case 'table-of-contents':
        this.reserveContents();
        return;
      case 'table':
        this.y =
          drawTable(this.pdf, block.draft, { room: this.room, from: this.y, noteUnder: this.noteUnder(rest) }, () => {
            this.startPage();
            return this.y;
          }) + 6;
        return;
      case 'picture':
        this.picture(block, rest);
    }
  }

  private text(
    text: string,
    look: { size: number; colour: string; bold: boolean; above: number; below: number },
  ): void {
    const { pdf, room } = this;
    const width = room.right - room.left;
    const options = { width, lineGap: look.size * 0.12 };
    const set = () =>
      pdf
        .font(look.bold ? BOLD : REGULAR)
        .fontSize(look.size)
        .fillColor(ink(look.colour));
    set();
    if (!this.fresh) this.y += look.above;
    const height = pdf.heightOfString(pdfText(text), options);
    if (this.y + height > room.bottom && height < room.bottom - room.top) this.startPage();
    set();
    pdf.text(pdfText(text), room.left, this.y, options);
    this.y += height + look.below;
  }

  private heading({ level, text }: Of<'heading'>): void {
    const { size, above, below } = HEADING[level];
    this.text(text, { size, colour: COLOUR.ink, bold: true, above, below });
    if (level === 3) return;
    this.entries.push({ text, level, page: this.orientations.length - 1 });
    const parent = level === 1 || this.outline === null ? this.pdf.outline : this.outline;
    const item = parent.addItem(pdfText(text)) as { addItem: (title: string) => unknown };
    if (level === 1) this.outline = item;
  }

  private caption({ what, title }: Of<'caption'>): void {
    this.counted[what] += 1;
    const number = String(this.counted[what]);
    this.text(`${what} ${number}   ${title}`, { size: 9.5, colour: COLOUR.ink, bold: true, above: 8, below: 3 });
  }

  private status({ tier, says, target, onto }: Of<'status'>): void {
    const { pdf, room } = this;
    const size = 10;
    const [status = says, ...rule] = says.split(' (');
    const rest = rule.length === 0 ? '' : ` (${rule.join(' (')}`;
    const end = drawStatus(pdf, tier, status, room.left, this.y, size);
    const quiet = onto === 'one line' && target !== null ? `${rest}  ·  ${target}` : rest;
    pdf.font(REGULAR).fontSize(size).fillColor(ink(COLOUR.muted));
    const options = { width: room.right - end - 4, lineGap: 1 };
    const height = quiet === '' ? 0 : pdf.heightOfString(pdfText(quiet), options);
    if (quiet !== '') pdf.text(pdfText(quiet), end + 4, this.y + 1, options);
    this.y += Math.max(size * 1.36, height) + 2;
    if (onto === 'two lines' && target !== null) {
      this.text(target, { size, colour: COLOUR.muted, bold: false, above: 0, below: 0 });
    }
    this.y += 5;
  }

  private cover({ line, text }: Of<'cover'>): void {
    const { size, colour, bold, above, below } = COVER[line];
    if (line === 'partnership') this.y += above;
    this.text(text, { size, colour, bold, above: 0, below });
    if (line !== 'as-at') return;
    this.pdf
      .moveTo(this.room.left, this.y - 4)
      .lineTo(this.room.right, this.y - 4)
      .lineWidth(1)
      .stroke(ink(COLOUR.accent));
    this.y += 6;
  }

  private tally({ counts }: Of<'tally'>): void {
    const size = 10.5;
    let x = this.room.left;
    for (const { tier, count } of counts) {
      const says = `${STATUS[tier].short} ${String(count)}`;
      if (x > this.room.left && x + statusWidth(this.pdf, says, size) > this.room.right) {
        x = this.room.left;
        this.y += size * 1.8;
      }
      x = drawStatus(this.pdf, tier, says, x, this.y, size) + 10;
    }
    this.y += size * 1.36 + 10;
  }

  private pictureSize({ picture, room, height }: Of<'picture'>): { width: number; height: number } {
    const most = Math.min(points(room), this.room.right - this.room.left);
    const small = this.orientation === 'portrait' && height < TALL ? BESIDE_A_TABLE : 1;
    const scale = small * Math.min(POINT, most / picture.width, (height * POINT) / picture.height);
    return { width: picture.width * scale, height: picture.height * scale };
  }

  /** Points that the notes under a chart or a table take: they belong on the same page. */
  private noteUnder(rest: readonly Block[]): number {
    const end = rest.findIndex((block) => block.kind !== 'words' || block.style !== 'note');
    const notes = rest.slice(0, end < 0 ? rest.length : end);
    return notes.length === 0
      ? 0
      : notes.reduce((sum, block) => sum + (block.kind === 'words' ? this.wordsHeight(block) : 0), 6);
  }

  private picture(block: Of<'picture'>, rest: readonly Block[]): void {
    let size = this.pictureSize(block);
    const left = this.room.bottom - this.y - this.noteUnder(rest);
    // A chart that almost fits is set a little smaller, beside the table it belongs to.
    if (size.height > left && left >= size.height * SHRUNK) {
      size = { width: (size.width * left) / size.height, height: left };
    } else if (size.height > left) this.startPage();
    this.pdf.image(opaquePng(block.picture.png), this.room.left, this.y, size);
    this.y += size.height + 6;
  }

  /** The contents come before the pages they name: their lines are kept free, and filled when the pages are known. */
  private reserveContents(): void {
    for (let entry = 0; entry < this.entriesToCome; entry += 1) {
      if (this.y + this.entry.step > this.room.bottom) this.startPage();
      this.contents.push({ page: this.orientations.length - 1, y: this.y });
      this.y += this.entry.step;
    }
  }

  /** Writes the contents, each line a link to its page. */
  fillContents(): void {
    const { pdf } = this;
    const { left, right } = roomOf('portrait');
    this.entries.forEach(({ text, level, page }, index) => {
      const place = this.contents[index];
      if (place === undefined) return;
      pdf.switchToPage(place.page);
      const start = left + (level === 2 ? 14 : 0);
      pdf.markContent('Artifact', { type: 'Layout' });
      pdf
        .font(level === 1 ? BOLD : REGULAR)
        .fontSize(this.entry.size)
        .fillColor(ink(COLOUR.ink));
      const options = { width: right - start - 18, height: 13, lineBreak: false, ellipsis: true };
      pdf.text(pdfText(text), start, place.y, options);
      pdf.text(String(page + 1), right - 16, place.y, { width: 16, align: 'right', lineBreak: false });
      pdf.endMarkedContent();
    });
  }
}

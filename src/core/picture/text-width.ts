import type { Weight } from './look.ts';

// Advance widths of Source Sans 3 (SIL Open Font Licence) in thousandths of an em, from space to ~.
const REGULAR =
  '200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 497 497 249 249 497 ' +
  '497 497 425 847 543 588 571 615 527 494 617 652 263 479 579 486 727 647 664 566 664 569 534 536 645 515 786 513 476 ' +
  '539 303 350 303 497 500 542 504 553 456 555 496 292 504 544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 ' +
  '719 446 467 425 303 241 303 497';
const SEMIBOLD =
  '200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 513 513 513 513 513 513 513 513 513 513 275 275 513 ' +
  '513 513 444 875 558 597 576 625 538 510 628 663 282 494 597 502 745 657 674 582 674 592 545 546 655 536 800 541 501 ' +
  '540 324 344 324 513 500 549 516 563 462 564 507 317 520 558 262 263 522 271 843 560 549 564 564 373 431 361 556 495 ' +
  '748 481 495 443 324 255 324 513';
const WIDTHS: Record<Weight, readonly number[]> = {
  400: REGULAR.split(' ').map(Number),
  600: SEMIBOLD.split(' ').map(Number),
};
/** A wide guess for signs outside the table, so that text never runs out of its box. */
const OTHER = 600;

/** Width of a line of text in pixels at a font size in pixels; kerning is left out. */
export function textWidth(text: string, fontSize: number, weight: Weight = 400): number {
  let thousandths = 0;
  for (const sign of text) thousandths += WIDTHS[weight][(sign.codePointAt(0) ?? 0) - 32] ?? OTHER;
  return (thousandths * fontSize) / 1000;
}

/** Text broken at spaces into lines no wider than `width` pixels; a single word that is wider keeps its line. */
export function wrapText(text: string, width: number, fontSize: number, weight: Weight = 400): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Text wrapped into as few lines as the width allows, of about the same length each: no word left alone at the end. */
export function wrapEvenly(text: string, width: number, fontSize: number, weight: Weight = 400): string[] {
  const widest = wrapText(text, width, fontSize, weight);
  if (widest.length < 2) return widest;
  let best = widest;
  for (let narrower = width - 8; narrower > width / 3; narrower -= 8) {
    const lines = wrapText(text, narrower, fontSize, weight);
    if (lines.length > widest.length || lines.some((line) => textWidth(line, fontSize, weight) > narrower)) break;
    best = lines;
  }
  return best;
}

/** Text cut to `width` pixels with an ellipsis when it is longer. */
export function fitText(text: string, width: number, fontSize: number, weight: Weight = 400): string {
  if (textWidth(text, fontSize, weight) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept.trimEnd()}…`, fontSize, weight) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

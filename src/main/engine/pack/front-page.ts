import { BorderStyle, HeadingLevel, LineRuleType, Paragraph, TableOfContents } from 'docx';
import type { Tier } from '../../../core/performance/measure-table.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { itemsOf } from './exceptions-section.ts';
import type { PackContent } from './pack-content.ts';
import { COLOUR, STATUS, STYLE } from './pack-look.ts';
import type { PackPart } from './pack-parts.ts';
import { run, statusRun, words } from './place-words.ts';

const ORDER: readonly Tier[] = [
  'significant-concern',
  'some-concerns',
  'generally-satisfied',
  'monitoring-only',
  'not-yet-known',
];

/** How many measures stand where, each as shape, words and number. */
function tally(content: PackContent): Paragraph {
  const tiers = itemsOf(content).map((item): Tier => {
    const { dataTo, status } = item.kind === 'gap' ? item.view : item.table;
    return dataTo === null ? 'not-yet-known' : status.tier;
  });
  const found = ORDER.map((tier) => ({ tier, count: tiers.filter((one) => one === tier).length })).filter(
    ({ count }) => count > 0,
  );
  return new Paragraph({
    spacing: { before: 200, after: 60, line: 300, lineRule: LineRuleType.AUTO },
    children: found.flatMap(({ tier, count }, index) => [
      ...(index === 0 ? [] : [run('   ')]),
      statusRun(tier, `${STATUS[tier].short} ${String(count)}`),
    ]),
  });
}

function standing({ tables, gap, comparisons }: PackContent): string | null {
  const provisional = tables.some((table) => table.provisional) || comparisons.some((view) => view.provisional);
  const illustrative =
    tables.some((table) => table.illustrative) ||
    gap?.illustrative === true ||
    comparisons.some((view) => view.illustrative);
  const says = [
    ...(provisional ? ['Some figures are provisional and may still change.'] : []),
    ...(illustrative ? ['Some figures are illustrative: each is marked where it stands.'] : []),
  ];
  return says.length === 0 ? null : `${says.join(' ')} See the data notes.`;
}

/** The first page: whose paper it is, for which meeting, how far its figures go, where things stand, and the contents. */
export function frontPage(content: PackContent): PackPart {
  const { partnership, title, meeting, asAt } = content;
  const said = standing(content);
  return {
    orientation: 'portrait',
    children: [
      new Paragraph({
        style: STYLE.coverLine,
        spacing: { before: 300, after: 0 },
        children: [run(partnership, { size: 28, color: COLOUR.accent, bold: true })],
      }),
      new Paragraph({ heading: HeadingLevel.TITLE, style: STYLE.coverTitle, children: [run(title)] }),
      ...(meeting === null ? [] : [words(meeting, STYLE.coverLine)]),
      new Paragraph({
        style: STYLE.coverLine,
        spacing: { after: 0 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 8, space: 14, color: COLOUR.accent } },
        children: [run(`Figures as at ${longPeriod(asAt)}`)],
      }),
      tally(content),
      ...(said === null ? [] : [words(said, STYLE.note)]),
      words('Contents', STYLE.contents),
      new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2', beginDirty: false }),
    ],
  };
}

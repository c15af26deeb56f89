import type { Tier } from '../../../core/performance/measure-table.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { standingOf } from '../../../core/words/board-order.ts';
import { itemsOf } from './board-items.ts';
import type { PackContent } from './pack-content.ts';
import type { PackPart } from './pack-parts.ts';
import { note, words, type Block } from './blocks.ts';

const ORDER: readonly Tier[] = [
  'significant-concern',
  'some-concerns',
  'generally-satisfied',
  'monitoring-only',
  'not-yet-known',
];

/** How many measures stand where. */
function tally(content: PackContent): Block {
  const tiers = itemsOf(content).map((item): Tier => {
    const { dataTo, status } = standingOf(item);
    return dataTo === null ? 'not-yet-known' : status.tier;
  });
  const counts = ORDER.map((tier) => ({ tier, count: tiers.filter((one) => one === tier).length }));
  return { kind: 'tally', counts: counts.filter(({ count }) => count > 0) };
}

function standing({ tables, shares, gap, comparisons }: PackContent): string | null {
  const provisional = tables.some((table) => table.provisional) || comparisons.some((view) => view.provisional);
  const illustrative =
    tables.some((table) => table.illustrative) ||
    shares.some((share) => share.illustrative) ||
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
      { kind: 'cover', line: 'partnership', text: partnership },
      { kind: 'cover', line: 'title', text: title },
      ...(meeting === null ? [] : [{ kind: 'cover' as const, line: 'meeting' as const, text: meeting }]),
      { kind: 'cover', line: 'as-at', text: `Figures as at ${longPeriod(asAt)}` },
      tally(content),
      ...(said === null ? [] : [note(said)]),
      words('Contents', 'contents'),
      { kind: 'table-of-contents' },
    ],
  };
}

import type { DomainRow, ShareOf, ShareView } from '../performance/share-view.ts';
import { longPeriod, sinceApril } from '../time/period-in-words.ts';
import { baseOption, frameOf, placeText, tooltipOf, wordsHeight } from './frame.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { numberInWords } from './number-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { textWidth } from './text-width.ts';

const ROW = 40;
const HEAD = 26;
const SCALE = 44;
/** The Outcomes Star's scale runs from 1 to 10. */
const STAR = { from: 1, to: 10 };

/** One row: a dot, and the pale bar it lies on (limits, or from entry to exit). */
interface Row {
  readonly name: string;
  readonly says: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly dot: number | null;
  /** A hollow dot at the start: the score at entry. */
  readonly start: number | null;
  readonly strong: boolean;
}

function shareRow(name: string, share: ShareOf, strong: boolean): Row {
  const { percent, lower, upper, part, whole } = share;
  const counts = part === null || whole === null ? 'not known' : `${numberInWords(part)} of ${numberInWords(whole)}`;
  const says = percent === null ? counts : `${numberInWords(percent)}%  (${counts})`;
  return { name, says, from: lower, to: upper, dot: percent, start: null, strong };
}

function domainRow({ domain, clients, meanEntry, meanExit, meanChange }: DomainRow): Row {
  const change =
    meanChange === null ? 'not known' : `${meanChange < 0 ? '−' : '+'}${numberInWords(Math.abs(meanChange), 1)}`;
  return {
    name: domain,
    says: `${change}  (${numberInWords(clients)} clients)`,
    from: meanEntry,
    to: meanExit,
    dot: meanExit,
    start: meanEntry,
    strong: false,
  };
}

/** The title of a share's chart: name and the days it covers. */
export const shareTitle = (view: ShareView): string =>
  view.dataTo === null ? `${view.name}, ${view.year}` : `${view.name}, ${sinceApril(view.year, view.dataTo)}`;

function footOf(view: ShareView, isStar: boolean): string[] {
  const drawn = isStar
    ? 'Ring: mean score at entry. Dot: mean score at exit. Clients scored both times only.'
    : 'Dot: share. Pale bar: 95% limits (Wilson).';
  const target =
    view.annualTarget === null
      ? 'No target: watched, not judged.'
      : `Dashed: target for ${view.year}, ${numberInWords(view.annualTarget)}%.`;
  const standing = [
    ...(view.provisional ? ['Provisional: figures may still change.'] : []),
    ...(view.illustrative ? ['Illustrative figures.'] : []),
  ];
  const source = `Source: ${view.source.replace(/\.$/, '')}.`;
  return [isStar ? drawn : `${drawn} ${target}`, [source, ...standing].join(' ')];
}

function rowsOf(view: ShareView, isStar: boolean): Row[] {
  if (isStar) return (view.distance?.domains ?? []).map(domainRow);
  const known = view.periods.filter((row) => row.part !== null);
  const periods = known.map((row) => shareRow(longPeriod(row.period), row, false));
  return known.length < 2 ? periods : [...periods, shareRow('Since April', view.toDate, true)];
}

/** Whether there is anything to draw: a share that is known and not withheld. */
export const hasSharePicture = (view: ShareView): boolean => view.dataTo !== null && view.toDate.percent !== null;

/** A share by period with its limits against the target; distance travelled domain by domain, from entry to exit. */
export function sharePicture(view: ShareView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const isStar = view.kind === 'distance-travelled' && view.distance !== null && view.distance.domains.length > 0;
  const rows = rowsOf(view, isStar);
  const words = { title: shareTitle(view), finding: view.sentence, foot: footOf(view, isStar) };
  const width = size.width;
  const wanted = wordsHeight(words, width) + HEAD + Math.max(1, rows.length) * (isStar ? 30 : ROW) + SCALE;
  const height = size.height ?? wanted;
  const frame = frameOf(words, width, height, look);
  const nameRoom = Math.ceil(Math.max(60, ...rows.map(({ name }) => textWidth(name, 13, 600)))) + 8;
  const saysRoom = Math.ceil(Math.max(60, ...rows.map(({ says }) => textWidth(says, 13)))) + 12;
  const grid = {
    left: frame.inside.left + nameRoom,
    top: frame.inside.top + HEAD,
    right: width - frame.inside.right + saysRoom,
    bottom: frame.below + SCALE,
    outerBoundsMode: 'none',
  };
  const [low, high] = isStar ? [STAR.from, STAR.to] : [0, 100];
  const across = width - grid.left - grid.right;
  const at = (value: number): number => grid.left + (across * (value - low)) / (high - low);
  const down = (height - grid.top - grid.bottom) / Math.max(1, rows.length);
  const texts = [
    ...frame.texts,
    ...rows.map(({ says, strong }, index) =>
      placeText(
        says,
        { x: width - grid.right + 12, y: grid.top + down * (index + 0.5) - 8 },
        { size: 13, weight: strong ? 600 : 400, colour: look.ink },
      ),
    ),
    placeText(
      isStar ? 'mean score, 1 to 10' : `% of ${view.wholeWords}`,
      { x: grid.left, y: height - grid.bottom + 25 },
      { size: 12, colour: look.muted },
    ),
  ];
  const target = isStar ? null : view.annualTarget;
  if (target !== null) {
    const said = `target ${numberInWords(target)}%`;
    const half = textWidth(said, 13, 600) / 2 + 2;
    const x = Math.min(width - grid.right - half, Math.max(grid.left + half, at(target)));
    texts.push(placeText(said, { x, y: grid.top - 21, align: 'center' }, { size: 13, weight: 600, colour: look.ink }));
  }
  const bar = { type: 'bar', stack: 'span', silent: true, barWidth: isStar ? 4 : 12 };
  const lowOf = ({ from, to }: Row) => (from === null || to === null ? null : Math.min(from, to));
  const option = {
    ...baseOption(look, texts),
    tooltip: {
      ...tooltipOf(look),
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }): string =>
        `${rows[dataIndex]?.name ?? ''}\n${rows[dataIndex]?.says ?? ''}`,
    },
    grid,
    xAxis: {
      type: 'value',
      min: low,
      max: high,
      interval: isStar ? 1 : 25,
      axisLabel: {
        color: look.muted,
        fontSize: 12,
        formatter: (value: number) => (isStar ? String(value) : `${String(value)}%`),
      },
      splitLine: { lineStyle: { color: look.hairline } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, color: look.ink, fontSize: 13 },
    },
    series: [
      {
        ...bar,
        itemStyle: { color: 'transparent' },
        data: rows.map((row) => lowOf(row) ?? '-'),
      },
      {
        ...bar,
        itemStyle: { color: isStar ? look.comparator : look.hairline },
        data: rows.map((row) => (row.from === null || row.to === null ? '-' : Math.abs(row.to - row.from))),
      },
      {
        type: 'scatter',
        silent: true,
        symbolSize: 11,
        itemStyle: { color: look.paper, borderColor: look.ink, borderWidth: 1.5 },
        data: rows.map(({ start }) => start ?? '-'),
      },
      {
        type: 'scatter',
        symbolSize: 12,
        cursor: 'default',
        itemStyle: { color: look.accent },
        data: rows.map(({ dot }) => dot ?? '-'),
        ...(target === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: look.ink, type: [7, 4], width: 1.5 },
                data: [{ xAxis: target }],
              },
            }),
      },
    ],
  };
  return { width, height, option };
}

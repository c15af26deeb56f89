import { EVIDENCE_FROM, type EvidenceFrom, type IssueBalance } from '../lists/source-balance.ts';
import { baseOption, frameOf, placeText, tooltipOf, wordsHeight } from './frame.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import type { Picture, PictureSize } from './picture.ts';
import { textWidth } from './text-width.ts';

const ROW = 30;
const HEAD = 24;

/** Four tones that differ in lightness, community voice in the accent. */
const toneOf = (look: Look): Readonly<Record<EvidenceFrom, string>> => ({
  police: look.muted,
  partner: look.comparator,
  voluntary: look.hairline,
  community: look.accent,
});

const nameOf = (from: EvidenceFrom): string => EVIDENCE_FROM.find((one) => one.from === from)?.words ?? from;

const shortened = (name: string, room: number): string => {
  if (textWidth(name, 13) <= room) return name;
  let kept = name;
  while (kept.length > 3 && textWidth(`${kept}…`, 13) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
};

/** What the balance comes to, in a sentence. */
export function balanceFinding(issues: readonly IssueBalance[]): string {
  const silent = issues.filter(({ missing }) => missing.includes('community')).length;
  if (issues.length === 0) return 'There is no issue in the register yet.';
  if (silent === 0) return 'Every issue has community voice among its evidence.';
  return `${String(silent)} of ${String(issues.length)} ${issues.length === 1 ? 'issue' : 'issues'} rest on no community voice yet.`;
}

/** Whose evidence each issue rests on, a bar for each issue; an issue without evidence has none. */
export function balancePicture(issues: readonly IssueBalance[], size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const words = {
    title: 'Whose evidence each issue rests on',
    finding: balanceFinding(issues),
    foot: ['Share of the pieces of evidence linked to each issue. The number stands for pieces.'],
  };
  const { width } = size;
  const height = size.height ?? wordsHeight(words, width) + HEAD + issues.length * ROW;
  const frame = frameOf(words, width, height, look);
  const { left, top, right, bottom } = frame.inside;
  const room = Math.min(Math.max(80, ...issues.map(({ name }) => textWidth(name, 13))), width * 0.34);
  const from = left + room + 12;
  const tones = toneOf(look);
  let x = from;
  const key = EVIDENCE_FROM.flatMap((one) => {
    const at = x;
    x += textWidth(one.words, 12) + 34;
    const square = {
      type: 'rect',
      silent: true,
      z: 10,
      shape: { x: at, y: top + 2, width: 11, height: 11 },
      style: { fill: tones[one.from], stroke: look.muted, lineWidth: 0.5 },
    };
    return [square, placeText(one.words, { x: at + 16, y: top }, { size: 12, colour: look.ink })];
  });
  const names = issues.map(({ name }, at) =>
    placeText(
      shortened(name, room),
      { x: from - 12, y: top + HEAD + at * ROW + 8, align: 'right' },
      { size: 13, colour: look.ink },
    ),
  );
  const none = issues.flatMap(({ shares }, at) =>
    shares.some(({ pieces }) => pieces > 0)
      ? []
      : [placeText('nothing told yet', { x: from, y: top + HEAD + at * ROW + 8 }, { size: 12, colour: look.muted })],
  );
  const option = {
    ...baseOption(look, []),
    graphic: [...frame.texts, ...key, ...names, ...none],
    tooltip: { ...tooltipOf(look), trigger: 'item' },
    grid: { left: from, right: width - right, top: top + HEAD, bottom: height - bottom, containLabel: false },
    xAxis: { type: 'value', max: 100, show: false },
    yAxis: { type: 'category', inverse: true, data: issues.map(({ name }) => name), show: false },
    series: EVIDENCE_FROM.map(({ from: whose }) => ({
      type: 'bar',
      name: nameOf(whose),
      stack: 'balance',
      barWidth: 18,
      itemStyle: { color: tones[whose], borderColor: look.paper, borderWidth: 1 },
      label: {
        show: true,
        color: whose === 'voluntary' || whose === 'partner' ? look.ink : look.paper,
        fontSize: 12,
        formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
          const pieces = issues[dataIndex]?.shares.find((one) => one.from === whose)?.pieces ?? 0;
          return pieces === 0 ? '' : String(pieces);
        },
      },
      data: issues.map(({ shares }) => shares.find((one) => one.from === whose)?.percent ?? 0),
    })),
  };
  return { width, height, option };
}

import { useState, type ReactElement } from 'react';
import { addMonths } from '../../../core/time/month.ts';
import { financialYearOf, firstMonthOf } from '../../../core/time/financial-year.ts';
import { readPeriodId } from '../../../core/time/period-in-words.ts';
import { lengthInMonths, periodInWords, type Period } from '../../../core/time/period.ts';
import type { ChangeView } from '../../../core/performance/change-view.ts';
import type { MeasureSummary } from '../../../preload/contract.ts';
import { useAnswer } from '../../ask.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { CopyTable } from '../../parts/copy-table.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import type { TableValue } from '../../parts/table-value.ts';
import { rangeWords } from '../../words/comparison.ts';
import { numberInWords, signedPercent } from '../../words/numbers.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { useSteady } from '../comparison/steady.ts';
import { partWords } from './change-tables.ts';

const AGAINST = [
  { id: 'last-year', words: MEASURES_ROOM.theSameMonthsLast },
  { id: 'period-before', words: MEASURES_ROOM.theMonthsJustBefore },
] as const;

/** The months worth asking about, ending where the figures end: the quarter first, since a month says little. */
export function spansToAsk(summary: Pick<MeasureSummary, 'dataTo' | 'cadence'>): Period[] {
  const last = summary.dataTo === null ? null : readPeriodId(summary.dataTo);
  if (last === null) return [];
  const to = last.to;
  const back = (months: number): Period => ({ from: addMonths(to, 1 - months), to });
  const toDate: Period = { from: firstMonthOf(financialYearOf(to)), to };
  const spans = [back(3), toDate, ...(summary.cadence === 'month' ? [back(1)] : []), back(12)];
  return spans.filter(({ from }, at) => spans.findIndex((one) => one.from === from) === at);
}

function spanWords(span: Period): string {
  const months = lengthInMonths(span);
  const extra =
    months === 3
      ? MEASURES_ROOM.n3Months
      : months === 12
        ? MEASURES_ROOM.n12Months
        : months === 1
          ? MEASURES_ROOM.oneMonth
          : MEASURES_ROOM.yearToDate;
  return `${periodInWords(span)} (${extra})`;
}

/** Is the difference between two periods more than chance? */
export function TwoPeriods({ summary }: { readonly summary: MeasureSummary }): ReactElement {
  const spans = spansToAsk(summary);
  const [chosen, setChosen] = useState<string | null>(null);
  const [against, setAgainst] = useState<(typeof AGAINST)[number]['id']>('last-year');
  const span = spans.find(({ from }) => from === chosen) ?? spans[0];
  const answer = useSteady(
    useAnswer(
      'change.show',
      span === undefined ? null : { measure: summary.measure, from: span.from, to: span.to, against },
    ),
  );
  if (span === undefined) return <p>{MEASURES_ROOM.noMonthsAreKnown}</p>;
  return (
    <section aria-labelledby="two-periods-title">
      <div className="section-head">
        <h2 id="two-periods-title">{MEASURES_ROOM.isTheDifferenceMore}</h2>
        <div className="section-tools">
          <Chooser
            label={MEASURES_ROOM.months}
            value={span.from}
            options={spans.map((one) => ({ id: one.from, words: spanWords(one) }))}
            onChoose={setChosen}
          />
          <Chooser label={MEASURES_ROOM.againstWord} value={against} options={AGAINST} onChoose={setAgainst} />
        </div>
      </div>
      {answer.state === 'asking' && <Waiting says={MEASURES_ROOM.testing} />}
      {answer.state === 'failed' && <Trouble failure={answer.failure} />}
      {answer.state === 'known' && <TwoPeriodsBody view={answer.value} />}
    </section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function TwoPeriodsBody({ view }: { readonly view: ChangeView }): ReactElement {
  const table = changeTable(view);
  return (
    <>
      <p className="finding">
        {MEASURES_ROOM.againstOf(view.after.words, view.before.words, view.says.replace(/\.$/, ''))}
      </p>
      {view.chartSays !== null && <p className="finding-under">{capital(view.chartSays)}</p>}
      <div className="small-table">
        <FigureTable table={table} captionHidden />
      </div>
      <div className="section-under">
        <CopyTable table={table} />
      </div>
      <ul className="notes">
        {view.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

/** `0.011`; under a thousandth it is only said to be so. */
const pWords = (p: number | null): string =>
  p === null ? '' : p < 0.001 ? MEASURES_ROOM.under0001 : numberInWords(p, 3);

/** The two periods side by side: a ratio with its limits for counts and rates, a difference with its limits for shares. */
export function changeTable(view: ChangeView): TableValue {
  const { kind } = view;
  const places = kind === 'rate' ? 2 : kind === 'share' ? 1 : 0;
  const percent = kind === 'share' ? '%' : '';
  const value = (one: ChangeView['before']): string =>
    one.value === null ? '' : `${numberInWords(one.value, places)}${percent}`;
  const signed = (number: number | null): string =>
    number === null ? '' : number > 0 ? `+${numberInWords(number, places)}` : numberInWords(number, places);
  const counted = kind === 'count' ? null : kind;
  const countedOf = (under: string): { head: string; under: string }[] =>
    counted === null ? [] : [{ head: counted === 'share' ? MEASURES_ROOM.nOfN : MEASURES_ROOM.counted, under }];
  return {
    caption: MEASURES_ROOM.againstOf2(view.name, view.after.words, view.before.words),
    rowHead: MEASURES_ROOM.measure,
    columns: [
      { head: view.before.words },
      ...countedOf(view.before.words),
      { head: view.after.words },
      ...countedOf(view.after.words),
      { head: MEASURES_ROOM.difference, ...(kind === 'share' ? { under: MEASURES_ROOM.percentagePoints } : {}) },
      ...(kind === 'share'
        ? [
            { head: MEASURES_ROOM.n95Limits, under: MEASURES_ROOM.ofTheDifference, divider: true },
            { head: MEASURES_ROOM.n998Limits, under: MEASURES_ROOM.ofTheDifference },
          ]
        : [
            { head: MEASURES_ROOM.change },
            { head: MEASURES_ROOM.ratio, divider: true },
            { head: MEASURES_ROOM.n95Limits, under: MEASURES_ROOM.ofTheRatio },
            { head: MEASURES_ROOM.n998Limits, under: MEASURES_ROOM.ofTheRatio },
          ]),
      { head: 'p', under: MEASURES_ROOM.exactTest },
    ],
    rows: [
      {
        head: view.name,
        cells: [
          { text: value(view.before) },
          ...(counted === null ? [] : [{ text: partWords(view.before, counted) }]),
          { text: value(view.after), tone: 'strong' as const },
          ...(counted === null ? [] : [{ text: partWords(view.after, counted) }]),
          { text: signed(view.difference) },
          ...(kind === 'share'
            ? [
                { text: rangeWords(view.differenceLower, view.differenceUpper, 1) },
                { text: rangeWords(view.differenceLower998, view.differenceUpper998, 1) },
              ]
            : [
                { text: signedPercent(view.percent) },
                { text: numberInWords(view.ratio, 3) },
                { text: rangeWords(view.ratioLower, view.ratioUpper, 3) },
                { text: rangeWords(view.ratioLower998, view.ratioUpper998, 3) },
              ]),
          { text: pWords(view.p) },
        ],
      },
    ],
    notes: view.notes,
  };
}

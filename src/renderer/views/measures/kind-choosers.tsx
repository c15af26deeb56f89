import type { ReactElement } from 'react';
import type { Definition } from '../../../preload/contract-packs.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { KIND_WORDS } from '../../words/status.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';

type Measure = Definition['measure'];

const KINDS = ['count', 'rate', 'percentage', 'cohort', 'distance-travelled', 'cumulative-gap'] as const;
type Kind = Measure['kind'];

/** What each kind begins with: the sheets it is read from, and words where none are said yet. */
const BEGINS: Readonly<Record<Kind, Pick<Measure, 'datasets'> & Partial<Measure>>> = {
  count: { datasets: ['measure-sheet'] },
  rate: { datasets: ['measure-sheet'] },
  percentage: { datasets: ['measure-sheet'] },
  cohort: {
    datasets: ['cohort'],
    cadence: 'quarter',
    unit: MEASURES_ROOM.peopleNotReturned,
    numerator: MEASURES_ROOM.notReturned,
    denominator: MEASURES_ROOM.peopleInTheCohort,
  },
  'distance-travelled': {
    datasets: ['entry-exit-scores'],
    cadence: 'quarter',
    unit: MEASURES_ROOM.clientsImproved,
    numerator: MEASURES_ROOM.withAHigherMean,
    denominator: MEASURES_ROOM.clientsWithScoresAt,
  },
  'cumulative-gap': {
    datasets: ['measure-sheet'],
    unit: MEASURES_ROOM.per1000Residents,
    numerator: MEASURES_ROOM.inThePriority,
    denominator: MEASURES_ROOM.inTheCity,
  },
};

/** Kinds that are made of the counts of another measure: over the residents, or over a second measure's. */
const MADE_OF: Readonly<Partial<Record<Kind, 'residents' | 'counts'>>> = {
  rate: 'residents',
  'cumulative-gap': 'residents',
  percentage: 'counts',
};

/** The parts of a measure that its kind decides; what the officer has written stays. */
function ofKind(measure: Measure, kind: Kind, counted: string): Partial<Measure> {
  const { datasets, cadence = measure.cadence, unit = '', numerator = '', denominator = '' } = BEGINS[kind];
  const before: Partial<Measure> = BEGINS[measure.kind];
  const worded = (said: string, usual: string | undefined, next: string): string =>
    said.trim() === '' || said === usual ? next : said;
  const over = MADE_OF[kind];
  const madeOf = over === undefined ? null : { part: counted, whole: over === 'residents' ? null : counted };
  return {
    kind,
    datasets,
    cadence,
    madeOf,
    unit: worded(measure.unit, before.unit, unit),
    numerator: worded(measure.numerator, before.numerator, numerator),
    denominator: worded(measure.denominator, before.denominator, denominator),
  };
}

interface KindChoosersProps {
  readonly measure: Measure;
  readonly others: readonly Measure[];
  readonly onSet: (part: Partial<Measure>) => void;
}

/** What a new measure is, how often it is told, and which counted measures a rate or a percentage is made of. */
export function KindChoosers({ measure, others, onSet }: KindChoosersProps): ReactElement {
  const counted = others.filter(({ kind }) => kind === 'count').map(({ id, shortName }) => ({ id, words: shortName }));
  const first = counted[0]?.id ?? '';
  const { kind, madeOf } = measure;
  return (
    <>
      <Chooser
        label={MEASURES_ROOM.kind}
        value={kind}
        options={KINDS.map((one) => ({ id: one, words: KIND_WORDS[one] }))}
        onChoose={(chosen) => {
          onSet(ofKind(measure, chosen, first));
        }}
      />
      <Chooser
        label={MEASURES_ROOM.toldBy}
        value={measure.cadence}
        options={[
          { id: 'month', words: MEASURES_ROOM.month },
          { id: 'quarter', words: MEASURES_ROOM.quarter },
        ]}
        onChoose={(cadence) => {
          onSet({ cadence: cadence === 'quarter' ? 'quarter' : 'month' });
        }}
      />
      {madeOf !== null && (
        <Chooser
          label={madeOf.whole === null ? MEASURES_ROOM.countsOf : MEASURES_ROOM.nIs}
          value={madeOf.part}
          options={counted}
          onChoose={(part) => {
            onSet({ madeOf: { ...madeOf, part } });
          }}
        />
      )}
      {madeOf?.whole != null && (
        <Chooser
          label={MEASURES_ROOM.ofNWhichIs}
          value={madeOf.whole}
          options={counted}
          onChoose={(whole) => {
            onSet({ madeOf: { ...madeOf, whole } });
          }}
        />
      )}
    </>
  );
}

import type { ReactElement } from 'react';
import type { Definition } from '../../../preload/contract-packs.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { KIND_WORDS } from '../../words/status.ts';

type Measure = Definition['measure'];

/** Kinds that an officer can make; the others come with layouts of their own. */
const KINDS = ['count', 'rate', 'percentage'] as const;

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
        label="Kind"
        value={kind}
        options={KINDS.map((one) => ({ id: one, words: KIND_WORDS[one] }))}
        onChoose={(chosen) => {
          onSet({
            kind: chosen,
            madeOf: chosen === 'count' ? null : { part: first, whole: chosen === 'rate' ? null : first },
          });
        }}
      />
      <Chooser
        label="Told by"
        value={measure.cadence}
        options={[
          { id: 'month', words: 'Month' },
          { id: 'quarter', words: 'Quarter' },
        ]}
        onChoose={(cadence) => {
          onSet({ cadence: cadence === 'quarter' ? 'quarter' : 'month' });
        }}
      />
      {madeOf !== null && (
        <Chooser
          label={kind === 'rate' ? 'Counts of' : 'n is'}
          value={madeOf.part}
          options={counted}
          onChoose={(part) => {
            onSet({ madeOf: { ...madeOf, part } });
          }}
        />
      )}
      {madeOf?.whole != null && (
        <Chooser
          label="of N, which is"
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

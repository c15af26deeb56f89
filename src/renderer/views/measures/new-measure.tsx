import type { ReactElement } from 'react';
import type { Definition } from '../../../preload/contract-packs.ts';
import { useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { Waiting } from '../../parts/states.tsx';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { DefinitionForm } from './definition-form.tsx';

/** Nothing said yet: a count by month, watched, from the sheets that partners send. */
const BLANK: Definition['measure'] = {
  id: 'new',
  name: '',
  shortName: '',
  definition: '',
  kind: 'count',
  unit: '',
  numerator: '',
  denominator: '',
  madeOf: null,
  direction: 'monitor',
  cadence: 'month',
  tolerancePercent: 15,
  profile: 'linear',
  targets: [],
  owner: '',
  accountable: '',
  outcome: '',
  source: '',
  lagMonths: 0,
  datasets: ['measure-sheet'],
  smallNumberThreshold: null,
  starts: null,
  ends: null,
};

/** The way to a measure that the Board has not watched before. */
export function NewMeasure({ onMade }: { readonly onMade: (measure: string) => void }): ReactElement {
  const panel = useSidePanel();
  return (
    <Button
      kind="link"
      onPress={() => {
        panel.open({
          title: MEASURES_ROOM.aNewMeasure,
          body: (
            <NewDefinition
              onDone={(saved) => {
                panel.close();
                if (saved !== null) onMade(saved);
              }}
            />
          ),
        });
      }}
    >
      {MEASURES_ROOM.newMeasure}
    </Button>
  );
}

function NewDefinition({ onDone }: { readonly onDone: (saved: string | null) => void }): ReactElement {
  const known = valueOf(useAnswer('measure.definitions', {}));
  if (known === null) return <Waiting says={MEASURES_ROOM.readingTheMeasures} />;
  const year = known[0]?.year ?? '';
  return (
    <DefinitionForm
      definition={{ measure: BLANK, version: 0, year, lacks: [], dataTo: null }}
      others={known.map(({ measure }) => measure)}
      onDone={onDone}
    />
  );
}

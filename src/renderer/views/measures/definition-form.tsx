import { useState, type ReactElement } from 'react';
import type { Definition } from '../../../preload/contract-packs.ts';
import type { Failure } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble } from '../../parts/states.tsx';
import { DIRECTION_WORDS, KIND_WORDS, PROFILE_WORDS } from '../../words/status.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { KindChoosers } from './kind-choosers.tsx';

type Measure = Definition['measure'];
type Target = Measure['targets'][number];

const optionsOf = <T extends string>(words: Readonly<Record<T, string>>): { id: T; words: string }[] =>
  (Object.keys(words) as T[]).map((id) => ({ id, words: words[id] }));

const numberIn = (text: string): number | null => {
  const number = Number(text.replaceAll(',', '').trim());
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
};

/** The parts of a target as typed: `50, 60, 45`. Null where one of them is no number. */
function partsIn(text: string): number[] | null {
  const parts = text.split(/[;\s]+|,(?=\s)/).filter((part) => part !== '');
  const numbers = parts.map(numberIn);
  return numbers.every((number) => number !== null) ? numbers : null;
}

interface FormProps {
  readonly definition: Definition;
  readonly onDone: (saved: string | null) => void;
  /** A new measure: its kind, its rhythm and what it is made of are chosen here, once. */
  readonly others?: readonly Definition['measure'][];
}

/** Everything a definition says, to be saved as its next version. */
export function DefinitionForm({ definition, onDone, others }: FormProps): ReactElement {
  const [measure, setMeasure] = useState(definition.measure);
  const [inForceFrom, setInForceFrom] = useState('');
  const [why, setWhy] = useState('');
  const [target, setTarget] = useState(() => targetOf(definition.measure, definition.year));
  const [failure, setFailure] = useState<Failure | null>(null);
  const say = useSay();
  const set = (part: Partial<Measure>): void => {
    setMeasure((before) => ({ ...before, ...part }));
  };
  const save = async (): Promise<void> => {
    const targets = withTarget(measure.targets, definition.year, target);
    if (targets === null) {
      setFailure({ kind: 'refused', message: MEASURES_ROOM.theTargetOrOne });
      return;
    }
    const id = others === undefined ? measure.id : idFor(measure.shortName, others);
    const reply = await ask('measure.save', {
      measure: { ...measure, id, targets },
      inForceFrom: inForceFrom.trim() === '' ? null : inForceFrom.trim(),
      why,
    });
    if (!reply.ok) {
      setFailure(reply.failure.kind === 'invalid' ? { ...reply.failure, message: INVALID } : reply.failure);
      return;
    }
    say(
      others === undefined
        ? MEASURES_ROOM.theNextVersionOf(measure.shortName)
        : MEASURES_ROOM.isAMeasureNow(measure.shortName),
    );
    onDone(id);
  };
  const line = (
    name: 'name' | 'shortName' | 'unit' | 'source' | 'owner' | 'accountable' | 'outcome' | 'numerator' | 'denominator',
    label: string,
  ) => (
    <Field
      label={label}
      value={measure[name]}
      onChange={(value) => {
        set({ [name]: value });
      }}
    />
  );
  return (
    <form
      className="definition-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {line('name', MEASURES_ROOM.nameAsTheBoard)}
      {line('shortName', MEASURES_ROOM.shortName)}
      <Field
        label={MEASURES_ROOM.definition}
        rows={3}
        value={measure.definition}
        onChange={(value) => {
          set({ definition: value });
        }}
      />
      {others === undefined ? (
        <p className="share-quiet">{MEASURES_ROOM.by(KIND_WORDS[measure.kind], measure.cadence)}</p>
      ) : (
        <KindChoosers measure={measure} others={others} onSet={set} />
      )}
      {line('unit', MEASURES_ROOM.unit)}
      {line('numerator', MEASURES_ROOM.whatIsCountedNumerator)}
      {line('denominator', MEASURES_ROOM.outOfWhatDenominator)}
      <Chooser
        label={MEASURES_ROOM.direction}
        value={measure.direction}
        options={optionsOf(DIRECTION_WORDS)}
        onChoose={(direction) => {
          set({ direction });
        }}
      />
      <h3>{MEASURES_ROOM.targetFor(definition.year)}</h3>
      <Field
        label={MEASURES_ROOM.inTheYear}
        value={target.annual}
        onChange={(annual) => {
          setTarget({ ...target, annual });
        }}
      />
      <Field
        label={MEASURES_ROOM.inTheBoardsWords}
        value={target.words}
        onChange={(words) => {
          setTarget({ ...target, words });
        }}
      />
      <Field
        label={MEASURES_ROOM.why}
        value={target.why}
        onChange={(text) => {
          setTarget({ ...target, why: text });
        }}
      />
      <Chooser
        label={MEASURES_ROOM.profile}
        value={measure.profile}
        options={optionsOf(PROFILE_WORDS)}
        onChoose={(profile) => {
          set({ profile });
        }}
      />
      {measure.profile === 'own-periods' && (
        <Field
          label={MEASURES_ROOM.whatEachIsTo(measure.cadence)}
          hint={MEASURES_ROOM.numbersWithSpacesBetween(
            measure.cadence === 'month' ? MEASURES_ROOM.twelve : MEASURES_ROOM.four,
          )}
          value={target.periods}
          onChange={(periods) => {
            setTarget({ ...target, periods });
          }}
        />
      )}
      <Field
        label={MEASURES_ROOM.toleranceShortOfThe}
        value={String(measure.tolerancePercent)}
        onChange={(value) => {
          set({ tolerancePercent: numberIn(value) ?? 0 });
        }}
        hint={MEASURES_ROOM.n15InTheJuly}
      />
      <h3>{MEASURES_ROOM.whoAndWhereFrom}</h3>
      {line('owner', MEASURES_ROOM.owner)}
      {line('accountable', MEASURES_ROOM.accountablePerson)}
      {line('outcome', MEASURES_ROOM.outcomeItServes)}
      {line('source', MEASURES_ROOM.source)}
      <Field
        label={MEASURES_ROOM.monthsBehindTheReport}
        value={String(measure.lagMonths)}
        onChange={(value) => {
          set({ lagMonths: Math.max(0, Math.trunc(numberIn(value) ?? 0)) });
        }}
      />
      <Field
        label={MEASURES_ROOM.smallNumbersHideCounts}
        value={measure.smallNumberThreshold === null ? '' : String(measure.smallNumberThreshold)}
        onChange={(value) => {
          const number = numberIn(value);
          set({ smallNumberThreshold: number === null ? null : Math.max(0, Math.trunc(number)) });
        }}
        hint={MEASURES_ROOM.emptyThePartnershipsOwn}
      />
      <Field
        label={MEASURES_ROOM.firstMonthReported}
        value={measure.starts ?? ''}
        hint={MEASURES_ROOM.as201504Empty}
        onChange={(value) => {
          set({ starts: value === '' ? null : value });
        }}
      />
      <Field
        label={MEASURES_ROOM.lastMonthReported}
        value={measure.ends ?? ''}
        hint={MEASURES_ROOM.as201603Empty}
        onChange={(value) => {
          set({ ends: value === '' ? null : value });
        }}
      />
      <h3>{MEASURES_ROOM.thisVersion}</h3>
      <Field
        label={MEASURES_ROOM.holdsFrom}
        value={inForceFrom}
        onChange={setInForceFrom}
        hint={MEASURES_ROOM.aMonthAs2016}
      />
      <Field label={MEASURES_ROOM.whyItIsChanged} value={why} onChange={setWhy} rows={2} />
      {failure !== null && <Trouble failure={failure} />}
      <div className="section-tools">
        <Button kind="primary" onPress={() => void save()}>
          {others === undefined ? MEASURES_ROOM.saveAsTheNext : MEASURES_ROOM.saveTheNewMeasure}
        </Button>
        <Button
          onPress={() => {
            onDone(null);
          }}
        >
          {others === undefined ? MEASURES_ROOM.leaveItAsIt : MEASURES_ROOM.makeNone}
        </Button>
      </div>
    </form>
  );
}

/** A name for the store made of the short name; with a number where it is taken. */
function idFor(shortName: string, others: readonly Measure[]): string {
  const plain = shortName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50);
  const base = plain === '' ? 'measure' : plain;
  const taken = new Set(others.map(({ id }) => id));
  let free = base;
  for (let count = 2; taken.has(free); count += 1) free = `${base}-${String(count)}`;
  return free;
}

const INVALID = MEASURES_ROOM.somethingInTheForm;

interface TypedTarget {
  readonly annual: string;
  readonly words: string;
  readonly why: string;
  readonly periods: string;
}

function targetOf(measure: Measure, year: string): TypedTarget {
  const held = measure.targets.find((one) => one.year === year);
  if (held === undefined) return { annual: '', words: '', why: '', periods: '' };
  return {
    annual: String(held.annual),
    words: held.words,
    why: held.why ?? '',
    periods: (held.periods ?? []).join(' '),
  };
}

/** The targets with one year's as typed; an empty one is taken out. Null where what was typed is no number. */
function withTarget(targets: readonly Target[], year: string, typed: TypedTarget): Target[] | null {
  const others = targets.filter((one) => one.year !== year);
  if (typed.annual.trim() === '') return others;
  const annual = numberIn(typed.annual);
  const periods = partsIn(typed.periods);
  if (annual === null || periods === null) return null;
  const target: Target = {
    year,
    annual,
    words: typed.words,
    ...(typed.why.trim() === '' ? {} : { why: typed.why }),
    ...(periods.length === 0 ? {} : { periods }),
  };
  return [...others, target].sort((a, b) => (a.year < b.year ? -1 : 1));
}

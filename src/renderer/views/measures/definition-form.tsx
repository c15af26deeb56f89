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
      setFailure({ kind: 'refused', message: 'The target, or one of its parts, is no number.' });
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
        ? `The next version of «${measure.shortName}» is saved.`
        : `«${measure.shortName}» is a measure now. Say in the sheet of its extract which figures are its own.`,
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
      {line('name', 'Name, as the Board says it')}
      {line('shortName', 'Short name')}
      <Field
        label="Definition"
        rows={3}
        value={measure.definition}
        onChange={(value) => {
          set({ definition: value });
        }}
      />
      {others === undefined ? (
        <p className="share-quiet">
          {KIND_WORDS[measure.kind]}, by {measure.cadence}.
        </p>
      ) : (
        <KindChoosers measure={measure} others={others} onSet={set} />
      )}
      {line('unit', 'Unit')}
      {line('numerator', 'What is counted (numerator)')}
      {line('denominator', 'Out of what (denominator)')}
      <Chooser
        label="Direction"
        value={measure.direction}
        options={optionsOf(DIRECTION_WORDS)}
        onChoose={(direction) => {
          set({ direction });
        }}
      />
      <h3>Target for {definition.year}</h3>
      <Field
        label="In the year"
        value={target.annual}
        onChange={(annual) => {
          setTarget({ ...target, annual });
        }}
      />
      <Field
        label="In the Board’s words"
        value={target.words}
        onChange={(words) => {
          setTarget({ ...target, words });
        }}
      />
      <Field
        label="Why"
        value={target.why}
        onChange={(text) => {
          setTarget({ ...target, why: text });
        }}
      />
      <Chooser
        label="Profile"
        value={measure.profile}
        options={optionsOf(PROFILE_WORDS)}
        onChoose={(profile) => {
          set({ profile });
        }}
      />
      {measure.profile === 'own-periods' && (
        <Field
          label={`What each ${measure.cadence} is to bring, April first`}
          hint={`${measure.cadence === 'month' ? 'Twelve' : 'Four'} numbers with spaces between; together they make the year’s target.`}
          value={target.periods}
          onChange={(periods) => {
            setTarget({ ...target, periods });
          }}
        />
      )}
      <Field
        label="Tolerance, % short of the profile before concern is significant"
        value={String(measure.tolerancePercent)}
        onChange={(value) => {
          set({ tolerancePercent: numberIn(value) ?? 0 });
        }}
        hint="15 in the July 2015 paper; other partnerships use 5."
      />
      <h3>Who and where from</h3>
      {line('owner', 'Owner')}
      {line('accountable', 'Accountable person')}
      {line('outcome', 'Outcome it serves')}
      {line('source', 'Source')}
      <Field
        label="Months behind the report"
        value={String(measure.lagMonths)}
        onChange={(value) => {
          set({ lagMonths: Math.max(0, Math.trunc(numberIn(value) ?? 0)) });
        }}
      />
      <Field
        label="Small numbers: hide counts from 1 to"
        value={measure.smallNumberThreshold === null ? '' : String(measure.smallNumberThreshold)}
        onChange={(value) => {
          const number = numberIn(value);
          set({ smallNumberThreshold: number === null ? null : Math.max(0, Math.trunc(number)) });
        }}
        hint="Empty: the partnership’s own rule. 0: none is hidden."
      />
      <Field
        label="First month reported"
        value={measure.starts ?? ''}
        hint="As 2015-04; empty: always."
        onChange={(value) => {
          set({ starts: value === '' ? null : value });
        }}
      />
      <Field
        label="Last month reported"
        value={measure.ends ?? ''}
        hint="As 2016-03; empty: no end."
        onChange={(value) => {
          set({ ends: value === '' ? null : value });
        }}
      />
      <h3>This version</h3>
      <Field
        label="Holds from"
        value={inForceFrom}
        onChange={setInForceFrom}
        hint="A month as 2016-04: packs for earlier months keep the definition before. Empty: for every month."
      />
      <Field label="Why it is changed" value={why} onChange={setWhy} rows={2} />
      {failure !== null && <Trouble failure={failure} />}
      <div className="section-tools">
        <Button kind="primary" onPress={() => void save()}>
          {others === undefined ? 'Save as the next version' : 'Save the new measure'}
        </Button>
        <Button
          onPress={() => {
            onDone(null);
          }}
        >
          {others === undefined ? 'Leave it as it is' : 'Make none'}
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

const INVALID =
  'Something in the form is not as it should be: months are written 2015-04, and no field that is needed is empty.';

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

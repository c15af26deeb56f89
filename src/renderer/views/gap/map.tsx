import { useCallback, useState, type ReactElement } from 'react';
import { Input as TextInput, Label, TextField } from 'react-aria-components';
import { readFinancialYearId, firstMonthOf, lastMonthOf } from '../../../core/time/financial-year.ts';
import { addMonths, readMonthId } from '../../../core/time/month.ts';
import type { MapView } from '../../../core/performance/map-view.ts';
import type { Look } from '../../../core/picture/look.ts';
import { mapPicture } from '../../../core/picture/map-picture.ts';
import type { Input, Output } from '../../../preload/contract.ts';
import { ask, useAnswer } from '../../ask.ts';
import { Chart } from '../../charts/chart.tsx';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { TableBlock } from '../../parts/table-block.tsx';
import { useSay } from '../../parts/notice.tsx';
import { PictureTools } from '../../parts/picture-tools.tsx';
import { GoButton } from '../../parts/go-button.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { howMany } from '../../words/numbers.ts';
import { Callout } from '../comparison/callout.tsx';
import { MonthInput } from '../comparison/month-input.tsx';
import { useSteady } from '../comparison/steady.ts';
import { mapTable } from './explore-tables.ts';

type Boundary = Output<'boundary.list'>[number];
type Mappable = Output<'map.measures'>[number];
type Asked = Input<'map.show'>;

const OF = [
  { id: 'neighbourhoods', words: 'Neighbourhoods, by rate' },
  { id: 'small-areas', words: 'Small areas (LSOA), by count' },
] as const;

/** The months of the year asked about that are held, or the last twelve held where that year has none. */
function monthsOf(year: string | null, held: Mappable | undefined): { from: string; to: string } | null {
  if (held === undefined) return null;
  const known = year === null ? null : readFinancialYearId(year);
  const later = (a: string, b: string): string => (a > b ? a : b);
  if (known !== null && held.from <= lastMonthOf(known) && firstMonthOf(known) <= held.to) {
    const [end, last] = [lastMonthOf(known), held.to];
    return { from: later(firstMonthOf(known), held.from), to: last > end ? end : last };
  }
  const to = readMonthId(held.to);
  return to === null ? null : { from: later(addMonths(to, -11), held.from), to };
}

/** A map from the outlines the officer has; without any it says what to bring. */
export function GapMap(props: { readonly year: string | null }): ReactElement {
  const boundaries = useAnswer('boundary.list', {});
  const mappable = useAnswer('map.measures', {});
  const [adding, setAdding] = useState(false);
  if (boundaries.state === 'asking') return <Waiting says="Looking for outlines…" />;
  if (boundaries.state === 'failed') return <Trouble failure={boundaries.failure} />;
  if (mappable.state === 'failed') return <Trouble failure={mappable.failure} />;
  if (mappable.state === 'asking') return <Waiting says="Looking for records…" />;
  if (mappable.value.length === 0)
    return (
      <Empty title="Nothing to map yet">
        <p>A map is drawn from records: one row for each crime, with its neighbourhood or its small area (LSOA).</p>
        <GoButton to={{ room: 'extracts' }}>Bring in records</GoButton>
      </Empty>
    );
  if (boundaries.value.length === 0)
    return (
      <Empty title="No map yet">
        <p>
          A map needs the outlines of the areas: a GeoJSON file of the neighbourhoods or of the small areas (LSOA). The
          council’s mapping team or the Office for National Statistics has one. It stays on this computer; nothing is
          fetched.
        </p>
        <BringOutlines />
      </Empty>
    );
  return (
    <>
      <Mapped
        {...props}
        measures={mappable.value}
        boundaries={boundaries.value}
        onAdd={
          adding
            ? null
            : () => {
                setAdding(true);
              }
        }
      />
      {adding && (
        <section className="section" aria-labelledby="outlines-title">
          <h2 id="outlines-title">Another boundary file</h2>
          <BringOutlines
            onDone={() => {
              setAdding(false);
            }}
          />
        </section>
      )}
    </>
  );
}

/** Chooses a boundary file, names it and keeps it. */
function BringOutlines({ onDone }: { readonly onDone?: () => void }): ReactElement {
  const [name, setName] = useState('');
  const [file, setFile] = useState<{ readonly file: string; readonly name: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const say = useSay();
  const choose = async (): Promise<void> => {
    const reply = await ask('file.choose', {});
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else {
      const [first] = reply.value.files;
      if (first !== undefined) {
        setFile(first);
        setName((now) => (now === '' ? first.name.replace(/\.(geo)?json$/i, '') : now));
      }
    }
  };
  const keep = async (token: string): Promise<void> => {
    setBusy(true);
    const reply = await ask('boundary.keep', { file: token, name: name.trim() });
    setBusy(false);
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    say(`«${reply.value.name}» is kept with ${howMany(reply.value.outlines, 'outline', 'outlines')}.`);
    setFile(null);
    onDone?.();
  };
  return (
    <div className="bring-outlines">
      <Button onPress={() => void choose()}>Choose a boundary file…</Button>
      {file !== null && (
        <>
          <p>{file.name}</p>
          <TextField className="field" value={name} onChange={setName} maxLength={200}>
            <Label>What it is called here</Label>
            <TextInput className="text-input" />
          </TextField>
          <Button kind="primary" disabled={busy || name.trim() === ''} onPress={() => void keep(file.file)}>
            Keep these outlines
          </Button>
        </>
      )}
      {onDone !== undefined && (
        <Button kind="link" onPress={onDone}>
          Leave it
        </Button>
      )}
    </div>
  );
}

function Mapped(props: {
  readonly year: string | null;
  readonly measures: readonly Mappable[];
  readonly boundaries: readonly Boundary[];
  readonly onAdd: (() => void) | null;
}): ReactElement {
  const { year, measures, boundaries, onAdd } = props;
  const [boundaryId, setBoundary] = useState<string | null>(null);
  const [chosenOf, setOf] = useState<(typeof OF)[number]['id'] | null>(null);
  const [chosen, setMeasure] = useState('all-crime');
  const say = useSay();
  const boundary = boundaries.find((one) => String(one.boundaryId) === boundaryId) ?? boundaries[0];
  const held = measures.find((one) => one.measure === chosen) ?? measures[0];
  // Street records of data.police.uk name no neighbourhood: they are mapped by small area.
  const of = chosenOf ?? (held?.placed === false ? 'small-areas' : 'neighbourhoods');
  const measure = held?.measure ?? chosen;
  const ofYear = monthsOf(year, held);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const first = from ?? ofYear?.from ?? '';
  const last = to ?? ofYear?.to ?? '';
  const span = first !== '' && first <= last ? { from: first, to: last } : null;
  const asked: Asked | null =
    boundary === undefined || span === null ? null : { boundaryId: boundary.boundaryId, measure, ...span, of };
  const answer = useSteady(useAnswer('map.show', asked));
  const remove = async (one: Boundary): Promise<void> => {
    const reply = await ask('boundary.remove', { boundaryId: one.boundaryId });
    if (reply.ok) say(`The outlines «${one.name}» are gone. The figures stay.`);
    else say(reply.failure.message, 'trouble');
  };
  return (
    <>
      <div className="choices" role="group" aria-label="What is on the map">
        <Chooser label="Areas" value={of} options={OF} onChoose={setOf} />
        <Chooser
          label="Measure"
          value={measure}
          options={measures.map((one) => ({ id: one.measure, words: one.name }))}
          onChoose={(next) => {
            // The months and areas of another measure are its own.
            setMeasure(next);
            setOf(null);
            setFrom(null);
            setTo(null);
          }}
        />
        <MonthInput label="First month" value={first} onChange={setFrom} />
        <MonthInput label="Last month" value={last} onChange={setTo} />
        <Chooser
          label="Outlines"
          value={boundary === undefined ? null : String(boundary.boundaryId)}
          options={boundaries.map((one) => ({ id: String(one.boundaryId), words: one.name }))}
          onChoose={setBoundary}
        />
        <div className="section-tools">
          {onAdd !== null && (
            <Button kind="link" onPress={onAdd}>
              Another boundary file…
            </Button>
          )}
          {boundary !== undefined && (
            <Button kind="link" label={`Remove the outlines ${boundary.name}`} onPress={() => void remove(boundary)}>
              Remove these outlines
            </Button>
          )}
        </div>
      </div>
      {span === null && <p className="hint">Choose a first and a last month.</p>}
      {span !== null && answer.state === 'asking' && <Waiting says="Drawing the map…" />}
      {answer.state === 'failed' && <Trouble failure={answer.failure} />}
      {answer.state === 'known' && asked !== null && <MapBody view={answer.value} asked={asked} />}
    </>
  );
}

function MapBody({ view, asked }: { readonly view: MapView; readonly asked: Asked }): ReactElement {
  const picture = useCallback((width: number, look: Look) => mapPicture(view, { width }, look), [view]);
  const table = mapTable(view, asked);
  const { withoutOutline } = view;
  return (
    <>
      {withoutOutline.length > 0 && (
        <Callout>
          {howMany(withoutOutline.length, 'area with figures has', 'areas with figures have')} no outline in this file:{' '}
          {withoutOutline.slice(0, 8).join(', ')}
          {withoutOutline.length > 8 ? ' and others' : ''}.
        </Callout>
      )}
      <div className="map-and-table">
        <section aria-label="Map">
          <Chart picture={picture} label={`Map. ${view.title}: ${view.sentence}`} />
          <div className="section-under">
            <PictureTools chart={{ view: 'map', ...asked }} />
          </div>
        </section>
        <section aria-label="The map as a table" className="close-set">
          <TableBlock table={table} heading="The same figures" kind="list" tall />
        </section>
      </div>
    </>
  );
}

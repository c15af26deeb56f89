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
import { GAP_ROOM } from '../../words/gap-room.ts';
import { Callout } from '../comparison/callout.tsx';
import { MonthInput } from '../comparison/month-input.tsx';
import { useSteady } from '../comparison/steady.ts';
import { mapTable } from './explore-tables.ts';

type Boundary = Output<'boundary.list'>[number];
type Mappable = Output<'map.measures'>[number];
type Asked = Input<'map.show'>;

const OF = [
  { id: 'neighbourhoods', words: GAP_ROOM.neighbourhoodsByRate },
  { id: 'wards', words: GAP_ROOM.wardsByCount },
  { id: 'small-areas', words: GAP_ROOM.smallAreasLsoaBy },
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
  if (boundaries.state === 'asking') return <Waiting says={GAP_ROOM.lookingForOutlines} />;
  if (boundaries.state === 'failed') return <Trouble failure={boundaries.failure} />;
  if (mappable.state === 'failed') return <Trouble failure={mappable.failure} />;
  if (mappable.state === 'asking') return <Waiting says={GAP_ROOM.lookingForRecords} />;
  if (mappable.value.length === 0)
    return (
      <Empty title={GAP_ROOM.nothingToMapYet}>
        <p>{GAP_ROOM.aMapIsDrawn}</p>
        <GoButton to={{ room: 'extracts' }}>{GAP_ROOM.bringInRecords}</GoButton>
      </Empty>
    );
  if (boundaries.value.length === 0)
    return (
      <Empty title={GAP_ROOM.noMapYet}>
        <p>{GAP_ROOM.aMapNeedsThe}</p>
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
          <h2 id="outlines-title">{GAP_ROOM.anotherBoundaryFile}</h2>
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
    say(GAP_ROOM.isKeptWith(reply.value.name, howMany(reply.value.outlines, 'outline', 'outlines')));
    setFile(null);
    onDone?.();
  };
  return (
    <div className="bring-outlines">
      <Button onPress={() => void choose()}>{GAP_ROOM.chooseABoundaryFile}</Button>
      {file !== null && (
        <>
          <p>{file.name}</p>
          <TextField className="field" value={name} onChange={setName} maxLength={200}>
            <Label>{GAP_ROOM.whatItIsCalled}</Label>
            <TextInput className="text-input" />
          </TextField>
          <Button kind="primary" disabled={busy || name.trim() === ''} onPress={() => void keep(file.file)}>
            {GAP_ROOM.keepTheseOutlines}
          </Button>
        </>
      )}
      {onDone !== undefined && (
        <Button kind="link" onPress={onDone}>
          {GAP_ROOM.leaveIt}
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
    if (reply.ok) say(GAP_ROOM.theOutlinesAreGone(one.name));
    else say(reply.failure.message, 'trouble');
  };
  return (
    <>
      <div className="choices" role="group" aria-label={GAP_ROOM.whatIsOnThe}>
        <Chooser label={GAP_ROOM.areas} value={of} options={OF} onChoose={setOf} />
        <Chooser
          label={GAP_ROOM.measure}
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
        <MonthInput label={GAP_ROOM.firstMonth} value={first} onChange={setFrom} />
        <MonthInput label={GAP_ROOM.lastMonth} value={last} onChange={setTo} />
        <Chooser
          label={GAP_ROOM.outlines}
          value={boundary === undefined ? null : String(boundary.boundaryId)}
          options={boundaries.map((one) => ({ id: String(one.boundaryId), words: one.name }))}
          onChoose={setBoundary}
        />
        <div className="section-tools">
          {onAdd !== null && (
            <Button kind="link" onPress={onAdd}>
              {GAP_ROOM.anotherBoundaryFileWord}
            </Button>
          )}
          {boundary !== undefined && (
            <Button kind="link" label={GAP_ROOM.removeTheOutlines(boundary.name)} onPress={() => void remove(boundary)}>
              {GAP_ROOM.removeTheseOutlines}
            </Button>
          )}
        </div>
      </div>
      {span === null && <p className="hint">{GAP_ROOM.chooseAFirstAnd}</p>}
      {span !== null && answer.state === 'asking' && <Waiting says={GAP_ROOM.drawingTheMap} />}
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
          {GAP_ROOM.noOutlineInThis(
            howMany(withoutOutline.length, GAP_ROOM.areaWithFiguresHas, GAP_ROOM.areasWithFiguresHave),
            withoutOutline.slice(0, 8).join(', '),
            withoutOutline.length > 8 ? GAP_ROOM.andOthers : '',
          )}
        </Callout>
      )}
      <div className="map-and-table">
        <section aria-label={GAP_ROOM.map}>
          <Chart picture={picture} label={GAP_ROOM.mapOf(view.title, view.sentence)} />
          <div className="section-under">
            <PictureTools chart={{ view: 'map', ...asked }} />
          </div>
        </section>
        <section aria-label={GAP_ROOM.theMapAsA} className="close-set">
          <TableBlock table={table} heading={GAP_ROOM.theSameFigures} kind="list" tall />
        </section>
      </div>
    </>
  );
}

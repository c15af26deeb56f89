import { useRef, useState, type ReactElement } from 'react';
import { CELL_MEANINGS } from '../../../core/intake/cell-meanings.ts';
import { sameChoice } from '../../../core/intake/sheet-choice.ts';
import type { Preview } from '../../../preload/contract.ts';
import { useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { MEANING_WORDS } from '../../words/meanings.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { AskedMenu, rowOf } from './asked-menu.tsx';
import { rowsCanBeTold } from './choice-options.ts';
import { queue, type QueuedFile } from './queue.ts';
import { layoutOf, type Draft, type SheetReading } from './sheet-draft.ts';
import { SheetChoosers } from './sheet-choosers.tsx';
import { SheetGrid, type Asked } from './sheet-grid.tsx';
import './sheet-desk.css';

/** The sheets of a file, one at a time, to look at and to say what they mean. */
export function SheetDesk({ one, preview }: { readonly one: QueuedFile; readonly preview: Preview }): ReactElement {
  const [position, setPosition] = useState(() => firstWorthALook(preview.readings));
  const reading = preview.readings.find((each) => each.position === position) ?? preview.readings[0];
  if (reading === undefined) return <p className="preview-quiet">{EXTRACTS_ROOM.thereIsNoSheet}</p>;
  return (
    <>
      {preview.readings.length > 1 && (
        <div className="desk-row">
          <Chooser
            label={EXTRACTS_ROOM.sheetWord}
            value={String(reading.position)}
            options={preview.readings.map((each) => ({ id: String(each.position), words: each.sheet }))}
            onChoose={(chosen) => {
              setPosition(Number(chosen));
            }}
          />
        </div>
      )}
      <OneSheet key={`${preview.preview} ${String(reading.position)}`} one={one} preview={preview} reading={reading} />
    </>
  );
}

/** The sheet that was not understood, else the first that was read. */
const firstWorthALook = (readings: readonly SheetReading[]): number =>
  (
    readings.find(({ layout }) => layout === 'not-recognised') ??
    readings.find(({ layout }) => layout !== 'notes') ??
    readings[0]
  )?.position ?? 0;

interface OneSheetProps {
  readonly one: QueuedFile;
  readonly preview: Preview;
  readonly reading: SheetReading;
}

function OneSheet({ one, preview, reading }: OneSheetProps): ReactElement {
  const draft = one.drafts.find((each) => each.position === reading.position)?.choice ?? reading.choice;
  const setDraft = (next: Draft): void => {
    queue.setDraft(one.file, reading.position, sameChoice(next, reading.choice) ? null : next);
  };
  const [asked, setAsked] = useState<Asked | null>(null);
  const anchor = useRef<Element | null>(null);
  const listed = valueOf(useAnswer('measure.list', {})) ?? [];
  const measures = listed.map(({ measure, shortName }) => ({ id: measure, words: shortName }));
  const editable = one.step === 'read' && preview.outcome !== 'already-held';
  const changed = !sameChoice(draft, reading.choice);
  const layout = layoutOf(draft, reading);

  const readAgain = (choice: Draft | null): void => {
    queue.readWith(one.file, reading.position, choice);
  };
  const ask = (next: Asked, beside: Element): void => {
    const said = next.about === 'row' ? rowsCanBeTold(layout) : layout !== 'not-recognised' && layout !== 'notes';
    if (!editable || !said || (next.about === 'row' && rowOf(draft, next.row) === null)) return;
    anchor.current = beside;
    setAsked(next);
  };
  return (
    <>
      <WhatWasSaid reading={reading} editable={editable} onRead={readAgain} />
      <SheetChoosers
        draft={draft}
        reading={reading}
        layout={layout}
        measures={measures}
        editable={editable}
        onChange={setDraft}
        onRead={readAgain}
      />
      {reading.layout === 'left-out' ? (
        <p className="preview-quiet">{EXTRACTS_ROOM.nothingOfThisSheet}</p>
      ) : (
        <>
          <Legend reading={reading} />
          <SheetGrid preview={preview.preview} reading={reading} draft={draft} onAsk={ask} />
          <p className="desk-hint preview-quiet">{EXTRACTS_ROOM.clickAColumnsHead}</p>
        </>
      )}
      {editable && <Decide one={one} reading={reading} changed={changed} draft={draft} onDraft={setDraft} />}
      {asked !== null && (
        <AskedMenu
          asked={asked}
          draft={draft}
          layout={layout}
          measures={measures}
          anchor={anchor}
          onChange={setDraft}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

/** Who decided how the sheet is read, and how it drifted since. */
function WhatWasSaid(props: {
  readonly reading: SheetReading;
  readonly editable: boolean;
  readonly onRead: (choice: Draft | null) => void;
}): ReactElement | null {
  const { reading, editable, onRead } = props;
  const { says, offered, offers, by } = reading;
  if (says === null && offered === null && by === 'workbench') return null;
  return (
    <div className="verdict desk-said" role="note">
      <p>{offers === 'day-numbers' && offered !== null ? EXTRACTS_ROOM.bareNumbers : says}</p>
      {editable && offered !== null && (
        <Button
          onPress={() => {
            onRead(offered);
          }}
        >
          {offers === 'day-numbers' ? EXTRACTS_ROOM.readThemAsDays : EXTRACTS_ROOM.useWhatYouDecided}
        </Button>
      )}
      {editable && by !== 'workbench' && (
        <Button
          kind="link"
          onPress={() => {
            onRead(null);
          }}
        >
          {EXTRACTS_ROOM.readItAsThe}
        </Button>
      )}
    </div>
  );
}

/** The marks of the grid in words: only those this sheet has. */
function Legend({ reading }: { readonly reading: SheetReading }): ReactElement | null {
  const there = CELL_MEANINGS.filter((meaning) => reading.meanings.some((region) => region.meaning === meaning));
  if (there.length === 0) return null;
  return (
    <ul className="legend" aria-label={EXTRACTS_ROOM.whatTheMarksMean}>
      {there.map((meaning) => (
        <li key={meaning}>
          <b className={`legend-mark m-${meaning}`}>{MEANING_WORDS[meaning].mark}</b> {MEANING_WORDS[meaning].words}
        </li>
      ))}
    </ul>
  );
}

function Decide(props: {
  readonly one: QueuedFile;
  readonly reading: SheetReading;
  readonly changed: boolean;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}): ReactElement | null {
  const { one, reading, changed, draft, onDraft } = props;
  const keeps = !one.notForNextTime.includes(reading.position);
  if (!changed && !reading.worthKeeping) return null;
  return (
    <div className="desk-decide">
      {changed && (
        <>
          <Button
            kind="primary"
            onPress={() => {
              queue.readWith(one.file, reading.position, draft);
            }}
          >
            {EXTRACTS_ROOM.readAgainWithThese}
          </Button>
          <Button
            onPress={() => {
              onDraft(reading.choice);
            }}
          >
            {EXTRACTS_ROOM.putThemBack}
          </Button>
        </>
      )}
      <label className="desk-keep">
        <input
          type="checkbox"
          checked={keeps}
          onChange={(event) => {
            queue.keepForNextTime(one.file, reading.position, event.target.checked);
          }}
        />
        {EXTRACTS_ROOM.keepThisMappingFor}
      </label>
    </div>
  );
}

import { useState, type ReactElement } from 'react';
import type { Layout } from '../../../core/intake/plan.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { layoutWords } from '../../words/layouts.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { LAYOUTS_OFFERED } from './choice-options.ts';
import { withHeaderRow, withLayout, type Draft, type SheetReading } from './sheet-draft.ts';

interface ChoosersProps {
  readonly draft: Draft;
  readonly reading: SheetReading;
  readonly layout: Layout;
  readonly measures: readonly { readonly id: string; readonly words: string }[];
  readonly editable: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onRead: (choice: Draft) => void;
}

/** Layouts whose sheets are of no measure, or say it row by row. */
const WITHOUT_MEASURE: readonly Layout[] = ['lookup', 'recommendations', 'group-members', 'survey'];
/** Rows offered as the row of headings. */
const HEADER_ROWS = 30;

/** What is said of the sheet as a whole: its layout, its row of headings, its measure, its period. */
export function SheetChoosers({
  draft,
  reading,
  layout,
  measures,
  editable,
  onChange,
  onRead,
}: ChoosersProps): ReactElement | null {
  if (!editable) return null;
  if (draft.leaveOut) {
    return (
      <div className="desk-row">
        <Button
          onPress={() => {
            onRead({ ...draft, leaveOut: false });
          }}
        >
          {EXTRACTS_ROOM.takeThisSheetIn}
        </Button>
      </div>
    );
  }
  const offered =
    LAYOUTS_OFFERED.includes(layout) || layout === 'not-recognised' ? LAYOUTS_OFFERED : [layout, ...LAYOUTS_OFFERED];
  const headerRow = draft.tables[0]?.headerRow ?? reading.headerRows[0];
  const rows = Array.from({ length: Math.min(reading.lastRow, HEADER_ROWS) }, (_, index) => String(index + 1));
  const named = draft.measure === null || measures.some(({ id }) => id === draft.measure);
  const { measure } = draft;
  return (
    <div className="desk-row">
      <Chooser
        label={EXTRACTS_ROOM.thisSheetIs}
        value={layout === 'not-recognised' || layout === 'notes' ? null : layout}
        options={offered.map((id) => ({ id, words: layoutWords(id) }))}
        onChoose={(chosen) => {
          onRead(withLayout(draft, chosen, reading.headerRows));
        }}
      />
      {draft.tables.length < 2 && layout !== 'not-recognised' && layout !== 'notes' && (
        <Chooser
          label={EXTRACTS_ROOM.headingsInRow}
          value={headerRow === undefined ? null : String(headerRow)}
          options={rows.map((id) => ({ id, words: id }))}
          onChoose={(chosen) => {
            onRead(withHeaderRow(draft, layout, Number(chosen)));
          }}
        />
      )}
      {!WITHOUT_MEASURE.includes(layout) && (
        <Chooser
          label={EXTRACTS_ROOM.measureWord}
          value={measure}
          options={named || measure === null ? measures : [{ id: measure, words: measure }, ...measures]}
          onChoose={(chosen) => {
            onChange({ ...draft, measure: chosen });
          }}
        />
      )}
      {(layout === 'comparison' || layout === 'populations') && (
        <PeriodFields draft={draft} single={layout === 'populations'} onChange={onChange} />
      )}
      <Button
        kind="link"
        onPress={() => {
          onRead({ leaveOut: true, layout: null, measure: null, period: null, tables: [] });
        }}
      >
        {EXTRACTS_ROOM.leaveThisSheetOut}
      </Button>
    </div>
  );
}

/** The months a comparison speaks for, or the month residents were counted in. */
function PeriodFields(props: {
  readonly draft: Draft;
  readonly single: boolean;
  readonly onChange: (draft: Draft) => void;
}): ReactElement {
  const { draft, single, onChange } = props;
  const [from, setFrom] = useState(draft.period?.from ?? '');
  const [to, setTo] = useState(draft.period?.to ?? '');
  const set = (first: string, last: string): void => {
    const end = single ? first : last;
    const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
    if (isMonth(first) && isMonth(end) && first <= end) onChange({ ...draft, period: { from: first, to: end } });
  };
  return (
    <span className="desk-period">
      <label>
        {single ? EXTRACTS_ROOM.countedIn : EXTRACTS_ROOM.fromWord}{' '}
        <input
          className="text-input"
          placeholder="2015-04"
          size={8}
          value={from}
          onChange={(event) => {
            setFrom(event.target.value);
            set(event.target.value, to);
          }}
        />
      </label>
      {!single && (
        <label>
          {EXTRACTS_ROOM.to}
          <input
            className="text-input"
            placeholder="2015-06"
            size={8}
            value={to}
            onChange={(event) => {
              setTo(event.target.value);
              set(from, event.target.value);
            }}
          />
        </label>
      )}
    </span>
  );
}

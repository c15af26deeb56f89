import type { KeyboardEvent, ReactElement } from 'react';
import { useId } from 'react';
import { NOT_KNOWN } from '../words/numbers.ts';
import { figureKey } from '../../core/provenance/figure-key.ts';
import { termOfHead } from '../words/glossary.ts';
import { PARTS } from '../words/parts.ts';
import { useExplain } from './explain.tsx';
import { useFigureNotes } from './figure-note.tsx';
import { isPicked, type Picked } from './picked-cells.ts';
import { usePicking } from './use-picking.ts';
import { Term } from './term.tsx';
import { columnNamed, type TableCell, type TableColumn, type TableRow, type TableValue } from './table-value.ts';
import './figure-table.css';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** From one figure to the next with the arrow keys, past empty cells; the table is one stop for the Tab key. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const cell = (event.target as HTMLElement).closest('td');
  const row = cell?.parentElement;
  if (step === undefined || cell === null || !(row instanceof HTMLTableRowElement)) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  let down = rows.indexOf(row);
  let across = cell.cellIndex;
  for (;;) {
    down += step[0];
    across += step[1];
    const next = rows[down]?.cells[across];
    if (next === undefined) return;
    const figure = next.querySelector<HTMLButtonElement>('button.figure');
    if (figure !== null) {
      for (const other of event.currentTarget.querySelectorAll<HTMLButtonElement>('button.figure')) other.tabIndex = -1;
      figure.tabIndex = 0;
      figure.focus();
      return;
    }
  }
}

const classOf = (column: TableColumn | undefined, tone: TableCell['tone']): string =>
  [
    column?.text === true ? 'words' : 'number',
    column?.current === true ? 'current' : '',
    column?.divider === true ? 'divider' : '',
    tone === undefined ? '' : `tone-${tone}`,
  ]
    .filter((name) => name !== '')
    .join(' ');

/** How a table is sorted: by a column's place (−1 is the row heads), and which way. */
export interface TableSort {
  readonly by: number;
  readonly down: boolean;
  readonly onSort: (by: number) => void;
}

interface FigureTableProps {
  readonly table: TableValue;
  /** Makes every head a button that sorts. */
  readonly sort?: TableSort;
  /** Hides the caption from the eye where a heading already says it. */
  readonly captionHidden?: boolean;
  readonly tall?: boolean;
}

/** A table of figures: heads stay in sight, unknown is empty, any figure opens its explanation. */
export function FigureTable({ table, sort, captionHidden = false, tall = false }: FigureTableProps): ReactElement {
  const hint = useId();
  const firstRow = table.rows.findIndex((row) => row.cells.some((cell) => cell.figure !== undefined));
  const firstCell = table.rows[firstRow]?.cells.findIndex((cell) => cell.figure !== undefined);
  const zebra = table.rows.length > 10;
  const { picked, handlers, onCopy, onKey } = usePicking(table);
  const notes = useFigureNotes();
  return (
    <div
      className={`figure-table${tall ? ' figure-table-tall' : ''}`}
      tabIndex={0}
      role="region"
      aria-label={PARTS.table(table.caption)}
      onCopy={onCopy}
      onKeyDown={(event) => {
        if (!onKey(event)) moveByArrow(event);
      }}
    >
      <table className={zebra ? 'zebra' : undefined} aria-describedby={hint} {...handlers}>
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{table.caption}</caption>
        <thead>
          <tr>
            <Head words={table.rowHead} at={-1} sort={sort} />
            {table.columns.map((column, at) => (
              <Head key={columnNamed(column)} words={column.head} at={at} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, down) => (
            <FigureRow
              key={row.head}
              row={row}
              columns={table.columns}
              stop={down === firstRow ? (firstCell ?? -1) : -1}
              down={down}
              picked={picked}
              notes={notes}
            />
          ))}
        </tbody>
      </table>
      <p id={hint} className="visually-hidden">
        {PARTS.theArrowKeysMove}
      </p>
    </div>
  );
}

function Head(props: {
  readonly words: string;
  readonly at: number;
  readonly column?: TableColumn;
  readonly sort: TableSort | undefined;
}): ReactElement {
  const { words, at, column, sort } = props;
  const term = termOfHead(words);
  const sorted = sort?.by !== at ? undefined : sort.down ? 'descending' : 'ascending';
  return (
    <th scope="col" className={column && classOf(column, undefined)} aria-sort={sorted}>
      {sort === undefined ? (
        term === null ? (
          words
        ) : (
          <Term term={term}>{words}</Term>
        )
      ) : (
        <button
          type="button"
          className="sort"
          onClick={() => {
            sort.onSort(at);
          }}
        >
          {words}
          <span aria-hidden="true">{sorted === undefined ? '' : sort.down ? ' ↓' : ' ↑'}</span>
        </button>
      )}
      {column?.under !== undefined && <span className="under"> {column.under}</span>}
    </th>
  );
}

function FigureRow(props: {
  readonly row: TableRow;
  readonly columns: readonly TableColumn[];
  readonly stop: number;
  readonly down: number;
  readonly picked: Picked | null;
  readonly notes: ReadonlyMap<string, string>;
}): ReactElement {
  const { row, columns, stop, down, picked, notes } = props;
  const explain = useExplain();
  return (
    <tr className={row.divider === true ? 'rule' : undefined}>
      <th scope="row" className={row.tone === undefined ? undefined : `tone-${row.tone}`}>
        {row.onHead === undefined ? (
          row.head
        ) : (
          <button type="button" className="head-link" onClick={row.onHead}>
            {row.head}
          </button>
        )}
      </th>
      {row.cells.map((cell, across) => {
        const column = columns[across];
        const { figure } = cell;
        const note = figure === undefined ? undefined : notes.get(figureKey(figure));
        return (
          <td
            key={column === undefined ? across : columnNamed(column)}
            className={`${classOf(column, cell.tone ?? row.tone)}${isPicked(picked, down, across) ? ' picked' : ''}`}
          >
            {cell.sign !== undefined && cell.sign !== '' && <span className="figure-sign">{cell.sign} </span>}
            {cell.text === '' ? (
              <span className="visually-hidden">{NOT_KNOWN}</span>
            ) : figure === undefined ? (
              cell.text
            ) : (
              <button
                type="button"
                className={note === undefined ? 'figure' : 'figure figure-noted'}
                title={note}
                tabIndex={across === stop ? 0 : -1}
                onClick={(event) => {
                  explain(figure, event.currentTarget);
                }}
              >
                {cell.text}
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { meaningAt } from '../../../core/intake/cell-meanings.ts';
import { columnName } from '../../../core/intake/grid.ts';
import type { ColumnIs } from '../../../core/intake/sheet-choice.ts';
import { Trouble } from '../../parts/states.tsx';
import { columnMeaning, columnWords, MEANING_WORDS, rowMeaning, rowWords } from '../../words/meanings.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { tableAt, type Draft, type SheetReading } from './sheet-draft.ts';
import { useSheetRows } from './sheet-rows.ts';
import { stepFrom, type Place } from './grid-steps.ts';
import './sheet-grid.css';

/** What the officer wants to say something about. */
export type Asked =
  | { readonly about: 'column'; readonly column: number; readonly headerRow: number; readonly heading: string }
  | { readonly about: 'row'; readonly row: number; readonly label: string };

interface SheetGridProps {
  readonly preview: string;
  readonly reading: SheetReading;
  readonly draft: Draft;
  readonly onAsk: (asked: Asked, beside: Element) => void;
}

const ROW_HEIGHT = 26;
const HEAD_HEIGHT = 46;
const ROW_HEAD = 64;
const TALLEST = 460;
const SCROLL_BAR = 20;
const NOTHING: ColumnIs = { kind: 'nothing' };

/** The sheet as it came, every cell tinted and every column and row marked by what it means. One stop for the Tab key. */
export function SheetGrid({ preview, reading, draft, onAsk }: SheetGridProps): ReactElement {
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const { lastRow, lastColumn, sheet, meanings } = reading;
  const width = Math.max(1, lastColumn + 1);

  // The virtualiser keeps its own state; this component is drawn anew whenever it moves.
  // eslint-disable-next-line react-hooks/incompatible-library
  const down = useVirtualizer({
    count: lastRow,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    // Rows start below the heads, which stay in sight.
    scrollPaddingEnd: HEAD_HEIGHT,
  });
  const shownRows = down.getVirtualItems();
  const { rows, failure } = useSheetRows(
    preview,
    sheet,
    (shownRows[0]?.index ?? 0) + 1,
    (shownRows.at(-1)?.index ?? 0) + 1,
  );
  const headerRow = reading.headerRows.at(-1) ?? 1;
  const widths = useMemo(
    () => columnWidths(rows, width, headerRow, reading.choice),
    [rows, width, headerRow, reading.choice],
  );
  const across = useVirtualizer({
    horizontal: true,
    count: width,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => widths[index] ?? 96,
    overscan: 3,
    scrollPaddingEnd: ROW_HEAD,
    getItemKey: (index) => `${String(index)} ${String(widths[index] ?? 96)}`,
  });
  const shownColumns = across.getVirtualItems();

  const table = tableAt(draft, active.row > 0 ? active.row : (down.range?.startIndex ?? 0) + 1);
  const before = reading.choice.tables.find(({ headerRow }) => headerRow === table?.headerRow);
  const headingOf = (column: number): string => rows.get(table?.headerRow ?? 0)?.[column]?.trim() ?? '';
  const columnIs = (column: number): ColumnIs =>
    (table?.columns.find((one) => one.column === column)?.is as ColumnIs | undefined) ?? NOTHING;
  const changedColumn = (column: number): boolean => {
    const now = table?.columns.find((one) => one.column === column)?.is;
    const then = before?.columns.find((one) => one.column === column)?.is;
    return now !== undefined && JSON.stringify(now) !== JSON.stringify(then ?? NOTHING);
  };
  const cellId = ({ row, column }: Place): string => `${id}-${String(row)}-${String(column)}`;

  const askAt = ({ row, column }: Place): void => {
    const beside = document.getElementById(cellId({ row, column }));
    if (beside === null) return;
    if (column < 0) {
      if (row > 0) onAsk({ about: 'row', row, label: labelOf(row) }, beside);
      return;
    }
    const own = tableAt(draft, Math.max(row, 1));
    const headerRow = row === 0 ? table?.headerRow : own?.headerRow;
    if (headerRow === undefined) return;
    const heading = rows.get(headerRow)?.[column]?.trim() ?? '';
    onAsk({ about: 'column', column, headerRow, heading }, beside);
  };
  const labelOf = (row: number): string => {
    const own = tableAt(draft, row);
    const said = own?.rows.find((one) => one.row === row)?.label;
    const column = own?.columns.find(({ is }) => is.kind === 'label' || (is.kind === 'field' && is.field === 'area'));
    return said ?? rows.get(row)?.[column?.column ?? 0]?.trim() ?? '';
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      askAt(active);
      return;
    }
    const page = Math.max(1, shownRows.length - 18);
    const next = stepFrom(active, event, { lastRow, lastColumn: width - 1, page });
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    if (next.row > 0) down.scrollToIndex(next.row - 1);
    if (next.column >= 0) across.scrollToIndex(next.column);
  };

  return (
    <>
      {failure !== null && <Trouble failure={failure} />}
      <div
        ref={scroll}
        className="grid"
        role="grid"
        tabIndex={0}
        aria-label={EXTRACTS_ROOM.cellsOfTheSheet(sheet)}
        aria-rowcount={lastRow + 1}
        aria-colcount={width + 1}
        aria-activedescendant={cellId(active)}
        onKeyDown={onKeyDown}
        style={{ height: Math.min(TALLEST, HEAD_HEIGHT + lastRow * ROW_HEIGHT + SCROLL_BAR) }}
      >
        <div role="rowgroup" className="grid-head" style={{ width: ROW_HEAD + across.getTotalSize() }}>
          <div role="row" aria-rowindex={1}>
            <div role="columnheader" aria-colindex={1} className="grid-corner" id={cellId({ row: 0, column: -1 })}>
              <span className="visually-hidden">{EXTRACTS_ROOM.rowWord}</span>
            </div>
            {shownColumns.map(({ index, start, size }) => {
              const is = columnIs(index);
              const meaning = columnMeaning(is);
              const changed = changedColumn(index);
              const heading = headingOf(index);
              const place = { row: 0, column: index };
              return (
                <div
                  key={index}
                  id={cellId(place)}
                  role="columnheader"
                  aria-colindex={index + 2}
                  aria-label={EXTRACTS_ROOM.columnOf(
                    columnName(index),
                    heading === '' ? '' : `, ${heading}`,
                    columnWords(is),
                    changed ? EXTRACTS_ROOM.changedWord : '',
                  )}
                  className={`grid-column m-${meaning}${changed ? ' grid-changed' : ''}${isAt(active, place) ? ' grid-active' : ''}`}
                  style={{ left: ROW_HEAD + start, width: size }}
                  onClick={() => {
                    setActive(place);
                    askAt(place);
                  }}
                >
                  <span className="grid-letter">
                    {columnName(index)} <b className="grid-mark">{MEANING_WORDS[meaning].mark}</b>
                  </span>
                  <span className="grid-is">{columnWords(is)}</span>
                </div>
              );
            })}
          </div>
        </div>
        <div
          role="rowgroup"
          className="grid-body"
          style={{ height: down.getTotalSize(), width: ROW_HEAD + across.getTotalSize() }}
        >
          {shownRows.map(({ index, start }) => {
            const row = index + 1;
            const said = tableAt(draft, row)?.rows.find((one) => one.row === row);
            const mark = said === undefined ? '' : MEANING_WORDS[rowMeaning(said.is)].mark;
            const cells = rows.get(row);
            const head = { row, column: -1 };
            const label = said === undefined ? '' : `, ${said.label}: ${rowWords(said.is)}`;
            return (
              <div key={row} role="row" aria-rowindex={row + 1} className="grid-row" style={{ top: start }}>
                <div
                  id={cellId(head)}
                  role="rowheader"
                  aria-colindex={1}
                  aria-label={EXTRACTS_ROOM.rowOf(row, label)}
                  className={`grid-row-head${said === undefined ? '' : ` m-${rowMeaning(said.is)}`}${isAt(active, head) ? ' grid-active' : ''}`}
                  onClick={() => {
                    setActive(head);
                    askAt(head);
                  }}
                >
                  {row} <b className="grid-mark">{mark}</b>
                </div>
                {shownColumns.map(({ index: column, start: left, size }) => {
                  const place = { row, column };
                  const meaning = meaningAt(meanings, row, column);
                  return (
                    <div
                      key={column}
                      id={cellId(place)}
                      role="gridcell"
                      aria-colindex={column + 2}
                      className={`grid-cell${meaning === null ? '' : ` m-${meaning}`}${isAt(active, place) ? ' grid-active' : ''}`}
                      style={{ left: ROW_HEAD + left, width: size }}
                      onClick={() => {
                        setActive(place);
                        if (reading.headerRows.includes(row)) askAt(place);
                      }}
                    >
                      {cells?.[column] ?? ''}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

const isAt = (one: Place, other: Place): boolean => one.row === other.row && one.column === other.column;

/** Widths by the first texts of each column and by its heading, within reason. */
function columnWidths(
  rows: ReadonlyMap<number, readonly string[]>,
  width: number,
  headerRow: number,
  choice: Draft,
): number[] {
  const sample = [...rows.values()].slice(0, 60);
  const said = new Map(
    choice.tables.flatMap(({ columns }) =>
      columns.map(({ column, is }) => [column, columnWords(is as ColumnIs).length]),
    ),
  );
  return Array.from({ length: width }, (_, column) => {
    const lengths = sample.map((cells) => cells[column]?.length ?? 0).toSorted((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
    const heading = Math.min(22, Math.max(said.get(column) ?? 0, rows.get(headerRow)?.[column]?.length ?? 0));
    return Math.min(240, Math.max(76, 24 + Math.max(usual, heading) * 7));
  });
}

import { useEffect, useRef, type ReactElement } from 'react';
import { isNamed } from '../../core/check/cells-named.ts';
import { columnName, type Block } from '../../core/intake/grid.ts';
import { PARTS } from '../words/parts.ts';
import './lit-cells.css';

interface LitCellsProps {
  readonly sheet: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly lit: readonly Block[];
  readonly now: readonly Block[];
}

/** Rows of a sheet as they came, some cells lit, those of one figure or finding most. */
export function LitCells({ sheet, rows, lit, now }: LitCellsProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const first = now[0] === undefined ? '' : `${String(now[0].top)} ${String(now[0].left)}`;
  useEffect(() => {
    const cell = place.current?.querySelector<HTMLElement>('.cell-now');
    const sheetShown = place.current;
    if (cell == null || sheetShown === null) return;
    // Only the sheet itself moves, no further than it must: the row labels stay in sight where they can.
    const past = cell.offsetLeft + cell.offsetWidth * 2 - sheetShown.clientWidth;
    sheetShown.scrollTo({ top: cell.offsetTop - 80, left: Math.max(0, past) });
  }, [first]);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length), ...lit.map(({ right }) => right + 1));
  const columns = Array.from({ length: width }, (_, index) => columnName(index));
  const toneOf = (row: number, column: number): string | undefined =>
    isNamed(now, row, column) ? 'cell-lit cell-now' : isNamed(lit, row, column) ? 'cell-lit' : undefined;
  return (
    <div ref={place} className="cells lit-cells" tabIndex={0} role="region" aria-label={PARTS.cellsOfTheSheet(sheet)}>
      <table>
        <caption className="visually-hidden">{sheet}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((name, column) => (
                <td key={name} className={toneOf(row, column)}>
                  {cells[column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { useEffect, useRef, type ReactElement } from 'react';
import { blocksNamed, isNamed } from '../../../core/check/cells-named.ts';
import { columnName, type Block } from '../../../core/intake/grid.ts';
import type { SheetFinding } from '../../../preload/contract-check.ts';
import { useAnswer } from '../../ask.ts';
import { Trouble, Waiting } from '../../parts/states.tsx';

/** Rows fetched at a time; the page shown is the one that holds the chosen finding. */
const PAGE = 200;

interface LitSheetProps {
  readonly file: string;
  readonly sheet: string;
  readonly findings: readonly SheetFinding[];
  readonly chosen: SheetFinding | null;
}

/** The sheet as it came, the cells of its findings lit, those of the chosen one most. */
export function LitSheet({ file, sheet, findings, chosen }: LitSheetProps): ReactElement {
  const lit = findings.flatMap(({ cells }) => blocksNamed(cells));
  const now = chosen === null ? [] : blocksNamed(chosen.cells);
  const top = now[0]?.top ?? 1;
  const fromRow = Math.floor((top - 1) / PAGE) * PAGE + 1;
  const answer = useAnswer('check.sheet', { file, sheet, fromRow, rows: PAGE });
  if (answer.state === 'asking') return <Waiting says="Reading the sheet…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const rows = answer.value.rows.filter(({ row }) => row < fromRow + PAGE);
  return <Cells sheet={sheet} rows={rows} lit={lit} now={now} />;
}

interface CellsProps {
  readonly sheet: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly lit: readonly Block[];
  readonly now: readonly Block[];
}

function Cells({ sheet, rows, lit, now }: CellsProps): ReactElement {
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
    <div ref={place} className="cells lit-cells" tabIndex={0} role="region" aria-label={`Cells of the sheet ${sheet}`}>
      <table>
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

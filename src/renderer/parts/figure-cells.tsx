import { useState, type ReactElement } from 'react';
import { blocksNamed } from '../../core/check/cells-named.ts';
import type { Explanation } from '../../preload/contract.ts';
import { useAnswer } from '../ask.ts';
import { howMany } from '../words/numbers.ts';
import { LitCells } from './lit-cells.tsx';
import { Trouble, Waiting } from './states.tsx';

type Origins = Explanation['from'];
type OneOrigin = Origins[number];

/** Rows shown above and below the first lit cell of a long sheet. */
const ROWS_AROUND = 150;

const WHY_NOT: Readonly<Record<'list-of-records' | 'not-copied', string>> = {
  'list-of-records':
    'This sheet is a list of records: each row counts one crime or incident. No copy of the sheet is kept, so that nothing about single people is.',
  'not-copied':
    'No copy of this sheet is kept: it is long, or it was kept before sheets were copied. Open the file itself to see the cell.',
};

const keyOf = ({ importId, sheet, cell }: OneOrigin): string => `${String(importId)} ${sheet} ${cell}`;

/** A difference (`G6 − F6`) names two cells. */
const cellsOf = (origin: OneOrigin): string => origin.cell.replaceAll('−', ',');

/** The places a figure came from; each opens its sheet with the cells of this figure lit. */
export function FigureCells({ from }: { readonly from: Origins }): ReactElement {
  const [chosen, setChosen] = useState<OneOrigin | null>(from[0] ?? null);
  return (
    <>
      <h3>
        {from.length === 0 ? 'No cells: nothing has come yet' : `Out of ${howMany(from.length, 'place', 'places')}`}
      </h3>
      <ul className="explained-places">
        {from.map((origin) => (
          <li key={keyOf(origin)}>
            <button
              type="button"
              className="explained-place"
              aria-pressed={chosen !== null && keyOf(origin) === keyOf(chosen)}
              onClick={() => {
                setChosen(origin);
              }}
            >
              <span className="explained-cell">{origin.cell}</span>
              <span>
                {origin.file}
                <span className="explained-sheet"> · sheet «{origin.sheet}»</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {chosen !== null && <SheetAt origin={chosen} from={from} />}
    </>
  );
}

function SheetAt({ origin, from }: { readonly origin: OneOrigin; readonly from: Origins }): ReactElement {
  const { importId, sheet } = origin;
  const answer = useAnswer('import.cells', { importId, sheet });
  if (answer.state === 'asking') return <Waiting says="Fetching the sheet…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const { rows, why } = answer.value;
  if (rows === null) return <p className="explained-no-sheet">{WHY_NOT[why ?? 'not-copied']}</p>;
  const here = from.filter((one) => one.importId === importId && one.sheet === sheet);
  const now = blocksNamed(cellsOf(origin));
  const top = now[0]?.top ?? 1;
  const near = rows.filter(({ row }) => Math.abs(row - top) <= ROWS_AROUND);
  return <LitCells sheet={sheet} rows={near} lit={here.flatMap((one) => blocksNamed(cellsOf(one)))} now={now} />;
}

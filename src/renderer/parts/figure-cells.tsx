import { useState, type ReactElement } from 'react';
import { blocksNamed } from '../../core/check/cells-named.ts';
import type { Explanation } from '../../preload/contract.ts';
import { useAnswer } from '../ask.ts';
import { howMany } from '../words/numbers.ts';
import { PARTS } from '../words/parts.ts';
import { LitCells } from './lit-cells.tsx';
import { Trouble, Waiting } from './states.tsx';

type Origins = Explanation['from'];
type OneOrigin = Origins[number];

/** Rows shown above and below the first lit cell of a long sheet. */
const ROWS_AROUND = 150;

const WHY_NOT: Readonly<Record<'list-of-records' | 'not-copied', string>> = {
  'list-of-records': PARTS.thisSheetIsA,
  'not-copied': PARTS.noCopyOfThis,
};

const keyOf = ({ importId, sheet, cell }: OneOrigin): string => `${String(importId)} ${sheet} ${cell}`;

/** A difference (`G6 − F6`) names two cells. */
const cellsOf = (origin: OneOrigin): string => origin.cell.replaceAll('−', ',');

/** The places a figure came from; each opens its sheet with the cells of this figure lit. */
export function FigureCells({ from }: { readonly from: Origins }): ReactElement {
  const [chosen, setChosen] = useState<OneOrigin | null>(from[0] ?? null);
  return (
    <>
      <h3>{from.length === 0 ? PARTS.noCellsNothingHas : PARTS.outOf(howMany(from.length, 'place', 'places'))}</h3>
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
                <span className="explained-sheet">{PARTS.sheet(origin.sheet)}</span>
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
  if (answer.state === 'asking') return <Waiting says={PARTS.fetchingTheSheet} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const { rows, why } = answer.value;
  if (rows === null) return <p className="explained-no-sheet">{WHY_NOT[why ?? 'not-copied']}</p>;
  const here = from.filter((one) => one.importId === importId && one.sheet === sheet);
  const now = blocksNamed(cellsOf(origin));
  const top = now[0]?.top ?? 1;
  const near = rows.filter(({ row }) => Math.abs(row - top) <= ROWS_AROUND);
  return <LitCells sheet={sheet} rows={near} lit={here.flatMap((one) => blocksNamed(cellsOf(one)))} now={now} />;
}

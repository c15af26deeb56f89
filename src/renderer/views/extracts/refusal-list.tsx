import type { ReactElement } from 'react';
import type { SheetReport } from '../../../preload/contract.ts';
import { howMany } from '../../words/numbers.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';

/** How many refusals of one sheet are listed one by one. */
const LISTED = 200;
/** Mistyped names are asked about one by one, with a button, above this list. */
const ASKED_ABOVE = 'area-slip';

/** Cells that could not be read, each with what it holds and why; then what the officer should know. */
export function RefusalList({ sheets }: { readonly sheets: readonly SheetReport[] }): ReactElement {
  const doubtful = sheets
    .map((sheet) => ({ ...sheet, warnings: sheet.warnings.filter(({ check }) => check !== ASKED_ABOVE) }))
    .filter((sheet) => sheet.refusals.length + sheet.warnings.length > 0);
  if (doubtful.length === 0) return <p className="preview-quiet">{EXTRACTS_ROOM.everyCellWasRead}</p>;
  return (
    <>
      {doubtful.map((sheet) => (
        <article key={sheet.sheet} className="sheet">
          <h3>{sheet.sheet}</h3>
          {sheet.warnings.length > 0 && (
            <ul className="warnings">
              {sheet.warnings.map((warning) => (
                <li key={`${warning.check} ${warning.cells}`}>
                  <span className="cell-name">{warning.cells}</span>
                  <span>{warning.says}</span>
                </li>
              ))}
            </ul>
          )}
          {sheet.refusals.length > 0 && (
            <>
              <h4>{EXTRACTS_ROOM.couldNotBeRead(howMany(sheet.refusals.length, 'cell', 'cells'))}</h4>
              <ul className="warnings">
                {sheet.refusals.slice(0, LISTED).map((refusal) => (
                  <li key={refusal.cell}>
                    <span className="cell-name">{refusal.cell}</span>
                    <span>{EXTRACTS_ROOM.says(refusal.found, refusal.why)}</span>
                  </li>
                ))}
              </ul>
              {sheet.refusals.length > LISTED && (
                <p className="preview-quiet">
                  {EXTRACTS_ROOM.andMoreOf(howMany(sheet.refusals.length - LISTED, 'cell', 'cells'))}
                </p>
              )}
            </>
          )}
        </article>
      ))}
    </>
  );
}

import { useState, type ReactElement } from 'react';
import { columnName } from '../../../core/intake/grid.ts';
import { useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';

const PAGE = 100;

/** The sheet as it came, a page of rows at a time. */
export function SheetGrid({
  preview,
  sheets,
}: {
  readonly preview: string;
  readonly sheets: readonly string[];
}): ReactElement {
  const [sheet, setSheet] = useState(sheets[0] ?? '');
  const [fromRow, setFromRow] = useState(1);
  const answer = useAnswer('import.sheet', { preview, sheet, fromRow, rows: PAGE });
  return (
    <>
      <div className="section-head">
        {sheets.length > 1 ? (
          <Chooser
            label="Sheet"
            value={sheet}
            options={sheets.map((name) => ({ id: name, words: name }))}
            onChoose={(name) => {
              setSheet(name);
              setFromRow(1);
            }}
          />
        ) : (
          <p className="preview-quiet">{sheet}</p>
        )}
        <div className="section-tools">
          <Button
            kind="link"
            disabled={fromRow === 1}
            onPress={() => {
              setFromRow(Math.max(1, fromRow - PAGE));
            }}
          >
            Earlier rows
          </Button>
          <Button
            kind="link"
            disabled={answer.state !== 'known' || !answer.value.more}
            onPress={() => {
              setFromRow(fromRow + PAGE);
            }}
          >
            Later rows
          </Button>
        </div>
      </div>
      {answer.state === 'asking' && <Waiting says="Reading the sheet…" />}
      {answer.state === 'failed' && <Trouble failure={answer.failure} />}
      {answer.state === 'known' && <Cells sheet={sheet} rows={answer.value.rows} />}
    </>
  );
}

function Cells(props: {
  readonly sheet: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}): ReactElement {
  const width = Math.max(0, ...props.rows.map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, index) => columnName(index));
  return (
    <div className="cells" tabIndex={0} role="region" aria-label={`Cells of the sheet ${props.sheet}`}>
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
          {props.rows.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((name, index) => (
                <td key={name}>{cells[index] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

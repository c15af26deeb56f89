import type { ReactElement } from 'react';
import type { SheetReport } from '../../../preload/contract.ts';
import { useAnswer, valueOf } from '../../ask.ts';
import { coversWords, whatIsFound } from '../../words/extracts.ts';
import { layoutWords } from '../../words/layouts.ts';
import { qualityWords } from '../../words/record-quality.ts';
import { howMany, numberInWords } from '../../words/numbers.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';

/** How each sheet was understood. */
export function SheetReports({ sheets }: { readonly sheets: readonly SheetReport[] }): ReactElement {
  return (
    <div className="sheets">
      {sheets.map((sheet) => (
        <OneSheet key={sheet.sheet} sheet={sheet} />
      ))}
    </div>
  );
}

function OneSheet({ sheet }: { readonly sheet: SheetReport }): ReactElement {
  const measures = valueOf(useAnswer('measure.list', {})) ?? [];
  const named = measures.find((one) => one.measure === sheet.measure)?.shortName ?? sheet.measure;
  const rows: readonly [string, string][] = [
    [EXTRACTS_ROOM.layout, layoutWords(sheet.layout)],
    [EXTRACTS_ROOM.measureWord, named ?? ''],
    [EXTRACTS_ROOM.periods, coversWords(sheet.covers)],
    [EXTRACTS_ROOM.rowsRead, numberInWords(sheet.rowsRead)],
    [EXTRACTS_ROOM.found, whatIsFound([sheet])],
    [EXTRACTS_ROOM.cells, sheet.block ?? ''],
  ];
  return (
    <article className="sheet">
      <h3>
        {sheet.sheet}
        {sheet.state !== 'visible' && <span className="preview-quiet">{EXTRACTS_ROOM.hiddenSheet}</span>}
      </h3>
      <p>{sheet.says}</p>
      {sheet.illustrative && <p className="preview-quiet">{EXTRACTS_ROOM.itsTitleSaysThat}</p>}
      <dl>
        {rows
          .filter(([, words]) => words !== '')
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
      {sheet.quality !== null && (
        <>
          <h4>{EXTRACTS_ROOM.howCompleteTheRecords}</h4>
          <ul className="spellings">
            {qualityWords(sheet.quality).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {sheet.spellings.length > 0 && <Spellings spellings={sheet.spellings} />}
    </article>
  );
}

/** So many are read at a glance; the rest opens. */
const AT_A_GLANCE = 8;

function Spellings({ spellings }: Pick<SheetReport, 'spellings'>): ReactElement {
  const often = [...spellings].sort((one, other) => other.rows - one.rows);
  const more = often.slice(AT_A_GLANCE);
  const line = ({ found, kept, rows }: (typeof often)[number]): ReactElement => (
    <li key={found}>{EXTRACTS_ROOM.as(found, kept, howMany(rows, 'row', 'rows'))}</li>
  );
  return (
    <>
      <h4>
        {EXTRACTS_ROOM.matchedToOneName(
          howMany(spellings.length, EXTRACTS_ROOM.spellingWas, EXTRACTS_ROOM.spellingsWere),
        )}
      </h4>
      <ul className="spellings">{often.slice(0, AT_A_GLANCE).map(line)}</ul>
      {more.length > 0 && (
        <details>
          <summary>{EXTRACTS_ROOM.spellingsMore(howMany(more.length, 'spelling', 'spellings'))}</summary>
          <ul className="spellings">{more.map(line)}</ul>
        </details>
      )}
    </>
  );
}

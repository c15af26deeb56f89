import type { ReactElement } from 'react';
import type { SheetReport } from '../../../preload/contract.ts';
import { useAnswer, valueOf } from '../../ask.ts';
import { coversWords, whatIsFound } from '../../words/extracts.ts';
import { layoutWords } from '../../words/layouts.ts';
import { qualityWords } from '../../words/record-quality.ts';
import { howMany, numberInWords } from '../../words/numbers.ts';

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
    ['Layout', layoutWords(sheet.layout)],
    ['Measure', named ?? ''],
    ['Periods', coversWords(sheet.covers)],
    ['Rows read', numberInWords(sheet.rowsRead)],
    ['Found', whatIsFound([sheet])],
    ['Cells', sheet.block ?? ''],
  ];
  return (
    <article className="sheet">
      <h3>
        {sheet.sheet}
        {sheet.state !== 'visible' && <span className="preview-quiet"> (hidden sheet)</span>}
      </h3>
      <p>{sheet.says}</p>
      {sheet.illustrative && <p className="preview-quiet">Its title says that the figures are illustrative.</p>}
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
          <h4>How complete the records are</h4>
          <ul className="spellings">
            {qualityWords(sheet.quality).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {sheet.spellings.length > 0 && (
        <>
          <h4>{howMany(sheet.spellings.length, 'spelling was', 'spellings were')} matched to one name</h4>
          <ul className="spellings">
            {sheet.spellings.map(({ found, kept, rows: count }) => (
              <li key={found}>
                «{found}» as «{kept}», {howMany(count, 'row', 'rows')}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

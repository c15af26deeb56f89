import type { ReactElement } from 'react';
import type { ColumnIs } from '../../../core/intake/sheet-choice.ts';
import type { KeptMappingAnswer } from '../../../preload/contract-mapping.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { momentInWords } from '../../words/dates.ts';
import { layoutWords } from '../../words/layouts.ts';
import { columnWords, rowWords } from '../../words/meanings.ts';
import { howMany } from '../../words/numbers.ts';

/** How the officer said that sheets are to be read, by source; each can be forgotten, and kept again. */
export function KeptMappings(): ReactElement {
  const answer = useAnswer('mapping.list', {});
  const measures = valueOf(useAnswer('measure.list', {})) ?? [];
  const nameOf = (id: string): string => measures.find(({ measure }) => measure === id)?.shortName ?? id;
  if (answer.state === 'asking') return <Waiting says="Looking up what was kept…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  if (answer.value.length === 0) {
    return (
      <Empty title="Every sheet is read as the workbench sees it">
        <p>
          Where that is wrong, open «The sheet» in a preview and say what its columns and rows are. What you decide is
          kept here for the next file of the same source.
        </p>
      </Empty>
    );
  }
  const sources = [...new Set(answer.value.map(({ source }) => source))];
  return (
    <section className="area-names">
      <p className="preview-quiet">
        What you decided of a sheet is followed for the next file of the same source, as long as its headings fit. Files
        kept before stay as they are.
      </p>
      <div className="history mappings">
        <table>
          <caption className="visually-hidden">Kept mappings by source</caption>
          <thead>
            <tr>
              <th scope="col">Source and sheet</th>
              <th scope="col">What you decided</th>
              <th scope="col">Known by its headings</th>
              <th scope="col">Kept</th>
              <th scope="col">Last used</th>
              <th scope="col">
                <span className="visually-hidden">What can be done</span>
              </th>
            </tr>
          </thead>
          {sources.map((source) => (
            <tbody key={source}>
              {answer.value
                .filter((one) => one.source === source)
                .map((one, at) => (
                  <MappingRow key={one.mapping} one={one} named={at === 0} nameOf={nameOf} />
                ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

interface MappingRowProps {
  readonly one: KeptMappingAnswer;
  /** True for the first sheet of a source, which names it. */
  readonly named: boolean;
  readonly nameOf: (measure: string) => string;
}

function MappingRow({ one, named, nameOf }: MappingRowProps): ReactElement {
  const say = useSay();
  const forgotten = one.state === 'forgotten';
  const change = async (command: 'mapping.forget' | 'mapping.keep-again'): Promise<void> => {
    const reply = await ask(command, { mapping: one.mapping });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (command === 'mapping.keep-again') say(`«${one.source}» is read as you decided again.`);
    else say(`Forgotten: the next file of «${one.source}» is read as the workbench sees it.`);
  };
  return (
    <tr className={forgotten ? 'history-withdrawn' : undefined}>
      <th scope="row">
        {named && <span className="mapping-source">{one.source}</span>}
        {one.sheet !== one.source && one.sheet !== '' && <span className="mapping-sheet">sheet «{one.sheet}»</span>}
        <span className="mapping-sheet">from {one.fileName}</span>
      </th>
      <td>
        <ul className="mapping-decided">
          {decidedWords(one, nameOf).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </td>
      <td className="mapping-headings">
        {one.headings.map((row) => (
          <span key={row.join('|')}>{row.join(' · ')}</span>
        ))}
      </td>
      <td className="history-when">
        {momentInWords(one.madeAt)}
        {one.version > 1 && <span className="mapping-sheet">version {String(one.version)}</span>}
        {forgotten && <span className="history-reason">Forgotten since</span>}
      </td>
      <td className="history-when">
        {one.lastUsed === null ? (
          'Not yet'
        ) : (
          <>
            {momentInWords(one.lastUsed.at)}
            <span className="mapping-sheet">
              {one.lastUsed.fileName}, {howMany(one.uses, 'file', 'files')} in all
            </span>
          </>
        )}
      </td>
      <td>
        {forgotten ? (
          <Button label={`Keep the mapping of ${one.source} again`} onPress={() => void change('mapping.keep-again')}>
            Keep again
          </Button>
        ) : (
          <Button label={`Forget the mapping of ${one.source}`} onPress={() => void change('mapping.forget')}>
            Forget
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What was decided, a line each: the sheet as a whole, then its columns, then its rows. */
export function decidedWords(one: KeptMappingAnswer, nameOf: (measure: string) => string): string[] {
  if (one.leaveOut) return ['Not read at all'];
  const nameless = (text: string): string => (text === '' ? 'without a heading' : `«${text}»`);
  return [
    ...(one.layout === null ? [] : [layoutWords(one.layout)]),
    ...(one.measure === null ? [] : [`Measure: ${nameOf(one.measure)}`]),
    ...one.columns.map(
      ({ heading, is }) => `Column ${nameless(heading)}: ${columnWords(is as ColumnIs).toLowerCase()}`,
    ),
    ...one.rows.map(({ label, is, year, measure }) => {
      const more = [year, measure === null ? null : nameOf(measure)].filter((part) => part !== null);
      return `Row ${nameless(label)}: ${[rowWords(is).toLowerCase(), ...more].join(', ')}`;
    }),
  ];
}

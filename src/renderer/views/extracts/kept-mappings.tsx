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
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';

/** How the officer said that sheets are to be read, by source; each can be forgotten, and kept again. */
export function KeptMappings(): ReactElement {
  const answer = useAnswer('mapping.list', {});
  const measures = valueOf(useAnswer('measure.list', {})) ?? [];
  const nameOf = (id: string): string => measures.find(({ measure }) => measure === id)?.shortName ?? id;
  if (answer.state === 'asking') return <Waiting says={EXTRACTS_ROOM.lookingUpWhatWas} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  if (answer.value.length === 0) {
    return (
      <Empty title={EXTRACTS_ROOM.everySheetIsRead}>
        <p>{EXTRACTS_ROOM.whereThatIsWrong}</p>
      </Empty>
    );
  }
  const sources = [...new Set(answer.value.map(({ source }) => source))];
  return (
    <section className="area-names">
      <p className="preview-quiet">{EXTRACTS_ROOM.whatYouDecidedOf}</p>
      <div className="history mappings">
        <table>
          <caption className="visually-hidden">{EXTRACTS_ROOM.keptMappingsBySource}</caption>
          <thead>
            <tr>
              <th scope="col">{EXTRACTS_ROOM.sourceAndSheet}</th>
              <th scope="col">{EXTRACTS_ROOM.whatYouDecided}</th>
              <th scope="col">{EXTRACTS_ROOM.knownByItsHeadings}</th>
              <th scope="col">{EXTRACTS_ROOM.kept}</th>
              <th scope="col">{EXTRACTS_ROOM.lastUsed}</th>
              <th scope="col">
                <span className="visually-hidden">{EXTRACTS_ROOM.whatCanBeDone}</span>
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
    else if (command === 'mapping.keep-again') say(EXTRACTS_ROOM.isReadAsYou(one.source));
    else say(EXTRACTS_ROOM.forgottenTheNextFile(one.source));
  };
  return (
    <tr className={forgotten ? 'history-withdrawn' : undefined}>
      <th scope="row">
        {named && <span className="mapping-source">{one.source}</span>}
        {one.sheet !== one.source && one.sheet !== '' && (
          <span className="mapping-sheet">{EXTRACTS_ROOM.sheet(one.sheet)}</span>
        )}
        <span className="mapping-sheet">{EXTRACTS_ROOM.from(one.fileName)}</span>
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
        {one.version > 1 && <span className="mapping-sheet">{EXTRACTS_ROOM.version(one.version)}</span>}
        {forgotten && <span className="history-reason">{EXTRACTS_ROOM.forgottenSince}</span>}
      </td>
      <td className="history-when">
        {one.lastUsed === null ? (
          EXTRACTS_ROOM.notYet
        ) : (
          <>
            {momentInWords(one.lastUsed.at)}
            <span className="mapping-sheet">
              {EXTRACTS_ROOM.inAll(one.lastUsed.fileName, howMany(one.uses, 'file', 'files'))}
            </span>
          </>
        )}
      </td>
      <td>
        {forgotten ? (
          <Button label={EXTRACTS_ROOM.keepTheMappingOf(one.source)} onPress={() => void change('mapping.keep-again')}>
            {EXTRACTS_ROOM.keepAgain}
          </Button>
        ) : (
          <Button label={EXTRACTS_ROOM.forgetTheMappingOf(one.source)} onPress={() => void change('mapping.forget')}>
            {EXTRACTS_ROOM.forget}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What was decided, a line each: the sheet as a whole, then its columns, then its rows. */
export function decidedWords(one: KeptMappingAnswer, nameOf: (measure: string) => string): string[] {
  if (one.leaveOut) return [EXTRACTS_ROOM.notReadAtAll];
  const nameless = (text: string): string => (text === '' ? EXTRACTS_ROOM.withoutAHeading : `«${text}»`);
  return [
    ...(one.layout === null ? [] : [layoutWords(one.layout)]),
    ...(one.measure === null ? [] : [EXTRACTS_ROOM.measure(nameOf(one.measure))]),
    ...one.columns.map(({ heading, is }) =>
      EXTRACTS_ROOM.column(nameless(heading), columnWords(is as ColumnIs).toLowerCase()),
    ),
    ...one.rows.map(({ label, is, year, measure }) => {
      const more = [year, measure === null ? null : nameOf(measure)].filter((part) => part !== null);
      return EXTRACTS_ROOM.row(nameless(label), [rowWords(is).toLowerCase(), ...more].join(', '));
    }),
  ];
}

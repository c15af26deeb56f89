import { useState, type ReactElement } from 'react';
import { columnName } from '../../../core/intake/grid.ts';
import { FIELDS } from '../../../core/intake/sheet-choice.ts';
import { personalWords } from '../../../core/words/personal-words.ts';
import type { Preview, SheetReport } from '../../../preload/contract.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { Field } from '../../parts/field.tsx';
import { fieldWords } from '../../words/meanings.ts';
import { howMany } from '../../words/numbers.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { queue, type QueuedFile } from './queue.ts';
import { withColumn, type Draft, type SheetReading } from './sheet-draft.ts';
import './people-columns.css';

type PeopleColumn = SheetReport['aboutPeople'][number];

/** Columns about people: left out, unless the officer keeps one and says why. */
export function PeopleColumns(props: { readonly one: QueuedFile; readonly preview: Preview }): ReactElement | null {
  const { one, preview } = props;
  const sheets = preview.sheets.flatMap((sheet, position) =>
    sheet.aboutPeople.length === 0 ? [] : [{ sheet, reading: preview.readings[position] }],
  );
  if (sheets.length === 0) return null;
  const columns = sheets.flatMap(({ sheet }) => sheet.aboutPeople);
  const out = columns.filter(({ keptAs }) => keptAs === null).length;
  return (
    <section className="people-columns" aria-label={EXTRACTS_ROOM.columnsAboutPeople}>
      <h3>
        {out === 0
          ? EXTRACTS_ROOM.columnsAboutPeopleThat
          : EXTRACTS_ROOM.aboutPeopleLeftOut(howMany(out, 'column', 'columns'))}
      </h3>
      <p>{EXTRACTS_ROOM.nothingOfAColumn}</p>
      {sheets.map(({ sheet, reading }) => (
        <div key={sheet.sheet}>
          {sheets.length > 1 && <h4>{sheet.sheet}</h4>}
          <ul>
            {sheet.aboutPeople.map((each) => (
              <OneColumn
                key={each.column}
                file={one.file}
                column={each}
                reading={one.step === 'read' ? reading : undefined}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function OneColumn(props: {
  readonly file: string;
  readonly column: PeopleColumn;
  /** Undefined while nothing can be changed. */
  readonly reading: SheetReading | undefined;
}): ReactElement {
  const { file, column, reading } = props;
  const [asking, setAsking] = useState(false);
  const name = `${columnName(column.column)} «${column.heading === '' ? EXTRACTS_ROOM.withoutAHeading : column.heading}»`;
  const decide = (keepAs: string | null, reason: string): void => {
    if (reading === undefined) return;
    queue.readWith(file, reading.position, decided(reading, column, keepAs, reason));
  };
  return (
    <li>
      <div className="people-column">
        <span>
          <strong>{name}</strong> {personalWords(column.kind)}
          <span className="preview-quiet">
            {column.by === 'values' ? EXTRACTS_ROOM.byWhatStandsIn : EXTRACTS_ROOM.byItsHeading}
          </span>
          {column.keptAs !== null && (
            <>
              {EXTRACTS_ROOM.keptAsBecause(fieldWords(column.keptAs))}
              {column.reason}
            </>
          )}
        </span>
        {reading !== undefined && column.keptAs !== null && (
          <Button
            kind="link"
            label={EXTRACTS_ROOM.leaveOutAfterAll(name)}
            onPress={() => {
              decide(null, '');
            }}
          >
            {EXTRACTS_ROOM.leaveItOutAfter}
          </Button>
        )}
        {reading !== undefined && column.keptAs === null && !asking && (
          <Button
            kind="link"
            label={EXTRACTS_ROOM.keepWithAReason(name)}
            onPress={() => {
              setAsking(true);
            }}
          >
            {EXTRACTS_ROOM.keepIt}
          </Button>
        )}
      </div>
      {asking && (
        <KeepForm
          name={name}
          onKeep={decide}
          onLeave={() => {
            setAsking(false);
          }}
        />
      )}
    </li>
  );
}

function KeepForm(props: {
  readonly name: string;
  readonly onKeep: (keepAs: string, reason: string) => void;
  readonly onLeave: () => void;
}): ReactElement {
  const [keepAs, setKeepAs] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const options = (FIELDS.records ?? []).map((id) => ({ id, words: fieldWords(id) }));
  return (
    <div className="people-keep" role="group" aria-label={EXTRACTS_ROOM.keep(props.name)}>
      <Chooser label={EXTRACTS_ROOM.keepItAs} value={keepAs} options={options} onChoose={setKeepAs} />
      <Field
        label={EXTRACTS_ROOM.whyItMayBe}
        value={reason}
        onChange={setReason}
        longest={500}
        hint={EXTRACTS_ROOM.goesWithTheDecision}
      />
      <div className="section-tools">
        <Button
          disabled={keepAs === null || reason.trim().length < 3}
          onPress={() => {
            props.onKeep(keepAs ?? '', reason.trim());
          }}
        >
          {EXTRACTS_ROOM.readAgainWithIt}
        </Button>
        <Button kind="link" onPress={props.onLeave}>
          {EXTRACTS_ROOM.leaveItOut}
        </Button>
      </div>
    </div>
  );
}

/** What the sheet is read as, with one column kept as this and for this reason; null: left out. */
function decided(
  reading: SheetReading,
  { column, heading }: PeopleColumn,
  keepAs: string | null,
  reason: string,
): Draft {
  const headerRow = reading.headerRows.at(-1) ?? 1;
  const is = keepAs === null ? ({ kind: 'nothing' } as const) : ({ kind: 'field', field: keepAs } as const);
  const draft = withColumn(reading.choice, headerRow, column, heading, is);
  if (keepAs === null) return draft;
  return {
    ...draft,
    tables: draft.tables.map((table) => ({
      ...table,
      columns: table.columns.map((one) => (one.column === column ? { ...one, reason } : one)),
    })),
  };
}

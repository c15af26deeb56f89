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
    <section className="people-columns" aria-label="Columns about people">
      <h3>
        {out === 0
          ? 'Columns about people that you keep'
          : `${howMany(out, 'column', 'columns')} about people left out`}
      </h3>
      <p>
        Nothing of a column that is left out reaches the store. Keep one only if you are sure that it names nobody.
        Crime numbers are kept as a keyed hash: repeats can be counted, the numbers cannot be read.
      </p>
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
  const name = `${columnName(column.column)} «${column.heading === '' ? 'without a heading' : column.heading}»`;
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
            {column.by === 'values' ? ', by what stands in it' : ', by its heading'}
          </span>
          {column.keptAs !== null && (
            <>
              . Kept as {fieldWords(column.keptAs)}, because: {column.reason}
            </>
          )}
        </span>
        {reading !== undefined && column.keptAs !== null && (
          <Button
            kind="link"
            label={`Leave out ${name} after all`}
            onPress={() => {
              decide(null, '');
            }}
          >
            Leave it out after all
          </Button>
        )}
        {reading !== undefined && column.keptAs === null && !asking && (
          <Button
            kind="link"
            label={`Keep ${name} with a reason`}
            onPress={() => {
              setAsking(true);
            }}
          >
            Keep it…
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
    <div className="people-keep" role="group" aria-label={`Keep ${props.name}`}>
      <Chooser label="Keep it as" value={keepAs} options={options} onChoose={setKeepAs} />
      <Field
        label="Why it may be kept"
        value={reason}
        onChange={setReason}
        longest={500}
        hint="Goes with the decision for next month, and into the audit trail."
      />
      <div className="section-tools">
        <Button
          disabled={keepAs === null || reason.trim().length < 3}
          onPress={() => {
            props.onKeep(keepAs ?? '', reason.trim());
          }}
        >
          Read again with it
        </Button>
        <Button kind="link" onPress={props.onLeave}>
          Leave it out
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

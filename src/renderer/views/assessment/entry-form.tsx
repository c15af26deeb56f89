import { useState, type ReactElement } from 'react';
import type { EntryValues, FieldForm, FieldValue, ListForm } from '../../../core/lists/list-form.ts';
import { idsOf } from '../../../core/lists/list-form.ts';
import { penceOf, poundsOf } from '../../../core/lists/pounds.ts';
import { problemsOfEntry, warningsOfEntry } from '../../../core/lists/problems-of-entry.ts';
import type { Input } from '../../../preload/contract.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { LIST_PANES } from '../../words/assessment-lists.ts';
import type { Issue } from './assessment-words.ts';
import { EntryNotes } from './entry-notes.tsx';
import type { EntryShown } from './list-pane.tsx';

/** What is being typed: amounts and numbers as they are written. */
type Typed = Readonly<Record<string, FieldValue>>;

const UNSAID = 'not-said';

const typedOf = (form: ListForm, values: EntryValues): Typed =>
  Object.fromEntries(
    form.fields.map(({ id, kind }) => {
      const value = values[id] ?? null;
      const shown = typeof value !== 'number' ? value : kind === 'pence' ? poundsOf(value) : String(value);
      return [id, shown ?? ''];
    }),
  );

/** What stands in the form as an entry's values, and what cannot be read. */
function valuesOf(form: ListForm, typed: Typed): { values: EntryValues; unread: string[] } {
  const unread: string[] = [];
  const values = form.fields.flatMap((field): [string, FieldValue][] => {
    const value = typed[field.id] ?? null;
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    if (typeof value !== 'string' || (field.kind !== 'pence' && field.kind !== 'whole')) return [[field.id, value]];
    const number =
      field.kind === 'pence'
        ? penceOf(value)
        : /^\d[\d,]*$/.test(value.trim())
          ? Number(value.replaceAll(',', ''))
          : null;
    if (number === null) {
      unread.push(
        LIST_PANES.saysWrite(
          field.words,
          value,
          field.kind === 'pence' ? LIST_PANES.poundsAndPence : LIST_PANES.aWholeNumber,
        ),
      );
      return [];
    }
    return [[field.id, number]];
  });
  return { values: Object.fromEntries(values), unread };
}

/** One entry of a list, field by field, with what became of it below. */
export function EntryForm(props: {
  readonly form: ListForm;
  readonly entry: EntryShown | null;
  readonly issues: readonly Issue[];
  readonly today: string;
  readonly onDone: () => void;
}): ReactElement {
  const { form, entry, onDone } = props;
  const [typed, setTyped] = useState<Typed>(() => typedOf(form, entry?.values ?? {}));
  const say = useSay();
  const { values, unread } = valuesOf(form, typed);
  const problems = [...unread, ...problemsOfEntry(form, values)];
  const warnings = warningsOfEntry(form, values);
  const save = async (): Promise<void> => {
    const sent: Input<'list.save'>['values'] = Object.fromEntries(
      Object.entries(values).map(([id, value]) => [
        id,
        Array.isArray(value) ? [...(value as string[])] : (value as string),
      ]),
    );
    const reply = await ask('list.save', { list: form.list, id: entry?.id ?? null, values: sent });
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    say(LIST_PANES.kept(form.name));
    onDone();
  };
  const takeOut = async (): Promise<void> => {
    if (entry === null) return;
    const reply = await ask('list.take-out', { list: form.list, id: entry.id });
    say(reply.ok ? LIST_PANES.itIsTakenOut : reply.failure.message, reply.ok ? 'said' : 'trouble');
    if (reply.ok) onDone();
  };
  return (
    <div className="panel-form">
      {form.fields.map((field) => (
        <OneField
          key={field.id}
          field={field}
          value={typed[field.id] ?? ''}
          issues={props.issues}
          onChange={(value) => {
            setTyped((now) => ({ ...now, [field.id]: value }));
          }}
        />
      ))}
      {warnings.length > 0 && (
        <ul className="entry-warnings" role="status">
          {warnings.map((warning) => (
            <li key={warning}>▲ {warning}</li>
          ))}
        </ul>
      )}
      {problems.length > 0 && <p className="entry-problems">{problems.join(' ')}</p>}
      {entry?.brought != null && (
        <p className="entry-from">
          {LIST_PANES.fromSheet(
            entry.brought.file,
            entry.brought.sheet,
            entry.brought.cell,
            entry.version > 0 ? LIST_PANES.whatYouSavedHere : '',
          )}
        </p>
      )}
      <div className="section-tools">
        <Button kind="primary" disabled={problems.length > 0} onPress={() => void save()}>
          {LIST_PANES.keepThis(form.one)}
        </Button>
        {entry !== null && (
          <Button kind="danger" onPress={() => void takeOut()}>
            {LIST_PANES.takeItOut}
          </Button>
        )}
        <Button onPress={onDone}>{LIST_PANES.leaveItAsIt}</Button>
      </div>
      {entry !== null && form.notes && <EntryNotes form={form} entry={entry} today={props.today} />}
    </div>
  );
}

interface OneFieldProps {
  readonly field: FieldForm;
  readonly value: FieldValue;
  readonly issues: readonly Issue[];
  readonly onChange: (value: FieldValue) => void;
}

function OneField({ field, value, issues, onChange }: OneFieldProps): ReactElement {
  const text = typeof value === 'string' ? value : '';
  if (field.kind === 'choice')
    return (
      <Chooser
        label={field.words}
        value={text === '' ? UNSAID : text}
        options={[
          ...(field.needed === true ? [] : [{ id: UNSAID, words: LIST_PANES.notSaid }]),
          ...(field.options ?? []),
        ]}
        onChoose={(chosen) => {
          onChange(chosen === UNSAID ? '' : chosen);
        }}
      />
    );
  if (field.kind === 'day') return <DayField label={field.words} value={text} onChange={onChange} />;
  if (field.kind === 'measures' || field.kind === 'issues')
    return <Ticks field={field} ticked={idsOf({ [field.id]: value }, field.id)} issues={issues} onChange={onChange} />;
  return (
    <Field
      label={field.words}
      value={text}
      onChange={onChange}
      longest={field.kind === 'text' ? 4000 : 300}
      {...(field.kind === 'text' ? { rows: 3 } : {})}
      {...(field.hint === undefined ? {} : { hint: field.hint })}
    />
  );
}

function Ticks(props: {
  readonly field: FieldForm;
  readonly ticked: readonly string[];
  readonly issues: readonly Issue[];
  readonly onChange: (value: readonly string[]) => void;
}): ReactElement | null {
  const { field, ticked, onChange } = props;
  const measures = valueOf(useAnswer('measure.list', {})) ?? [];
  const offered =
    field.kind === 'issues'
      ? props.issues.map(({ id, name }) => ({ id, name }))
      : measures.map(({ measure, shortName }) => ({ id: measure, name: shortName }));
  if (offered.length === 0) return <p className="entry-from">{LIST_PANES.noneYetPutThe(field.words)}</p>;
  return (
    <fieldset className="ticks">
      <legend>{field.words}</legend>
      {offered.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={ticked.includes(id)}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              onChange(on ? [...ticked, id] : ticked.filter((one) => one !== id));
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

import type { ReactElement, ReactNode } from 'react';
import {
  headOf,
  wordsOf,
  type FieldForm,
  type ListEntry,
  type ListForm,
  type ListId,
} from '../../../core/lists/list-form.ts';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { sayDay, sayField } from '../../../core/lists/say-field.ts';
import { dayDue, sayDue } from '../../../core/lists/when-due.ts';
import type { Output } from '../../../preload/contract.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { CopyTable } from '../../parts/copy-table.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { useSay } from '../../parts/notice.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import type { TableColumn, TableValue } from '../../parts/table-value.ts';
import { LIST_PANES } from '../../words/assessment-lists.ts';
import { EntryForm } from './entry-form.tsx';
import type { Issue } from './assessment-words.ts';

export type ListShown = Output<'list.show'>;
export type EntryShown = ListShown['entries'][number];

/** A column of a list's table; `say` answers '' where nothing is known. */
export interface ListColumn {
  readonly head: string;
  readonly under?: string;
  readonly number?: boolean;
  readonly say: (entry: EntryShown, today: string) => string;
}

interface ListPaneProps {
  readonly list: ListId;
  readonly issues: readonly Issue[];
  /** What an entry is, for a list that is empty. */
  readonly what: string;
  /** Fields that are columns, and columns worked out, in order. */
  readonly columns: readonly (string | ListColumn)[];
  /** What stands above the table: how the entries stand together. */
  readonly above?: (shown: ListShown) => ReactNode;
  readonly below?: (shown: ListShown) => ReactNode;
  /** Under the heading of the list, when it has one of its own. */
  readonly heading?: string;
  /** Where the entries also come from, said beside the sheet to bring. */
  readonly also?: string;
}

/** Names of measures and issues, by id. */
export function useNames(issues: readonly Issue[]): ReadonlyMap<string, string> {
  const measures = valueOf(useAnswer('measure.list', {})) ?? [];
  return new Map([
    ...issues.map(({ id, name }) => [id, name] as const),
    ...measures.map(({ measure, shortName }) => [measure, shortName] as const),
  ]);
}

/** The day an entry is due, with how late it is where it is late; `otherwise` where no day is named. */
export function sayWhen(form: ListForm, { values }: ListEntry, today: string, otherwise = ''): string {
  const named = form.due === null ? '' : wordsOf(values, form.due.day);
  const day = dayDue(form, values);
  const late = day === null || day >= today ? '' : `, ${sayDue(today, day)}`;
  return named === '' ? otherwise : `${sayDay(named)}${late}`;
}

const columnOf = (field: FieldForm, names: ReadonlyMap<string, string>): ListColumn => ({
  head: headOf(field),
  number: field.kind === 'pence' || field.kind === 'whole',
  say: ({ values }) => sayField(field, values[field.id] ?? null, names),
});

/** A list kept by hand or brought from a sheet: its table, a form for each entry, what was taken out. */
export function ListPane(props: ListPaneProps): ReactElement {
  const form = LIST_FORMS[props.list];
  const answer = useAnswer('list.show', { list: props.list });
  const names = useNames(props.issues);
  const panel = useSidePanel();
  if (answer.state === 'asking') return <Waiting says={LIST_PANES.reading(form.name)} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const shown = answer.value;
  const open = (entry: EntryShown | null): void => {
    panel.open({
      title: entry === null ? LIST_PANES.aNew(form.one) : sayField(titleOf(form), entry.values[form.title] ?? null),
      body: (
        <EntryForm
          key={entry?.id ?? 'new'}
          form={form}
          entry={entry}
          issues={props.issues}
          today={shown.today}
          onDone={panel.close}
        />
      ),
    });
  };
  const add = (
    <Button
      kind={shown.entries.length === 0 ? 'primary' : 'plain'}
      onPress={() => {
        open(null);
      }}
    >
      {LIST_PANES.add(withArticle(form.one))}
    </Button>
  );
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const columns = props.columns.flatMap((one): ListColumn[] => {
    if (typeof one !== 'string') return [one];
    const field = fields.get(one);
    return field === undefined ? [] : [columnOf(field, names)];
  });
  const table: TableValue = {
    caption: form.name,
    rowHead: titleOf(form).words,
    columns: columns.map(({ head, under, number = false }): TableColumn => ({
      head,
      text: !number,
      ...(under === undefined ? {} : { under }),
    })),
    rows: shown.entries.map((entry) => ({
      head: sayField(titleOf(form), entry.values[form.title] ?? null),
      onHead: () => {
        open(entry);
      },
      cells: columns.map(({ say }) => ({ text: say(entry, shown.today) })),
    })),
    notes: [],
  };
  return (
    <section className="section list-pane">
      {shown.entries.length === 0 ? (
        <Empty title={LIST_PANES.nothingYet(form.name)}>
          <p>{props.what}</p>
          {add}
        </Empty>
      ) : (
        <>
          {props.above?.(shown)}
          <div className="section-head">
            <h2>{props.heading ?? form.name}</h2>
            <div className="section-tools">
              <CopyTable table={table} />
              {add}
            </div>
          </div>
          <FigureTable table={table} captionHidden />
          {props.below?.(shown)}
        </>
      )}
      <TakenOut shown={shown} form={form} />
      <BringSheet form={form} also={props.also ?? ''} />
    </section>
  );
}

/** `a grant`, `an outcome`. */
const withArticle = (one: string): string => `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;

const titleOf = (form: ListForm): FieldForm => {
  const field = form.fields.find(({ id }) => id === form.title);
  if (field === undefined) throw new Error(`the list ${form.list} has no field ${form.title}`);
  return field;
};

function TakenOut({ shown, form }: { readonly shown: ListShown; readonly form: ListForm }): ReactElement | null {
  const say = useSay();
  if (shown.takenOut.length === 0) return null;
  const putBack = async (id: string): Promise<void> => {
    const reply = await ask('list.put-back', { list: shown.list, id });
    say(reply.ok ? LIST_PANES.itIsBackIn : reply.failure.message, reply.ok ? 'said' : 'trouble');
  };
  return (
    <details className="taken-out">
      <summary>{LIST_PANES.takenOut(shown.takenOut.length)}</summary>
      <ul>
        {shown.takenOut.map((entry) => {
          const title = sayField(titleOf(form), entry.values[form.title] ?? null);
          return (
            <li key={entry.id}>
              <span>{title}</span>
              <Button kind="link" label={LIST_PANES.putBack(title)} onPress={() => void putBack(entry.id)}>
                {LIST_PANES.putBackWord}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function BringSheet({ form, also }: { readonly form: ListForm; readonly also: string }): ReactElement {
  const say = useSay();
  const bring = async (file: string): Promise<void> => {
    const reply = await ask('list.import', { list: form.list, file });
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    const { kept, refusals, warnings } = reply.value;
    const lines = (refusals.length > 0 ? refusals : warnings)
      .slice(0, 4)
      .map(({ row, says }) => (row === null ? says : LIST_PANES.row(row, says)))
      .join(' ');
    if (refusals.length > 0) say(LIST_PANES.nothingWasKept(lines), 'trouble');
    else if (warnings.length > 0) say(LIST_PANES.keptLookAtThese(kept, lines), 'trouble');
    else say(LIST_PANES.keptOf(kept, form.name));
  };
  const heads = [...form.fields.map(headOf), ...(form.notes ? [LIST_PANES.progress] : [])];
  return (
    <FileDrop
      label={LIST_PANES.aSheet(form.name)}
      title={LIST_PANES.fromASheet(form.name)}
      note={LIST_PANES.aRowForEach(form.one, heads.join(', '), also).trim()}
      tall={false}
      primary={false}
      onFiles={(files) => {
        const [first] = files;
        if (first !== undefined) void bring(first.file);
      }}
    />
  );
}

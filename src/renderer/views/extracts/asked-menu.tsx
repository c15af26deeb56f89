import type { ReactElement, RefObject } from 'react';
import type { Layout } from '../../../core/intake/plan.ts';
import type { ColumnIs, RowChoice } from '../../../core/intake/sheet-choice.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { ChoiceMenu } from './choice-menu.tsx';
import { columnOptions, rowOptions } from './choice-options.ts';
import { tableAt, withColumn, withRow, type Draft } from './sheet-draft.ts';
import type { Asked } from './sheet-grid.tsx';

/** The row as it is decided, or as the workbench would have it; null where it stands in no table. */
export function rowOf(draft: Draft, row: number): RowChoice | null {
  const table = tableAt(draft, row);
  if (table === undefined || row <= table.headerRow) return null;
  const said = table.rows.find((one) => one.row === row);
  return (said as RowChoice | undefined) ?? { row, label: '', is: 'figures', year: null, measure: null };
}

interface AskedMenuProps {
  readonly asked: Asked;
  readonly draft: Draft;
  readonly layout: Layout;
  readonly measures: readonly { readonly id: string; readonly words: string }[];
  readonly anchor: RefObject<Element | null>;
  readonly onChange: (draft: Draft) => void;
  readonly onClose: () => void;
}

/** The menu beside a column’s head or a row’s number. */
export function AskedMenu({
  asked,
  draft,
  layout,
  measures,
  anchor,
  onChange,
  onClose,
}: AskedMenuProps): ReactElement | null {
  const years = yearsOf(draft);
  if (asked.about === 'row') {
    const now = rowOf(draft, asked.row);
    const table = tableAt(draft, asked.row);
    if (now === null || table === undefined) return null;
    return (
      <ChoiceMenu
        label={EXTRACTS_ROOM.whatRowIs(asked.row)}
        groups={rowOptions(layout, now, years, measures)}
        anchor={anchor}
        onChoose={(value) => {
          onChange(withRow(draft, table.headerRow, { ...value, label: now.label === '' ? asked.label : now.label }));
        }}
        onClose={onClose}
      />
    );
  }
  const { headerRow, column, heading } = asked;
  const own = draft.tables.find((table) => table.headerRow === headerRow)?.columns.find((one) => one.column === column);
  const now: ColumnIs = (own?.is as ColumnIs | undefined) ?? { kind: 'nothing' };
  return (
    <ChoiceMenu
      label={EXTRACTS_ROOM.whatTheColumnIs(heading)}
      groups={columnOptions(layout, now, years, heading)}
      anchor={anchor}
      onChoose={(is) => {
        onChange(withColumn(draft, headerRow, column, own?.heading ?? heading, is));
      }}
      onClose={onClose}
    />
  );
}

/** The financial years a draft speaks of. */
function yearsOf({ tables }: Draft): string[] {
  const years = tables.flatMap(({ columns, rows }) => [
    ...rows.flatMap(({ year }) => year ?? []),
    ...columns.flatMap(({ is }) =>
      (is.kind === 'month' || is.kind === 'quarter' || is.kind === 'year') && is.year !== null ? [is.year] : [],
    ),
  ]);
  const thisYear = new Date();
  const start = thisYear.getMonth() >= 3 ? thisYear.getFullYear() : thisYear.getFullYear() - 1;
  return years.length > 0 ? years : [`${String(start)}/${String((start + 1) % 100).padStart(2, '0')}`];
}

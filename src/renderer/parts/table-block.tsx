import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Button, Input, Label, Menu, MenuItem, MenuTrigger, Popover, SearchField } from 'react-aria-components';
import { CopyTable } from './copy-table.tsx';
import { useDensity } from './density.ts';
import { FigureTable } from './figure-table.tsx';
import { AS_IT_CAME, shapedTable, sortedBy, type TableShape } from './table-shape.ts';
import { columnNamed, type TableValue } from './table-value.ts';
import { PARTS } from '../words/parts.ts';
import './table-block.css';

/** From so many rows on a table can be filtered, from so many columns on some can be left out. */
const ROWS_TO_FILTER = 8;
const COLUMNS_TO_CHOOSE = 5;

interface TableBlockProps {
  readonly table: TableValue;
  readonly heading: string;
  /** `list`: rows of one kind, which may be sorted and filtered. `board`: rows that belong together in their order. */
  readonly kind: 'list' | 'board';
  readonly level?: 2 | 3;
  readonly tall?: boolean;
  /** More tools, before the table’s own. */
  readonly tools?: ReactNode;
  readonly notesHidden?: boolean;
  /** A list’s order to begin with. */
  readonly sort?: NonNullable<TableShape['sort']>;
}

/** A table under its heading, with what an analyst does to it: filter, sort, leave columns out, close the rows up, copy. */
export function TableBlock(props: TableBlockProps): ReactElement {
  const { table, heading, kind, level = 2, tall = false, tools, notesHidden = false } = props;
  const id = useId();
  const [shape, setShape] = useState<TableShape>({ ...AS_IT_CAME, sort: props.sort ?? null });
  const shown = shapedTable(table, shape);
  const Heading = level === 2 ? 'h2' : 'h3';
  // The column sorted by may stand elsewhere once others are left out.
  const whereShown = shape.sort === null ? -2 : columnShown(table, shown, shape.sort.by);
  const onSort = (at: number): void => {
    const asked = shown.columns[at];
    const by = asked === undefined ? -1 : columnAt(table, columnNamed(asked));
    setShape((now) => ({ ...now, sort: sortedBy(now.sort, by) }));
  };
  const filters = kind === 'list' && table.rows.length >= ROWS_TO_FILTER;
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <Heading id={id}>{heading}</Heading>
        <div className="section-tools">
          {tools}
          {filters && (
            <SearchField
              className="table-filter"
              value={shape.filter}
              onChange={(filter) => {
                setShape((now) => ({ ...now, filter }));
              }}
            >
              <Label className="visually-hidden">{PARTS.showRowsWith}</Label>
              <Input className="text-input" placeholder={PARTS.showRowsWithWord} />
            </SearchField>
          )}
          <ViewMenu table={table} shape={shape} onShape={setShape} />
          <CopyTable table={shown} />
        </div>
      </div>
      <FigureTable
        table={shown}
        captionHidden
        tall={tall}
        {...(kind === 'list' ? { sort: { by: whereShown, down: shape.sort?.down ?? true, onSort } } : {})}
      />
      {shown.rows.length < table.rows.length && (
        <p className="table-left" role="status">
          {PARTS.with(
            shown.rows.length === 0 ? PARTS.noRow : PARTS.ofRows(shown.rows.length, table.rows.length),
            shape.filter.trim(),
          )}
        </p>
      )}
      {!notesHidden && table.notes.length > 0 && (
        <ul className="notes">
          {table.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

const columnAt = (table: TableValue, name: string): number =>
  table.columns.findIndex((column) => columnNamed(column) === name);

function columnShown(table: TableValue, shown: TableValue, by: number): number {
  const column = table.columns[by];
  return column === undefined ? -1 : columnAt(shown, columnNamed(column));
}

interface ViewMenuProps {
  readonly table: TableValue;
  readonly shape: TableShape;
  readonly onShape: (change: (now: TableShape) => TableShape) => void;
}

/** Which columns are shown, and how close the rows stand. */
function ViewMenu({ table, shape, onShape }: ViewMenuProps): ReactElement {
  const { dense, setDense } = useDensity();
  const choosable = table.columns.length >= COLUMNS_TO_CHOOSE ? table.columns.map(columnNamed) : [];
  const chosen = new Set([...choosable.filter((name) => !shape.hidden.has(name)), ...(dense ? ['\u0000dense'] : [])]);
  return (
    <MenuTrigger>
      <Button className="table-view-button">{PARTS.view}</Button>
      <Popover className="chooser-list" placement="bottom end">
        <Menu
          aria-label={PARTS.howTheTableIs}
          className="table-view"
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const kept = (key: string): boolean => keys === 'all' || keys.has(key);
            if (kept('\u0000dense') !== dense) setDense(!dense);
            const hidden = new Set(choosable.filter((name) => !kept(name)));
            // A table of row heads alone says nothing: the last column stays.
            if (hidden.size < table.columns.length) onShape((now) => ({ ...now, hidden }));
          }}
        >
          <MenuItem id={'\u0000dense'} textValue={PARTS.rowsCloseTogether} className="chooser-option table-view-option">
            {PARTS.rowsCloseTogether}
          </MenuItem>
          {choosable.map((name) => (
            <MenuItem key={name} id={name} textValue={name} className="chooser-option table-view-option">
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

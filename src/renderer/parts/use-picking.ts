import { useCallback, useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { ask } from '../ask.ts';
import { PARTS } from '../words/parts.ts';
import { useSay } from './notice.tsx';
import { blockBetween, pickedTable, type CellPlace, type Picked } from './picked-cells.ts';
import { tableHtml, tableText } from './table-clipboard.ts';
import type { TableValue } from './table-value.ts';

/** Where a cell of a table stands; null for heads and for what is no cell. */
export function placeOf(target: EventTarget | null): CellPlace | null {
  const cell = target instanceof Element ? target.closest('td') : null;
  const row = cell?.parentElement;
  const body = row?.parentElement;
  if (!(row instanceof HTMLTableRowElement) || !(body instanceof HTMLTableSectionElement) || cell === null) return null;
  return { row: row.sectionRowIndex, column: cell.cellIndex - 1 };
}

interface Picking {
  readonly picked: Picked | null;
  readonly handlers: {
    readonly onMouseDown: (event: MouseEvent) => void;
    readonly onMouseOver: (event: MouseEvent) => void;
    readonly onClickCapture: (event: MouseEvent) => void;
  };
  readonly onCopy: (event: ClipboardEvent) => void;
  /** Shift with an arrow widens the block from the figure in focus; true where that was it. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** Picking a block of cells with the mouse (drag, or Shift and a click) or with Shift and the arrows; Ctrl+C copies it. */
export function usePicking(table: TableValue): Picking {
  const [picked, setPicked] = useState<Picked | null>(null);
  const start = useRef<CellPlace | null>(null);
  const end = useRef<CellPlace | null>(null);
  const dragged = useRef(false);
  const say = useSay();

  const widen = useCallback((to: CellPlace) => {
    if (start.current === null) return;
    end.current = to;
    setPicked(blockBetween(start.current, to));
  }, []);

  const copy = useCallback(async () => {
    if (picked === null) return;
    const part = pickedTable(table, picked);
    const reply = await ask('table.copy', { html: tableHtml(part), text: tableText(part) });
    if (reply.ok) say(PARTS.theCellsAreOn);
    else say(reply.failure.message, 'trouble');
  }, [picked, table, say]);

  return {
    picked,
    handlers: {
      onMouseDown: (event) => {
        const place = placeOf(event.target);
        if (event.button !== 0 || place === null) return;
        dragged.current = false;
        if (event.shiftKey && start.current !== null) {
          event.preventDefault();
          dragged.current = true;
          event.currentTarget.closest<HTMLElement>('[role="region"]')?.focus({ preventScroll: true });
          widen(place);
          return;
        }
        start.current = place;
        setPicked(null);
      },
      onMouseOver: (event) => {
        const place = placeOf(event.target);
        if (event.buttons !== 1 || place === null || start.current === null) return;
        if (!dragged.current && place.row === start.current.row && place.column === start.current.column) return;
        dragged.current = true;
        // What is copied is what has the focus: the table, once cells of it are picked.
        event.currentTarget.closest<HTMLElement>('[role="region"]')?.focus({ preventScroll: true });
        window.getSelection()?.removeAllRanges();
        widen(place);
      },
      // The end of a drag is no click on the figure under it.
      onClickCapture: (event) => {
        if (!dragged.current) return;
        dragged.current = false;
        event.stopPropagation();
        event.preventDefault();
      },
    },
    onCopy: (event) => {
      if (picked === null) return;
      event.preventDefault();
      void copy();
    },
    onKey: (event) => {
      if (event.key === 'Escape' && picked !== null) {
        setPicked(null);
        event.stopPropagation();
        return true;
      }
      if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && picked !== null) {
        event.preventDefault();
        void copy();
        return true;
      }
      const step = STEPS[event.key];
      const from = placeOf(event.target) ?? (picked === null ? null : start.current);
      if (!event.shiftKey || step === undefined || from === null) return false;
      event.preventDefault();
      if (picked === null) {
        start.current = from;
        end.current = from;
      }
      const last = end.current ?? from;
      const to = {
        row: Math.min(table.rows.length - 1, Math.max(0, last.row + step[0])),
        column: Math.min(table.columns.length - 1, Math.max(0, last.column + step[1])),
      };
      widen(to);
      return true;
    },
  };
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

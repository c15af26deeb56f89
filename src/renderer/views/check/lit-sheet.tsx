import type { ReactElement } from 'react';
import { blocksNamed } from '../../../core/check/cells-named.ts';
import type { SheetFinding } from '../../../preload/contract-check.ts';
import { useAnswer } from '../../ask.ts';
import { LitCells } from '../../parts/lit-cells.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { CHECK_ROOM } from '../../words/check-room.ts';

/** Rows fetched at a time; the page shown is the one that holds the chosen finding. */
const PAGE = 200;

interface LitSheetProps {
  readonly file: string;
  readonly sheet: string;
  readonly findings: readonly SheetFinding[];
  readonly chosen: SheetFinding | null;
}

/** The sheet as it came, the cells of its findings lit, those of the chosen one most. */
export function LitSheet({ file, sheet, findings, chosen }: LitSheetProps): ReactElement {
  const lit = findings.flatMap(({ cells }) => blocksNamed(cells));
  const now = chosen === null ? [] : blocksNamed(chosen.cells);
  const top = now[0]?.top ?? 1;
  const fromRow = Math.floor((top - 1) / PAGE) * PAGE + 1;
  const answer = useAnswer('check.sheet', { file, sheet, fromRow, rows: PAGE });
  if (answer.state === 'asking') return <Waiting says={CHECK_ROOM.readingTheSheet} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const rows = answer.value.rows.filter(({ row }) => row < fromRow + PAGE);
  return <LitCells sheet={sheet} rows={rows} lit={lit} now={now} />;
}

import type { SheetRow } from '../plan/read-plan.ts';
import type { RiskScheme } from './scheme.ts';
import type { IssueKind } from './score-issue.ts';

/** One issue as a sheet lists it, with the levels it was given. */
export interface IssueOfSheet {
  readonly name: string;
  readonly kind: IssueKind;
  readonly description: string;
  /** Levels by dimension id; a blank cell gives none. */
  readonly levels: Readonly<Record<string, number>>;
  /** How sure the scorers are, as a grade of the scheme; null: not graded. */
  readonly confidence: string | null;
  readonly reason: string;
  readonly evidence: string;
}

export interface IssuesReading {
  readonly issues: readonly IssueOfSheet[];
  readonly refusals: readonly { readonly row: number | null; readonly says: string }[];
}

const KIND: readonly (readonly [RegExp, IssueKind])[] = [
  [/victim/i, 'victims'],
  [/offender/i, 'offenders'],
  [/communit/i, 'communities'],
  [/issue/i, 'key-issue'],
];

const text = (cell: string | number | null | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

/**
 * Reads a register of issues from a sheet: a heading «Issue» with «Kind», «What it is», «Confidence», «Reason», «Evidence»
 * and one column for each dimension of the scheme. Half a score is refused: a level needs its reason.
 */
export function readIssues(rows: readonly SheetRow[], scheme: RiskScheme): IssuesReading {
  const heading = rows.findIndex((cells) => cells.some((cell) => /^issue$/i.test(text(cell))));
  const heads = (rows[heading] ?? []).map((cell) => text(cell).toLowerCase());
  if (heading < 0) return { issues: [], refusals: [{ row: null, says: 'There is no heading «Issue».' }] };
  const at = (pattern: RegExp): number => heads.findIndex((head) => pattern.test(head));
  const columns = {
    name: at(/^issue$/),
    kind: at(/^kind/),
    what: at(/^what|^descr/),
    sure: at(/^confidence/),
    why: at(/^reason/),
    rests: at(/^evidence/),
  };
  const dimensions = scheme.dimensions.flatMap((dimension) => {
    const column = heads.findIndex(
      (head) => head === dimension.name.toLowerCase() || head === dimension.id.replaceAll('_', ' '),
    );
    return column < 0 ? [] : [{ ...dimension, column }];
  });
  const issues: IssueOfSheet[] = [];
  const refusals: { row: number | null; says: string }[] = [];
  for (const [index, cells] of rows.slice(heading + 1).entries()) {
    const row = heading + index + 2;
    const name = text(cells[columns.name]);
    if (name === '') continue;
    const refuse = (says: string) => refusals.push({ row, says });
    const kind = KIND.find(([pattern]) => pattern.test(text(cells[columns.kind])))?.[1];
    if (kind === undefined)
      refuse(`«${text(cells[columns.kind])}» is no kind: victims, offenders, communities or key issue`);
    const levels: Record<string, number> = {};
    for (const { id, name: dimension, levels: known, column } of dimensions) {
      const cell = text(cells[column]);
      if (cell === '') continue;
      const level = known.find(
        ({ value, words }) => String(value) === cell || words.toLowerCase() === cell.toLowerCase(),
      );
      if (level === undefined) refuse(`«${cell}» is no level of ${dimension}`);
      else levels[id] = level.value;
    }
    const sure = text(cells[columns.sure]).toUpperCase();
    if (sure !== '' && !scheme.confidence.some(({ grade }) => grade === sure))
      refuse(`«${sure}» is no grade of confidence`);
    const [reason, evidence] = [text(cells[columns.why]), text(cells[columns.rests])];
    const scored = Object.keys(levels).length > 0;
    if (scored && reason === '') refuse('has levels and no reason');
    if (scored && evidence === '') refuse('has levels and no evidence');
    issues.push({
      name,
      kind: kind ?? 'key-issue',
      description: text(cells[columns.what]),
      levels,
      confidence: sure === '' ? null : sure,
      reason,
      evidence,
    });
  }
  if (issues.length === 0) refusals.push({ row: null, says: 'It names no issue.' });
  return { issues, refusals };
}

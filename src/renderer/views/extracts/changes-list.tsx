import type { ReactElement } from 'react';
import type { Preview } from '../../../preload/contract.ts';
import { longPeriod } from '../../words/dates.ts';
import { NOT_KNOWN, numberInWords } from '../../words/numbers.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';

const decimals = (value: number | null): number => (value === null || Number.isInteger(value) ? 0 : 1);
const shown = (value: number | null): string => (value === null ? NOT_KNOWN : numberInWords(value, decimals(value)));

/** What keeping the file would do to what is held: the counts, then the largest changes. */
export function ChangesList({ changes }: { readonly changes: Preview['changes'] }): ReactElement {
  const counts: readonly [string, number][] = [
    [EXTRACTS_ROOM.newFigures, changes.new],
    [EXTRACTS_ROOM.theSameAsHeld, changes.same],
    ['changed', changes.changed],
    [EXTRACTS_ROOM.heldButGoneFrom, changes.gone],
  ];
  return (
    <>
      <ul className="change-counts">
        {counts.map(([words, count]) => (
          <li key={words} className={count === 0 ? 'preview-quiet' : undefined}>
            <strong>{numberInWords(count)}</strong> {words}
          </li>
        ))}
      </ul>
      {changes.largest.length > 0 && (
        <table className="change-table">
          <caption>{EXTRACTS_ROOM.theLargestChangesFirst}</caption>
          <thead>
            <tr>
              <th scope="col">{EXTRACTS_ROOM.what}</th>
              <th scope="col">{EXTRACTS_ROOM.period}</th>
              <th scope="col" className="number">
                {EXTRACTS_ROOM.held}
              </th>
              <th scope="col" className="number">
                {EXTRACTS_ROOM.inThisFile}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.largest.map((change) => (
              <tr key={`${change.what} ${change.period}`}>
                <th scope="row">{change.what}</th>
                <td>{longPeriod(change.period)}</td>
                <td className="number">{shown(change.before)}</td>
                <td className="number">{change.kind === 'gone' ? EXTRACTS_ROOM.gone : shown(change.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes.changed + changes.gone > 0 && <ByMonth months={changes.byMonth} />}
    </>
  );
}

/** The same counts month by month, for months where anything differs from what is held. */
function ByMonth({ months }: { readonly months: Preview['changes']['byMonth'] }): ReactElement {
  const differing = months.filter((one) => one.changed + one.gone > 0);
  return (
    <table className="change-table">
      <caption>{EXTRACTS_ROOM.monthsThatDifferFrom}</caption>
      <thead>
        <tr>
          <th scope="col">{EXTRACTS_ROOM.month}</th>
          {[EXTRACTS_ROOM.new, EXTRACTS_ROOM.same, EXTRACTS_ROOM.changed, EXTRACTS_ROOM.goneWord].map((head) => (
            <th key={head} scope="col" className="number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differing.map((one) => (
          <tr key={one.month}>
            <th scope="row">{longPeriod(one.month)}</th>
            <td className="number">{numberInWords(one.new)}</td>
            <td className="number">{numberInWords(one.same)}</td>
            <td className="number">{numberInWords(one.changed)}</td>
            <td className="number">{numberInWords(one.gone)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { longPeriod } from '../../../core/time/period-in-words.ts';
import { dayInWords } from '../report/day-in-words.ts';
import { caption, heading, note, placeTable } from './blocks.ts';
import type { PackContent } from './pack-content.ts';
import { ROOM } from './pack-look.ts';
import type { PackPart } from './pack-parts.ts';
import { words as cell } from './table-draft.ts';

const STATES = { open: 'Open', done: 'Done', dropped: 'Dropped' } as const;

/** What meetings agreed and what became of it: open ones first, the earliest due on top. */
export function actionsSection({ actionLog, asAt }: PackContent, title: string): PackPart {
  const order = { open: 0, done: 1, dropped: 2 } as const;
  const rows = [...actionLog].sort(
    (a, b) => order[a.state] - order[b.state] || (a.due ?? '9999').localeCompare(b.due ?? '9999'),
  );
  return {
    orientation: 'landscape',
    children: [
      heading(title, 1),
      caption('Table', 'Actions agreed, and what became of them'),
      placeTable({
        widths: [2900, 4300, 1900, 1300, 1300, ROOM.landscape - 11700],
        size: 17,
        heads: [{ cells: ['Measure', 'Action', 'Owner', 'Due', 'State', 'Reported back'].map((head) => cell(head)) }],
        rows: rows.map(({ heading: measure, action, agreedFor, owner, due, state, note: said, reportBack }) => ({
          cells: [
            cell(measure),
            cell(`${action} (agreed for ${longPeriod(agreedFor)})`),
            cell(owner),
            cell(due === null ? '' : dayInWords(`${due}T12:00:00Z`)),
            cell(STATES[state], { bold: state === 'open' }),
            cell(said === '' && reportBack && state === 'open' ? 'To report back' : said),
          ],
        })),
      }),
      note(`As the log stood when this pack was made, for figures to ${longPeriod(asAt)}.`),
    ],
  };
}

import { svgOfPage } from '../../../core/picture/page-shapes.ts';
import { planPage } from '../../../core/picture/plan-page.ts';
import type { PlanShown } from '../gather/plan.ts';
import { STATUS } from '../pack/pack-look.ts';
import { pngOfSvg } from '../picture/draw-picture.ts';
import { says, type Chapter, type DocumentTable } from './chapter.ts';

/** Pixels of an A4 page across, between the margins. */
const ROOM_ACROSS = { width: 980, height: 540 };

const rowsTable = ({ plan, lights }: PlanShown): DocumentTable => ({
  title: `Rows of the plan ${plan.year}`,
  rowHead: 'We will',
  columns: [
    { id: 'so-that', head: 'So that', kind: 'words' },
    { id: 'ultimately', head: 'And ultimately', kind: 'words' },
    { id: 'measured', head: 'Measured by', kind: 'words' },
    { id: 'accountable', head: 'Accountable', kind: 'words' },
    { id: 'light', head: 'Now', kind: 'words' },
  ],
  rows: plan.rows.map((row, at) => {
    const tier = lights[at]?.tier ?? 'not-yet-known';
    return {
      id: `${row.band} ${String(at)}`,
      head: row.weWill,
      cells: [
        row.soThat,
        row.ultimately,
        row.measuredBy,
        row.accountable ?? 'not yet named',
        `${STATUS[tier].shape} ${STATUS[tier].short}`,
      ],
    };
  }),
});

/** The plan on a page as it hangs on the wall, and the same in words; null where there is none. */
export async function planChapter(view: PlanShown | null): Promise<Chapter | null> {
  if (view === null) return null;
  const page = planPage(view);
  const title = `${view.plan.title}, ${view.plan.year}`;
  const drawn = page.fits ? await pngOfSvg(svgOfPage(page)) : null;
  return {
    title: 'Plan on a page',
    sections: [
      {
        title: null,
        pieces: [
          ...(drawn === null
            ? [says('The plan has more words than one page holds in type that can be read; its rows follow.', 'note')]
            : [
                {
                  kind: 'picture' as const,
                  picture: {
                    name: 'plan',
                    png: drawn.bytes,
                    width: Math.max(page.width, ROOM_ACROSS.width + 100),
                    height: (page.height * Math.max(page.width, ROOM_ACROSS.width + 100)) / page.width,
                  },
                  title,
                  says: `${title}: the table after it says the same in words.`,
                  height: ROOM_ACROSS.height,
                },
              ]),
        ],
      },
      {
        title: 'The plan in words',
        startsPage: true,
        pieces: [
          { kind: 'table', table: rowsTable(view) },
          ...(view.plan.note === '' ? [] : [says(view.plan.note, 'note')]),
        ],
      },
    ],
  };
}

import { boardMeasures } from '../../../src/core/measure/board-measures.ts';
import { drawReportPictures } from '../../../src/main/engine/report/draw-report-pictures.ts';
import type { ReportContent } from '../../../src/main/engine/report/report-content.ts';
import { monthOf } from '../../../src/core/time/month.ts';
import { JULY_2015, julyTable, type JulyMeasure } from '../../core/performance/july-2015.ts';
import { comparison, gap } from '../../core/picture/july-2015.ts';

/** The board workbook of July 2015: tables B to H worked out by the core, the gap and a group as views. */
export async function julyContent(): Promise<ReportContent> {
  const tables = (Object.keys(JULY_2015) as JulyMeasure[]).map(julyTable);
  const views = { tables, shares: [], gap, comparisons: [comparison], marking: null };
  return {
    partnership: 'Safer Plymouth',
    asAt: monthOf(2015, 6),
    madeAt: '2015-07-10T09:30:00.000Z',
    ...views,
    withheld: new Map(),
    signs: new Map(),
    shortNames: new Map(boardMeasures.map(({ id, shortName }) => [id, shortName])),
    traces: new Map(),
    pictures: await drawReportPictures(views),
    about: {
      sources: [
        {
          file: 'Anti-social behaviour incidents to June 2015.xls',
          sheet: 'ASB',
          importedAt: '2015-07-09T14:05:00.000Z',
          sha256: 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90',
          says: 'Months across, April to March: anti-social behaviour 2014/15 and 2015/16, with whole years 2012/13 to 2014/15.',
        },
        {
          file: '=cmd|calc!A1.xlsx',
          sheet: '+1+1',
          importedAt: '2015-07-09T14:06:00.000Z',
          sha256: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
          says: '@SUM(1+1) and -2+3 are words here, not sums.',
        },
      ],
      methods: [
        { title: 'Cumulative', says: 'Months added up from April. The line stops where a month is not known.' },
        {
          title: 'The gap',
          says: 'All crime per 1,000 residents since April in the ten priority neighbourhoods taken together, minus the city’s. Crimes that could not be placed count for the city only.',
        },
      ],
      dataTo: [
        ...tables.map((table) => ({ measure: table.name, to: table.dataTo })),
        { measure: 'A measure to come', to: null },
      ],
      notes: ['The return carries the June total of 4,799 forward to March; those months are not known.'],
    },
  };
}

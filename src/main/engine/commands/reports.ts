import type { Handlers } from '../dispatch.ts';
import { pictureOf } from '../gather/pictures.ts';
import { gatherReport } from '../gather/report-content.ts';
import { drawPng, drawSvg } from '../picture/draw-picture.ts';
import { writeReport } from '../report/write-report.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import type { Month } from '../../../core/time/month.ts';

type ReportCommands = Pick<Handlers, 'report.write' | 'chart.draw'>;

export const reportCommands: ReportCommands = {
  'report.write': async ({ asAt, path }, { store: { read } }) => {
    const content = await gatherReport(read, asAt as Month, new Date().toISOString());
    if (content.tables.every((table) => table.dataTo === null) && content.gap === null) {
      throw new FigureRefusal('There are no figures to report yet. Import the month’s extracts first.');
    }
    const { sheets } = await writeReport(path, content);
    return { path, sheets };
  },

  'chart.draw': async ({ chart, format }, { store: { read } }) => {
    const { picture, name } = pictureOf(read, chart);
    if (format === 'svg') {
      const bytes = new TextEncoder().encode(await drawSvg(picture));
      return { bytes, name: `${name}.svg`, width: picture.width, height: picture.height };
    }
    const png = await drawPng(picture);
    return { bytes: png.bytes, name: `${name}.png`, width: png.width, height: png.height };
  },
};

import type { Handlers } from '../dispatch.ts';
import { pictureOf } from '../gather/pictures.ts';
import { drawPng, drawSvg } from '../picture/draw-picture.ts';
import { BOARD_TEMPLATE, choicesFor } from '../pack/pack-choices.ts';
import { writePack } from '../pack/write-pack.ts';
import { todayOf } from './lists.ts';
import { refuseWriting } from './refuse-writing.ts';
import { readyForMap } from './places.ts';
import type { Month } from '../../../core/time/month.ts';

type ReportCommands = Pick<Handlers, 'report.write' | 'chart.draw'>;

export const reportCommands: ReportCommands = {
  'report.write': async ({ asAt, path, format, ...asked }, engine) => {
    const month = asAt as Month;
    try {
      const written = await writePack(engine.store, engine.inTurn, { path, format }, month, {
        template: asked.template ?? BOARD_TEMPLATE,
        choices: choicesFor(engine.store.read, month, asked, todayOf(engine)),
        madeAt: new Date().toISOString(),
      });
      engine.tell({ about: 'changed', names: ['packs'] });
      return { path, ...written, sheets: [...written.sheets] };
    } catch (error) {
      return refuseWriting(error, path);
    }
  },

  'chart.draw': async ({ chart, format }, engine) => {
    const { read } = engine.store;
    if (chart.view === 'map') await readyForMap(engine, chart.of);
    const { picture, name } = pictureOf(read, chart);
    if (format === 'svg') {
      const bytes = new TextEncoder().encode(await drawSvg(picture));
      return { bytes, name: `${name}.svg`, width: picture.width, height: picture.height };
    }
    const png = await drawPng(picture);
    return { bytes: png.bytes, name: `${name}.png`, width: png.width, height: png.height };
  },
};

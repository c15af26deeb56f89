import { refuseRule } from '../../../core/disclosure/rule.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Pack } from '../../../preload/contract-packs.ts';
import type { Handlers } from '../dispatch.ts';
import { gatherFigures } from '../gather/report-content.ts';
import { earlierPacks } from '../pack/earlier-packs.ts';
import type { PackChoices } from '../pack/gather-pack.ts';
import { headingOf, markingsOf, smallNumbersOf, templatesOf } from '../pack/pack-choices.ts';
import { writePackAgain } from '../pack/write-pack.ts';
import type { ReadStore } from '../store/open-store.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { listPacks, packById, saveTemplate, type PackHeld } from '../store/packs.ts';
import { packsHandedOver, sayPackStanding } from '../store/printed-figures.ts';
import { saveSetting } from '../store/settings.ts';
import { changing } from './groups.ts';
import { refuseWriting } from './refuse-writing.ts';

type PackCommands = Pick<
  Handlers,
  Extract<keyof Handlers, `small-numbers.${string}` | `marking.${string}` | `template.${string}` | `pack.${string}`>
>;

function packShown(
  { packId, asAt, madeAt, template, choices, imports, figures, files }: PackHeld,
  handedOver: ReadonlySet<number>,
): Pack {
  const { title = '', meeting = null, marking = null } = JSON.parse(choices) as PackChoices;
  return {
    packId,
    asAt,
    madeAt,
    template,
    title,
    meeting,
    marking,
    imports: [...imports],
    figures,
    files: files.map((file) => ({ ...file })),
    standing: handedOver.has(packId) ? 'handed-over' : 'set-aside',
  };
}

function packsShown(db: ReadStore): Pack[] {
  const handedOver = new Set(packsHandedOver(db));
  return listPacks(db).map((pack) => packShown(pack, handedOver));
}

const templatesShown = (db: Parameters<typeof templatesOf>[0]) =>
  templatesOf(db).map(({ name, version, sections, savedAt }) => ({
    name,
    version,
    savedAt,
    sections: sections.map((section) =>
      section.kind === 'words'
        ? { ...section, paragraphs: [...section.paragraphs] }
        : section.kind === 'recommendations'
          ? { ...section, rows: section.rows.map((row) => ({ ...row })) }
          : section,
    ),
  }));

export const packCommands: PackCommands = {
  'small-numbers.show': (_input, { store: { read } }) => smallNumbersOf(read),

  'small-numbers.save': async (setting, engine) => {
    const refused = refuseRule(setting);
    if (refused !== null) throw new FigureRefusal(refused);
    await changing(engine, ['settings'], (db) => {
      saveSetting(db, 'small-numbers', setting);
    });
    return smallNumbersOf(engine.store.read);
  },

  'marking.list': (_input, { store: { read } }) => [...markingsOf(read)],

  'marking.save': async ({ markings }, engine) => {
    await changing(engine, ['settings'], (db) => {
      saveSetting(db, 'markings', [...new Set(markings)]);
    });
    return [...markingsOf(engine.store.read)];
  },

  'template.list': (_input, { store: { read } }) => templatesShown(read),

  'template.save': async ({ name, sections }, engine) => {
    await changing(engine, ['settings'], (db) => {
      saveTemplate(db, name, sections);
    });
    return templatesShown(engine.store.read);
  },

  'pack.withheld': ({ asAt }, { store }) => {
    const { read } = store;
    const { withheld, cautions } = gatherFigures(read, asAt as Month, '', {
      smallNumbers: smallNumbersOf(read),
      earlier: earlierPacks(store),
    });
    const left = [...withheld].flatMap(([view, cells]) =>
      [...cells.values()]
        .filter((cell) => cell.symbol !== null)
        .map((cell) => ({
          table: headingOf(read, view),
          cell: cell.label,
          symbol: cell.symbol,
          why: cell.reason ?? '',
        })),
    );
    return [
      ...left,
      ...cautions.map(({ view, says }) => ({ table: headingOf(read, view), cell: '', symbol: null, why: says })),
    ];
  },

  'pack.list': (_input, { store: { read } }) => packsShown(read),

  'pack.stand': async ({ packId, standing }, engine) => {
    packById(engine.store.read, packId);
    await changing(engine, ['packs'], (db) => {
      sayPackStanding(db, packId, standing);
    });
    return packsShown(engine.store.read);
  },

  'pack.write-again': async ({ packId, path, format }, { store }) => {
    try {
      return { path, ...(await writePackAgain(store, packId, { path, format })) };
    } catch (error) {
      return refuseWriting(error, path);
    }
  },
};

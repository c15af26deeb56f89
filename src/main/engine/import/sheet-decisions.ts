import { saysAnything, whatWasDecided } from '../../../core/intake/carry-choice.ts';
import { meaningsOf } from '../../../core/intake/cell-meanings.ts';
import { choiceOf } from '../../../core/intake/choice-of.ts';
import { dayNumbersOffered } from '../../../core/intake/day-numbers.ts';
import type { Grid } from '../../../core/intake/grid.ts';
import { fingerprintOf, headerPrints } from '../../../core/intake/header-print.ts';
import type { IntakeContext, SheetPlan } from '../../../core/intake/plan.ts';
import { recognise } from '../../../core/intake/recognise.ts';
import { headerRowsOf, recogniseWith } from '../../../core/intake/recognise-with.ts';
import { NO_CHOICE, sameChoice, type SheetChoice } from '../../../core/intake/sheet-choice.ts';
import { sourceName } from '../../../core/intake/source-name.ts';
import type { SheetReadingAnswer } from '../../../preload/contract-mapping.ts';
import type { KeptMapping, NewMapping } from '../store/mappings.ts';
import { keptFor, type KeptFor } from './kept-for.ts';

/** What is asked of a sheet by position; null: as the workbench sees it, whatever was kept. */
export type ChoicesAsked = ReadonlyMap<number, SheetChoice | null>;

interface Decided {
  readonly plan: SheetPlan;
  /** What was followed; null: nothing but the workbench's own reading. */
  readonly followed: SheetChoice | null;
  readonly reading: SheetReadingAnswer;
  readonly toKeep: NewMapping | null;
}

/** How the sheets of one file are read, and on whose word: the officer's now, the officer's earlier, or the workbench's. */
export class SheetDecisions {
  private readonly kept: readonly KeptMapping[];
  private readonly asked: ChoicesAsked;
  private readonly byPosition = new Map<number, Decided>();

  constructor(kept: readonly KeptMapping[], asked: ChoicesAsked = new Map()) {
    this.kept = kept;
    this.asked = asked;
  }

  /** The plan of a sheet, or of its first rows; asked a second time once all of its rows are there. */
  decide(position: number, grid: Grid, context: IntakeContext): SheetPlan {
    const automatic = recognise(grid, context);
    const source = sourceName(context.fileName);
    const sheet = sourceName(grid.sheet);
    const asked = this.asked.get(position);
    const earlier = asked === undefined ? keptFor(this.kept, source, sheet, grid, automatic) : null;
    const followed = asked ?? (earlier?.follow === true ? earlier.choice : null);
    const plan = followed === null ? automatic : recogniseWith(grid, context, followed, automatic);
    const own = choiceOf(automatic, grid);
    const chosen = choiceOf(plan, grid);
    const decision = whatWasDecided(own, chosen);
    const differs = followed !== null && saysAnything(decision);
    const header = headerPrints(grid, plan.headerRows);
    const toKeep: NewMapping | null = differs
      ? {
          source,
          sheet,
          fileName: context.fileName,
          dataset: automatic.dataset,
          measure: automatic.measure,
          fingerprint: fingerprintOf(header),
          header,
          choice: decision,
        }
      : null;
    const said = sayReading(asked, followed, earlier, dayNumbersOffered(automatic));
    // The plan says what is still missing.
    const unread = plan.layout === 'not-recognised' && said.by === 'officer';
    const reading: SheetReadingAnswer = {
      ...(unread ? { ...said, says: 'Not read yet.' } : said),
      position,
      sheet: grid.sheet,
      layout: plan.layout,
      choice: mutable(editable(chosen, plan, followed)),
      headerRows: headerRowsOf(grid, plan, followed?.tables ?? []),
      lastRow: 0,
      lastColumn: 0,
      meanings: [...meaningsOf(plan, grid)],
      worthKeeping: toKeep !== null && earlier?.follow !== true,
    };
    const says =
      unread || reading.by === 'workbench' || reading.says === null ? plan.says : `${plan.says} ${reading.says}`;
    const told = { ...plan, says };
    this.byPosition.set(position, { plan: told, followed, reading, toKeep });
    return told;
  }

  /** How far the sheet reaches, once it was read. */
  reaches(position: number, lastRow: number, lastColumn: number): void {
    const one = this.byPosition.get(position);
    if (one !== undefined) this.byPosition.set(position, { ...one, reading: { ...one.reading, lastRow, lastColumn } });
  }

  readings(): SheetReadingAnswer[] {
    return [...this.byPosition.values()].map(({ reading }) => reading);
  }

  /** What is worth keeping of a sheet; null where the officer decided nothing. */
  toKeep(position: number): NewMapping | null {
    return this.byPosition.get(position)?.toKeep ?? null;
  }

  /** Notes that the decision about a sheet is kept now. */
  isKept(position: number, kept: NonNullable<SheetReadingAnswer['kept']>): void {
    const one = this.byPosition.get(position);
    if (one !== undefined)
      this.byPosition.set(position, { ...one, reading: { ...one.reading, kept, worthKeeping: false } });
  }

  /** The kept mappings the sheets were read by, or that keep what was decided of them. */
  mappings(): { position: number; mapping: number }[] {
    return [...this.byPosition].flatMap(([position, { reading }]) =>
      reading.kept === null ? [] : [{ position, mapping: reading.kept.mapping }],
    );
  }

  /** The same decisions for reading the file once more, whatever is kept or forgotten in the meantime. */
  again(): SheetDecisions {
    const asked = new Map([...this.byPosition].map(([position, { followed }]) => [position, followed] as const));
    return new SheetDecisions([], asked);
  }

  /** True where every sheet is read in the very way it was shown. */
  readsAs(shown: SheetDecisions): boolean {
    return [...shown.byPosition].every(([position, before]) => {
      const now = this.byPosition.get(position)?.plan;
      return (
        now?.layout === before.plan.layout &&
        now.measure === before.plan.measure &&
        now.dataset === before.plan.dataset &&
        sameChoice([now.mapping, now.block], [before.plan.mapping, before.plan.block])
      );
    });
  }
}

type Said = Pick<SheetReadingAnswer, 'by' | 'kept' | 'says' | 'offered' | 'offers'>;

function sayReading(
  asked: SheetChoice | null | undefined,
  followed: SheetChoice | null,
  earlier: KeptFor | null,
  dayNumbers: SheetChoice | null,
): Said {
  if (asked !== undefined) {
    const by = followed === null ? 'workbench' : 'officer';
    return { by, kept: null, says: followed === null ? null : 'Read as you say.', offered: null, offers: 'decided' };
  }
  if (earlier === null) {
    const offered = dayNumbers === null ? null : mutable(dayNumbers);
    return { by: 'workbench', kept: null, says: null, offered, offers: 'day-numbers' };
  }
  const { mapping, version, madeAt } = earlier.mapping;
  return earlier.follow
    ? { by: 'kept', kept: { mapping, version, madeAt }, says: earlier.says, offered: null, offers: 'decided' }
    : {
        by: 'workbench',
        kept: null,
        says: earlier.says,
        offered: earlier.choice === null ? null : mutable(earlier.choice),
        offers: 'decided',
      };
}

/** A choice that could not be followed stays as it was asked, so that it can be completed. */
const editable = (chosen: SheetChoice, plan: SheetPlan, followed: SheetChoice | null): SheetChoice =>
  plan.layout === 'not-recognised' && followed !== null ? { ...NO_CHOICE, ...followed } : chosen;

/** The contract's arrays may be changed by whoever gets them; ours are not shared. */
const mutable = (choice: SheetChoice): SheetReadingAnswer['choice'] =>
  structuredClone(choice) as SheetReadingAnswer['choice'];

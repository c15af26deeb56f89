import type { Pack, ViewWords } from '../../../preload/contract-packs.ts';
import type { ImportSummary, MeasureSummary, Output } from '../../../preload/contract.ts';
import type { Tier } from '../../../core/performance/measure-table.ts';
import { dayText, longPeriod, momentInWords } from '../../words/dates.ts';
import { howMany } from '../../words/numbers.ts';
import { ROUTINE_WORDS as SAY } from '../../words/routine.ts';
import type { Place } from '../../words/rooms.ts';
import { THIS_MONTH_ROOM } from '../../words/this-month-room.ts';

/** One line of a step: a link to the place that does it, and a few words. */
export interface StepLine {
  readonly key: string;
  readonly link: string;
  readonly to: Place;
  readonly says: string;
  readonly tier?: Tier;
  readonly done: boolean;
}

/** One step of the month's routine. */
export interface Step {
  readonly id: 'come' | 'overdue' | 'changed' | 'words' | 'pack';
  readonly title: string;
  readonly done: boolean;
  readonly says: string;
  readonly lines: readonly StepLine[];
}

/** What the routine is made of. Null: not known yet. */
export interface RoutineFacts {
  readonly home: Output<'home.show'>;
  readonly imports: readonly ImportSummary[] | null;
  readonly words: readonly ViewWords[] | null;
  readonly packs: readonly Pack[] | null;
  /** Files that were read and wait for the officer's word. */
  readonly waiting: number;
  /** Records whose time is over by their retention rule. */
  readonly recordsDue?: number;
  readonly wasOpened: (measure: string, dataTo: string | null) => boolean;
}

/** How many recent packs are named. */
const RECENT_PACKS = 3;

const toMeasure = (measure: string): Place => (measure === 'gap' ? { room: 'gap' } : { room: 'measures', at: measure });

const toWords = (measure: string): Place =>
  measure === 'gap' ? { room: 'gap' } : { room: 'measures', at: `${measure}/words` };

/** The month's routine in order. Each step ticks itself from what is held; nothing is ticked by hand. */
export function routineSteps(facts: RoutineFacts): Step[] {
  const pack = currentPack(facts);
  return [come(facts), overdue(facts), changed(facts, pack !== null), needWords(facts), packStep(facts, pack)];
}

function come({ home, imports, waiting }: RoutineFacts): Step {
  const last = [...(imports ?? [])].filter(({ state }) => state === 'kept').sort((a, b) => b.importId - a.importId)[0];
  const held = howMany(home.imports, THIS_MONTH_ROOM.fileIsHeld, THIS_MONTH_ROOM.filesAreHeld);
  const lines: StepLine[] = [
    {
      key: 'bring-in',
      link: waiting > 0 ? SAY.keepWaiting(waiting) : SAY.bringIn,
      to: { room: 'extracts' },
      says: '',
      done: false,
    },
    { key: 'look', link: SAY.lookInFolder, to: { room: 'extracts', at: 'look' }, says: '', done: false },
  ];
  return {
    id: 'come',
    title: SAY.come,
    done: waiting === 0,
    says:
      last === undefined
        ? `${held}.`
        : THIS_MONTH_ROOM.theLastCame(held, last.fileName, momentInWords(last.importedAt)),
    lines,
  };
}

function overdue({ home, recordsDue = 0 }: RoutineFacts): Step {
  const retention: StepLine[] =
    recordsDue === 0
      ? []
      : [
          {
            key: 'retention',
            link: SAY.recordsDue(recordsDue),
            to: { room: 'settings', at: 'retention' },
            says: SAY.recordsDueSays,
            done: false,
          },
        ];
  return {
    id: 'overdue',
    title: SAY.overdue,
    done: home.overdue.length === 0 && recordsDue === 0,
    says: home.overdue.length === 0 && recordsDue === 0 ? SAY.nothingOverdue : '',
    lines: [
      ...retention,
      ...home.overdue.map(({ measure, name, says, source, usualDay }) => ({
        key: measure,
        link: name,
        to: toMeasure(measure),
        says: `${says} ${usualDay === null ? THIS_MONTH_ROOM.from(source) : THIS_MONTH_ROOM.usuallyHereByFrom(dayText(usualDay), source)}`,
        done: false,
      })),
    ],
  };
}

const GRADES = ['strong', 'some', 'unclear', 'chance'] as const;

/** Changes since the period before, the surest first, then the largest; those that chance would do are left out. */
export function biggestChanges(measures: readonly MeasureSummary[]): MeasureSummary[] {
  const size = ({ sinceLast }: MeasureSummary): number => Math.abs(sinceLast?.percent ?? 0);
  const grade = ({ sinceLast }: MeasureSummary): number => GRADES.indexOf(sinceLast?.evidence ?? 'chance');
  return measures
    .filter(({ sinceLast }) => sinceLast !== null && sinceLast.evidence !== 'chance')
    .sort((a, b) => grade(a) - grade(b) || size(b) - size(a));
}

function changed({ home, wasOpened }: RoutineFacts, handedOver: boolean): Step {
  const moved = biggestChanges(home.measures);
  const still = home.measures.filter(({ sinceLast }) => sinceLast?.evidence === 'chance').length;
  const lines = moved.map((one): StepLine => ({
    key: one.measure,
    link: one.shortName,
    to: toMeasure(one.measure),
    says: THIS_MONTH_ROOM.against(one.sinceLast?.period ?? '', one.sinceLast?.before ?? '', one.sinceLast?.says ?? ''),
    tier: one.status.tier,
    done: wasOpened(one.measure, one.dataTo),
  }));
  return {
    id: 'changed',
    title: SAY.changed,
    done: handedOver || lines.every(({ done }) => done),
    says: SAY.unchanged(moved.length, still),
    lines,
  };
}

/** What needs words: significant concern first, then measures whose two profiles disagree. */
export function needsWords(measures: readonly MeasureSummary[]): { measure: MeasureSummary; why: string }[] {
  const concern = measures.filter(({ status }) => status.tier === 'significant-concern');
  const divided = measures.filter((one) => one.disagreement !== null && !concern.includes(one));
  return [
    ...concern.map((measure) => ({ measure, why: measure.sentence })),
    ...divided.map((measure) => ({ measure, why: measure.disagreement ?? '' })),
  ];
}

function needWords({ home, words }: RoutineFacts): Step {
  const lines = needsWords(home.measures).map(({ measure, why }): StepLine => {
    const held = words?.find(({ view }) => view === measure.measure);
    const written = held !== undefined && (held.edited !== null || held.commentary !== '');
    return {
      key: measure.measure,
      link: measure.shortName,
      to: toWords(measure.measure),
      says: written && held.figuresChanged ? SAY.figuresChanged : why,
      tier: measure.status.tier,
      done: written && !held.figuresChanged,
    };
  });
  const done = lines.every((line) => line.done);
  return {
    id: 'words',
    title: SAY.words,
    done,
    says: lines.length === 0 ? SAY.noWordsNeeded : done ? SAY.wordsWritten : '',
    lines,
  };
}

/** The month's pack, where nothing has come since it was made. */
function currentPack({ home, packs, imports }: RoutineFacts): Pack | null {
  const newest = (imports ?? []).reduce((latest, { importedAt, withdrawnAt }) => {
    const at = withdrawnAt ?? importedAt;
    return at > latest ? at : latest;
  }, '');
  return packs?.find(({ asAt, madeAt }) => asAt === home.month && madeAt > newest) ?? null;
}

function packStep({ home, packs }: RoutineFacts, current: Pack | null): Step {
  const month = home.month === null ? '' : longPeriod(home.month);
  const earlier = packs?.find(({ asAt }) => asAt === home.month) ?? null;
  const recent = (packs ?? []).slice(0, RECENT_PACKS).map((pack): StepLine => ({
    key: `pack ${String(pack.packId)}`,
    link: SAY.pack(pack.packId),
    to: { room: 'packs', at: 'earlier' },
    says: SAY.packOf(longPeriod(pack.asAt), momentInWords(pack.madeAt)),
    done: false,
  }));
  return {
    id: 'pack',
    title: SAY.packTitle,
    done: current !== null,
    says:
      current !== null
        ? SAY.packWritten(month)
        : earlier === null
          ? SAY.packMissing(month)
          : SAY.packOutOfDate(month, earlier.packId),
    lines: [{ key: 'write', link: SAY.writePack(month), to: { room: 'packs' }, says: '', done: false }, ...recent],
  };
}

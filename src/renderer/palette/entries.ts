import type { Output } from '../../preload/contract.ts';
import { ask } from '../ask.ts';
import { HELP_TOPICS } from '../words/help.ts';
import { longPeriod } from '../words/dates.ts';
import { PALETTE as SAY } from '../words/palette.ts';
import { ROOMS, type Go } from '../words/rooms.ts';

/** One thing that can be found or done by typing. */
export interface Entry {
  readonly id: string;
  readonly words: string;
  /** The key that does the same. */
  readonly keys?: string;
  readonly run: () => void;
}
export interface EntryGroup {
  readonly id: keyof typeof SAY.groups;
  readonly entries: readonly Entry[];
}

interface Known {
  readonly home: Output<'home.show'> | null;
  readonly gap: Output<'gap.show'> | null;
  readonly packs: Output<'pack.list'> | null;
  readonly sample: boolean;
  readonly go: Go;
  readonly say: (says: string, kind?: 'said' | 'trouble') => void;
}

/** Everything there is to find or do, in groups; what is not known yet is simply not there. */
export function paletteEntries(known: Known): EntryGroup[] {
  const { home, gap, packs, go } = known;
  const groups: EntryGroup[] = [
    {
      id: 'rooms',
      entries: ROOMS.map(({ room, name, key }) => ({
        id: room,
        words: name,
        keys: key,
        run: () => {
          go({ room });
        },
      })),
    },
    { id: 'commands', entries: commands(known) },
    {
      id: 'measures',
      entries: (home?.measures ?? [])
        .filter(({ measure }) => measure !== 'gap')
        .map(({ measure, shortName, name }) => ({
          id: measure,
          words: name.startsWith(shortName) ? name : `${shortName}: ${name}`,
          run: () => {
            go({ room: 'measures', at: measure });
          },
        })),
    },
    {
      id: 'neighbourhoods',
      entries: (gap?.neighbourhoods ?? []).map(({ name }) => ({
        id: `area ${name}`,
        words: SAY.neighbourhood(name),
        run: () => {
          go({ room: 'gap', at: name });
        },
      })),
    },
    {
      id: 'packs',
      entries: (packs ?? []).map(({ packId, asAt }) => ({
        id: `pack ${String(packId)}`,
        words: SAY.pack(packId, longPeriod(asAt)),
        run: () => {
          go({ room: 'packs', at: 'earlier' });
        },
      })),
    },
    {
      id: 'help',
      entries: HELP_TOPICS.map(({ id, title }, at) => ({
        id: `help ${id}`,
        words: title,
        ...(at === 0 ? { keys: 'F1' } : {}),
        run: () => {
          go({ room: 'help', at: id });
        },
      })),
    },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function commands({ home, sample, go, say }: Known): Entry[] {
  const month = home?.month ?? null;
  const entry = (id: string, words: string, run: () => void): Entry => ({ id, words, run });
  const write = (format: 'docx' | 'xlsx' | 'pdf', asAt: string) => () => {
    void ask('report.save', { asAt, format }).then((reply) => {
      if (!reply.ok) say(reply.failure.message, 'trouble');
      else if (reply.value.saved !== null) say(SAY.saved(reply.value.saved));
    });
  };
  const backUp = (): void => {
    void ask('store.backup', {}).then((reply) => {
      if (reply.ok) say(SAY.backedUp);
      else say(reply.failure.message, 'trouble');
    });
  };
  const change = (command: 'sample.open' | 'sample.leave') => () => {
    void ask(command, {}).then((reply) => {
      if (!reply.ok) say(reply.failure.message, 'trouble');
    });
  };
  return [
    entry('bring-in', SAY.bringIn, () => {
      go({ room: 'extracts' });
    }),
    entry('look', SAY.lookInFolder, () => {
      go({ room: 'extracts', at: 'look' });
    }),
    ...(month === null
      ? []
      : [
          entry('paper', SAY.paper(longPeriod(month)), write('docx', month)),
          entry('workbook', SAY.workbook(longPeriod(month)), write('xlsx', month)),
          entry('pdf', SAY.pdf(longPeriod(month)), write('pdf', month)),
        ]),
    entry('history', SAY.history, () => {
      go({ room: 'extracts', at: 'history' });
    }),
    entry('areas', SAY.areas, () => {
      go({ room: 'extracts', at: 'areas' });
    }),
    entry('back-up', SAY.backUp, backUp),
    sample
      ? entry('leave-sample', SAY.leaveSample, change('sample.leave'))
      : entry('sample', SAY.sample, change('sample.open')),
  ];
}

import type { Output } from '../../preload/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

type Retention = Output<'retention.show'>;

const number = (value: number): string => value.toLocaleString('en-GB');

/** `retention [set SOURCE --months N|none --after import|period-end | remove [--dry-run] [--reason TEXT] | delete-copies]`. */
export async function retentionCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const [word = 'show', source] = line.words;
  const held = await ask(engine, 'retention.show', {});
  const answer = (value: object, says: string): number => {
    out(line.json ? JSON.stringify(value, null, 2) : says);
    return EXIT.done;
  };
  switch (word) {
    case 'show':
      return answer(held, sayRetention(held));
    case 'set': {
      if (source === undefined) throw new UsageError('«retention set» needs the source, as «retention» lists it');
      const after = line.value('after') ?? 'period-end';
      if (after !== 'import' && after !== 'period-end') throw new UsageError('--after is «import» or «period-end»');
      const saved = await ask(engine, 'retention.save', { dataset: source, months: monthsOf(line), after });
      return answer(saved, sayRetention(saved));
    }
    case 'remove': {
      if (line.dryRun || held.due.length === 0) return answer(held, sayDue(held));
      const imports = [...new Set(held.due.map(({ importId }) => importId))];
      const done = await ask(engine, 'retention.remove', { imports, why: line.value('reason') ?? '' });
      const wiped = done.wiped
        ? 'No byte of them is left in the store’s files.'
        : 'Their bytes are wiped at the next opening, once no other window reads the store.';
      return answer(
        done,
        [`${number(done.records)} records removed. ${wiped}`, ...sayCopies(done.retention)].join('\n'),
      );
    }
    case 'delete-copies': {
      const names = held.oldCopies.map(({ name }) => name);
      if (names.length === 0) return answer({ deleted: 0 }, 'No copy from before a removal is there.');
      const { deleted } = await ask(engine, 'retention.delete-copies', { names });
      return answer({ deleted, names }, `Deleted: ${names.join(', ')}`);
    }
    default:
      throw new UsageError('«retention» takes one of: set, remove, delete-copies; or nothing, to show what holds');
  }
}

/** The whole months of `--months`; null for «none». */
function monthsOf(line: CommandLine): number | null {
  const text = line.needed('months');
  if (text === 'none') return null;
  if (!/^\d{1,3}$/.test(text)) throw new UsageError('--months is a whole number of months, or «none»');
  return Number(text);
}

function sayRetention(held: Retention): string {
  const rules = held.sources.map(({ dataset, records, months, after }) => {
    const rule =
      months === null
        ? 'no rule: kept until you say otherwise'
        : `kept ${String(months)} months after ${after === 'import' ? 'the import' : 'the end of the period'}`;
    return `${dataset}: ${number(records)} records, ${rule}`;
  });
  return [...(rules.length === 0 ? ['No records are held.'] : rules), sayDue(held), ...sayCopies(held)].join('\n');
}

const sayDue = ({ due, nextDue }: Retention): string =>
  due.length === 0
    ? `Nothing is due to be removed.${nextDue === null ? '' : ` The next records are kept through ${nextDue}.`}`
    : [
        'Due to be removed («retention remove»); what was counted from them by month stays:',
        ...due.map(
          ({ importId, fileName, records, keepUntil }) =>
            `  import ${String(importId)}: ${fileName}, ${number(records)} records, kept through ${keepUntil ?? ''}`,
        ),
      ].join('\n');

const sayCopies = ({ oldCopies }: Retention): string[] =>
  oldCopies.length === 0
    ? []
    : [
        'Copies made before still hold what was removed («retention delete-copies»):',
        ...oldCopies.map(({ name }) => `  ${name}`),
      ];

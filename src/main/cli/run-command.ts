import { changeOfCounts, proportionCommand, rateCommand, RULES_HELP, spcOfValues } from './calculator-commands.ts';
import { startEngine, type Engine } from '../engine/engine.ts';
import { kindOf } from '../engine/store/open-store.ts';
import { StoreRefusal, StoreTrouble, troubleInWords } from '../engine/store/store-refusal.ts';
import { readCommandLine, UsageError, type CommandLine } from './arguments.ts';
import { assessCommand } from './assess-command.ts';
import { auditCommand } from './audit-command.ts';
import { checkCommand } from './check-command.ts';
import {
  changeCommand,
  funnelCommand,
  overTimeCommand,
  groupsCommand,
  msgTableCommand,
  seasonCommand,
  spcCommand,
  yearEndCommand,
} from './comparison-commands.ts';
import { compareCommand, gapCommand, measureCommand, measuresCommand } from './figure-commands.ts';
import { importCommand, importsCommand, withdrawCommand } from './import-commands.ts';
import { planCommand } from './plan-command.ts';
import { balanceCommand, calendarCommand, listCommand } from './list-commands.ts';
import { lookCommand } from './look-command.ts';
import { packCommand, packsCommand, reportCommand } from './report-command.ts';
import { retentionCommand } from './retention-command.ts';
import { riskCommand } from './risk-command.ts';
import { Refused } from './ask.ts';
import { sayIfWeak, secretFrom, showRecoveryKey } from './secret.ts';
import { sheetsCommand } from './sheets-command.ts';
import { storeCommand } from './store-command.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

type Run = (line: CommandLine, engine: Engine, surroundings: Surroundings) => Promise<number>;

const commands: Readonly<Record<string, Run>> = {
  import: importCommand,
  imports: importsCommand,
  look: lookCommand,
  withdraw: withdrawCommand,
  measures: measuresCommand,
  measure: measureCommand,
  gap: gapCommand,
  compare: compareCommand,
  report: reportCommand,
  packs: packsCommand,
  pack: packCommand,
  change: changeCommand,
  spc: spcCommand,
  season: seasonCommand,
  'year-end': yearEndCommand,
  funnel: funnelCommand,
  'over-time': overTimeCommand,
  'msg-table': msgTableCommand,
  groups: groupsCommand,
  risk: riskCommand,
  plan: planCommand,
  assess: assessCommand,
  list: listCommand,
  balance: balanceCommand,
  calendar: calendarCommand,
  retention: retentionCommand,
};

/** Commands that need no store: calculators, plain numbers in; and looking at a file. With a measure's id instead of numbers, `change` and `spc` ask the store. */
const calculators: Readonly<Record<string, (line: CommandLine, surroundings: Surroundings) => Promise<number>>> = {
  rate: rateCommand,
  proportion: proportionCommand,
  change: changeOfCounts,
  spc: spcOfValues,
  sheets: sheetsCommand,
  check: checkCommand,
};

/** Commands on the store itself, which they open as they need: it may be damaged, or away. */
const keepers: Readonly<Record<string, (line: CommandLine, surroundings: Surroundings) => Promise<number>>> = {
  store: storeCommand,
  audit: auditCommand,
};

const USAGE = `Usage: npm run --silent workbench -- COMMAND … --store FILE [--json]

  import FILE… [--dry-run] [--password-env NAME]   read extracts and keep what they hold
  imports                                          what is held
  look FOLDER                                      what is new in a folder, held already or changed since
  withdraw IMPORT [--reason TEXT]                  take an import back; earlier figures return
  measures [--definitions]                         every measure with its status, or what each counts and lacks
  measure ID --year 2015/16                        the Board's table of one measure
  gap --year 2015/16                               priority neighbourhoods against the city
  compare --measure ID --from 2015-04 --to 2015-06 [--chart FILE.png|.svg]
  report --as-at 2015-06 --out FILE.xlsx|.docx|.pdf  the Board's workbook, or the Board's paper
         [--template NAME] [--title TEXT] [--meeting TEXT] [--marking TEXT]
  packs                                            every pack and every assessment handed over
  pack NUMBER --out FILE.xlsx|.docx|.pdf           an earlier pack again, from what it was made with
  risk [--year 2015/16]                            issues scored and ranked, beside last year
  risk import-matrix FILE                          the matrix your partnership is licensed to use
  risk import-issues FILE --year 2015/16           issues with their scores from a sheet
  risk agree ISSUE… --year 2015/16 --on 2015-07-23 --meeting NAME [--reason 'ISSUE: why; …']   the Board's priorities
  plan [--year 2016/17] [--out FILE.pdf|.docx|.xlsx|.png|.svg]   the plan on a page
  plan import FILE                                 a plan from a sheet
  assess --year 2015/16 [--from MONTH --to MONTH]  the tables of evidence, drafted from what is held
         [--out FILE.docx|.xlsx|.pdf]              the whole assessment [--title TEXT] [--marking TEXT]
  assess import-costs FILE                         unit costs of crime from a sheet
  list NAME                                        recommendations, outcomes, work, groups, grants, calendar, voice, evidence
  list NAME import FILE                            a list from a sheet, a row for each entry
  balance [--year 2015/16]                         whose evidence each issue rests on, and what is missing
  calendar [--year 2015/16] [--out FILE.ics]       what is due when, and what is overdue

  store verify                                     every page, every reference, the audit trail; changes nothing
  store backup | store backups                     make one now, verified | list them
  store restore BACKUP [--dry-run]                 puts a backup in the store's place; --dry-run says what would change
  store rekey --new-passphrase-env NAME [--full]   another passphrase; --full encrypts everything anew
  store rekey --new-recovery                       another written recovery key
  retention                                        how long records are kept, and what is due to be removed
  retention set SOURCE --months N|none --after import|period-end
  retention remove [--dry-run] [--reason TEXT]     removes what is due; counts by month stay
  retention delete-copies                          deletes backups that still hold what was removed
  audit verify | audit list [--out FILE.csv|.json] who changed what, when and why; whether the trail is whole

Encrypted stores: --passphrase-env NAME (or --recovery-env NAME) on every command; the first one makes the store.

Without a store:
  check FILE… [--password-env NAME]                what does not add up in measure sheets, cell by cell
  sheets FILE [--password-env NAME]                what a file holds, sheet by sheet, counted
  rate --count 8 --population 1000 [--per 1000] [--confidence 95|99.8]
  proportion --count 60 --of 80 [--confidence 95|99.8]
  change --before 629 --after 525 [--confidence 95|99.8]
  spc --values 1,2,3 [--rules ${RULES_HELP}]

Exit: 0 done · 1 something was refused, nothing half-kept · 2 usage · 3 the store cannot be opened`;

/** Runs one command line and answers its exit code. */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let engine: Engine | null = null;
  try {
    const line = readCommandLine(args);
    if (line.help) {
      surroundings.out(USAGE);
      return EXIT.done;
    }
    const calculator = Object.hasOwn(calculators, line.command) ? calculators[line.command] : undefined;
    if (calculator !== undefined && (line.words.length === 0 || !Object.hasOwn(commands, line.command)))
      return await calculator(line, surroundings);
    const run = Object.hasOwn(commands, line.command) ? commands[line.command] : undefined;
    const keeper = Object.hasOwn(keepers, line.command) ? keepers[line.command] : undefined;
    if (run !== undefined || keeper !== undefined) sayIfPlain(line, surroundings);
    if (keeper !== undefined) return await keeper(line, surroundings);
    if (run === undefined)
      throw new UsageError(line.command === '' ? 'Say a command.' : `There is no command «${line.command}».`);
    engine = openEngine(line, surroundings);
    return await run(line, engine, surroundings);
  } catch (error) {
    return failed(error, surroundings);
  } finally {
    engine?.store.close();
  }
}

/** Once for each command, on stderr: what a store without a passphrase is. */
function sayIfPlain(line: CommandLine, surroundings: Surroundings): void {
  const path = line.needed('store');
  if (secretFrom(line, surroundings) !== null || kindOf(path) === 'encrypted') return;
  surroundings.err(
    'This store is not encrypted: anyone with the file can read it. --passphrase-env NAME makes an encrypted one.',
  );
}

function openEngine(line: CommandLine, surroundings: Surroundings): Engine {
  const path = line.needed('store');
  const secret = secretFrom(line, surroundings);
  const isNew = kindOf(path) === 'none';
  const engine = startEngine(path, () => undefined, { secret });
  for (const note of engine.notes) surroundings.err(note);
  if (isNew && secret !== null && 'passphrase' in secret) sayIfWeak(secret.passphrase, surroundings);
  if (engine.store.recoveryKey !== null) showRecoveryKey(engine.store.recoveryKey, surroundings);
  return engine;
}

function failed(error: unknown, { err }: Surroundings): number {
  if (error instanceof UsageError) {
    err(`${error.message}\n\n${USAGE}`);
    return EXIT.usage;
  }
  if (error instanceof StoreRefusal) {
    err(error.message);
    return EXIT.store;
  }
  if (error instanceof Refused || error instanceof StoreTrouble) {
    err(error.message);
    return EXIT.refused;
  }
  const trouble = troubleInWords(error);
  if (trouble !== null) {
    err(trouble);
    return EXIT.store;
  }
  throw error;
}

import { parseArgs } from 'node:util';

/** The command line was not understood; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const OPTIONS = {
  store: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'password-env': { type: 'string' },
  'passphrase-env': { type: 'string' },
  'new-passphrase-env': { type: 'string' },
  'recovery-env': { type: 'string' },
  full: { type: 'boolean' },
  'new-recovery': { type: 'boolean' },
  year: { type: 'string' },
  measure: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  chart: { type: 'string' },
  'as-at': { type: 'string' },
  out: { type: 'string' },
  reason: { type: 'string' },
  months: { type: 'string' },
  template: { type: 'string' },
  marking: { type: 'string' },
  title: { type: 'string' },
  meeting: { type: 'string' },
  on: { type: 'string' },
  definitions: { type: 'boolean' },
  count: { type: 'string' },
  population: { type: 'string' },
  per: { type: 'string' },
  confidence: { type: 'string' },
  of: { type: 'string' },
  before: { type: 'string' },
  after: { type: 'string' },
  values: { type: 'string' },
  rules: { type: 'string' },
  group: { type: 'string' },
  kind: { type: 'string' },
  own: { type: 'string' },
  limits: { type: 'string' },
  k: { type: 'string' },
  average: { type: 'string' },
  every: { type: 'string' },
  shows: { type: 'string' },
  against: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export type OptionName = Exclude<
  keyof typeof OPTIONS,
  'json' | 'dry-run' | 'full' | 'new-recovery' | 'definitions' | 'help'
>;

/** A command line taken apart. */
export interface CommandLine {
  readonly command: string;
  readonly words: readonly string[];
  readonly json: boolean;
  readonly dryRun: boolean;
  /** `store rekey --full`: everything under a new key. */
  readonly full: boolean;
  /** `store rekey --new-recovery`: another written recovery key. */
  readonly newRecovery: boolean;
  /** `measures --definitions`: what each counts, who answers for it and what it lacks. */
  readonly definitions: boolean;
  readonly help: boolean;
  /** An option's value, or null when it was not given. */
  value(name: OptionName): string | null;
  /** An option's value. Throws {@link UsageError} when it was not given. */
  needed(name: OptionName): string;
}

/** Takes a command line apart. Throws {@link UsageError} on an option it does not know. */
export function readCommandLine(args: readonly string[]): CommandLine {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [command = '', ...words] = positionals;
  const value = (name: OptionName): string | null => values[name] ?? null;
  return {
    command,
    words,
    json: values.json === true,
    dryRun: values['dry-run'] === true,
    full: values.full === true,
    newRecovery: values['new-recovery'] === true,
    definitions: values.definitions === true,
    help: values.help === true,
    value,
    needed: (name) => {
      const found = value(name);
      if (found === null) throw new UsageError(`«${command}» needs --${name}`);
      return found;
    },
  };
}

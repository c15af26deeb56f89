import { UsageError, type CommandLine } from './arguments.ts';
import type { Surroundings } from './surroundings.ts';

/** The password named by `--password-env NAME`; it is read from the environment, never from the command line itself. */
export function passwordFrom(line: CommandLine, { env }: Surroundings): { password?: string } {
  const name = line.value('password-env');
  if (name === null) return {};
  const password = env[name];
  if (password === undefined) throw new UsageError(`--password-env ${name}: there is no such environment variable`);
  return { password };
}

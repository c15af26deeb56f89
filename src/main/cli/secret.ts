import type { Secret } from '../engine/store/key-file.ts';
import { passphraseStrength } from '../../core/passphrase/strength.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import type { Surroundings } from './surroundings.ts';

type SecretOption = 'passphrase-env' | 'recovery-env' | 'new-passphrase-env';

/** What an environment variable named on the command line holds; the words themselves never stand on it. */
function fromEnvironment(line: CommandLine, { env }: Surroundings, option: SecretOption): string | null {
  const name = line.value(option);
  if (name === null) return null;
  const found = env[name];
  if (found === undefined || found === '') {
    throw new UsageError(`--${option} ${name}: there is no such environment variable, or it is empty`);
  }
  return found;
}

/** The passphrase or the recovery key of the store; null when neither was named. */
export function secretFrom(line: CommandLine, surroundings: Surroundings): Secret | null {
  const passphrase = fromEnvironment(line, surroundings, 'passphrase-env');
  const recoveryKey = fromEnvironment(line, surroundings, 'recovery-env');
  if (passphrase !== null && recoveryKey !== null) {
    throw new UsageError('Name the passphrase or the recovery key, not both');
  }
  if (passphrase !== null) return { passphrase };
  return recoveryKey === null ? null : { recoveryKey };
}

/** The passphrase a store is to have from now on; null when none was named. A weak one is taken, and said to be weak. */
export function newPassphraseFrom(line: CommandLine, surroundings: Surroundings): string | null {
  const found = fromEnvironment(line, surroundings, 'new-passphrase-env');
  if (found !== null) sayIfWeak(found, surroundings);
  return found;
}

export function sayIfWeak(passphrase: string, { err }: Surroundings): void {
  const { level, says } = passphraseStrength(passphrase);
  if (level === 'weak' || level === 'empty') err(`The passphrase is weak. ${says}`);
}

/** Shown once: nobody can show it again. */
export function showRecoveryKey(recoveryKey: string, { err }: Surroundings): void {
  err(
    `Recovery key: ${recoveryKey}\nWrite it down and keep it away from this computer. It opens the store if the passphrase is lost; it is shown only now.`,
  );
}

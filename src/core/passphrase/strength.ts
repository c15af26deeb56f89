/** How hard a passphrase is to guess, in the words shown to the officer. */
export interface PassphraseStrength {
  /** Estimated guesses needed, as a power of two: every try doubles with each bit. */
  readonly bits: number;
  readonly level: 'empty' | 'weak' | 'fair' | 'good' | 'strong';
  readonly says: string;
}

/** Words that open most lists of leaked passwords, and those this office would think of first. */
const COMMON = new Set(
  (
    'password passw0rd passphrase secret letmein welcome admin administrator qwerty qwertyuiop azerty monkey dragon ' +
    'football liverpool arsenal chelsea sunshine princess iloveyou master shadow summer winter spring autumn monday ' +
    'friday january february march april may june july august september october november december changeme default ' +
    'test hello plymouth devon cornwall police safer workbench crime council community partnership officer england'
  ).split(' '),
);
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Bits of one part of a passphrase: letters, digits or signs in a row. */
function bitsOfPart(part: string): number {
  const plain = part.toLowerCase();
  if (COMMON.has(plain)) return 8;
  if (/^(19|20)\d\d$/.test(plain)) return 7;
  if (/^(.)\1*$/su.test(plain)) return 5 + Math.log2(plain.length);
  const back = Array.from(plain).reverse().join('');
  if (plain.length > 2 && RUNS.some((run) => run.includes(plain) || run.includes(back))) return 6;
  if (/^\d+$/.test(plain)) return plain.length * Math.log2(10);
  const letters = /^\p{L}+$/u.test(plain);
  // A word of a language counts as one of some 7,000 (Diceware's list); a shorter run of letters by its letters.
  if (letters)
    return Math.min(plain.length * Math.log2(26), 13 + Math.max(0, plain.length - 8)) + (plain === part ? 0 : 1);
  return plain.length * Math.log2(32);
}

const LEVELS = [
  { from: 75, level: 'strong', says: 'Strong: out of reach of anyone who copies the laptop’s disk.' },
  { from: 50, level: 'good', says: 'Good: years of work for someone who copies the laptop’s disk.' },
  { from: 38, level: 'fair', says: 'Fair: keeps out the curious, not a determined thief. Add another word or two.' },
  {
    from: 0,
    level: 'weak',
    says: 'Weak: could be guessed. Take four or more words that have nothing to do with each other.',
  },
] as const;

/**
 * Estimates how hard a passphrase is to guess: parts (words, numbers, signs) are counted by how many there are of their
 * kind, as Wheeler's zxcvbn does (USENIX Security 2016), common words and keyboard runs hardly at all, repeats once.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const parts = passphrase.normalize('NFC').match(/\p{L}+|\p{N}+|[^\p{L}\p{N}\s]+/gu) ?? [];
  if (parts.length === 0) return { bits: 0, level: 'empty', says: 'Type a passphrase.' };
  const seen = new Set<string>();
  let bits = 0;
  for (const part of parts) {
    const plain = part.toLowerCase();
    bits += seen.has(plain) ? 1 : bitsOfPart(part);
    seen.add(plain);
  }
  const found = LEVELS.find(({ from }) => bits >= from) ?? LEVELS[3];
  return { bits: Math.round(bits), level: found.level, says: found.says };
}

import { describe, expect, it } from 'vitest';
import { passphraseStrength } from '../../../src/core/passphrase/strength.ts';

describe('how hard a passphrase is to guess', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['password', 'weak'],
    ['Password1', 'weak'],
    ['plymouth2015', 'weak'],
    ['qwertyuiop', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['dog dog dog dog dog dog', 'weak'],
    ['lantern pilchard ninety', 'fair'],
    ['tamar lantern pilchard kettle', 'good'],
    ['tamar lantern pilchard kettle orbit', 'good'],
    ['tamar lantern pilchard kettle orbit velvet', 'strong'],
    ['x7#Qm2!vR9@kLp4$Zt8', 'strong'],
  ])('calls «%s» %s', (passphrase, level) => {
    expect(passphraseStrength(passphrase).level).toBe(level);
  });

  it('never falls when another unrelated word is added', () => {
    const words = ['tamar', 'lantern', 'pilchard', 'kettle', 'orbit', 'velvet'];
    const bits = words.map((_word, at) => passphraseStrength(words.slice(0, at + 1).join(' ')).bits);
    expect(bits).toEqual([...bits].sort((a, b) => a - b));
  });

  it('says what to do about a weak one', () => {
    expect(passphraseStrength('password').says).toMatch(/four or more words/);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextMap } from '../../../src/core/intake/text-map.ts';

/** Texts that often end alike, so that they meet in one slot. */
const text = fc
  .tuple(fc.constantFrom('', 'a', 'b', 'Theft, '), fc.constantFrom('', 'x', 'Neighbourhood', 'é'))
  .map((ends) => ends.join(''));
const act = fc.record({ text, value: fc.option(fc.nat(5), { nil: null }), isKept: fc.boolean() });

describe('what an extract says again and again', () => {
  it('is found as it was last kept, whatever texts end alike, also where nothing (null) was kept', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const [ours, plain] = [new TextMap<number | null>(), new Map<string, number | null>()];
        for (const { text, value, isKept } of acts) {
          if (isKept) {
            ours.set(text, value);
            plain.set(text, value);
          }
          expect(ours.get(text)).toBe(plain.get(text));
        }
        expect([...ours.entries()]).toEqual([...plain]);
        expect(ours.size).toBe(plain.size);
      }),
    );
  });
});

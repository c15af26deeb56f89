import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CountTable, type Counted } from '../../../src/main/engine/import/count-table.ts';

/** Few small numbers that come again, and some as large as district, area and offence in one number can be. */
const key = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 2 ** 52 }));

it('counts every record of a month once, under its own place and offence, with its first and last row, in the order they are met', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer({ min: 1, max: 9 })), { maxLength: 3_000 }), (records) => {
      const table = new CountTable();
      const expected = new Map<number, Counted>();
      for (const [at, [one, events]] of records.entries()) {
        const row = at + 2;
        table.add(one, row, events);
        const before = expected.get(one) ?? { key: one, records: 0, events: 0, first: row, last: row };
        expected.set(one, { ...before, records: before.records + 1, events: before.events + events, last: row });
      }
      expect(table.entries()).toEqual([...expected.values()]);
    }),
    { numRuns: 40 },
  );
});

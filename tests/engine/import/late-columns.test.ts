import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, emptyEngine } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

it('keeps every record whole where a column is empty down to some row: each word stands beside its own row', async () => {
  const engine = emptyEngine();
  const path = join(temporaryFolder(), 'Crimes April 2015.csv');
  const rows = Array.from({ length: 29 }, (_, at) => {
    const [place, lsoa] = [at < 3 ? '' : `Place ${String(at % 3)}`, at < 21 ? '' : `E0101500${String(at % 4)}`];
    return [`CR/${String(at)}`, `${String(at + 1).padStart(2, '0')}/04/2015`, 'Theft', 'Other theft', place, lsoa];
  });
  const head = ['Crime Number', 'Date Recorded', 'HO Group', 'HO Sub Group', 'Neighbourhood', 'LSOA code'];
  writeFileSync(path, [head, ...rows].map((cells) => cells.join(',')).join('\r\n'));
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  const { preview } = await ask(engine, 'import.preview', { file });
  await ask(engine, 'import.commit', { preview });
  const kept = engine.store.read
    .prepare(
      `SELECT sheet_row AS row, day, coalesce(name, '') AS place, coalesce(word, '') AS lsoa FROM record
       LEFT JOIN area USING (area_id) LEFT JOIN word ON word_id = lsoa_id ORDER BY sheet_row`,
    )
    .all();
  expect(kept).toEqual(
    rows.map(([, day = '', , , place, lsoa], at) => ({
      row: at + 2,
      day: day.split('/').reverse().join('-'),
      place,
      lsoa,
    })),
  );
});

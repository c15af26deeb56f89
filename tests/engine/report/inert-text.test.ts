import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../src/main/engine/dispatch.ts';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { ask, emptyEngine, extractsOf, SAMPLE } from '../month.ts';
import { keepFile } from '../../../src/main/engine/import/import-file.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { readParts } from '../pack/read-docx.ts';

const RLO = '\u202e';
/** Names an extract may bring: each is a place, to us. */
const NAMES = [
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '+HYPERLINK("http://example.org","x")',
  '-2+3',
  '\t=1+1',
  '<img src=x onerror=alert(1)>',
  `Key${RLO}mah`,
  'Very long place '.repeat(40).trim(),
];

/** The city's group, with these names beside the own area. */
function groupFile(): string {
  const path = join(temporaryFolder(), 'MSG all crime 1 Apr 2015 - 30 Jun 2015.csv');
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = ['Plymouth', ...NAMES].map(
    (name, at) => `${quoted(name)},${String(4000 + at * 11)},200000,${String((4000 + at * 11) / 200)}`,
  );
  writeFileSync(
    path,
    [
      'iQuanta Barchart MSG - Crimes per 1000 Residents - All Crime 01 April 15 - 30 June 2015',
      'Area,Crimes,Population,Crimes per 1000 Residents',
      ...rows,
    ].join('\n'),
  );
  return path;
}

/** Writes a pack as the shell would, where the officer said. */
async function write(engine: Engine, path: string, format: 'xlsx' | 'docx' | 'pdf'): Promise<void> {
  const reply = await dispatch(
    engine,
    'report.write',
    { asAt: '2015-06', path, format },
    'shell',
    (_id, _name, error) => {
      throw error;
    },
  );
  expect(reply).toMatchObject({ ok: true });
}

/** Every part of a package that is text; pictures are not. */
const wordsOf = (parts: ReadonlyMap<string, string>): string =>
  [...parts].flatMap(([name, text]) => (/\.(?:xml|rels)$/.test(name) ? [text] : [])).join('\n');

/** The text of a PDF's streams, as far as they are deflated. */
function streamsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, body = '']) => {
      try {
        return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
      } catch {
        return body;
      }
    })
    .join('\n');
}

describe('text from a workbook, in what is handed over', () => {
  it(
    'is words and nothing else in Excel, Word, PDF and SVG, and turns no reading direction',
    { timeout: 240_000 },
    async () => {
      const engine = emptyEngine();
      for (const file of extractsOf(SAMPLE).filter((name) => /populations|incidents/.test(name)))
        await keepFile(engine.store, file, null, {});
      await keepFile(engine.store, groupFile(), null, {});
      const group = await ask(engine, 'comparison.show', { measure: 'all-crime', from: '2015-04', to: '2015-06' });
      expect(group.areas.map(({ name }) => name)).toContain("=cmd|' /C calc'!A0");
      expect(JSON.stringify(group)).not.toContain(RLO);

      const folder = temporaryFolder();
      for (const format of ['xlsx', 'docx', 'pdf'] as const) {
        await write(engine, join(folder, `pack.${format}`), format);
      }
      const sheets = readParts(readFileSync(join(folder, 'pack.xlsx')));
      const xml = wordsOf(sheets);
      expect(xml).toContain('cmd|');
      expect(
        [...xml.matchAll(/<f[ >][^<]*<\/f>|<f>[^<]*<\/f>/g)].filter(([f]) => /cmd|HYPERLINK|http/i.test(f)),
      ).toEqual([]);
      // Links inside the workbook are written as external ones to «#Sheet!A1».
      expect([...xml.matchAll(/Target="(?!#)[^"]*" TargetMode="External"|<img[^>]*/g)].map(([found]) => found)).toEqual(
        [],
      );
      expect(xml).not.toContain(RLO);
      expect(
        [...xml.matchAll(/state="(?:hidden|veryHidden)"|<definedName[^>]*hidden/g)].map(([found]) => found),
      ).toEqual([]);

      const document = wordsOf(readParts(readFileSync(join(folder, 'pack.docx'))));
      expect(document).not.toContain(RLO);
      expect(document).not.toMatch(/TargetMode="External"|<img|DDE(?:AUTO)? /);
      expect(document.match(/<w:instrText[^>]*>[^<]*(?:cmd|HYPERLINK "http)/g)).toBeNull();

      const pdf = readFileSync(join(folder, 'pack.pdf'));
      expect(streamsOf(pdf)).not.toMatch(/\/JavaScript|\/Launch|\/URI/);
      expect(pdf.toString('latin1')).not.toMatch(/\/JavaScript|\/Launch|\/URI|\/EmbeddedFile/);

      const { bytes } = await ask(engine, 'chart.draw', {
        chart: { view: 'comparison', measure: 'all-crime', from: '2015-04', to: '2015-06' },
        format: 'svg',
      });
      const svg = Buffer.from(bytes).toString('utf8');
      expect(svg).not.toMatch(/<img|<script|href="http/);
      expect(svg).not.toContain(RLO);
    },
  );

  it(
    'carries no name of the person, the computer, the folder or the extract’s path in any file',
    { timeout: 240_000 },
    async () => {
      const engine = emptyEngine();
      const path = groupFile();
      for (const file of extractsOf(SAMPLE).filter((name) => /incidents/.test(name)))
        await keepFile(engine.store, file, null, {});
      await keepFile(engine.store, path, null, {});
      const folder = temporaryFolder();
      const { hostname, userInfo, homedir } = await import('node:os');
      const marks = [path.slice(0, path.lastIndexOf('/')), folder, hostname(), homedir(), process.cwd()].filter(
        (mark) => mark.length >= 6,
      );
      const person = userInfo().username;
      for (const format of ['xlsx', 'docx', 'pdf'] as const) {
        const file = join(folder, `pack.${format}`);
        await write(engine, file, format);
        const bytes = readFileSync(file);
        const inside =
          format === 'pdf' ? streamsOf(bytes) + bytes.toString('latin1') : [...readParts(bytes).values()].join('\n');
        expect(
          marks.filter((mark) => inside.includes(mark)),
          format,
        ).toEqual([]);
        expect(inside).not.toMatch(
          new RegExp(`(?:creator|lastModifiedBy|Author)[^<]{0,3}>?[^<]{0,3}\\b${person}\\b`, 'i'),
        );
      }
    },
  );
});

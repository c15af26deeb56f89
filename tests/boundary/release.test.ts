import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORE_ENDING } from '../../src/main/shell/places.ts';
import { APP_VERSION } from '../../src/main/engine/version.ts';

const root = resolve(import.meta.dirname, '../..');
const script = (name: string, ...words: string[]): void => {
  execFileSync(process.execPath, [join(root, 'resources/setup', name), ...words], { stdio: 'pipe' });
};

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly unknown[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}
interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
interface Licences {
  readonly version: string;
  readonly parts: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    readonly text: string | null;
  }[];
}
const written = (name: string): string => readFileSync(join(root, 'dist/about', name), 'utf8');

describe('what a release says about itself', () => {
  beforeAll(() => {
    script('make-about.mjs');
  });

  it('is a bill of materials of every part, each once, with its version, licence and hash', () => {
    const bill = JSON.parse(written('sbom.cdx.json')) as Bill;
    expect([bill.bomFormat, bill.specVersion, bill.metadata.component.version]).toEqual([
      'CycloneDX',
      '1.6',
      APP_VERSION,
    ]);
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    const refs = bill.components.map((part) => part['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    for (const part of bill.components) {
      expect(part.purl, part.name).toMatch(/^pkg:npm\/[^@]+@\d/);
      expect(part.hashes?.[0]?.content, part.name).toMatch(/^[0-9a-f]{40,128}$/);
    }
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['electron', 'react', 'echarts', 'exceljs', 'zod', 'pdfkit']));
    expect(names.filter((name) => /^(@types\/|vite|eslint|playwright|node-(?:linux|win))/.test(name))).toEqual([]);
  });

  it('names for every part what it needs, and nothing that is not a part', () => {
    const bill = JSON.parse(written('sbom.cdx.json')) as Bill;
    const known = new Set([bill.metadata.component, ...bill.components].map((part) => part['bom-ref']));
    expect(bill.dependencies.map(({ ref }) => ref).sort()).toEqual([...known].sort());
    expect(bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !known.has(ref))).toEqual([]);
    // Every part is needed by something, down from the workbench itself.
    const reached = new Set([bill.metadata.component['bom-ref']]);
    for (const ref of reached) {
      for (const needed of bill.dependencies.find((one) => one.ref === ref)?.dependsOn ?? []) reached.add(needed);
    }
    expect([...known].filter((ref) => !reached.has(ref))).toEqual([]);
  });

  it('is the same every time it is made', () => {
    const before = ['licences.json', 'licences.txt', 'sbom.cdx.json'].map(written);
    script('make-about.mjs');
    expect(['licences.json', 'licences.txt', 'sbom.cdx.json'].map(written)).toEqual(before);
  });

  it('gives every part’s licence, none of which asks for the workbench’s own source', () => {
    const { version, parts } = JSON.parse(written('licences.json')) as Licences;
    expect(version).toBe(APP_VERSION);
    expect(parts.length).toBeGreaterThan(100);
    const asks = parts.filter(
      ({ licence }) => /GPL|SSPL|BUSL|CC-BY-NC|UNLICENSED/i.test(licence) && !/\bMIT OR\b/.test(licence),
    );
    expect(asks).toEqual([]);
    // Those that bring no text of their own are few, old and named.
    const without = parts.filter(({ text, name }) => text === null && !name.startsWith('@resvg/'));
    expect(without.length).toBeLessThan(20);
    expect(parts.filter(({ licence }) => licence.startsWith('not stated'))).toEqual([]);
    expect(written('licences.txt')).toContain('SIL OPEN FONT LICENSE');
  });
});

it('a release opens stores named «….workbench» by a double click, and claims no other kind of file', () => {
  const words = `import { packagePlan } from ${JSON.stringify(join(root, 'resources/setup/package-plan.mjs'))};
    console.log(packagePlan().fileAssociations.map(({ ext }) => '.' + ext).join())`;
  const told = execFileSync(process.execPath, ['--input-type=module', '--eval', words], { encoding: 'utf8' });
  expect(told.trim()).toBe(STORE_ENDING);
});

describe('the icons', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-icons-'));
  const kept = join(root, 'resources/icon');
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are what the drawings say, for Windows, macOS and Linux', () => {
    script('make-icons.mjs', folder);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
    expect(names.length).toBe(11);
    for (const name of names)
      expect(readFileSync(join(kept, name)).equals(readFileSync(join(folder, name))), name).toBe(true);
  });

  it('are files that each system reads', () => {
    const ico = readFileSync(join(kept, 'icon.ico'));
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 7]);
    for (let entry = 0; entry < 7; entry++) {
      const at = ico.readUInt32LE(6 + 16 * entry + 12);
      expect(ico.toString('latin1', at + 1, at + 4)).toBe('PNG');
      expect(ico.readUInt32BE(at + 16) % 256).toBe(ico[6 + 16 * entry]);
    }
    const icns = readFileSync(join(kept, 'icon.icns'));
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const bitmap = readFileSync(join(kept, 'installerSidebar.bmp'));
    expect([bitmap.readInt32LE(18), bitmap.readInt32LE(22)]).toEqual([164, 314]);
    expect(statSync(join(kept, 'installerSidebar.bmp')).size).toBe(bitmap.readUInt32LE(2));
  });
});

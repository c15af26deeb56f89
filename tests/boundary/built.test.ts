import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGE_POLICY } from '../../src/main/shell/page-policy.ts';

const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

it('writes the same policy into the page as onto the answer, but for the one part a page may not hold', () => {
  const [, written] =
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(read('src/renderer/index.html')) ?? [];
  expect(`${written ?? ''}; frame-ancestors 'none'`).toBe(PAGE_POLICY);
});

it('keeps an Electron that is at most two majors behind the newest known', () => {
  const { newestMajor } = JSON.parse(read('tests/boundary/electron-majors.json')) as { newestMajor: number };
  const { version } = JSON.parse(read('node_modules/electron/package.json')) as { version: string };
  expect(newestMajor - Number(version.split('.')[0])).toBeLessThanOrEqual(2);
});

describe.skipIf(!existsSync(join(dist, 'renderer/index.html')))('the built app', () => {
  it('has a doorway that requires electron and nothing else, small enough to read', () => {
    const bridge = read('dist/preload/index.cjs');
    expect([...bridge.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map((found) => found[1])).toEqual(['electron']);
    expect(bridge).not.toMatch(/\bimport\s*\(/);
    expect(statSync(join(dist, 'preload/index.cjs')).size).toBeLessThan(1500);
  });

  it('makes no code from text in the window, and holds neither zod nor Node', () => {
    const assets = join(dist, 'renderer/assets');
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const name of scripts) {
      const text = readFileSync(join(assets, name), 'utf8');
      expect(text.match(/\beval\s*\(|\bnew Function\s*\(/g), name).toBeNull();
      expect(text.match(/ZodError|node:fs|require\(["']electron/g), name).toBeNull();
    }
  });

  it('has a page without scripts or styles written into it', () => {
    const page = read('dist/renderer/index.html');
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son\w+=|https?:/i);
  });

  it('names no other computer in its shell and doorway', () => {
    for (const name of ['dist/main/index.js', 'dist/preload/index.cjs']) {
      expect(read(name), name).not.toMatch(/https?:\/\//);
    }
  });

  it('writes the Board’s paper in all its forms: no library it needs was built into the wrong place', () => {
    const folder = mkdtempSync(join(tmpdir(), 'workbench-built-'));
    const store = join(folder, 'store.sqlite');
    const workbench = (...words: string[]) =>
      execFileSync(process.execPath, [join(dist, 'main/cli.js'), ...words, '--store', store], { stdio: 'pipe' });
    try {
      workbench('import', join(root, 'resources/sample/partner/Hate incidents to June 2015.csv'));
      for (const [ending, begins] of [
        ['pdf', '%PDF'],
        ['docx', 'PK'],
        ['xlsx', 'PK'],
      ] as const) {
        const paper = join(folder, `paper.${ending}`);
        workbench('report', '--as-at', '2015-06', '--out', paper);
        expect(readFileSync(paper).subarray(0, begins.length).toString('latin1')).toBe(begins);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);
});

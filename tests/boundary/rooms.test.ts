import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** A small house with every room, into which a test brings one bad import. */
const HOUSE: Readonly<Record<string, string>> = {
  'src/core/month.ts': "export const month = '2015-06';",
  'src/preload/contract.ts':
    "import { z } from 'zod';\nexport const contract = z.object({});\nexport type Contract = typeof contract;",
  'src/preload/index.ts':
    "import { contextBridge } from 'electron';\nimport type { Contract } from './contract.ts';\nexport const c: Contract | typeof contextBridge = contextBridge;",
  'src/main/index.ts': "import { app } from 'electron';\nimport { guard } from './shell/guard.ts';\nguard(app);",
  'src/main/shell/guard.ts':
    "import { join } from 'node:path';\nimport { contract } from '../../preload/contract.ts';\nexport const guard = (a: unknown) => [a, join, contract];",
  'src/main/engine/main.ts':
    "import { readFileSync } from 'node:fs';\nimport { month } from '../../core/month.ts';\nexport const engine = [month, readFileSync];",
  'src/main/cli.ts': "import { engine } from './engine/main.ts';\nexport const cli = engine;",
  'src/renderer/main.tsx':
    "import type { Contract } from '../preload/contract.ts';\nimport { month } from '../core/month.ts';\nexport const page: Contract | string = month;",
};

/** The rules broken once these files have been added to the house or have taken another's place. */
async function broken(change: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-rooms-'));
  try {
    for (const [name, text] of Object.entries({ ...HOUSE, ...change })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json']) cpSync(join(root, name), join(folder, name));
    return await rulesBroken(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rulesBroken(folder: string): Promise<string[]> {
  const asked = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  return new Promise((found, failed) => {
    execFile(process.execPath, asked, { cwd: folder, maxBuffer: 1e9 }, (error, stdout) => {
      try {
        const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
        found([...new Set(summary.violations.map(({ rule }) => rule.name))]);
      } catch {
        failed(error ?? new Error(stdout));
      }
    });
  });
}

describe('the rooms', () => {
  it('stand in order as they are', async () => {
    expect(await rulesBroken(root)).toEqual([]);
  });

  it('stand in order in the small house too', async () => {
    expect(await broken({})).toEqual([]);
  });

  it.each([
    [
      'no-circles',
      {
        'src/core/month.ts': "import { b } from './b.ts';\nexport const month = b;",
        'src/core/b.ts': "import { month } from './month.ts';\nexport const b = () => month;",
      },
    ],
    [
      'core-stands-alone',
      { 'src/core/bad.ts': "import { readFileSync } from 'node:fs';\nexport const bad = readFileSync;" },
    ],
    ['core-stands-alone', { 'src/core/bad.ts': "import { z } from 'zod';\nexport const bad = z;" }],
    [
      'core-stands-alone',
      { 'src/core/bad.ts': "import type { Contract } from '../preload/contract.ts';\nexport type Bad = Contract;" },
    ],
    [
      'contract-needs-only-core-and-zod',
      {
        'src/preload/contract.ts':
          "import { app } from 'electron';\nexport const contract = app;\nexport type Contract = typeof contract;",
      },
    ],
    [
      'bridge-needs-only-electron',
      { 'src/preload/index.ts': "import { readFileSync } from 'node:fs';\nexport const bad = readFileSync;" },
    ],
    [
      'bridge-takes-only-types',
      { 'src/preload/index.ts': "import { contract } from './contract.ts';\nexport const bad = contract;" },
    ],
    [
      'engine-knows-no-electron',
      { 'src/main/engine/bad.ts': "import { app } from 'electron';\nexport const bad = app;" },
    ],
    [
      'engine-knows-no-electron',
      { 'src/main/engine/bad.ts': "import { guard } from '../shell/guard.ts';\nexport const bad = guard;" },
    ],
    [
      'cli-knows-no-electron',
      { 'src/main/cli/bad.ts': "import { guard } from '../shell/guard.ts';\nexport const bad = guard;" },
    ],
    [
      'shell-only-opens-doors',
      { 'src/main/shell/bad.ts': "import { engine } from '../engine/main.ts';\nexport const bad = engine;" },
    ],
    [
      'renderer-takes-only-types-across',
      { 'src/renderer/bad.ts': "import { contract } from '../preload/contract.ts';\nexport const bad = contract;" },
    ],
    [
      'renderer-knows-only-the-contract',
      {
        'src/renderer/bad.ts':
          "import type { engine } from '../main/engine/main.ts';\nexport type Bad = typeof engine;",
      },
    ],
    [
      'renderer-has-no-node',
      { 'src/renderer/bad.ts': "import { readFileSync } from 'node:fs';\nexport const bad = readFileSync;" },
    ],
    ['renderer-has-no-node', { 'src/renderer/bad.ts': "import { z } from 'zod';\nexport const bad = z;" }],
    ['nothing-missing', { 'src/core/bad.ts': "import { gone } from './gone.ts';\nexport const bad = gone;" }],
  ])('are held apart by the rule %s', async (rule, change) => {
    expect(await broken(change)).toContain(rule);
  });
});

/**
 * npm run soak [-- MOMENTS WORKBOOKS SEED]: the longer run. Cuts the workbench off at 500 random moments, and the
 * import of the 23,621 records at 50 more, and hands it 10,000 spoilt workbooks; prints what was injected, what survived,
 * the slowest file and the peak memory.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const [moments = '500', workbooks = '10000', seed = '1'] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../../..');
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--project',
    'engine',
    '--disableConsoleIntercept=true',
    'tests/engine/soak',
    'tests/engine/kill.test.ts',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      SOAK_MOMENTS: moments,
      SOAK_KILLS: String(Math.ceil(Number(moments) / 10)),
      SOAK_WORKBOOKS: workbooks,
      SOAK_SEED: seed,
    },
  },
);
process.exitCode = status ?? 1;

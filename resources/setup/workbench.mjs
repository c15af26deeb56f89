/* Runs the command line on the project's own Node 24, building it first where it is missing or out of date. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfOlder } from './build-if-older.mjs';
import { projectNode, root } from './places.mjs';

/** As the window's engine has it (src/main/shell/engine-process.ts). */
const ENGINE_MEMORY = ['--max-semi-space-size=16'];

if (!buildIfOlder()) process.exit(3);
const command = [...ENGINE_MEMORY, join(root, 'dist/main/cli.js'), ...process.argv.slice(2)];
const { status } = spawnSync(projectNode(), command, {
  stdio: 'inherit',
});
process.exitCode = status ?? 3;

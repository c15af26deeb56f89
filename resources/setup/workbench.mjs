/* Runs the command line on the project's own Node 24, building it first where it is missing or out of date. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfOlder } from './build-if-older.mjs';
import { projectNode, root } from './places.mjs';

if (!buildIfOlder()) process.exit(3);
const { status } = spawnSync(projectNode(), [join(root, 'dist/main/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 3;

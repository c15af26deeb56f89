/* Opens the window: on the demo's store where there is one, else on the officer's own. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfOlder } from './build-if-older.mjs';
import { projectNode, root } from './places.mjs';

const asked = process.argv.slice(2);
const demoStore = join(root, 'out', 'workbench.sqlite');
const store = !asked.some((word) => word.startsWith('--store')) && existsSync(demoStore) ? ['--store', demoStore] : [];

if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.log('There is no display here. On a machine with one, `npm start` opens the window.');
  console.log('Without one, it can be run on a virtual display: xvfb-run -a npm start');
  process.exit(0);
}
if (!buildIfOlder()) process.exit(1);
const fetchScript = join(root, 'resources/setup/fetch-electron.mjs');
const executable = execFileSync(projectNode(), [fetchScript], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const window = spawn(executable.trim(), [root, ...asRoot, ...store, ...asked], {
  stdio: ['ignore', 'inherit', 'ignore'],
  env: { ...process.env, WORKBENCH_NODE: projectNode() },
});
window.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => window.kill(signal));
